"""Local bodies without a capital head word: `Weir Lane surgery`, pubs, practices, teams, branches of national charities."""

import re
from collections.abc import Iterator
from functools import cache

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower, words
from redactor.findings.patterns import CAPITALISED, any_of, led, matches

FINDS = (
    "at «Leabridge Road police station» with",
    "the «Weir Lane surgery» had",
    "from «The Laurels nursing home» in",
    "at the «Dog and Partridge» on",
    "in the «Red Lion».",
    "«Home-Start Lunedale» matched",
    "«Mind in Wexham» saw",
    "«Wexham Citizens Advice Bureau» gave",
    "the «Metropolitan Police Service» in",
    "«METROPOLITAN POLICE» log",
    "«Dr Patel and Partners» saw",
    "the «Wensley General» wrote",
    "the «East Wexham Assessment Team»",
    "«Lunedale Children's Social Care» closed",
    "the «Rowanlea Unit» at",
    "«HMP & YOI Low Newton»",
    "«HMP/YOI Peterfield»",
    "«Relate Lunedale» offered",
    "at «Denthorpe Miners' Welfare», thirty",
    "worker at «Ruth's House», Grace",
    "Unit at «March police station» reviewed",
    "stopped at «Otley Midland station» with",
    "a ward sister at the «General»; his",
    "taken to the «Infirmary» and from the «Royal», where",
    "transferred to the «Children's», then",
    "| Supt Lee | «Nenfordshire CC» | «Otley & Vale PCT» |",
    "from «Reading bus station» to",
    "at «Battle fire station»,",
    "attends the «Rainbow nursery» and",
    "from «Little Acorns nursery».",
    "the «Willows care home» had",
    "worked on the packing line at «Ormerod's», the carpet people",
    "had shifts at «Lee's Bargain Barn» and",
    "| Nursery | «Busy Bobbins»: key worker",
    "School: «Porthafren Central», Year 5",
    "his rank at «Porthafren Central» at 23.10",
    "the «Weir Street taxi rank»",
    "Employer: «Lomax Packing»;",
)
IGNORES = (
    "the police station",
    "at Jayden's school",
    "a Catholic school",
    "a Sunday school",
    "Children's Social Care Team",
    "the Duty and Assessment Team",
    "Home-Start offered",
    "Mind in the",
    "the General said",
    "the Rapid Response Team",
    "Mother and Partners",
    "a Saturday club",
    "the Fox ran",
    "their Primary school",
    "the CAMHS Team",
    "However hospital staff",
    "the Community Midwifery Team",
    "the Attorney General wrote",
    "A Polish church",
    "at Ruth's house",
    "of Hanna Lee the school had",
    "the General Manager",
    "saw Hope nursery nurse",
    "the Forest school session",
    "in the Royal family",
    "Central station was",
    "the Children's guardian",
    "told DC Lee CC",
    "the Local PCT",
    "to Police station staff",
    "the Secretary General, who",
    "worked at Mum's, and",
    "School: Not known",
    "GP: Dr Lee",
    "Nursery: Ms Lee rang",
    "School | Year 5 |",
    "to Grand Central Station",
    "works with Ann's mother",
    "School: She said",
)

_SMALL_HEAD = re.compile(
    rf"(?<![\w.'\u2019-])(?P<name>(?:[Tt]he )?{CAPITALISED} (?:(?:(?:and|of|on|the) ){{0,2}}{CAPITALISED} ){{0,3}})(?P<head>police station|nursing home|care home|children['\u2019]s home|residential home|surgery|medical practice|practice|pharmacy|primary school|junior school|infant school|high school|secondary school|special school|school|nursery|pre-school|playgroup|hostel"
    rf"|refuge|mosque|gurdwara|temple|synagogue|church|chapel|pub|social club|children['\u2019]s centre|community centre|leisure centre|health centre|medical centre|family centre|youth centre|contact centre|walk-in centre|hospital|clinic|hospice|hotel|takeaway|caf\u00e9|cafe|youth club|food ?bank|college|academy|barracks|prison|custody suite|magistrates['\u2019] court|crown court|county court|housing association|women['\u2019]s aid|coroner)\b"
)
_CREATURES = "Dog|Fox|Hare|Rose|Crown|Horse|Coach|Plough|Lamb|Swan|Lion|Bull|Bush|Eagle|Anchor|Bell|Ship|Star|Cock|Pheasant|Bear|Cat|Goose|Duck|Eagle|Hope|Sun|Angel|Dolphin|Railway|Bricklayers|Rising"
_PUB = re.compile(
    rf"\b(?:at|in|outside|from|near|behind|into|to|of|left|visited|opposite) the (?P<it>(?:{_CREATURES}) (?:and|&) (?:the )?{CAPITALISED}|(?:Red|White|Black|Golden|Green|Blue|Royal) (?:Lion|Hart|Horse|Swan|Bull|Bear|Cow|Dragon|Boar|Eagle|Bell|Oak|Ball|Ship|Fleece|Bush|Dog|Man)"
    rf"|{CAPITALISED} (?:Head|Arms|Inn|Tavern|Tap))\b(?! [A-Z])"
)
_BRANCH = re.compile(
    rf"\b(?P<it>(?:Home-Start|Homestart|HomeStart|Relate|Age UK|Age Concern|YMCA|YWCA|Mind in|Women['\u2019]s Aid in|Samaritans of|Sure Start|Citizens Advice|Kooth|Barnardo['\u2019]s) (?P<where>{CAPITALISED}(?:(?: and| &|,? the)? {CAPITALISED}){{0,3}}))"
)
_ENDS_BRANCH = re.compile(
    rf"\b(?P<it>(?P<where>(?:{CAPITALISED} (?:and )?){{1,3}})(?:Citizens['\u2019]? Advice(?: Bureau)?|CAB|Samaritans|Home-Start|Mind|Age UK|Rape Crisis|Victim Support|Relate|Foodbank|Miners['\u2019] Welfare))\b"
)
_HOUSE = re.compile(
    rf"\b(?:at|to|from|in|left|called|placed at) (?P<it>{CAPITALISED}(?<=['\u2019]s) (?:House|Place|Lodge|Haven))\b"
)
_METROPOLITAN = re.compile(
    r"\b(?:Metropolitan Police(?: Service)?|METROPOLITAN POLICE(?: SERVICE)?|Met Police)\b(?! Act)"
)
_PARTNERS = re.compile(rf"\b(?P<it>(?:Drs?\.? )?{CAPITALISED}(?:, {CAPITALISED})* (?:and|&) Partners)\b")
_GENERAL = re.compile(
    rf"\b(?:in|at|to|from|the|of|by) (?P<it>(?P<where>(?:Sister |St\.? )?{CAPITALISED}(?: {CAPITALISED})?) General)\b(?! [A-Z])"
)
_NICKNAMED = re.compile(
    r"\b(?:in|at|to|from|into|by|near|outside|inside|of) the (?P<it>General|Royal|Infirmary|Royal Infirmary|Children['\u2019]s|Women['\u2019]s|Northern|Victoria|Alexandra|Queen['\u2019]s|King['\u2019]s)(?=[,.;:)]|$| (?:and|for|on|in|when|where|who|with|at|that|until|after|before|A&E|ED)\b)(?! and [a-z]+ (?:family|social|services))"
)
_SHORT_BODY = re.compile(  # Nenshire CC, Otley & Vale PCT
    rf"(?<![\w.'\u2019-])(?P<it>(?P<where>(?:{CAPITALISED}(?: (?:and|&|of|upon|with) | )){{1,4}})(?:CC|MBC|CBC|MDC|BC|PCT|LHB|UHB|SHA|NHSFT|NHS FT|CSC|ASC|CYPS|YOT|YOS|YJS|EDT|CIC|CIO|RFC|JFC|PFC|FC))\b(?! \d)"
)
_STATION = re.compile(
    rf"(?P<it>(?:(?<=[a-z,] )|(?<=\| ))(?P<where>{CAPITALISED} (?:{CAPITALISED} )?)(?:police|fire|ambulance|bus|coach|railway|train|tram|Metro|metro|lifeboat) station|(?<=[a-z] )(?:{CAPITALISED} ){{1,2}}(?:Midland|Central|Parkway|Piccadilly|Victoria|Temple Meads|North|South|East|West|Road|Town|International|New Street|Interchange|Junction) station)\b"
)
_WORKS_AT = re.compile(
    rf"\b(?i:work(?:s|ed|ing)?|job|shifts?|tills?|employed|packer|packing line|cleaner|cleaning|driver|delivers|delivering|apprentice(?:d|ship)?|labour(?:er|ing)|stole|shoplift\w+|sacked|laid off)(?: \w+){{0,3}} (?:at|for|by|from|with) (?P<it>(?P<who>{CAPITALISED}(?<=['\u2019]s))(?: {CAPITALISED}){{0,3}})(?=[.,;:)]|$| (?:on|in|and|until|for|as|from|when|before|by|to|near|since|the|where|while)\b)"
)
_WORK = any_of(
    "work works worked working job shift shifts till tills employed packer packing cleaner cleaning driver delivers delivering apprentice apprenticed apprenticeship labourer labouring stole"
    " shoplifted shoplifting sacked laid"
)
_LABELLED = re.compile(
    rf"(?:^|[|;,(/] ?)(?:(?:Current |Previous |Last )?(?:Nursery|School|Pre-?school|Playgroup|Surgery|College|Church|Employer|Workplace|Place of work|Childminder setting|Setting|Hospital|Practice|GP surgery|GP practice|Landlord))(?: attended)? ?[:|] ?(?P<it>(?:The )?{CAPITALISED}(?: {CAPITALISED}){{1,3}})(?= ?(?:[.,;:|)(/]|$))",
    re.MULTILINE,
)
_CENTRAL = re.compile(rf"(?<=[a-z] )(?P<it>(?!The |Grand ){CAPITALISED} Central)(?![ -][A-Z]|['\u2019])")
_RANK = re.compile(rf"(?<=[a-z] )(?P<it>(?:{CAPITALISED} ){{1,2}}(?:taxi|cab) (?:rank|office))\b")
_KIN = re.compile(
    r"(?i)(?:mum|mam|mom|dad|nan|nana|gran|grandma|grandad|mother|father|auntie|uncle|sister|brother|friend|partner|children|women|men|people|sainsbury|macdonald|mcdonald)['\u2019]s$"
)
_WITHIN = re.compile(r"\b(?:the|at|to|from|in|attends|attended|attending|called|near|joined|started|left) $")
_JOB = re.compile(r" (?:nurse|staff|worker|place|teacher|uniform|day|session|fees|run|closed|holidays?)\b")
_COMMON_KINDS = (
    "easter",
    "christmas",
    "summer",
    "forest",
    "breakfast",
    "evening",
    "night",
    "saturday",
    "medical",
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
)
_PRISON = re.compile(rf"\bHMP ?(?:&|and|/) ?(?:HM)?YOI {CAPITALISED}(?: {CAPITALISED})?")
_WEAK = re.compile(
    rf"(?<![\w'\u2019-])(?P<it>(?P<where>{CAPITALISED} (?:(?:(?:and|&|the|of) ){{0,2}}{CAPITALISED} ){{0,4}})(?:Units?|Teams?|Children['\u2019]s (?:Social Care|Trust|Safeguarding)|Social Care|Alliance|Federation|Trust|Hub|Chemist|Chemists|Carers|Community Rehabilitation Company))\b(?! [A-Z])"
)

_ANOTHER = re.compile(
    r"\b(?:Council|NHS|Police|Board|Hospital|Borough|Partnership)\b"
)  # that body is found by itself
_DAYS = frozenset(f"{day}day" for day in ("sun", "mon", "tues", "wednes", "thurs", "fri", "satur"))


def find(text: str) -> Iterator[Finding]:
    """Yield local bodies that need more than a head word to be known."""
    yield from matches(_METROPOLITAN, text, "ORG", 0.85, "A police force")
    yield from matches(_PRISON, text, "ORG", 0.85, "A prison")
    yield from matches(_HOUSE, text, "ORG", 0.6, "A house called after somebody")
    yield from matches(_PUB, text, "ORG", 0.7, "The name of a pub")
    yield from matches(_NICKNAMED, text, "ORG", 0.65, "A hospital by its short name")
    for match in _STATION.finditer(text) if "station" in text else ():
        where = match["where"]
        if not where or not all(word.lower() in _strangers() for word in where.split()):
            yield Finding(*match.span("it"), "ORG", 0.65, "", "The name of a station")
    for pattern, because in (
        (_WORKS_AT, "Where somebody works"),
        (_LABELLED, "A word for a local body before it"),
        (_CENTRAL, "A local body, in short"),
        (_RANK, "The name of a taxi rank"),
    ):
        for match in led(pattern, text, _WORK) if pattern is _WORKS_AT else pattern.finditer(text):
            if not _KIN.search(match.groupdict().get("who") or "") and _says_a_name(match["it"]):
                yield Finding(*match.span("it"), "ORG", 0.65, "", because)
    for match in _PARTNERS.finditer(text):
        if match["it"].startswith("D") or _telling(match["it"].rsplit(" ", 2)[0]):
            yield Finding(*match.span("it"), "ORG", 0.65, "", "The name of a practice or firm")
    for match in _SMALL_HEAD.finditer(text):
        start = _without_opening(text, match.start("name"), match.end("name"))
        name = text[start : match.start("head")]
        within = _WITHIN.search(text[max(0, start - 12) : start]) and _named(name, text[match.end() :][:12])
        if _telling(name) or within:
            because = f"The name of a local body: {match['head']}".replace("\u2019", "'").replace(
                "\u00e9", "e"
            )
            yield Finding(start, match.end(), "ORG", 0.65, "", because)
    for pattern, because in (
        (_BRANCH, "The local branch of a national charity"),
        (_ENDS_BRANCH, "The local branch of a national charity"),
        (_GENERAL, "The name of a hospital"),
        (_SHORT_BODY, "A local body, in short"),
        (_WEAK, "A team or body with a name of its own"),
    ):
        for match in pattern.finditer(text):
            start = _without_opening(text, match.start("it"), match.end("where"))
            where = text[max(start, match.start("where")) : match.end("where")]
            if start < match.end("where") and _telling(where) and not _ANOTHER.search(where):
                yield Finding(start, match.end("it"), "ORG", 0.65, "", because)


def _without_opening(text: str, start: int, end: int) -> int:
    """Leave out words that only open the sentence."""
    for word in re.finditer(r"\S+", text[start:end]):
        kept = word.group() == "The" and start + word.start() > 0 and text[start - 2 : start - 1].isalpha()
        if kept or word.group().lower() not in lower("openings"):
            return start + word.start()
    return end


def _telling(name: str) -> bool:
    """Return whether a name has a word of its own: none that is general, ordinary, a title's bearer or an owner's (Jayden's)."""
    said = name.split()
    if not said or said[0].rstrip(".") in words("titles") or _owner(said[-1]):
        return False
    strangers = _strangers()
    capital = [word for word in said if word[0].isupper() and not word.isupper()]
    street = len(capital) > 1 and capital[-1] in ("Road", "Lane", "Street", "Park", "Hill", "Green")
    return any(
        word.lower() not in strangers and (street or not is_ordinary(re.sub(r"['\u2019]s?$", "", word)))
        for word in capital
    ) or (said[0] == "The" and len(said) == 2 and said[1].lower() not in strangers)


@cache
def _strangers() -> frozenset[str]:
    """Return the words that tell nothing of a body's own name."""
    lists = ("general_words", "not_names", "openings", "background")
    return _DAYS.union(*(lower(name) for name in lists))


def _says_a_name(name: str) -> bool:
    """Return whether a wording begins with nobody's title and is more than general words."""
    said = re.sub(r"['\u2019]s\b", "", name).split()
    return said[0].rstrip(".") not in words("titles") and not all(
        word.lower() in _strangers() for word in said
    )


def _named(name: str, later: str) -> bool:
    """Return whether ordinary words with capitals inside a sentence are a name: the Rainbow nursery."""
    said = [word.lower() for word in name.split() if word[0].isupper()]
    if not said or _owner(name.split()[-1]) or _JOB.match(later):
        return False
    return not any(word in _strangers() or word in _COMMON_KINDS for word in said)


def _owner(word: str) -> bool:
    """Return whether the last word before the head is somebody's, as in `Jayden's school`; a saint's is a name."""
    plain = word.lower().replace("\u2019", "'")
    return re.search(r"'s?$", plain) is not None and plain not in lower("general_words")
