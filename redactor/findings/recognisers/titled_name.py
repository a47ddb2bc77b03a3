"""Names after a title, a rank or a role: Ms X, PC Y, SW Z, `social worker Ann Lee`, `signed: A. Lee`."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.lists import is_nobody, lower
from redactor.findings.patterns import CAPITALISED, UPPER

FINDS = (
    "Ms «Okafor» said",
    "Dr «Inês Carvalho»'s letter",
    "PC «Marsh» came",
    "told SW «Jones» that",
    "Mother (Ms «T».)",
    "DC «Autumn Frost» of",
    "Mr and Mrs «van der Berg»",
    "Nurse «Dragomir»",
    "HV1 («Ruth Penrose»)",
    "Mrs «O’Hara-Finch» and",
    "social worker «Neil Garrick» was",
    "Revd «Joy Marlow»",
    "DI «K. Osei»",
    "Sister «Bea» prayed",
    "Auntie «Bev» came",
    "Ms «Ng»'s cover",
    "Mr «Bishop» and",
    "Uncle «Seven» said",
    "Mr «So» and",
    "Ms «Child»'s team to report",
    "Mr «Speaker» and",
    "Dr «Thu Pham» in",
)
IGNORES = (
    "Dr to be named",
    "Mr and Mrs",
    "PC and DC",
    "Nurse Manager told",
    "the SW Team met",
    "Dr 12",
    "Sister Act",
    "EWO: Education Welfare Officer",
)

_TITLE = (
    r"(?:Mrs|Mr|Ms|Miss|Mx|Master|Dr|DR|MR|MRS|MS|MISS|Doctor|Prof|Professor|Sir|Dame|Lady|Revd|Rev|Reverend|Fr|Father|Pastor|Imam|Rabbi|Sheikh|Giani|Canon|Deacon|Bishop"
    r"|Judge|HHJ|Recorder|Sister|Nurse|Matron|Midwife|Staff Nurse|Health Visitor|Social Worker|Councillor|Cllr|Nan|Nana|Nanny|Grandma|Granny|Gran|Nain|Taid"
    r"|Aunt|Auntie|Aunty|Uncle|Grandad|Granddad|Babcia|Dziadek|Mama|Papa|Baba|Bibi|Chacha|Cousin"
    r"|PC|WPC|DC|WDC|TDC|PS|DS|Sgt|Sergeant|Insp|Inspector|DI|DCI|DSU|Det|PCSO|CSO|Constable|Detective|Superintendent|Supt|Chief|Officer"
    r"|SW|HV|SSW|ASW|EWO|FSW|FNP|SENCo|SENCO|YOT|IRO|IDVA|GP|Ms\.|Mr\.|Mrs\.|Dr\.|Prof\.|Rev\.|Sgt\.|née|nee|née:)"
)
_ROLE = (
    r"(?:social worker|health visitor|school nurse|midwife|headteacher|head teacher|teacher|team manager|support worker|family worker|key worker"
    r"|keyworker|foster carer|childminder|consultant|paediatrician|constable|officer|solicitor|guardian|chair|author|reviewer|manager|neighbour|interpreter"
    r"|mother|father|sister|brother|partner|husband|wife|uncle|aunt|cousin|grandmother|grandfather|stepfather|stepmother|friend|boyfriend|girlfriend|nurse|doctor)"
)
_PARTICLE = r"(?:van|von|de|der|den|da|dos|di|del|la|le|al|el|bin|binti|ibn|ap|ab|Al|El|St|Mc|Mac)"
_NAME = rf"(?:(?:[{UPPER}]\.? ?){{0,3}}(?:{_PARTICLE}[ -]){{0,2}}{CAPITALISED}(?: (?:(?:{_PARTICLE} ){{0,2}}{CAPITALISED})){{0,3}}|(?:[{UPPER}]\.? ?){{1,3}}(?![\w]))"
_TITLED = re.compile(rf"\b{_TITLE}\.? (?:(?:and|&) {_TITLE}\.? )?(?P<it>{_NAME})")
_CODED = re.compile(
    rf"\b(?:SW|HV|GP|PC|FSW|EWO|FNP|SN|MW|TM|IRO|DC|CP|RN|HO|Social [Ww]orker|Health [Vv]isitor|Midwife|Nurse|Teacher|Officer|Manager|Worker) ?\d{{0,2}}"
    rf" ?[(:=|] ?\(?(?P<it>{CAPITALISED}(?: {CAPITALISED}){{1,2}})\b"
)
_ROLED = re.compile(rf"\b{_ROLE},? (?P<it>{CAPITALISED}(?: {CAPITALISED}){{0,2}})(?=[\s,.;:)'\u2019]|$)")
_COURTESY = re.compile(r"(?:Mrs?|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame)\b")
_KIN = re.compile(r"(?:Aunt|Auntie|Aunty|Uncle|Cousin|Sister|Brother) ")
_NUMBERS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))  # Uncle Seven
_END = re.compile(r"['\u2019]s$|['\u2019]$")


def find(text: str) -> Iterator[Finding]:
    """Yield names that follow a title or a role."""
    for match in _TITLED.finditer(text):
        title = match.group()[: match.start("it") - match.start()].strip(" .")
        yield from _name(text, match, 0.95, f"A title before it: {title}")
    for match in _CODED.finditer(text):
        yield from _name(text, match, 0.9, "Stands after a code for a professional")
    for match in _ROLED.finditer(text):
        yield from _name(text, match, 0.6, "A word for a role before it")


def _may_be_surname(word: str, name: str) -> bool:
    """Return whether a listed word is a surname after Mr or Ms: a short one, or one that stands alone."""
    return word.istitle() and (len(word) < 4 or word == _END.sub("", name))


def _name(text: str, match: "re.Match[str]", score: float, because: str) -> Iterator[Finding]:
    """Yield the name without the possessive, cut before the first word that is part of a job's or a body's name."""
    start, end = match.span("it")
    for word in re.finditer(r"\S+", match["it"]):
        plain = _END.sub("", word.group())
        letter = len(plain.strip(".")) == 1
        courtesy = _COURTESY.match(match.group()) and not word.start() and _may_be_surname(plain, match["it"])
        counted = bool(_KIN.match(match.group()) and plain == match["it"] and plain.lower() in _NUMBERS)
        if is_nobody(plain.strip(".")) and not (letter or courtesy or counted):
            end = start + word.start()
            break
        if plain != word.group():
            end = start + word.start() + len(plain)
            break
    end = start + len(text[start:end].rstrip())
    words = [word.lower() for word in text[start:end].split()]
    if len(words) > 1 and all(word in lower("general_words") for word in words):
        return
    if end > start:
        yield Finding(start, end, "PERSON", score, "", because)
