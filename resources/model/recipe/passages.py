"""A passage of text with its names marked: what the model is taught."""

from collections.abc import Sequence
from dataclasses import dataclass

UNTAUGHT = "UNTAUGHT"  # of a span: nothing is to be learnt from it

Span = tuple[
    int, int, str
]  # start and end (character offsets), one of the model's labels but "O", or UNTAUGHT


@dataclass(frozen=True)
class Passage:
    """A text of at most some 200 words; `complete` if everything unmarked is known to be none of the model's labels.

    The published corpora mark persons, places and organisations only: of their unmarked words it is known just that
    they are none of these three.
    """

    text: str
    spans: tuple[Span, ...]
    complete: bool


def joined(passages: Sequence[Passage], separators: Sequence[str]) -> Passage:
    """Return `passages` as one, each after the first put behind its separator."""
    text = ""
    spans: list[Span] = []
    for passage, separator in zip(passages, ("", *separators), strict=False):
        text += separator
        spans += [(start + len(text), end + len(text), kind) for start, end, kind in passage.spans]
        text += passage.text
    return Passage(text, tuple(spans), all(passage.complete for passage in passages))


def rewritten(passage: Passage, changes: Sequence[tuple[int, int, str]]) -> Passage:
    """Return `passage` with each (start, end) replaced; changes are sorted and lie within or outside of spans."""
    text = ""
    moved: list[tuple[int, int]] = []  # (old offset, how far what follows it has moved)
    at = 0
    for start, end, new in changes:
        text += passage.text[at:start] + new
        at = end
        moved.append((end, len(text) - end))
    text += passage.text[at:]

    def place(offset: int) -> int:
        shift = 0
        for after, by in moved:
            if after > offset:
                break
            shift = by
        return offset + shift

    spans = tuple((place(start), place(end), kind) for start, end, kind in passage.spans)
    return Passage(text, tuple(span for span in spans if span[0] < span[1]), passage.complete)
