"""A marked-up report revised as a board would: the same seed, the same revision."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

MOVED, REWORDED = 0.1, 0.1
"""Parts of the paragraphs that are moved, and of the sentences that are reworded."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?:\| )?(?=[A-Z0-9“\"'(])")
_NUMBER = re.compile(r"(\d{1,2})(?=\.\d|\.? +[A-Z])")
_HEADING = re.compile(r"(\d{1,2})\.? +[A-Z].{0,60}\n|#* ?[A-Z ,:]{6,60}\n")
_NO_NUMBER = 99
_OTHER_WORDS = ("however", "clearly", "then", "perhaps", "formally", "promptly", "at first", "in the event")
_ADDED = (
    "The Panel returned to this question at its last meeting, after further enquiries.",
    "{name} was seen by a duty worker, whose notes were not sent on.",
    "It is not now possible to say who took the decision.",
    "A further conversation with {name} took place, of which there is no record.",
    "Practice has changed since then, and the Panel was shown the new guidance.",
    "{name} told the review that nobody had asked.",
)


@dataclass(frozen=True)
class Span:
    """A mark on characters `start` to `end`; `unchanged`: whether its sentence is."""

    number: int
    start: int
    end: int
    unchanged: bool = True


@dataclass(frozen=True)
class Piece:
    """A sentence, or what stands between sentences, with the marks in it."""

    text: str
    spans: tuple[Span, ...] = ()

    def without_marks(self) -> Iterator[re.Match[str]]:
        """The words, small letters only, on which no mark stands."""
        for word in re.finditer(r"\b[a-z]{3,}\b", self.text):
            if not any(span.start < word.end() and word.start() < span.end for span in self.spans):
                yield word

    def put(self, start: int, end: int, words: str) -> Piece:
        """The same reworded: other words in place of characters `start` to `end`."""
        more = len(words) - (end - start)
        moved = (
            replace(
                span,
                start=span.start + more * (span.start >= end),
                end=span.end + more * (span.end >= end),
                unchanged=False,
            )
            for span in self.spans
        )
        return Piece(self.text[:start] + words + self.text[end:], tuple(moved))


def revised(text: str, spans: Sequence[Span], names: Sequence[str], seed: int) -> tuple[str, list[Span]]:
    """Move paragraphs, reword sentences, add two sections, correct the spelling of the commonest name.

    Args:
        text: the plain report.
        spans: the marks, ascending.
        names: the wordings of marks on people.
        seed: which revision.
    """
    chance = random.Random(seed)
    name = _commonest(names)
    paragraphs = list(_paragraphs(text, spans))
    paragraphs = [[_reworded(piece, chance) for piece in paragraph] for paragraph in paragraphs]
    corrected = name[:2] + name[3] + name[2] + name[4:] if name[2] != name[3] else name[:2] + name[3:]
    paragraphs = [[_corrected(piece, name, corrected) for piece in paragraph] for paragraph in paragraphs]
    _move(paragraphs, chance)
    for _ in range(2):
        _add_section(paragraphs, names, chance)
    return _joined(paragraphs)


def _commonest(names: Sequence[str]) -> str:
    words = Counter(word for name in names for word in re.findall(r"[A-Z][a-z]{4,}", name))
    return words.most_common(1)[0][0]


def _paragraphs(text: str, spans: Sequence[Span]) -> Iterator[list[Piece]]:
    """Each line as its sentences and what parts them, the line end last."""
    start = 0
    for line in text.splitlines(keepends=True):
        ends = [start + match.end() for match in _SENTENCE_END.finditer(line) if match.start() > 4]
        edges = [start, *ends, start + len(line)]
        held = [
            edge for edge in edges if not any(span.start < edge < span.end for span in spans)
        ]  # no mark is cut
        yield [
            Piece(
                text[first:end],
                tuple(
                    replace(span, start=span.start - first, end=span.end - first)
                    for span in spans
                    if first <= span.start < end
                ),
            )
            for first, end in pairwise(held)
            if end > first
        ]
        start += len(line)


def _reworded(piece: Piece, chance: random.Random) -> Piece:
    if len(piece.text.split()) < 6 or chance.random() >= REWORDED:
        return piece
    before = piece
    for _ in range(chance.randint(1, 3)):
        words = list(piece.without_marks())
        if not words:
            break
        word = chance.choice(words)
        put = chance.choice(("", chance.choice(_OTHER_WORDS), f"{word[0]} {chance.choice(_OTHER_WORDS)}"))
        piece = piece.put(*word.span(), put)
    return piece if piece.text.split() != before.text.split() else before


def _corrected(piece: Piece, name: str, corrected: str) -> Piece:
    while found := re.search(rf"\b{name}\b", piece.text):
        piece = piece.put(*found.span(), corrected)
    return piece


def _move(paragraphs: list[list[Piece]], chance: random.Random) -> None:
    long = [p for p in paragraphs if sum(len(piece.text) for piece in p) > 150]
    for paragraph in chance.sample(long, max(1, int(MOVED * len(long)))):
        at = next(k for k, p in enumerate(paragraphs) if p is paragraph)
        paragraphs.pop(at)
        blank = [k for k, p in enumerate(paragraphs) if not "".join(piece.text for piece in p).strip()]
        paragraphs.insert(chance.choice(blank), paragraph)


def _add_section(paragraphs: list[list[Piece]], names: Sequence[str], chance: random.Random) -> None:
    """Put a section between two, and count those behind it on."""
    at = chance.choice([k for k, p in enumerate(paragraphs) if len(p) == 1 and _HEADING.fullmatch(p[0].text)])
    found = _NUMBER.match(paragraphs[at][0].text)
    number = int(found[1]) if found else _NO_NUMBER
    paragraphs[at:] = [_counted_on(p, number) for p in paragraphs[at:]]
    added = [[Piece(f"{number}. FURTHER MATTERS\n")], [Piece("\n")]]
    for k in range(1, 7):
        sentences = [chance.choice(_ADDED).format(name=chance.choice(names)) for _ in range(4)]
        added += [[Piece(f"{number}.{k} {' '.join(sentences)}\n")], [Piece("\n")]]
    paragraphs[at:at] = added


def _counted_on(paragraph: list[Piece], number: int) -> list[Piece]:
    """The paragraph with the next number, if it has one of a section from `number` on."""
    found = _NUMBER.match(paragraph[0].text) if paragraph else None
    if not found or int(found[1]) < number or any(s.start < found.end() for s in paragraph[0].spans):
        return paragraph
    first = paragraph[0].put(*found.span(1), str(int(found[1]) + 1))
    kept = zip(first.spans, paragraph[0].spans, strict=True)
    spans = tuple(replace(span, unchanged=before.unchanged) for span, before in kept)
    return [Piece(first.text, spans), *paragraph[1:]]


def _joined(paragraphs: Sequence[Sequence[Piece]]) -> tuple[str, list[Span]]:
    parts: list[str] = []
    spans: list[Span] = []
    length = 0
    for paragraph in paragraphs:
        for piece in paragraph:
            spans += [replace(s, start=s.start + length, end=s.end + length) for s in piece.spans]
            parts.append(piece.text)
            length += len(piece.text)
    return "".join(parts), spans
