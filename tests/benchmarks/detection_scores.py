"""Print how well detection does on the marked-up reports, where they lie beside the repository.

python tests/benchmarks/detection_scores.py [--folder FOLDER] [--wrap COLUMNS] [REPORT …]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import textwrap
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVALUATION = ROOT.parent / "shared" / "eval"
FIGURES = ("recall_direct", "recall_quasi", "precision_suggestions", "public_flagged")
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Score detection on the reports; exit status 2 where there are none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="*", type=Path)
    parser.add_argument(
        "--folder", type=Path, help="score every .txt file of this folder, one by one, then all"
    )
    parser.add_argument("--wrap", type=int, default=0, help="break lines at so many characters first")
    parser.add_argument("--missed", type=int, default=40)
    options = parser.parse_args()
    if not (EVALUATION / "score.py").exists():
        print("There are no marked-up reports beside this repository.")
        return 2
    reports = options.reports or sorted((options.folder or EVALUATION / "dev").glob("*.txt"))
    with tempfile.TemporaryDirectory() as folder:
        pairs = [f"{report}={suggest(report, Path(folder), options.wrap)}" for report in reports]
        for pair in pairs if len(pairs) > 1 else ():
            figures = json.loads(score("--json", pair))
            print(
                Path(pair.split("=")[0]).stem,
                *(f"{name} {figures[name] or 0:.3f}" for name in FIGURES),
                sep="  ",
            )
        print(score("--missed", str(options.missed), *pairs))
    return 0


def score(*arguments: str) -> str:
    """Return what the scorer prints."""
    command = [sys.executable, str(EVALUATION / "score.py"), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def suggest(report: Path, folder: Path, wrap: int) -> Path:
    """Write the findings for one marked-up report as the scorer reads them, and return the file."""
    from redactor.findings.detect import detect

    text = score("--plain", str(report))
    if wrap:
        text = "\n".join(textwrap.fill(line, wrap, break_long_words=False) for line in text.split("\n"))
    began = time.perf_counter()
    findings = detect(text)
    seconds = time.perf_counter() - began
    print(f"{report.stem}: {len(findings)} findings, {len(text.split()) / seconds:.0f} words a second")
    suggestions = [
        {"start": f.start, "end": f.end, "type": f.type, "entity": f.entity, "score": f.score}
        for f in findings
    ]
    target = folder / f"{report.stem}.json"
    target.write_text(json.dumps({"text": text, "suggestions": suggestions}), encoding="utf-8")
    return target


if __name__ == "__main__":
    raise SystemExit(main())
