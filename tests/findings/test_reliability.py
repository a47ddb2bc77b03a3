"""Scores say how often such findings are right."""

from __future__ import annotations

import pytest

from redactor.findings.finding import Finding
from redactor.findings.reliability import ANY, calibrated, share_right, tables

TABLE = [(0.2, 0.1), (0.6, 0.5), (0.9, 0.95)]


@pytest.mark.parametrize(
    ("score", "share"),
    [(0.0, 0.1), (0.2, 0.1), (0.4, 0.3), (0.6, 0.5), (0.75, 0.725), (0.9, 0.95), (1.0, 0.95)],
)
def test_between_the_rows_of_a_table_the_share_rises_in_proportion(score: float, share: float) -> None:
    assert share_right(TABLE, score) == pytest.approx(share)


def test_every_table_rises_and_stays_within_bounds() -> None:
    for table in tables().values():
        scores, shares = zip(*table, strict=True)
        assert list(scores) == sorted(scores)
        assert list(shares) == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)


def test_a_recogniser_without_a_table_is_judged_as_any() -> None:
    (finding,) = calibrated([Finding(0, 3, "PERSON", 0.5, "unheard of", "")])
    assert finding.score == share_right(tables()[ANY], 0.5)
