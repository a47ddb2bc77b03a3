"""Hides everything behind a page that asks for the passphrase of the case, and brings it back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from redactor.ui import lock_words, words
from redactor.ui.aside import Aside
from redactor.ui.controls import Button, heading, plain
from redactor.ui.copied import Copied
from redactor.ui.dialog_parts import secret_line, trouble_line
from redactor.ui.idle import Idle

if TYPE_CHECKING:
    from redactor.ui.window import Window

_WIDTH = 420
"""Pixels."""


class Lock(QObject):
    """Locks one window: after a while without key or mouse, or when asked to."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window, self._session = window, window.session
        self._page: LockPage | None = None
        self._aside = Aside(self)
        self._focus: QWidget | None = None
        self._hidden: list[tuple[QWidget, Qt.WindowModality]] = []
        self._once_kept = False
        self.locked = False
        self.idle = Idle(self)
        self._wait()
        window.doors.dialog_closed.connect(self._wait)  # another time may have been chosen
        self.idle.reached.connect(self._idle)
        self._session.kept_changed.connect(self._kept)
        self._session.closed.connect(self._open)
        self.copied = Copied(self)

    def ask(self) -> None:
        """Lock now; a case that is in memory alone is kept first."""
        if self._session.case is None:
            self._session.said.emit(lock_words.NOTHING_OPEN)
        elif self._session.unkept:
            self._session.said.emit(lock_words.KEEP_FIRST)
            self._once_kept = True
            self._window.doors.keep()
        else:
            self._lock()

    # Inside

    def _wait(self) -> None:
        self.idle.wait(self._session.preferences.lock_after)

    def _idle(self) -> None:
        if self._session.case is None or self.locked:
            return
        if self._session.unkept:
            self._session.said.emit(lock_words.NOT_LOCKED_UNKEPT)
        else:
            self._lock()

    def _kept(self) -> None:
        if self._once_kept and self._session.case and not self._session.unkept:
            self._once_kept = False
            QTimer.singleShot(0, self, self._lock)  # once the dialog that kept it is gone

    def _lock(self) -> None:
        if self.locked:
            return
        self.locked = True
        window = self._window
        self._focus = window.focusWidget()
        self._hide_others()
        if self._page is None:
            self._page = LockPage()
            self._page.unlock_button.clicked.connect(self._try)
            self._page.secret.returnPressed.connect(self._try)
            window.cover.addWidget(self._page)
        window.cover.setCurrentWidget(self._page)
        window.menuBar().hide()
        window.menus.set_locked(locked=True)
        window.setAcceptDrops(False)
        window.setWindowTitle(words.APP)
        self.copied.forget()
        self._page.begin()

    def _hide_others(self) -> None:
        """Whatever else is open is hidden; a dialog that chooses a file is left, as the system may show it."""
        QToolTip.hideText()
        self._hidden = []
        for widget in QApplication.topLevelWidgets():
            if widget is self._window or not widget.isVisible():
                continue
            if isinstance(widget, QFileDialog):
                widget.reject()
            elif isinstance(widget, QMenu) or widget.windowType() == Qt.WindowType.Popup:
                widget.close()
            else:
                self._hidden.append((widget, widget.windowModality()))
                widget.hide()

    def _try(self) -> None:
        from redactor.marks.casefile import matches

        case, page = self._session.case, self._page
        if case is None or page is None or not page.unlock_button.isEnabled():
            return
        passphrase = page.secret.text()
        page.wait()
        self._aside.run(
            lambda: matches(case, passphrase), done=self._answered, failed=self._session.failed.emit
        )

    def _answered(self, right: bool) -> None:
        if right:
            self._open()
        elif self._page:
            self._page.complain()

    def _open(self) -> None:
        if not self.locked:
            return
        self.locked = False
        window = self._window
        if self._page:
            self._page.forget()
        window.cover.setCurrentIndex(0)
        window.menuBar().show()
        window.menus.set_locked(locked=False)
        window.setAcceptDrops(True)
        self._session.kept_changed.emit()  # the window shows whose it is again
        still = [(widget, modality) for widget, modality in self._hidden if isValid(widget)]
        for widget, modality in still:
            widget.setWindowModality(modality)
            widget.show()
        if still:
            still[-1][0].activateWindow()
        elif self._focus:
            self._focus.setFocus()
        self._hidden = []
        self.idle.touched()


class LockPage(QFrame):
    """Shows nothing of the case, not even its name."""

    def __init__(self) -> None:
        super().__init__()
        self.secret = secret_line(words.PASSPHRASE)
        self.unlock_button = Button(lock_words.UNLOCK, look="primary")
        self.trouble = trouble_line()
        sheet = QFrame()
        sheet.setProperty("pane", True)
        sheet.setMaximumWidth(_WIDTH)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(32, 28, 32, 28)
        inside.setSpacing(12)
        title = heading(lock_words.LOCKED, big=True)
        title.setProperty("muted", False)
        row = QHBoxLayout()
        row.addWidget(self.secret, 1)
        row.addWidget(self.unlock_button)
        inside.addWidget(title)
        inside.addWidget(plain(lock_words.TEXT))
        inside.addLayout(row)
        inside.addWidget(self.trouble)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(sheet, 100)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)

    def begin(self) -> None:
        """Ask anew."""
        self.forget()
        self.secret.setFocus()

    def wait(self) -> None:
        """While the passphrase is tried."""
        self.unlock_button.setEnabled(False)

    def complain(self) -> None:
        """It was another one."""
        self.forget()
        self.trouble.setText(lock_words.WRONG)
        self.trouble.show()
        self.secret.setAccessibleDescription(lock_words.WRONG)
        self.secret.setFocus()

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.secret.clear()
        self.secret.setAccessibleDescription("")
        self.trouble.hide()
        self.unlock_button.setEnabled(True)
