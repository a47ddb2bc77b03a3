"""Text that a page holds and does not show: found by taking it away and looking whether anything changes.

Whether text is covered cannot be told from boxes: a path's extent says little about what it fills, clips and winding
rules leave holes. So the objects only say which text is in doubt; the page is then drawn with and without that text,
and letters whose removal changes no pixel cannot be seen. Three kinds are no secret all the same:

- what a picture shows in the same place: it was recognised in a scan. Where the picture is blank there, somebody has
  emptied the picture and not the text.
- what is seen in the same place in the same letters: a shadow.
- what a tool stamps where it redacts: "redacted", or time and again the date of the day, black on a black patch.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from redactor.publish.doubts import GROUNDS, TINY, doubts
from redactor.publish.sight import (
    Box,
    Char,
    Cut,
    Pixels,
    Thing,
    address,
    cut,
    meets,
    pixels,
    switched_off,
    things,
)

_SCALE = 1.5
_SAME = 12
"""Two drawings of a page that differ by less, of 255, look the same."""
_FLAT = 24
_DARK = 60
_SHADOW = 2.0
"""Points between a letter and its shadow, at most."""
_UNDER, _ON = "under ", "on "
_TOO_SMALL = "too small to see"
_LABELS = frozenset(("confidential", "privilege", "privileged", "redact", "redacted", "sealed", "withheld"))

Views = list[tuple[Pixels, Pixels]]
"""The page with and without the text in doubt; where it has annotations, the same without these."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Words of one page (0-based) that are not seen, and why: "under a black box", "without ink"."""

    page: int
    words: str
    why: str

    @property
    def covered(self) -> bool:
        """Whether something lies over the words, or they are in the colour of the box they stand on."""
        return self.why.startswith((_UNDER, f"{_ON}a black box", f"{_ON}a coloured box"))


@dataclass(frozen=True, slots=True)
class _Word:
    """Letters and digits without a gap, whether a picture lies there, why they may not be seen, and which are not."""

    chars: tuple[Char, ...]
    pictured: bool
    why: str
    hidden: tuple[bool, ...]

    @property
    def text(self) -> str:
        return "".join(chr(char.code) for char, each in zip(self.chars, self.hidden, strict=True) if each)


def unseen(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, number: int, annotations: Sequence[Box]
) -> list[Unseen]:
    """The words of a page that are not seen, one entry for each way of hiding; `annotations`: where some lie."""
    drawn = list(things(page))
    places = doubts(drawn, page.get_cropbox(), annotations)
    if not places:
        return []
    views = _views(page, [drawn[place] for place in places], annotated=bool(annotations))
    words = list(_hidden_words(page, text_page, drawn, places, views))
    found: dict[str, list[str]] = {}
    shadows = _Shadows(text_page, words) if words else None
    times = Counter(word.text for word in words)
    for word in words:
        stamp = word.pictured and word.why.startswith(_ON) and word.text.isdigit() and times[word.text] > 1
        if not (shadows and shadows.hold(word)) and not stamp:
            found.setdefault(word.why, []).append(word.text)
    return [Unseen(number, " ".join(words), why) for why, words in found.items() if not _labels(why, words)]


def _views(page: pypdfium2.PdfPage, doubtful: Sequence[Thing], *, annotated: bool) -> Views:
    with_and_without = (True, False) if annotated else (True,)
    shown = [pixels(page, _SCALE, annotations=each) for each in with_and_without]
    with switched_off(doubtful):
        bare = [pixels(page, _SCALE, annotations=each) for each in with_and_without]
    return list(zip(shown, bare, strict=True))


def _hidden_words(
    page: pypdfium2.PdfPage,
    text_page: pypdfium2.PdfTextPage,
    drawn: Sequence[Thing],
    places: Sequence[int],
    views: Views,
) -> Iterator[_Word]:
    crop = page.get_cropbox()
    for chars, place in _words(text_page, {address(drawn[place].raw): place for place in places}):
        cuts = [cut(page, views[0][0], char.box) for char in chars]
        why = _why(chars, drawn, place, crop)
        pictured = _in_a_picture(chars, drawn)
        hidden = tuple(why == _TOO_SMALL or not _shows(views[0], each) for each in cuts)
        if not any(hidden):
            continue
        if why != _TOO_SMALL:
            if any(_shows(view, each) for view in views[1:] for each in cuts):
                why = f"{_UNDER}an annotation"
            elif pictured and (len(chars) < 2 or not _blank(views[0][0], cuts)):
                continue
        yield _Word(tuple(chars), pictured, why, hidden)


def _words(text_page: pypdfium2.PdfTextPage, doubtful: dict[int, int]) -> Iterator[tuple[list[Char], int]]:
    """The words in doubt: their letters and digits, and the place of their text object in what is drawn."""
    word: list[Char] = []
    at = -1
    for index in range(text_page.count_chars()):
        place = doubtful.get(address(pdfium.FPDFText_GetTextObject(text_page, index)), -1)
        letter = place >= 0 and chr(pdfium.FPDFText_GetUnicode(text_page, index)).isalnum()
        if word and (not letter or place != at):
            yield word, at
            word = []
        if letter:
            at = place
            word.append(Char(text_page, index))
    if word:
        yield word, at


class _Shadows:
    """Where the letters that are seen stand, to know a hidden one that lies under the same letter."""

    def __init__(self, text_page: pypdfium2.PdfTextPage, words: Sequence[_Word]) -> None:
        hidden = {
            char.index for word in words for char, each in zip(word.chars, word.hidden, strict=True) if each
        }
        wanted = {char.code for word in words for char in word.chars}
        self._seen: dict[int, list[Box]] = {}
        for index in range(text_page.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text_page, index)
            if code in wanted and index not in hidden:
                self._seen.setdefault(code, []).append(text_page.get_charbox(index))

    def hold(self, word: _Word) -> bool:
        """Whether every hidden letter of the word is seen in the same place."""
        return all(
            not each or any(_near(char.box, box) for box in self._seen.get(char.code, ()))
            for char, each in zip(word.chars, word.hidden, strict=True)
        )


def _near(one: Box, two: Box) -> bool:
    return all(abs(a - b) < _SHADOW for a, b in zip(one, two, strict=True))


def _why(word: Sequence[Char], drawn: Sequence[Thing], place: int, crop: Box) -> str:
    """The likeliest reason, should a word turn out not to be seen."""
    if not meets(word[0].box, crop):
        return "outside the page"
    if drawn[place].size < TINY:
        return _TOO_SMALL
    if drawn[place].inkless:
        return f"{_UNDER}an emptied place of a picture" if _in_a_picture(word, drawn) else "without ink"
    x, y = (word[0].box[0] + word[-1].box[2]) / 2, (word[0].box[1] + word[0].box[3]) / 2
    over = [thing for thing in drawn[place + 1 :] if thing.type in GROUNDS and meets(thing.box, (x, y, x, y))]
    if over:
        return f"{_UNDER}{_named(over[-1])}"
    below = [thing for thing in drawn[:place] if thing.type in GROUNDS and meets(thing.box, (x, y, x, y))]
    return (
        f"{_ON}{_named(below[-1])} of its own colour" if below else "in the colour of its ground, or cut off"
    )


def _named(thing: Thing) -> str:
    if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
        return "a picture"
    if thing.type != pdfium.FPDF_PAGEOBJ_PATH:
        return "a coloured area"
    colour = thing.colour[:3]
    if max(colour) < _DARK:
        return "a black box"
    return "a white box" if min(colour) > 255 - _DARK else "a coloured box"


def _labels(why: str, words: Sequence[str]) -> bool:
    return why.startswith((_UNDER, _ON)) and {word.lower() for word in words} <= _LABELS


def _in_a_picture(word: Sequence[Char], drawn: Sequence[Thing]) -> bool:
    box = (word[0].box[0], word[0].box[1], word[-1].box[2], word[-1].box[3])
    box = (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))
    return any(thing.type == pdfium.FPDF_PAGEOBJ_IMAGE and meets(thing.box, box) for thing in drawn)


def _shows(view: tuple[Pixels, Pixels], place: Cut) -> bool:
    """Whether the page looks different without the text in doubt."""
    with_it, without = view[0][place], view[1][place]
    return with_it.size > 0 and int(np.abs(with_it.astype(np.int16) - without).max()) >= _SAME


def _blank(image: Pixels, places: Sequence[Cut]) -> bool:
    """Whether the drawn page shows a single colour where each letter of a word stands."""
    parts = (image[place].reshape(-1, 3) for place in places)
    return all(not part.size or int(np.ptp(part, axis=0).max()) < _FLAT for part in parts)
