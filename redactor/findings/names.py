"""Our own name model: which words belong to the name of a person, place or body, to an address, a date or an age.

A six-layer transformer of 23 MB, quantised to eight bits (resources/model/MODEL_CARD.md). Another model takes its place
by offering `find(text) -> list[Finding]` as this one does.
"""

import os
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

import numpy as np
import numpy.typing as npt

from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.windows import Window, windows
from redactor.shipped import RESOURCES

Probabilities = npt.NDArray[np.float32]

LABELS = ("O", "PERSON", "PLACE", "ORG", "NORP", "DATE", "AGE", "ADDRESS", "PUBLIC")
OTHER, PUBLIC = LABELS.index("O"), LABELS.index("PUBLIC")
LEAST = {"PERSON": 0.2, "PLACE": 0.3, "ORG": 0.3, "NORP": 0.5, "DATE": 0.5, "AGE": 0.4, "ADDRESS": 0.4}
_CLEAR = 0.5  # from this score on a reviewer is told that it looks like a name, below that it may be one
_WHAT = {
    "PERSON": "a person’s name",
    "PLACE": "the name of a place",
    "ORG": "the name of an organisation",
    "NORP": "a word for nationality, ethnicity, religion or language",
    "DATE": "a date",
    "AGE": "somebody’s age",
    "ADDRESS": "an address",
}
_VERY_SURE = 0.97  # a part of a name of which a short word beside it may be the other part
_DOUBTFUL, _BESIDE = 0.08, 0.9  # such a word is looked at from here on, and then taken for so likely
_SHORT = 4  # letters
THREADS = 2
BATCH = 8
_PUBLIC_IN_DOUBT, _UNCITED, _AROUND = 0.3, 0.5, 90
_CITED = re.compile(
    r"\b(?:19|20)\d\d\b|\bet al\b|(?i:\b(?:research|stud(?:y|ies)|paper|article|book|literature|theor(?:y|ies|ist)|model|framework|work"
    r"|inquir(?:y|ies)|enquiry|case of|murders? of|review|reports?|argues?|argued|writes|wrote|published|author|professor|scale|guidelines?|evidence|findings|cited|quoted|arguments?|reminds?|warns?|cautions?|puts? it|calls? it|terms? it|scores?|scales?|index|tests?|tools?)\b)"
)
_POSSESSIVE = re.compile(r"['\u2019][sS]")
_JOINT = re.compile(r" ?|[-'\u2019]|(?:(?<=\b\w)|(?<=\bSt))\. ?|/")
_WIDE_JOINT = re.compile(r"(?: ?|[-'\u2019/.,]) ?")  # inside dates, ages and addresses


class NameModel(Protocol):
    """What detection asks of a name model."""

    def find(self, text: str) -> list[Finding]:
        """Return the names in `text`, sorted by start."""


class OurModel:
    """The shipped model; loading takes about half a second and 100 MB."""

    def __init__(self) -> None:
        """Load the graph and the tokeniser from resources/model; raises FileNotFoundError."""
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()  # on Windows it tells the system, and heeds no variable
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
        """Return (start, end, probability of each of LABELS) for every word of `text`."""
        cut = [Window(text, start, end, self._tokeniser) for start, end in windows(text)]
        order = sorted(range(len(cut)), key=lambda i: len(cut[i].ids))
        results: dict[int, Probabilities] = {}
        for first in range(0, len(order), BATCH):
            batch = order[first : first + BATCH]
            results.update(zip(batch, self._run([cut[i] for i in batch]), strict=True))
        return [word for i, window in enumerate(cut) for word in _by_word(window, results[i])]

    def _run(self, batch: Sequence[Window]) -> Probabilities:
        """Return the probabilities of each label for each word piece of each window in `batch`."""
        length = max(len(window.ids) for window in batch)
        feed = np.zeros((3, len(batch), length), np.int64)
        for row, window in enumerate(batch):
            size = len(window.ids)
            feed[0, row, :size] = window.ids
            feed[1, row, :size] = 1
            feed[2, row, :size] = window.sorts
        names = ("input_ids", "attention_mask", "token_type_ids")
        logits = self._session.run(None, dict(zip(names, feed, strict=True)))[0].astype(np.float32)
        powers = np.exp(logits - logits.max(-1, keepdims=True))
        probabilities: Probabilities = powers / powers.sum(-1, keepdims=True)
        return probabilities


def _by_word(window: Window, rows: Probabilities) -> Iterator[tuple[int, int, Probabilities]]:
    """Yield each word with its labels' probabilities: a word is a name as far as any of its pieces is."""
    best: dict[int, Probabilities] = {}
    for owner, row in zip(window.owners, rows, strict=False):
        if owner < 0:
            continue
        if owner in best:
            outside = min(best[owner][OTHER], row[OTHER])
            best[owner] = np.maximum(best[owner], row)
            best[owner][OTHER] = outside
        else:
            best[owner] = row.copy()
    for word, (start, end) in enumerate(window.words):
        if word in best:
            yield window.start + start, window.start + end, best[word]


def joined(text: str, labelled: Sequence[tuple[int, int, Probabilities]]) -> Iterator[Finding]:
    """Join neighbouring words of one kind into findings."""
    words = [
        (start, end, *_kind(text, start, end, probabilities))
        for start, end, probabilities in labelled
        if text[start].isalnum()  # the gap decides whether a hyphen or a full stop joins
    ]
    run: list[tuple[int, int, float]] = []
    kind = ""
    for place, (start, end, its_kind, likely) in enumerate(words):
        if _beside_a_sure_one(text, words, place):
            its_kind, likely = "PERSON", _BESIDE
        joint = _WIDE_JOINT if kind in ("DATE", "AGE", "ADDRESS") else _JOINT
        if run and not (its_kind == kind and joint.fullmatch(text, run[-1][1], start)):
            yield _name(run, kind)
            run = []
        if its_kind:
            run.append((start, end, likely))
            kind = its_kind
    if run:
        yield _name(run, kind)


def _beside_a_sure_one(text: str, words: Sequence[tuple[int, int, str, float]], place: int) -> bool:
    """Return whether a short word in doubt stands beside a sure part of a name, as in `Can Ünal`, `Cam Tu`, `Van An`."""
    start, end, kind, likely = words[place]
    word = text[start:end]
    if kind not in ("", "PERSON") or not _DOUBTFUL <= likely < _BESIDE:
        return False
    if not (2 <= len(word) <= _SHORT and word[0].isupper()) or word.lower() in lower("titles") | lower(
        "general_words"
    ):
        return False
    before, after = words[place - 1] if place else None, words[place + 1] if place + 1 < len(words) else None
    return bool(
        (before and _sure(before) and text[before[1] : start] == " ")
        or (after and _sure(after) and text[end : after[0]] == " ")
    )


def _sure(word: tuple[int, int, str, float]) -> bool:
    return word[2] == "PERSON" and word[3] >= _VERY_SURE


def _cited(text: str, start: int, end: int) -> bool:
    """Return whether something on the line, near a name, speaks of a work, as where somebody is cited."""
    left = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    right = text.find("\n", end, end + _AROUND)
    return _CITED.search(text, left, right if right >= 0 else end + _AROUND) is not None


def _kind(text: str, start: int, end: int, probabilities: Probabilities) -> tuple[str, float]:
    """Return the kind of name a word belongs to, or "", and how likely it belongs to any."""
    best = int(probabilities[1:PUBLIC].argmax()) + 1
    kind = LABELS[best]
    public = float(probabilities[PUBLIC])
    if kind == "PERSON" and public > _PUBLIC_IN_DOUBT and not _cited(text, start, end):
        public *= _UNCITED
    likely = min(1.0, max(0.0, 1.0 - float(probabilities[OTHER]) - public))
    nameable = text[start].isalpha() or kind in ("DATE", "AGE", "ADDRESS")
    if likely < LEAST[kind] or not nameable or _POSSESSIVE.fullmatch(text, max(0, start - 1), end):
        return "", likely
    return kind, likely


def _name(run: Sequence[tuple[int, int, float]], kind: str) -> Finding:
    score = sum(likely for _, _, likely in run) / len(run)
    because = f"{'Looks like' if score >= _CLEAR else 'May be'} {_WHAT[kind]}, from the words around it"
    return Finding(run[0][0], run[-1][1], kind, min(score, 0.99), "names", because)


@cache
def our_model() -> OurModel:
    """Return the shipped model, loaded once."""
    return OurModel()
