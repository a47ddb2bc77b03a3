"""Kill a process that decides on a case without pause, again and again on the same case, and tell what its file holds.

    python tests/benchmarks/killed_reviewing.py [--kills 300] [--seed 5]

The process says after each verb how long the history is and how it ends. Kills come at random moments after a random
number of these words; one in ten comes while the case is being opened. Whatever was said must be in the file
afterwards, and at most one decision more.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from redactor.marks import casefile, sealing  # noqa: E402  # lies in another folder
from redactor.marks.case import Case  # noqa: E402  # lies in another folder

PASSPHRASE = "correct horse"
MEMORY = 64
"""KiB for the key, here and in what is killed: how slowly it is derived is not what is tried."""
OPENING = 0.1
"""Share of the kills that come before the case is open."""
MOST_WORDS, LONGEST = 12, 0.03
"""A kill comes after 0 to so many verbs, and so many seconds at most."""


def main(kills: int, seed: int) -> None:
    """Print the tally; stops at the first wrong outcome."""
    chance = random.Random(seed)
    tally: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path = made(Path(folder))
        for _ in range(kills):
            tally.update(killed(path, chance))
        case = casefile.open_case(path, PASSPHRASE)
        case.close()
    print(f"{kills} kills, {len(case.log)} decisions in one history that holds; after the kills:")
    print("\n".join(f"  {count:5d}  {what}" for what, count in sorted(tally.items())))


def made(folder: Path) -> Path:
    """A case with a few marks."""
    from tests.marks.test_case import suggested

    path = folder / "case.redactor"
    case = suggested()
    casefile.keep_case(case, path, PASSPHRASE)
    case.close()
    return path


def killed(path: Path, chance: random.Random) -> list[str]:
    """What is to be told of the case once somebody who decided on it was killed; it is opened again and checked.

    Raises AssertionError where more is missing than the decision in flight, or anything that was not decided is there.
    """
    before = casefile.open_case(path, PASSPHRASE)
    before.close()
    words = _words_of_the_killed(path, chance)
    journal = path.with_name(f"{path.name}-journal").exists()
    part = path.with_name(f".{path.name}.part").exists()
    after = casefile.open_case(path, PASSPHRASE)
    after.close()
    assert after.held_by == "", "a dead process holds the case"
    number, digest = (int(words[-1].split()[0]), words[-1].split()[1]) if words else _end(before)
    assert after.log[number - 1].digest() == digest, "another history"
    more = len(after.log) - number
    assert 0 <= more <= 1, f"{number} decisions were made, {len(after.log)} are there"
    told = ["the decision in flight is there as well" if more else "all that was decided is there"]
    told += ["a transaction in flight was taken back"] if journal else []
    return told + (["a file that was being written beside was left aside"] if part else [])


def _words_of_the_killed(path: Path, chance: random.Random) -> list[str]:
    arguments = [sys.executable, __file__, "--review", str(path), str(chance.random())]
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        words = []
        if chance.random() < OPENING:
            process.stdout.readline()  # it is about to open the case
        else:
            words = [process.stdout.readline() for _ in range(2 + chance.randrange(MOST_WORDS))][2:]
        time.sleep(chance.uniform(0, LONGEST))
        process.kill()
        words += process.stdout.readlines()
    return [line for line in words if line.endswith("\n") and line[0].isdigit()]


def _end(case: Case) -> tuple[int, str]:
    return len(case.log), case.log[-1].digest()


def review(path: Path, seed: str) -> None:
    """Decide at random without end, and say after each verb how the history ends."""
    chance = random.Random(seed)
    print("opening", flush=True)
    case = casefile.open_case(path, PASSPHRASE)
    print("open", flush=True)
    while True:
        decide(case, chance)
        print(*_end(case), flush=True)


def decide(case: Case, chance: random.Random) -> None:
    """One verb, which may find nothing to change; now and then the whole file is written anew instead."""
    ids = chance.sample(sorted(case.marks), chance.randrange(1, len(case.marks) + 1))
    verb = chance.choice(
        ["confirm", "keep", "reopen", "set_reason", "relabel", "add", "undo", "redo", "compact"]
    )
    match verb:
        case "confirm" | "keep" | "reopen":
            getattr(case, verb)(ids, by="Ann")
        case "set_reason":
            case.set_reason(ids, f"reason {chance.random()}", by="Ann")
        case "relabel":
            case.relabel(case.marks[ids[0]].entity, f"Person {chance.randrange(99)}", by="Ann")
        case "add":
            start = chance.randrange(len(case.document.text) - 5)
            case.add(start, start + 5, "PLACE", by="Ann")
        case "undo" | "redo":
            getattr(case, verb)(by="Ann")
        case "compact":
            casefile.remember_page(case, chance.randrange(1, 99))
            casefile.compact(case)


if __name__ == "__main__":
    sealing.MEMORY = MEMORY
    if sys.argv[1:2] == ["--review"]:
        review(Path(sys.argv[2]), sys.argv[3])
    else:
        parser = argparse.ArgumentParser(description=__doc__)
        parser.add_argument("--kills", type=int, default=300)
        parser.add_argument("--seed", type=int, default=5)
        options = parser.parse_args()
        main(options.kills, options.seed)
