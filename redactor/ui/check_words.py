"""Every sentence about who works on a case, reading every page, signing, the legal check and the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from redactor.marks.check_list import Looked
    from redactor.marks.mark import Mark
    from redactor.marks.signing import Signature, Signatures

# Who works here
WHO_TITLE = "Who works on this case"
WHO_TEXT = "The preparer decides; a legal reviewer, who is somebody else, checks. Your name and this stand in the record."
WORK_AS = "You work as"
ROLES = {"preparer": "preparer", "legal": "legal reviewer"}
ROLE_TEXTS = {
    "preparer": "&preparer: decides on every suggestion and reads every page",
    "legal": "&legal reviewer: checks the decisions and agrees or challenges",
}
BEGIN = "Go on"
NEEDS_NAME = "Type your name first."
NEEDS_ROLE = "Say whether you work as preparer or as legal reviewer."
NO_ROLE = "say what you work as"

# Reading every page
READING = "Reading every page"
SPACE_GOES_ON = "Space goes on. Words that look like names or numbers and are not marked are underlined."
STOP_READING = "Leave reading"
READ_ALL = "Every page is read. Sign with Ctrl+G."
TOO_QUICK = "Page {page} was on screen for a moment only. Read it, then press Space again."
STILL_READING = "The pages are read once the whole draft is there."

# Signing
SIGN = "Sign…"
SIGN_TITLE = "Sign"
SIGN_AS = "Sign as {title}"
IN_THE_WAY = "Before you can sign:"
NOTHING_IN_THE_WAY = "Nothing stands in the way."
LEADS = {
    "name": "Give your name", "undecided": "Go to the first", "challenged": "Go to the first",
    "answered": "Go to the first", "same": "Change who works here", "unread": "Read it now",
    "unmarked": "Mark them too",
}  # fmt: skip
PREPARER_FIRST = "Close the case, and let the preparer sign it."
ELSEWHERE = "I have read the pages outside Redactor, each from its first line to its last"
ELSEWHERE_TEXT = "This is recorded with your signature."
ALREADY_SIGNED = "You have signed it as it is decided now."
CANNOT_PUBLISH = "It cannot be published yet."
BOTH_SIGN = "The preparer signs first, then a legal reviewer, who is somebody else."
NOT_SIGNED = "not signed yet"
CANCEL = "Cancel"
CLOSE = "Close"

# Legal check
DECISIONS = "Decisions to check"
SECTIONS = {
    "challenged": "Challenged, with the preparer", "answered": "Answered by the preparer",
    "rejected": "Suggestions kept as they are", "doubtful": "Confirmed, but not sure", "confirmed": "Confirmed",
    "undecided": "Still to be decided by the preparer",
}  # fmt: skip
THIS_DECISION = "This decision"
NO_DECISION = "Choose a decision, or press N for the next one that you have not looked at."
NO_DECISIONS = "Decisions are listed here once there are any."
DECIDED = "Decided"
WHY_SUGGESTED = "Suggested because"
SAID = "Said about it"
YOUR_COMMENT = "Why you challenge it"
COMMENT_NEEDED = "Say why, so that the preparer can answer."
NEXT_OPEN = "Next to look at"
CHALLENGE_NOW = "Challenge"
NOT_YOURS = "The last decision is not yours to take back; nothing was changed."
CHALLENGE_INSTEAD = (
    "You can take back what you agreed with or challenged last. To disagree with a decision, press X."
)
ALL_LOOKED_AT = "You have looked at every decision. Read every page with P, sign with Ctrl+G."
NOT_AGREED_YET = "not looked at"
CHECKS = {"": "not looked at", "agreed": "agreed", "challenged": "challenged", "answered": "answered"}
MARKS = {"": "", "agreed": "✓ agreed", "challenged": "! challenged", "answered": "answered"}
"""The same in few letters, for lists; told without colour too."""
VERDICTS = {"undecided": "Not decided yet", "redact": "Confirmed", "keep": "Kept as it is"}

# At the preparer again
CHALLENGED_LIST = "Challenged"
CHALLENGED_HERE = "The legal reviewer does not agree:"
ANSWER_INSTEAD = (
    "The legal reviewer made it. Decide the mark otherwise with Enter or K, or stand by it with B."
)
ANSWER_HOW = "Decide otherwise with Enter or K, or stand by it and say why."
YOUR_ANSWER = "Why you stand by it"
STAND_BY = "Stand by it"
ANSWER_NEEDED = "Say why you stand by it, so that the legal reviewer can agree."

# History
HISTORY_TITLE = "History of decisions"
FILTER = "Find a name, a word, a date"
COLUMNS = ("No.", "When", "Who", "What", "Page", "Reason")
AS_CSV, AS_PDF = "Save as a table (CSV)…", "Save as PDF…"
REAL_NAMES = "This file will name the people whom the published report does not name, and it is not locked."
REAL_NAMES_TEXT = "Keep it as you keep the draft, and never send it along with the published report."
SAVE_ANYWAY = "Save it…"
MAKING_PDF = "Setting the history as a PDF"
SAVED = "The history lies at {path}"
NOT_SAVED = "The history could not be saved."
NOT_SAVED_ADVICE = "Check that you may write there and that there is room, or choose another place."
HISTORY_NAMES = {".csv": "history-confidential.csv", ".pdf": "history-confidential.pdf"}
HISTORY_PLACE = "Where the history goes"


def working(name: str, role: str) -> str:
    """Who works here, and as what."""
    return f"{name}, {ROLES[role]}" if role else f"{name}, {NO_ROLE}"


def pages_read(read: int, pages: int) -> str:
    """How far the reading is."""
    return f"{read} of {pages} pages read"


def sentence_signed(role: str, marks: int, pages: int, looked: Looked) -> str:
    """What is signed."""
    read = "its one page" if pages == 1 else f"all {pages:,} pages"
    if role == "preparer":
        each = "the one mark" if marks == 1 else f"each of the {marks:,} marks"
        return f"I have read this draft, {read}, and decided on {each}. It can be published as I decided."
    seen = f"{looked.agreed:,} of {marks:,} decisions were looked at and agreed with one by one or in groups"
    return f"I have read this draft, {read}, and checked what was decided; {seen}. I agree that it is published so."


def signed(signatures: Signatures, *, both: bool) -> str:
    """Who signed, and what is still to come."""
    parts = [f"signed by {_by(each)}" for each in (signatures.preparer, signatures.legal) if each]
    if not parts:
        return NOT_SIGNED
    if both and signatures.legal is None:
        parts.append("legal review open")
    told = " · ".join(parts)
    return told[0].upper() + told[1:]


def voided(gone: Sequence[Signature]) -> tuple[str, str]:
    """That signatures do not count any more, and what to do."""
    names = " and ".join(f"{each.by} ({ROLES[each.role]})" for each in gone)
    return f"This changes what {names} signed.", "It does not count any more. Sign again when all is decided."


def signed_now(role: str) -> str:
    """That it is signed, and what comes next."""
    return "Signed as legal reviewer." if role == "legal" else "Signed as preparer."


def looked_at(looked: Looked) -> str:
    """How far the legal check is."""
    return f"{looked.agreed:,} agreed · {looked.challenged:,} challenged · {looked.open:,} not looked at"


def decided(verdict: str, label: str, who: str, when: str) -> str:
    """What was decided, by whom."""
    what = VERDICTS[verdict] + (f", publishes as {label}" if verdict == "redact" and label else "")
    return f"{what} · {who}, {_day(when)}" if who else what


def agree_button(count: int) -> str:
    """What agreeing will do."""
    return "Agree with this decision" if count == 1 else f"Agree with {count:,} decisions"


def challenge_button(count: int) -> str:
    """What challenging will do."""
    return "Challenge this decision…" if count == 1 else f"Challenge {count:,} decisions…"


def challenged_banner(count: int) -> str:
    """What the preparer finds when a case comes back."""
    return (
        "The legal reviewer challenges 1 decision."
        if count == 1
        else f"The legal reviewer challenges {count:,} decisions."
    )


def spoken_check(mark: Mark) -> str:
    """What a screen reader says of a mark beside its decision."""
    if mark.check == "challenged":
        return f", challenged by the legal reviewer: {mark.comment}"
    return f", {CHECKS[mark.check]}" if mark.check else ""


def _by(signature: Signature) -> str:
    role = "" if signature.role == "preparer" else " (legal)"
    return f"{signature.by}{role}, {_day(signature.when)}"


def _day(when: str) -> str:
    here = datetime.fromisoformat(when).astimezone()
    return f"{here.day} {here:%b}"
