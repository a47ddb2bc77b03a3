"""Where the text itself says that a name is another name of somebody: "née", "known as", "also recorded as"."""

from __future__ import annotations

import re

_FAR, _FAR_APART = 110, 70
_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Uncle|Aunt(?:ie|y)?|Nana?|Gran(?:ny|dad|ma|pa)?|Daddy|Mummy|Big|Little|Baby)\.? )?"
_QUOTE = r"[\"'\u201c\u2018]?"
_SIGNAL = re.compile(
    r"(?i)\b(?:known|called|calls?|nicknamed?|n\u00e9e|nee|alias|aka|goes by|went by|answers to|spelt|misspelt|misnamed|formerly|previously|maiden|properly"
    r"|(?:recorded|logged|listed|entered|registered|shown|saved|down|identified)(?: [a-z' ]{1,30})? as|wrote (?:\w+ )?down|signs? (?:him|her)self"
    r"|(?:street|pet|real|full|given|birth|proper|first|preferred|chosen|family|screen|user|snapchat|instagram) ?name|to be called"
    r"|(?:his|her|whose|the) name|name for (?:him|her)|turned out to be|that is)\b"
    r"|\(s?he prefers [\"'\u201c]?$|[(\[] ?(?:also |now |then |or |= ?)?[\"'\u201c\u2018]?$|, or [\"\u201c\u2018]?$|, (?:sometimes|also) [\"\u201c]?$|[;,] also [\"\u201c]?$| = [\"\u201c]?$"
)
"""What calls somebody by a name."""
_BRIDGE_WORDS = frozenset(
    re.findall(
        r"\w+",
        "also always usually sometimes often mostly now then better best previously formerly known to everyone her his their him himself"
        " herself family friends mates as called n\u00e9e nee born alias aka or who whom whose is was goes went by simply just he she they we"
        " i many professionals wrote down spelt misspelt misnamed wrongly recorded logged listed entered registered shown saved identified"
        " later maiden married real full given birth proper properly first preferred chosen street pet screen user snapchat instagram"
        " surname name names in on at the a records nicknamed nickname nicknames has had have been became call calls children everybody"
        " answers prefers prefer likes liked be signs sign using used changed gave told police for that turned out boy girl man woman lad"
        " of under dob mother father mum dad nan sister brother teacher teachers school nursery hospital gp notes log logs register file"
        " phone texts messages letter letters",
    )
)
_BRIDGE = re.compile(r"[\s(\[,;:=\"'\u201c\u2018|/\u2013-]+|[^\W\d_]+|\d+(?:[./]\d+)*")
_KNOWS = re.compile(r"(?i)\b(?:has|had|have|having) (?:\w+ )?(?:known|called)\s*$")
"""Whoever knows somebody, or called on them, is not known by their name."""
_NAME_OF = re.compile(r"['\u2019]s (?:[a-z]+ ){0,2}(?:nick)?name\b")
_OF_THEIRS = re.compile(r"\b(?:(?:his|her)(?= (?:[a-z]+ )?name\b)|him|himself|herself)\b")
_LABEL = re.compile(
    r"(?i)[\s.,;|)]*\b(?:(?:also |otherwise )?known as|aka|alias(?:es)?|(?:nick|street |pet |other |previous |preferred |maiden |former )names?)(?: used)?\s*[:|=\u2013-]+\s*[\"'\u201c\u2018]?"
)
_AFTER_OTHER = re.compile(
    r"[\"'\u201d\u2019]? (?:to (?:his|her|their|everyone|everybody|all|most|the family)\b|\((?:street|nick|pet|also|alias|aka))"
)
_FULL_NAME = re.compile(r"(?i)[^.;\n]{0,60}\((?:full|real|given|birth|proper) name:?(?: is| was)? ")
_QUOTED = re.compile(r"(?:,| or)? [\"\u201c]")
_ENDINGS = frozenset(  # what a name that the draft calls somebody by stands after, titles and quotation marks left out
    re.findall(
        r"\w+",
        "as him her is was call calls called mother father stepfather stepmother between have has had give gives gave show shows"
        " say says said spell spells spelt",
    )
)
_TITLES = frozenset(
    re.findall(
        r"\w+",
        "Mr Mrs Ms Miss Dr Uncle Aunt Auntie Aunty Nan Nana Gran Granny Grandad Daddy Mummy Big Little",
    )
)
_ALSO = re.compile(
    r"(?i)\b(?:also known as|formerly|n\u00e9e|previously|alias|a\.?k\.?a)\b[^.;]{0,90}$|\bas $"
)
_RECORDED = (  # nobody but the person themself is recorded: not `recorded the other man as`
    r"(?:(?:known|recorded|registered|described|entered|written|logged|listed|referred to|booked|addressed|appears?|appeared|spelt"
    r"|(?:wrote|had|has|have|put|recorded|entered) (?:him|her)(?: down)?)(?:,? (?:in|by|at|on|to|for|with|under|sometimes|also|variously|only|simply) [^.;\n]{0,40}?)?,? as)"
)
_STRANGER = re.compile(
    r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne|[Ss]ome) (?:[\w-]+ ){1,4}(?:known|called|named|calling)\b"
)
_RECORDED_AS = re.compile(rf"(?:[^.;:\n]{{0,70}}[\s,(])?(?i:{_RECORDED}) {_QUOTE}(?:[a-z]+: )?{_TITLE}$")
_SAID_AS = re.compile(rf"\b(?i:{_RECORDED}) {_QUOTE}(?:[a-z]+: )?{_TITLE}$")
_CALLS = re.compile(
    rf"[^.;\n]{{0,90}}\b(?:(?:calls?|called) (?:him|her)|(?:[Hh]e|[Ss]he) (?:(?:is|was|liked? to be|likes to be) (?:always |usually )?(?:called|known as)|prefers)|name for (?:him|her) (?:is|was)|(?:[Aa]t|[Ii]n|[Tt]o) [^.;\n]{{3,30}},? s?he(?: is|['\u2019]s| was| has)(?: always)?(?: been)?|(?:[Tt]o|[Aa]t|[Ff]or|[Ww]ith) [^.;,\n]{{3,40}} s?he (?:is|was)) {_QUOTE}{_TITLE}$"
)
_LISTED = re.compile(
    rf"[\"'\u201d\u2019]?(?: \([^)\n]{{0,60}}\))?(?:,| and| or|,? and,?|,? or,?| /|;)(?: (?:in|on|at|by|to|from|for|with|after|before|once|later|sometimes|even|simply|just|only|also)\b[^.;:\n]{{0,50}}?,?)?(?: as)? ?{_QUOTE}{_TITLE}{_QUOTE}$"
)
_LATER_SENTENCE = re.compile(
    rf"[^\n]{{0,160}}[.)] (?:(?:In|On) [^.;:\n]{{0,60}} )?(?:Also |Formerly |Previously |Often |Sometimes |(?:He|She) (?:is |was )(?:also |sometimes |often )?)?(?i:{_RECORDED}|called) {_QUOTE}{_TITLE}$"
)
_PRONOUN = re.compile(r"(?i)\b(he|him|his|she|her|hers)\b")
_OWNED_KIN = re.compile(
    r"['\u2019]s (?:[\w-]+ ){0,2}(?:mother|father|sister|brother|son|daughter|aunt|uncle|cousin|partner|boyfriend|girlfriend|wife|husband|gran\w+|mum|dad|friend)\b"
)
_ROLE_AS = re.compile(
    rf"\b(?:named|recorded|gave|listed|entered|had|has|spelt|called) (?:the|her|his|their) (mother|father|stepfather|stepmother)(?: as)? {_QUOTE}{_TITLE}$"
)
_SURNAME = re.compile(r"(?i)\b(?:n\u00e9e|nee|formerly|maiden name|surname)\b[^.;\n]{0,25}$")
_FORMS = re.compile(
    r"(?i)\b(?:forms|spellings|names|variously|versions|aliases)(?: \w+){0,3}: ?[\"'\u201c]?$"
    r"|\b(?:var(?:y|ies|ied)|differs?) between [\"'\u201c]?$"
    r"|\b(?:records?|papers|notes|files?|letters?|logs?|systems?) (?:have|has|had|gives?|gave|shows?|says?|said|spells?|spelt) [\"'\u201c]?(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?$"
)
_PLACED = re.compile(
    r" (?:on|at|to|in|for|with) [^.,;\n]{3,45}(?:,| and)(?: simply| just| only)? [\"'\u201c]?$"
)
_PLACED_AFTER = re.compile(r"[\"'\u201d]? (?:on|at|to|in|for|with) ")
_TITLE_AT_END = re.compile(rf"(?<= ){_TITLE}$")
_AS_WAS = re.compile(r",? \(?as (?:s?he )?(?:then |now )?(?:was|is)\b")
_IS = re.compile(rf"(?:,[^.;:\n|]{{0,60}},)? (?:is|was) {_TITLE}")
_ACTIVE = re.compile(r"(?:,? who)?(?: (?:had|has|then|later|also|and))* (?:calls?|called) (?:to |for )?")
_SPOUSE = re.compile(
    r"(?:,? and|,? with|,? who (?:[a-z]+ ){0,2}(?:with|and)|,)? (?:his|her) (?:late |new )?(?:wife|husband),? "
)
_MARRIED = re.compile(r"(?:,? (?:who )?(?:is |was |had |has |got )?)?married(?: to)? ")
_KIN_OF = re.compile(
    r"(?:,? (?:who (?:is|was) )?(?:the |an? )?(?:[a-z-]+ )?(?:son|daughter|child|father|mother|brother|sister|nephew|niece) of (?:the late )?"
    rf"|['\u2019]s (?:[a-z-]+ ){{0,2}}(?:son|daughter|father|mother|brother|sister|uncle|aunt|cousin),? ){_TITLE}"
)
_SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019)]*\s|\n\s*\n")
_OF_NAMES = re.compile(r"(?i)\bnam(?:es?|ed)\b|\bknown\b|\bspel(?:t|ling)")


def says_alias(between: str) -> bool:
    """Return whether the words between two names say that both are one person's."""
    bare = _TITLE_AT_END.sub("", between.replace("a.k.a.", "aka").replace("a.k.a", "aka"))
    if _ACTIVE.fullmatch(bare) or _KNOWS.search(bare):
        return False  # rang, or is acquainted
    if _FULL_NAME.fullmatch(between) or _LABEL.fullmatch(bare):
        return True
    if len(between) <= _FAR_APART and _SIGNAL.search(bare) and _bridges(bare):
        return True
    if len(between) > 160 or not leads_up(between) or _STRANGER.search(between):
        return False
    return bool(_RECORDED_AS.fullmatch(between) or _LATER_SENTENCE.fullmatch(between))


def _bridges(between: str) -> bool:
    """Return whether the words between two names are only such as call the first by the second: nobody else's kin."""
    owned = _NAME_OF.match(between)
    if re.match(r"['\u2019]s\b", between) and not owned:
        return False
    rest = between[owned.end() :] if owned else between
    if re.search(r"(?<!nan)['\u2019]s\b(?! notes| log)", rest):
        return False
    pieces = [match.group().lower() for match in _BRIDGE.finditer(rest)]
    words = [piece for piece in pieces if piece[0].isalpha()]
    return sum(map(len, pieces)) == len(rest) and all(word in _BRIDGE_WORDS or word == "s" for word in words)


def other_gender(between: str, gender: str) -> bool:
    """Return whether `his`, `him` or `her` in the words after a name is of somebody else, by the gender."""
    spoken = {match.group()[:2] for match in _OF_THEIRS.finditer(between.lower())}
    return (gender == "f" and "hi" in spoken) or (gender == "m" and "he" in spoken)


def leads_up(before: str) -> bool:
    """Return whether a text may end in words that call somebody by the name that follows; quick, to spare the rest."""
    words = before[-40:].rstrip(" \"'\u201c\u2018").split()
    while words and words[-1].rstrip(".") in _TITLES:
        words.pop()
    return bool(words) and (words[-1].lower() in _ENDINGS or words[-1].endswith(":"))


def nicknames(between: str, after: str) -> bool:
    """Return whether a nickname stands in quotation marks right after a name: `Rosa "Sunny" Lee`."""
    return bool(_QUOTED.fullmatch(between)) and after[:1] in ('"', "\u201d")


def says_same_first(between: str, after: str) -> bool:
    """Return whether the words about the second of two names with the same first name say that the surname changed."""
    if _AS_WAS.match(after):
        return True
    return len(between) <= 100 and "." not in between and bool(_ALSO.search(between))


def goes_on(between: str) -> bool:
    """Return whether a list of somebody's other names goes on: `…, Mr Jama, Abdi Rashid and, in one letter, …`."""
    return len(between) <= _FAR and bool(_LISTED.fullmatch(between))


def said_of(before: str) -> str:
    """Return "f" or "m" where the sentence before a name says `calls him …`, `he appears as …`; "" where it does not."""
    sentence = re.split(r"[.;\n]\s", before)[-1]
    if not (_CALLS.fullmatch(sentence) or _SAID_AS.search(sentence)):
        return ""
    pronouns = _PRONOUN.findall(sentence)
    return ("f" if pronouns[-1].lower() in ("she", "her", "hers") else "m") if pronouns else ""


def of_surname(before: str) -> bool:
    """Return whether the other name that follows is a surname: `née …`."""
    return bool(_SURNAME.search(before))


def said_of_role(before: str) -> str:
    """Return the role in `named the father as …`; "" where nothing of the kind is said."""
    match = _ROLE_AS.search(before)
    return match[1].capitalize() if match else ""


def said_as(before: str) -> bool:
    """Return whether a name stands after `recorded as`, `appears as`."""
    return bool(_SAID_AS.search(before))


def lists_names(before: str) -> bool:
    """Return whether a list of one person's names begins: `in six forms: …`."""
    return bool(_FORMS.search(before))


def by_place(before: str, between: str, after: str) -> bool:
    """Return whether one person is named by place: `William on his birth certificate, Will at school, Billy to his father`."""
    return bool(
        _PLACED.fullmatch(between) and _PLACED_AFTER.match(after) and _OF_NAMES.search(before + between)
    )


def owned_kin(between: str) -> bool:
    """Return whether the name before is only the owner of a word for kin: `Ann, Tom's sister, known as …` is of Ann."""
    return bool(_OWNED_KIN.match(between))


def says_is(between: str) -> bool:
    """Return whether a name is said to be another: `Zain, born in May, is Zee`, `Edna is Mrs Hill`."""
    return bool(_IS.fullmatch(between))


def offers_two(between: str, after: str) -> bool:
    """Return whether two other names follow right after one: `Patrick Ward, PJ or Paddy-Joe, …`."""
    return between == ", " and after.startswith(" or ")


def followed_by_whose(between: str, after: str) -> bool:
    """Return whether the words after a second name tell whose name for the first it is: `…, Bear to his friends`."""
    return len(between) < 5 and "." not in between and bool(_AFTER_OTHER.match(after))


def ends_sentence(between: str) -> bool:
    """Return whether a sentence or paragraph ends between two names."""
    return bool(_SENTENCE_END.search(between))


def says_spouse(between: str) -> bool:
    """Return whether the second of two names is the wife's or the husband's of the first: `Terry Rudd and his wife Joy`."""
    return bool(_SPOUSE.fullmatch(between))


def says_married(between: str) -> bool:
    """Return whether the words between two names say that they married."""
    return bool(_MARRIED.fullmatch(between))


def says_kin(between: str) -> bool:
    """Return whether the words between two names say that the two are kin, so not one: `Abdi, son of Yusuf`."""
    return bool(_KIN_OF.fullmatch(between))


def in_apposition(between: str) -> bool:
    """Return whether the second of two names only tells who the first is: `Ann, Tom's sister`."""
    return len(between) < 20 and between.startswith((",", " (", " is ", " was ")) and "." not in between
