"""What cannot be used is told in one clear sentence, in the window, and nothing that was open is lost."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from keyboard import Keyboard
from PySide6.QtWidgets import QApplication
from signing_kit import signed

from redactor.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # the plugin without a screen lacks much of a screen


@pytest.fixture
def bad_drafts(tmp_path: Path, sample_docs: Path) -> dict[str, Path]:
    """Drafts that no one can read, by what is wrong with them."""
    whole = (sample_docs / "child-d-overview-report.pdf").read_bytes()
    contents = {"empty": b"", "not a pdf": b"<html>hello</html>", "damaged": b"%PDF-1.7\n" + whole[5000:9000]}
    paths = {}
    for name, content in contents.items():
        paths[name] = tmp_path / f"{name}.pdf"
        paths[name].write_bytes(content)
    paths["encrypted"] = tmp_path / "encrypted.pdf"
    with pikepdf.open(sample_docs / "child-d-overview-report.pdf") as pdf:
        pdf.save(paths["encrypted"], encryption=pikepdf.Encryption(owner="a", user="b"))
    paths["missing"] = tmp_path / "missing.pdf"
    paths["wrong kind"] = tmp_path / "picture.xyz"
    paths["wrong kind"].write_bytes(b"what is this")
    return paths


@pytest.mark.parametrize("what", ["empty", "not a pdf", "damaged", "encrypted", "missing", "wrong kind"])
def test_an_unusable_draft_is_told_in_the_window(
    window: Window, keyboard: Keyboard, bad_drafts: dict[str, Path], what: str
) -> None:
    window.doors.open_draft(bad_drafts[what])

    keyboard.wait(window.error.isVisible)
    assert window.error.sentence.text().endswith(".")
    assert "Traceback" not in window.error.sentence.text()
    assert window.session.case is None
    assert window.stack.currentWidget() is window.start
    assert QApplication.activeModalWidget() is None


def test_a_case_that_is_gone_is_told_in_the_window(window: Window, tmp_path: Path) -> None:
    window.doors.open_path(tmp_path / "gone.redactor")

    assert window.error.isVisible()
    assert "gone.redactor" in window.error.sentence.text()


def test_publishing_into_a_folder_that_takes_nothing_is_told_and_nothing_is_written(
    window: Window, keyboard: Keyboard, tmp_path: Path
) -> None:
    from redactor.ui.publish_dialog import PublishDialog

    draft = tmp_path / "short.txt"
    draft.write_text("Mrs Ann Example lives in Leeds.", encoding="utf-8")
    window.doors.open_sample(draft)
    keyboard.wait(lambda: window.session.case and not window.session.opening.busy)
    keyboard.press("5", *["Return"] * 10)
    assert window.session.case
    signed(window.session.case)
    nowhere = tmp_path / "nowhere"
    dialog = PublishDialog(window.session, nowhere / "report.pdf", window)
    dialog.open()
    keyboard.dialog(PublishDialog)
    keyboard.press("Return")

    keyboard.wait(lambda: dialog.close_button.hasFocus())
    assert "folder" in dialog.outcome.text() + dialog.advice.text()
    assert not nowhere.exists()
    dialog.close()
