"""Every suggestion says why in one plain sentence, for a reviewer who knows nothing of how it was found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from redactor.document.source import open_document
from redactor.findings.detect import detect

JARGON = re.compile(
    r"(?i:\b(?:regex|regular expression|pattern|model|token|score|threshold|confidence|probability|recogni[sz]er|entity"
    r"|span|lemma|neural|match(?:es|ed)?|heuristic|offset|string|none)\b)|\b(?:NER|PERSON|PLACE|ORG|NORP)\b|[%_{}<>]"
)
DRAFTS = ("child-d-overview-report.pdf", "family-w-draft.docx", "panel-minutes.txt")


def plain_sentence(because: str) -> bool:
    """Whether a reason is one line of words that begins with a capital or a figure, without jargon."""
    begins = because[:1].isupper() or because[:1].isdigit()
    return begins and "\n" not in because and 8 <= len(because) <= 140 and not because.endswith(".")


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_suggestion_in_a_sample_draft_says_why_in_one_plain_sentence(
    sample_docs: Path, draft: str
) -> None:
    text = open_document(sample_docs / draft).document.text

    reasons = {finding.because for finding in detect(text, always=["panel"])}

    assert len(reasons) > 10
    assert [because for because in reasons if not plain_sentence(because)] == []
    assert [because for because in reasons if JARGON.search(because)] == []


def test_a_name_that_only_the_words_around_it_tell_is_explained_by_them() -> None:
    reasons = [finding.because for finding in detect("The panel then heard from Keziah Thornbury at length.")]

    assert reasons == ["Looks like a person’s name, from the words around it"]
