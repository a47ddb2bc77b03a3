"""What becomes of other people's PDFs: each is opened, three words a page are marked, published and verified.

    python tests/benchmarks/corpora.py FOLDER… [--at-once N] [--from NUMBER] [--no-pixels] [--most SECONDS]

The PDFs are not part of this: fetch the test files of pdf.js, pdfplumber or PyMuPDF. Each is worked on in a process
of its own, which is ended after so many seconds of computing, or once it takes more memory than it may. Most of the time goes
into reading pixels, which --no-pixels leaves out of the proof.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from running import ROOT

if TYPE_CHECKING:
    from redactor.document.source import Document
    from redactor.errors import Tick
    from redactor.marks.case import Case
    from redactor.publish.plan import Style

WORDS = 3
"""Marked on each page: its longest."""
SECONDS = 60
"""Of computing without a step of progress, all threads together: by the clock other work on the machine would count."""
MEGABYTES = 1000
_STYLES: tuple[Style, ...] = ("blackout", "pseudonym")
_PRELOADED = ("redactor.document.readers.scan", "redactor.document.readers.pdf", "redactor.publish.release")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    Args:
        end: "published", "refused", "crash", "hang", "slow" or "memory".
        told: the sentence it was refused with, the traceback, or the step at which it was ended.
        seconds: of computing.
        megabytes: at its peak.
    """

    end: str
    told: str
    seconds: float
    megabytes: float


def main(options: argparse.Namespace) -> None:
    """Print a tally for each folder, and every file that was not published."""
    sys.path.insert(0, str(ROOT))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*_PRELOADED])
    for folder in options.folders:
        drafts = sorted(folder.rglob("*.pdf"), key=lambda draft: draft.stat().st_size)[options.first :]
        with ThreadPoolExecutor(options.at_once) as pool:
            done = list(pool.map(partial(_watched, context, options), drafts))
        _tell(folder, {draft.name: outcome for draft, outcome in zip(drafts, done, strict=True)})


def _tell(folder: Path, outcomes: dict[str, Outcome]) -> None:
    ends = Counter(outcome.end for outcome in outcomes.values())
    slowest = max((outcome.seconds for outcome in outcomes.values()), default=0)
    largest = max((outcome.megabytes for outcome in outcomes.values()), default=0)
    tally = ", ".join(f"{count} {end}" for end, count in ends.most_common())
    print(f"\n{folder.name}: {len(outcomes)} files: {tally}; most {slowest:.0f} s, {largest:.0f} MB")
    told: dict[tuple[str, str], list[str]] = {}
    for name, outcome in outcomes.items():
        if outcome.end != "published":
            told.setdefault((outcome.end, outcome.told.replace(name, "…")), []).append(name)
    for (end, sentence), names in sorted(told.items(), key=lambda item: (item[0][0], -len(item[1]))):
        print(f"  {end} ({len(names)}): {sentence}\n      {' '.join(names)}")


def _watched(
    context: multiprocessing.context.ForkServerContext, options: argparse.Namespace, draft: Path
) -> Outcome:
    """Print and give what became of a file."""
    outcome = _of_a_process(context, options, draft)
    print(
        f"{draft.name}: {outcome.end} {outcome.seconds:.1f} s {outcome.megabytes:.0f} MB {outcome.told}",
        flush=True,
    )
    return outcome


def _of_a_process(
    context: multiprocessing.context.ForkServerContext, options: argparse.Namespace, draft: Path
) -> Outcome:
    """Work on a file in a process of its own, and end that where it takes too much."""
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(draft, theirs, not options.no_pixels))
    process.start()
    theirs.close()
    watched = psutil.Process(process.pid)
    step, seconds, since, peak = "Opening", 0.0, 0.0, 0.0
    try:
        while True:
            while ours.poll(0.1):
                told = ours.recv()
                if isinstance(told, Outcome):
                    return told
                step, since = told, seconds
            times = watched.cpu_times()
            seconds = times.user + times.system
            peak = max(peak, watched.memory_info().rss / 1e6)
            if peak > MEGABYTES:
                return Outcome("memory", step, seconds, peak)
            if seconds - since > SECONDS or seconds > options.most:
                return Outcome("hang" if seconds - since > SECONDS else "slow", step, seconds, peak)
    except (EOFError, psutil.NoSuchProcess):
        return Outcome("crash", f"the process ended ({step})", seconds, peak)
    finally:
        process.kill()
        process.join()


def _work(draft: Path, tell: Connection, pixels: bool) -> None:
    """The whole way of one file; tells each step, then what became of it."""
    from redactor.errors import RedactorError
    from redactor.publish.checks import pixels as check

    if not pixels:
        check.problems = lambda published, secrets: []

    end, told = "published", ""
    try:
        _publish(draft, lambda done, total, note: tell.send(note))
    except RedactorError as error:
        end = "refused"
        told = " / ".join(
            (error.sentence, *(_plain(problem) for problem in getattr(error, "problems", ())[:4]))
        )
        told += f" [{error.detail}]" if error.detail else ""
    except BaseException:  # whatever it is, it is what this benchmark looks for
        end, told = "crash", "".join(traceback.format_exc().splitlines(keepends=True)[-7:])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    tell.send(Outcome(end, told, time.process_time(), peak))


def _publish(draft: Path, tick: Tick) -> None:
    from redactor.document.source import open_document
    from redactor.marks.case import Case
    from redactor.publish.decided import plan_of
    from redactor.publish.release import publish

    sys.path.append(str(ROOT / "tests"))
    from signing_kit import signed  # type: ignore[import-not-found]  # lies in another folder

    case = Case(open_document(draft, tick))
    _mark(case)
    signed(case)
    style = _STYLES[sum(draft.name.encode()) % 2]
    with tempfile.TemporaryDirectory() as folder:
        publish(case.pdf, plan_of(case, style), Path(folder) / "published.pdf", tick)


def _mark(case: Case) -> None:
    """Mark the longest words of each page wherever they stand in the draft, as names of so many people."""
    from redactor.findings import matching
    from redactor.publish.decided import unmarked

    hay = matching.haystack(case.document.text)
    for word in dict.fromkeys(_longest(case.document)):
        if spans := matching.find(hay, matching.needle(word)):
            case.add_all(spans, "PERSON", by="Benchmark")
    case.add_all(unmarked(case), "PERSON", by="Benchmark")


def _longest(document: Document) -> Iterator[str]:
    for page in document.pages:
        words = {word.lower() for word in re.findall(r"\b[^\W\d_]{3,40}\b", page.text)}
        yield from sorted(words, key=lambda word: (-len(word), word))[:WORDS]


def _plain(problem: str) -> str:
    """A problem without what it quotes, so that like ones are told once."""
    return re.sub(r"\d+", "#", re.sub(r"“.*?”", "“…”", problem))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--at-once", type=int, default=2, metavar="N")
    parser.add_argument(
        "--from", dest="first", type=int, default=0, metavar="NUMBER", help="skip so many files"
    )
    parser.add_argument("--no-pixels", action="store_true", help="leave reading pixels out")
    parser.add_argument(
        "--most", type=float, default=600, metavar="SECONDS", help="of computing, for one file"
    )
    main(parser.parse_args())
