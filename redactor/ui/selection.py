"""Selected text: a caret in the reading text, moved and stretched by mouse or keys."""

from __future__ import annotations

from enum import Enum, auto

from redactor.document.source import Document
from redactor.ui.text_places import TextPlaces

_WITHIN_WORDS = "'’-‐"


class Step(Enum):
    """A way for the caret to go."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()


class Selection:
    """Where the caret is and how far the selection stretches from its anchor; offsets into the reading text.

    There is no way to copy it: what a clipboard remembers, others can read.
    """

    def __init__(self, document: Document) -> None:
        self.places = TextPlaces(document)
        self.caret: int | None = None
        self._anchor = (0, 0)
        self._text = document.text

    def range(self) -> tuple[int, int] | None:
        """Start and end of what is selected; None if nothing is."""
        if self.caret is None:
            return None
        start, end = min(self._anchor[0], self.caret), max(self._anchor[1], self.caret)
        return (start, end) if start < end else None

    def place(self, offset: int) -> None:
        """Put the caret down, with nothing selected."""
        self.caret, self._anchor = offset, (offset, offset)

    def stretch(self, offset: int) -> None:
        """Select from the anchor to `offset`; by whole words if it began with one."""
        start, end = self._anchor
        if start == end:
            self.caret = offset
        else:
            word_start, word_end = word_at(self._text, offset)
            self.caret = word_end if offset >= end else word_start if offset < start else end

    def take_word(self, offset: int) -> None:
        """Select the word at `offset`."""
        self._anchor = word_at(self._text, offset)
        self.caret = self._anchor[1]

    def clear(self) -> None:
        """Take the caret away."""
        self.caret = None

    def move(self, step: Step, *, stretch: bool) -> None:
        """Move the caret by a step; `stretch`: and select what it passes, else select nothing."""
        if self.caret is None:
            return
        selected = self.range()
        if selected and not stretch and step in (Step.LEFT, Step.RIGHT):
            self.place(selected[step == Step.RIGHT])
            return
        target = self._after(step, self.caret)
        if stretch:
            fixed = self._anchor[0] if self.caret >= self._anchor[1] else self._anchor[1]
            self._anchor, self.caret = (fixed, fixed), target
        else:
            self.place(target)

    def _after(self, step: Step, caret: int) -> int:
        match step:
            case Step.LEFT:
                return max(caret - 1, 0)
            case Step.RIGHT:
                return min(caret + 1, len(self._text))
            case Step.WORD_LEFT:
                return previous_word(self._text, caret)
            case Step.WORD_RIGHT:
                return next_word(self._text, caret)
            case _:
                return self._across_lines(step, caret)

    def _across_lines(self, step: Step, caret: int) -> int:
        found = self.places.caret(caret)
        if found is None:
            return caret
        line, x = found
        if step in (Step.LINE_START, Step.LINE_END):
            return line.start if step == Step.LINE_START else line.end
        beside = self.places.beside(line, x, down=step == Step.DOWN)
        return caret if beside is None else beside


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Start and end of the word around or before `offset`; hyphens and apostrophes within words belong to them."""
    start = end = offset
    while start > 0 and _in_word(text, start - 1):
        start -= 1
    while end < len(text) and _in_word(text, end):
        end += 1
    return (start, end) if start < end else (offset, min(offset + 1, len(text)))


def next_word(text: str, offset: int) -> int:
    """The end of the word that `offset` is in or before."""
    while offset < len(text) and not _in_word(text, offset):
        offset += 1
    while offset < len(text) and _in_word(text, offset):
        offset += 1
    return offset


def previous_word(text: str, offset: int) -> int:
    """The start of the word that `offset` is in or behind."""
    while offset > 0 and not _in_word(text, offset - 1):
        offset -= 1
    while offset > 0 and _in_word(text, offset - 1):
        offset -= 1
    return offset


def _in_word(text: str, index: int) -> bool:
    if text[index] in _WITHIN_WORDS:
        return 0 < index < len(text) - 1 and text[index - 1].isalnum() and text[index + 1].isalnum()
    return text[index].isalnum()
