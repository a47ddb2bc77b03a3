"""Nationality, ethnicity, religion and language words: a run of them (`White and Black Caribbean`) is one finding."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import after, before
from redactor.findings.phrases import Phrases, listed

FINDS = (
    "of «Polish» heritage",
    "is «White British».",
    "an «Irish Traveller» family",
    "speaks «Punjabi» at",
    "the family is «Sikh» and",
    "described as «Black African»",
    "«British-Nigerian» and",
    "an «IC3» male",
    "«Roman Catholic»",
    "is «Mixed White and Asian»",
    "a «Welsh»-speaking home",
    "«Gypsy or Irish Traveller»",
    'noted "«traveller» family, likely',
    "twins, «White/Black Caribbean», at",
    "«Any Other White Background» was ticked",
    "«Polish» is spoken at home",
    "Ethnicity: «White»",
    "a «Quaker» grandmother",
    'as "«mixed»?" in one',
    "no «Travelling» woman would",
    "his friend, who is «white», twice",
)
IGNORES = (
    "White paper",
    "Black of",
    "turkish delight",
    "in English and",
    "Church of England",
    "Welsh Government",
    "Irish Sea crossing",
    "Mr Black",
    "British Transport Police",
    "a Chinese takeaway",
    "the French doors",
    "a German shepherd",
    "in her English lesson",
    "told to Polish the floor",
    "a white van",
    "Black Friday",
)

_BECAUSE = "A word for nationality, ethnicity, religion or language"
# Words that tell nothing alone, but do in a run: Black British, White Other.
_COMPANIONS = (
    "British|White|Black|Mixed|Asian|Arab|Other|European|Brown|white|black|mixed|Anglo|Afro|Eastern|Western"
)
_companions = Phrases(_COMPANIONS.split("|"))
_JOINT = re.compile(r"/| / | or | and | & |, |: | - | \u2013 | |-")
_MORE = re.compile(r"(?:[Dd]ual|[Mm]ixed)[- ](?:[Hh]eritage|[Rr]ace|[Ee]thnicity)\b|\bIC[1-9]\b")
_OTHER_USE = re.compile(
    r"[- ](?:Government|Assembly|Office|Embassy|Consulate|Sea|Army|Church of|Council|Police|Constabulary|Ambulance|Republic|Act|Standard|Medical|Bulldog|[Tt]errier|Primary|School|Centre|Association|Academy|Aid|Relief|Parliament|Ministers|Airways|Gas|Telecom|Rail|Legion|Library|Museum"
    r"|takeaways?|restaurants?|doors?|windows?|lessons?|class(?:es)?|GCSEs?|A-level|exams?|homework|teachers?|oral|essay|coursework|barber'?s?|food|meal|curry|cuisine|bread|past(?:ry|ries)|massage|omelette|cat|wax|roulette|coffee|blinds?|rugs?|carpet|delight|baths?|lager|vodka|whiske?y|wine|beer|sausage|shepherd|bulldog|setter|wolfhound|dog|spaniel|horse|pony|polish|toast|fries|stick|kiss|letter|dressing|salad|cheese|ale|tea|Education|Movement|Council|Grammar|literature|and [Mm]aths|Language and Literature|blue spots?)"
    r"|(?:'s|\u2019s) (?:Fund|Society)"
)
_POLISHING = re.compile(r" (?:the|up|off)\b")
_SMALL = re.compile(
    r"\b(?:gypsy|gipsy|traveller|roma|travelling)s?(?= (?:famil|child|communit|background|site\b|mother|father|girl|boy|people|woman|women|man\b|men\b))"
    r"|(?<=[\"\u201c])(?:traveller|gypsy|mixed|white|black|asian|other)(?=[\"\u201d?,])"
    r"|(?:(?<=who is )|(?<=who was ))(?:white|black|mixed race)(?=[,.;]| and )"
    r"|\bTravelling (?=(?:famil|communit|people|woman|women|man|men|child)[a-z]*)"
)
_TOLD = re.compile(
    r"\b[Ee]thnic(?:ity| (?:origin|background|group))s?[^.;\n]{0,30}?(?:[:|]|\bas\b|\bis\b|\bwas\b) ?[\"\u201c]?$|\b(?:[Rr]eligion|[Nn]ationality|[Ff]irst language|[Ll]anguages?(?: spoken)?|[Mm]other tongue|[Hh]eritage)(?:[:|]|:? (?:is|was|of|as|recorded as))* ?[\"\u201c]?$"
)
_SPOKEN = re.compile(
    r"(?:, [A-Z]\w+)*(?: (?:and|or) [A-Z]\w+)? (?:is|are|was|were) (?:spoken|(?:his|her|their|the)\b[^.]{0,20}language)|[- ]speaking\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield words for nationality, ethnicity, religion and language."""
    for match in (*_SMALL.finditer(text), *_MORE.finditer(text)):
        yield Finding(match.start(), match.start() + len(match.group().rstrip()), "NORP", 0.8, "", _BECAUSE)
    for run in _runs(text):
        start, end = run[0][0], run[-1][1]
        telling = any(strong for _, _, strong in run) or (len(run) > 1 and text[start].isupper())
        if not telling and not _told(text, start, end):
            continue
        rest = after(text, end)
        if not _OTHER_USE.match(rest) and not (text[start:end] == "Polish" and _POLISHING.match(rest)):
            yield Finding(start, end, "NORP", 0.85, "", _BECAUSE)


def _runs(text: str) -> Iterator[list[tuple[int, int, bool]]]:
    """Yield runs of such words that belong together, each (start, end, whether it tells by itself)."""
    told = [(*span, True) for span in listed("background").find(text)]
    taken = {place for start, end, _ in told for place in range(start, end)}
    companions = [(*span, False) for span in _companions.find(text) if span[0] not in taken]
    run: list[tuple[int, int, bool]] = []
    for word in sorted([*told, *companions]):
        if run and not _JOINT.fullmatch(text, run[-1][1], word[0]):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _told(text: str, start: int, end: int) -> bool:
    """Return whether the words around say that a single word as ordinary as White is meant so."""
    if text[start:end].lower() in ("other", "arab", "eastern", "western", "european"):
        return False
    return bool(_TOLD.search(before(text, start)) or _SPOKEN.match(after(text, end)))
