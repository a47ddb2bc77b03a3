"""How fast publishing and its proof are, against PyMuPDF's own apply-and-save on the same marks; growth and memory.

    python tests/benchmarks/publishing_speed.py [--most PAGES]

Thirty marks a page. Publishing is removing, building anew and writing; verifying is timed by itself, without the
recognition of pixels, which takes longer than all the rest. The shortest of several runs counts; the three are timed in
turns, in the processor's time, so that other load counts little.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from long_draft import _FIRST, _LAST, _MONTHS, _ROLES, _STREETS, long_draft
from memory import _peak
from running import load, python

if TYPE_CHECKING:
    from redactor.publish.plan import Plan

PAGES = (100, 1000)
MARKS = 30
RUNS = 3
_MOST = 37
"""Marks on one page: the last page of a section has little text, so that the others need more than MARKS."""
_WORDS = ("school", "family", "injury", "threshold", "chronology", "centre", "supervision", "bruising")
"""Words marked besides."""


def main(most: int = PAGES[-1]) -> None:
    """Print the figures; `most`: the longest draft, pages."""
    print(f"speed of publishing, {MARKS} marks a page {load()}")
    usual: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pages in (pages for pages in PAGES if pages <= most):
            draft = Path(folder) / f"{pages}.pdf"
            draft.write_bytes(long_draft(pages))
            told = python(Path(__file__), "--measure", str(draft))
            usual = usual or {name: told[name] / pages for name in ("publish", "verify")}
            growth = ", ".join(f"{name} {told[name] / pages / usual[name]:.2f}" for name in usual)
            print(
                f"  {pages:5} pages, {told['marks']} marks: PyMuPDF's apply and save {told['plain']:.2f} s;"
                f" publish {told['publish']:.2f} s (ratio {told['publish'] / told['plain']:.2f}), verify"
                f" {told['verify']:.2f} s (ratio {told['verify'] / told['plain']:.2f}); a page against {PAGES[0]} pages: {growth};"
                f" peak {told['peak']:.0f} MB"
            )


def measure(draft: Path) -> None:
    """Time the three on one draft in turns, and tell."""
    from redactor.publish import release

    pdf = draft.read_bytes()
    plan = _plan(pdf)
    published = release.redacted(pdf, plan)[0]
    runs = RUNS if len(pdf) < 5_000_000 else 1
    times: dict[str, list[float]] = {}
    for _ in range(runs):
        for name, job in (
            ("plain", lambda: _plain(pdf, plan)),
            ("publish", lambda: _publish(pdf, plan)),
            ("verify", lambda: _verify(published, plan)),
        ):
            times.setdefault(name, []).append(_timed(job))
    told: dict[str, float] = {name: min(each) for name, each in times.items()}
    told |= {"marks": len(plan.removals), "peak": _peak_here()}
    print(json.dumps(told))


def _publish(pdf: bytes, plan: Plan) -> None:
    """All of publishing but the proof."""
    from redactor.publish import release

    with tempfile.TemporaryDirectory() as folder:
        release._write(release.redacted(pdf, plan)[0], Path(folder) / "published.pdf")


def _verify(published: bytes, plan: Plan) -> None:
    """Every check but that of pixels."""
    from redactor.publish.published import Published
    from redactor.publish.verify import all_checks

    opened = Published(published)
    for name, check in all_checks().items():
        if name != "pixels" and (found := check.problems(opened, plan.secrets)):
            raise SystemExit(f"not clean: {found[0].sentence}")


def _timed(job: Callable[[], object]) -> float:
    began = time.process_time()
    job()
    return time.process_time() - began


def _plan(pdf: bytes) -> Plan:
    """So many marks a page, on names and a few words; a name may stay as often as it is not marked."""
    from redactor.document.source import read_draft
    from redactor.findings import matching
    from redactor.publish.plan import Plan, Removal, Secret

    document = read_draft(pdf, "draft.pdf").document
    hay = matching.haystack(document.text)
    names = [
        *(f"{first} {last}" for first in _FIRST for last in _LAST),
        *_FIRST,
        *_STREETS,
        *_MONTHS,
        *_ROLES,
    ]
    spans = sorted(
        ((start, -end), name) for name in names for start, end in matching.find(hay, matching.needle(name))
    )
    on_page: Counter[int] = Counter()
    removals: list[Removal] = []
    rest, last = list(document.text), 0
    for (start, minus_end), name in spans:
        places = document.places(start, -minus_end)
        if start < last or on_page[places[0].page] >= _MOST:
            continue
        last = -minus_end
        on_page[places[0].page] += 1
        rest[start:last] = "\ua66e" * (last - start)
        removals += [Removal(f"{start}", p.page, p.quads, name, "OTHER", "Child A") for p in places]
    left = matching.haystack("".join(rest))
    marked = {removal.text for removal in removals}
    secrets = [Secret(n, "OTHER", len(matching.find(left, matching.needle(n)))) for n in sorted(marked)]
    return Plan(tuple(removals), tuple(secrets), "pseudonym", "Overview report")


def _plain(pdf: bytes, plan: Plan) -> bytes:
    import pymupdf

    by_page: dict[int, list[Any]] = {}
    for removal in plan.removals:
        by_page.setdefault(removal.page - 1, []).extend(removal.quads)
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        for number, quads in by_page.items():
            for quad in quads:
                corners = [pymupdf.Point(quad[at], quad[at + 1]) for at in (0, 2, 4, 6)]
                doc[number].add_redact_annot(pymupdf.Quad(*corners))
            doc[number].apply_redactions()
        return bytes(doc.tobytes(garbage=4, deflate=True))


def _peak_here() -> float:
    import psutil

    return _peak(psutil.Process())


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(Path(sys.argv[2]))
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("--most", type=int, default=PAGES[-1], help="the longest draft, pages")
        main(parser.parse_args().most)
