"""Every sentence about people and things, about deciding on many marks at once, and about comments."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.ui import words

LOOK_AT = "Marks to decide on together"
WHY = {
    "doubtful": "doubtful",
    "ambiguous": "may be another word or person",
    "first": "first so worded",
}
STATES = {"redact": "confirmed", "keep": "kept as it is"}
KEEP_ONE = "Keep this one"
ROLE = "Who this is"
NO_ROLE = "not said"
COMMENT = "Comment"
COMMENT_HERE = "a word about this decision"
MERGE_TITLE = "Merge with another person or thing"
MERGE_HERE = "Type a name or label"
MERGE_WHO = "{name} becomes a mention of the one you choose, whose label and role stay."
NOT_ONE = "There is nothing else to merge with."
SPLIT_ALL = "Choose the mentions to split off first: these are all that there are of this person or thing."
NEW_PERSON = "Person"
MARK_ONE = "Mark this one too"
NOT_THESE = "Leave them"


def confirm_button(shown: int, more: int, same: int, *, left: bool) -> str:
    """What Enter will do; `left`: whether anything is to decide elsewhere."""
    if not shown and not same:
        return words.NEXT_UNDECIDED if left else "Nothing left to decide"
    return _bulk("Confirm", shown, more, same)


def keep_button(shown: int, more: int, same: int) -> str:
    """What keeping all that are shown will do."""
    return _bulk("Keep", shown, more, same) if shown or same else "Keep these"


def keep_shown_button(count: int) -> str:
    """The same in short, where there is little room."""
    return "Keep this one" if count == 1 else f"Keep these {count:,}"


def worded_button(count: int) -> str:
    """What keeping one wording will do."""
    return "Keep all so worded" if count <= 1 else f"Keep {count:,} so worded"


def _bulk(verb: str, shown: int, more: int, same: int) -> str:
    these = "this one" if shown == 1 else f"these {shown:,}"
    if more:
        return f"{verb} {these} ({more:,} more to look at)"
    if same:
        return (
            f"{verb} {these} and {same:,} more worded the same"
            if shown
            else f"{verb} {same:,} worded the same"
        )
    return f"{verb} {these}"


def row_spoken(text: str, sentence: str, facts: str) -> str:
    """A row of the list as a screen reader says it."""
    return f"{text}; {facts}; in: {sentence}"


def offer(wording: str, exact: int, near: Sequence[str]) -> str:
    """What was found after something was marked."""
    parts = []
    if exact:
        parts.append(f"{'1 more place says' if exact == 1 else f'{exact:,} more places say'} “{wording}”")
    if near:
        spelt = "1 is spelt nearly so" if len(near) == 1 else f"{len(near):,} are spelt nearly so"
        parts.append(f"{spelt} ({', '.join(f'“{each}”' for each in dict.fromkeys(near))})")
    return f"{', '.join(parts)}."


def offer_button(exact: int) -> str:
    """What Ctrl+Enter will do."""
    return MARK_ONE if not exact else f"Mark {exact:,} more" if exact > 1 else "Mark it too"
