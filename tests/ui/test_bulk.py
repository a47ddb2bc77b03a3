"""Deciding on many marks at once, by keys, in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from short_case import TEXT, finding, short_case

from redactor.ui.bulk import Bulk
from redactor.ui.merge_chooser import MergeChooser
from redactor.ui.offer_bar import OfferBar
from redactor.ui.people_verbs import fresh_label, merge, set_role, split
from redactor.ui.session import Session
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def reviewing(window: Window) -> Window:
    """Kez twice and Keziah (doubtful) are one person; Mother is wrongly suggested."""
    case = short_case()
    found = [finding("Kez", 0, "kez"), finding("Kez", 1, "kez"), finding("Keziah", 0, "kez", score=0.4)]
    found.append(finding("Mother", 0, "mother"))
    case.suggest(sorted(found, key=lambda f: f.start), {"kez": "Child D", "mother": "Person 1"})
    session = window.session
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(case)
    return window


@pytest.fixture
def bulk(reviewing: Window) -> Bulk:
    assert reviewing.review is not None
    return reviewing.review.panes.panel.bulk


def press(*keys: str) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keySequence(focus, QKeySequence(key))


def verdicts(session: Session) -> dict[str, str]:
    assert session.case is not None
    return {f"{mark.text} {mark.start}": str(mark.verdict) for mark in session.case.marks.values()}


def words(session: Session, bulk: Bulk) -> list[str]:
    assert session.case is not None
    return [session.case.marks[id].text for id in bulk.shown]


def test_the_doubtful_come_first_and_what_is_worded_the_same_is_not_listed(
    reviewing: Window, bulk: Bulk
) -> None:
    assert words(reviewing.session, bulk) == ["Keziah", "Kez"]
    assert len(bulk.same) == 1


def test_where_there_is_room_for_one_the_rest_waits_to_be_looked_at(reviewing: Window) -> None:
    bulk = Bulk(reviewing.session)
    bulk.set_capacity(1)
    assert (words(reviewing.session, bulk), bulk.more) == (["Kez"], 1)

    bulk.confirm()

    assert list(verdicts(reviewing.session).values()).count("redact") == 1
    assert words(reviewing.session, bulk) == ["Keziah"]
    bulk.confirm()
    assert list(verdicts(reviewing.session).values()).count("redact") == 3


def test_what_is_kept_in_the_list_does_not_take_its_like_along(reviewing: Window, bulk: Bulk) -> None:
    press("K", "Return")

    assert verdicts(reviewing.session)["Kez 0"] == "keep"
    assert verdicts(reviewing.session)["Kez 32"] == "redact"
    assert bulk.shown


def test_all_so_worded_are_kept_at_once_and_undone_at_once(reviewing: Window) -> None:
    press("Shift+K")
    assert [v for k, v in verdicts(reviewing.session).items() if k.startswith("Kez ")] == ["keep", "keep"]

    press("Ctrl+Z")
    assert set(verdicts(reviewing.session).values()) == {"undecided"}


def test_all_that_are_shown_are_kept_with_those_worded_the_same(reviewing: Window) -> None:
    press("Ctrl+K")

    assert list(verdicts(reviewing.session).values()).count("keep") == 3
    assert reviewing.session.mark is not None
    assert reviewing.session.mark.text == "Mother"


def test_the_rows_are_walked_by_keys(reviewing: Window, bulk: Bulk) -> None:
    before = reviewing.session.current
    press("J")
    assert reviewing.session.current != before
    press("Shift+J")
    assert reviewing.session.current == before
    assert before in bulk.shown


def test_a_comment_is_said_of_the_marks_in_scope(reviewing: Window) -> None:
    press("3", "C")
    assert reviewing.review is not None
    QTest.keyClicks(reviewing.review.panes.panel.details.comment, "ask the GP")
    press("Return")

    assert reviewing.session.case is not None
    said = [mark.comment for mark in reviewing.session.case.marks.values() if mark.text == "Kez"]
    assert said == ["ask the GP", "ask the GP"]
    assert reviewing.review is not None
    assert reviewing.review.pages.hasFocus()


def test_merging_keeps_the_label_of_the_one_chosen_and_is_undone(reviewing: Window) -> None:
    session = reviewing.session
    assert session.case is not None
    merge(session, "mother", "kez")
    assert {mark.entity for mark in session.case.marks.values()} == {"kez"}
    assert session.case.labels["kez"] == "Child D"

    session.undo()
    assert {mark.entity for mark in session.case.marks.values()} == {"kez", "mother"}


def test_the_chooser_filters_and_enter_chooses(reviewing: Window) -> None:
    assert reviewing.review is not None
    things = reviewing.review.panes.things.model
    merged = things.thing("kez")
    assert merged is not None
    chooser = MergeChooser(things.things, merged, reviewing)
    chooser.show()
    chosen: list[str] = []
    chooser.chosen.connect(chosen.append)
    QTest.keyClicks(chooser.edit, "moth")
    QTest.keyClick(chooser.edit, Qt.Key.Key_Return)

    assert chosen == ["mother"]


def test_a_mention_is_split_off_under_a_fresh_label(reviewing: Window) -> None:
    session = reviewing.session
    case = session.case
    assert case is not None
    split(session, [session.current])

    assert session.mark is not None
    assert session.mark.entity not in ("kez", "mother")
    assert case.labels[session.mark.entity] == "Person 2"


def test_the_only_mentions_are_not_split_off(reviewing: Window) -> None:
    session = reviewing.session
    assert session.case is not None
    before = dict(session.case.marks)
    split(session, [mark.id for mark in before.values() if mark.entity == "mother"])

    assert session.case.marks == before


@pytest.mark.parametrize(
    ("like", "label"),
    [("Social Worker 2", "Social Worker 1"), ("Child D", "Person 2"), ("", "Person 2"), ("[date]", "[date]")],
)
def test_a_fresh_label_is_nobodys(reviewing: Window, like: str, label: str) -> None:
    assert reviewing.session.case is not None
    assert fresh_label(reviewing.session.case, like) == label


def test_a_role_is_said_and_found_in_the_list(reviewing: Window) -> None:
    set_role(reviewing.session, "Maternal aunt")

    assert reviewing.review is not None
    things = reviewing.review.panes.things
    things.filter.setText("aunt")
    assert things.model.row_of("kez") >= 0
    assert things.model.row_of("mother") < 0


def test_a_row_opens_into_its_mentions(reviewing: Window) -> None:
    assert reviewing.review is not None
    things = reviewing.review.panes.things
    things.view.setFocus()
    things.view.setCurrentIndex(things.model.index(things.model.row_of("kez")))
    before = things.model.rowCount()

    press("Right")
    assert things.model.rowCount() == before + 3
    press("Left")
    assert things.model.rowCount() == before


def test_other_places_of_what_is_marked_are_offered(reviewing: Window) -> None:
    assert reviewing.review is not None
    offer: OfferBar = reviewing.review.panes.offer
    session = reviewing.session
    at = TEXT.index("Dean")
    session.add([(at, at + 4)], "PERSON")
    assert session.mark is not None
    offer.look_for(session.mark)
    for _ in range(100):  # it looks through the draft in pieces
        QApplication.processEvents()
    assert offer.sentence.text() == "1 more place says “Dean”."

    reviewing.review.pages.setFocus()
    press("Ctrl+Return")

    assert verdicts(session)[f"Dean {TEXT.rindex('Dean')}"] == "redact"
    assert offer.isHidden()
