"""Figures of the model alone: python measure.py CORPORA [MODEL_FOLDER] (UniversalNER English-EWT, test)."""

import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[3]))

from corpora import sentences
from passages import Passage

from redactor.findings.names import LABELS, OTHER, Probabilities, our_model

KINDS = ("PERSON", "PLACE", "ORG")


def spans_of(
    text: str, words: Iterable[tuple[int, int, Probabilities]], least: float
) -> set[tuple[int, int, str]]:
    """Return the spans of KINDS that the model sees: neighbouring words whose likeliest kind is the same."""
    spans: list[tuple[int, int, str]] = []
    for start, end, probabilities in words:
        best = max((float(probabilities[LABELS.index(kind)]), kind) for kind in KINDS)
        if best[0] < least or (best[0] < float(probabilities[OTHER]) and least >= 0.5):
            continue
        joins = spans and spans[-1][2] == best[1] and not text[spans[-1][1] : start].strip()
        spans[-1 if joins else len(spans) :] = [(spans[-1][0] if joins else start, end, best[1])]
    return set(spans)


def scores(sentences: Iterable[Passage], kinds: Iterable[str], least: float) -> tuple[float, float, float]:
    """Return (precision, recall, F1) of exact spans."""
    right = given = wanted = 0
    for sentence in sentences:
        found = {
            s
            for s in spans_of(sentence.text, our_model().word_probabilities(sentence.text), least)
            if s[2] in kinds
        }
        gold = {span for span in sentence.spans if span[2] in kinds}
        right += len(found & gold)
        given += len(found)
        wanted += len(gold)
    precision, recall = right / max(1, given), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    test = sentences(Path(sys.argv[1]), "test")
    for kinds in (("PERSON",), KINDS):
        print("+".join(kinds), "precision {:.3f}, recall {:.3f}, F1 {:.3f}".format(*scores(test, kinds, 0.5)))
