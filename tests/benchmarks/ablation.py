"""Print, in Markdown, what each part of detection finds by itself and together.

python tests/benchmarks/ablation.py [--folder FOLDER]
"""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

from detection_scores import ALL_FIGURES, EVALUATION, score
from laid_out import Layout, laid_out

from redactor.findings import detect
from redactor.findings.finding import Finding
from redactor.findings.overlaps import resolve
from redactor.findings.public.known import public_things
from redactor.findings.reading import paragraphs, read

PARTS = {  # name: with the model, with the recognisers, with the document pass
    "model alone": (True, False, False),
    "recognisers alone": (False, True, False),
    "model and recognisers": (True, True, False),
    "document pass after the model": (True, False, True),
    "document pass after the recognisers": (False, True, True),
    "all together": (True, True, True),
}


def found(text: str, model: bool, recognisers: bool, document_pass: bool) -> list[Finding]:
    """Return what the chosen parts of detection find in `text`."""
    reading = read(text)
    raw = [
        f for piece in paragraphs(reading.text, detect.PAGE) for f in detect._page(reading.text, piece, None)
    ]
    chosen = [f for f in raw if (model if f.recogniser == "names" else recognisers)]
    if document_pass:
        whole = detect._whole(chosen, public_things(reading.text), reading.text)
        return detect._with_terms(detect._in_draft(whole, reading), text, (), ())
    return detect._in_draft(resolve(chosen, reading.text), reading)


def figures(reports: Sequence[Path], parts: tuple[bool, bool, bool]) -> dict[str, float]:
    """Return the scorer's figures over `reports`."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = []
        for report in reports:
            gold, text = laid_out(report, Layout(), Path(folder))
            target = Path(folder) / f"{report.stem}.json"
            suggestions = [{"start": f.start, "end": f.end, "type": f.type} for f in found(text, *parts)]
            target.write_text(json.dumps({"text": text, "suggestions": suggestions}), encoding="utf-8")
            pairs.append(f"{gold}={target}")
        return json.loads(score("--json", *pairs))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, default=EVALUATION / "dev")
    reports = sorted(parser.parse_args().folder.glob("*.txt"))
    names = [name for name in ALL_FIGURES if not name.startswith("people")]
    print("| |", " | ".join(ALL_FIGURES[name] for name in names), "|")
    print("|---|" + "---|" * len(names))
    for title, parts in PARTS.items():
        row = figures(reports, parts)
        print(f"| {title} |", " | ".join(f"{row[name] or 0:.3f}" for name in names), "|", flush=True)


if __name__ == "__main__":
    main()
