"""The words of a page that becomes a picture: without ink, over what the picture shows of them, in the page's order.

Nothing is recognised: they are the words that the page had left when its marks were gone. What shows no ink in the
picture is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pymupdf

from redactor.publish.matrices import factor, number, written
from redactor.publish.neutral_names import OTHER, PLAIN
from redactor.publish.parts import put_contents

Pixels = npt.NDArray[np.uint8]

_FONTS = {PLAIN: "helv", OTHER: "cjk"}
"""The fonts of the layer; each word is written in the first that has all its letters."""
_SPACE = 0.28
"""Width of a space, in parts of the font size."""
_SEEN = 0.12
"""White between two words that is wider than this, in parts of the font size, is a space."""
_FLAT = 10
"""Channels that differ by less than this, of 255, are one colour to the eye."""
_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_IGNORE_ACTUALTEXT


@dataclass(frozen=True, slots=True)
class Word:
    """A word, with the space that follows it.

    Args:
        text: its characters.
        origin: where its baseline starts, points from the top left of the page.
        direction: that of the baseline, unit vector, y downwards.
        length: how far the baseline runs, in points.
        size: font size in points.
    """

    text: str
    origin: tuple[float, float]
    direction: tuple[float, float]
    length: float
    size: float


def words_of(page: pymupdf.Page, picture: pymupdf.Pixmap | None = None) -> list[Word]:
    """The words of a page (with /Rotate 0); of those that its picture (RGB, no alpha) shows, if there is one."""
    pixels, scale = _pixels(picture), picture.width / page.rect.width if picture else 1.0
    out: list[Word] = []
    for block in page.get_text("rawdict", flags=_FLAGS)["blocks"]:
        for line in block.get("lines", ()):
            words: list[Word] = []
            for span in line["spans"]:
                seen = [c for c in span["chars"] if pixels is None or _shown(c, pixels, scale)]
                words += _words(seen, line["dir"], span["size"])
            out += [*words[:-1], *map(_ended, words[-1:])]
    return out


def spaced(words: Sequence[Word]) -> list[Word]:
    """The words of `words_of`, each that stands apart from the next on its line with the space that is between them.

    A space at the end of a span is not in `words_of`: to who sets a scan again, it is white like all other.
    """
    pairs = pairwise(words)
    return [*(_ended(word) if _apart(word, following) else word for word, following in pairs), *words[-1:]]


def _apart(word: Word, following: Word) -> bool:
    """Whether a reader sees a space between two words of one line."""
    x, y = following.origin[0] - word.origin[0], following.origin[1] - word.origin[1]
    dx, dy = word.direction
    size = max(word.size, following.size)
    along = x * dx + y * dy - word.length
    level = word.direction == following.direction and abs(y * dx - x * dy) < size / 2
    return level and along > _SEEN * size


def _ended(word: Word) -> Word:
    """A word with a space: who reads by the structure sees neither gaps nor line ends (ISO 32000-1 14.8.2.5)."""
    if word.text.endswith(" "):
        return word
    return replace(word, text=f"{word.text} ", length=word.length + _SPACE * word.size)


def _pixels(picture: pymupdf.Pixmap | None) -> Pixels | None:
    if picture is None:
        return None
    rows = np.frombuffer(picture.samples, np.uint8).reshape(picture.height, picture.stride)
    return rows[:, : picture.width * 3].reshape(picture.height, picture.width, 3)


def write(page: pymupdf.Page, words: Sequence[Word]) -> None:
    """Write words without ink (text rendering mode 3, ISO 32000-1 9.3.6) above all else on an upright page."""
    if not words:
        return
    drawn = [_drawn(word, page.rect.height) for word in words]
    put_contents(page, b"q\n" + page.read_contents() + b"\nQ\nBT 3 Tr\n" + b"\n".join(drawn) + b"\nET\n")
    for name in dict.fromkeys(_font_of(word.text) for word in words):
        page.insert_font(fontname=name, fontbuffer=_font(name).buffer, set_simple=False)


def _shown(char: dict[str, Any], pixels: Pixels, scale: float) -> bool:
    if char["c"].isspace():
        return True
    x0, y0, x1, y1 = (value * scale for value in char["bbox"])
    part = pixels[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1]
    return char["c"] != "\ufffd" and part.size > 0 and int(np.ptp(part, axis=(0, 1)).max()) >= _FLAT


def _words(chars: Sequence[dict[str, Any]], direction: tuple[float, float], size: float) -> Iterator[Word]:
    """The words of a span; each reaches to where the next one starts."""
    starts = [
        n
        for n, char in enumerate(chars)
        if not char["c"].isspace() and (n == 0 or chars[n - 1]["c"].isspace())
    ]
    for start, after in zip(starts, [*starts[1:], len(chars)], strict=False):
        text = "".join(" " if char["c"].isspace() else char["c"] for char in chars[start:after])
        x, y = chars[start]["origin"]
        if after < len(chars):
            end = chars[after]["origin"]
        else:
            text = text.rstrip()
            end = _end(chars[start + len(text) - 1], direction)
        length = (end[0] - x) * direction[0] + (end[1] - y) * direction[1]
        yield Word(text, (x, y), direction, max(length, 0.1), size)


def _end(char: dict[str, Any], direction: tuple[float, float]) -> tuple[float, float]:
    """Where a glyph ends on its baseline, told by the upright rectangle around it."""
    x0, y0, x1, y1 = char["bbox"]
    dx, dy = direction
    return (x1 if dx > 0 else x0) if abs(dx) > 0.01 else char["origin"][0], (
        (y1 if dy > 0 else y0) if abs(dy) > 0.01 else char["origin"][1]
    )


def _drawn(word: Word, height: float) -> bytes:
    name = _font_of(word.text)
    font = _font(name)
    shown = [font.has_glyph(ord(char)) or font.has_glyph(ord("?")) for char in word.text]
    natural = font.text_length(word.text, word.size) or 1.0
    (dx, dy), (x, y) = word.direction, word.origin
    matrix = written((dx, -dy, dy, dx, x, height - y))
    codes = "".join(f"{glyph:04x}" for glyph in shown)
    return b"/%s %s Tf %s Tz %s Tm <%s> Tj" % (
        name.encode(), number(word.size), factor(100 * word.length / natural), matrix, codes.encode(),
    )  # fmt: skip


def _font_of(text: str) -> str:
    plain, other = _FONTS
    return other if any(not _font(plain).has_glyph(ord(char)) for char in text) else plain


@lru_cache(maxsize=len(_FONTS))
def _font(name: str) -> pymupdf.Font:
    return pymupdf.Font(_FONTS[name])
