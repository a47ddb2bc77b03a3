"""How many decisions on unchanged sentences reach their places in a new draft, and how many a wrong one (none may).

    python tests/benchmarks/carrying.py [--seeds N] [--long]

Each marked-up report is revised: a tenth of its paragraphs moved, a tenth of its sentences reworded, two sections added
and the rest renumbered, a name's spelling corrected. The new draft comes as plain text and as a PDF laid out.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laid_out import EVALUATION, _score_tool
from revising import Span, revised
from running import ROOT

sys.path.insert(0, str(ROOT))

from redactor.document.source import Document, Opened, open_document
from redactor.findings.finding import Finding
from redactor.marks.aligning import align
from redactor.marks.case import Case
from redactor.marks.mark import Mark
from redactor.marks.new_draft import Carried, carry

FORMATS = ("txt", "pdf", "docx")
PAGE_WORDS, LONG_PAGES = 600, 1000


@dataclass(frozen=True)
class Report:
    """A report with its marks; those on public things are kept, the others confirmed."""

    name: str
    text: str
    gold: Sequence[tuple[int, int, str, str]]

    @property
    def spans(self) -> list[Span]:
        return [Span(number, start, end) for number, (start, end, _, _) in enumerate(self.gold)]

    @property
    def names(self) -> list[str]:
        return [self.text[start:end] for start, end, kind, _ in self.gold if kind == "PERSON"]


def main(seeds: int, *, long: bool) -> None:
    """Print a line for each report and format, and one for all of each format."""
    for suffix in FORMATS:
        total: Counter[str] = Counter()
        for path in sorted((EVALUATION / "dev").glob("*.txt")):
            report = Report(path.name, *_score_tool().read_gold(str(path)))
            figures = sum((_figures(report, suffix, seed) for seed in range(seeds)), Counter())
            total += figures
            print(f"{report.name} as {suffix}: {_told(figures)}", flush=True)
        print(f"all as {suffix}: {_told(total)}\n")
    if long:
        _tell_long()


def _told(figures: Counter[str]) -> str:
    share = figures["reached"] / max(1, figures["unchanged"])
    return (
        f"{share:.2%} of {figures['unchanged']} decisions on unchanged sentences carried; "
        f"{figures['wrong']} to a wrong place; {figures['carried']} carried, {figures['changed']} changed "
        f"({figures['changed astray']} astray), {figures['lost']} lost"
    )


def _figures(report: Report, suffix: str, seed: int) -> Counter[str]:
    """Carry a report's decisions over to a revision of it."""
    text, wanted = revised(report.text, report.spans, report.names, seed)
    with tempfile.TemporaryDirectory() as folder:
        case = _decided(report, _opened(report.text, Path(folder), "txt"))
        new = _opened(text, Path(folder), suffix)
    changes, carried = carry(case, new)
    there = Case(new, case.log)
    there.carry_over(changes, by="Benchmark")
    return _judged(there.marks, carried, new.document, text, wanted)


def _judged(
    marks: dict[str, Mark], carried: Carried, new: Document, text: str, wanted: Sequence[Span]
) -> Counter[str]:
    """Compare where the marks stand with where they should, letters and digits only."""
    mapping = _score_tool().alignment(text, new.text)
    shown = set(mapping.values())
    figures = Counter(carried=len(carried.carried), changed=len(carried.changed), lost=len(carried.lost))
    for span in wanted:
        id = f"m{span.number + 1}"
        letters = {at for at in range(span.start, span.end) if text[at].isalnum()}
        mark = marks.get(id)
        stands = (
            {mapping.get(at) for at in range(mark.start, mark.end) if new.text[at].isalnum()}
            if mark
            else set()
        )
        right = bool(stands) and stands == letters
        figures["unchanged"] += span.unchanged and letters <= shown
        figures["reached"] += span.unchanged and letters <= shown and right and id in carried.carried
        figures["wrong"] += id in carried.carried and not (right and span.unchanged)
        figures["changed astray"] += id in carried.changed and not stands & letters
    return figures


def _decided(report: Report, opened: Opened) -> Case:
    case = Case(opened)
    findings = [
        Finding(start, end, "ORG" if kind == "PUBLIC" else kind, 1.0, "", "marked up", entity)
        for start, end, kind, entity in report.gold
    ]
    case.suggest(findings, {})
    public = [f"m{k}" for k, (_, _, kind, _) in enumerate(report.gold, 1) if kind == "PUBLIC"]
    case.confirm([id for id in case.marks if id not in public], by="Benchmark")
    case.keep(public, by="Benchmark")
    return case


def _opened(text: str, folder: Path, suffix: str) -> Opened:
    source = folder / "report.txt"
    source.write_text(text, encoding="utf-8")
    if suffix == "txt":
        return open_document(source)
    target = folder / f"report.{suffix}"
    command = [sys.executable, str(EVALUATION / "layout.py"), str(source), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return open_document(target)


def _tell_long() -> None:
    """Print how long aligning a long draft takes, beside only splitting both into words."""
    texts = [_score_tool().read_gold(str(path))[0] for path in sorted((EVALUATION / "dev").glob("*.txt"))]
    copies = -(-PAGE_WORDS * LONG_PAGES // sum(len(text.split()) for text in texts))
    old = "\n\n".join(_renamed(text, copy) for copy in range(copies) for text in texts)
    paragraphs = old.split("\n\n")
    new = "\n\n".join([*paragraphs[len(paragraphs) // 2 :], *paragraphs[: len(paragraphs) // 2]])
    start = time.perf_counter()
    words = sum(len(re.findall(r"\w+", text)) for text in (old, new))
    middle = time.perf_counter()
    alignment = align(old, new)
    end = time.perf_counter()
    print(
        f"{words // 2:,} words a draft: aligned in {end - middle:.1f} s, {(end - middle) / (middle - start):.0f} times as long "
        f"as splitting both into words; {sum(alignment.sure) / len(alignment.sure):.1%} of the words beyond doubt"
    )


def _renamed(text: str, copy: int) -> str:
    """The same report about others: each name with an ending of its own."""
    return re.sub(
        r"\b[A-Z][a-z]{3,}\b", lambda name: f"{name[0]}{chr(97 + copy % 26)}{chr(97 + copy // 26)}", text
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, metavar="N", help="revisions of each report")
    parser.add_argument("--long", action="store_true", help=f"also align a draft of {LONG_PAGES} pages")
    options = parser.parse_args()
    main(options.seeds, long=options.long)
