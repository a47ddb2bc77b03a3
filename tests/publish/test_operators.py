"""Replacements are worded by presidio-anonymizer through operators of our own."""

from __future__ import annotations

import subprocess
import sys

from redactor.publish.operators import REDACTED, reworded, wording


def test_a_pseudonym_takes_the_place_of_the_name() -> None:
    assert wording("Keziah", "Child A", "pseudonym") == "Child A"


def test_without_a_label_or_in_black_the_same_word_stands_for_everything() -> None:
    assert wording("Keziah", "", "pseudonym") == REDACTED
    assert wording("Keziah", "Child A", "blackout") == REDACTED
    assert wording("", "Child A", "blackout") == REDACTED


def test_several_places_of_a_text_are_replaced_each_by_its_own_label() -> None:
    spans = [(0, 2, "Child A"), (3, 5, "Mother"), (10, 12, "Child A")]

    assert reworded("Jo Mo and Jo", spans, "pseudonym") == "Child A Mother and Child A"


def test_presidio_does_not_drag_in_spacy() -> None:
    code = (
        "import sys; from redactor.publish.operators import wording; wording('a', 'b', 'pseudonym');"
        "sys.exit('spacy' in sys.modules or 'presidio_analyzer' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
