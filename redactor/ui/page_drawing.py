"""How page views get their pictures: drawn in a spare process."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage

from redactor.tasks.desk import Desk, Ticket
from redactor.tasks.orders import Answer, Drawn, Picture, Slot
from redactor.ui.page_pictures import Clip, Draw


def drawer(desk: Desk, slot: Slot) -> Draw:
    """How a page view gets its pictures from the spare process."""

    def draw(page: int, scale: float, clip: Clip | None, done: Callable[[QImage], None]) -> Ticket:
        def answer(answer: Answer) -> None:
            if isinstance(answer, Drawn):
                done(_image(answer))

        return desk.ask(Picture(page, scale, clip, slot), answer=answer, failed=lambda _error: done(QImage()))

    return draw


def _image(drawn: Drawn) -> QImage:
    """The picture, with memory of its own."""
    shared = QImage(drawn.samples, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
    return shared.copy()
