"""Learns how often findings are right at each score: python calibrate.py DRAFT … > ../reliability.json

The drafts are marked up as `[[TYPE:entity:text]]`. They must not be the ones that figures are then reported on.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from marked import is_right, plain

from redactor.findings import detect
from redactor.findings.finding import Finding
from redactor.findings.reliability import ANY, Table

detect.calibrated = list  # scores as the recognisers give them

ENOUGH = 60  # findings of one recogniser before it is judged by itself
TOGETHER = 40  # findings of neighbouring scores that are judged together
DOUBT = 1.0  # findings of each outcome added to each bin: no bin is believed to be always right


def outcomes(draft: Path) -> Iterator[tuple[Finding, bool]]:
    """Yield each finding in a marked-up draft, and whether at least half of it should be masked."""
    text, masked = plain(draft.read_text(encoding="utf-8"))
    for finding in detect.detect(text):
        yield finding, is_right(masked, finding.start, finding.end)


def table(results: Iterable[tuple[float, bool]]) -> Table:
    """Return the share that was right at rising scores: bins of like size, made to rise (pool adjacent violators)."""
    rows = sorted(results)
    pooled: list[list[float]] = []  # right, all, sum of scores
    for some in _bins(rows, TOGETHER):
        pooled.append([sum(right for _, right in some), len(some), sum(score for score, _ in some)])
        while len(pooled) > 1 and pooled[-2][0] / pooled[-2][1] >= pooled[-1][0] / pooled[-1][1]:
            right, count, scores = pooled.pop()
            pooled[-1] = [pooled[-1][0] + right, pooled[-1][1] + count, pooled[-1][2] + scores]
    return [
        (round(scores / count, 3), round((right + DOUBT / 2) / (count + DOUBT), 3))
        for right, count, scores in pooled
    ]


def _bins(rows: list[tuple[float, bool]], least: int) -> Iterator[list[tuple[float, bool]]]:
    """Yield rows of neighbouring scores, at least so many together; what has one score stays together."""
    some: list[tuple[float, bool]] = []
    for _, same in groupby(rows, key=lambda row: row[0]):
        some += same
        if len(some) >= least:
            yield some
            some = []
    if some:
        yield some


def main() -> None:
    """Print the tables."""
    by_recogniser: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    everything: list[tuple[float, bool]] = []
    for draft in sys.argv[1:]:
        for finding, right in outcomes(Path(draft)):
            by_recogniser[finding.recogniser].append((finding.score, right))
            everything.append((finding.score, right))
    known = {name: table(some) for name, some in sorted(by_recogniser.items()) if len(some) >= ENOUGH}
    rows = {**known, ANY: table(everything)}.items()
    print("{\n" + ",\n".join(f" {json.dumps(name)}: {json.dumps(row)}" for name, row in rows) + "\n}")


if __name__ == "__main__":
    main()
