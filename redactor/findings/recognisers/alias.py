"""Names that the text says somebody is known by: née, known as, also called, formerly, `who goes by`."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.patterns import CAPITALISED

FINDS = (
    "Ann Price (née «Virk») is",
    "Keziah, known as «Kez», was",
    "also known as «Lowri Ann Beddoes» and",
    "Folake Ojo (“«Fola»” to her friends)",
    "a man called «Ace» had",
    "formerly «Zielinska»",
    "Zachary («Zac») Lowe",
    'William ("«Will»") was',
    "who goes by «Nonie»",
    "a.k.a. «Bones»",
    "alias «Ray Stone»",
    "always called «Kezzie», was",
    "named «Minh»",
)
IGNORES = (
    "known as the MASH",
    "called Signs of Safety",
    "known as CAMHS",
    "formerly Assistant Director",
    "a tool called DASH",
    "known to services",
)

_KNOWN = re.compile(
    rf"\b(?:née|n\u00e9e|nee|born|(?:also |better |previously |formerly |otherwise |usually |always |commonly )?known (?:to \w+(?: \w+)? )?as|a\.?k\.?a\.?|alias"
    rf"|(?:also|always|usually|often|sometimes|was|is|man|woman|boy|girl|someone|somebody|friend|partner|person|male|youth|lad|he|she) (?:called|named|nicknamed)"
    rf"|who is called|goes by|went by|going by|nickname(?:d)?(?: was| of| is)?|formerly|previously|answers to|shortened to|spelt|maiden name(?: was| of| is)?"
    rf"|under the (?:name|surname)|gave (?:his|her) name as|named|called (?:him|her)) "
    rf"(?:(?:just|simply|plain|by everyone|by all) )?[\"'\u201c\u2018]?(?P<it>{CAPITALISED}(?: {CAPITALISED}){{0,3}})"
)
_BRACKETED = re.compile(
    rf"(?<=[a-z]) \((?:[\"'\u201c\u2018]?)(?P<it>{CAPITALISED})(?:[\"'\u201d\u2019]?)\) (?={CAPITALISED})"
)
_QUOTED = re.compile(
    rf"(?<=[a-z] )\(?[\"\u201c](?P<it>{CAPITALISED})[\"\u201d](?=\)? (?:to|by) |\)| (?={CAPITALISED}))"
)


def find(text: str) -> Iterator[Finding]:
    """Yield names by which somebody is known."""
    for pattern, score in ((_KNOWN, 0.8), (_BRACKETED, 0.8), (_QUOTED, 0.6)):
        for match in pattern.finditer(text):
            words = re.split(r" ", match["it"])
            if not any(word.lower() in lower("not_names") for word in words) and not _acronym(words):
                yield Finding(
                    *match.span("it"), "PERSON", score, "", "The text says that somebody is known by it"
                )


def _acronym(words: list[str]) -> bool:
    return len(words) == 1 and len(words[0]) > 1 and words[0].isupper()
