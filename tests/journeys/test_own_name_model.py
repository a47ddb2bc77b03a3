"""A reviewer whose IT department gave them a name model: named by keys, used beside ours, and missed when it is gone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from keyboard import Keyboard
from PySide6.QtWidgets import QFileDialog

from redactor.marks.mark import Mark, Verdict
from redactor.ui.settings import SettingsDialog
from redactor.ui.window import Window

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore(
        "This plugin does not support"
    ),  # the plugin without a screen lacks much of a screen
]
TEXT = "Mrs Ann Thornbury wrote the note. the file was kept and sent on with the invoice.\n"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """Takes for a name what ours never would."""
    pipeline = pytest.importorskip("spacy").blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "invoice"}])
    pipeline.to_disk(tmp_path / "model")
    return tmp_path / "model"


def test_a_model_is_named_and_the_open_draft_looked_through_again_without_a_mouse(
    window: Window, keyboard: Keyboard, draft: Path, model: Path
) -> None:
    look_through(window, keyboard, draft)
    keyboard.press("1", "Return")
    confirmed = [mark.id for mark in marks(window).values() if mark.verdict is Verdict.REDACT]
    assert confirmed
    assert "invoice" not in wordings(window)

    keyboard.press("Ctrl+,")
    dialog = keyboard.dialog(SettingsDialog)
    assert isinstance(dialog, SettingsDialog)
    keyboard.tab_to(dialog.own.choose)
    keyboard.press("Return")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(model))
    keyboard.press("Return")
    keyboard.wait(dialog.own.look_again.isVisible)
    keyboard.tab_to(dialog.own.look_again)
    keyboard.press("Return")
    keyboard.wait(lambda: "invoice" in wordings(window))

    assert [mark.id for mark in marks(window).values() if mark.verdict is Verdict.REDACT] == confirmed
    assert window.session.preferences.own_model == model


def test_a_model_that_has_gone_is_done_without_and_told_of(
    window: Window, keyboard: Keyboard, draft: Path, model: Path
) -> None:
    window.session.preferences.own_model = model
    shutil.rmtree(model)

    look_through(window, keyboard, draft)
    keyboard.wait(window.error.isVisible)

    assert "could not be used" in window.error.sentence.text()
    assert "“model” is not there" in window.error.advice.text()
    assert any("Thornbury" in wording for wording in wordings(window))


def look_through(window: Window, keyboard: Keyboard, draft: Path) -> None:
    """Open a draft, to be kept nowhere."""
    window.session.open_draft(draft)
    keyboard.wait(lambda: window.session.mark and not window.session.opening.busy)


def marks(window: Window) -> dict[str, Mark]:
    return dict(window.session.case.marks) if window.session.case else {}


def wordings(window: Window) -> set[str]:
    return {mark.text for mark in marks(window).values()}
