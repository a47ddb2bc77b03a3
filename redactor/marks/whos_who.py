"""The who's who as a manager types or pastes it: a person on each line, with role and other names, in any order.

`Keziah Stott, subject child, also Kez, Kezzie` · `Norma Stott – maternal grandmother (Nan Norma)` · `SW: Anne Lacey`,
rows pasted from a table in Word or a spreadsheet, with or without a heading.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redactor.findings.english import is_ordinary
from redactor.findings.lists import lower
from redactor.findings.people.kin import KIN, Kin, kin_of, to_child
from redactor.findings.people.known import Known, role_named
from redactor.findings.people.role_words import CHILD
from redactor.marks.pasted_rows import cells_of, heading_of, names_a_column

_ALIAS = re.compile(
    r"(?i)^(?:and |or )?(?:also(?: known as| called)?|a\.?k\.?a\.?|alias(?:es)?|(?:formerly|previously)(?: known as)?|known as|called|n\u00e9e|nee"
    r"|goes by|nick-?names?|other names?|or)(?!\w)[:\s]*"
)
_ALSO_INSIDE = re.compile(
    r"(?i)\s(?=(?:also(?: known as)?|a\.?k\.?a\.?|alias|n\u00e9e|nee|known as|formerly|previously)\s)"
)
_AND_ALSO = re.compile(r"(?i)\s+(?:and|or|&)\s+")
_PIECE = re.compile(r"\s*(?:(?:[,;=|\t:()/\[\]]|(?<=[\s)])[\u2013\u2014-](?=\s))\s*)+")
_BRACKET = re.compile(r"[()\[\]]")
_RULE = re.compile(r"[\s|:+=-]*")
_TITLES = lower("titles") | {
    "baby",
    "nan",
    "nana",
    "nanny",
    "granny",
    "grandad",
    "uncle",
    "auntie",
    "aunty",
    "aunt",
}
_NUMBERED = re.compile(r"^\s*(?:[\u2022*\u00b7\u2013-]|\d{1,3}[.)])\s+")
_QUOTED = re.compile(r"[\"\u201c]([^\"\u201d,]{1,30})[\"\u201d]")
_FIGURES = re.compile(r"(?<![\w])\d+(?:[/.-]\d+)*(?!\w)")
_CODE = re.compile(r"\b([A-Z]{2,4})\d+\b")
"""`HV1`, `SW2`"""
_QUOTES = re.compile(r"[\"\u201c\u201d]")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*\.?")
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "van", "von"]
)
_MOST_WORDS = 6
_ROUNDS = 3
"""So many times a role is told from another's: the wife of the brother of the mother."""
_NOTE = re.compile(
    r"(?i)\d|\b(?:dob|born|aged?|deceased|address|years?|months?|weeks?|male|female|unknown|not known|n/?a)\b"
)
_THEIRS = re.compile(rf"(?:the )?(?P<owner>.+?)['\u2019]s?\s+{KIN}")
_OF = re.compile(rf"(?:the )?{KIN}\s+(?:of|to)\s+(?P<owner>.+)")
_AND = re.compile(r"\s+(?:and|&|\+)\s+")
_LAST_FIRST = re.compile(r"(?P<last>[^,]+),\s*(?P<first>[^,]+)")

NO_NAME = "No name was found here. Write the name first, then a comma and the role."
TWO_PEOPLE = (
    "There seem to be two people here. Write each on a line of their own, other names after \u201calso\u201d."
)


@dataclass(frozen=True)
class Unclear:
    """A line that could not be read: its number from 1, its words, and why, one sentence for the manager."""

    number: int
    line: str
    why: str


@dataclass(frozen=True)
class WhosWho:
    """The people who were read, in order, and the lines that were not."""

    known: tuple[Known, ...] = ()
    unclear: tuple[Unclear, ...] = ()


@dataclass
class _Row:
    """What a line was found to hold."""

    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    roles: list[str] = field(default_factory=list)
    ranks: list[str] = field(default_factory=list)
    """Roles before a name, as in `Dr Nair, GP`."""
    also: bool = False
    """Whether names that follow are other names of the same person."""

    def take(self, piece: str, *, more: bool = False) -> None:
        """Put a piece of a line where it belongs; `more` if another name in it is the same person's."""
        bare = _QUOTES.sub("", piece).strip(" .")
        said = _ALIAS.match(bare)
        if said:
            self.also, bare = True, bare[said.end() :].strip()
        if not bare or _NOTE.search(bare) or names_a_column(bare):
            return
        if _is_role(bare):
            self.roles.append(bare)
            return
        several = _AND.split(bare)
        if len(several) > 1 and all(map(_is_name, several)):
            self.names += several
            return
        name, role = _parted(bare)
        if bare[0].islower() or (self.names and not self.also and _is_everyday(bare)):
            self.roles += [bare] if not self.roles else []
        elif _is_name(name):
            short = bool(self.roles) and " " in self.names[0] and " " not in name if self.names else False
            other = bool(self.names) and (self.also or more or short)
            if other or not (self.names and _is_body(name)):
                (self.aliases if other else self.names).append(name)
            self.ranks += [role] if role else []

    def why_unclear(self) -> str:
        """Return why this is nobody, one sentence; "" where it is somebody."""
        if len(self.names) == 2 and all(" " not in name for name in self.names):
            self.names = [" ".join(reversed(self.names))]  # `Okafor, Keziah`
        if len(self.names) == 1:
            return ""
        return TWO_PEOPLE if self.names else NO_NAME


def parse(text: str) -> WhosWho:
    """Return the people of the lines; headings, blank lines, dates, ages and titles are passed over."""
    known: list[Known] = []
    unclear: list[Unclear] = []
    columns: list[str] = []
    for number, typed in enumerate(text.splitlines(), 1):
        line = _NUMBERED.sub("", typed).strip()
        cells = cells_of(line)
        if _RULE.fullmatch(line):
            continue
        if heading := heading_of(cells if len(cells) > 1 else line.split(",")):
            columns = heading
            continue
        if columns and len(cells) == 1:
            cells = next(csv.reader([line], skipinitialspace=True), [])
        row = _by_columns(cells, columns) if len(columns) == len(cells) > 1 else _by_words(cells)
        why = row.why_unclear()
        if why:
            unclear.append(Unclear(number, line, why))
        else:
            known.append(_person(row))
    return WhosWho(tuple(_with_kin(known)), tuple(unclear))


def lines_of(known: Iterable[Known]) -> tuple[str, ...]:
    """Return the people as lines that `parse` reads as the same people."""
    return tuple(map(_line, known))


def _line(person: Known) -> str:
    also = f"also {', '.join(person.aliases)}" if person.aliases else ""
    role = person.role if role_named(person.role) else person.role[:1].lower() + person.role[1:]
    return ", ".join(piece for piece in (person.name, role, also) if piece)


def _by_columns(cells: Sequence[str], columns: Sequence[str]) -> _Row:
    """Read a row under a heading."""
    row = _Row()
    for kind in ("name", "role", "aliases"):
        for cell in (cell for cell, column in zip(cells, columns, strict=True) if column == kind and cell):
            if kind == "name":
                _read(_forwards(cell), row)
            elif kind == "role":
                row.roles.insert(0, cell)
            else:
                row.also = True
                _read(cell, row)
    return row


def _by_words(cells: Sequence[str]) -> _Row:
    """Read a line, or cells without a heading, by what each piece looks like."""
    row = _Row()
    for number, cell in enumerate(cells):
        row.also = row.also or (number > 0 and bool(row.roles) and len(cells) > 2)
        _read(_forwards(cell) if len(cells) > 1 and not row.names else cell, row)
    return row


def _read(cell: str, row: _Row) -> None:
    """Take the pieces of a cell or a line."""
    quoted = _QUOTED.findall(cell)
    if row.names or _QUOTED.sub("", cell).strip(" ,"):
        cell = _QUOTED.sub("", cell)
        row.aliases += filter(_is_name, quoted)
    cell = _ALSO_INSIDE.sub(", ", _FIGURES.sub("", _CODE.sub(r"\1", cell)))
    cell = _AND_ALSO.sub(", ", cell) if row.also else cell
    place, inside = 0, False
    for edge in [*_PIECE.finditer(cell), None]:
        row.take(cell[place : edge.start() if edge else len(cell)], more=inside)
        if edge:
            place = edge.end()
            brackets = _BRACKET.findall(edge.group())
            inside = brackets[-1] in "([" if brackets else inside


def _forwards(cell: str) -> str:
    """Return `Stott, Keziah` in a cell of its own as `Keziah Stott`."""
    match = _LAST_FIRST.fullmatch(cell)
    if not match or not all(_is_name(part.strip()) and not role_named(part) for part in match.groups()):
        return cell
    return f"{match['first'].strip()} {match['last'].strip()}"


def _parted(bare: str) -> tuple[str, str]:
    """Return the name and the role of `SW Jones`, `Mother Ewa Nowak`, `Ewa Nowak mother`; titles are left out."""
    words = bare.split()
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES and not role_named(words[0]):
        words = words[1:]
    for size in range(min(4, len(words) - 1), 0, -1):
        for part, rest in ((words[:size], words[size:]), (words[-size:], words[:-size])):
            if _is_role(" ".join(part)):
                return _parted(" ".join(rest))[0], " ".join(part)
    return " ".join(words), ""


def _is_role(words: str) -> bool:
    """Return whether words say who somebody is: `mother`, `SW`, `Ewa's brother`."""
    theirs = _THEIRS.fullmatch(words)
    owner = theirs["owner"].split() if theirs else []
    named = (
        bool(owner) and len({word[0].islower() for word in owner}) == 1
    )  # but `Dele Nowak mother's brother`
    return bool(role_named(words) or named or _OF.fullmatch(words))


def _is_name(words: str) -> bool:
    """Return whether words look like a name: capitals, or particles between."""
    parts = words.split()
    return (
        0 < len(parts) <= _MOST_WORDS
        and all(_WORD.fullmatch(part) and (not part[0].islower() or part in _PARTICLES) for part in parts)
        and not parts[-1][0].islower()
    )


def _is_body(name: str) -> bool:
    """Return whether a name is that of an agency or a place of work: `Harclough Council`."""
    return any(word.lower() in lower("organisation_heads") | lower("general_words") for word in name.split())


def _is_everyday(words: str) -> bool:
    """Return whether words are ordinary ones and nobody's first name: `Landlord`."""
    names = lower("word_names") | lower("women") | lower("men")
    return all(is_ordinary(word) and word.lower() not in names for word in words.split())


def _person(row: _Row) -> Known:
    name = row.names[0]
    aliases = [each for each in dict.fromkeys(row.aliases) if each != name and each not in name.split()]
    role = next(iter([*row.roles, *row.ranks]), "").strip()
    return Known(name, tuple(aliases), role)


def _with_kin(known: Sequence[Known]) -> list[Known]:
    """Return the people with their roles to the child, those told from somebody else's too: `brother of Ewa`."""
    roles: dict[str, str] = {}
    for _ in range(_ROUNDS):
        for each in known:
            for word in (*each.wordings, each.name.split()[0]):
                roles.setdefault(word, "")
                roles[word] = roles[word] or _role(each.role, roles)
    return [replace(each, role=_role(each.role, roles) or _alone(each.role)) for each in known]


def _role(typed: str, roles: Mapping[str, str]) -> str:
    """Return a role as it was meant, `roles` being those of the others, by name; "" where it is not known yet."""
    kin, owner = _kin(typed)
    told = role_named(typed)
    if told or not kin:
        return told or _capitalised(typed)
    return to_child(roles.get(owner) or role_named(owner), kin)


def _alone(typed: str) -> str:
    """Return the role for words about kin of somebody who is not on the list: as of the child."""
    kin, _ = _kin(typed)
    return (kin and to_child(CHILD, kin)) or _capitalised(typed)


def _kin(typed: str) -> tuple[Kin | None, str]:
    """Return the kin in `Ewa's brother`, `brother of Ewa`, and whose."""
    match = _THEIRS.fullmatch(typed) or _OF.fullmatch(typed)
    return (kin_of(match), match["owner"]) if match else (None, "")


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]
