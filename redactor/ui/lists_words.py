"""Every sentence about what is always and what never marked, and about how many people sign."""

from __future__ import annotations

TITLE = "Lists"
HEADING = "What is always, and what never marked"
TEXT = (
    "One name, wording or number on each line, as it stands in drafts. Small and capital letters count alike."
)
CASE = "This case"
BOARD = "Every new case of the board"
ALWAYS = "Always mark"
NEVER = "Never mark"
ALWAYS_TEXT = "Found wherever it stands, in whatever form."
NEVER_TEXT = "Not suggested: national bodies, Acts of Parliament, published research."
BOARD_TEXT = "A case begins with these lists. Cases that are there already keep their own."
KEEP = "Keep these lists"
KEEP_AND_LOOK = "Keep, and look through this draft again"
CANCEL = "Cancel"
BOTH_LISTS = "“{line}” stands in both lists. Take it out of one of them."
BOARD_KEPT = "The lists of the board are kept; new cases begin with them."
CASE_KEPT = "The lists of this case are kept. They count the next time that the draft is looked through."
NEVER_LISTED = "“{wording}” is on the list of what is never marked."
ALWAYS_LISTED = "“{wording}” is on the list of what is always marked."
STAYS_CONFIRMED = "{count:,} that you confirmed stay confirmed."
STAYS_KEPT = "{count:,} that you kept stay as they are."
NO_WORDING = "An area that was drawn has no wording."

# How many sign
SIGNATURES = "Who signs before anything is published"
SIGNED_BY = {"both": "two people: the preparer and a legal reviewer", "one": "one person alone"}
SIGNATURES_BOARD = "In new cases"
SIGNATURES_CASE = "In this case"
FOLLOWS = {
    "both": "The legal reviewer looks at every decision and signs as well. Nothing is published until both have signed.",
    "one": "One person alone may sign; the assurance statement will say so.",
}


def listed(sentence: str, wording: str, count: int, rest: str) -> str:
    """What listing a wording did; `rest` says of `count` marks that they stay."""
    return f"{sentence.format(wording=wording)} {rest.format(count=count) if count else ''}".strip()
