"""Draws pages of the PDFs that were loaded; the work of the process for pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
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
    """Holds the loaded PDFs, one in each slot, or several that count as one."""

    def __init__(self) -> None:
        self._loaded: dict[Slot, list[pymupdf.Document]] = {}
        self._ahead: tuple[Path, pymupdf.Document] | None = None

    def jobs(self) -> Mapping[type, Callable[[Any, Answering, Tick], None]]:
        """What can be asked for."""
        return {LoadPdf: self.load, LoadFile: self.load_file, Picture: self.draw}

    def open_ahead(self, path: Path | None) -> None:
        """Load the engine, and open a PDF before it is asked for."""
        import pymupdf  # noqa: F401  # loaded ahead of the first order

        if path is not None:
            self._ahead = path, _opened_file(path)

    def load_file(self, order: LoadFile, answer: Answering, tick: Tick) -> None:
        """Load a PDF from its file."""
        ahead, self._ahead = self._ahead, None
        document = ahead[1] if ahead and ahead[0] == order.path else _opened_file(order.path)
        self._put([document], order.slot, answer)

    def load(self, order: LoadPdf, answer: Answering, tick: Tick) -> None:
        """Load PDFs in place of what was in their slot."""
        self._put([_opened(pdf) for pdf in (order.pdf, *order.further)], order.slot, answer)

    def _put(self, documents: list[pymupdf.Document], slot: Slot, answer: Answering) -> None:
        for earlier in self._loaded.pop(slot, ()):
            earlier.close()
        self._loaded[slot] = documents
        answer(Loaded(tuple(_size(page) for document in documents for page in document), slot))

    def _page(self, number: int, slot: Slot) -> pymupdf.Page:
        """A page (1-based) of the PDFs in a slot.

        Raises:
            RedactorError: there is none.
        """
        index = number - 1
        for document in self._loaded.get(slot, ()):
            if index < document.page_count:
                return document[index]
            index -= document.page_count
        raise RedactorError("There is no such page to show.", detail=f"page {number} of {slot}")

    def draw(self, order: Picture, answer: Answering, tick: Tick) -> None:
        """Draw a page, or a part of it, with its annotations, on white."""
        import pymupdf

        page = self._page(order.page, order.slot)
        clip = pymupdf.Rect(order.clip) & page.rect if order.clip else page.rect
        if clip.width * clip.height * order.scale**2 > MOST_PIXELS:
            raise RedactorError("This page is too large to be shown at this zoom.", "Zoom out.")
        matrix = pymupdf.Matrix(order.scale, order.scale)
        pixmap = page.get_pixmap(matrix=matrix, clip=clip, colorspace=pymupdf.csRGB, alpha=False)
        shape = (pixmap.x, pixmap.y, pixmap.width, pixmap.height)
        answer(Drawn(order.page, order.scale, order.clip, *shape, pixmap.samples, pixmap.stride))


def _opened_file(path: Path) -> pymupdf.Document:
    try:
        pdf = path.read_bytes()
    except OSError as error:
        sentence, advice = (
            f"“{path.name}” cannot be opened.",
            "Check that the file exists and that you may read it.",
        )
        raise UnusableInput(sentence, advice, type(error).__name__) from error
    return _opened(pdf)


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
