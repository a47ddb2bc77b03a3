"""References that a word names: crime, case, hospital, system, claim, tenancy, licence, registration.

Whatever has a figure and could be a code is looked at; the words just before it decide.
"""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import after, before

FINDS = (
    "crime reference «21/40718/15».",
    "(Mosaic «2290413»)",
    "hospital number «D550281»",
    "Liquidlogic reference «LL-0049127»",
    "Unit no. «RT620451».",
    "Board reference: «NVSCB/SCR/2010/02»",
    "case number «2014/3307-RTK»",
    "RiO «8841207»",
    "custody record «FX/2291/14»",
    "policy number «POL-14-093321»",
    "prison number «A4821CK»",
    "ref «YT-2045»",
    "CareFirst ID «58113742»",
    "SW registration «SW071993»",
    "hospital numbers («X0274451» and «X0274415»)",
    "Mosaic «613220» (A), «613221» (B), «620031» (C); UPN",
    "ChildView «3391»; police",
    "(URN «52 QK 40377 15»)",
    "PMRT «40233/2» |",
    "unit number «KX 0551204». The",
    "Re: «NVSCB/ECPR/3/2017» (Ann)",
    "Hospital number: «RXK 44 12 87»",
    "occurrence «1300 447 812»",
    "hosp. no. «441287»",
    "policy no «44712087 HHD»",
    "child benefit number «CHB 44712087 AA»",
    "StEIS no. «2013 20447»",
    "CRIS report «5407731/12»",
    "Council tax no. «80044712X»",
    "rent a/c «44712-08»",
    "GMC «6044718», NMC pin «98I0447E»",
    "Framework i «447120»",
    "A&E number «E13-004471»",
    "NASS reference «NASS 12/04/00447»",
    "CRN: «X104471»",
    "file no. «ND 4471»",
    "PRF no. «L77 041 3392».",
    "Coroner's ref «SM 0044-09».",
    "policy book (ref «OP HERON/PB1») is",
    "given a reference, «REP 7719340». The",
    "given the number «RHI 660318» and",
    "National Rail ticket. TAP, «K7QX2M». I",
    "booking «X4RT9K» and coach ref «7HGQ21»",
    "the crime number, «44/10021/14»",
    "StEIS «2018/4471»",
    "under number «WX/44120»",
    "| Social care no. | «LL 6610482» |",
    "registered with the HCPC as «SW60417»",
    "letter ref «JL/km/44712»; your ref «kl/0447»",
    "meter no. «04471208»",
    "any other number: «A44712»",
    "admission no. «004471»",
    "Blue badge «0447 KLM 0521 N05»",
    "Our Ref: «0447/jl/km»",
    "Reference «FS-Case-4471208»",
)
IGNORES = (
    "reference 3 below",
    "log of events",
    "section 47 enquiry",
    "case 2 of the study",
    "the case in 2009",
    "Working Together 2015",
    "Figure 12 shows",
    "NICE guideline CG110",
    "system in 2010",
    "case number 4 of 12",
    "Mosaic 2015 (A), 2016",
    "exhibit A was",
    "HV1: agreed",
    "the hospital 20 minutes away",
    "case conference 14/3/11",
    "in custody 24 hours",
    "the policy 4.2",
    "for a child 18 months old",
    "the unit 12 miles away",
    "the number NICE CG110 gave",
    "the number 12 bus",
    "a number, 2014, was",
    "tickets for H2O and G2P1",
    "SI No. 3092 and Circular no. 4471",
    "the total number 2010 gave",
    "ref 3/4-year plan",
)

_NOUN = (
    r"crime|case|incident|inc|occurrence|custody|hosp(?:ital)?|unit|patient|mrn|client|child|person|social care|referral|claim|tenancy|rent"
    r"|account|policy|board|file|log|cad|storm|niche|athena|connect|liquid ?logic|lcs|ll|ics|mosaic|care ?first|framework[- ]?i|fwi|protocol"
    r"|paris|rio|system ?one|systmone|s1|emis|carenotes|azeus|capita one|ems|holmes|operation|urn|prison|hmp|p?nomi?s|noms|pnc|cris|iis|guardian|eclipse"
    r"|record|inquest|coroner'?s?|court|application|complaint|docket|exhibit|employer|payroll|dbs|crb|certificate|gmc|nmc|hcpc|gscc|gdc|gphc|sra|swe|pin|disclosure"
    r"|indictment|missing|intelligence|intel|datix|steis|siri|sui|yot|ycms|asset|mash|eh|ehm|early help|caf|tac|ssd|swift|northgate"
    r"|registration|licence|contract|booking|ambulance|pcr|prf|job|event|bail|probation|delius|crn|oasys|ucas|candidate|exam|housing|benefit|nass|uasc|file path|child ?view|pmrt"
    r"|badger(?:net)?|cerner|lorenzo|medway|pims|evolve|synergy|capita|impulse|tribal|abacus|niche rms|cassie|merlin|vprf|vpa|ppn1?|dash|marac|mappa|visor|cafcass|ofsted"
    r"|a&e|ed|attendance|district|x-?ray|pas|k|council tax|tax credit|child benefit|chb|hb|uc|universal credit|csa|cms|insurance|motability|payment|post-?mortem|pm|lab|sample|serial|tag"
    r"|social work england|cid|ho|home office|port|warrant card|edt|call|cah?ms|camhs|officer in (?:the )?case|tenant|household|member|membership|student|staff|visit|order|warrant|cpc|lac|ehcp?|sen|pupil|legal|l?c?scr|cspr|csp|dhr|practice|sen register|school|admissions?|roll|free school meals|fsm|dfe|establishment|blue badge|bus pass|oyster(?: card)?|library(?: card)?|smartcard|utr|asn|crimestoppers|action ?fraud|uprn|meter|mp[ar]n|gas card|electricity(?: key)?|uci|provident|agreement|catalogue|specimen|path(?:ology)?|scan|letter|officer'?s?|collar|penalty|adoption|fostering|carer|service|army|raf|navy|regimental"
)
_LABEL = r"(?:ref(?:erence)?s?|numbers?|nos?|id|identifier|code|urn|record|report|file|log|entry|investigation|account|a/c|card|pin|call)"
_CODE = r"(?=[A-Z/.-]{0,14}\d)[A-Z0-9](?:[A-Z0-9]|[/-](?=[A-Z0-9])){2,23}"
_MIXED = r"(?=[A-Za-z/.-]{0,12}\d)[A-Za-z0-9]{1,10}(?:[/-][A-Za-z0-9]{1,10}){1,4}"  # with a typist's initials: JL/km/447
_GROUP = r" (?!(?:19[4-9]|20[0-3])\d\b)\d{3,6}(?![\d/:]|\.\d| ?(?:hours|hrs|mg|days))"
_CANDIDATE = re.compile(
    rf"(?<![\w\u00a3/.,-])(?P<it>[A-Z]{{1,4}} ?\d{{3,8}}[-/]\d{{2,4}}|[A-Z]{{2,3}}(?: \d\d){{3}}|(?:[A-Z]{{1,4}} ?)?(?:\d{{7,9}} [A-Z]{{2,3}}|\d{{1,8}}(?:{_GROUP}){{1,3}})"
    rf"|[A-Z]{{1,4}} \d{{4,9}}[A-Z]{{0,2}}(?: [A-Z]{{2}})?|[A-Z]{{2,5}} \d{{1,4}}/\d\d(?:/\d{{3,6}}|\d\d)?|\d{{2}} ?[A-Z0-9]{{2}} ?\d{{4,6}} ?\d{{2}}|OP [A-Z]{{3,15}}/[A-Z]{{0,4}}\d{{1,4}}|\d{{4}} [A-Z]{{3}} \d{{4}} [A-Z]\d\d|{_CODE}|{_MIXED})(?!\w|%|[.,/]\d|/[a-z]{{2,3}}\b)"
)
_PREFIX = re.compile(r"[A-Z]{2} ")  # so short a system's name is written as part of the number: LL 6610482
_OWN_WORD = re.compile(rf"(?i:{_NOUN}|{_LABEL}) (?=\d)")
_POINTED = r"[.:,]* {0,2}(?:(?i:is|was|of|as|were|id) )?[(#=\u2013-]?\s?$"
_LABELLED = re.compile(
    rf"(?:^|\W)(?i:(?:{_NOUN})s?)\.?[ -](?:(?i:ref|reference|case|report|record|registration|disclosure|certificate|incident|number) )?(?i:{_LABEL}){_POINTED}"
)
_REF = re.compile(
    rf"\b(?i:ref(?:erence)?|our ref|your ref|re|urn|id|crn|mrn|pin)(?i: (?:number|no))?{_POINTED}"
)
_ANY_NUMBER = re.compile(
    r"(?<!SI )(?<!Order )(?<!Circular )(?<!Regulations )\b(?:[Nn]o\.?|[Nn]umber|[Ss]erial|ID|[Rr]ef(?:erence)?\.?)(?: is| was)?[:.]? ?[(#=]?$"
)
_REGISTERED = re.compile(
    r"\b(?:[Rr]egistered|[Rr]egistration|[Ll]isted|[Kk]nown|[Rr]ecorded)\b[^.;\n]{0,40} as $"
)
_SMALL = re.compile(r"[a-z]")
_NAMED = re.compile(rf"(?<![/\\\w])(?i:{_NOUN})(?:[.:] ?| )[(#]?$")
_SYSTEM = re.compile(
    r"\b(?:Mosaic|Child ?View|Liquid ?[Ll]ogic|LCS|LL|Care ?First|Framework[- ]?i|FWi|Datix|DATIX|St?EIS|PMRT|Niche|NICHE|Athena|RiO|RIO|EMIS|SystmOne|Capita(?: ID)?|Synergy|Protocol|ICS|Eclipse|Paris|PARIS|ViSOR|MERLIN|Merlin|GMC|NMC|HCPC|GPhC|SWE|CRIS|VPRF|DBS|OASys|Delius)"
    r"(?: (?:ref|no|ID|record|number|report)\.?)?(?:: | \(?)$"
)
_NUMBER = re.compile(r"\b(?:the|a|under|as|its|his|her) (?:\w+ )?(?:number|code),? $")
_BOOKING = re.compile(
    r"(?i)\b(?:tickets?|booking|coach|flight|train|national express|megabus|pnr|locator|voucher|collection|order|parcel|tracking|e-?ticket|airline)\b[^\n]{0,60}$"
)
_BOOKED = re.compile(r"(?=(?:[A-Z]*\d){2})(?=(?:\d*[A-Z]){3})[A-Z\d]{6}")
_BOARD = re.compile(r"\b(?i:re|ref|subject): ?$")
_LETTERED = re.compile(
    r" \([A-Z]\w{0,14}\)(?:,|;| and| or) (?P<it>(?!(?:19|20)\d\d\b)[A-Z]{0,3}\d{4,12})\b(?= \()"
)
_SECOND = re.compile(rf"(?:,| and| or|;) (?P<it>{_CODE})\b")
_NOT_A_CODE = re.compile(
    r"(?:19|20)\d\d(?:[/-](?:\d{2}|(?:19|20)\d\d|\d{3}))?|(?:3[01]|[12]\d|0?[1-9])/(?:1[0-2]|0?[1-9])/\d{2,4}|\d{1,2}|\d{1,2}[/-]\d{1,2}|20\d\d-\d\d-\d\d|[A-Z]{1,4} (?:19|20)\d\d"
)


def find(text: str) -> Iterator[Finding]:
    """Yield references, told by the word before them."""
    for match in _CANDIDATE.finditer(text):
        start, prefix = match.start("it"), 0
        earlier = before(text, start, 70)
        word = _OWN_WORD.match(match["it"])
        if word and not (_LABELLED.search(earlier) or _REF.search(earlier)):
            start += word.end()
            earlier = before(text, start, 50)
            prefix = word.end() if _PREFIX.fullmatch(word.group()) else 0
        code = text[start : match.end("it")]
        score, because = _called(earlier, code)
        if score and not _NOT_A_CODE.fullmatch(code):
            first = Finding(start - prefix, match.end("it"), "ID", score, "", because)
            yield first
            yield from _more(text, first)


def _called(earlier: str, code: str) -> tuple[float, str]:
    """Return how sure the words before a code make it, and why; 0 where they say nothing."""
    if not earlier or earlier[-1] not in " :.(#=-\u2013":
        return 0, ""
    if _SMALL.search(code) and not re.search(r"\d{4}|/\d{3}|\d{3}/", code):
        return 0, ""
    if _LABELLED.search(earlier):
        return 0.95, "A word for a reference before it"
    if _REF.search(earlier) and (not _BOARD.search(earlier) or re.search(r"[/-]", code)):
        return 0.9, "A word for a reference before it"
    if _SMALL.search(code):
        return 0, ""
    if (_ANY_NUMBER.search(earlier) or _REGISTERED.search(earlier)) and _long(code):
        return 0.8, "A word for a number before it"
    if _NUMBER.search(earlier) and code[0].isalpha() and sum(map(str.isdigit, code)) >= 5:
        return 0.8, "A word for a number before it"
    if _BOOKED.fullmatch(code) and _BOOKING.search(earlier):
        return 0.7, "Has the form of a booking reference"
    spaced = " " in code
    if _SYSTEM.search(earlier) and not spaced and sum(map(str.isdigit, code)) >= 4:
        return 0.9, "A word for a record or system before it"
    if (
        _NAMED.search(earlier)
        and (not spaced or len(code) > 9 or (len(code) > 6 and code[0].isalpha()))
        and _has_two_figures(code)
    ):
        return 0.8, "A word for a record or system before it"
    return 0, ""


def _long(code: str) -> bool:
    """Return whether a code of one piece has five figures, or a letter and four of them, so that it counts nothing."""
    figures = sum(map(str.isdigit, code))
    return " " not in code and (figures > 4 or (figures > 3 and not code.isdigit()))


def _has_two_figures(code: str) -> bool:
    """Return whether a code holds two figures, and so is no room or child."""
    return sum(map(str.isdigit, code)) >= 2


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
