"""Drafts marked up as `[[TYPE:entity:text]]`, read as a text and which of its characters are to be masked."""

import re

_MARK = re.compile(r"\[\[([A-Z]+):([^:\]]*):(.*?)\]\]")


def plain(marked: str) -> tuple[str, bytearray]:
    """Return the text without its marks, and for each character whether it is to be masked."""
    text, masked, at = "", bytearray(), 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()] + mark[3]
        masked += bytes(mark.start() - at) + bytes([mark[1] != "PUBLIC"]) * len(mark[3])
        at = mark.end()
    return text + marked[at:], masked + bytes(len(marked) - at)


def is_right(masked: bytearray, start: int, end: int) -> bool:
    """Return whether at least half of the characters from `start` to `end` are to be masked."""
    return 2 * sum(masked[start:end]) >= end - start
