"""Carry over of a file's objects only what drawing needs; everything else is dropped, whatever it is called.

Works on a file that holds pages and nothing more: no catalogue entries, annotations or tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pymupdf
from pymupdf import mupdf

from redactor.publish.allowed import INKS, NAMES, ORDERINGS, RULES
from redactor.publish.colour_profiles import bare_profile
from redactor.publish.parts import keys_of

_COMMENT = re.compile(rb"%[^\r\n]*")
_DEEPEST = 60

Obj = Any
"""MuPDF's object: it ships no types."""


def carry(doc: pymupdf.Document) -> None:
    """Drop from every object that a page reaches what no rule allows, and from the catalogue all but the pages."""
    pdf = pymupdf._as_pdf_document(doc)
    root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
    for key in keys_of(root):
        if key not in ("Type", "Pages"):
            mupdf.pdf_dict_dels(root, key)
    walk = _Walk(pdf)
    for number in range(doc.page_count):
        page = mupdf.pdf_lookup_page_obj(pdf, number)
        walk.visit(page, "page")
        while mupdf.pdf_is_dict(page := mupdf.pdf_dict_gets(page, "Parent")) and walk.visit(page, "tree"):
            pass


class _Walk:
    """Goes through a file's objects; each is seen to once for each rule."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._seen: set[tuple[int, str]] = set()
        self._inks: dict[str, str] = {}

    def visit(self, obj: Obj, rule: str, depth: int = 0) -> bool:
        """Clean a dictionary or stream; whether it had not been seen to before."""
        number = mupdf.pdf_to_num(obj)
        if depth > _DEEPEST or (number and (number, rule) in self._seen):
            return False
        self._seen.add((number, rule))
        allowed = RULES[rule]
        for key in keys_of(obj):
            word = allowed.get(key, "")
            if not word or not self._may_stay(obj, key, word, depth + 1):
                mupdf.pdf_dict_dels(obj, key)
        if rule == "profile":
            self._change(obj, bare_profile)
        elif rule == "function" and mupdf.pdf_to_int(mupdf.pdf_dict_gets(obj, "FunctionType")) == 4:
            self._change(obj, lambda data: _COMMENT.sub(b" ", data))
        return True

    def _may_stay(self, holder: Obj, key: str, word: str, depth: int) -> bool:
        """Whether the value may stay; what is in it is cleaned."""
        value = mupdf.pdf_dict_gets(holder, key)
        if word.startswith("["):
            inner = word[1:-1]
            if not mupdf.pdf_is_array(value):
                return self._fits(value, inner, depth, _put(holder, key))
            places = range(mupdf.pdf_array_len(value))
            return all(
                self._fits(mupdf.pdf_array_get(value, at), inner, depth, _put_at(value, at)) for at in places
            )
        if word.endswith("*"):
            if not mupdf.pdf_is_dict(value):
                return False
            for name in keys_of(value):
                if not self._fits(mupdf.pdf_dict_gets(value, name), word[:-1], depth, _put(value, name)):
                    mupdf.pdf_dict_dels(value, name)
            return True
        return self._fits(value, word, depth, _put(holder, key))

    def _fits(self, value: Obj, word: str, depth: int, put: Callable[[Obj], None]) -> bool:
        if word == "kept":
            return True
        if word == "number":
            return _is_number(value)
        if word == "name":
            return bool(mupdf.pdf_is_name(value)) and mupdf.pdf_to_name(value) in NAMES
        if special := getattr(self, f"_{word}", None):
            return bool(special(value, depth, put))
        if mupdf.pdf_is_name(value):
            return mupdf.pdf_to_name(value) in NAMES
        if mupdf.pdf_is_number(value) or mupdf.pdf_is_null(value):
            return True
        if mupdf.pdf_is_dict(value):
            self.visit(value, word, depth)
            return True
        return False

    def _face(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        """Names of typefaces are seen to with the fonts."""
        return bool(mupdf.pdf_is_name(value))

    def _encoding(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        """Predefined, of glyph names, or a table: which one, is seen to with the fonts."""
        if mupdf.pdf_is_dict(value):
            self.visit(value, "encoding", depth)
        return bool(mupdf.pdf_is_name(value) or mupdf.pdf_is_dict(value))

    def _mask(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        """A stencil, or a range of colours."""
        return self._fits(value, "number" if mupdf.pdf_is_array(value) else "drawing", depth, put)

    def _collection(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        ordering = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(value, "Ordering"))
        made = mupdf.pdf_new_dict(self._pdf, 3)
        mupdf.pdf_dict_puts(made, "Registry", mupdf.pdf_new_string("Adobe", 5))
        named = ordering if ordering in ORDERINGS else "Identity"
        mupdf.pdf_dict_puts(made, "Ordering", mupdf.pdf_new_string(named, len(named)))
        supplement = mupdf.pdf_to_int(mupdf.pdf_dict_gets(value, "Supplement"))
        mupdf.pdf_dict_puts(made, "Supplement", mupdf.pdf_new_int(supplement if 0 <= supplement < 20 else 0))
        put(made)
        return True

    def _space(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        """A colour space (ISO 32000-1 8.6): a name, or an array that begins with one."""
        if mupdf.pdf_is_name(value):
            return mupdf.pdf_to_name(value) in NAMES
        if not mupdf.pdf_is_array(value):
            return False
        family = mupdf.pdf_to_name(mupdf.pdf_array_get(value, 0))
        if family not in NAMES:
            return False
        number = mupdf.pdf_to_num(value)
        if depth > _DEEPEST or (number and (number, "space") in self._seen):
            return True
        self._seen.add((number, "space"))
        words = _SPACES.get(family, ())
        for at in reversed(range(1 + len(words), mupdf.pdf_array_len(value))):
            mupdf.pdf_array_delete(value, at)
        for at, word in enumerate(words, 1):
            item = mupdf.pdf_array_get(value, at)
            if not self._fits(item, word, depth + 1, _put_at(value, at)):
                return False
        return True

    def _ink(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        """A colourant, or several; each gets a number for a name."""
        if mupdf.pdf_is_array(value):
            places = range(mupdf.pdf_array_len(value))
            return all(self._ink(mupdf.pdf_array_get(value, at), depth, _put_at(value, at)) for at in places)
        name = mupdf.pdf_to_name(value)
        if name not in INKS:
            put(mupdf.pdf_new_name(self._inks.setdefault(name, f"Ink{len(self._inks) + 1}")))
        return bool(mupdf.pdf_is_name(value))

    def _colour_table(self, value: Obj, depth: int, put: Callable[[Obj], None]) -> bool:
        if mupdf.pdf_is_stream(value):
            self.visit(value, "content", depth)
        return bool(mupdf.pdf_is_stream(value) or mupdf.pdf_is_string(value))

    def _change(self, stream: Obj, change: Callable[[bytes], bytes]) -> None:
        if mupdf.pdf_is_stream(stream):
            data = _loaded(stream)
            if (changed := change(data)) != data:
                mupdf.pdf_update_stream(self._pdf, stream, _buffer(changed), 0)


_SPACES = {
    "ICCBased": ("profile",), "CalGray": ("colours",), "CalRGB": ("colours",), "Lab": ("colours",),
    "Indexed": ("space", "number", "colour_table"), "Separation": ("ink", "space", "function"),
    "DeviceN": ("ink", "space", "function"), "Pattern": ("space",),
}  # fmt: skip
"""What follows the first name in the array of a colour space."""


def _loaded(stream: Obj) -> bytes:
    return bytes(mupdf.fz_buffer_extract_copy(mupdf.pdf_load_stream(stream)))


def _buffer(data: bytes) -> Any:
    return mupdf.fz_new_buffer_from_copied_data(data)


def _put(holder: Obj, key: str) -> Callable[[Obj], None]:
    return lambda value: mupdf.pdf_dict_puts(holder, key, value)


def _put_at(holder: Obj, at: int) -> Callable[[Obj], None]:
    return lambda value: mupdf.pdf_array_put(holder, at, value)


def _is_number(value: Obj, depth: int = 0) -> bool:
    if mupdf.pdf_is_array(value):
        return depth < 4 and all(
            _is_number(mupdf.pdf_array_get(value, at), depth + 1) for at in range(mupdf.pdf_array_len(value))
        )
    return bool(mupdf.pdf_is_number(value) or mupdf.pdf_is_bool(value) or mupdf.pdf_is_null(value))
