"""What the strings of a content stream say when they are read one after the other, without their places."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

WORD_SPACE = -180
"""A TJ adjustment below this, in thousandths of the type size, reads as a space."""


class ShownString(NamedTuple):
    """What one operator shows: its text, and the number of its codes."""

    text: str
    codes: int


def running(strings: Iterable[ShownString]) -> str:
    """The strings as one text, a space between any two, but none where both show a single code.

    Some programs place every glyph by itself, spaces too: with more spaces in between, the s of "so" would pass for
    the end of the word before it.
    """
    out: list[str] = []
    codes = 0
    for string in strings:
        if out and not codes == string.codes == 1:
            out.append(" ")
        out.append(string.text)
        codes = string.codes
    return "".join(out)
