"""Numbers of the Police National Computer and the Criminal Records Office, and collar numbers."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import CAPITALISED, LETTER, UPPER, before, matches

FINDS = (
    "PNC ID «2001/1234567X»",
    "CRO «123456/08D»",
    "PC «4417» Rees",
    "Sergeant «2147» Helen Lee",
    "PC «1244» Kaur («528NP») came",
    "PC «2264» attended",
    "PC Ann Young («2291»)",
    "collar number «EP 4471»",
    "PCSO «6613»",
    "warrant no. «204417»",
    "PNC BYRNE/OLA «190385» - WARN",
    "PC «GH1187» Lomax",
    "PC«1187» Lomax attended",
    "PC Lomax «1187» attended",
    "DC Ffion Lomax «5518» took",
    "Sgt. «0418» Marsden",
    "OIC - «2281» Dhillon",
    "Officers «1187» and «2203» were sent",
    "officers «1187» Lomax and «2203» Marsden",
    "shoulder number «418 ND»",
    "Crew: Kit Lomax («PA39417»), Ann Lee («EM 4471»)",
    "03/12/18 18:52 OP «8814»: MISPER",
    "closed by operator «7734», and CONTROLLER «5521»",
    "Call taker: «90318»",
    "PCs «418KF» Lomax and «772KF» Marsden",
    "2251 «1482» CONSTABLE AND «2077» LEDGER AT SCENE",
    "CONSTABLE «2077» LEDGER",
    "Det Con «1187» Lomax and Detective Constable «4471» Lee",
    "PC Ledger, «2077», attended",
    "PC Ledger (collar «AND2077»)",
    "PC LEDGER «2077AND»",
    "officer «2077» at the desk",
    "officer no. «2077»",
    "attending officers: «2077», «3186»",
    "PS Rahman - «1190» - took it",
)
IGNORES = (
    "PC in 2009",
    "PC Young (2009) said",
    "PCs 2 and 3",
    "(417 words)",
    "PNC check 0709",
    "officers 12 and 14 hours",
    "PC Lomax 2014 review",
    "Officers 2 and 3",
    "Regulations (SI 2006)",
    "Fever (NG 143)",
    "Otley (LS 29)",
    "the operator 20 minutes later",
    "an officer 2010 found",
    "DC Lee, 2014, and",
    "the officer 12 weeks on",
    "2010 Report and 2011 Review",
)

_RANK = r"(?:PC|WPC|DC|WDC|PS|WPS|DS|T/?DC|A/?PS|A/?DS|Sgt|SGT|Insp|DI|DCI|PCSO|CSO|SC|SPC|SIO|OIC|[Cc]onstable|CONSTABLE|Sergeant|SERGEANT|Inspector|INSPECTOR|Officer|Det\.? (?:Con|Sgt|Insp)\.?|WPCSO)"
_PNC = re.compile(r"\b(?:19|20)?\d{2}/\d{4,7}[A-Z]\b")
_CRO = re.compile(
    r"\bCRO\b(?: (?:no\.?|number|ref))?[: ]+(?P<it>\d{1,6}/\d{2}[A-Z]?)\b|\bSF\d{2}/\d{3,6}[A-Z]\b"
)
_RANKED = re.compile(
    rf"\b(?:{_RANK}(?:\.? |: | - )|(?:PC|WPC|PCSO)(?=\d{{3}}))(?:no\.? ?)?(?P<it>(?!(?:19[4-9]|20[0-3])\d\b(?! [A-Z]))[A-Z]{{0,2}}\d{{2,6}}[A-Z]{{0,2}})\b(?![.,:/]\d|%)"
)
_AFTER_NAME = re.compile(
    rf"\b(?:PC|WPC|DC|PS|DS|Sgt|PCSO|Constable|Sergeant) (?:{CAPITALISED} ){{0,1}}{CAPITALISED}(?: |, | - )(?P<it>(?!(?:19[4-9]|20[0-3])\d\b)\d{{3,6}}[A-Z]{{0,3}})\b(?![.,:/]\d|%)"
)
_OFFICERS = re.compile(
    r"\b(?i:officers|constables|pcs|pcsos) (?P<a>\d{3,6}[A-Z]{0,3})\b(?: [A-Z]\w+)?(?:, \d{3,6}[A-Z]{0,3}(?: [A-Z]\w+)?)?,? (?:and|&) (?P<b>\d{3,6}[A-Z]{0,3})\b(?![.,:/%]| hours)"
)
_BRACKETED = re.compile(
    rf"\b{_RANK} (?:[{UPPER}]{LETTER}*[.'\u2019-]? ?){{1,4}}\((?:no\.? ?|(?:collar|shoulder) (?:number |no\.? )?)?"
    r"(?P<it>(?!19\d\d\)|20\d\d\))[A-Z]{0,3} ?\d{2,6} ?[A-Z]{0,3})\)"
)
_NAMED = re.compile(
    r"\b(?i:collar|shoulder|badge|warrant|epaulette|staff|payroll|employee)(?i: (?:number|no))[.:]* {0,2}(?i:was |is )?"
    r"(?P<it>[A-Z]{0,3} ?\d{2,8}(?: ?[A-Z]{1,3})?)\b"
)
_ONE_OFFICER = re.compile(
    r"\b[Oo]fficer(?:s:| no\.?| number)? (?P<it>(?!(?:19[4-9]|20[0-3])\d\b)\d{4,5})\b(?:, (?P<b>\d{4,5})\b)?(?![.,:/]\d|%| (?:hours|days|weeks))"
)
_TWO = re.compile(r"(?<![\d/])\b(?P<a>\d{3,5}) [A-Z]{3,} AND (?P<b>\d{3,5}) [A-Z]{3,}\b")
_CODED = re.compile(
    r"\((?:(?P<it>\d{2,5}[A-Z]{2})|(?P<b>(?!(?:SI|CG|NG|PH|QS|TA|IPG|HC|CM|EC|EU|AC|QB|UK|WO|SO|MS|OR) ?\d)[A-Z]{2,3} ?\d{3,6}))\)"
)
_NAME_BEFORE = re.compile(rf"{CAPITALISED} $")
_OPERATOR = re.compile(
    r"\b(?:OPR?|(?i:operator|dispatcher|controller|call[- ]?taker|call[- ]?handler|(?:logged|created|updated|closed|resulted|entered|taken) by))[: ]{1,2}(?P<it>[A-Z]{0,2}\d{4,6})\b(?![/.]\d| (?:minutes|hours|days))"
)
_BORN = re.compile(
    rf"\bPNC[: ]+[{UPPER}'-]+/[{UPPER}' -]+? (?P<it>(?:3[01]|[12]\d|0[1-9])(?:1[0-2]|0[1-9])\d\d)\b"
)


def find(text: str) -> Iterator[Finding]:
    """Yield police record and collar numbers."""
    yield from matches(_PNC, text, "ID", 0.95, "Has the form of a Police National Computer number")
    for match in _CRO.finditer(text):
        group = "it" if match["it"] else 0
        yield Finding(*match.span(group), "ID", 0.95, "", "Has the form of a criminal record number")
    yield from matches(_RANKED, text, "ID", 0.9, "A number after a police rank")
    yield from matches(_AFTER_NAME, text, "ID", 0.85, "A number after an officer's name")
    for match in (*_OFFICERS.finditer(text), *_TWO.finditer(text), *_ONE_OFFICER.finditer(text)):
        for group in (name for name, number in match.groupdict().items() if number):
            yield Finding(*match.span(group), "ID", 0.85, "", "The number of an officer")
    yield from matches(_BRACKETED, text, "ID", 0.9, "A number after an officer's name")
    yield from matches(_NAMED, text, "ID", 0.93, "A word for a staff number before it")
    yield from matches(_BORN, text, "DATE", 0.9, "A date of birth after a name in a police check")
    for match in _CODED.finditer(text):
        group = "it" if match["it"] else "b"
        if match["it"] or _NAME_BEFORE.search(before(text, match.start())):
            yield Finding(*match.span(group), "ID", 0.7, "", "Has the form of a collar number")
    yield from matches(_OPERATOR, text, "ID", 0.75, "The number of an operator in a control room")
