"""Print, in Markdown, how many of the findings shown at each score are right: python tests/benchmarks/reliability.py DRAFT …

The drafts are marked up as `[[TYPE:entity:text]]`; right is what is at least half to be masked.
"""

import sys
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "resources" / "model" / "recipe")]

from marked import is_right, plain  # noqa: E402  # the recipe is a folder of scripts

from redactor.findings.detect import detect  # noqa: E402

EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.01)


def main() -> None:
    """Print the table."""
    outcomes: list[tuple[float, bool]] = []
    for draft in sys.argv[1:]:
        text, masked = plain(Path(draft).read_text(encoding="utf-8"))
        for finding in detect(text):
            outcomes.append((finding.score, is_right(masked, finding.start, finding.end)))
    print("| shown as | findings | mean score | right |")
    print("|---|---|---|---|")
    for low, high in pairwise(EDGES):
        some = [(score, right) for score, right in outcomes if low <= score < high]
        if some:
            mean, share = (sum(column) / len(some) for column in zip(*some, strict=True))
            print(f"| {low:.2f} to {min(high, 1):.2f} | {len(some)} | {mean:.3f} | {share:.3f} |")


if __name__ == "__main__":
    main()
