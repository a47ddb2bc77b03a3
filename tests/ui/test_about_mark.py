"""What is said about one mark."""

from __future__ import annotations

from short_case import short_case, suggested_case

from redactor.marks.mark import Area
from redactor.ui.about_mark import history, mention_of, sentence_html


def test_the_words_are_bold_in_their_sentence() -> None:
    case = suggested_case()

    html = sentence_html(case.document.text, case.marks["m2"])

    assert "Later <b>Kez</b> and Dean" in html


def test_mark_up_in_a_draft_is_shown_and_not_obeyed() -> None:
    case = short_case("see <img src=x> Kez & co")
    (id,) = case.add(16, 19, "PERSON", by="A")

    html = sentence_html(case.document.text, case.marks[id])

    assert html == "see &lt;img src=x&gt; <b>Kez</b> &amp; co"


def test_a_drawn_area_says_so() -> None:
    case = suggested_case()
    (id,) = case.add_area(Area(1, 1, 1, 2, 2), "ID", by="A")

    assert "area" in sentence_html(case.document.text, case.marks[id])


def test_a_mention_is_counted_among_its_like() -> None:
    case = suggested_case()

    assert mention_of(case, case.marks["m2"]) == "2 of 3"


def test_history_tells_who_did_what_to_a_mark_and_its_label() -> None:
    case = suggested_case()
    case.confirm(["m1"], by="Ann")
    case.keep(["m3"], by="Ben")
    case.relabel("kez", "Child E", by="Cat")
    case.undo(by="Ann")

    lines = history(case, case.marks["m1"])

    assert [line.split(",")[0] for line in lines] == [
        "suggested · Redactor",
        "confirmed · Ann",
        "label changed · Cat",
        "taken back · Ann",
    ]
