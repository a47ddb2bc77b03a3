"""Nationality, ethnicity, religion and language words."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.lists import alternatives
from redactor.findings.patterns import after

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
)

_LIST = alternatives("background")
_PATTERN = re.compile(
    rf"\b(?:(?:Black|White|Asian|Mixed|Arab)(?:/| or | and |, | - | \u2013 |: ?| )?(?:Black |White |Asian |Mixed )?(?:and )?(?:British|African|Caribbean|Irish|English|Welsh|Scottish|European|Eastern European|Other|Asian|Bangladeshi|Pakistani|Indian|Chinese|Traveller|Gypsy|{_LIST})"
    rf"(?:(?:/| or | and |, | - | \u2013 | )(?:Black |White )?(?:British|African|Caribbean|Irish|Asian|Other|Traveller|Gypsy|{_LIST}))?"
    rf"|(?:British|Anglo|Afro|African)[- ](?:{_LIST}|Caribbean|American|Asian|Indian)|(?:{_LIST})(?:[- ](?:British|Cypriot|{_LIST})| or (?:{_LIST}))?|IC[1-9]|(?i:(?:dual|mixed)[- ](?:heritage|race|ethnicity)))\b"
)
_OTHER_USE = re.compile(
    r" (?:Government|Assembly|Office|Embassy|Consulate|Sea|Army|Church of|Council|Police|Constabulary|Ambulance|Republic|Act|Standard|Medical|Bulldog|terrier|Primary|School|Centre|Association|Academy|Aid|Relief|Parliament|Ministers)\b"
)
_SMALL = re.compile(
    r"\b(?:gypsy|gipsy|traveller|roma)s?(?= (?:famil|child|communit|background|site\b|mother|father|girl|boy))"
)


def find(text: str) -> Iterator[Finding]:
    """Yield words for nationality, ethnicity, religion and language."""
    for match in _SMALL.finditer(text):
        yield Finding(
            *match.span(), "NORP", 0.8, "", "A word for nationality, ethnicity, religion or language"
        )
    for match in _PATTERN.finditer(text):
        if not _OTHER_USE.match(after(text, match.end())):
            yield Finding(
                *match.span(), "NORP", 0.85, "", "A word for nationality, ethnicity, religion or language"
            )
