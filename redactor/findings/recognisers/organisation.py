"""Local organisations, by the word that says what they are: `Beck Lane Surgery`, `HMP X`, `London Borough of X`."""

import re
from collections.abc import Iterator
from functools import cache

from redactor.findings.finding import Finding
from redactor.findings.lists import alternatives, lower, words
from redactor.findings.patterns import CAPITALISED, led, matches

FINDS = (
    "at «Beck Lane Surgery» on",
    "«North Vale Safeguarding Children Board» agreed",
    "«St Aidan's Primary School», where",
    "in «HMP Cold Fell».",
    "the «London Borough of Eastmere» had",
    "«Ysgol Gynradd Aberwern»",
    "«Otterburn and Vale NHS Foundation Trust»",
    "«NHS Otterburn CCG»",
    "«Otterburn Crown Court»",
    "«OTTERBURN SAFEGUARDING CHILDREN PARTNERSHIP»",
    "«LUNE AND WYRE SAFEGUARDING CHILDREN BOARD»",
    "«Masjid al-Taqwa»",
    "on «Kestrel Ward» at",
    "«Our Lady of Sorrows»",
    "Mass at «Our Lady Star of the Sea», where",
    "The «Beacon Children's Centre» ran",
    "«Fellside Police» came",
    "«Moorside Women's Aid»",
    "Ann Lee of the «Otterburn Children's Centre» said",
    "at «The Anvil Centre»",
    "works for «Otterburn Cash and Carry»",
    "at «St Aidan's C of E Primary School» in",
    "Found by «Fellside Police» at",
    "«OTTERBURN AND THE FELLS SAFEGUARDING CHILDREN BOARD»",
    "of the «Fell Somali Women's Group», who",
    "She is at «St Oswin's». Her",
    "starts at «The Smithy», two hours",
    "«Fell, Vale and Tarn Child Death Overview Panel»",
    "REAR OF «LEE AND SONS GARAGE»",
    "«LONDON BOROUGH OF LEE COUNCIL»",
    "at «Fellside Girls' High» in",
    "at «Sister Dora General Hospital» that",
    "«Three Rivers Housing Association» served",
    "known at «New Mercy Tabernacle», raised",
    "a contract with «Deeley's Cars». The",
    "from «Patel's Mini Market» on",
    "a member of «Otley Pentecostal» in",
)
IGNORES = (
    "the Children's Centre was",
    "Crown Prosecution Service",
    "the Local Safeguarding Children Board",
    "Serious Case Review Panel",
    "Children's Social Care Team",
    "The School said",
    "Youth Offending Service",
    "The Police were",
    "a Primary School",
    "the Health Visiting Service",
    "PC Church said",
    "Mr Ward came",
    "Ms Church",
    "FC-1120",
    "on St David's Day",
    "in The Lancet, and",
    "along St Mary's Road",
    "sent to The Board, which",
    "THE CHILDREN BOARD",
    "in The Times, as",
    "at The Hague.",
    "Refuge and Women's Aid run",
    "Three Primary School pupils",
    "0324 FIRE REQ POLICE",
    "AMB REQ POLICE. TOURING",
    "A Baptist said",
    "the New School said",
)

_HEAD = re.compile(
    rf"\b(?:{alternatives('organisation_heads')})\b(?!['\u2019]s [A-Z]|-\w)|\b(?:{'|'.join(sorted((h.upper() for h in ('Safeguarding Children Board', 'Safeguarding Children Partnership', 'Safeguarding Board', 'School', 'Hospital', 'Council', 'Police', 'Surgery', 'Academy', 'Garage', 'Hotel', 'Nursery', 'Church', 'Foundation Trust', 'Health Board')), key=len, reverse=True))})\b"
)
_FIRST = re.compile(
    rf"\b(?:HMP(?: ?[&/] ?(?:HM)?YOI)?|HMYOI|YOI|HM Prison|Ysgol(?: Gynradd| Gyfun| Uwchradd)?|Masjid|Capel|Eglwys|Jamia|Gurdwara|Shri|Sri|Diocese of|Archdiocese of"
    rf"|(?:London|Royal|Metropolitan) Borough of|University of|City of|County of|Church of|Our Lady|Parish of|Bishop of|Meddygfa|Canolfan|Cyngor"
    rf"|Kingdom Hall of Jehovah['\u2019]s Witnesses,|Family Court at|Crown Court at|County Court at|Bwrdd Iechyd|Scoil|Gaelscoil|Coláiste)"
    rf"(?: (?:{CAPITALISED}|al-\w+|of|the|and|y|yr))*(?: {CAPITALISED}| al-\w+)"
)
_SAINT = re.compile(
    rf"\bSt\.? {CAPITALISED}(?<=['\u2019]s)(?! (?:Day|Eve|Road|Street|Lane|Avenue|Close|Way|Terrace|Hill|Square|Place|Crescent|Drive|Gardens|Court|Cross)\b)"
)
_THE = re.compile(
    rf"(?<=[a-z,;:(]) (?:at|to|from|near|outside|of|in|opposite|behind|called|visit|visited|left|attends?|attended|home,|school,|placement,|unit,) ?(?P<it>The {CAPITALISED}(?: {CAPITALISED})?)(?=[,.;:)\n]|['\u2019]s\b|$| (?:and|on|for|in|at|two|where|when|who|was|is|had)\b)"
)
_PUBLIC_THE = frozenset(
    [
        "hague",
        "times",
        "guardian",
        "sun",
        "mirror",
        "lancet",
        "telegraph",
        "independent",
        "observer",
        "netherlands",
        "gambia",
        "bahamas",
        "queen",
        "king",
        "crown",
        "law",
        "internet",
        "prince",
        "princess",
        "duke",
        "lord",
        "lady",
        "sunday",
        "daily",
        "economist",
        "conversation",
        "samaritans",
    ]
)
_LINK = ("of", "and", "the", "&", "on", "upon", "in", "for", "le", "under", "with", "y", "yr")
_OF_AFTER = (
    "C",
    "University",
    "Borough",
    "City",
    "County",
    "Church",
    "Diocese",
    "School",
    "College",
    "Academy",
    "Council",
    "Lady",
    "Heart",
    "Sisters",
)
_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LOGGED = (
    "REQ",
    "REQS",
    "REQUEST",
    "REQUESTED",
    "REQUESTING",
    "CALL",
    "CALLS",
    "CALLED",
    "RANG",
    "INFORM",
    "INFORMED",
    "TELL",
    "TOLD",
    "AWAIT",
    "AWAITING",
    "NO",
    "VIA",
)
_OF_IN_CAPITALS = re.compile(r"\b(?:BOROUGH|CITY|COUNTY|UNIVERSITY|DIOCESE|COUNCIL) $")
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\"\u201c\u2018'/|]))([^\s(\"\u201c/|]+)[ ]$")
_CAPITALISED = re.compile(rf"(?:{CAPITALISED}|St\.|al-\w+|NHS|[A-Z]\.)(?:['\u2019]s?)?")


def find(text: str) -> Iterator[Finding]:
    """Yield local organisations."""
    for match in led(_HEAD, text, _first_words()):
        start = _beginning(text, match.start())
        if start < match.start() and _says_which(text[start : match.start()]):
            because = f"The name of a local body: {re.sub(r'[^ -~]', '', match.group())}"
            yield Finding(
                start,
                match.end(),
                "ORG",
                0.7 if _may_be_surname(text[start : match.end()]) else 0.85,
                "",
                because,
            )
    yield from matches(_SAINT, text, "ORG", 0.7, "Called after a saint, like a school or a church")
    for finding in matches(_THE, text, "ORG", 0.65, "A name that begins with The"):
        said = re.findall(r"[^\W_]+", text[finding.start : finding.end].lower())[1:]
        strangers = lower("general_words") | lower("not_names") | lower("openings") | _PUBLIC_THE
        if said and not all(word in strangers for word in said) and said[0] not in _PUBLIC_THE:
            yield finding
    for match in _FIRST.finditer(text):
        yield Finding(*match.span(), "ORG", 0.85, "", "The name of a local body")


@cache
def _first_words() -> frozenset[str]:
    """Return the first word of every head, in small letters."""
    return frozenset(re.split(r"[^\w]", head.lower(), maxsplit=1)[0] for head in words("organisation_heads"))


def _may_be_surname(name: str) -> bool:
    """Return whether a body's name of two words may as well be a person's: Ann Ward, Ann Church."""
    parts = name.split()
    return len(parts) == 2 and parts[1] in (
        "Church",
        "Ward",
        "Temple",
        "Chapel",
        "Homes",
        "Garage",
        "Arms",
        "Police",
        "Primary",
        "Stores",
        "College",
    )


def _beginning(text: str, head: int) -> int:
    """Return where the name begins whose head word stands at `head`: capitalised words and links before it."""
    capitals = text[head : head + 8].isupper()
    start = place = head
    for _ in range(9):
        word = _WORD_BEFORE.search(text[max(0, place - 40) : place])
        if not word:
            break
        if word.group(1).rstrip(".") in words("titles"):
            return _with_title(text, place, start, head) or _without_opening(text, start, head)
        place -= len(word.group(1)) + 1
        if capitals and not _goes_on(text, place, word.group(1)):
            break
        in_list = (
            word.group(1).endswith(",") and start < head and re.search(r" (?:and|AND) ", text[start:head])
        )
        if _CAPITALISED.fullmatch(word.group(1).rstrip(",") if in_list else word.group(1)):
            start = place
        elif word.group(1) not in _LINK or (word.group(1) == "of" and not _one_word_before(text, place)):
            break
    return _without_opening(text, start, head)


def _with_title(text: str, place: int, start: int, head: int) -> int:
    """Return where a body named after somebody with a title begins: at `Sister Dora General Hospital`; 0 for none."""
    titled = re.search(
        r"\b(?:at|to|from|in|by|attended|attends|the|called) ((?:Sister|Sir|Dame|Lady|Lord|Bishop|Canon|Father|Cardinal) )$",
        text[max(0, place - 24) : place],
    )
    many = not re.match(r"(?:Church|Ward|Temple|Chapel|Homes|Garage|Arms|Police)\b", text[head:])
    return place - len(titled[1]) if titled and many and start < head else 0


def _goes_on(text: str, place: int, word: str) -> bool:
    """Return whether a word at `place` of a name all in capitals may be part of it, and not of what stands before."""
    if word == "OF":
        return bool(_OF_IN_CAPITALS.search(text[max(0, place - 14) : place]))
    return word in ("AND", "THE") or (word.lower() not in lower("openings") and word not in _LOGGED)


def _one_word_before(text: str, place: int) -> bool:
    """Return whether `of` may be inside a name: after one capitalised word; two would be somebody who is of it."""
    words_before = text[max(0, place - 60) : place].split()[-2:]
    if not words_before:
        return False
    return not all(_CAPITALISED.fullmatch(word) for word in words_before) or words_before[-1] in _OF_AFTER


def _without_opening(text: str, start: int, head: int) -> int:
    """Leave out words that only open the sentence: The, At, When; a The within a sentence belongs to the name."""
    for word in re.finditer(r"\S+ ", text[start:head]):
        plain = word.group().strip()
        counted = plain.lower() in _NUMBERS and text[start + word.end() : head].strip().lower() not in lower(
            "general_words"
        )
        if counted and text[start + word.end() : head].strip():
            return start + word.start()
        within = plain in ("The", "New") and re.search(
            r"[a-z,|] ?$", text[max(0, start + word.start() - 3) : start + word.start()]
        )
        if within or plain.lower() not in lower("openings"):
            return start + word.start()
    return head


def _says_which(name: str) -> bool:
    """Return whether any word before the head is more than a general one (Local, Community, Children's)."""
    if re.sub(r"^(?:The|the) | (?:and|&)? *$", "", name) in words("public_bodies"):
        return False
    plain = (re.sub(r"['\u2019]s?$", "", word).lower() for word in name.split())
    return any(
        word[:1].isalpha() and word not in _LINK and word not in lower("general_words") for word in plain
    )
