"""What a bulk decision never sweeps up unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from parted_kit import parted

from redactor.marks.mark import Mark, Verdict
from redactor.marks.unsure import AMBIGUOUS, DOUBTFUL, FIRST, form_of


def mark(id: str, text: str, entity: str = "kez", *, score: float = 0.95, type: str = "PERSON") -> Mark:
    at = int(id[1:]) * 100
    return Mark(id, at, at + len(text), text, type, entity, score)


def told(
    *marks: Mark, confirmed: set[tuple[str, str]] | None = None, **more: object
) -> list[tuple[str, str]]:
    look = parted(marks, confirmed or set(), **more).look  # type: ignore[arg-type]  # as the test says
    return [(each.mark.id, each.why) for each in look]


def test_the_first_mention_of_each_form_is_looked_at_and_the_rest_follow_it() -> None:
    marks = [mark("m1", "Kezia"), mark("m2", "kezia"), mark("m3", "Kez"), mark("m4", "Kezia")]

    assert told(*marks) == [("m1", FIRST), ("m3", FIRST)]
    assert [each.id for each in parted(marks, set()).same] == ["m2", "m4"]


def test_white_space_makes_no_other_form_and_another_person_does() -> None:
    marks = [mark("m1", "Kezia Orr"), mark("m2", "Kezia\nOrr"), mark("m3", "Kezia Orr", "other")]

    assert told(*marks) == [("m1", FIRST), ("m3", FIRST)]


@pytest.mark.parametrize(("score", "looked_at"), [(0.79, True), (0.8, False)])
def test_below_the_confidence_each_is_looked_at(score: float, looked_at: bool) -> None:
    marks = [mark("m1", "Kezia"), mark("m2", "Kezia", score=score)]

    assert (("m2", DOUBTFUL) in told(*marks)) is looked_at


def test_a_doubtful_mention_does_not_stand_for_a_sure_one() -> None:
    assert told(mark("m1", "Kezia", score=0.4), mark("m2", "Kezia")) == [("m1", DOUBTFUL), ("m2", FIRST)]


def test_a_name_that_is_also_a_word_or_names_two_people_is_looked_at_each_time() -> None:
    marks = [mark("m1", "Grace"), mark("m2", "Grace"), mark("m3", "K.O."), mark("m4", "K.O.")]

    assert told(*marks, shared={"k.o."}) == [(f"m{n}", AMBIGUOUS) for n in range(1, 5)]


def test_an_ordinary_word_that_is_no_name_is_not_ambiguous() -> None:
    assert told(mark("m1", "four", type="AGE"), mark("m2", "four", type="AGE")) == [("m1", FIRST)]


def test_the_most_doubtful_come_first() -> None:
    marks = [
        mark("m1", "Kezia"),
        mark("m2", "Grace"),
        mark("m3", "Ann", score=0.7),
        mark("m4", "Bo", score=0.3),
    ]

    assert [id for id, _ in told(*marks)] == ["m4", "m3", "m2", "m1"]


def test_what_was_confirmed_stands_for_its_like_and_what_was_kept_does_not() -> None:
    kept = replace(mark("m1", "Kezia"), verdict=Verdict.KEEP)

    assert told(kept, mark("m2", "Kezia")) == [("m2", FIRST)]
    assert told(mark("m2", "Kezia"), confirmed={form_of(kept)}) == []
