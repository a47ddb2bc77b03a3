"""Print, in Markdown, how many of the findings shown at each score are right: python tests/benchmarks/reliability.py DRAFT …

The drafts are marked up as `[[TYPE:entity:text]]`; right is what is at least half to be masked.
"""

import re
import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from redactor.findings.detect import detect  # noqa: E402

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)
_MARK = re.compile(r"\[\[([A-Z]+):([^:\]]*):(.*?)\]\]")


def plain(marked: str) -> tuple[str, bytearray]:
    """Return the text without its marks, and for each character whether it is to be masked."""
    text, masked, at = "", bytearray(), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()] + mark[3]
        masked += bytes(mark.start() - at) + bytes([mark[1] != "PUBLIC"]) * len(mark[3])
        at = mark.end()
    return text + marked[at:], masked + bytes(len(marked) - at)


def main() -> None:
    """Print the table."""
    outcomes: list[tuple[float, bool]] = []
    for draft in sys.argv[1:]:
        text, masked = plain(Path(draft).read_text(encoding="utf-8"))
        for finding in detect(text):
            right = 2 * sum(masked[finding.start : finding.end]) >= finding.end - finding.start
            outcomes.append((finding.score, right))
    print("| shown as | findings | mean score | right |")
    print("|---|---|---|---|")
    for low, high in pairwise(EDGES):
        some = [(score, right) for score, right in outcomes if low <= score < high]
        if some:
            mean, share = (sum(column) / len(some) for column in zip(*some, strict=True))
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {mean:.3f} | {share:.3f} |")


if __name__ == "__main__":
    main()
