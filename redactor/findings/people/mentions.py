"""What the words beside a name tell: title, rank, role, gender, youth, and whether a whole family is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from redactor.findings.finding import Finding
from redactor.findings.people.likeness import name_parts
from redactor.findings.people.role_words import (
    CHILD,
    YOUNG,
    gender_of,
    role_after,
    role_before,
    role_in_cell,
    role_of,
)

_RANK = re.compile(
    r"\b(Dr|PC|DC|DS|DI|DCI|PS|PCSO|Supt|SW|HV|Nurse|Sister|Sgt|Sergeant|Professor|Prof|Judge|HHJ|DJ|Revd|Rev|Fr|Canon|Pastor|Bishop|Sheikh|Imam|Haji|Alhaji|Chief|Cllr|Sir|Dame|Lord|Lady)\d?\.?\s+$"
)
_TITLE = re.compile(r"\b(Mrs|Mr|Ms|Miss)\.?\s+$")
_COUPLE = re.compile(r"\b(?:Mr|Dr) (?:and|&) Mrs\.?\s+$")
_KIN = re.compile(
    r"(?i)\b(baby|mama|mum|mummy|nana?|gran|granny|grandma|aunt|auntie|aunty|mother|sister|daughter|girl|wife|girlfriend|grandmother"
    r"|uncle|grandad|grandpa|papa|dad|father|brother|son|boy|husband|boyfriend|grandfather),? [\"'\u201c\u2018]?$"
)
_MALE_KIN = re.compile(
    r"(?i)uncle|grandad|grandpa|papa|dad|father|brother|son|boy|lad|husband|boyfriend|grandfather"
)
_KIN_AFTER = re.compile(
    r"(?i)(?: ?\([^)\n]{0,30}\))?(?: ?[|/,] ?| is (?:the|his|her|their) | ?\(| (?=lad|boy|girl))(?:the |his |her |their |subject's )?"
    r"(?:\w+ly |only |maternal |paternal |half-|step-?)*(son|daughter|boy|lad|girl|sister|brother|baby|aunt|uncle|mother|father)\b"
)
_TITLES_WITHIN = {  # as name recognisers take them for a part of the name, and as they are looked for
    title.lower(): title
    for title in re.findall(
        r"\w+",
        "nan nana gran granny grandma aunt auntie aunty uncle grandad grandpa mama mummy big little lil old young Mr Mrs Ms Miss Dr"
        " PC DC DS DI DCI PS PCSO Sgt SW HV Nurse Sister Prof Cllr Fr Rev Revd",
    )
}
_YOUNG_KIN = frozenset(["sister", "daughter", "girl", "brother", "son", "boy", "lad", "baby"])
_PRONOUN = re.compile(r"[^.;:\n|\"\u201c]{0,80}?\b(he|she|his|her|himself|herself)\b")
_NEXT_SENTENCE = re.compile(r"[^.;:\n|]{0,100}[.;] (?:\"|\u201c)?(He|She|His|Her)\b")
_FAMILY = re.compile(
    r"(?i)(?:['\u2019]s?)? (?:famil(?:y|ies)|household|men|women|boys|girls|children|brothers|sisters|siblings|clan|home|parents|grandparents)\b"
)
_OWNED = re.compile(r"['\u2019]s?\b")
_AGE = re.compile(
    r"['\"\u2019\u201d]*(?:,| \|| is| was)? ?\(?(?:aged |now |then |almost |nearly )*(\d{1,2})(?: (?P<small>months?|weeks?|days?)|(?=[,;)|]|\.(?!\d)| years?| \|| and |-year))"
)
_BORN = re.compile(
    r"['\"\u2019\u201d)]*,?(?: \(| \|| is| was)? ?(?:\(|d\.?o\.?b\.?:?|born(?: on| in)?) ?(?:\d{1,2}[/. ](?:\d{1,2}|[A-Z][a-z]+)[/. ])?((?:19|20)\d\d)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_GROWN_UP = 18
_BESIDE, _NEAR, _SENTENCE, _LONG_ROW = 60, 24, 130, 200
"""So many characters beside a name are looked at: for a role, a title, a pronoun, the cells of a row."""
_SUBJECT_CELL = re.compile(r"(?i)(?:subject|index)(?: child)?")
_HOUSEHOLD = re.compile(r"(?i) (?:family|household)\b")
_CELLS = re.compile(r"\s*\|\s*|\s{3,}|\t+| / ")
_AGE_CELL = re.compile(r"(?i)(\d{1,2})(?: (months?|weeks?|days?|mths?|wks?)| ?(?:years?|yrs?)(?: old)?)?")
_DATE_CELL = re.compile(r"(?i)(?:d\.?o\.?b\.?:? ?)?(?:\d{1,2}[/. -](?:\d{1,2}|[a-z]+)[/. -])?((?:19|20)\d\d)")
_BABY = re.compile(r"(?i)\bbaby [\"\u201c]?$")
_SUBJECT = re.compile(
    r"(?i)(?:\bconcerns|\brespect of|\bsubject(?: child)?(?: is|,)?|\bsubject child:|\bchild:)\s+(?:the death of\s+)?$"
)
_SUBJECT_ROW = re.compile(r"(?i)[^|\n]{0,30}\|\s*(?:subject|index)\b")
_NAMESAKE = re.compile(
    r"(?i)\b(?:another|a different|the other|a second)(?: (?:man|woman|child|boy|girl|person|adult|patient))?(?: called| named| of the name of)? $"
    r"|\bof the (?:very )?same name, $"
    r"|\b(?:son|daughter|cousin|brother|sister|nephew|niece|man|woman|boy|girl|uncle|father) (?:is|was|also|likewise) (?:also )?(?:called|named) $"
)


@dataclass(frozen=True)
class Mention:
    """One standing of a name: offsets into the reading text, and what is said beside it."""

    start: int
    end: int
    words: tuple[str, ...]
    """Plain, first name first."""
    rank: str = ""
    title: str = ""
    gender: str = ""
    """"f", "m" or "": by a title or a word for kin."""
    pronoun: str = ""
    """"f", "m" or "": by the first pronoun after, which may mean somebody else."""
    role: str = ""
    young: int = 0
    """1 if a child is meant, -1 if a grown-up, 0 where nothing tells."""
    baby: bool = False
    family: bool = False
    namesake: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """Return the words by which a full name is kept; somebody else of the same name has another key."""
        return (*self.words, "another") if self.namesake else self.words

    @cached_property
    def titled(self) -> bool:
        """Return whether a title or a rank stands before the name, so that it is likely a surname."""
        return bool(self.title or self.rank)

    @cached_property
    def form(self) -> str:
        """Return the way of naming: `mr hocking`, `mel`."""
        return " ".join((self.title.lower() or self.rank.lower(), *self.words))

    @cached_property
    def whole(self) -> bool:
        """Return whether the name has two words or more that are no initials."""
        return sum(len(word) > 1 for word in self.words) > 1


def mentions_in(findings: Sequence[Finding], text: str) -> list[Mention]:
    """Return a mention for each PERSON finding, in the order of the findings."""
    people = [finding for finding in findings if finding.type == "PERSON"]
    following = [*(finding.start for finding in people[1:]), len(text)][: len(people)]
    year = max((int(match.group()) for match in _YEAR.finditer(text)), default=0)
    return [_mention(finding, text, until, year) for finding, until in zip(people, following, strict=True)]


def _mention(finding: Finding, text: str, until: int, year: int) -> Mention:
    """Return the mention of a finding; `until` is where the next one starts, `year` the last that the draft names."""
    line = text.rfind("\n", max(0, finding.start - _BESIDE), finding.start) + 1
    before = text[line or max(0, finding.start - _BESIDE) : finding.start]
    after = text[finding.end : finding.end + _BESIDE].split("\n", 1)[0]
    words = name_parts(text[finding.start : finding.end])
    if len(words) > 1 and words[0] in _TITLES_WITHIN:
        before, words = f"{before}{_TITLES_WITHIN[words[0]]} ", words[1:]
    near = before[-_NEAR:]
    title, rank = _word(_TITLE.search(near)), _word(_RANK.search(near))
    kin = ("" if rank else _word(_KIN.search(near))).lower(), _word(_KIN_AFTER.match(after)).lower()
    row = _row(text, finding, before, year)
    role_words = row.role or role_after(after, until - finding.end) or role_before(before)
    if rank == "Sister" and role_words == "Sister":
        role_words = "nurse"
    is_child = row.role == CHILD or _SUBJECT.search(before) or _SUBJECT_ROW.match(after)
    role = CHILD if is_child else role_of(role_words)
    child = role in YOUNG or not _YOUNG_KIN.isdisjoint(kin)
    return Mention(
        finding.start,
        finding.end,
        words,
        rank=rank,
        title=title,
        gender="" if _COUPLE.search(near) else _gender(title, kin, gender_of(role_words)),
        pronoun=_pronoun(text[finding.end : min(until, finding.end + _SENTENCE)]),
        role=role,
        young=int(child) or row.young or _by_age(after, year),
        baby=_BABY.search(near) is not None,
        family=len(words) == 1 and not (title or rank) and _means_family(near, after, words[0]),
        namesake=_NAMESAKE.search(before) is not None,
    )


def _word(match: re.Match[str] | None) -> str:
    return match[1] if match else ""


class _Row(NamedTuple):
    """What the other cells of a table's row tell of the name that opens it: words for a role, and youth."""

    role: str
    young: int


def _row(text: str, finding: Finding, before: str, year: int) -> _Row:
    """Return what the row tells, nothing where the name does not open a row of three cells or more."""
    line = finding.start - len(before)
    if before.strip(" |*-\u2022") or (line > 0 and text[line - 1] != "\n"):
        return _Row("", 0)
    cells = _CELLS.split(text[finding.end : finding.end + _LONG_ROW].split("\n", 1)[0])
    cells = [cell.strip(' *"') for cell in cells]
    if len(cells) < 3:
        return _Row("", 0)
    role = (
        CHILD
        if any(map(_SUBJECT_CELL.fullmatch, cells))
        else next(filter(None, map(role_in_cell, cells)), "")
    )
    return _Row(role, next(filter(None, (_by_cell(cell, year) for cell in cells)), 0))


def _by_cell(cell: str, year: int) -> int:
    """Return 1 for a child, -1 for a grown-up by a cell that holds an age or a date of birth, else 0."""
    age, born = _AGE_CELL.fullmatch(cell), _DATE_CELL.fullmatch(cell)
    years = int(age[1]) if age else year - int(born[1]) if born and int(born[1]) <= year else 0
    if age and age[2]:
        return 1
    return 0 if not (age or born) else 1 if years < _GROWN_UP else -1 if years > _GROWN_UP + 4 else 0


def _means_family(before: str, after: str, word: str) -> bool:
    """Return whether `the Wards` or `the Ward family` is meant rather than one person."""
    the = before[-4:].lower() == "the "
    if _FAMILY.match(after):
        return the or _HOUSEHOLD.match(after) is not None
    return the and word.endswith("s") and not _OWNED.match(after)


def _gender(title: str, kin: tuple[str, str], by_role: str) -> str:
    if title:
        return "m" if title == "Mr" else "f"
    for word in kin:
        if word and word != "baby":
            return "m" if _MALE_KIN.fullmatch(word) else "f"
    return by_role


def _by_age(after: str, year: int) -> int:
    """Return 1 for a child, -1 for a grown-up by an age or a year of birth after the name; `year` is the draft's last."""
    age = _AGE.match(after)
    if age:
        return 1 if age["small"] or int(age[1]) < _GROWN_UP else -1
    born = _BORN.match(after)
    if not born or int(born[1]) > year:
        return 0
    return 1 if year - int(born[1]) <= _GROWN_UP else -1 if year - int(born[1]) > _GROWN_UP + 4 else 0


def _pronoun(after: str) -> str:
    """Return the gender of the first pronoun after a name, in its sentence or at the head of the next."""
    if _OWNED.match(after):
        return ""
    match = _PRONOUN.match(after) or _NEXT_SENTENCE.match(after)
    if not match:
        return ""
    return "m" if match[1].lower().startswith("h") and not match[1].lower().startswith("her") else "f"
