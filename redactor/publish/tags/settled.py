"""Notes in finished content become marked content with MCIDs, counted anew in the order of the content."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from redactor.publish.content import MARKED, NOTE, SHOWS, Operation, leaves_ink, operations


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of content of one leaf.

    Args:
        leaf: its number; 0 for an artefact.
        phrase: at a black box, the number of what is to be said in its place.
        mark: the id of the mark, in hexadecimal, if this is its place.
        words: whether it shows any text.
        black: whether it is meant to be a black box, which may carry a reason code.
    """

    leaf: int
    phrase: int
    mark: str
    words: bool
    black: bool = False

    @property
    def box(self) -> bool:
        """Whether it is a box that says nothing, or no more than a code."""
        return bool(self.mark) and (self.black or not self.words)


@dataclass(slots=True)
class _Sequence:
    """A note and the operations it encloses: the places of its BMC and EMC, and what it holds itself."""

    note: tuple[int, int, str, bool]
    begin: int
    end: int
    ink: bool = False
    words: bool = False

    def stretch(self) -> Stretch:
        leaf, phrase, mark, black = self.note
        return Stretch(leaf, phrase, mark, self.words, black)


def settled(data: bytes, tag: Callable[[Stretch], str]) -> tuple[bytes, list[Stretch]]:
    """The content with marked content in place of notes, and the stretches by their MCIDs.

    Notes that enclose nothing any more go; neighbours of one leaf become one.

    Args:
        data: the content stream.
        tag: the structure type of a stretch; "" for one that belongs to nothing.
    """
    found = list(operations(data))
    kept = [one for one in _sequences(data, found) if one.ink and (not one.note[0] or tag(one.stretch()))]
    joints = _joints(data, found, kept)
    begins = {one.begin: one for one in kept if one.begin not in joints}
    ends = {one.end for one in kept} - joints
    stretches: list[Stretch] = []
    out: list[bytes] = []
    for at, (start, end, operator) in enumerate(found):
        if at in begins:
            stretch = begins[at].stretch()
            out.append(_opened(stretch, tag(stretch), len(stretches)))
            stretches += [stretch] if stretch.leaf else []
        elif at in ends or operator not in MARKED:
            out.append(data[start:end])
    return b"\n".join((*out, *[b"EMC"] * (len(found) in ends))), stretches


def _opened(stretch: Stretch, tag: str, mcid: int) -> bytes:
    return b"/%s <</MCID %d>> BDC" % (tag.encode(), mcid) if stretch.leaf else b"/Artifact BMC"


def _sequences(data: bytes, found: Sequence[Operation]) -> list[_Sequence]:
    """The notes in order; other marked content counts for what encloses it."""
    out: list[_Sequence] = []
    around: list[_Sequence | None] = [None]
    for at, (start, end, operator) in enumerate(found):
        if operator in (b"BMC", b"BDC"):
            note = NOTE.match(data[start:end])
            around.append(around[-1])
            if note:
                said = (int(note[2]), int(note[3] or 0), (note[5] or b"").decode(), bool(note[4]))
                out.append(_Sequence(said, at, len(found)))
                around[-1] = out[-1]
        elif operator == b"EMC" and len(around) > 1:
            closed = around.pop()
            if closed and closed is not around[-1]:
                closed.end = at
        elif (inner := around[-1]) and leaves_ink(operator, data[start:end]):
            inner.ink, inner.words = True, inner.words or operator in SHOWS
    return out


def _joints(data: bytes, found: Sequence[Operation], kept: Sequence[_Sequence]) -> set[int]:
    """The places of an EMC and the next BMC between which nothing happens, both of one leaf."""
    limits = {place for one in kept for place in (one.begin, one.end)}
    out: set[int] = set()
    for one, two in pairwise(kept):
        same = one.note[0] == two.note[0] and not one.stretch().box and not two.stretch().box
        if not same or one.end > two.begin:
            continue
        between = range(one.end + 1, two.begin)
        if not any(at in limits or _happens(data, found[at]) for at in between):
            out.update((one.end, two.begin))
    return out


def _happens(data: bytes, operation: Operation) -> bool:
    start, end, operator = operation
    return operator in (b"BT", b"ET") or leaves_ink(operator, data[start:end])
