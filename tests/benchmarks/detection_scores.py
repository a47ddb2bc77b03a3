"""Print how well detection does on the marked-up reports, where they lie beside the repository.

python tests/benchmarks/detection_scores.py [--folder FOLDER] [REPORT …]
    [--wrap COLUMNS [--hyphenate]] [--pdf serif|sans|mono [--justify]]    as laid out so
    [--layouts]                                                            a table of all layouts that are promised
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from laid_out import EVALUATION, FONTS, Layout, every_layout, laid_out

ROOT = Path(__file__).resolve().parents[2]
FIGURES = ("recall_direct", "recall_quasi", "precision_suggestions", "public_flagged")
ALL_FIGURES = {
    "recall_person": "person",
    "recall_direct": "direct",
    "entities_fully_covered_direct": "covered",
    "recall_quasi": "quasi",
    "precision_suggestions": "precision",
    "public_flagged": "public",
    "type_accuracy": "type",
    "people_linking_bcubed_f1": "linking",
}
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Score detection on the reports; exit status 2 where there are none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument(
        "--folder", type=Path, help="score every .txt file of this folder, one by one, then all"
    )
    parser.add_argument("--wrap", type=int, default=0, help="break lines at so many characters first")
    parser.add_argument("--hyphenate", action="store_true", help="break words too")
    parser.add_argument("--pdf", choices=FONTS, default="", help="lay the reports out as PDF first")
    parser.add_argument("--justify", action="store_true")
    parser.add_argument("--layouts", action="store_true", help="print a table of every layout")
    parser.add_argument("--missed", type=int, default=40)
    options = parser.parse_args()
    if not (EVALUATION / "score.py").exists():
        print("There are no marked-up reports beside this repository.")
        return 2
    reports = options.reports or sorted((options.folder or EVALUATION / "dev").glob("*.txt"))
    if options.layouts:
        print_layouts(reports)
    else:
        layout = Layout(options.wrap, options.hyphenate, options.pdf, options.justify)
        print_scores(reports, layout, options.missed)
    return 0


def print_scores(reports: Sequence[Path], layout: Layout, missed: int) -> None:
    """Print the figures of each report and of all."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [suggest(report, layout, Path(folder)) for report in reports]
        for pair in pairs if len(pairs) > 1 else ():
            figures = json.loads(score("--json", pair))
            print(
                Path(pair.split("=")[0]).stem,
                *(f"{name} {figures[name] or 0:.3f}" for name in FIGURES),
                sep="  ",
            )
        print(score("--missed", str(missed), *pairs))


def print_layouts(reports: Sequence[Path]) -> None:
    """Print the figures of all reports in every layout, the first as they are and the others as differences."""
    print(f"{'':48}{'marks':>6}", *(f"{name:>9}" for name in ALL_FIGURES.values()))
    plain: dict[str, float] = {}
    for layout in every_layout():
        with tempfile.TemporaryDirectory() as folder:
            pairs = [suggest(report, layout, Path(folder), quiet=True) for report in reports]
            figures = json.loads(score("--json", *pairs))
        marks = sum(kind["total"] for kind in figures["by_type"].values())
        row = (
            f"{figures[name] - plain[name]:+9.4f}" if plain else f"{figures[name]:9.4f}"
            for name in ALL_FIGURES
        )
        print(f"{layout!s:48}{marks:6}", *row, flush=True)
        plain = plain or figures


def score(*arguments: str) -> str:
    """Return what the scorer prints."""
    command = [sys.executable, str(EVALUATION / "score.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def suggest(report: Path, layout: Layout, folder: Path, *, quiet: bool = False) -> str:
    """Write the findings for one marked-up report as the scorer reads them; return the scorer's argument."""
    from redactor.findings.detect import detect

    gold, text = laid_out(report, layout, folder)
    began = time.perf_counter()
    findings = detect(text)
    seconds = time.perf_counter() - began
    if not quiet:
        print(f"{report.stem}: {len(findings)} findings, {len(text.split()) / seconds:.0f} words a second")
    suggestions = [
        {"start": f.start, "end": f.end, "type": f.type, "entity": f.entity, "score": f.score}
        for f in findings
    ]
    target = folder / f"{report.stem}.json"
    target.write_text(json.dumps({"text": text, "suggestions": suggestions}), encoding="utf-8")
    return f"{gold}={target}"


if __name__ == "__main__":
    raise SystemExit(main())
