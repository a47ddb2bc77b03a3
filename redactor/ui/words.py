"""Every sentence that the window shows, and the short words for types, decisions, reasons and groups.

Those of the settings stand in `settings_words`.
"""

from __future__ import annotations

from collections.abc import Sequence

from redactor.errors import NotSafeToPublish, RedactorError
from redactor.marks import kinds
from redactor.marks.reasons import reasons

APP = "Redactor"

# Start page
WELCOME = (
    "Redactor suggests every detail in a draft report that could tell who a child or family is; you confirm or "
    "keep each one, and it publishes a copy that a second reader has checked to hold none that you confirmed.",
    "All of it happens on this machine: nothing is ever sent anywhere.",
)
STEPS = (
    ("1  Open a draft", "A PDF, a Word file, a scan or plain text. The draft itself is never changed."),
    ("2  Decide", "Suggestions appear on the page. Enter confirms, K keeps, Ctrl+Z takes back."),
    ("3  Publish", "The words are taken out, not covered, and the copy is checked before it is written."),
)
OPEN_DRAFT = "Open a draft…"
CARRY_ON = "Carry on with a case…"
TRY_SAMPLE = "Try the sample"
DROP_HERE = "Or drop a draft or a case onto this window."
RECENT = "Recent cases"
FORGET_RECENT = "Forget recent cases"

# Top bar
PREVIEW = "Preview"
PUBLISH = "Publish…"
ALL_KEPT = "every decision kept in {file}"
NOT_KEPT = "not kept yet"
READING = "reading the draft…"
OPENING_CASE = "Opening the case"
READING_NOW = "Reading the draft"
LOOKING_NOW = "Looking for names, dates, places and numbers"
YOUR_NAME = "Your name, as the record of decisions will show it:"

# Message bar
NOT_KEPT_BANNER = "This work is not kept yet. It is lost when this window closes."
KEEP_IT = "Keep it…"
DISMISS = "Dismiss"
STOP = "Stop"
NOTHING_LEFT = "Every suggestion is decided. Now read every page once with P, then sign with Ctrl+G."
NOTHING_SELECTED = "First select the words to mark: drag over them, or hold Shift and use the arrow keys."
PROVISIONAL = "a suggestion that is still being worked out"

# Left
PEOPLE_AND_THINGS = "People and things"
FILTER = "Find a person, place or word"
NO_THINGS_YET = "People and things are listed here once the whole draft has been looked through."
NOTHING_MATCHES = "Nothing matches what you typed."

# Right
THIS_MARK = "This mark"
NO_MARK = "Choose a mark on the page, or press N for the next one to decide."
BECAUSE = "Suggested because"
MARKED_BY_HAND = "you marked it"
PUBLISHES_AS = "Publishes as"
BLACK_BOX = "a black box"
REASON = "Reason"
KIND = "Kind"
APPLIES_TO = "Applies to"
SCOPES = {
    "one": "this one", "thing": "this person", "wording": "this wording", "page": "this page", "kind": "this kind",
}  # fmt: skip
SCOPE_THING = {"PERSON": "this person", "PLACE": "this place", "ORG": "this body", "DATE": "this date"}
SCOPE_ANY_THING = "this thing"
DRAWN_AREA = "An area that you drew. Everything under it is taken out."
NEXT_UNDECIDED = "Next undecided"
HISTORY = "History"

# Bottom
ZOOM_IN = "Zoom in"
ZOOM_OUT = "Zoom out"
BARS = (
    "One bar for each page: low when all is decided, full while something is to decide, dotted where it is doubtful, "
    "underlined when you have read it."
)
PAGE_OF = "page {page} of {pages}"
KEYS = "keys"

# Finding
FIND_HERE = "Words to find in the report"
NOT_FOUND = "not in this report"
MARK_ALL = "Mark all {count}"
ALL_MARKED = "All marked already"

FIND_NEXT = "Next place"
FIND_PREVIOUS = "Previous place"
BACK = "Back"

# Preview
BACK_TO_REVIEW = "Back to the review"
PREPARING_PREVIEW = "Preparing the preview"
PREVIEW_ADVICE = "What you confirmed is gone from it. Nothing is written until you publish."

# Files and passphrases
DRAFTS = "Drafts"
CASES = "Cases"
DESTINATION = "Where the published report goes"
CASE_PLACE = "The case is kept in"
CASE_NAME = "Case.redactor"
CHANGE = "Change…"
CANCEL = "Cancel"
CLOSE = "Close"
NAME = "Your name"
PASSPHRASE = "Passphrase"
PASSPHRASE_AGAIN = "The same again"
SHOW_PASSPHRASE = "Show what I type"
KEEP_TITLE = "Keep this work"
KEEP_HEADING = "Keep this work in a locked case"
KEEP_TEXT = (
    "The draft and every decision go into one encrypted file, written as you decide. Nobody can open it without the "
    "passphrase, and nobody can recover a passphrase that is forgotten. Three or four unrelated words make a good one."
)
KEEP_THIS = "Keep"
NOT_NOW = "Not now"
TOO_SHORT = "A passphrase needs at least {count} characters."
NOT_THE_SAME = "The two passphrases are not the same. Type the second one again."
ALREADY_KEPT = "This work is kept already: every decision is written as it is made."
CARRY_ON_TITLE = "Carry on with a case"
CARRY_ON_HEADING = "Carry on with “{name}”"
CARRY_ON_TEXT = "The case is locked. Type the passphrase that was chosen when it was first kept."
OPEN_CASE = "Open the case"
NOT_THERE = "“{name}” is not there any more."
NOT_THERE_ADVICE = "Check that the drive or folder it lies on is connected."

# Leaving
LEAVE_QUESTION = "This work is not kept."
LEAVE_TEXT = "If you leave now, your decisions on this draft are lost. The draft itself is not changed."
DISCARD = "Discard the work"
GO_ON = "Go on working"

# Publishing
PUBLISH_TITLE = "Publish"
PUBLISH_HEADING = "Publish the report"
STYLE_HEADING = "In place of confirmed words"
AS_LABELS = "labels, such as “Mother” or “Social Worker 2” (reads well)"
AS_BOXES = "black boxes"
PUBLISH_TEXT = (
    "The confirmed words are taken out of the file itself, then a second reader looks for each of them everywhere. "
    "The copy is written only if none is found."
)
PUBLISH_NOW = "Publish"
PUBLISHED_NAME = "overview-report-published.pdf"
PUBLISHING = "Making and checking the copy"
REMOVING = "Removing"
UNDER_WAY = "…"
TICKED = "✓"
PUBLISHED_AT = "The copy lies at {path}"
OPEN_FOLDER = "Open the folder"
CHANGE_AND_TRY = "Back"
NOTHING_WRITTEN = "Nothing was written, and your decisions are as they were."
FIRST_IS_SHOWN = "The first of them is shown now."
STILL_LOOKING = "The draft is still being looked through."
STILL_LOOKING_ADVICE = "Publish when that is done."
MARK_THEM = "Mark them too"
UNMARKED_ADVICE = "Mark them too, and publish again. Where one should stay, keep it with K."
STOPPED_LOOKING = (
    "Stopped. The suggestions are not complete: look through this draft yourself, or open it again."
)

# Keys
KEYS_TITLE = "Keys"
OR = " or "
ON_THE_PAGES = "On the pages"
PAGE_KEYS = (
    ("Page Down, Page Up", "Scroll"),
    ("Home, End", "Start, end of the report"),
    ("Shift and arrows", "Select words (with Ctrl: whole words)"),
    ("Tab", "Through the parts of the window"),
)
DRAW_NOW = (
    "Drag over the area to black out. With keys: arrows move it, Shift and arrows size it, Enter accepts."
)

TYPES, MANY = kinds.ONE, kinds.MANY

REASONS = {reason.code: reason.words for reason in reasons().values()}
"""Codes kept with a decision, and their words."""

GROUPS = (
    "Subject", "Family", "Professionals", "Other people", "Places and organisations", "Dates, ages, numbers, contacts",
)  # fmt: skip

VERBS = {
    "suggest": "suggested", "confirm": "confirmed", "keep": "kept as it is", "reopen": "to be decided again",
    "add": "marked by hand", "retype": "kind changed", "relink": "moved to another person", "relabel": "label changed",
    "reason": "reason changed", "undo": "taken back", "redo": "done again", "remove": "mark removed",
    "settings": "settings of the case changed", "comment": "commented", "role": "said who it is",
    "challenge": "challenged", "answer": "stood by", "agree": "agreed with",
}  # fmt: skip


def mentions(count: int) -> str:
    """How often, in words."""
    return "1 mention" if count == 1 else f"{count:,} mentions"


def to_decide(count: int) -> str:
    """What is left, in words."""
    return f"{count:,} to decide" if count else "done"


def all_of_kind(type: str) -> str:
    """The scope of a whole kind."""
    return f"all {MANY[type]}"


def why(because: str, score: float, *, by_hand: bool) -> str:
    """Why a mark is there, and how likely it is right."""
    return MARKED_BY_HAND if by_hand else f"{because.rstrip('.')} · {sure(score)}"


def sure(score: float) -> str:
    """A score in words: its digits would claim more than they know."""
    return "very likely" if score >= 0.85 else "likely" if score >= 0.6 else "doubtful: please look closely"


def decided_of(decided: int, all_: int) -> str:
    """How far."""
    return f"{decided:,} of {all_:,} decided" if all_ else ""


def minutes_left(minutes: int | None) -> str:
    """How long the rest takes."""
    if minutes is None:
        return ""
    return (
        f"about {minutes} min left at your pace"
        if minutes < 90
        else f"about {round(minutes / 60)} h left at your pace"
    )


def found_count(at: int, count: int, *, whole: bool) -> str:
    """How often the words were found."""
    if not count:
        return NOT_FOUND
    return f"{at} of {count}" if whole else f"{at} of {count}, only inside other words"


def bars_spoken(page: int, pages: int, left: int, read: int) -> str:
    """The strip as a screen reader says it."""
    return f"Page {page} of {pages}; {left} pages with something to decide, {read} read"


def preview_banner(undecided: int) -> str:
    """What the preview shows."""
    if not undecided:
        return "This is exactly what would be published."
    some = "1 suggestion is" if undecided == 1 else f"{undecided:,} suggestions are"
    return f"This is the report as decided so far. {some} still to decide and stand in it as they are."


def still_unmarked(count: int) -> str:
    """Why publishing waits, though everything suggested is decided."""
    places = "in one more place" if count == 1 else f"in {count:,} more places"
    return f"A name or number that you confirmed still stands unmarked {places}."


def preview_advice(pictures: Sequence[int]) -> str:
    """What to know about a preview, and about its pages (1-based) that became pictures."""
    if not pictures:
        return PREVIEW_ADVICE
    pages = ", ".join(map(str, pictures))
    return (
        f"{PREVIEW_ADVICE} Published as pictures, because they could not be cleaned otherwise: pages {pages}."
    )


def published(removed: int) -> str:
    """How publishing ended."""
    return f"Published, and checked by a second reader. {removed:,} places were taken out."


def became_picture(page: int, why: str) -> str:
    """A page that could not be cleaned in any other way."""
    return f"• Page {page} was published as a picture: {why}"


def width_kept(page: int, why: str) -> str:
    """A box that is as wide as what was removed."""
    return f"• Page {page}: the size of a box may hint at what was removed, because {why}."


def no_room(page: int, count: int) -> str:
    """Labels that were too long for their place."""
    labels = "1 label" if count == 1 else f"{count} labels"
    return f"• Page {page}: {labels} had no room, and became shorter or black boxes."


def still_to_decide(count: int) -> str:
    """Why publishing waits."""
    some = "One suggestion is" if count == 1 else f"{count:,} suggestions are"
    return f"{some} still to decide. Publishing waits until each one is confirmed or kept."


def done(verb: str, count: int) -> str:
    """What a decision did, to be shown and spoken."""
    what = VERBS.get(verb, verb)
    return (what if verb == "settings" else f"{what}: {mentions(count)}").capitalize()


def trouble(error: RedactorError) -> tuple[str, str]:
    """An error as its sentence, and the advice below it."""
    advice = error.advice
    if isinstance(error, NotSafeToPublish) and not advice:
        advice = "Nothing was written, and your decisions are as they were."
    return error.sentence, advice


def unexpected() -> tuple[str, str]:
    """For a fault of the program itself."""
    return (
        "Something went wrong inside Redactor.",
        "Your decisions up to now are kept as they were. Go on, or close the window and carry on with the case.",
    )


def spoken(verdict: str, text: str, label: str, because: str) -> str:
    """A mark as a screen reader says it."""
    state = {"undecided": "suggested", "redact": "confirmed", "keep": "kept as it is"}[verdict]
    becomes = "" if verdict == "keep" else f", publishes as {label or BLACK_BOX}"
    return f"{state}, {text or 'drawn area'}{becomes}" + (f", why: {because}" if because else "")
