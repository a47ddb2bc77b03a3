"""Print how many family members get their right role in the marked-up reports, where they lie beside the repository.

python tests/benchmarks/roles.py [--wrong] [--folder FOLDER]
    --wrong     name those that are wrong, by their entity in the marked-up report
    --folder    other marked-up drafts, judged by the entities whose names say the role (`family_mother`)
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from laid_out import EVALUATION, Layout, laid_out

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_suffix(".txt")
SPEAKING = {
    "mother": "Mother",
    "father": "Father",
    "mgm": "Maternal grandmother",
    "mgf": "Maternal grandfather",
    "pgm": "Paternal grandmother",
    "pgf": "Paternal grandfather",
    "aunt": "Aunt|Maternal aunt|Paternal aunt",
    "uncle": "Uncle|Maternal uncle|Paternal uncle",
    "cousin": "Cousin",
    "partner": "Partner|Stepfather|Stepmother",
    "stepfather": "Partner|Stepfather",
}
"""Roles by the last word of an entity's name in the marked-up drafts."""
sys.path.insert(0, str(ROOT))

Expected = Mapping[str, Sequence[str]]


def main() -> int:
    """Judge the roles; exit status 2 where there are no marked-up reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if not (EVALUATION / "score.py").exists():
        print("There are no marked-up reports beside this repository.")
        return 2
    right, total = 0, 0
    for report in sorted((options.folder or EVALUATION / "dev").glob("*.txt")):
        wanted, told = _both(report, by_name=options.folder is not None)
        wrong = {entity: told.get(entity, "") for entity in wanted if told.get(entity) not in wanted[entity]}
        right, total = right + len(wanted) - len(wrong), total + len(wanted)
        print(f"{report.stem}  {len(wanted) - len(wrong)} of {len(wanted)}")
        for entity, role in wrong.items() if options.wrong else ():
            print(f"    {entity}: {role or 'none'}, expected {' or '.join(wanted[entity])}")
    print(f"all  {right} of {total}, {right / max(1, total):.3f}")
    return 0


def _both(report: Path, *, by_name: bool) -> tuple[Expected, Mapping[str, str]]:
    """Return the roles expected and the roles told, by entity of the marked-up report."""
    from redactor.findings.detect import detect
    from redactor.findings.people.roles import roles

    gold_path, text = laid_out(report, Layout(), Path())
    gold = [mark for mark in _marks(gold_path) if mark[2] == "PERSON"]
    findings = detect(text)
    told = roles(findings, text)
    owners: dict[str, Counter[str]] = {}
    for start, end, _, entity in gold:
        for finding in findings:
            if finding.type == "PERSON" and finding.start < end and start < finding.end:
                owners.setdefault(entity, Counter())[finding.entity] += 1
    by_gold = {e: told[c.most_common(1)[0][0]] for e, c in owners.items() if c.most_common(1)[0][0] in told}
    return (_speaking(gold) if by_name else _table(report.stem)), by_gold


def _marks(gold: Path) -> list[tuple[int, int, str, str]]:
    from laid_out import _score_tool

    marks: list[tuple[int, int, str, str]] = _score_tool().read_gold(str(gold))[1]
    return marks


def _table(report: str) -> Expected:
    """Return the roles that the table gives for one report."""
    rows = (line.split(maxsplit=2) for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {row[1]: row[2].split("|") for row in rows if row and row[0] == report}


def _speaking(gold: Sequence[tuple[int, int, str, str]]) -> Expected:
    """Return the roles that entities have in their names."""
    entities = dict.fromkeys(entity for *_, entity in gold)
    found = ((e, re.fullmatch(r"family_(\w+)", e)) for e in entities)
    return {e: SPEAKING[m[1]].split("|") for e, m in found if m and m[1] in SPEAKING}


if __name__ == "__main__":
    raise SystemExit(main())
