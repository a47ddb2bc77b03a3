"""Nationality, ethnicity, religion and language words: a run of them (`White and Black Caribbean`) is one finding."""

import re
from collections.abc import Iterator
from functools import cache

from redactor.findings.finding import Finding
from redactor.findings.lists import words
from redactor.findings.patterns import after, any_of, before, led
from redactor.findings.public.phrases import Phrases, listed

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
    "a «white British» woman",
    "because of Hanna being «white»",
    "I am «black», I am a foreigner",
    "were each right, each «black», each born",
    "F, «VIETNAMESE», 5FT",
    "is dirty «gypsy»",
    "he is «romanian», she speaks «polish»",
    "a «mixed race» boy",
    "the only «brown» girl at the shop",
    "his mum was «black» and his dad «white».",
    "they are «muslim» so",
    "«WHITE BRITISH»",
    "she looks «chinese»",
    "a «mixed-heritage» child",
    "Two «Black» and «brown» parents, one tired",
    '"«pikey»", he wrote, and «gyppo» and «Pakis»',
    "caller Ann Lee, «traveller», poss drink",
    "he is a «traveller» and",
    "the «traveller» next door",
    "the «gypsies» on the field",
    "a «Black» man and the only «Black» mum",
    "she is «islamic» and half-«Polish»",
    "a «Scouser» with a «Geordie» accent",
    "«BSL» user",
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
    "the screen was black.",
    "was black and blue",
    "brown inhaler, white van",
    "he went white with temper",
    "go to the polish shelf",
    "black boys generally",
    "each black mark",
    "a baby, all white and no cry",
    "a black eye",
    "a black coat",
    "the indian summer",
    "POLISH THE FLOOR",
    "a time traveller",
    "every traveller to Spain",
    "a black and brown dog",
    "a Black Country accent",
    "brown and white parents' evening mugs",
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
_OTHER_USE_SHOUTED = re.compile(
    r"[- ](?:THE|UP|TRANSPORT|GOVERNMENT|CHURCH|TAKEAWAY|RESTAURANT|LESSON|GAS|TELECOM|LEGION|RED CROSS|EMBASSY|COUNCIL|PRIMARY|SCHOOL|OFFICE)\b"
)
_SAID_TO_BE = re.compile(
    r"(?i)\b(?:is|was|are|were|am|being|he['\u2019]?s|she['\u2019]?s|they['\u2019]?re|i['\u2019]?m|u r|speaks?|spoke|speaking|in|talks?|talking|looks?|looked|sounds?|sounded|a|an|some|the|two|three|from a|her|his|both|half|part|and|that|only) $"
)
_SAID_AFTER = re.compile(
    r"$|[,.;:!?)\"\u201d]| (?:and|or|but|so|too|like|he|she|they|is|was|are|not|man|men|woman|women|boys?|girls?|lads?|kids?|guy|guys|bloke|blokes|child|children|famil\w+|people|mum|dad|mother|father|male|female|couple|one|ones|accent|name|origin|national|nationals|speaker|speakers|interpreter)\b"
)
_POLISHING = re.compile(r" (?:the|up|off)\b")
_SLURS = re.compile(
    r"(?i)(?<![\w-])(?:pikeys?|pikies|gypp?o(?:e?s)?|gippos?|pakis?|wogs?|nigg(?:er|a)s?|chink(?:y|ies)|chinkies|golliwogs?|half-caste|yids?|taigs?|fenian|polak|polack|knacker)(?![\w'\u2019-])"
)
_TRAVELLER = re.compile(
    r"(?:(?:, |[(/;] ?|\b(?:[Hh]e|[Ss]he) is (?:a )?|\b(?:was|called|are|being|from|is) (?:an? )?)(?P<it>(?:traveller|gypsy|gipsy)s?)(?=[,.;)/\"\u201d]|$| (?:and|too|who)\b)|\b[Tt]he (?:\w+ )?(?P<b>travellers?|gypsies|gypsy)(?= (?:next|on the|who|lad|at the|from the|down|up)\b)|(?<![\w-])(?P<c>gypsies)\b)"
)
_SKIN_WORDS = any_of(
    "gypsy gipsy gypsys traveller travellers roma romas travelling white black mixed asian other brown dual half"
)
_MORE_WORDS = frozenset(["dual", "mixed", *(f"ic{figure}" for figure in range(1, 10))])
_TRAVELLERS = any_of("traveller travellers gypsy gypsys gipsy gipsys gypsies")
_SLUR_WORDS = any_of(
    "pikey pikeys pikies gyppo gyppos gyppoes gypo gypos gippo gippos paki pakis wog wogs nigger niggers nigga niggas chink chinky chinkies golliwog golliwogs half yid yids taig taigs fenian polak polack knacker"
)
_BLACK = re.compile(
    r"\b(?:[Aa]n?|[Tt]he(?: only| young| other)?|[Oo]nly|[Tt]wo|[Tt]hree|[Ss]everal|[Yy]oung|[Oo]ther) (?P<it>Black)(?: and (?P<b>[Bb]rown|white|Asian|Brown))?(?= (?:boys?|girls?|m[ae]n|wom[ae]n|males?|females?|child(?:ren)?|kids?|lads?|mothers?|fathers?|mums?|dads?|parents?|famil(?:y|ies)|teenagers?|youths?|people|pupils?|carers?|workers?)\b)"
)
_SMALL = re.compile(
    r"\b(?:gypsy|gipsy|traveller|roma|travelling)s?(?= (?:famil|child|communit|background|site\b|mother|father|girl|boy|people|woman|women|man\b|men\b))"
    r"|(?<=[\"\u201c])(?:traveller|gypsy|mixed|white|black|asian|other)(?=[\"\u201d?,])"
    r"|(?:(?<=who is )|(?<=who was ))(?:white|black|mixed race)(?=[,.;]| and )"
    r"|\bTravelling (?=(?:famil|communit|people|woman|women|man|men|child)[a-z]*)"
)
_COLOUR = r"(?:white|black|brown|asian|gypsy|gipsy|traveller|roma|mixed[- ](?:race|heritage|parentage)|dual[- ](?:heritage|ethnicity)|half[- ]caste)"
_BODY = r"(?:boys?|girls?|man|woman|males?|females?|child|kid|lad|mother|father|mum|dad|parent|teenager|youth|couple|grandmother|grandfather|nan|carer|worker|pupil|family|foreigner|person)"
_WHO = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|I|[Ww]ho|mother|father|mum|dad|boy|girl|child|children|family|boyfriend|girlfriend|[A-Z][a-z]+)"
_OF_SKIN = re.compile(
    rf"\b(?:(?:{_WHO} (?:is|was|are|were|am|looks?|looked|being)|(?:[Hh]e|[Ss]he)['\u2019]s|I['\u2019]m|[Tt]hey['\u2019]re|(?:of|for|because) (?:\w+ )?being|(?:both|each)(?= \w+[,;.])|(?:his|her|my|their) (?:dad|mum|father|mother)|dirty|filthy|pure|part|half)(?: (?:a|not|also|both|only|the|fucking))?"
    rf" (?P<it>{_COLOUR})(?![- ](?:and blue|eye|with|as a|from|all over|belt|market|mark))(?=[,.;:)\"\u201d\u2019!?]|$| (?:and|or|but|so|like|too|in|he|she|they|is|girl|boy|lad|man|woman|kid)\b)|(?:[Aa]n?|[Tt]he(?: only| little| young| other)?|[Tt]his|[Tt]hat|some|only) (?:(?:little|young|old|small|single|poor|local|lone|tall) )?(?P<b>{_COLOUR}) (?={_BODY}\b(?!['\u2019]s [a-z]* ?(?:inhaler|coat))))"
)
_TOLD = re.compile(
    r"\b[Ee]thnic(?:ity| (?:origin|background|group))s?[^.;\n]{0,30}?(?:[:|]|\bas\b|\bis\b|\bwas\b) ?[\"\u201c]?$|\b(?:[Rr]eligion|[Nn]ationality|[Ff]irst language|[Ll]anguages?(?: spoken)?|[Mm]other tongue|[Hh]eritage)(?:[:|]|:? (?:is|was|of|as|recorded as))* ?[\"\u201c]?$"
)
_SPOKEN = re.compile(
    r"(?:, [A-Z]\w+)*(?: (?:and|or) [A-Z]\w+)? (?:is|are|was|were) (?:spoken|(?:his|her|their|the)\b[^.]{0,20}language)|[- ]speaking\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield words for nationality, ethnicity, religion and language."""
    for match in led(_OF_SKIN, text, _SKIN_WORDS, back=45):
        yield Finding(*match.span("it" if match["it"] else "b"), "NORP", 0.75, "", _BECAUSE)
    yield from _in_other_case(text)
    for match in (*led(_TRAVELLER, text, _TRAVELLERS, back=25), *led(_BLACK, text, _SKIN_WORDS, back=14)):
        for group in (name for name, word in match.groupdict().items() if word):
            yield Finding(*match.span(group), "NORP", 0.7, "", _BECAUSE)
    for match in (
        *led(_SMALL, text, _SKIN_WORDS),
        *led(_MORE, text, _MORE_WORDS),
        *led(_SLURS, text, _SLUR_WORDS),
    ):
        yield Finding(match.start(), match.start() + len(match.group().rstrip()), "NORP", 0.8, "", _BECAUSE)
    for run in _runs(text):
        start, end = run[0][0], run[-1][1]
        telling = any(strong for _, _, strong in run) or (
            len(run) > 1 and text[start:end] != text[start:end].lower()
        )
        if not telling and not _told(text, start, end):
            continue
        rest = after(text, end)
        if not _OTHER_USE.match(rest) and not (text[start:end] == "Polish" and _POLISHING.match(rest)):
            yield Finding(start, end, "NORP", 0.85, "", _BECAUSE)


def _in_other_case(text: str) -> Iterator[Finding]:
    """Yield words for a people all in capitals, and in small letters where somebody is said to be or to speak so."""
    for start, end in _other_case().find(text):
        if text[start].isupper():
            if not _OTHER_USE_SHOUTED.match(text, end):
                yield Finding(start, end, "NORP", 0.75, "", _BECAUSE)
            continue
        earlier, later = before(text, start, 30), after(text, end)
        if _SAID_TO_BE.search(earlier) and not _OTHER_USE.match(later) and _SAID_AFTER.match(later):
            yield Finding(start, end, "NORP", 0.7, "", _BECAUSE)


@cache
def _other_case() -> Phrases:
    """Return the words for a people in capitals and in small letters."""
    long = [word for word in words("background") if len(word) > 3]
    return Phrases([word.upper() for word in long] + [word.lower() for word in long])


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
