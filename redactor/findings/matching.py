"""Whether a wording stands in a text, in whatever form: the one measure for counting, replacing and proving.

A wording is found where its words follow one another, whatever stands between them (spaces, hyphens, line
ends), with or without diacritics, ligatures, zero-width characters or a possessive; reversed ("Last, First");
and, if it is long enough not to arise by chance, with the words run together or cut anywhere. A single word
that is short or also an ordinary English word must match in case as well: a proof that cries wolf over every
"will" and "3" is soon switched off.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redactor.findings.english import is_ordinary

Span = tuple[int, int]

SHORT = 5
"""A single word of fewer letters must match in case."""

RUN_LETTERS, RUN_MIXED, RUN_DIGITS = 8, 6, 7
"""From how many characters on a wording is also looked for run together or cut anywhere."""

_UNSPACED = "\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese and Japanese have no spaces between words: each sign is one, or a name across a line end went unseen."""
_WORD = re.compile(
    rf"""[{_UNSPACED}] | (?<![^\W_])[^\W\d_](?:\s{{1,2}}[^\W\d_](?![^\W_])){{3,}}  # a word set letter by letter
    | [^\W_{_UNSPACED}]+""",
    re.VERBOSE,
)
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_PHRASE_ENDS = frozenset(',;:!?"()[]“”')
_HYPHENS = ("-", "\u2010", "\u2011")
_NUMBER_GLUE = re.compile(r"[.,:/\-]")
_EXTRA = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe"}
    | dict(zip("аеорсухіјһкмнтАЕОРСУХІЈКМНТВ", "aeopcyxijhkmhtAEOPCYXIJKMHTB", strict=True))
    | dict(zip("αορυικΑΒΕΗΙΚΜΝΟΡΤΥΧ", "aopuikABEHIKMNOPTYX", strict=True))
    | dict.fromkeys("\u115f\u1160\u3164\uffa0\u2800", "")  # letters that show nothing
)
_SOFT = "\u00ad\x02\ufffe"
_ODD = re.compile(rf"[{_SOFT}][\r\n]*|[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Needle:
    """A wording prepared for looking up."""

    orders: tuple[tuple[str, ...], ...]
    cased: tuple[str, ...]
    run: str

    @property
    def number(self) -> bool:
        """Whether it is one bare number, such as an age."""
        return len(self.orders) == 1 and len(self.orders[0]) == 1 and self.orders[0][0].isdigit()


@dataclass(frozen=True, slots=True)
class Haystack:
    """A text prepared for looking things up in: its words, where they stand, and the words run together."""

    text: str
    words: tuple[str, ...]
    cased: tuple[str, ...]
    spans: tuple[Span, ...]
    index: dict[str, list[int]] = field(repr=False)
    joined: dict[str, list[tuple[int, int]]] = field(repr=False)
    run: str = field(repr=False)
    run_starts: tuple[int, ...] = field(repr=False)
    vocabulary: str = field(repr=False)  # each word once, with a line end


@lru_cache(maxsize=4096)
def needle(wording: str) -> Needle:
    """Prepare a wording; a wording without letters or digits matches nothing."""
    folded, _ = _fold(wording)
    cased = tuple("".join(word.split()) for word in _WORD.findall(folded))
    words = tuple(word.lower() for word in cased)
    run = "".join(words)
    orders = [words] if words else []
    if len(words) > 1 and not any(c.isdigit() for c in run):
        orders += [words[1:] + words[:1], words[-1:] + words[:-1]]
    cases = _cases(cased[0]) if len(cased) == 1 else ()
    return Needle(tuple(dict.fromkeys(orders)), cases, run if _long_enough(run) else "")


def haystack(text: str) -> Haystack:
    """Prepare a text; linear in its length."""
    folded, offsets = _fold(text)
    matches = list(_WORD.finditer(folded))
    cased = tuple("".join(m[0].split()) for m in matches)
    words = tuple(word.lower() for word in cased)
    spans = tuple((offsets[m.start()], offsets[m.end() - 1] + 1) for m in matches)
    index: dict[str, list[int]] = {}
    starts, length = [], 0
    for position, word in enumerate(words):
        index.setdefault(word, []).append(position)
        starts.append(length)
        length += len(word)
    joined = _joined(text, words, spans)
    vocabulary = "".join(f"{word}\n" for word in index)
    return Haystack(text, words, cased, spans, index, joined, "".join(words), tuple(starts), vocabulary)


def find(hay: Haystack, sought: Needle) -> list[Span]:
    """Where the wording stands: character offsets into the text, sorted, never overlapping."""
    found = [
        *_by_words(hay, sought),
        *_by_joined(hay, sought),
        *_by_pieces(hay, sought),
        *_by_run(hay, sought),
    ]
    out: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not out or start >= out[-1][1]:
            out.append((start, end))
    return out


def count(text: str, wording: str) -> int:
    """How often the wording stands in the text, in whatever form."""
    return len(find(haystack(text), needle(wording)))


def too_plain(sought: Needle) -> bool:
    """Whether the wording says nothing by itself: a number of one or two digits, as in "Section 3", or one letter."""
    return not sought.orders or (
        len(sought.orders[0]) == 1 and len(sought.orders[0][0]) <= (2 if sought.number else 1)
    )


def percent_decoded(text: str) -> str:
    """A web address with its percent-encoding (RFC 3986 2.1) and plus signs undone."""
    raw = text.replace("+", " ").encode("utf-8", "surrogatepass")
    return _PERCENT.sub(lambda match: bytes([int(match[1], 16)]), raw).decode("utf-8", "replace")


def _by_words(hay: Haystack, sought: Needle) -> Iterator[Span]:
    for order in sought.orders:
        for at in hay.index.get(order[0], ()):
            last = at + len(order)
            if hay.words[at:last] != order or (sought.cased and hay.cased[at] not in sought.cased):
                continue
            if sought.number and _inside_number(hay, at):
                continue
            yield hay.spans[at][0], hay.spans[last - 1][1]


def _by_joined(hay: Haystack, sought: Needle) -> Iterator[Span]:
    if len(sought.orders) == 1 and len(sought.orders[0]) == 1 and len(sought.orders[0][0]) > 2:
        for first, last in hay.joined.get(sought.orders[0][0], ()):
            yield hay.spans[first][0], hay.spans[last][1]


def _by_pieces(hay: Haystack, sought: Needle) -> Iterator[Span]:
    """A single word too short for a run, cut in two by a space or a hyphen: "Kez iah", "Mar-lon".

    Not where that could be two words that mean something: "Jon as he", "Rob in".
    """
    word = sought.orders[0][0] if len(sought.orders) == 1 and len(sought.orders[0]) == 1 else ""
    if not SHORT <= len(word) < RUN_LETTERS or sought.cased or not word.isalpha():
        return
    for cut in range(2, len(word) - 1):
        pieces = word[:cut], word[cut:]
        ordinary = sum(map(is_ordinary, pieces))
        for at in hay.index.get(pieces[0], ()) if ordinary < len(pieces) else ():
            if hay.words[at + 1 : at + 2] != pieces[1:]:
                continue
            between = hay.text[hay.spans[at][1] : hay.spans[at + 1][0]]
            if between in _HYPHENS or (not ordinary and between.isspace()):
                yield hay.spans[at][0], hay.spans[at + 1][1]


def _by_run(hay: Haystack, sought: Needle) -> Iterator[Span]:
    if not sought.run:
        return
    for at in _run_places(hay, sought.run):
        end = at + len(sought.run)
        first = bisect_right(hay.run_starts, at) - 1
        last = bisect_right(hay.run_starts, end - 1) - 1
        apart = not (sought.run.isdigit() and _digit_beside(hay.run, at, end))
        if (
            apart
            and (first == last or _whole_words(hay, (first, at), (last, end)))
            and _unparted(hay, first, last)
        ):
            yield hay.spans[first][0], hay.spans[last][1]


def _run_places(hay: Haystack, run: str) -> Iterator[int]:
    """Where a run begins in `hay.run`: with the beginning of a word, or anywhere within one.

    Words are looked up in the index, so that the time does not grow with the text for every wording.
    """
    for length in range(1, len(run)):
        for word in hay.index.get(run[:length], ()):
            if hay.run.startswith(run, hay.run_starts[word]):
                yield hay.run_starts[word]
    found = hay.vocabulary.find(run)
    while found >= 0:
        start = hay.vocabulary.rfind("\n", 0, found) + 1
        end = hay.vocabulary.find("\n", found)
        for word in hay.index[hay.vocabulary[start:end]]:
            yield hay.run_starts[word] + found - start
        found = hay.vocabulary.find(run, found + len(run))


def _whole_words(hay: Haystack, start: Span, end: Span) -> bool:
    """Whether a run over several words (number of the word, place in the run) begins and ends with a word.

    Else Ian Grant would stand in "an Italian grant". A possessive's s may follow.
    """
    rest = hay.words[end[0]][end[1] - hay.run_starts[end[0]] :]
    return hay.run_starts[start[0]] == start[1] and rest in ("", "s")


def _unparted(hay: Haystack, first: int, last: int) -> bool:
    """Whether nothing that ends a phrase stands between the words; digits may be grouped by anything."""
    between = (hay.text[hay.spans[at][1] : hay.spans[at + 1][0]] for at in range(first, last))
    return all(
        hay.words[at].isdigit() or not any(char in _PHRASE_ENDS for char in gap)
        for at, gap in enumerate(between, first)
    )


def _digit_beside(run: str, start: int, end: int) -> bool:
    return run[start - 1 : start].isdigit() or run[end : end + 1].isdigit()


def _inside_number(hay: Haystack, at: int) -> bool:
    """Whether a number is a part of a longer one: "3" in "3.1" or "14" in "14/03/2012"."""
    start, end = hay.spans[at]
    before, after = hay.text[max(0, start - 2) : start], hay.text[end : end + 2]
    glued_before = len(before) == 2 and before[0].isdigit() and bool(_NUMBER_GLUE.match(before[1]))
    glued_after = len(after) == 2 and after[1].isdigit() and bool(_NUMBER_GLUE.match(after[0]))
    return glued_before or glued_after


def _joined(text: str, words: Sequence[str], spans: Sequence[Span]) -> dict[str, list[tuple[int, int]]]:
    """Words that a hyphen cuts at a line end."""
    out: dict[str, list[tuple[int, int]]] = {}
    for at in range(1, len(words)):
        if _hyphen_at_line_end(text[spans[at - 1][1] : spans[at][0]]):
            out.setdefault(words[at - 1] + words[at], []).append((at - 1, at))
    return out


def _hyphen_at_line_end(between: str) -> bool:
    return between[:1] in ("-", "\u2010") and any(c in "\r\n" for c in between[1:])


def _cases(word: str) -> tuple[str, ...]:
    """The spellings that count for a single word; none means any."""
    if is_ordinary(word) or len(word) < SHORT - 1:
        return (word,)
    return (word, word.upper()) if len(word) < SHORT else ()


def _long_enough(run: str) -> bool:
    if run.isdigit():
        return len(run) >= RUN_DIGITS
    if any(c.isdigit() for c in run):
        return len(run) >= RUN_MIXED
    return len(run) >= RUN_LETTERS


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """The text without diacritics, ligatures and zero-width characters; and the offset of each character.

    A soft hyphen at a line end goes with the line end, so that the word is whole.
    """
    if text.isascii() and "\x02" not in text:
        return text, range(len(text))
    out: list[str] = []
    offsets = array("q")
    done = 0
    for match in _ODD.finditer(text):
        start = match.start()
        out.append(text[done:start])
        offsets.extend(range(done, start))
        for offset, char in enumerate(match[0], start):
            folded = "" if char in "\r\n" else _fold_char(char)
            out.append(folded)
            offsets.extend([offset] * len(folded))
        done = match.end()
    out.append(text[done:])
    offsets.extend(range(done, len(text)))
    return "".join(out), offsets


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    if char in _SOFT:
        return ""
    plain = unicodedata.normalize("NFKD", char).translate(_EXTRA)
    return "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))
