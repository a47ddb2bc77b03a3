"""Shared pieces of patterns for ages, and what tells an age from a score, a section or a figure of a table."""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.patterns import before

_UNITS = r"(?:one|two|three|four|five|six|seven|eight|nine)"
WORD = (
    rf"(?:one|t(?:wo|hree|en|welve|hirteen|(?:wenty|hirty)(?:[- ]{_UNITS})?)|f(?:our(?:teen)?|ive|ifteen|(?:orty|ifty)(?:[- ]{_UNITS})?)"
    rf"|s(?:ix(?:teen)?|even(?:teen)?|(?:ixty|eventy)(?:[- ]{_UNITS})?)|e(?:ight(?:een)?|leven|ighty(?:[- ]{_UNITS})?)|n(?:ine(?:teen)?|inety(?:[- ]{_UNITS})?))\b"
)
NUMBER = rf"(?:\d{{1,3}}(?:[.]5|[\u00bc-\u00be]|[13]\u2044[24]| 1/2\b| and a half\b)?|(?=[EFNOSTefnost])(?i:{WORD})(?: and a half)?)"
UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?|hours?)"
SPAN = rf"(?:{NUMBER}(?:[ -]{UNIT}|(?<=\d)(?:yrs?|y|mths?|m|wks?)\b)(?:,? (?:and |& )?{NUMBER} ?(?:{UNIT}|m\b|w\b))?|\d{{1,2}}/(?:12|52)\b)"
AGE = rf"(?:{SPAN}|(?<!\d)(?<!\d[.]){NUMBER}(?: ?[-\u2013] ?\d{{1,2}}(?![\d/]))?)"
BARE_END = (
    r"(?= ?(?:[.,;:)\]!?\u201d\"|/]|$|\n|(?:when|and|at|but|who|with|in|by|or|then|now|he|she|they|the|on|to|as|while|had|was|is|that)\b))"
    r"(?!\.\d|,\d|:\d|/\d)(?! (?:and|or|to) (?:\d+|a half) (?:miles|minutes|hours|visits|times))"
)
NOT_NAMES = re.compile(
    r"(?:Section|Sections|Chapter|Page|Figure|Table|Part|Regulation|Article|Appendix|Step|Finding|Recommendation|Year|Level|Tier|Grade|Band|Key|Stage"
    r"|Paragraph|Schedule|Standard|Version|Draft|Episode|Phase|Action|Question|Theme|Issue|It|There|This|That|Attendance|Score|Week|Day|Number|Missing|Note|Ibid|Visit|Call|Incident|Box|Item|Option|Referrals?|Contacts?|Cases?|Total)\b"
)
_AND_AGED = re.compile(
    rf"(?:, |,? ?(?:and|to|or|&) )(?P<it>{AGE})(?![%\w]|[.:]\d| (?:other|further|of|minutes|visits))"
)
_NO_AGE_BEFORE = re.compile(
    r"(?i)\b(?:scores?|scored|attendance|weigh\w*|temperature|numbers?|total|centile|grade|level|figure|rates?|average|percentage|count|arrears|apgar"
    r"|bmi|haemoglobin|pulse|saturations?|sats|length|circumference|waiting|waits?|delays?|periods?|quorum|cost|reading|scale|hba1c|here|which|these|results?|there|families|children|caseload|cases|visits|calls)\b[^.]{0,30}$"
    r"|(?:^|[\s(\"\u201c])(?:it|this|that|what|one|10|\d) $"
)
_SOMEBODY = re.compile(r"\b(?:who|he|she|[HhSs]e)(?: then| now)? $")


def which(match: "re.Match[str]") -> str:
    """Return the name of the group that holds the age."""
    return next(name for name in ("it", "a", "b", "or_it") if match.groupdict().get(name))


def likely(match: "re.Match[str]", *, in_doubt: bool) -> bool:
    """Return whether a number is no score, no section and no figure of a table; nobody is older than 110."""
    value = re.match(r"\d+", match[which(match)])
    who = match.groupdict().get("who")
    return not (
        (in_doubt and _of_something(before(match.string, match.start())))
        or NOT_NAMES.match(match.group())
        or (value and int(value.group()) > 110)
        or (who and _common(who))
    )


def _of_something(earlier: str) -> bool:
    """Return whether the words before say that a number is a score or a count, not somebody's age."""
    return bool(_NO_AGE_BEFORE.search(earlier)) and not _SOMEBODY.search(earlier)


def _common(word: str) -> bool:
    """Return whether words with capitals are ordinary ones or a place: `Referrals (22)`, `Rhyl (4)`."""
    if word.lower() in lower("word_names"):
        return False
    parts = word.split()
    return word.lower() in lower("places") or all(
        is_ordinary(p) or is_ordinary(p.removesuffix("s")) for p in parts
    )


def more(text: str, place: int, score: float) -> Iterator[Finding]:
    """Yield the further ages of a list: `aged 9, 7 and 2`."""
    while following := _AND_AGED.match(text, place):
        place = following.end("it")
        yield Finding(*following.span("it"), "AGE", score - 0.1, "", "Stands in a row of ages")
