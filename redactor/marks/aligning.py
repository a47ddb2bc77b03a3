"""Where each word of a draft stands in a new draft of it, and of which of them that is beyond doubt."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.marks.gaps import fill_gaps
from redactor.marks.stretches import Stretch, covering, stretches
from redactor.marks.wording import PARAGRAPH, Words, words_of

_FARTHEST = 60
"""Words on either side that may belong to a sentence which only one draft ends there."""
_AROUND = 30
"""Words on either side that tell equal sentences apart."""
_PINNED = 150
"""Words between two places beyond doubt in which a sentence that stands once is beyond doubt too."""

NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two drafts, word by word. No two words of the old draft stand at one of the new.

    Args:
        old, new: the words of the drafts.
        at: for each word of the old draft the number of the word that it is in the new one, or `NOWHERE`.
        same: whether it is the same word there; else it is a near spelling.
        sure: whether its whole sentence stands there unchanged, and nowhere else that is as likely.
    """

    old: Words
    new: Words
    at: array[int]
    same: bytearray
    sure: bytearray


def align(old_text: str, new_text: str) -> Alignment:
    """Align two reading texts, whatever their lines and pages. Takes time in proportion to their length."""
    return aligned(words_of(old_text), words_of(new_text))


def aligned(old: Words, new: Words) -> Alignment:
    """Align the words of two drafts.

    Whole sentences that are told by what stands around them come first; then what is left of the common stretches,
    the longest first; then what stands between words aligned, by likeness. Headers and footers are left alone.
    """
    body, new_body = old.keys[: old.running], new.keys[: new.running]
    common = stretches(body, new_body)
    size = len(old.keys)
    result = Alignment(old, new, array("q", [NOWHERE]) * size, bytearray(size), bytearray(size))
    taken = bytearray(len(new_body))
    for first, end, stretch in _told_sentences(old, new, common):
        _place(result, taken, (first, end), stretch.shift, sure=True)
    for stretch in sorted(common, key=lambda stretch: -stretch.length):
        _place(result, taken, (stretch.old, stretch.old + stretch.length), stretch.shift, sure=False)
    fill_gaps(result.at, result.same, taken, (body, new_body))
    _forget_unlike_sentences(result)
    _pin(result)
    return result


def _place(result: Alignment, taken: bytearray, words: tuple[int, int], shift: int, *, sure: bool) -> None:
    """Align the words that are free; those of a sentence all or none."""
    first, end = words
    free = [w for w in range(first, end) if result.at[w] == NOWHERE and not taken[w + shift]]
    if sure:
        already = [w for w in range(first, end) if result.at[w] == w + shift]
        if len(free) + len(already) < end - first:
            return
        result.sure[first:end] = b"\1" * (end - first)
    for word in free:
        result.at[word], result.same[word], taken[word + shift] = word + shift, True, True


# Sentences told by what stands around them


@dataclass(frozen=True, slots=True)
class _Candidate:
    first: int
    end: int
    stretch: Stretch


def _told_sentences(old: Words, new: Words, common: Sequence[Stretch]) -> Iterator[tuple[int, int, Stretch]]:
    """The sentences (first word, end, stretch) that stand whole in a stretch, more likely than in any other."""
    sentences = [(first, end) for first, end in old.sentences() if end <= old.running]
    by_old = [(s.old, s.old + s.length, s) for s in common]
    candidates = [
        _Candidate(*unit, stretch)
        for sentence, found in zip(sentences, covering(by_old, sentences), strict=True)
        for stretch in found
        if (unit := _ended_in_both(old, new, sentence, stretch))
    ]
    candidates.sort(key=lambda c: c.first)
    rivals_there = covering(by_old, [(c.first, c.end) for c in candidates])
    by_new = sorted(((s.new, s.new + s.length, s) for s in common), key=lambda one: one[0])
    order = sorted(range(len(candidates)), key=lambda k: candidates[k].first + candidates[k].stretch.shift)
    images = [(c.first + c.stretch.shift, c.end + c.stretch.shift) for c in (candidates[k] for k in order)]
    rivals_here = dict(zip(order, covering(by_new, images), strict=True))
    repeated = _repeated(old) | _repeated(new)
    for number, (candidate, others) in enumerate(zip(candidates, rivals_there, strict=True)):
        if old.keys[candidate.first : candidate.end] in repeated and not _held(old, new, candidate):
            continue
        shift = candidate.stretch.shift
        likely = _likelihood(old, new, candidate)
        rivals = [_Candidate(candidate.first, candidate.end, s) for s in others if s != candidate.stretch]
        rivals += [
            _Candidate(candidate.first + shift - s.shift, candidate.end + shift - s.shift, s)
            for s in rivals_here[number]
            if s != candidate.stretch
        ]
        if all(likely > 2 * _likelihood(old, new, rival) for rival in rivals):
            yield candidate.first, candidate.end, candidate.stretch


def _ended_in_both(
    old: Words, new: Words, sentence: tuple[int, int], stretch: Stretch
) -> tuple[int, int] | None:
    """The sentence with what goes on in only one of the drafts, or None where that is not within the stretch."""
    first, end = sentence
    shift, low, high = stretch.shift, stretch.old, stretch.old + stretch.length
    for _ in range(_FARTHEST):
        if old.breaks[first] and new.breaks[first + shift]:
            break
        if first == low:
            return None
        first -= 1
    for _ in range(_FARTHEST):
        if old.breaks[end] and new.breaks[end + shift]:
            break
        if end == high:
            return None
        end += 1
    return first, end


def _repeated(words: Words) -> set[tuple[str, ...]]:
    """The sentences that stand more than once."""
    counts = Counter(words.keys[first:end] for first, end in words.sentences())
    return {keys for keys, count in counts.items() if count > 1}


def _held(old: Words, new: Words, candidate: _Candidate) -> bool:
    """Whether the words around a sentence are the same on both sides, or on one within its paragraph."""
    before, behind = _around(candidate)
    return bool((before and behind) or _in_paragraph(old, new, candidate, before, behind))


def _likelihood(old: Words, new: Words, candidate: _Candidate) -> int:
    """How many words around a sentence are the same; those of its own paragraph count three times."""
    before, behind = _around(candidate)
    return before + behind + 2 * _in_paragraph(old, new, candidate, before, behind)


def _around(candidate: _Candidate) -> tuple[int, int]:
    """How many words before and behind a sentence are the same."""
    stretch = candidate.stretch
    behind = stretch.old + stretch.length - candidate.end
    return min(candidate.first - stretch.old, _AROUND), min(behind, _AROUND)


def _in_paragraph(old: Words, new: Words, candidate: _Candidate, before: int, behind: int) -> int:
    shift = candidate.stretch.shift

    def new_paragraph(word: int) -> bool:
        return old.breaks[word] == PARAGRAPH or new.breaks[word + shift] == PARAGRAPH

    up = next((n for n in range(before) if new_paragraph(candidate.first - n)), before)
    down = next((n for n in range(behind) if new_paragraph(candidate.end + n)), behind)
    return up + down


# What is left


def _forget_unlike_sentences(result: Alignment) -> None:
    """Part words from images in a sentence that has little else in common with theirs."""
    old_of, old_sizes = _sentence_numbers(result.old)
    new_of, new_sizes = _sentence_numbers(result.new)
    shared = Counter(
        (old_of[word], new_of[image]) for word, image in enumerate(result.at) if image != NOWHERE
    )
    for word, image in enumerate(result.at):
        if image == NOWHERE or result.sure[word]:
            continue
        pair = old_of[word], new_of[image]
        count, sizes = shared[pair], (old_sizes[pair[0]], new_sizes[pair[1]])
        if not (count >= 0.6 * max(sizes) or (count >= 4 and count >= 0.4 * min(sizes))):
            result.at[word], result.same[word] = NOWHERE, False


def _sentence_numbers(words: Words) -> tuple[array[int], list[int]]:
    """For each word the number of its sentence, and the size of each sentence in words."""
    numbers, sizes = array("q"), []
    for number, (first, end) in enumerate(words.sentences()):
        numbers.extend([number] * (end - first))
        sizes.append(end - first)
    return numbers, sizes


def _pin(result: Alignment) -> None:
    """Settle the sentences that stand once, in either draft, between two neighbouring places beyond doubt."""
    old = result.old
    after = array("q", [old.running]) * (old.running + 1)  # the next word beyond doubt
    for word in reversed(range(old.running)):
        after[word] = word if result.sure[word] else after[word + 1]
    before = NOWHERE
    repeated = _repeated(old) | _repeated(result.new)
    for first, end in old.sentences():
        if end > old.running:
            break
        if not result.sure[first] and old.keys[first:end] not in repeated and _unchanged(result, first, end):
            _pin_one(result, (first, end), (before, after[end]))
        if result.sure[end - 1]:
            before = end - 1


def _unchanged(result: Alignment, first: int, end: int) -> bool:
    """Whether all words of a sentence, and no others, stand in a row as one in the new draft."""
    at = result.at
    if at[first] == NOWHERE or any(
        at[w] != at[first] + w - first or not result.same[w] for w in range(first, end)
    ):
        return False
    return bool(result.new.breaks[at[first]] and result.new.breaks[at[end - 1] + 1])


def _pin_one(result: Alignment, sentence: tuple[int, int], between: tuple[int, int]) -> None:
    first, end = sentence
    before, after = between
    start = result.at[before] + 1 if before >= 0 else 0
    stop = result.at[after] if after < result.old.running else result.new.running
    image = result.at[first]
    if not start <= image < stop or max(after - before, stop - start) > _PINNED:
        return
    result.sure[first:end] = b"\1" * (end - first)
