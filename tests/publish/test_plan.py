"""A plan goes to plain JSON and back."""

from __future__ import annotations

import json

import pytest

from redactor.publish.plan import Plan, Removal, Rule, Secret

QUAD = (1.0, 2.0, 3.0, 2.0, 1.0, 4.0, 3.0, 4.0)
PLAN = Plan(
    (
        Removal(
            "m1",
            2,
            (QUAD, QUAD),
            "Jo",
            "PERSON",
            "Child A",
            Rule("interval", "2012-03-14", "the incident"),
            "PD",
        ),
    ),
    (Secret("Jo", "PERSON", 1),),
    "pseudonym",
    "Report",
)


def test_a_plan_survives_json() -> None:
    assert Plan.from_plain(json.loads(json.dumps(PLAN.to_plain()))) == PLAN


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(ValueError, match="style"):
        Plan.from_plain({**PLAN.to_plain(), "style": "invisible"})


def test_a_quad_needs_eight_numbers() -> None:
    plain = PLAN.to_plain()
    plain["removals"][0]["quads"] = [[1, 2, 3]]

    with pytest.raises(ValueError, match="unpack"):
        Plan.from_plain(plain)
