"""Which words of a page a reader's eye is led to."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "ui"))

from short_case import short_case

from redactor.marks.unmarked_words import unmarked_words

TEXT = (
    "4.1 The nurse saw Kez on 3 May.\n\vLater Mr Oduya rang. Oduya wrote. the Care Act, I think\v12 Weir Lane"
)


def underlined(text: str = TEXT, *, marked: str = "", never: tuple[str, ...] = ()) -> list[str]:
    """Each character of a short case is one point wide, from 50 on."""
    case = short_case(text)
    if marked:
        start = text.index(marked)
        case.add(start, start + len(marked), "PERSON", by="Ann")
    case.choose_list("never", never, by="Ann")
    return [text[round(quad[0]) - 50 : round(quad[2]) - 50] for quad in unmarked_words(case, 1)]


def test_capitalised_words_and_numbers_are_and_ordinary_first_words_and_numbering_are_not() -> None:
    assert underlined() == ["Kez", "3", "May", "Mr", "Oduya", "Oduya", "Care", "Act", "12", "Weir", "Lane"]


def test_what_bears_a_mark_is_not() -> None:
    assert "Kez" not in underlined(marked="Kez")


def test_what_is_never_marked_is_not() -> None:
    assert not {"Care", "Act"} & set(underlined(never=("Care Act",)))
