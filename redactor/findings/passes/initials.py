"""Initials of people whose names are known: authors of entries, members in minutes, keys, brackets between colleagues.

Two or three capitals may also be a role, a body or a test (HV, AS, CT). Letters that are nothing else are taken for the
person; letters in the list of abbreviations only once they stand where an author stands; those of a common role (GP, SW)
only where one person writes to another; and none where they are explained as something else or stand like a thing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.roll import Roll, call
from redactor.findings.patterns import UPPER
from redactor.findings.public.codes import explained

_LETTERS = re.compile(
    rf"(?<![\w'\u2019@\\_.-])(?:[{UPPER}]{{2,4}}|[{UPPER}]\.(?: ?[{UPPER}]\.?){{1,3}})(?![\w@_\\-])"
)
_THING_BEFORE = re.compile(
    r"(?i:\b(?:the|an?|no|each|every|any|all|some|this|that|their|his|her|our|my|your|its|new|old|local|children's|"
    r"child|adult|family|group|part|section|form|class|ward|unit|under|per|of) )$|['\u2019]s $|\d ?$|[&\u00a3#] ?$"
)
_THING_AFTER = re.compile(
    r"[- ]?\d|s\b| \((?:[a-z]+[ -])*[a-z]+\)|"
    r" (?:unit|team|teams|department|dept|address|scan|tube|plan|plans|conference|process|form|forms|score|test|tests|cover"
    r"|check|checks|clinic|ward|code|record|records|referral|referrals|report|reports|assessment|college|colleges|level"
    r"|meeting|meetings|order|orders|notes|file|files|system|service|services|staff|line|terms|fluids|tab|page|and|or) ?(?!\w)"
)
_TITLE_AFTER = re.compile(rf" [{UPPER}][a-z]")
_EXPANDED = re.compile(rf"((?:[{UPPER}][a-z'\u2019-]+ (?:and |of |for )?){{2,4}})\($")
_CELL_BEFORE = re.compile(r"(?:^|\n|\||\t| {2}|[\])] |/)[ *>]*$")
_CELL_AFTER = re.compile(r" ?(?:\||\t| {2}|/|$|\n)")
_ENTRY_END = re.compile(r"\.?[)\]]?[\"\u201d]?[ \t]*(?:\n|$)")
_AFTER_A_STOP = re.compile(r"[a-z\u00e0-\u00ff)][.!?][\"\u201d]? $")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?;] |\n)[ \t]*$")
_DOES = re.compile(
    r" (?:advised|agreed|asked|called|checked|emailed|explained|informed|met|phoned|rang|reported|requested|reviewed|said"
    r"|saw|spoke|suggested|texted|told|visited|wondered|says|asks|feels|thinks|felt|thought)\b"
)
_SIGNED_BEFORE = re.compile(
    r"(?:[.!?)\"\u201d] |[-\u2013\u2014] ?|\b(?:[Ss]igned|[Tt]yped|[Tt]aken|[Ww]ritten|[Rr]ecorded|[Mm]inuted|[Ee]ntered|[Dd]ictated|[Ii]nitialled)(?: up)?(?: by)?:? )$"
)
_TYPIST = re.compile(r"\b(?:[Tt]yped|[Tt]aken|[Ww]ritten|[Mm]inuted|[Dd]ictated)(?: up)?(?: by)?:? $")
_IN_BRACKET = re.compile(r"[\[(][^\[\]()\n]{0,80}$")
_SPEAKS = re.compile(
    rf"(?::(?= )| to [{UPPER}]{{2,4}}\b| ?[\u2013-] | (?:dictating|please|had|to|has|writes)\b)"
)
_OF_A_YEAR = re.compile(r"/(?:(?:19|20)\d\d|\d\d)(?!\w|/)")
_TO_DO = re.compile(r" to [a-z]{2,}")
_ROLES = frozenset(("gp", "hv", "sw", "sn", "mw"))


@dataclass(frozen=True)
class _Draft:
    """A draft, who is known in it, what its abbreviations mean, and where names stand."""

    text: str
    roll: Roll
    codes: frozenset[str]
    starts: dict[int, str]
    ends: list[tuple[int, str]]


def spread_initials(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return initials (`KO`, `K.O.`) of people whose full names were found."""
    roll = call(findings, text)
    if not roll.initials:
        return []
    draft = _draft(findings, text, roll)
    cover = Cover(findings)
    places = [
        (match.start(), match.end() - _stop(match), re.sub(r"\W", "", match.group()))
        for match in _LETTERS.finditer(text)
        if not cover.touches(*match.span())
    ]
    places = [place for place in places if place[2] in roll.initials]
    strong = {place for place in places if _like_an_author(place, draft)}
    established = {letters for _, _, letters in strong if not _role(letters)}
    return [
        Finding(start, end, "PERSON", 0.5, "initials", f"Initials of {roll.initials[letters]}")
        for start, end, letters in places
        if (start, end, letters) in strong or _may_be(start, end, letters, established, draft)
    ]


def _draft(findings: Sequence[Finding], text: str, roll: Roll) -> _Draft:
    people = [f for f in findings if f.type == "PERSON"]
    return _Draft(
        text,
        roll,
        frozenset(explained(text)),
        {f.start: text[f.start : f.end] for f in people},
        [(f.end, text[f.start : f.end]) for f in people],
    )


def _stop(match: re.Match[str]) -> int:
    """Return 1 where the last full stop ends a sentence rather than an initial: `told KO.`"""
    return int(match.group().endswith(".") and match.group().count(".") == 1)


def _role(letters: str) -> bool:
    return letters.lower() in _ROLES or letters.lower() in lower("titles")


def _listed(letters: str) -> bool:
    small = letters.lower()
    return small in lower("abbreviations") or small in lower("not_names") or is_ordinary(small)


def _like_an_author(place: tuple[int, int, str], draft: _Draft) -> bool:
    """Return whether letters stand where only a person does: in the author's column, under an entry, as who speaks."""
    start, end, letters = place
    before, after = draft.text[max(0, start - 100) : start], draft.text[end : end + 80]
    if _given_as_theirs(place, before, after, draft):
        return True
    if letters in draft.codes or _expanded(before, letters, draft):
        return False
    if _speaks(before, after, draft):
        return True
    if _role(letters):
        ends = _TYPIST.search(before) or (letters.lower() not in _ROLES and _AFTER_A_STOP.search(before))
        return bool(ends and _ENTRY_END.match(after))
    if _THING_BEFORE.search(before) or (is_ordinary(letters) and _shouted(draft.text, start, end)):
        return False
    if _OF_A_YEAR.match(after) or _beside_another(before, after, draft):
        return True
    in_cell = bool(_CELL_BEFORE.search(before[-8:] or "\n") and _CELL_AFTER.match(after))
    signed = bool(_SIGNED_BEFORE.search(before) and _ENTRY_END.match(after))
    does = bool(_SENTENCE_BEGINS.search(before or "\n") and _DOES.match(after))
    return in_cell or signed or does or bool(_TO_DO.match(after) and not before[-1:].isalpha())


def _beside_another(before: str, after: str, draft: _Draft) -> bool:
    """Return whether letters stand beside those of somebody else, who can be nothing but a person: `KO/HB`."""
    pair = re.search(rf"(?<!\w)([{UPPER}]{{2,4}})(?:/| and | & |, )$", before) or re.match(
        rf"(?:/| and | & |, )([{UPPER}]{{2,4}})(?!\w)", after
    )
    return bool(
        pair and pair[1] in draft.roll.initials and not _listed(pair[1]) and pair[1] not in draft.codes
    )


def _given_as_theirs(place: tuple[int, int, str], before: str, after: str, draft: _Draft) -> bool:
    """Return whether the draft itself gives somebody these initials: `Hanna Byrne (Chair, HB)`, `HB = Hanna Byrne`."""
    start, end, letters = place
    index = bisect_left(draft.ends, (start + 1, ""))
    if index:
        ended, name = draft.ends[index - 1]
        between = draft.text[ended:start]
        if len(between) <= 60 and re.fullmatch(r",? ?[(\[][^()\[\]\n]*", between):
            return after[:1] in ")],;" and _theirs(letters, name)
    equals = re.match(r" ?(?:=|:|\||-|\u2013) ?", after)
    if equals and re.search(r"(?:^|\n|[;,|(] ?)[ *]*$", before or "\n"):
        return _theirs(letters, draft.starts.get(end + equals.end(), ""))
    return False


def _theirs(letters: str, name: str) -> bool:
    words = re.findall(rf"[{UPPER}]", name)
    return len(words) > 1 and letters[0] == words[0] and letters[-1] in words[1:]


def _expanded(before: str, letters: str, draft: _Draft) -> bool:
    """Return whether the words before a bracket are what the letters abbreviate: `District Nurse (DN`."""
    words = _EXPANDED.search(before)
    return bool(words and "".join(re.findall(rf"[{UPPER}]", words[1]))[-len(letters) :] == letters)


def _speaks(before: str, after: str, draft: _Draft) -> bool:
    """Return whether letters stand for who writes in a bracket between colleagues: `[KO to HB: …`, `(KO dictating)`."""
    if not _SPEAKS.match(after):
        pair = re.search(rf"[\[(]([{UPPER}]{{2,4}}) to $", before)
        return bool(pair and pair[1] in draft.roll.initials and re.match(r"[:,]", after))
    inside = _IN_BRACKET.search(before)
    if not inside:
        return False
    said = inside.group()[1:]
    return not said or bool(re.search(r"[.?!,;] ?$", said))


def _shouted(text: str, start: int, end: int) -> bool:
    """Return whether the line has hardly a small letter, so that capitals say nothing."""
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    return len(line) > 12 and not re.search(r"[a-z]{2}", line)


def _may_be(start: int, end: int, letters: str, established: set[str], draft: _Draft) -> bool:
    """Return whether letters are somebody's initials by not being anything else."""
    before, after = draft.text[max(0, start - 100) : start], draft.text[end : end + 80]
    if _role(letters) or letters in draft.codes or _expanded(before, letters, draft):
        return False
    if _THING_BEFORE.search(before) or _THING_AFTER.match(after):
        return False
    return not _listed(letters) or (letters in established and not _TITLE_AFTER.match(after))
