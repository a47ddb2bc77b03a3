"""Researchers and works by the form of a citation: `Smith & Jones (2011: 14)`, `research by Smith`, lists of references."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from redactor.findings.lists import lower, nicknames, words
from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER

Span = tuple[int, int]

_INITIALS = rf"(?:,? (?:[{UPPER}]\. ?(?:-?[{UPPER}]\. ?)*|[{UPPER}]{{1,3}}(?=[ ,(&;])))"
_AUTHOR = rf"(?:(?:van|von|de|der|la|le) )*{CAPITALISED}(?:[ -]{CAPITALISED})?{_INITIALS}?"
_AND = r"(?:,? (?:and|&) |, |; )"
_AUTHORS = rf"{_AUTHOR}(?:{_AND}{_AUTHOR}){{0,6}}"
_MORE = r"(?:,? (?:et\.? al\.?|(?:and|&) (?:others|colleagues|associates|co-workers|(?:his|her|their) colleagues))(?!\w))"
YEAR = r"(?:1[89]|20)\d\d[a-z]?"
_PAGES = r"(?:[:,] ?(?:pp?\.? ?)?\d+(?: ?[-\u2013] ?\d+)?|, (?:chapter|ch\.|vol\.?) \d+)"
_WHEN = rf"(?:{ANY_MONTH} )?{YEAR}(?!\d){_PAGES}?(?:(?:[,;/]| and) ?{YEAR}{_PAGES}?)*"
_AGAIN = r"(?:ibid\.?|op\.? ?cit\.?|loc\.? ?cit\.?|in press|forthcoming|n\.d\.|no date|eds?\.?)"
_OWN = r"['\u2019]s?"
CITED = re.compile(
    rf"(?<!\w)(?P<who>{_AUTHORS})(?:{_MORE}(?:{_OWN})?(?:,? ?\(?{_WHEN}\)?)?"
    rf"|(?:{_OWN})?,? \((?:{_WHEN}|{_AGAIN})(?:[,:;] ?[^()\n]{{0,30}})?\)|, (?:{_WHEN}|{_AGAIN})(?=[);:])|, op\.? ?cit)"
)
_IN_BRACKETS = re.compile(  # (Hallam 2011), (see Hallam 2011; Pell & Orr 2004)
    rf"(?<=[(;] )(?P<who>{_AUTHORS}){_MORE}?,? {_WHEN}(?=[);])|(?<=\()(?:(?:see|cf\.?|e\.g\.,?|after|from) (?:also )?)?(?P<first>{_AUTHORS}){_MORE}?,? {_WHEN}(?=[);])"
)
_TOGETHER = re.compile(  # Cleaver, Unell and Aldgate 1999
    rf"(?<!\w)(?P<who>{_AUTHOR}(?:, {_AUTHOR}){{0,4}},? (?:and|&) {_AUTHOR}) {YEAR}(?!\w)"
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
_FOUND = re.compile(  # Monk and Macvarish found that, where the draft speaks of research
    rf"(?P<who>(?P<one>{CAPITALISED}) (?:and|&) (?P<two>{CAPITALISED})),? (?:(?:both|have|has|had|also|long|rightly|memorably|recently) )*"
    r"(?:(?:found|describe[ds]?|show[ns]?|showed|argued?|suggest(?:ed)?|conclude[ds]?|note[ds]?|observe[ds]?|demonstrate[ds]?|warn(?:ed)?|propose[ds]?|identif(?:y|ied)|report(?:ed)?|remind(?: us)?|call(?:ed)?(?: this| it)?)[ ,](?P<what>that|how|why|the|this|an?|three|four|two|five|what)\b|writing in\b)"
)
_AS_THEY = re.compile(  # as Dacosta and Whitby note, where the draft speaks of research
    rf"\b[Aa]s (?P<who>(?P<one>{CAPITALISED}) (?:and|&) (?P<two>{CAPITALISED})) (?P<what>note|argue|observe|put it|describe|suggest|show|say|write|point out|remind us|have shown|have argued)\b"
)
_RESEARCH = re.compile(
    r"\b(?:[Rr]esearch(?:ers)?|[Ll]iterature|[Ss]tud(?:y|ies)|[Ee]vidence base|[Ww]riters|[Aa]uthors|[Aa]cademics?|[Tt]heor(?:y|ists?)|[Ss]cholars?|writing in (?:19|20)\d\d)\b"
)
_WRITTEN_BY = re.compile(
    rf"\b(?:(?:re)?viewed|written|described|set out|explored|studied|argued|explained|shown|developed|proposed|documented|coined|analysed|popularised|introduced|devised|formulated|summarised|authored)(?: (?:with|in|so|as|at|most|more|very|first|best|[a-z]+ly|such) ?[a-z ]{{0,20}})? by (?:Professor |Dr |Dame |Sir |Lord |Baroness )?(?P<who>{CAPITALISED} {CAPITALISED}(?: {CAPITALISED})?(?: (?:and|&) {CAPITALISED} {CAPITALISED})?)(?:,? and (?:colleagues|others))? \({YEAR}\)"
)
_CHILD_BORN = re.compile(
    rf"\b(?P<first>{CAPITALISED}) (?P<surname>{CAPITALISED}) \({YEAR}\)"
)  # Kyle Cole (2001)
_WORK_OF = re.compile(
    rf"\b(?P<who>{CAPITALISED}){_OWN} (?:[a-z-]+ ){{0,2}}(?:report|review|inquiry|research|study|studies|model|framework|theory|hierarchy|book|article|paper|work|typology|concept|notion|phrase|approach|lens|argument|term|scale|thesis|insight|maxim|metaphor|idea|classic|definition|distinction|observation)\b"
)
_THEORY_OF = re.compile(
    rf"\b(?P<who>{_NAMES}){_OWN} (?:[a-z]+ )?(?:theor(?:y|ies)|typology|taxonomy|hierarchy of|concept of|notion of|model of|paradigm|framework for|(?:ethnographic|seminal|longitudinal|qualitative|empirical|influential|published) (?:work|research|study|studies|paper|book)|research (?:into|on|has|shows|suggests|found|and)\b|study of|studies (?:of|on)|[a-z]+ (?:cheese|wheel|triangle) model)"
)
_SAYS = re.compile(
    rf"(?P<who>{CAPITALISED}),? (?:(?:would|might) (?:say|call|argue|add|put|ask|recognise)|argue[sd]|puts it|has (?:shown|argued|written))\b|\bas (?P<as>{CAPITALISED}) (?:says|writes|argues|put|reminds)\b"
)
_WORK_BY = re.compile(
    rf"\b(?:[Ww]ork|[Bb]ooks?|[Pp]apers?|[Aa]rticles?|[Aa]nalysis|[Pp]rofessor|researchers?|academics?) (?:of |by |from )?(?P<who>{CAPITALISED} {CAPITALISED})"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|W?PC|DC|DS|DCI|DI|PS|PCSO|SW|HV|Sgt|Insp|Supt|Nurse|Sister|Midwife|Cllr|Councillor|Revd?|Reverend|Father|Pastor|Imam|Aunt(?:ie|y)?|Uncle|Constable|Sergeant|Inspector|Superintendent|aged?|born"
    r"|(?:[Ss]ocial |[Ss]upport |[Ff]amily |[Kk]ey)[Ww]orker|[Hh]ealth [Vv]isitor|constable|officer|nurse|midwife|teacher|manager|neighbour|mother|father|brother|sister|aunt|uncle|partner|cousin|friend|called|named|née|nee)\.? $"
)
_FIRST_BEFORE = re.compile(rf"\b({CAPITALISED}) $")
_ARGUES = re.compile(
    r"(?:['\u2019]s?)? (?:and (?:colleagues|others)|et al|would (?:say|call|argue|add|put|ask|recognise)|has (?:shown|argued|described|written)|argues|suggests|observes|concludes|warns|proposes|highlights|identifies|notes|puts it|(?:[a-z]+ )?(?:research|study|review|report|work|analysis|findings|theory|model|inquiry|book|paper)\b)"
)
_BODY = re.compile(
    r"\b(?:L?SCBs?|LSCP|SCP|ACPC|Board|Council|Partnership|Department|Government|Office|Trust|Police|Ofsted|CQC|Committee|Commission)\b"
)
_BODIES = frozenset(["Ofsted", "Council", "Police", "Cafcass", "Board", "Barnardo"])
_MONTH_LAST = re.compile(rf"(?:, |^){ANY_MONTH}$")  # Ash Academy, July 2022
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


def citations(text: str, people: Iterable[Span] = ()) -> Cited:
    """Return the citations in `text`, where `people` are public people by their whole names."""
    spans: list[Span] = []
    cited: set[str] = set()
    for start, end, who in _citing(text):
        spans.append((start, end))
        if not _BODY.search(who):
            cited.update(_OWNED.sub("", name) for name in re.findall(CAPITALISED, who))
    cited |= {text[start:end].split()[-1] for start, end in people}
    listed = _known_surnames()
    cited |= {match["who"] for match in _WORK_OF.finditer(text) if match["who"] in listed}
    cited |= {
        match["who"] or match["as"]
        for match in _SAYS.finditer(text)
        if (match["who"] or match["as"]) in listed
    }
    surnames = frozenset(
        name
        for name in cited
        if (len(name) > 3 or (len(name) > 2 and name in listed)) and name.lower() not in _NO_AUTHORS
    )
    spans.extend(_standing_alone(text, surnames))
    spans.extend(
        match.span("who") for match in _WORK_BY.finditer(text) if match["who"].split()[-1] in surnames
    )
    return Cited(tuple(spans), surnames)


def _citing(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, the authors) of every wording that has the form of a citation."""
    children = {match["surname"] for match in _CHILD_BORN.finditer(text) if given(match["first"])}
    children -= {match["who"].split()[-1] for match in _WRITTEN_BY.finditer(text)} | set(
        words("public_people")
    )
    for pattern in (CITED, _IN_BRACKETS, _TOGETHER):
        for match in pattern.finditer(text):
            group = "who" if match["who"] else "first"
            start = match.start(group)
            if titled(text, start) or not _like_authors(match[group], match.group()):
                continue
            if match[group] not in children:
                yield start, match.end(), match[group]
    known = _known_surnames()
    for match in _ARGUE.finditer(text):
        if match["who"].split()[-1] in known and not titled(text, match.start("who")):
            yield *match.span("who"), match["who"]
    for pattern in (_FOUND, _AS_THEY):
        yield from ((*m.span("who"), m["who"]) for m in pattern.finditer(text) if _cites(m, text))
    for pattern in (_BY, _WRITES, _THEORY_OF, _WRITTEN_BY):
        for match in pattern.finditer(text):
            if not titled(text, match.start("who")):
                yield *match.span("who"), match["who"]


def _cites(match: "re.Match[str]", text: str) -> bool:
    """Return whether two surnames that found something are researchers: near talk of research, and only there."""
    names = (match["one"], match["two"])
    if titled(text, match.start("who")) or any(given(name) or name in _BODIES for name in names):
        return False
    if set(names) & _known_surnames() and match["what"] in ("that", "how", "why"):
        return True
    around = text[max(0, match.start() - 300) : match.end() + 150]
    return _RESEARCH.search(around) is not None and all(
        len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text)) == 1 for name in names
    )


@cache
def _known_surnames() -> frozenset[str]:
    """Return the surnames that the list holds by themselves, as those of researchers."""
    return frozenset(person for person in words("public_people") if " " not in person)


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
    if _MONTH_LAST.search(who) or (len(parts) > 1 and parts[-1].lower() in lower("organisation_heads")):
        return False
    if re.search(_MORE, whole) and re.search(YEAR, whole):
        return True
    listed = lower("public_people")
    if re.search(rf"\(?{ANY_MONTH} {YEAR}", whole) and not several and parts[-1].lower() not in listed:
        return False
    alone = [part for part in parts if len(part) > 1 and part not in ("and", "van", "de", "von", "der")]
    if several and re.search(rf"[{UPPER}]\.", who):
        return True
    return who.lower() in listed or not (
        alone and (given(alone[0]) if not several else all(map(given, alone)))
    )
