"""Every sentence about going on with a new draft."""

from __future__ import annotations

TITLE = "New draft"
HEADING = "Going on with the new draft “{name}”"
TEXT = (
    "The new draft is read and looked through, and each decision goes to its place there. This case stays as it is in "
    "its own file."
)
STOP = "Stop"
READING = "Reading the new draft"
LOOKING = "Looking for what is new in it"
CARRYING = "Carrying the decisions over"
WHICH = "Which document of this case is there a new draft of?"
DONE = "Done with these"
SHOW = {"new": "New", "changed": "Changed", "lost": "Lost"}
MEANING = {
    "new": "Found in the new draft and to be decided. Enter goes there.",
    "changed": "Their wording or sentence is another one now, so they are to be decided again. Enter goes there.",
    "lost": "Nothing in the new draft corresponds to these. Enter looks for the words in it.",
}
STATES = {"redact": "confirmed", "keep": "kept as it is", "undecided": "to decide"}
WAS = {"redact": "was confirmed", "keep": "was kept", "undecided": "was not decided yet"}


def counts(carried: int, new: int, changed: int, lost: int) -> str:
    """What became of the decisions."""
    over = "1 decision was carried over" if carried == 1 else f"{carried:,} decisions were carried over"
    return f"{over}; {new:,} new, {changed:,} changed, {lost:,} lost."


def button(name: str, count: int) -> str:
    """What shows one of the three lists."""
    return f"{SHOW[name]} ({count:,})"


def row(state: str, label: str, sentence: str) -> str:
    """A mark in one of the lists."""
    return " · ".join(part for part in (state, label, sentence) if part)
