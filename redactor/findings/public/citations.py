"""Researchers and works by the form of a citation: `Smith & Jones (2011: 14)`, `research by Smith`, lists of references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.findings.lists import lower, nicknames, words
from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER

Span = tuple[int, int]

_INITIALS = rf"(?:,? (?:[{UPPER}]\. ?(?:-?[{UPPER}]\. ?)*|[{UPPER}]{{1,3}}(?=[ ,(&;])))"
_AUTHOR = rf"(?:(?:van|von|de|der|la|le) )*{CAPITALISED}(?:[ -]{CAPITALISED})?{_INITIALS}?"
_AND = r"(?:,? (?:and|&) |, |; )"
_AUTHORS = rf"{_AUTHOR}(?:{_AND}{_AUTHOR}){{0,6}}"
_MORE = r"(?:,? (?:et\.? al\.?|(?:and|&) (?:others|colleagues|associates|co-workers|(?:his|her|their) colleagues))(?!\w))"
_YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_PAGES = r"(?:[:,] ?(?:pp?\.? ?)?\d+(?: ?[-\u2013] ?\d+)?|, (?:chapter|ch\.|vol\.?) \d+)"
_WHEN = rf"(?:{ANY_MONTH} )?{_YEAR}{_PAGES}?(?:(?:[,;/]| and) ?{_YEAR}{_PAGES}?)*"
_AGAIN = r"(?:ibid\.?|op\.? ?cit\.?|loc\.? ?cit\.?|in press|forthcoming|n\.d\.|no date|eds?\.?)"
_OWN = r"['\u2019]s?"
_CITED = re.compile(
    rf"(?<!\w)(?P<who>{_AUTHORS})(?:{_MORE}(?:{_OWN})?(?:,? ?\(?{_WHEN}\)?)?"
    rf"|(?:{_OWN})?,? \((?:{_WHEN}|{_AGAIN})(?:[,:;] ?[^()\n]{{0,30}})?\)|, (?:{_WHEN}|{_AGAIN})(?=[);:])|, op\.? ?cit)"
)
_IN_BRACKETS = re.compile(  # (Hallam 2011), (see Hallam 2011; Pell & Orr 2004)
    rf"(?<=[(;] )(?P<who>{_AUTHORS}){_MORE}?,? {_WHEN}(?=[);])|(?<=\()(?:(?:see|cf\.?|e\.g\.,?|after|from) (?:also )?)?(?P<first>{_AUTHORS}){_MORE}?,? {_WHEN}(?=[);])"
)
_TOGETHER = re.compile(  # Cleaver, Unell and Aldgate 1999
    rf"(?<!\w)(?P<who>{_AUTHOR}(?:, {_AUTHOR}){{0,4}},? (?:and|&) {_AUTHOR}) {_YEAR}(?!\w)"
)
_NAMES = rf"{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?:(?:, | and | & ){CAPITALISED}(?: {CAPITALISED})?){{0,3}}"
_BY = re.compile(
    rf"\b(?:(?:[Rr]esearch|[Ss]tud(?:y|ies)|[Ll]iterature review|[Mm]eta-analysis|[Ss]eminal (?:work|paper))(?: [a-z]+)? by|[Tt]heor(?:y|ies) of|[Tt]ypology of)"
    rf" (?:[Pp]rofessors? |Sir |Dame )?(?P<who>{_NAMES})"
)
_WRITES = re.compile(
    rf"(?P<who>{CAPITALISED} {CAPITALISED}(?:(?:,| and) {CAPITALISED} {CAPITALISED}){{0,3}}),? (?:whose|in (?:his|her|their)) (?:[a-z-]+ ){{0,2}}(?:articles?|books?|research|stud(?:y|ies)|papers?|writing|seminal work|thesis)\b"
)
_ARGUE = re.compile(  # Howe and Horwath describe
    rf"(?P<who>{CAPITALISED}(?: {CAPITALISED})? (?:and|&) {CAPITALISED}(?: {CAPITALISED})?) (?:both )?(?:describe|argue|suggest|write|call|warn|observe|identify|remind|propose|conclude|discuss|highlight|term|define|distinguish|point out|remark)\b"
)
_WORK_OF = re.compile(
    rf"\b(?P<who>{CAPITALISED}){_OWN} (?:[a-z]+ )?(?:report|review|inquiry|research|study|studies|model|framework|theory|hierarchy|book|article|paper|work|typology|concept|notion|phrase)\b"
)
_THEORY_OF = re.compile(
    rf"\b(?P<who>{_NAMES}){_OWN} (?:[a-z]+ )?(?:theor(?:y|ies)|typology|taxonomy|hierarchy of|concept of|notion of|model of|paradigm|framework for|(?:ethnographic|seminal|longitudinal|qualitative|empirical|influential|published) (?:work|research|study|studies|paper|book)|research (?:into|on|has|shows|suggests|found|and)\b|study of|studies (?:of|on)|[a-z]+ (?:cheese|wheel|triangle) model)"
)
_WORK_BY = re.compile(
    rf"\b(?:[Ww]ork|[Bb]ooks?|[Pp]apers?|[Aa]rticles?|[Aa]nalysis|[Pp]rofessor|researchers?|academics?) (?:of |by |from )?(?P<who>{CAPITALISED} {CAPITALISED})"
)
_REFERENCES = re.compile(
    r"(?i)\b(?:references?|bibliography|further reading|(?:suggested |recommended )?reading(?: list)?|works (?:cited|consulted)|literature(?: cited)?|publications(?: (?:cited|referred to|consulted).*)?|list of references)\b"
)
_NOTES = re.compile(
    r"(?i)\b(?:end ?notes|foot ?notes|notes|sources(?: (?:cited|consulted))?|citations|(?:research|guidance|legislation|law|documents)(?:,? (?:and|research|guidance|legislation|law|policy))*(?: (?:cited|consulted|referred to.*))?)\b"
)
_HEADING = re.compile(
    r"(?i)\s*(?:(?:appendix|annex|section|chapter|part)?\s*[\dA-Z]{0,4}(?:\.\d+)*\s*[.:)\u2013-]?\s+)?(?:[a-z,&]+ ){0,4}?(?P<what>[a-z][a-z ,&]{3,60}?)\s*:?\s*"
)
_BULLET = r"\s*(?:[-*\u2022]\s*)?(?:\[?\d{1,3}[\].)]?\s+)?"
_REFERENCE_LINE = re.compile(
    rf"{_BULLET}{CAPITALISED}(?:[ -]{CAPITALISED})?(?:, (?:[{UPPER}]\.)| [{UPPER}]{{1,3}}(?:,|;| \((?=[12])| and| &)).{{0,160}}?\(?{_YEAR}\)?"
)
_LISTED_LINE = re.compile(rf"{_BULLET}['\u2018\"\u201c]?[{UPPER}].{{0,200}}?(?<![/\w]){_YEAR}(?!\w)")
_OF_THE_CASE = re.compile(
    rf"(?<!accessed )(?<!retrieved )(?<!viewed )(?<!accessed on )\b\d{{1,2}}(?:st|nd|rd|th)? {ANY_MONTH}\b|\d{{1,2}}[/.]\d{{1,2}}[/.]\d\d|\b(?:Mr|Mrs|Ms|Miss|DC|PC|SW|HV)\.? [{UPPER}]|\|"
)
_NOTE_LINE = re.compile(r"\s*\[?\d{0,3}\]?\s*(?:[Ii]bid|[Oo]p\.? cit|IBID)|\s*\[\d{1,3}\]\s")
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|W?PC|DC|DS|DCI|DI|PS|PCSO|SW|HV|Sgt|Insp|Supt|Nurse|Sister|Midwife|Cllr|Councillor|Revd?|Reverend|Father|Pastor|Imam|Aunt(?:ie|y)?|Uncle|Constable|Sergeant|Inspector|Superintendent|aged?|born"
    r"|(?:[Ss]ocial |[Ss]upport |[Ff]amily |[Kk]ey)[Ww]orker|[Hh]ealth [Vv]isitor|constable|officer|nurse|midwife|teacher|manager|neighbour|mother|father|brother|sister|aunt|uncle|partner|cousin|friend|called|named|née|nee)\.? $"
)
_FIRST_BEFORE = re.compile(rf"\b({CAPITALISED}) $")
_ARGUES = re.compile(
    r"(?:['\u2019]s?)? (?:and (?:colleagues|others)|et al|argues|suggests|observes|concludes|warns|proposes|highlights|identifies|notes|puts it|(?:[a-z]+ )?(?:research|study|review|report|work|analysis|findings|theory|model|inquiry|book|paper)\b)"
)
_BODY = re.compile(
    r"\b(?:L?SCBs?|LSCP|SCP|ACPC|Board|Council|Partnership|Department|Government|Office|Trust|Police|Ofsted|CQC|Committee|Commission)\b"
)
_OWNED = re.compile(r"['\u2019]s?$")
_NO_AUTHORS = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "and",
        "the",
        "when",
        "since",
        "during",
        "before",
        "after",
        "until",
        "from",
        "between",
        "of",
        "for",
        "to",
        "as",
        "see",
        "quoted",
        "cited",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@dataclass(frozen=True)
class Cited:
    """Where works and researchers are cited: `spans` of citations, and the surnames that the draft cites."""

    spans: tuple[Span, ...]
    surnames: frozenset[str]


def citations(text: str) -> Cited:
    """Return the citations in `text`."""
    spans: list[Span] = []
    cited: set[str] = set()
    for start, end, who in _citing(text):
        spans.append((start, end))
        if not _BODY.search(who):
            cited.update(_OWNED.sub("", name) for name in re.findall(CAPITALISED, who))
    people = words("public_people")
    cited |= {person.split()[-1] for person in people if " " in person and person in text}
    listed = {person for person in people if " " not in person}
    cited |= {match["who"] for match in _WORK_OF.finditer(text) if match["who"] in listed}
    known = listed | {person.split()[-1] for person in people}
    surnames = frozenset(
        name
        for name in cited
        if (len(name) > 3 or (len(name) > 2 and name in known)) and name.lower() not in _NO_AUTHORS
    )
    spans.extend(_standing_alone(text, surnames))
    spans.extend(
        match.span("who") for match in _WORK_BY.finditer(text) if match["who"].split()[-1] in surnames
    )
    return Cited(tuple(spans), surnames)


def _citing(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, the authors) of every wording that has the form of a citation."""
    for pattern in (_CITED, _IN_BRACKETS, _TOGETHER):
        for match in pattern.finditer(text):
            group = "who" if match["who"] else "first"
            start = match.start(group)
            if not titled(text, start) and _like_authors(match[group], match.group()):
                yield start, match.end(), match[group]
    known = {person.split()[-1] for person in words("public_people")}
    for match in _ARGUE.finditer(text):
        if match["who"].split()[-1] in known and not titled(text, match.start("who")):
            yield *match.span("who"), match["who"]
    for pattern in (_BY, _WRITES, _THEORY_OF):
        for match in pattern.finditer(text):
            if not titled(text, match.start("who")):
                yield *match.span("who"), match["who"]


def titled(text: str, place: int) -> bool:
    """Return whether a title of somebody private stands before `place`."""
    return _TITLE_BEFORE.search(text[max(0, place - 10) : place]) is not None


def _standing_alone(text: str, surnames: frozenset[str]) -> Iterator[Span]:
    """Yield where a cited surname stands by itself: after no title and no first name; a first name only if it argues."""
    for match in re.finditer(CAPITALISED, text):
        name = _OWNED.sub("", match.group())
        if name not in surnames or titled(text, match.start()):
            continue
        first = _FIRST_BEFORE.search(text[max(0, match.start() - 32) : match.start()])
        if first and given(first[1]):
            continue
        if not given(name) or _ARGUES.match(text, match.start() + len(name)):
            yield match.span()


def given(word: str) -> bool:
    """Return whether a word is a first name, in full or short, or a word that is one too."""
    small = word.lower()
    return any(small in lower(sex) for sex in ("men", "women", "word_names")) or small in nicknames()


def _like_authors(who: str, whole: str) -> bool:
    """Return whether the words before a year are authors rather than a body, a work, a month or somebody's first name."""
    parts = re.findall(r"\w+", who)
    several = bool(re.search(rf"[{UPPER}]\.|,| and | & |;|\b[{UPPER}]{{1,2}}\b", who))
    if parts[0].lower() in _NO_AUTHORS or (len(parts) > 2 and not several):
        return False
    if re.search(_MORE, whole) and re.search(_YEAR, whole):
        return True
    listed = lower("public_people")
    if re.search(rf"\(?{ANY_MONTH} {_YEAR}", whole) and not several and parts[-1].lower() not in listed:
        return False
    alone = [part for part in parts if len(part) > 1 and part not in ("and", "van", "de", "von", "der")]
    if several and re.search(rf"[{UPPER}]\.", who):
        return True
    return who.lower() in listed or not (
        alone and (given(alone[0]) if not several else all(map(given, alone)))
    )


def reference_lines(text: str) -> list[Span]:
    """Return the lines under a heading like References, and other lines that have the shape of a reference."""
    lines: list[Span] = []
    heading = ""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if not line.strip():
            continue
        opened = _opens(line)
        if opened:
            heading = opened
        elif _REFERENCE_LINE.match(line) or (heading and _belongs(line, heading)):
            lines.append(match.span())
        elif not _NOTE_LINE.match(line):
            heading = ""
    return lines


def _opens(line: str) -> str:
    """Return what kind of list a heading opens: `references`, `notes`, or nothing."""
    heading = _HEADING.fullmatch(line) if len(line) < 90 else None
    if not heading or re.search(_YEAR, line):
        return ""
    if _REFERENCES.search(line):
        return "references"
    return "notes" if _NOTES.fullmatch(heading["what"].strip()) else ""


def _belongs(line: str, heading: str) -> bool:
    """Return whether a line under such a heading is one of its references."""
    if _OF_THE_CASE.search(line):
        return bool(_CITED.search(line))
    return bool(_LISTED_LINE.match(line) if heading == "references" else _CITED.search(line))
