"""A name model of the reviewer's own, used beside ours: a spaCy pipeline or a Hugging Face model in a folder.

A spaCy pipeline is told by its `meta.json`; a token-classification model exported to ONNX by its `config.json` with
`id2label`, beside `tokenizer.json` and `model.onnx`. Nothing is ever fetched. Only labels of people, places, bodies
and backgrounds count; the model's other labels are left out.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, Protocol

from redactor.errors import UnusableInput
from redactor.findings.finding import Finding
from redactor.findings.names import NameModel
from redactor.findings.reading import paragraphs

Type = Literal["PERSON", "PLACE", "ORG", "NORP"]
TYPES: dict[str, Type] = {
    "PER": "PERSON", "PERSON": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE", "ORG": "ORG", "NORP": "NORP",
}  # fmt: skip
"""Labels of such models, without B- and I-, and what we call them."""

_SCORE = 0.7  # of what spaCy finds, which tells no score
_LEAST = 0.3
_SIZE = 600  # characters given to an ONNX model at once, well within the usual 512 pieces
_LONGEST = 512  # pieces
_CONNECT = "Check that the drive or folder it lies on is connected."
_CHOOSE = "Choose a folder with a spaCy pipeline, or with config.json, tokenizer.json and model.onnx."
_DAMAGED = (
    "A model is there, but it cannot be loaded: it is damaged, or made for another version of its software."
)
_OTHER_LABELS = "A model is there, but it looks for no people, places, organisations or backgrounds."
_BECAUSE = "Looks like a name to the name model that you added"


class OwnModel(NameModel, Protocol):
    """A name model that is not ours: its make, and the types of what it finds."""

    @property
    def make(self) -> Literal["spaCy", "Hugging Face"]: ...
    @property
    def finds(self) -> tuple[Type, ...]: ...


@lru_cache(1)
def own_model(folder: Path) -> OwnModel:
    """Load the model in a folder.

    Raises:
        UnusableInput: the folder holds no such model, or one that cannot be loaded.
    """
    try:
        model = _loaded(folder)
    except Exception as error:  # whatever is wrong with a file from outside
        raise _unusable(folder, _DAMAGED, f"{type(error).__name__}: {error}") from error
    if model is None and not folder.is_dir():
        raise UnusableInput(f"The folder “{folder.name}” is not there.", _CONNECT)
    if model is None:
        raise _unusable(folder, _CHOOSE, "neither meta.json nor config.json, tokenizer.json and model.onnx")
    if not model.finds:
        raise _unusable(folder, _OTHER_LABELS, "none of its labels is known")
    return model


def _loaded(folder: Path) -> OwnModel | None:
    if (folder / "meta.json").is_file():
        return _SpacyModel(folder)
    if all((folder / name).is_file() for name in ("config.json", "tokenizer.json", "model.onnx")):
        return _OnnxModel(folder)
    return None


def _unusable(folder: Path, advice: str, detail: str) -> UnusableInput:
    sentence = f"The folder “{folder.name}” holds no name model that can be used."
    return UnusableInput(sentence, advice, detail)


def _type(label: str) -> Type | None:
    """Return our type for a label, or nothing."""
    return TYPES.get(re.sub(r"^[BILUES]-", "", label).upper())


def _types(labels: Iterable[str]) -> tuple[Type, ...]:
    """Return our types for the labels, each once, in the order of `TYPES`."""
    known = {_type(label) for label in labels}
    return tuple(kind for kind in dict.fromkeys(TYPES.values()) if kind in known)


class _SpacyModel:
    make: Literal["spaCy"] = "spaCy"

    def __init__(self, folder: Path) -> None:
        import spacy

        self._pipeline = spacy.load(folder)
        self.finds = _types(label for labels in self._pipeline.pipe_labels.values() for label in labels)

    def find(self, text: str) -> list[Finding]:
        """Return the names in `text`, sorted by start."""
        found = ((name.start_char, name.end_char, _type(name.label_)) for name in self._pipeline(text).ents)
        return [
            Finding(start, end, kind, _SCORE, "own_model", _BECAUSE)
            for start, end, kind in found
            if kind and start < end
        ]


class _OnnxModel:
    make: Literal["Hugging Face"] = "Hugging Face"

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import onnxruntime
        from tokenizers import Tokenizer

        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        self._types = [_type(labels[str(number)]) for number in range(len(labels))]
        self._begins = [labels[str(number)].startswith(("B-", "U-", "S-")) for number in range(len(labels))]
        self.finds = _types(labels.values())
        self._tokeniser = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokeniser.no_padding()
        self._tokeniser.enable_truncation(_LONGEST)
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), providers=["CPUExecutionProvider"]
        )
        self._inputs = [given.name for given in self._session.get_inputs()]
        self.find("Ann Example")  # a graph of another kind fails here, not in the middle of a draft

    def find(self, text: str) -> list[Finding]:
        """Return the names in `text`, sorted by start."""
        return [
            finding for start, end in paragraphs(text, _SIZE) for finding in self._within(text, start, end)
        ]

    def _within(self, text: str, start: int, end: int) -> Iterator[Finding]:
        """Yield the names between `start` and `end`: neighbouring pieces of one type, with their likelihood."""
        encoded = self._tokeniser.encode(text[start:end])
        run: tuple[int, int, str, float] | None = None
        for (first, last), row in zip(encoded.offsets, self._likelihoods(encoded), strict=True):
            best = int(row.argmax())
            kind = self._types[best] if first < last else None
            first, last = start + first, start + last
            if run and (kind != run[2] or not _goes_on(text, run[1], first, begins=self._begins[best])):
                yield from _finding(run)
                run = None
            if kind:
                run = (run[0] if run else first, last, kind, max(run[3] if run else 0.0, float(row[best])))
        if run:
            yield from _finding(run)

    def _likelihoods(self, encoded: Any) -> Any:
        """Return for each piece how likely each label is."""
        import numpy as np

        given = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        logits = self._session.run(None, {name: np.array([given[name]], np.int64) for name in self._inputs})[
            0
        ][0]
        powers = np.exp(logits - logits.max(-1, keepdims=True))
        return powers / powers.sum(-1, keepdims=True)


def _goes_on(text: str, end: int, start: int, *, begins: bool) -> bool:
    """Whether a piece that starts at `start` belongs to the name that ends at `end`."""
    between = text[end:start]
    return not between or (not begins and between.isspace() and "\n" not in between)


def _finding(run: tuple[int, int, str, float]) -> Iterator[Finding]:
    if run[3] >= _LEAST:
        yield Finding(*run[:3], min(run[3], 0.99), "own_model", _BECAUSE)
