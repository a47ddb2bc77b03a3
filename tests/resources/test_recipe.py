"""The name model's recipe: its templates fill, and what they mark is what stands there."""

from __future__ import annotations

import random
import re
import sys
from pathlib import Path

import pytest

RECIPE = Path(__file__).resolve().parents[2] / "resources" / "model" / "recipe"
sys.path.insert(0, str(RECIPE))

import cast  # noqa: E402  # the recipe is a folder of scripts, not a package
import disturb  # noqa: E402
import passages  # noqa: E402
import taught  # noqa: E402
import templates  # noqa: E402
import wordings  # noqa: E402

from redactor.findings.names import LABELS  # noqa: E402


@pytest.mark.parametrize("register", templates.SHARES)
def test_every_template_fills(register: str) -> None:
    draw = random.Random(1)
    for block in templates.blocks(register):
        people = cast.Cast(draw)
        filled = templates.fill(block, draw, people, wordings.Wordings(draw, people))
        assert not re.search(r"[{}<>]|\[\[|\]\]", filled.text), block
        assert all(filled.text[start:end].strip() for start, end, _ in filled.spans), block


def test_marks_stay_on_their_words_whatever_is_done_to_the_text() -> None:
    draw = random.Random(2)
    passage = passages.Passage("Ann Lee met Bo Ray in Ely.", ((0, 7, "PERSON"), (12, 18, "PERSON")), True)
    for _ in range(50):
        recast = disturb.recast(passage, draw)
        (one, two) = (recast.text[start:end] for start, end, _ in recast.spans)
        assert recast.text == f"{one} met {two} in Ely."


def test_the_same_draw_makes_the_same_passages() -> None:
    first, second = ([templates.made_up(random.Random(seed)) for seed in range(20)] for _ in range(2))
    assert first == second


def test_an_unmarked_word_of_a_corpus_may_be_a_date_but_no_person() -> None:
    allowed = {label for label in LABELS if label in taught.CORPUS_O}
    assert "DATE" in allowed
    assert "PERSON" not in allowed


def test_the_model_fits_the_promised_size() -> None:
    assert (RECIPE.parent / "model.int8.onnx").stat().st_size < 40_000_000
