"""Print, in Markdown, how many names of each origin are found when all of them stand in the same passages.

python tests/benchmarks/fairness.py [--missed]    with every missed mention, between its neighbours
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "findings")]

from placed_names import ORIGINS, Carrier, Document, Mention, documents, missed  # noqa: E402  # from a test folder

from redactor.findings.detect import detect  # noqa: E402
from redactor.findings.finding import Finding  # noqa: E402
from redactor.findings.names import our_model  # noqa: E402

WORST = 3
WORST_OF_ALL = 15
_AROUND = 45  # characters shown on either side of what was missed

Misses = list[tuple[Document, Mention]]


@dataclass
class Figures:
    """What was looked for and what was missed: by the model alone, and by everything together."""

    mentions: list[Mention] = field(default_factory=list)
    by_model: Misses = field(default_factory=list)
    by_all: Misses = field(default_factory=list)

    def recall(self, misses: Misses) -> float:
        """Return the share of mentions that were found."""
        return 1 - len(misses) / len(self.mentions)


def main() -> None:
    """Print the table of origins, the worst passages of all, and on request each miss."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--missed", action="store_true", help="print every missed mention")
    options = parser.parse_args()
    figures = {origin: measured(origin) for origin in ORIGINS}
    print_origins(figures)
    print_shapes(list(figures.values()))
    print_worst(list(figures.values()))
    for origin, its in figures.items() if options.missed else ():
        for document, mention in its.by_all:
            print(f"{origin}\t{mention.carrier.shape}\t{_shown(document, mention)}")


def measured(origin: str) -> Figures:
    """Return the figures of one origin."""
    figures = Figures()
    look: tuple[tuple[Misses, Callable[[str], list[Finding]]], ...] = (
        (figures.by_model, our_model().find),
        (figures.by_all, detect),
    )
    for document in documents(origin):
        figures.mentions.extend(document.mentions)
        for misses, find in look:
            misses.extend((document, mention) for mention in missed(document, find(document.text)))
    return figures


def print_origins(figures: dict[str, Figures]) -> None:
    """Print a row for each origin, one for all, and the greatest difference between two origins."""
    print("| origin | mentions | model alone | everything | passages missed most |\n|---|---|---|---|---|")
    for origin, its in sorted(figures.items()):
        print(_row(origin.replace("_", " ").title(), its, WORST))
    print(_row("All", together(list(figures.values())), 0))
    apart = (
        max(recalls) - min(recalls)
        for recalls in (
            [its.recall(its.by_model) for its in figures.values()],
            [its.recall(its.by_all) for its in figures.values()],
        )
    )
    print("| Most apart | |", " | ".join(f"{difference:.3f}" for difference in apart), "| |")


def _row(name: str, its: Figures, worst: int) -> str:
    often = "; ".join(f"{_words(carrier)} ({count})" for carrier, count in _most_missed(its, worst))
    recalls = f"{its.recall(its.by_model):.3f} | {its.recall(its.by_all):.3f}"
    return f"| {name} | {len(its.mentions)} | {recalls} | {often} |"


def print_shapes(figures: Sequence[Figures]) -> None:
    """Print a row for each shape of passage."""
    every = together(figures)
    print("\n| shape | mentions | model alone | everything |\n|---|---|---|---|")
    counts = Counter(mention.carrier.shape for mention in every.mentions)
    by_model = Counter(mention.carrier.shape for _, mention in every.by_model)
    by_all = Counter(mention.carrier.shape for _, mention in every.by_all)
    for shape, count in counts.items():
        print(f"| {shape} | {count} | {1 - by_model[shape] / count:.3f} | {1 - by_all[shape] / count:.3f} |")


def print_worst(figures: Sequence[Figures]) -> None:
    """Print the passages in which most is missed by everything together."""
    every = together(figures)
    times = Counter(mention.carrier for mention in every.mentions)
    print("\n| passage | shape | missed | of |\n|---|---|---|---|")
    for carrier, count in _most_missed(every, WORST_OF_ALL):
        print(f"| {_words(carrier)} | {carrier.shape} | {count} | {times[carrier]} |")


def together(figures: Sequence[Figures]) -> Figures:
    """Return the figures of several origins as one."""
    return Figures(
        [mention for its in figures for mention in its.mentions],
        [miss for its in figures for miss in its.by_model],
        [miss for its in figures for miss in its.by_all],
    )


def _most_missed(its: Figures, most: int) -> list[tuple[Carrier, int]]:
    return Counter(mention.carrier for _, mention in its.by_all).most_common(most)


def _words(carrier: Carrier) -> str:
    text = " / ".join(carrier.text.replace("\t", " ⇥ ").replace("|", "\\|").splitlines())
    return f"“{text if len(text) <= 60 else text[:59] + '…'}”"


def _shown(document: Document, mention: Mention) -> str:
    before = document.text[max(0, mention.start - _AROUND) : mention.start]
    after = document.text[mention.end : mention.end + _AROUND]
    return f"{before!r} **{document.text[mention.start : mention.end]}** {after!r}"


if __name__ == "__main__":
    main()
