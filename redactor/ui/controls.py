"""Small controls that several parts of the window share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

NARROW = 900
"""Pixels: below this width the window leaves out what can be missed, as at twice the usual size on a small screen."""

FRAME = QSize(16, 48)
"""Pixels that the system draws around a dialog, or somewhat less."""


class Button(QPushButton):
    """A button that says its key, and that Enter presses as Space does.

    Args:
        text: what it does.
        key: the key that does the same, shown after the text.
        look: "" or one of "primary", "flat", "link".
    """

    def __init__(
        self, text: str = "", key: str = "", *, look: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self.setAutoDefault(False)
        if look:
            self.setProperty(look, True)
        self.say(text)

    def say(self, text: str) -> None:
        """Show `text` with the key, and let a screen reader say it."""
        plain = text.replace("&", "&&")
        self.setText(f"{plain}   {self._key}" if self._key else plain)
        self.setAccessibleName(text)

    def event(self, event: QEvent) -> bool:
        """Keep Enter for this button, so that no action of the window takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox):
    """A short list to choose one from; the letters typed here choose an entry and are no keys of the window.

    Args:
        entries: what is shown, by code.
    """

    chosen_by_user = Signal(str)  # code

    def __init__(self, entries: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for code, text in entries.items():
            self.addItem(text, code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.activated.connect(lambda _index: self.chosen_by_user.emit(self.chosen()))

    def choose(self, code: str) -> None:
        """Show this entry; nothing where it is none."""
        self.setCurrentIndex(self.findData(code))

    def chosen(self) -> str:
        """The code of the entry shown."""
        return str(self.currentData() or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet leaves the arrow out."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.5))
        x, y = self.width() - 14, self.height() / 2
        painter.drawPolyline([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)])

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text().isalnum()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            event.accept()
            return True
        return super().event(event)


def _is_enter(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def heading(text: str, *, big: bool = False) -> QLabel:
    """A label that heads a part of a pane."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    if big:
        font.setPointSizeF(font.pointSizeF() * 1.15)
    else:
        label.setProperty("muted", True)
        font.setPointSizeF(font.pointSizeF() * 0.92)
    label.setFont(font)
    return label


def plain(text: str = "", *, muted: bool = False, wrap: bool = True) -> QLabel:
    """A label whose text is shown as it is, never read as mark-up (it may come from a draft)."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if muted:
        label.setProperty("muted", True)
    return label


def empty(column: QVBoxLayout) -> None:
    """Take all out of a column, and let it go."""
    while item := column.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
