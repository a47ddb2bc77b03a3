"""What the preparer and the legal reviewer do by keys beside deciding: say who they are, read every page, sign."""

from __future__ import annotations

from pathlib import Path

from keyboard import Keyboard
from PySide6.QtWidgets import QApplication, QFileDialog

from redactor.marks.signing import Role, unread
from redactor.publish.decided import unmarked
from redactor.ui.passphrase import AskDialog
from redactor.ui.signing import SignDialog
from redactor.ui.who_dialog import WhoDialog
from redactor.ui.window import Window


def carry_on(window: Window, keyboard: Keyboard, case: Path, passphrase: str) -> None:
    """Ctrl+Shift+O, the case, its passphrase."""
    keyboard.press("Ctrl+Shift+O")
    keyboard.dialog(QFileDialog)
    keyboard.type(str(case))
    keyboard.press("Return")
    keyboard.dialog(AskDialog)
    keyboard.type(passphrase)
    keyboard.press("Return")
    keyboard.wait(lambda: window.session.case)


def say_who(window: Window, keyboard: Keyboard, name: str, role: Role) -> None:
    """In the dialog that asks: the name, what somebody works as, Enter."""
    dialog = keyboard.dialog(WhoDialog)
    assert isinstance(dialog, WhoDialog)
    keyboard.tab_to(dialog.name)
    keyboard.press("Ctrl+A")
    keyboard.type(name)
    chosen = next((known for known, button in dialog.roles.items() if button.isChecked()), None)
    keyboard.tab_to(dialog.roles[chosen or "preparer"])
    if chosen is None:
        keyboard.press("Space")
    if (chosen or "preparer") != role:
        keyboard.press("Down" if role == "legal" else "Up")
    keyboard.press("Return")
    back_at_the_report(window, keyboard)


def read_every_page(window: Window, keyboard: Keyboard) -> None:
    """P, and Space to the end of each page and on to the next."""
    case, role = window.session.case, window.session.role
    assert case is not None
    assert role
    keyboard.press("P")
    assert window.two_pairs.reading is not None
    assert window.two_pairs.reading.active
    for _ in range(10 * len(case.document.pages)):
        if not window.two_pairs.reading.active:
            break
        keyboard.press("Space")
    assert unread(case, role) == []
    assert not window.two_pairs.reading.active


def sign(window: Window, keyboard: Keyboard) -> None:
    """Ctrl+G, and Enter on the button that signs. Places that were never marked are offered first."""
    case = window.session.case
    assert case is not None
    keyboard.press("Ctrl+G")
    if unmarked(case):
        keyboard.dialog(SignDialog)
        keyboard.press("Return")
        keyboard.wait(lambda: not unmarked(case))
    dialog = keyboard.dialog(SignDialog)
    assert isinstance(dialog, SignDialog)
    assert dialog.sign_button.hasFocus(), dialog.accessibleDescription()
    keyboard.press("Return")
    back_at_the_report(window, keyboard)
    assert getattr(case.signatures, window.session.role).by == window.session.by


def back_at_the_report(window: Window, keyboard: Keyboard) -> None:
    """Wait until a dialog is gone and the keys are those of the report again."""
    review = window.review
    assert review is not None
    keyboard.wait(lambda: QApplication.activeModalWidget() is None and review.pages.hasFocus())
