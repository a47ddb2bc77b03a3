"""The report as it would be published: the very bytes, drawn as any reader would draw them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from redactor.errors import RedactorError
from redactor.tasks.desk import Desk
from redactor.tasks.orders import Answer, Loaded, LoadPdf, Previewed
from redactor.ui import words
from redactor.ui.message_bar import Notice
from redactor.ui.page_drawing import drawer
from redactor.ui.page_view import PageView

_LARGEST = 1.25
"""A wide window shows pages no larger than this."""


class PreviewScreen(QWidget):
    """Pages without marks, under a banner that says what they are. Esc goes back."""

    left = Signal()
    failed = Signal(object)  # RedactorError

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.banner = Notice("notice")
        self.banner.add_button(f"{words.BACK_TO_REVIEW}   Esc", self.left.emit)
        self.pages = PageView()
        self.pages.setAccessibleName(words.PREVIEW)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.pages, 1)

    def show_preview(self, previewed: Previewed, *, page: int, undecided: int) -> None:
        """Show what would be published, from `page` (1-based) on; so many suggestions are still to decide."""
        pictures = [number for number, _ in previewed.rasterised]
        self.banner.say(words.preview_banner(undecided), words.preview_advice(pictures))

        def loaded(answer: Answer) -> None:
            if isinstance(answer, Loaded):
                self.pages.set_drawer(drawer(self._desk, "preview"))
                self.pages.show_pages(answer.sizes)
                self.pages.fit_width()
                if self.pages.zoom() > _LARGEST:
                    self.pages.set_zoom(_LARGEST)
                self.pages.go_to_page(page)

        self._desk.ask(LoadPdf(previewed.pdf, "preview"), answer=loaded, failed=self._fail)
        self.pages.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _fail(self, error: RedactorError) -> None:
        self.failed.emit(error)
