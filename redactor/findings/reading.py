"""The draft's text as recognisers want to read it, with a way back to where each character stood.

Soft hyphens and zero-width characters go, ligatures and full-width letters become plain letters, accents join
their letter, odd spaces become spaces, and a line break that only wraps a paragraph becomes a space: a name or a
date split by the end of a line is then one name or date.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.document.line_ends import breaks_word, goes_on_in_word, had_no_room, known_words, wall

CELL = " | "
"""What stands between the cells of a row."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
_FRACTIONS = (
    "\u00bc\u00bd\u00be\u2153\u2154"  # written out as 1/2 behind a number they would make another number
)
_ODD = re.compile(r"[^\n -~\u00a3\u00c0-\u024f\u1e00-\u1eff\u2013\u2014\u2018-\u201d\u2026]+")
_WITH_MARKS = re.compile(r"[^\W\d_]?[\u0300-\u036f]+")
_BULLET = re.compile(r"[\u2022\u25aa\u25cf*\u2013-]")
_DATED_ROW = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4} ?\|")
_NUMBERED = re.compile(r"\(?[a-z0-9]{1,3}[.)]\s|\d+(\.\d+)+\s|\[\d+\]")
_ENDS_SENTENCE = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\s*$")
_WIDEST_WRAP = 140


@dataclass(frozen=True)
class Reading:
    """Plain `text` to search, and `at`: for each of its characters the offset in the draft's text."""

    text: str
    at: array[int]

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Return offsets in the draft's text for characters `start` to `end` of `self.text`."""
        return self.at[start], self.at[end - 1] + 1

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """Return offsets in `self.text` for characters `start` to `end` of the draft's text."""
        return bisect_left(self.at, start), bisect_left(self.at, end)


def read(draft: str) -> Reading:
    """Return the text to search for `draft`; takes time in proportion to its length."""
    text, at = _plain(draft)
    breaks = _soft_breaks(text)
    if not breaks:
        return Reading(text, at)
    known = known_words([text])
    pieces: list[str] = []
    kept = array("q")
    done = 0
    for place, line, following in breaks:
        end = place - breaks_word(line, following, known)
        pieces.append(text[done:end])
        kept.extend(at[done:end])
        if not (line[-1:] == "-" and line[-2:-1].isalpha()):
            pieces.append(" ")
            kept.append(at[place])
        done = place + 1
    pieces.append(text[done:])
    kept.extend(at[done:])
    return Reading("".join(pieces), kept)


def _plain(draft: str) -> tuple[str, array[int]]:
    """Return `draft` with odd characters made plain, and where each character came from."""
    pieces: list[str] = []
    at = array("q")
    done = 0
    for match in re.finditer(f"(?:{_WITH_MARKS.pattern})|(?:{_ODD.pattern})", draft):
        pieces.append(draft[done : match.start()])
        at.extend(range(done, match.start()))
        for offset, plain in _plain_run(match.group(), _between_cells(draft, match)):
            pieces.append(plain)
            at.extend([match.start() + offset] * len(plain))
        done = match.end()
    pieces.append(draft[done:])
    at.extend(range(done, len(draft)))
    return "".join(pieces), at


def _between_cells(draft: str, run: re.Match[str]) -> bool:
    """Return whether a run of odd characters, if a tab, stands between two cells of a row and is no indent."""
    return (
        draft[run.start() - 1 : run.start()].strip() != "" and draft[run.end() : run.end() + 1].strip() != ""
    )


def _plain_run(run: str, between_cells: bool) -> list[tuple[int, str]]:
    """Return (offset in `run`, plain characters) for a run of odd characters."""
    if unicodedata.combining(run[-1]) and len(run) <= 4:
        return [(0, unicodedata.normalize("NFC", run))]
    plain: list[tuple[int, str]] = []
    for offset, character in enumerate(run):
        if character in INVISIBLE:
            continue
        if character == "\t":
            plain.append((offset, CELL if between_cells else " "))
        elif character in "\r\f\v\u2028\u2029\x85":
            plain.append((offset, "\n"))
        elif character.isspace():
            plain.append((offset, " "))
        elif character in "\u2010\u2011":
            plain.append((offset, "-"))
        elif character in _FRACTIONS:
            plain.append((offset, character))
        else:
            plain.append((offset, unicodedata.normalize("NFKC", character) or character))
    return plain


def _soft_breaks(text: str) -> list[tuple[int, str, str]]:
    """Return the offset of each line break after which the paragraph goes on, with the lines that meet there.

    A typesetter breaks a line where the next word would not fit. So a break is soft if the first word of the next
    line would have passed the column at which lines were broken; or, where they were broken by the width of letters,
    the usual length of a full line, with a tolerance.
    """
    lines = text.split("\n")
    column = wall(lines)
    width = 0 if column else _usual_width(lines)
    breaks = []
    place = -1
    for line, following in pairwise(lines):
        place += len(line) + 1
        if not line.strip() or not following.strip() or _starts_its_own(line, following):
            continue
        if column:
            full = had_no_room(line, following, column)
        else:
            full = len(line) + 1 + len(following.split(" ", 1)[0]) > width * 0.88 > 0
        if full or goes_on_in_word(line, following):
            breaks.append((place, line, following))
    return breaks


def _usual_width(lines: Sequence[str]) -> int:
    """Return how long full lines usually are, in characters; 0 if lines seem to be whole paragraphs."""
    lengths = sorted(len(line) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.9)] if len(lengths) >= 3 else 0
    return width if 20 <= width <= _WIDEST_WRAP else 0


def _starts_its_own(line: str, following: str) -> bool:
    """Whether a line begins a list item, a table row or a numbered paragraph, however long the line before it."""
    if _BULLET.match(following):
        return True
    ends_cell = line.rstrip().endswith("|")
    if following.startswith("|"):
        return ends_cell
    if _DATED_ROW.match(following) and not ends_cell:
        return True
    return bool(_NUMBERED.match(following)) and bool(_ENDS_SENTENCE.search(line))


def paragraphs(text: str, size: int) -> list[tuple[int, int]]:
    """Cut `text` into pieces of about `size` characters: at an empty line, else at a line end, else at a space."""
    pieces = []
    start = 0
    while start < len(text):
        end = _cut(text, start, size) if len(text) - start > 2 * size else len(text)
        pieces.append((start, end))
        start = end
    return pieces


def _cut(text: str, start: int, size: int) -> int:
    """Return where a piece that begins at `start` had best end, between half and twice the size."""
    for mark in ("\n\n", "\n", " "):
        place = text.rfind(mark, start + size // 2, start + size)
        if place < 0 and mark != " ":
            place = text.find(mark, start + size, start + 2 * size)
        if place >= 0:
            return place + len(mark)
    return start + size
