"""Whoever someone is: names of 13 origins are found, in 200 passages of many shapes, and as often as each other.

Passages and names lie in `carriers`; `python tests/benchmarks/fairness.py` prints the figures in full.
"""

from itertools import combinations

import pytest
from placed_names import MENTIONS, ORIGINS, ROUNDS, carriers, documents, missed, names, placed

from redactor.findings.detect import detect
from redactor.findings.finding import Finding

LEAST_RECALL = 0.98
MOST_APART = 0.01
pytestmark = pytest.mark.xdist_group("any name is found")


@pytest.fixture(scope="module")
def found() -> dict[str, tuple[int, int]]:
    """For each origin how many mentions are found, and how many there are."""
    counts = {}
    for origin in ORIGINS:
        mentions = misses = 0
        for document in documents(origin):
            mentions += len(document.mentions)
            misses += len(missed(document, detect(document.text)))
        counts[origin] = (mentions - misses, mentions)
    return counts


@pytest.mark.slow
def test_names_are_found_in_passages_of_every_shape(found: dict[str, tuple[int, int]]) -> None:
    hits, mentions = (sum(counts) for counts in zip(*found.values(), strict=True))

    assert hits / mentions >= LEAST_RECALL, told(found)


@pytest.mark.slow
def test_names_of_no_origin_are_found_less_often_than_others(found: dict[str, tuple[int, int]]) -> None:
    recall = {origin: hits / mentions for origin, (hits, mentions) in found.items()}

    assert max(recall.values()) - min(recall.values()) <= MOST_APART, told(found)


def told(found: dict[str, tuple[int, int]]) -> str:
    return ", ".join(f"{origin} {hits / mentions:.3f}" for origin, (hits, mentions) in found.items())


def test_there_are_enough_passages_and_names() -> None:
    assert len({carrier.text for carrier in carriers()}) >= 200
    assert len(ORIGINS) == 13
    for origin in ORIGINS:
        assert len(set(names(origin))) >= 40


def test_every_origin_goes_through_every_passage_as_often() -> None:
    expected = sorted(
        carrier.text for carrier in carriers() for _ in range(ROUNDS) for _ in slots(carrier.text)
    )

    for origin in ORIGINS:
        mentions = [mention for document in documents(origin) for mention in document.mentions]
        assert sorted(mention.carrier.text for mention in mentions) == expected


def slots(text: str) -> list[str]:
    return [slot for slot in MENTIONS for _ in range(text.count(f"{{{slot}}}"))]


def test_people_in_one_document_share_no_word() -> None:
    for origin in ORIGINS:
        for document in documents(origin):
            by_carrier: dict[str, set[str]] = {}
            for mention in document.mentions:
                words = document.text[mention.start : mention.end].casefold().replace("-", " ").split()
                by_carrier.setdefault(mention.carrier.text, set()).update(words)
            for one, other in combinations(by_carrier.values(), 2):
                assert not one & other


def test_a_mention_is_missed_unless_every_letter_is_covered() -> None:
    carrier = next(carrier for carrier in carriers() if carrier.text.startswith("{full} had lived"))
    document = placed([(carrier, names("irish")[0])])
    (mention,) = document.mentions
    whole = Finding(mention.start, mention.end, "PERSON", 1.0, "test", "Given.")
    cut = Finding(mention.start, mention.end - 1, "PERSON", 1.0, "test", "Given.")

    assert not missed(document, [whole])
    assert missed(document, [cut]) == [mention]
