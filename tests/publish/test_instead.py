"""What dates, ages and black boxes of a case become by its settings, and that the proof agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest
from draft_kit import draft, text_of
from signing_kit import signed

from redactor.document.source import read_draft
from redactor.findings.finding import Finding
from redactor.marks.case import Case
from redactor.marks.settings import Settings
from redactor.publish import release
from redactor.publish.decided import plan_of, secrets_of
from redactor.publish.instead import Instead
from redactor.publish.plan import Style
from redactor.publish.verify import verify

BY = "A. Reviewer"


def case_of(*lines: str, **settings: object) -> Case:
    case = Case(read_draft(draft(lines), "draft.pdf"))
    case.choose_settings(replace(Settings(), **settings), by=BY)  # type: ignore[arg-type]  # the test's own fields
    return case


def confirm(case: Case, wording: str, type: str, label: str = "", *, at: int = 0) -> str:
    """Suggest and confirm the wording at its first place, or the one numbered `at`; the id of the mark."""
    start = -1
    for _ in range(at + 1):
        start = case.document.text.index(wording, start + 1)
    label = label or {"DATE": "[date]", "AGE": "[age]"}[type]
    finding = Finding(start, start + len(wording), type, 0.9, "test", "It looks like one.", f"e{start}")
    ids = case.suggest([finding], {f"e{start}": label})
    case.confirm(ids, by=BY)
    return next(iter(ids))


def published(case: Case, style: Style = "pseudonym") -> str:
    """The text of what is published, white space made single; it is verified."""
    made, *_ = release.make(case.pdf, plan_of(signed(case), style))
    assert verify(made, secrets_of(case, style)) == []
    return " ".join(text_of(made).split()).replace(" .", ".").replace(" ,", ",")


def test_a_date_is_published_as_its_month_and_year() -> None:
    case = case_of("She was seen on 14 March 2012 at home.", dates="month")
    confirm(case, "14 March 2012", "DATE")

    assert published(case) == "She was seen on a day in March 2012 at home."


def test_a_date_is_published_as_its_distance_from_a_day() -> None:
    case = case_of(
        "A bruise was seen 22/02/2012, and she died on 14/03/2012.", dates="interval", anchor="2012-03-14"
    )
    confirm(case, "22/02/2012", "DATE")
    confirm(case, "14/03/2012", "DATE")

    assert published(case) == (
        "A bruise was seen 3 weeks before the incident, and she died on the day of the incident."
    )


def test_what_is_not_sure_keeps_its_fixed_label() -> None:
    case = case_of("She came back on the 14th and stayed.", dates="month")
    confirm(case, "14th", "DATE")

    assert published(case) == "She came back on the [date] and stayed."


def test_an_age_is_published_as_a_band_beside_other_ages() -> None:
    case = case_of("Ann was aged 7, her brother 4 years old and the baby 10 weeks old.", ages="band")
    for age in ("7", "4 years old", "10 weeks old"):
        confirm(case, age, "AGE")

    assert published(case) == (
        "Ann was aged 5–10, her brother 1–4 years old and the baby less than a year old."
    )


def test_an_age_may_coincide_with_a_number_in_an_interval() -> None:
    case = case_of(
        "The baby was 3 weeks old on 14/03/2012. A call came on 22/02/2012.",
        dates="interval",
        anchor="2012-03-14",
    )
    confirm(case, "3 weeks old", "AGE")
    confirm(case, "14/03/2012", "DATE")
    confirm(case, "22/02/2012", "DATE")

    assert "3 weeks before the incident" in published(case)


def test_a_month_stays_where_dates_become_months_and_is_no_secret() -> None:
    case = case_of("In March 2012 she moved, and in April she was seen; 2 May 2012.", dates="month")
    for date in ("March 2012", "April", "2 May 2012"):
        confirm(case, date, "DATE")

    assert published(case) == "In March 2012 she moved, and in April she was seen; May 2012."
    assert [secret.text for secret in secrets_of(case)] == ["2 May 2012"]
    assert "March" not in published(case, "blackout")


def test_a_month_that_was_marked_by_hand_does_not_stay() -> None:
    case = case_of("In March 2012 she moved.", dates="month")
    start = case.document.text.index("March 2012")
    case.add(start, start + len("March 2012"), "DATE", by=BY)

    assert published(case) == "In 2012 she moved."


def test_a_month_that_is_a_childs_name_is_not_published() -> None:
    case = case_of("June Bell was seen on 14 June 2012.", dates="month")
    confirm(case, "June", "PERSON", "Child B")
    confirm(case, "14 June 2012", "DATE")

    assert published(case) == "Child B Bell was seen on a day in 2012."


def test_a_wording_of_ones_own_comes_before_the_settings() -> None:
    case = case_of("She was seen on 14 March 2012.", dates="month")
    confirm(case, "14 March 2012", "DATE", "one spring day")

    assert published(case) == "She was seen on one spring day."


@pytest.mark.parametrize(
    "settings", [{"dates": "month"}, {"dates": "year"}, {"ages": "band"}, {"codes": True}]
)
def test_two_drafts_that_differ_only_in_what_is_generalised_publish_to_the_same_page(
    settings: dict[str, object],
) -> None:
    texts = []
    for day, age in (("14 March 2012", "7"), ("2nd March 2012", "nine")):
        case = case_of(f"She, {age}, was seen on {day} and went home.", **settings)
        if "ages" not in settings:
            age = "7" if age == "7" else "nine"
        confirm(case, day, "DATE")
        confirm(case, age, "AGE")
        made, *_ = release.make(
            case.pdf, plan_of(signed(case), "blackout" if "codes" in settings else "pseudonym")
        )
        texts.append(made)

    assert texts[0] == texts[1]


def test_a_black_box_carries_the_code_of_its_reason() -> None:
    case = case_of("Ann Lee, 7, is White Irish.", codes=True)
    confirm(case, "Ann Lee", "PERSON", "Child B")
    confirm(case, "7", "AGE")
    case.set_reason([confirm(case, "White Irish", "NORP", "[background]")], "court-order", by=BY)

    text = published(case, "blackout")

    assert text == "PD, CW, is CO."


def test_a_code_that_is_a_confirmed_wording_is_left_out() -> None:
    case = case_of("PD is Ann Lee.", codes=True)
    confirm(case, "PD", "PERSON", "Child B")
    confirm(case, "Ann Lee", "PERSON", "Child B")

    assert "PD" not in published(case, "blackout")


def test_settings_are_a_decision_and_can_be_taken_back() -> None:
    case = case_of("She was seen on 14 March 2012.")
    mark = case.marks[confirm(case, "14 March 2012", "DATE")]
    changed = case.choose_settings(Settings(dates="year"), by=BY)

    assert changed == {mark.id}
    assert Instead(case).label(mark) == "a day in 2012"
    assert Case(case.opened, case.log).settings == Settings(dates="year")

    case.undo(by=BY)

    assert Instead(case).label(mark) == "[date]"


def test_a_date_that_comes_about_where_words_meet_does_not_stop_publication() -> None:
    case = case_of(
        "On New Year’s morning 2012 she rang. It was morning. 3/4/2012 followed that.", dates="year"
    )
    confirm(case, "morning 2012", "DATE", "then")
    confirm(case, "3/4/2012", "DATE")

    assert "morning. 2012 followed" in published(case)
