"""Titles of bookmarks and addresses of links are in no text that a reviewer reads: what they alone say is left out.

A word that stands on a page was seen there; an everyday word says nothing. A title with any other word becomes the number
of the page that it leads to, and of an address with any other word only its host stays.
"""

from __future__ import annotations

import re
from functools import cached_property

import pymupdf

from redactor.findings import matching
from redactor.findings.english import is_ordinary

_ADDRESS = re.compile(
    r"(?P<scheme>https?://)(?:[^/?#@]*@)?(?P<host>[^/?#]+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_TITLE_WORD, _ADDRESS_WORD = 3, 5
"""Words of fewer letters say nothing: addresses are full of bits of words."""


class Read:
    """The words that the pages of a draft show; read once they are asked for."""

    def __init__(self, doc: pymupdf.Document) -> None:
        self._doc = doc

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(matching.haystack("\n".join(page.get_text() for page in self._doc)).words)

    def title(self, words: str, page: int) -> str:
        """The title of a bookmark to a page (1-based), if it says nothing that was not read."""
        return words if self._known(words, _TITLE_WORD) else f"Page {page}"

    def address(self, uri: str) -> str:
        """A web address, or its host alone; "" for what is no web address."""
        parts = _ADDRESS.fullmatch(uri)
        if parts is None:
            return ""
        rest = parts["rest"] if self._known(matching.percent_decoded(parts["rest"]), _ADDRESS_WORD) else "/"
        return parts["scheme"] + parts["host"] + rest

    def _known(self, text: str, least: int) -> bool:
        words = [word for word in matching.haystack(text).words if not any(char.isdigit() for char in word)]
        return all(len(word) < least or is_ordinary(word) or word in self._words for word in words)
