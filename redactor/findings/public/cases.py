"""Published cases and inquiries: their subjects, the places where they were, law cases, reviews by the name of a board.

A subject is known from a list, from standing in one row with one that is (`Steven Hoskin in Cornwall; Fiona Pilkington and
her daughter ...`), or from the form (`the inquiry into the death of ...`, `other published cases: those of ...`). A name
known only by its row or form is taken as public only if the draft speaks of it nowhere else.
"""

import re
from collections.abc import Iterator, Sequence

from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER

Span = tuple[int, int]

HEADING = 12  # characters before `review into the death of` in a title: A local child

_REPORTED = re.compile(  # Gillick v West Norfolk Health Authority [1986] AC 112
    rf"(?:(?:{CAPITALISED}|[{UPPER}]|and|of|the|v\.?|on|\([^)\n]{{1,60}}\)),? ){{1,18}}[\[(](?:19|20)\d\d[\])] (?:\d )?(?:UKHL|UKSC|EWCA|EWHC|EWFC|EWCOP|AC|FLR|Fam|WLR|All ER|QB|KB|EHRR|ECHR|HRLR|FCR|CCLR)\b(?: (?:Civ|Crim|Admin))?(?: ?\d{{1,4}})?(?: \((?:Fam|Admin|QB)\))?"
)
_LAW_CASE = re.compile(rf"\bR \([^)\n]{{1,40}}\) v\.? {CAPITALISED}(?: (?:{CAPITALISED}|of|and)){{0,6}}")
_INQUIRY = re.compile(
    rf"\b[Tt]he (?P<it>(?:(?:{CAPITALISED}|and|of) ){{1,6}}(?:[Pp]ublic |[Ii]ndependent )?(?:Inquiry|Enquiry|Judgment|Judgement|Ruling|inquiry|judgment|murders|ruling|scandal|disaster|riots))\b"
)
_OTHER_CASE = re.compile(
    rf"\((?P<it>(?:{CAPITALISED}(?: and | & |, | )){{1,5}}(?:LSCB|LSCP|SCB|SCP|ACPC|Safeguarding Children Board|Safeguarding Children Partnership|Safeguarding Board),? (?:{ANY_MONTH} )?(?:19|20)\d\d)\)"
    rf"|\b(?:[Cc]hild|[Bb]aby|[Ff]amily|[Aa]dult) [{UPPER}]{{1,2}}\d? \((?P<that>{CAPITALISED}(?:(?: and| &|,)? {CAPITALISED}){{0,4}},? (?:19|20)\d\d)\)"
)
# Places that stand for a published case or inquiry; a draft that names one as its own keeps it private.
_KNOWN_FOR = r"(?:City and Hackney|Haringey|Rotherham|Rochdale|Oldham|Oxford(?:shire)?|Telford|Derby|Cleveland|Orkney|Nottingham(?:shire)?|Peterborough|Newcastle|Huddersfield|Keighley|Halifax|Doncaster|Edlington|Mid[- ]Staffordshire|Staffordshire|Leicestershire|Bristol|Morecambe Bay|Shrewsbury|Islington|Lambeth|Coventry|Solihull|Birmingham|Soham|Winterbourne View|Whorlton Hall|Hillsborough|Grenfell|Aberfan|Dunblane|Manchester Arena|Southport|Jersey|North Wales|Kesgrave|Medway|Bryn Estyn|Hackney|Southwark|Brent|Croydon|Waltham Forest|Bexley|Wakefield|Kirklees)"
_KNOWN_CASE = re.compile(
    rf"\b(?:[Ii]nquir(?:y|ies)|[Rr]eports?|[Rr]eviews?|[Cc]ases?|[Cc]ampaigns?|[Ss]candals?|[Cc]onvictions|[Tt]rials?|[Ll]essons|[Ee]vents|[Ff]indings|[Gg]rooming|SCRs?)(?: \w+){{0,4}} (?:in|at|from|on|of|into|by) (?P<a>{_KNOWN_FOR}(?:(?:,| and|, and) {_KNOWN_FOR}){{0,4}})(?!\w)(?! [A-Z])"
    rf"|\b[Tt]he (?P<b>{_KNOWN_FOR}(?:(?:,| and) {_KNOWN_FOR})?) (?:cases?|reports?|reviews?|inquir(?:y|ies)|scandals?|grooming|abuse|trials?|tragedy|affair|murders?)\b(?! conference| of)"
)
_REVIEW_FROM = re.compile(
    rf"\b(?:[Cc]hild|[Bb]aby|[Ff]amily|[Aa]dult) [{UPPER}]{{1,2}}\d?,? (?:(?:a|the|whose) )?(?:(?:serious|local|child|safeguarding|case|practice|learning) ){{0,4}}(?:review|report|inquiry|case)\b[^.;\n]{{0,40}}? (?:from|by|in|at) (?P<it>{CAPITALISED}(?:(?: and| &|,)? {CAPITALISED}){{0,3}})"
    rf"|\b(?:[Rr]eviews?|SCR|[Rr]eport) (?:of|on|into|concerning|about) (?:[Cc]hild|[Bb]aby|[Ff]amily|[Aa]dult) [{UPPER}]{{1,2}}\d?,? (?:by|from|for|published by) (?P<that>{CAPITALISED}(?:(?: and| &|,)? {CAPITALISED}){{0,4}})(?=,? \(?(?:19|20)\d\d)"
)
_WHERE_IT_WAS = re.compile(rf",? (?:in|from|of) (?P<it>{CAPITALISED}(?: {CAPITALISED})?)(?=[,.;:)]|$)")
_NAME = rf"{CAPITALISED}(?: (?:(?:de|da|van|von|al|bin) )?{CAPITALISED}){{1,3}}"
_YEAR = r"(?: ?\((?:19|20)\d\d\)|,? in (?:19|20)\d\d)"
_PLACE = rf"{CAPITALISED}(?:(?: (?:and|upon|on|of|under|le|in) | ){CAPITALISED})?"
_KIN = r"(?:daughters?|sons?|sisters?|brothers?|mother|father|partner|siblings?|children|wife|husband|cousins?|friends?)"
_DIED = r"(?:died|dies|killed|murdered|death|murders?|found dead|drowned|beaten|starved|stabbed|abused|tortured|neglected|case|reviews?|inquiry|inquest|tragedy|took (?:his|her|their) own)"
_AT_PLACE = rf"(?:,? (?:in|from|of|at) {_PLACE})"
_GOES_ON = rf"(?:['\u2019]s?)?{_YEAR}?{_AT_PLACE}?{_YEAR}?"
_TO = rf"(?:,| and|;|, and|; and| &| or|, or)(?: (?:of|to|in|on|by|from|after|about|like|before|those of|that of|in (?:the case|that|those) of|before (?:him|her|them)|after (?:him|her|them)|later|then|more recently|most recently|and|that|the (?:case|death|murder|killing) of|(?:and )?(?:his|her|their) (?:[a-z]+ )?{_KIN},?))*"
_ENDS = r"(?=['\u2019,;:.)]| in\b| \(| and\b| or\b| &| from\b| (?:were|all|each|both)\b|$)"
_ROW_AFTER = re.compile(rf"{_GOES_ON}(?:, [a-z][^.;\n]{{0,90}})?{_TO} (?P<it>{_NAME}){_ENDS}")
_ROW_NEXT = re.compile(rf"{_GOES_ON}{_TO} (?P<it>{_NAME}){_ENDS}")
_SEVERAL = re.compile(r"\b(?:deaths|murders|killings|cases|names|stories|lives) of $")
_ROW_PLURAL = re.compile(rf"{_GOES_ON} and (?P<it>{_NAME})")
_ROW_BEFORE = re.compile(rf"(?P<it>{_NAME}){_GOES_ON}{_TO} $")
_WHERE = re.compile(
    rf"(?:['\u2019]s (?:[a-z]+ )?{_DIED})?{_YEAR}?(?:,? (?:[a-z-]+ ){{0,12}}?{_DIED}(?: [a-z]+){{0,3}})?,? (?:in|from|of|at|by) (?P<it>{_PLACE})(?=[,.;:)\u2019']|{_YEAR}| [a-z]|$)"
)
_INTO = re.compile(
    rf"(?P<cue>\b(?:published|public|national|landmark|well-known|high-profile|celebrated|notorious)\b[^.;\n]{{0,60}}?)?"
    rf"\b(?P<kind>[Pp]ublic [Ii]nquiry|[Ii]nquir(?:y|ies)|[Ee]nquir(?:y|ies)|[Rr]eviews?|[Rr]eports?|SCRs?|CSPRs?|DHRs?|SARs?|[Jj]udgments?|[Cc]onvictions?|[Oo]utcry|[Hh]eadlines|[Pp]ublicity) (?:in ?to|of|on|after|following|about|over|surrounding|in) (?:the )?(?P<died>(?:[a-z]+ )?(?:{_DIED}|deaths|killings|homicides?|suicides?|cases?|care|abuse|torture) (?:and [a-z]+ )?of )?(?P<it>{_NAME})(?P<when>{_YEAR}|{_AT_PLACE}{_YEAR})?"
)
_THOSE_OF = re.compile(
    rf"\b(?:published|national|public|high-profile|well-known|notorious|landmark|familiar|famous|infamous)(?: [a-z]+){{0,2}} (?:cases?|reviews?|deaths?|tragedies|tragedy|inquir(?:y|ies)|names|murders?|scandals?)\b[^.;\n]{{0,60}}?[ :](?:of|like|as|including|on|into|in|after) (?P<it>{_NAME}){_ENDS}"
)
_NOT_CASES = re.compile(r"\b(?:this|present|our|the subject of|my|current)\b")


def other_cases(text: str) -> Iterator[Span]:
    """Yield inquiries, reported law cases and other published reviews by the form of their names."""
    for pattern in (_REPORTED, _LAW_CASE):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span("it") for match in _INQUIRY.finditer(text))
    for match in _KNOWN_CASE.finditer(text):
        yield match.span("a" if match["a"] else "b")
    for pattern in (_REVIEW_FROM, _OTHER_CASE):
        for match in pattern.finditer(text):
            yield match.span("it" if match["it"] else "that")


def subjects(text: str, known: Sequence[Span]) -> Iterator[Span]:
    """Yield the subjects of published cases in `text` that the list lacks; `known` are those that it has, sorted."""
    sure = [*known, *(match.span("it") for match in _THOSE_OF.finditer(text))]
    sure.extend(match.span("it") for match in _INTO.finditer(text) if _of_others(match, text))
    told: set[Span] = set(sure) - set(known)
    for span in sure:
        told.update(_row(text, span))
    yield from (span for span in sorted(told) if _only(text, span, told))


def _of_others(match: "re.Match[str]", text: str) -> bool:
    """Return whether a review or inquiry is published and not the one that the draft itself reports."""
    line = text.rfind("\n", 0, match.start()) + 1
    heading = match.start() - line < HEADING
    if heading or _NOT_CASES.search(text, max(0, match.start() - 30), match.start("it")):
        return False
    inquiry = match["kind"].lower().endswith(("inquiry", "inquiries", "enquiry", "outcry", "headlines"))
    return bool((inquiry or match["died"]) and (match["cue"] or (inquiry and match["when"])))


def _row(text: str, span: Span) -> Iterator[Span]:
    """Yield the names that stand in one row with the subject at `span`, before and after."""
    place, following = span[1], _ROW_AFTER
    lead = _SEVERAL.search(text, max(0, span[0] - 40), span[0])
    match = _ROW_PLURAL.match(text, place) if lead else None
    if match:
        yield match.span("it")
    while match := following.match(text, place):
        yield match.span("it")
        place, following = match.end("it"), _ROW_NEXT
    line = max(text.rfind("\n", 0, span[0]), text.rfind(". ", 0, span[0]) + 1, span[0] - 120) + 1
    match = _ROW_BEFORE.search(text[line : span[0]])
    if match:
        yield match.start("it") + line, match.end("it") + line


def _only(text: str, span: Span, told: set[Span]) -> bool:
    """Return whether the surname at `span` stands nowhere in `text` but in such rows and forms."""
    surname = re.escape(text[span[0] : span[1]].split()[-1])
    return all(
        any(start <= match.start() < end for start, end in told)
        for match in re.finditer(rf"(?i)(?<!\w){surname}(?!\w)", text)
    )


def where_it_was(text: str, end: int) -> Span | None:
    """Return the place of a published case whose subject's name ends at `end`: Daniel Pelka, in Coventry."""
    match = _WHERE.match(text, end)
    return match.span("it") if match else None
