"""Open a case of a thousand pages and twenty thousand marks, and tell where the time goes.

    python tests/benchmarks/opening_case.py [--pages 1000] [--marks 20000] [--keep FILE]

Times are the shortest of five, as multiples of deriving the key of the same passphrase, which is meant to take long and is
the same on every machine relative to its memory. `--keep` leaves the case in a file, passphrase "benchmark".
"""

from __future__ import annotations

import argparse
import contextlib
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from redactor.document.source import Document  # noqa: E402  # lies in another folder
from redactor.findings.finding import Finding  # noqa: E402
from redactor.marks import case_tables, casefile, sealing  # noqa: E402
from redactor.marks.case import Case  # noqa: E402

PASSPHRASE = "benchmark"
TYPES = ("PERSON", "PERSON", "PERSON", "DATE", "PLACE")
PEOPLE = 400


def main(pages: int, marks: int, keep: Path | None) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder) / "large.redactor"
        if not path.exists():
            case = large_case(pages, marks)
            casefile.keep_case(case, path, PASSPHRASE)
            _review(case)
        report(path)


def large_case(pages: int, marks: int) -> Case:
    """A case with marks spread evenly over a made-up draft, three in four of them decided."""
    from long_draft import long_draft  # type: ignore[import-not-found]  # lies in another folder

    from redactor.document.source import read_draft

    case = Case(read_draft(long_draft(pages), "large.pdf"))
    case.suggest(list(_findings(case.document, marks)), {f"p{n}": f"Person {n}" for n in range(PEOPLE)})
    return case


def _findings(document: Document, marks: int) -> Iterator[Finding]:
    chance = random.Random(3)
    step = len(document.text) // marks
    for number in range(marks):
        start = number * step
        yield Finding(
            start, start + min(9, step - 1), chance.choice(TYPES), 0.9, "benchmark",
            "Looks like a name, and stands where a name would.", f"p{chance.randrange(PEOPLE)}",
        )  # fmt: skip


def _review(case: Case) -> None:
    """Decide on three marks in four, most of them forty at once, some one by one, and close the case."""
    ids = list(case.marks)
    for number in range(0, len(ids) * 3 // 4, 40):
        case.confirm(ids[number : number + 40], by="Ann", reason="personal data")
    for id in ids[-500:]:
        case.keep([id], by="Ann")
    casefile.remember_page(case, len(case.document.pages) // 2)
    case.close()


def report(path: Path) -> None:
    """Print how long opening takes and each part of it."""
    key = sealing.key_for(path, PASSPHRASE)
    unit = _shortest(lambda: sealing.key_for(path, PASSPHRASE))
    with contextlib.closing(sealing.unlocked(path, key, case_tables.VERSION)) as store:
        opened = case_tables.read_opened(store)
        log = case_tables.read_log(store)
        parts: dict[str, Callable[[], object]] = {
            "unlocked and peeked: the page last worked on can be shown": lambda: _peeked(path),
            "opened whole": lambda: casefile.open_case(path, PASSPHRASE).close(),
            "  of which the draft, its pages and text": lambda: case_tables.read_opened(store),
            "  of which the history, checked": lambda: case_tables.read_log(store),
            "  of which the marks as the history tells": lambda: Case(opened, log),
            "every page of the file checked": lambda: sealing.is_whole(store),
        }
        print(f"{path.stat().st_size / 1e6:.0f} MB, {len(opened.document.pages)} pages, {len(log)} decisions")
        print(f"  1.00  deriving the key ({unit * 1000:.0f} ms)")
        for name, part in parts.items():
            print(f"{_shortest(part) / unit:6.2f}  {name}")
    case = casefile.open_case(path, PASSPHRASE)
    id = next(iter(case.marks))
    print(
        f"{_shortest(lambda: case.set_reason([id], str(time.time_ns()), by='Ann')) / unit:6.2f}  one decision, written"
    )
    print(f"{_shortest(lambda: casefile.compact(case), times=1) / unit:6.2f}  written anew and checked")
    case.close()


def _peeked(path: Path) -> None:
    opening = casefile.unlock(path, PASSPHRASE)
    opening.peek()
    opening.close()


def _shortest(act: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--marks", type=int, default=20000)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    main(options.pages, options.marks, options.keep)
