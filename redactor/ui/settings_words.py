"""Every sentence about the settings and about a name model used beside ours."""

from __future__ import annotations

from collections.abc import Sequence

from redactor.errors import RedactorError, UnusableInput

TITLE = "Settings"
COLOURS = "Colours"
SCHEMES = {"system": "as the system", "light": "light", "dark": "dark", "contrast": "high contrast"}

WORDING = "Dates, ages and black boxes of this case"
DATES_BECOME = "Dates become"
DATES = {
    "label": "[date]", "month": "month and year: March 2012", "year": "year: 2012",
    "interval": "time from a day: 3 weeks before the incident",
}  # fmt: skip
ANCHOR = "Count from the day"
ANCHOR_FORM = "day/month/year"
EVENT = "on which happened"
AGES_BECOME = "Ages become"
AGES = {"label": "[age]", "band": "a band: 5–10"}
CODES = "Black boxes carry the code of their reason"
PUBLISHED_AS = "Published as “{label}”, as dates and ages of this case are."
STAYS = "Stays as it is: it says no more than dates of this case do."

OWN = "Another name model"
OWN_TEXT = (
    "You can leave this empty: Redactor finds names with a model of its own. If your organisation has a name model "
    "too, one that knows your kind of reports, name the folder it lies in, and whatever either of the two finds is "
    "suggested.",
    "Nothing is ever fetched. Such a model comes from your IT department, who will know what is meant by a spaCy "
    "pipeline, or a Hugging Face token-classification model in ONNX form.",
)
FOLDER_SPOKEN = "Folder of the other name model"
NO_FOLDER = "none"
CHOOSE_FOLDER = "Choose folder…"
USE_NONE = "Use none"
TRYING = "Trying the model in “{name}”…"
TRYING_LATER = "The model in “{name}” is tried as soon as the draft has been looked through…"
NONE_USED = "From the next draft on, Redactor’s own model looks for names alone."
FROM_NEXT = "It is used from the next draft on."
LOOK_AGAIN = "Look through this draft again now"
LOOK_AGAIN_TEXT = (
    "It is used from the next draft on, and can look through the draft that is open now: your decisions stay as "
    "they are, and only what is new is added."
)
NOT_CHANGED = "Nothing was changed."
STILL_NAMED = "Until it can be used again, Redactor’s own model looks for names alone."
_LEFT_OUT = "The name model that you added could not be used: Redactor’s own looked for names alone."
_WHERE = "See Settings (Ctrl+,)."
_FINDS = {
    "PERSON": ("people",),
    "PLACE": ("places",),
    "ORG": ("organisations",),
    "NORP": ("nationalities", "faiths"),
}


def can_be_used(name: str, make: str, finds: Sequence[str]) -> str:
    """What was found in a folder."""
    *most, last = [word for kind in finds for word in _FINDS[kind]]
    things = f"{', '.join(most)} and {last}" if most else last
    return f"“{name}” holds a name model that can be used ({make}). It looks for {things}."


def used(name: str) -> str:
    """How the record of decisions says what was looked with."""
    return f"Looked for with the name model in “{name}” beside Redactor’s own"


def cannot_be_used(error: RedactorError, *, named: bool) -> str:
    """Why a model cannot be used, and what follows; `named`: whether it is the one that is named already."""
    why = f"{error.sentence} {error.advice}" if isinstance(error, UnusableInput) else error.sentence
    return f"{why} {STILL_NAMED if named else NOT_CHANGED}"


def left_out(error: RedactorError) -> UnusableInput:
    """What the user is told where a look was made without the model that is named."""
    return UnusableInput(_LEFT_OUT, f"{error.sentence} {_WHERE}", error.detail)
