"""Codes that have the form of a reference, a log, an exhibit or a call sign, whatever stands before them."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "CAD «1187/04JUN13»",
    "Log «3046» of 3 Nov",
    "(log «0038 of 01/01/11»). They",
    "incident «445» of 12 May",
    "(«MR/14/002218»)",
    "heard («MARAC/K/12/077»)",
    "(exhibit «ABC/4»)",
    "| Datix «W-220417» |",
    "two files, «OTCIS 4400518» and «OTCIS 4400977».",
    "1002 UNITS «RX34» ASSIGNED. 1009 «RX34»: CONVEYING",
    "call sign «YM41»",
    "log «117/140311» refers",
    "IMEI «490154203237518» seized",
    "IMEI: «49-015420-323751-8»",
    "SIM «8944 1100 0044 7120 871»",
    "the report («10PAC220417») was shared",
    "a file «4471208» was",
    "SCR «KS/2015» |",
    "INTEL 5x5x5 «TV19/00327»: LEE",
    "log «TVP-1203-0771/18». Meeting",
    "crime «CR12/4471»",
    "homeless («HSG/0073319»). The",
    '("Board") «ASCB/SCR/17/A» and «NSCB/LR/09/B»',
    "physiotherapist «PH104472» said",
    "Badge «QHG9K21180417» |",
    "«19/B/0447» and «12/04ZL/01/44712K»",
    "exhibits «JL/1» and «JL/2»",
    "«04-19-OC»",
)
IGNORES = (
    "log of events",
    "Working Together 2015",
    "incident on 12 May 2009",
    "NICE guideline CG110",
    "HMIC 2014",
    "IMR/2 and",
    "ADHD/ASD pathway",
    "UNITS 2 AND 3",
    "exhibit A was",
    "HV1: agreed",
    "M/34 and F/22",
    "£1,250,000 a year",
    "in 2012/13",
    "COVID19 and COVID-19/20",
    "AD/HD and IMR/2",
    "PM2 and G8P4",
)

_EXHIBIT = re.compile(
    r"\b(?i:exhibits?|exhibit no\.?|item|production)(?i: ref(?:erence)?)? (?P<it>[A-Z]{2,4}/?\d{1,3}[A-Z]?)\b(?:(?:,| and|, and| to| &) (?P<more>[A-Z]{2,4}/\d{1,3}[A-Z]?)\b)?"
)
_CALL_SIGN = re.compile(
    r"\b(?i:units?|call ?sign|crew|resource|car)(?: (?:no\.?|number))? (?P<it>[A-Z]{1,3}\d{2,3}[A-Z]?)\b(?= [A-Z]| [a-z]|[.,;:)]|$)"
)
_PREFIXED = re.compile(r"\b(?!NHS )[A-Z]{4,6} (?!\d{6} )\d{6,9}\b(?![/.,]\d)")
_FORMS = re.compile(
    r"\b(?:"
    r"[A-Z]{2,6}/[A-Z]{2,5}/\d{1,4}/(?:19|20)\d\d|[A-Z]{2,5}[/-]\d{2,4}[/-]\d{2,7}(?:[/-][A-Z0-9]{1,6})?|(?![MF]/\d\d\b)[A-Z]{1,6}/(?:[A-Z]{1,6}/){0,2}\d{2,9}(?:/[A-Z0-9]{1,7}){0,3}"
    r"|[A-Z]{2,3}\d{2}/\d{4,7}|[A-Z]{2,5}-\d{3,4}-\d{3,6}/\d\d|\d{2}/\d{4,6}/\d{2}|\d{4}/\d{4,6}-[A-Z]{2,3}|[A-Z]{2}-[A-Z]-\d{4,8}|[A-Z]{1,3}-?\d{6,9}|[A-Z]{2,3}\d{5}|\d{2}-\d{2}-[A-Z]{2}|\d{1,2}/[A-Z]/\d{3,6}|\d\d/\d\d[A-Z]{2}/\d\d/\d{3,7}[A-Z]?|(?=[A-Z]*(?:\d[A-Z]*){4})(?=\d*(?:[A-Z]\d*){2})[A-Z0-9]{8,20}"
    r"|[A-Z]{2,5}-[A-Z]{2,5}-\d{2,4}(?:-\d{1,6})?|\d{3,4}/\d{1,2}[A-Z]{3}\d{2}|[A-Z]\d{4}[A-Z]{2}"
    r"|\d{2}[A-Z]\d{4,6}[A-Z]?|\d{2}/?[A-Z]{3}/?\d{5,6}|[A-Z]{2,4}-\d{4,8}|[A-Z]{2,5}(?:/[A-Z]{2,5})+/\d{4}(?:/\d{1,4})?"
    r")\b"
)
_LOG = re.compile(
    r"\b(?i:log|incident|cad|message|serial|inc\.?)(?i: (?:number|no\.?))? (?P<it>\d{2,5}(?: of \d{1,2}/\d{1,2}/\d{2,4}\b)?)(?:(?= of \d)|(?<=/\d\d)|(?<=/\d\d\d\d)|(?=/\d{1,2} [A-Z]))|\b(?i:log|cad) (?P<dated>\d{2,5}[/-]\d{6})\b"
)
_DEVICE = re.compile(
    r"\b(?:IMEI|SIM(?: card)?|ICCID)(?i: (?:number|no\.?))?[: ]+(?P<it>\d{15}|\d{2}-\d{6}-\d{6}-\d|\d{4}(?: ?\d{4}){3} ?\d{3,4})\b"
)
_LONG = re.compile(r"(?<![\w/.,\u00a3+-])(?<!\d )(?P<it>\d{7,9})(?![\w/%]|[.,]\d| \d)")
_NOT_A_CODE = re.compile(
    r"(?:19|20)\d\d(?:[/-](?:\d{2}|(?:19|20)\d\d|\d{3}))?|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}[/-]\d{1,2}|20\d\d-\d\d-\d\d|COVID-19.*"
)


def find(text: str) -> Iterator[Finding]:
    """Yield codes of the form of a reference."""
    for pattern, score, because in (
        (_LOG, 0.9, "The number of a police log"),
        (_PREFIXED, 0.7, "A system's name and a long number"),
        (_EXHIBIT, 0.9, "The number of an exhibit"),
        (_DEVICE, 0.95, "The number of a telephone or its card"),
        (_FORMS, 0.75, "Has the form of a reference number"),
    ):
        for match in pattern.finditer(text):
            groups: list[str | int] = [name for name, code in match.groupdict().items() if code] or [0]
            for group in groups:
                if not _NOT_A_CODE.fullmatch(match[group]):
                    yield Finding(*match.span(group), "ID", score, "", because)
    for finding in matches(_CALL_SIGN, text, "ID", 0.75, "A unit's call sign"):
        yield finding
        yield from _again(text, finding)
    yield from matches(_LONG, text, "ID", 0.55, "A long number that may be a reference")


def _again(text: str, first: Finding) -> Iterator[Finding]:
    """Yield the other standings of a call sign."""
    code = re.escape(text[first.start : first.end])
    for match in re.finditer(rf"\b{code}\b", text):
        if match.start() != first.start:
            yield Finding(*match.span(), "ID", first.score, "", first.because)
