"""What is published of a case of several documents, and where it goes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from short_case import short_case

from redactor.document.several import joined
from redactor.document.source import Opened
from redactor.errors import UnusableInput
from redactor.marks.case import Case
from redactor.marks.settings import Settings
from redactor.tasks.orders import Publish, Published
from redactor.ui.destination_choice import DestinationChoice
from redactor.ui.publish_dialog import PublishDialog
from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # the one without a screen lacks much


def choice(qtbot: QtBot, folder: Path, *titles: str) -> DestinationChoice:
    made = DestinationChoice(titles, folder / "proposed.pdf")
    qtbot.addWidget(made)
    return made


def test_the_one_document_goes_where_it_was_proposed(qtbot: QtBot, tmp_path: Path) -> None:
    one = choice(qtbot, tmp_path, "1: report.docx")

    assert one.targets() == ((1, tmp_path / "proposed.pdf"),)
    assert one.place.text() == str(tmp_path / "proposed.pdf")


def test_all_go_into_a_folder_of_their_own_under_neutral_names(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    several = choice(qtbot, tmp_path, "1: Kez report.docx", "2: Kez summary.docx")

    folder = tmp_path / "published-2"
    assert several.targets() == ((1, folder / "overview-report.pdf"), (2, folder / "document-2.pdf"))
    assert folder.is_dir()
    several.tidy()
    assert not folder.exists()


def test_one_of_several_goes_into_a_file(qtbot: QtBot, tmp_path: Path) -> None:
    several = choice(qtbot, tmp_path, "1: report.docx", "2: summary.docx")

    several.which.choose("2")
    several.which.chosen_by_user.emit("2")

    assert several.targets() == ((2, tmp_path / "document-2-published.pdf"),)


def test_a_folder_that_cannot_be_made_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    several = choice(qtbot, tmp_path / "gone", "1: report.docx", "2: summary.docx")

    with pytest.raises(UnusableInput, match="folder"):
        several.targets()


def test_documents_are_published_one_after_the_other(window: Window, tmp_path: Path) -> None:
    session = window.session
    session.case = Case(joined(short_case().opened, further()))
    session.case.choose_settings(signed_by_one(session.case), by="Ann")
    session.case.sign("preparer", by="Ann", read_elsewhere=True)
    dialog = PublishDialog(session, tmp_path / "out.pdf", window)
    orders = session.desk.orders  # type: ignore[attr-defined]  # the desk of these tests

    dialog.publish_button.click()
    first, calls = orders[-1]
    assert isinstance(first, Publish)
    assert first.destination == tmp_path / "published" / "overview-report.pdf"
    calls["answer"](Published(first.destination, "", 0, 1, 2, (), ("Checked.",)))
    calls["done"]()
    second, calls = orders[-1]
    assert second.destination == tmp_path / "published" / "document-2.pdf"
    assert second.pdf == b"second"

    calls["failed"](UnusableInput("The disk is full."))

    assert "Published before it: overview-report.pdf" in dialog.advice.text()
    dialog.close()


def further() -> Opened:
    opened = short_case("Dean left.").opened
    return replace(opened, pdf=b"second", document=replace(opened.document, sha256="1" * 64, parts=()))


def signed_by_one(case: Case) -> Settings:
    return replace(case.settings, signatures="one")
