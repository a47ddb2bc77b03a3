"""Whatever becomes of a draft, no decision ends on what it was not made on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from redactor.marks.case import Case
from redactor.marks.new_draft import carry
from tests.marks.test_new_draft import opened

NAMES = ("Kezia", "Dean", "Moira", "Tomasz")
WORDS = (
    "the",
    "worker",
    "visited",
    "home",
    "saw",
    "school",
    "was",
    "told",
    "late",
    "again",
    "clinic",
    "and",
    "then",
)


@dataclass(frozen=True)
class Sentence:
    """Words of which one is the marked name; `number`: where its words came from, -1 for nowhere."""

    words: tuple[str, ...]
    number: int

    @property
    def text(self) -> str:
        return " ".join(self.words) + "."


def made_up(chance: random.Random, number: int) -> Sentence:
    words = [chance.choice(WORDS) for _ in range(chance.randint(2, 12))]
    words.insert(chance.randrange(len(words)), chance.choice(NAMES))
    return Sentence((words[0].capitalize(), *words[1:]), number)


def draft(chance: random.Random) -> list[list[Sentence]]:
    """Paragraphs of which some sentences are the same in several places."""
    boilerplate = [made_up(chance, -1) for _ in range(4)]
    paragraphs: list[list[Sentence]] = []
    number = 0
    for _ in range(chance.randint(4, 25)):
        paragraphs.append([])
        for _ in range(chance.randint(1, 4)):
            sentence = chance.choice(boilerplate) if chance.random() < 0.3 else made_up(chance, number)
            paragraphs[-1].append(replace(sentence, number=number))
            number += 1
    return paragraphs


def revised(paragraphs: list[list[Sentence]], chance: random.Random) -> list[list[Sentence]]:
    """Move, delete, insert, repeat and reword; a reworded sentence is nobody's unchanged place."""
    out = [list(paragraph) for paragraph in paragraphs]
    for _ in range(chance.randint(0, 8)):
        at = chance.randrange(len(out))
        match chance.choice(("move", "delete", "insert", "repeat", "reword", "split")):
            case "move":
                out.insert(chance.randrange(len(out)), out.pop(at))
            case "delete" if len(out) > 1:
                out.pop(at)
            case "insert":
                out.insert(at, [made_up(chance, -1)])
            case "repeat":
                out.insert(chance.randrange(len(out) + 1), list(out[at]))
            case "reword":
                k = chance.randrange(len(out[at]))
                words = list(out[at][k].words)
                words.insert(chance.randrange(len(words)), "unexpectedly")
                out[at][k] = Sentence(tuple(words), -1)
            case "split" if len(out[at]) > 1:
                out[at : at + 1] = [out[at][:1], out[at][1:]]
    return out


def _words(paragraph: list[Sentence]) -> Iterator[tuple[Sentence, int, str]]:
    for sentence in paragraph:
        for place, word in enumerate(sentence.text.split()):
            yield sentence, place, word


def written(
    paragraphs: list[list[Sentence]], chance: random.Random
) -> tuple[str, list[tuple[int, Sentence]]]:
    """The text, its lines broken or not, and where each sentence begins."""
    columns = chance.choice((0, 0, 30, 72))
    text, starts = "", []
    for paragraph in paragraphs:
        column = 0
        for sentence, place, word in _words(paragraph):
            wraps = 0 < columns < column + len(word)
            text += ("\n" if wraps else " ") if column else ""
            if place == 0:
                starts.append((len(text), sentence))
            text += word
            column = len(word) + 1 + (0 if wraps else column)
        text += "\n\n"
    return text, starts


@pytest.mark.parametrize("seed", range(300))
def test_no_decision_is_carried_to_another_place(seed: int) -> None:
    chance = random.Random(seed)
    paragraphs = draft(chance)
    text, starts = written(paragraphs, chance)
    case = Case(opened(text))
    of_mark = {}
    for start, sentence in starts:
        name = next(word for word in sentence.words if word.capitalize() in NAMES)
        at = text.index(name, start)
        (id,) = case.add(at, at + len(name), "PERSON", by="A. Reviewer")
        of_mark[id] = sentence
    new_text, new_starts = written(revised(paragraphs, chance), chance)
    new = opened(new_text)

    changes, carried = carry(case, new)
    there = Case(new, case.log)
    there.carry_over(changes, by="A. Reviewer")

    for id in carried.carried:
        mark, sentence = there.marks[id], of_mark[id]
        _, image = max(pair for pair in new_starts if pair[0] <= mark.start)
        assert (mark.text, image.words) == (case.marks[id].text, sentence.words)
        assert image.number == sentence.number
    for id in carried.changed:
        mark = there.marks[id]
        assert new_text[mark.start : mark.end] == mark.text
        assert mark.verdict == "undecided"
    assert sorted([*carried.carried, *carried.changed, *carried.lost]) == sorted(case.marks)
