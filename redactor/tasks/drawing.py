"""Draws pages of the PDFs that were loaded; the work of the process for pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from redactor.errors import RedactorError, Tick, UnusableInput
from redactor.tasks.orders import (
    MOST_PAGES,
    MOST_PIXELS,
    Answer,
    Drawn,
    Loaded,
    LoadFile,
    LoadPdf,
    Picture,
    Slot,
)

if TYPE_CHECKING:
    import pymupdf

Answering = Callable[[Answer], None]


class Drawing:
    """Holds the loaded PDFs, one in each slot."""

    def __init__(self) -> None:
        self._loaded: dict[Slot, pymupdf.Document] = {}

    def load_file(self, order: LoadFile, answer: Answering, tick: Tick) -> None:
        """Load a PDF from its file."""
        try:
            pdf = order.path.read_bytes()
        except OSError as error:
            raise UnusableInput(
                f"“{order.path.name}” cannot be opened.",
                "Check that the file exists and that you may read it.",
                type(error).__name__,
            ) from error
        self.load(LoadPdf(pdf, order.slot), answer, tick)

    def load(self, order: LoadPdf, answer: Answering, tick: Tick) -> None:
        """Load a PDF in place of what was in its slot."""
        if earlier := self._loaded.pop(order.slot, None):
            earlier.close()
        document = _opened(order.pdf)
        self._loaded[order.slot] = document
        answer(Loaded(tuple(_size(document[number]) for number in range(document.page_count)), order.slot))

    def draw(self, order: Picture, answer: Answering, tick: Tick) -> None:
        """Draw a page, or a part of it, with its annotations, on white."""
        import pymupdf

        document = self._loaded.get(order.slot)
        if document is None or order.page > document.page_count:
            raise RedactorError("There is no such page to show.", detail=f"page {order.page} of {order.slot}")
        page = document[order.page - 1]
        clip = pymupdf.Rect(order.clip) & page.rect if order.clip else page.rect
        if clip.width * clip.height * order.scale**2 > MOST_PIXELS:
            raise RedactorError("This page is too large to be shown at this zoom.", "Zoom out.")
        matrix = pymupdf.Matrix(order.scale, order.scale)
        pixmap = page.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csRGB, alpha=False)
        shape = (pixmap.x, pixmap.y, pixmap.width, pixmap.height)
        answer(Drawn(order.page, order.scale, order.clip, *shape, pixmap.samples, pixmap.stride))


def _opened(pdf: bytes) -> pymupdf.Document:
    """Open a PDF to draw it. What is wrong with a draft is told by its reader, which is another process's work."""
    import pymupdf

    advice = "Ask for the draft again."
    try:
        document = pymupdf.open(stream=pdf, filetype="pdf")
    except Exception as error:
        raise UnusableInput(
            "The file is damaged and cannot be shown.", advice, type(error).__name__
        ) from error
    if document.needs_pass or not 0 < document.page_count <= MOST_PAGES:
        raise UnusableInput("The file is locked, or has no pages, and cannot be shown.", advice)
    return document


def _size(page: pymupdf.Page) -> tuple[float, float]:
    return page.rect.width, page.rect.height


def jobs() -> Mapping[type, Callable[[Any, Answering, Tick], None]]:
    """What this process can be asked for."""
    drawing = Drawing()
    return {LoadPdf: drawing.load, LoadFile: drawing.load_file, Picture: drawing.draw}


def _load_engine() -> None:
    import pymupdf  # noqa: F401  # loaded ahead of the first order


WARM_UP = (_load_engine,)
