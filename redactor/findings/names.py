"""Our own name model: which words are part of a person's, a place's or an organisation's name.

A six-layer transformer of 23 MB, quantised to eight bits (resources/model/MODEL_CARD.md). Its word pieces carry no
letter case, so each piece's case shape goes in where such models expect a sentence number. Another model takes its
place by offering `find(text) -> list[Finding]` as this one does.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from redactor.findings.finding import Finding
from redactor.shipped import RESOURCES

Probabilities = npt.NDArray[np.float32]

KINDS = ("PERSON", "PLACE", "ORG")
THREADS = 2
WINDOW_WORDS = 110
WINDOW_PIECES = 256
BATCH = 8
_POSSESSIVE = re.compile(r"['\u2019][sS]")
LEAST = {"PERSON": 0.2, "PLACE": 0.3, "ORG": 0.3}
_CLEAR = 0.5  # from this score on a reviewer is told that it looks like a name, below that it may be one
_A_NAME = {"PERSON": "a person’s name", "PLACE": "the name of a place", "ORG": "the name of an organisation"}
_SEPARATOR = 102  # the tokeniser's [SEP]
_WORD = re.compile(r"\w+|[^\w\s]")
_JOINT = re.compile(r" ?|[-'\u2019]|(?:(?<=\b\w)|(?<=\bSt))\. ?|/")


class NameModel(Protocol):
    """What detection asks of a name model."""

    def find(self, text: str) -> list[Finding]:
        """Return the names in `text`, sorted by start."""


def shape(word: str) -> int:
    """Return the case shape of a word as the model was taught it: 0 to 6."""
    if not word[0].isalnum():
        return 0
    if word.isdigit():
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    return 2 if word[0].isupper() and word[1:].islower() else 5


def windows(text: str, most: int = WINDOW_WORDS) -> list[tuple[int, int]]:
    """Cut `text` into pieces of at most `most` words, at line ends where possible, else at ends of sentences."""
    pieces: list[tuple[int, int]] = []
    sizes: list[int] = []
    for line in re.finditer(r"[^\n]+", text):
        for start, end, size in _sentences(text, line.span(), most):
            if sizes and sizes[-1] + size <= most:
                pieces[-1], sizes[-1] = (pieces[-1][0], end), sizes[-1] + size
            else:
                pieces.append((start, end))
                sizes.append(size)
    return pieces


def _sentences(text: str, line: tuple[int, int], most: int) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, words) for pieces of one line."""
    start, count, stop, after_stop = line[0], 0, 0, 0
    for word in _WORD.finditer(text, *line):
        count += 1
        after_stop += 1
        if word.group() in ".!?" and text[word.end() : word.end() + 1].isspace():
            stop, after_stop = word.end(), 0
        if count >= most:
            cut = stop if stop > start else word.end()
            left = after_stop if cut == stop else 0
            yield start, cut, count - left
            start, count = cut, left
    if count:
        yield start, line[1], count


class OurModel:
    """The shipped model; loading takes about half a second and 100 MB."""

    def __init__(self) -> None:
        """Load the graph and the tokeniser from resources/model; raises FileNotFoundError."""
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = THREADS
        options.inter_op_num_threads = 1
        path = str(RESOURCES / "model" / "model.int8.onnx")
        self._session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._tokeniser = Tokenizer.from_file(str(RESOURCES / "model" / "tokenizer.json"))
        self._tokeniser.no_padding()
        self._tokeniser.no_truncation()

    def find(self, text: str) -> list[Finding]:
        """Return the names in `text`, sorted by start."""
        return list(joined(text, self.word_probabilities(text)))

    def word_probabilities(self, text: str) -> list[tuple[int, int, Probabilities]]:
        """Return (start, end, probability of each label) for every word of `text`."""
        pieces = [_Piece(text, start, end, self._tokeniser) for start, end in windows(text)]
        order = sorted(range(len(pieces)), key=lambda i: len(pieces[i].ids))
        results: dict[int, Probabilities] = {}
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            for i, rows in zip(batch, self._run([pieces[i] for i in batch]), strict=True):
                results[i] = rows
        return [word for i, piece in enumerate(pieces) for word in piece.words_with(results[i])]

    def _run(self, batch: Sequence["_Piece"]) -> Probabilities:
        """Return the probabilities of each label for each word piece of each text in `batch`."""
        length = max(len(piece.ids) for piece in batch)
        feed = np.zeros((3, len(batch), length), np.int64)
        for row, piece in enumerate(batch):
            size = len(piece.ids)
            feed[0, row, :size] = piece.ids
            feed[1, row, :size] = 1
            feed[2, row, :size] = piece.shapes
        names = ("input_ids", "attention_mask", "token_type_ids")
        logits = self._session.run(None, dict(zip(names, feed, strict=True)))[0].astype(np.float32)
        powers = np.exp(logits - logits.max(-1, keepdims=True))
        probabilities: Probabilities = powers / powers.sum(-1, keepdims=True)
        return probabilities


class _Piece:
    """A window of the text as the model takes it."""

    def __init__(self, text: str, start: int, end: int, tokeniser: Any) -> None:
        self.start = start
        window = text[start:end]
        encoded = tokeniser.encode(window)
        self.ids: list[int] = encoded.ids[:WINDOW_PIECES]
        offsets = encoded.offsets[:WINDOW_PIECES]
        if len(encoded.ids) > WINDOW_PIECES:
            self.ids[-1], offsets[-1] = _SEPARATOR, (0, 0)
        self.words = [match.span() for match in _WORD.finditer(window)]
        self._word_of = self._owners(offsets)
        shapes = self._shapes(window)
        self.shapes = [shapes[owner] if owner >= 0 else 0 for owner in self._word_of]

    def _owners(self, offsets: Sequence[tuple[int, int]]) -> list[int]:
        """Return for each word piece the word it belongs to, -1 for none."""
        owners, word = [], 0
        for start, end in offsets:
            while word < len(self.words) - 1 and self.words[word][1] <= start:
                word += 1
            owners.append(word if start < end and self.words else -1)
        return owners

    def _shapes(self, window: str) -> list[int]:
        """Return the case shape of each word, plus 8 where it begins a line."""
        shapes, before = [], -1
        for start, end in self.words:
            begins = before < 0 or "\n" in window[before:start]
            shapes.append(shape(window[start:end]) + (8 if begins else 0))
            before = end
        return shapes

    def words_with(self, rows: Probabilities) -> Iterator[tuple[int, int, Probabilities]]:
        """Yield each word with its labels' probabilities: a word is a name as far as any of its pieces is."""
        best: dict[int, Probabilities] = {}
        for owner, row in zip(self._word_of, rows, strict=False):
            if owner < 0:
                continue
            if owner in best:
                other = best[owner]
                outside = min(other[0], row[0])
                best[owner] = np.maximum(other, row)
                best[owner][0] = outside
            else:
                best[owner] = row.copy()
        for word, (start, end) in enumerate(self.words):
            if word in best:
                yield self.start + start, self.start + end, best[word]


def joined(text: str, labelled: Sequence[tuple[int, int, Probabilities]]) -> Iterator[Finding]:
    """Join neighbouring words of one kind into names."""
    run: list[tuple[int, int, float]] = []
    kind = ""
    for start, end, probabilities in labelled:
        if not text[start].isalnum():
            continue  # the gap decides whether a hyphen or a full stop joins
        by_kind = probabilities[1::2] + probabilities[2::2]
        best = int(by_kind.argmax())
        likely = min(1.0, max(0.0, 1.0 - float(probabilities[0])))
        nameable = text[start].isalpha() and not _POSSESSIVE.fullmatch(text, max(0, start - 1), end)
        its_kind = KINDS[best] if nameable and likely >= LEAST[KINDS[best]] else ""
        follows = run and its_kind == kind and _JOINT.fullmatch(text, run[-1][1], start)
        if run and not follows:
            yield _name(run, kind)
            run = []
        if its_kind:
            run.append((start, end, likely))
            kind = its_kind
    if run:
        yield _name(run, kind)


def _name(run: Sequence[tuple[int, int, float]], kind: str) -> Finding:
    score = sum(likely for _, _, likely in run) / len(run)
    because = f"{'Looks like' if score >= _CLEAR else 'May be'} {_A_NAME[kind]}, from the words around it"
    return Finding(run[0][0], run[-1][1], kind, min(score, 0.99), "names", because)


@cache
def our_model() -> NameModel:
    """Return the shipped model, loaded once."""
    return OurModel()
