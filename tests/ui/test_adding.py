"""Another document is put to the open case from the window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from short_case import short_case, suggested_case

from redactor.document.several import joined
from redactor.errors import UnusableInput
from redactor.findings.finding import Finding
from redactor.tasks.orders import DraftRead, Found, LoadFile, LoadPdf, OpenDraft, Suggest
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the one without a screen lacks much
SUMMARY = short_case("Kez and Dean met again.").opened


@pytest.fixture
def reviewing(window: Window) -> Window:
    session = window.session
    session.name = "short.txt"
    session.draft_opened.emit("short.txt")
    session._begin(suggested_case())
    return window


def desk(window: Window) -> Any:
    return window.session.desk


def answer(window: Window, thing: object) -> None:
    desk(window).orders[-1][1]["answer"](thing)


def summary() -> DraftRead:
    document = replace(SUMMARY.document, name="summary.txt", sha256="1" * 64, parts=())
    return DraftRead(replace(SUMMARY, document=document))


def test_nothing_changes_before_the_text_of_all_is_looked_through(reviewing: Window) -> None:
    session, read = reviewing.session, summary()
    case = session.case
    assert case is not None
    log, marks = len(case.log), len(case.marks)

    reviewing.case_doors.adding.add(Path("summary.txt"))
    assert isinstance(desk(reviewing).orders[-1][0], OpenDraft)
    answer(reviewing, read)
    order = desk(reviewing).orders[-1][0]

    assert isinstance(order, Suggest)
    assert order.text == joined(case.opened, read.opened).document.text
    assert len(case.log) == log

    start = case.document.text.index("Kez")
    again = order.text.rindex("Kez")
    kez = [Finding(at, at + 3, "PERSON", 0.9, "test", "A name.", "p1") for at in (start, again)]
    answer(reviewing, Found(tuple(kez), final=True, labels={"p1": "Person 1"}))

    assert len(case.log) == log + 1
    assert len(case.marks) == marks + 1
    new = list(case.marks.values())[-1]
    assert (new.text, new.entity, case.labels[new.entity]) == ("Kez", "kez", "Child D")
    assert reviewing.review is not None
    assert reviewing.review.pages.page_count() == 2
    assert any(isinstance(order, LoadPdf) and order.further for order, _ in desk(reviewing).orders)
    assert "page 1 of 2 · short, page 1 of 1" in reviewing.review.panes.strip.page.text()


def test_stopping_leaves_the_case_as_it_was(reviewing: Window) -> None:
    case = reviewing.session.case
    assert case is not None
    before = case.opened
    reviewing.case_doors.adding.add(Path("summary.txt"))
    answer(reviewing, summary())

    reviewing._stop()

    assert not reviewing.case_doors.adding.busy
    assert case.opened is before


def test_a_document_that_is_there_already_is_told(reviewing: Window) -> None:
    told: list[UnusableInput] = []
    reviewing.session.failed.connect(told.append)
    case = reviewing.session.case
    assert case is not None
    reviewing.case_doors.adding.add(Path("short.txt"))

    answer(reviewing, DraftRead(case.opened))

    assert "already" in told[0].sentence


def test_a_case_opened_after_a_draft_draws_its_own_pages(window: Window) -> None:
    session = window.session
    session.open_draft(Path("another.pdf"))
    assert any(isinstance(order, LoadFile) for order, _ in desk(window).orders)
    session.close()

    session._begin(suggested_case())

    assert any(isinstance(order, LoadPdf) for order, _ in desk(window).orders)
