"""Passages as the model takes them: word pieces, the sort of each piece's word, and what may be said of each piece."""

from dataclasses import dataclass

import numpy as np
from passages import UNTAUGHT, Passage

from redactor.findings.names import LABELS
from redactor.findings.windows import Window

CORPUS_O = frozenset(LABELS) - {"PERSON", "PLACE", "ORG"}  # what an unmarked word of a corpus may be


@dataclass(frozen=True)
class Taught:
    """`allowed[piece, label]`: whether the piece may bear the label; a piece that teaches nothing allows none."""

    ids: list[int]
    sorts: list[int]
    allowed: np.ndarray


def taught(passage: Passage, tokeniser: object) -> Taught:
    """Return `passage` encoded just as the program will encode its text."""
    window = Window(passage.text, 0, len(passage.text), tokeniser)
    allowed = np.zeros((len(window.ids), len(LABELS)), bool)
    kinds = [""] * len(passage.text)
    for start, end, kind in passage.spans:
        kinds[start:end] = [kind] * (end - start)
    plain = [
        (passage.complete and label == "O") or (not passage.complete and label in CORPUS_O)
        for label in LABELS
    ]
    for piece, word in enumerate(window.owners):
        if word < 0:
            continue
        start, end = window.words[word]
        kind = next((kind for kind in kinds[start:end] if kind), "")
        if not kind:
            allowed[piece] = plain
        elif kind != UNTAUGHT:
            allowed[piece, LABELS.index(kind)] = True
    return Taught(window.ids, window.sorts, allowed)
