"""Log-ins and file names made of a known person's name: `hbyrne2`, `byrneh`, `BYRNE_Hanna_v3.docx`, `overviewHanna`.

Log-ins are looked up in a table of the ways in which systems make them; file names are taken apart at their joints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.roll import Roll, call
from redactor.findings.passes.spread import plain
from redactor.findings.patterns import UPPER

_TOKEN = re.compile(r"(?<![\w.@-])[^\W\d_][\w.-]*[^\W_](?![\w@])")
_JOINTS = re.compile(r"[._-]")
_FIGURES = re.compile(r"\d{1,4}$")
_LOGGED_IN = re.compile(
    r"(?i:\b(?:log-?in|log-?on|user ?name|user ?id|user|account|author|owner|creator|(?:last )?(?:saved|modified|created|printed|edited|typed|scanned|uploaded|updated|entered) (?:by|for))\b[: =\"\u201c]{1,3}|[\\/](?:home|users|profiles)[\\/])$"
)
_SHORTEST = 5  # a shorter log-in is looked for only after a word that announces one
_JOINED = re.compile(r"(?<![\w@-])(?=[\w.-]*(?:[_\\/.-]|[a-z][A-Z]))[^\W_][\w-]*(?:\.[\w-]+)*(?!\w)")
_PIECE = re.compile(rf"[{UPPER}](?=[{UPPER}][^\W\d_{UPPER}])|[{UPPER}]?[^\W\d_{UPPER}]+|[{UPPER}]+|\d+")
_FEWEST_LETTERS = 3
_DOCUMENT = re.compile(
    r"\.(?:docx?|pdf|rtf|odt|xlsx?|pptx?|txt|msg|eml|csv|vsdx?|tiff?|jpe?g|png|m4a|mp[34]|zip)$",
    re.IGNORECASE,
)
_INITIALS = re.compile(rf"(?<=[_ .-])[{UPPER}]{{2,3}}(?=[_ .-])")


def spread_logins(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return log-ins and parts of file names that are made of the names of people in `findings`."""
    roll = call(findings, text)
    cover = Cover(findings)
    found = [
        *_logins(text, _made_of(roll)),
        *_in_file_names(text, roll),
        *_initials_in_file_names(text, roll),
    ]
    return [finding for finding in found if not cover.holds(finding.start, finding.end)]


def _made_of(roll: Roll) -> dict[str, str]:
    """Return the log-ins that systems make of the names on the roll, without joints, each with the whole name."""
    made: dict[str, str] = {}
    for first, last in sorted(roll.pairs):
        whole = roll.lasts.get(last, "")
        for surname in dict.fromkeys((last, *last.split("-"))):
            first_letters, surname_letters = re.sub(r"\W", "", first), re.sub(r"\W", "", surname)
            for login in (
                first_letters[0] + surname_letters,
                surname_letters + first_letters[0],
                first_letters + surname_letters,
                surname_letters + first_letters,
                first_letters + surname_letters[0],
            ):
                made.setdefault(login, whole)
    for last, letters in roll.given.items():
        for letter in letters:
            made.setdefault(letter.lower() + re.sub(r"\W", "", last), roll.lasts[last])
    return made


def _logins(text: str, made: dict[str, str]) -> Iterator[Finding]:
    for match in _TOKEN.finditer(text):
        word = match.group()
        bare = plain(_JOINTS.sub("", _FIGURES.sub("", word)))
        if bare not in made or (is_ordinary(bare) and not re.search(r"[\d._]", word)):
            continue
        announced = _LOGGED_IN.search(text[max(0, match.start() - 30) : match.start()])
        if announced or (len(bare) >= _SHORTEST and not _written_as_name(word)):
            because = f"A log-in made of the name {made[bare]}"
            yield Finding(*match.span(), "PERSON", 0.8, "logins", because)


def _written_as_name(word: str) -> bool:
    """Return whether a word has a capital at its head only, as a name in a sentence has; those are found elsewhere."""
    return word.istitle() and word.isalpha()


def _in_file_names(text: str, roll: Roll) -> Iterator[Finding]:
    """Yield the names inside words with joints or humps: `Byrne_Hanna`, `overviewHanna`, `HByrne_photo_004`."""
    names = {
        name: whole for name, whole in {**roll.firsts, **roll.lasts}.items() if len(name) >= _FEWEST_LETTERS
    }
    halves = {
        half: whole
        for name, whole in names.items()
        for half in name.split("-")
        if len(half) > _FEWEST_LETTERS
    }
    known = {**halves, **names}
    for match in _JOINED.finditer(text):
        pieces = list(_PIECE.finditer(text, *match.span()))
        if len(pieces) < 2:
            continue
        named = [_named(piece.group(), known) for piece in pieces]
        if not any(named) or _only_a_word(pieces, named):
            continue
        yield from _runs(text, pieces, named)


def _initials_in_file_names(text: str, roll: Roll) -> Iterator[Finding]:
    """Yield the initials of known people in names of documents: `overview_v6_HB_tracked.doc`, `v0.9_HB_KO.docx`."""
    for match in _JOINED.finditer(text):
        if not _DOCUMENT.search(match.group()):
            continue
        for letters in _INITIALS.finditer(text, *match.span()):
            small = letters.group().lower()
            if letters.group() in roll.initials and small not in lower("abbreviations") | lower("not_names"):
                because = f"Initials of {roll.initials[letters.group()]}, in the name of a file"
                yield Finding(*letters.span(), "PERSON", 0.6, "logins", because)


def _named(piece: str, known: dict[str, str]) -> str:
    bare = plain(piece)
    return "" if bare in lower("not_names") else known.get(bare, "")


def _only_a_word(pieces: Sequence[re.Match[str]], named: Sequence[str]) -> bool:
    """Return whether the only name in a word is an ordinary word: `no-hope`, `price-list`."""
    found = {piece.group() for piece, name in zip(pieces, named, strict=True) if name}
    return len(found) == 1 and all(is_ordinary(piece) for piece in found)


def _runs(text: str, pieces: Sequence[re.Match[str]], named: Sequence[str]) -> Iterator[Finding]:
    """Yield each name among the pieces, with the names and the initial that stand right beside it."""
    index = 0
    while index < len(pieces):
        if not named[index]:
            index += 1
            continue
        first = last = index
        while last + 1 < len(pieces) and named[last + 1]:
            last += 1
        if first and _initial(text, pieces[first - 1], pieces[first]):
            first -= 1
        if last + 1 < len(pieces) and _initial(text, pieces[last + 1], None):
            last += 1
        because = f"{named[index]}, in the name of a file or a log-in"
        yield Finding(pieces[first].start(), pieces[last].end(), "PERSON", 0.75, "logins", because)
        index = last + 1


def _initial(text: str, piece: re.Match[str], following: re.Match[str] | None) -> bool:
    """Return whether a piece is a single letter that belongs to the name beside it: `HByrne`, `byrne_h`."""
    if len(piece.group()) != 1 or not piece.group().isalpha():
        return False
    gap = text[piece.end() : following.start()] if following else text[piece.start() - 1 : piece.start()]
    return gap in ("", "_", ".", "-") or gap.isalnum()
