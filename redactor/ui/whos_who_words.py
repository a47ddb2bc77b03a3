"""Every sentence about the who's who, and about the family chart."""

from __future__ import annotations

from collections.abc import Sequence

TITLE = "Who’s who"
HEADING = "Who is who in this case"
TEXT = (
    "Type the people you know of, or paste rows from Word, Excel or an e-mail: a name, who they are, and other names. "
    "Each of them is found under every name, and is one person in the report. You can add to it at any time."
)
COLUMNS = ("Name", "Who they are", "Other names")
TABLE = "People: name, who they are, other names"
PASTE = "Paste rows"
TAKE_OUT = "Take out this row"
USE = "Use this"
NOT_NOW = "Not now"
CANCEL = "Cancel"
NO_NAME = "there is no name in it. Write the name in the first column."
TWO_PEOPLE = "there seem to be two people in it. Give each a row of their own."
NOTHING_TO_PASTE = "There is nothing to paste: copy rows in Word or Excel first."
OFFER = "Do you have a list of the people in this case?"
OFFER_ADVICE = "With it everybody in it is found under each of their names, and told apart."
OPEN = "Who’s who…"
DISMISS = "Dismiss"
ALL_FOUND = "Everybody in the who’s who was found in the draft."
NOWHERE_ADVICE = (
    "Check how they are spelt in the who’s who. Whoever is not in the draft may stay in it: nothing follows."
)

# The family chart
FAMILY = "Family chart"
FAMILY_HEADING = "The family, as the report describes it"
FAMILY_TEXT = (
    "Click somebody, or choose them in the list and press Enter, to go to their first mention. Where a tie is wrong, "
    "correct who somebody is with O."
)
NO_FAMILY = (
    "No family is known yet. It is drawn once the draft has been looked through, from what it says of each person; "
    "say who somebody is with O, or in the who’s who."
)
FAMILY_LIST = "The family in words"
BACK = "Back to the report"
GENERATIONS = {
    -3: "Great-grandparents", -2: "Grandparents", -1: "Parents, aunts and uncles", 0: "The child’s generation",
}  # fmt: skip
LEGEND = "Solid line: parent and child · dashed: couple · dotted: brothers and sisters"
NOT_NAMED = "not named"


def people(count: int) -> str:
    """How many the table holds."""
    return "Nobody yet" if not count else "1 person" if count == 1 else f"{count:,} people"


def unclear(row: int, line: str, why: str) -> str:
    """A row that could not be read."""
    from redactor.marks import whos_who as marks  # loaded with the dialog

    said = {marks.NO_NAME: NO_NAME, marks.TWO_PEOPLE: TWO_PEOPLE}.get(why, why)
    return f"Row {row}, “{line}”: {said}"


def nowhere(names: Sequence[str]) -> str:
    """Whom the draft does not name."""
    shown, more = names[:6], len(names) - 6
    rest = f" and {more:,} more" if more > 0 else ""
    return f"Not found anywhere in this draft: {', '.join(shown)}{rest}."


def member_spoken(name: str, role: str, label: str, ties: Sequence[str]) -> str:
    """One of the family in words."""
    publishes = f"; publishes as {label}" if label else ""
    return f"{name}, {role.lower()}{publishes}{'. ' if ties else ''}{'; '.join(ties)}"


def generation(number: int) -> str:
    """A row of the chart."""
    return GENERATIONS.get(number, GENERATIONS[-3])


def tie(kind: str, names: Sequence[str], *, first: bool) -> str:
    """What somebody is to others; `first`: whether they are the parent, not the child."""
    whom = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]
    words = {
        "parent": ("parent of {}", "child of {}"),
        "grandparent": ("grandparent of {}", "grandchild of {}"),
        "partner": ("couple with {}",) * 2,
        "sibling": ("brother or sister of {}",) * 2,
    }
    return words[kind][not first].format(whom)
