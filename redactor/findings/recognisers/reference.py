"""References that a word names: crime, case, hospital, system, claim, tenancy; and reference-like codes."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import after, matches

FINDS = (
    "crime reference «21/40718/15».",
    "(Mosaic «2290413»)",
    "hospital number «D550281»",
    "Liquidlogic reference «LL-0049127»",
    "CAD «1187/04JUN13»",
    "Log «3046» of 3 Nov",
    "incident «445» of 12 May",
    "Unit no. «RT620451».",
    "Board reference: «NVSCB/SCR/2010/02»",
    "case number «2014/3307-RTK»",
    "RiO «8841207»",
    "custody record «FX/2291/14»",
    "policy number «POL-14-093321»",
    "(«MR/14/002218»)",
    "prison number «A4821CK»",
    "ref «YT-2045»",
    "heard («MARAC/K/12/077»)",
    "CareFirst ID «58113742»",
    "SW registration «SW071993»",
    "hospital numbers («X0274451» and «X0274415»)",
    "Mosaic «613220» (A), «613221» (B), «620031» (C); UPN",
    "ChildView «3391»; police",
    "(URN «52 QK 40377 15»)",
    "(exhibit «ABC/4»)",
    "PMRT «40233/2» |",
    "| Datix «W-220417» |",
    "unit number «KX 0551204». The",
    "1002 UNITS «RX34» ASSIGNED. 1009 «RX34»: CONVEYING",
    "two files, «OTCIS 4400518» and «OTCIS 4400977».",
    "Re: «NVSCB/ECPR/3/2017» (Ann)",
)
IGNORES = (
    "reference 3 below",
    "log of events",
    "section 47 enquiry",
    "case 2 of the study",
    "the case in 2009",
    "Working Together 2015",
    "incident on 12 May 2009",
    "Figure 12 shows",
    "NICE guideline CG110",
    "HMIC 2014",
    "system in 2010",
    "case number 4 of 12",
    "Mosaic 2015 (A), 2016",
    "exhibit A was",
    "IMR/2 and",
    "ADHD/ASD pathway",
    "UNITS 2 AND 3",
    "HV1: agreed",
)

_NOUN = (
    r"crime|case|incident|occurrence|custody|hospital|unit|patient|mrn|client|child|person|social care|referral|claim|tenancy|rent"
    r"|account|policy|board|file|log|cad|storm|niche|athena|connect|liquid ?logic|lcs|ics|mosaic|care ?first|framework-?i|protocol"
    r"|paris|rio|system ?one|emis|carenotes|azeus|capita one|ems|holmes|operation|urn|prison|noms|pnc|cris|iis|guardian|eclipse"
    r"|record|inquest|coroner'?s?|court|application|complaint|docket|exhibit|employer|payroll|dbs|certificate|gmc|nmc|hcpc|swe|pin|disclosure"
    r"|indictment|missing|intelligence|intel|datix|steis|siri|yot|ycms|asset|mash|eh|early help|caf|tac|ssd|swift|northgate"
    r"|registration|licence|contract|booking|ambulance|job|event|bail|probation|delius|oasys|ucas|candidate|exam|housing|benefit|nass|uasc|file path|child ?view|pmrt|exhibits?|badger(?:net)?|cerner|lorenzo|medway|pims|evolve|synergy|capita|impulse|tribal|abacus|niche rms|cassie"
)
_LABEL = r"(?:ref(?:erence)?s?|numbers?|nos?|id|identifier|code|urn|record|file|log|entry)"
_CODE = r"(?=[A-Z/.-]{0,14}\d)[A-Z0-9](?:[A-Z0-9]|[/-](?=[A-Z0-9])){2,23}"
_LABELLED = re.compile(
    rf"\b(?i:(?:{_NOUN})s?)[ -](?i:{_LABEL})[.:]* {{0,2}}(?i:is |was |of |as |were )?[(#]?(?P<it>{_CODE})\b"
)
_NAMED = re.compile(
    rf"(?<![/\\\w])(?i:(?:{_NOUN}))(?:[.:] ?| )[(#]?(?P<it>(?=[A-Z/-]*\d[A-Z\d/-]*\d){_CODE})\b"
)
_REF = re.compile(
    rf"\b(?i:ref(?:erence)?|our ref|your ref|urn|id)\b(?i: (?:number|no))?[.:]* {{0,2}}(?i:is |was )?[(#]?(?P<it>{_CODE})\b"
)
_URN = re.compile(r"\bURN:? (?P<it>\d{2} ?[A-Z0-9]{2} ?\d{4,6} ?\d{2})\b")
_SYSTEM = re.compile(
    r"\b(?:Mosaic|Child ?View|Liquid ?[Ll]ogic|Care ?First|Framework-?i|Datix|StEIS|PMRT|Niche|Athena|RiO|EMIS|SystmOne|Capita(?: ID)?|Synergy|Protocol|ICS|LCS|Eclipse|Paris)"
    r"(?: (?:ref|no|ID|record)\.?)? (?P<it>(?!(?:19|20)\d\d\b)\d{4,12}(?:/\d{1,3})?)\b"
)
_PREFIXED = re.compile(r"\b(?!NHS )[A-Z]{4,6} (?!\d{6} )\d{6,9}\b(?![/.,]\d)")
_EXHIBIT = re.compile(r"\b(?i:exhibits?|exhibit no\.?|item|production) (?P<it>[A-Z]{2,4}/\d{1,3}[A-Z]?)\b")
_SPACED = re.compile(
    rf"\b(?i:(?:{_NOUN}))[ -](?i:{_LABEL})[.:]* {{0,2}}(?i:is |was )?(?P<it>[A-Z]{{1,3}} \d{{5,9}})\b"
)
_CALL_SIGN = re.compile(
    r"\b(?i:units?|call ?sign|crew|resource|car)(?: (?:no\.?|number))? (?P<it>[A-Z]{1,3}\d{2,3}[A-Z]?)\b(?= [A-Z]| [a-z]|[.,;:)])"
)
_LETTERED = re.compile(
    r" \([A-Z]\w{0,14}\)(?:,|;| and| or) (?P<it>(?!(?:19|20)\d\d\b)[A-Z]{0,3}\d{4,12})\b(?= \()"
)
_SECOND = re.compile(rf"(?:,| and| or|;) (?P<it>{_CODE})\b")
_FORMS = re.compile(
    r"\b[A-Z]{2,6}/[A-Z]{2,5}/\d{1,4}/(?:19|20)\d\d\b|\b[A-Z]{2,5}[/-]\d{2,4}[/-]\d{2,7}(?:[/-][A-Z0-9]{1,6})?\b|\b[A-Z]{1,6}/(?:[A-Z]{1,6}/){0,2}\d{2,6}(?:/\d{1,7}){0,2}\b"
    r"|\b\d{2}/\d{4,6}/\d{2}\b|\b\d{4}/\d{4,6}-[A-Z]{2,3}\b|\b[A-Z]{2}-[A-Z]-\d{4,8}\b|\b[A-Z]{1,3}-?\d{6,9}\b"
    r"|\b[A-Z]{2,5}-[A-Z]{2,5}-\d{2,4}(?:-\d{1,6})?\b|\b\d{3,4}/\d{1,2}[A-Z]{3}\d{2}\b|\b[A-Z]\d{4}[A-Z]{2}\b"
    r"|\b\d{2}[A-Z]\d{4,6}[A-Z]?\b|\b[A-Z]{2,4}-\d{4,8}\b|\b[A-Z]{2,5}(?:/[A-Z]{2,5})+/\d{4}(?:/\d{1,4})?\b"
)
_LOG = re.compile(r"\b(?i:log|incident|cad|message|serial)(?i: (?:number|no\.?))? (?P<it>\d{2,5})(?= of \d)")
_LONG = re.compile(r"(?<![\w/.,\u00a3+-])(?<!\d )(?P<it>\d{7,9})(?![\w/%]|[.,]\d| \d)")
_NOT_A_CODE = re.compile(
    r"(?:19|20)\d\d(?:[/-]\d{2,4})?|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}|\d{1,2}[/-]\d{1,2}|20\d\d-\d\d-\d\d"
)


def find(text: str) -> Iterator[Finding]:
    """Yield references, from the word before them or from their form."""
    for pattern, score, because in (
        (_LABELLED, 0.95, "A word for a reference before it"),
        (_REF, 0.9, "A word for a reference before it"),
        (_NAMED, 0.8, "A word for a record or system before it"),
        (_LOG, 0.9, "The number of a police log"),
        (_URN, 0.95, "A word for a reference before it"),
        (_SYSTEM, 0.9, "A word for a record or system before it"),
        (_PREFIXED, 0.7, "A system's name and a long number"),
        (_EXHIBIT, 0.9, "The number of an exhibit"),
        (_SPACED, 0.95, "A word for a reference before it"),
        (_CALL_SIGN, 0.75, "A unit's call sign"),
        (_FORMS, 0.75, "Has the form of a reference number"),
    ):
        for finding in matches(pattern, text, "ID", score, because):
            if not _NOT_A_CODE.fullmatch(text, finding.start, finding.end):
                yield finding
                yield from _more(text, finding)
                if pattern is _CALL_SIGN:
                    yield from _again(text, finding)
    yield from matches(_LONG, text, "ID", 0.55, "A long number that may be a reference")


def _more(text: str, first: Finding) -> Iterator[Finding]:
    """Yield the further codes of a list: `X0274451 and X0274415`, `613220 (A), 613221 (B)`."""
    place = first.end
    while row := _LETTERED.match(text, place):
        place = row.end()
        yield Finding(*row.span("it"), "ID", first.score - 0.1, "", first.because)
    second = _SECOND.match(text, first.end)
    if (
        second
        and not _NOT_A_CODE.fullmatch(second["it"])
        and not after(text, second.end(), 2).startswith("%")
    ):
        yield Finding(*second.span("it"), "ID", first.score - 0.1, "", first.because)


def _again(text: str, first: Finding) -> Iterator[Finding]:
    """Yield the other standings of a call sign."""
    code = re.escape(text[first.start : first.end])
    for match in re.finditer(rf"\b{code}\b", text):
        if match.start() != first.start:
            yield Finding(*match.span(), "ID", first.score, "", first.because)
