"""Public things by the form of their names: Acts, guidance and its dates, national bodies, tools, inquiries, law cases."""

import re
from collections.abc import Iterator

from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER

Span = tuple[int, int]

_ACT = re.compile(
    rf"(?<!\w)(?:(?:{CAPITALISED}|and|of|in|for|to|etc\.?|\([A-Z][A-Za-z ]{{1,30}}\)),? ){{1,9}}(?:Act|Acts|Regulations|Rules|Measure|Order|Directive|Convention)(?: \([A-Z][a-z]+\))?(?: (?:19|20)\d\d\b)"
    rf"|(?<!\w)(?:(?:{CAPITALISED}|and|of|in|for|to|etc\.?|\([A-Z][A-Za-z ]{{1,30}}\)),? ){{1,9}}(?:Act|Acts|Regulations|Rules|Measure)(?: \([A-Z][a-z]+\))?(?!\w)"
)
_GUIDELINE = re.compile(
    r"\b(?:(?:NICE )?(?:clinical )?(?:[Gg]uideline|[Gg]uidance|[Cc]ircular|[Ss]tandard),? )?(?:CG|NG|PH|QS|LAC|HSC|HSG|WHC|LASSL|HSS) ?\(?\d{1,4}\)?(?:/\d{1,4})?(?: \d{1,3})?\b"
)
_OF = rf" (?:of|for|on|in|against|into) (?:the )?{CAPITALISED}(?:,? (?:(?:and|of|for|the|in|on|to|with|&) )*{CAPITALISED}){{0,7}}"
_KINDS = r"(?:Association|Society|Institute|Federation|Network|Commission|Inspectorate|Council|Union|College|Faculty|Academy|Agency|Campaign|Confederation|Charity|Foundation|Forum|Centre|Panel|Office|Board|Register|Registry)"
_NATIONAL = re.compile(  # British Association of Perinatal Medicine (BAPM): national by its form
    rf"\b(?:(?:Royal (?:College|Society|Pharmaceutical Society|Institute)|(?:British|National|UK|International|European|World|English|Scottish) {_KINDS}){_OF}"
    rf"|(?:British|UK|National) (?:(?!Park|Trust\b|Insurance|Grid){CAPITALISED} ){{1,3}}(?:Association|Society|Federation|Foundation|Council|Institute|Agency|Inspectorate|Commission|Survey|Centre|Helpline|Union)"
    rf"|(?:Her Majesty['\u2019]s|His Majesty['\u2019]s|HM) (?:(?:Chief )?(?:Inspectorates?|Inspectors?) of|Courts|Prisons?|Passport|Treasury|Government|Revenue)(?: (?:and )?{CAPITALISED})*"
    rf"|(?:Department|Ministry|Secretary of State|Minister|Secretaries of State) (?:for|of) (?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?:(?:, {CAPITALISED}(?: {CAPITALISED})?)*,? (?:and|&) {CAPITALISED}(?: {CAPITALISED})?)?"
    rf"|(?:Institute|Faculty|Association|Society|Union|Federation|Confederation) (?:of|for) (?:the )?{CAPITALISED}(?:,? (?:(?:and|of|for|the|&) )*{CAPITALISED}){{0,6}}"
    rf"|(?:Chief (?:Medical Officer|Nursing Officer|Inspector of {CAPITALISED}|Social Worker for {CAPITALISED}|Coroner|Secretary))(?: for (?:England|Wales|Scotland))?"
    rf"|(?:Office (?:of|for) (?:the |National )?)(?:{CAPITALISED} ){{1,3}}(?:Adjudicator|Commissioner|Guardian|Standards|Statistics|Regulator|Ombudsman|Guarantee)"
    rf"|(?:{CAPITALISED}(?:,? (?:and|of|for|&) |,? )){{1,5}}(?:Ombudsman|Inspectorate|Compensation Authority|Aid Agency|Tribunal Service|Select Committee|Law Commission|Practitioners Association|Visitors Association|(?:Licensing|Abuse|Regulatory|Standards|Qualifications|Conduct|Security|Aviation|Examinations) Authority|(?:Standards|Improvement|Funding|Enforcement|Crime|Border|Protection|Safety|Regulatory|Licensing|Security|Rural Payments) Agency|Standards Board|Compensation Scheme|(?:Modern Slavery|Trafficking|Domestic Abuse|Whistleblowing) (?:and [A-Z]\w+ )?Helpline)"
    rf"|(?:Commission|Centre|Council|Agency) (?:for|on) (?:{CAPITALISED}|Social)(?:,? (?:(?:and|of|for|the|&) )*{CAPITALISED}){{1,4}})(?: \((?P<short>[A-Z][A-Za-z-]{{1,9}})\))?"
)
_INSTRUMENT_HEAD = (
    r"(?:Scales?|Toolkit|Tool|Questionnaire|Inventory|Checklist|Matrix|Index|Bill|Census|White Paper|Green Paper|Code of (?:Practice|Guidance)|Information System|Insurance|Allowance|Disclosure Scheme|Screening Test|Interview"
    r"|Test|Chart|Score|Coma Score|Schedule|Profile|Assessment|Framework|Programme|Program|Model|Approach|Protocol|Rating System|Wheel|Triangle|Continuum|Intervention|Pathway|Test of [A-Z]\w+|Scale for [A-Z]\w+|Therapy)"
)
_INSTRUMENT = re.compile(
    rf"\b(?:{CAPITALISED}[ -](?:(?:and|of|for|in|the|to) ){{0,2}}){{1,6}}{_INSTRUMENT_HEAD}\b"
)
_EPONYM = re.compile(
    rf"\b(?P<it>{CAPITALISED}(?:(?: and | or |-){CAPITALISED})?)(?<!['\u2019]s) (?:[a-z]+ ){{0,2}}(?:scale|score|reflex(?:es)?|syndrome|disease|continuum|criteria|harness|collar|manoeuvre|typology|taxonomy|inventory|questionnaire|checklist|index|rating|fractures?|staging|contraction|competen(?:ce|t|cy)|hypothesis|cycle of change"
    rf"|(?:risk assessment |assessment |parenting |practice |theoretical |conceptual )(?:model|framework|tool|approach)|[Tt]ests? (?:was|were|is|for|positive|negative|normal)|tests negative|method of|approach to|palsy|lymphoma|dystrophy|tenderness|inhaler|tablets?|capsules|injection|implant|spot)\b"
)
_EPONYM_STAGE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) (?P<it>{CAPITALISED})(?<!['\u2019]s) (?:stage|sign|model|approach|test|principles?|guidelines|warning|rules)\b"
)
_MODEL_OF = re.compile(
    rf"\b(?:model|theory|cycle|hierarchy|typology|taxonomy) of (?P<it>{CAPITALISED}(?: and {CAPITALISED})?)\b(?=[.,;)]|$)"
)
_MEDICINE = re.compile(
    r"\b[A-Z][a-z]{2,12}(?:azepam|azolam|vastatin|prazole|cillin|mycin|cycline|oxetine|pramine|triptyline|idone|apine|profen|caine|codone|tidine|setron|floxacin|conazole|gliptin|formin|olol|sartan|zodone|prednisone|metasone|methasone|solone|piprazole|barbital|toin|zepine|tropium|terol|tamol|dipine|parin|gliflozin|tadine|azine|faxine|alopram|traline|zapine)\b"
)
_REPORTED = re.compile(  # Gillick v West Norfolk Health Authority [1986] AC 112
    rf"(?:(?:{CAPITALISED}|[{UPPER}]|and|of|the|v\.?|on|\([^)\n]{{1,60}}\)),? ){{1,18}}[\[(](?:19|20)\d\d[\])] (?:\d )?(?:UKHL|UKSC|EWCA|EWHC|EWFC|EWCOP|AC|FLR|Fam|WLR|All ER|QB|KB|EHRR|ECHR|HRLR|FCR|CCLR)\b(?: (?:Civ|Crim|Admin))?(?: ?\d{{1,4}})?(?: \((?:Fam|Admin|QB)\))?"
)
_LAW_CASE = re.compile(rf"\bR \([^)\n]{{1,40}}\) v\.? {CAPITALISED}(?: (?:{CAPITALISED}|of|and)){{0,6}}")
_AGAINST_STATE = re.compile(
    rf"\b{CAPITALISED} v\.? (?:the )?(?:UK|United Kingdom|Secretary of State|Home Secretary)\b(?: \((?:19|20)\d\d\))?"
)
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
)
_WHERE_IT_WAS = re.compile(rf",? (?:in|from|of) (?P<it>{CAPITALISED}(?: {CAPITALISED})?)(?=[,.;:)]|$)")
_PAPER = (
    r"(?:(?:[Ss]tatutory|[Nn]ational|[Mm]ulti-[Aa]gency|[Gg]overnment|[Dd]raft|[Ss]upplementary|[Ii]nspection|[Gg]ood practice|[Pp]ractice|Ofsted['\u2019]s|DfE|NICE|[Cc]linical) (?:[a-z-]+ ){0,2}(?:guidance|guidelines?|framework|standards|strategy|circular)"
    r"|Green Paper|White Paper|[Cc]ircular|National Service Framework|Code of Practice|Victims['\u2019] Code|Children['\u2019]s Plan|National Standards)"
)
_MONTH_YEAR = rf"(?:\d{{1,2}} )?{ANY_MONTH} (?:19|20)\d\d"
_PAPER_DATED = re.compile(
    rf"\b{_PAPER}\b[^.;\n()]{{0,70}}?(?:\((?:[A-Z][\w ]{{1,20}},? )?|, ?| of | dated | (?:published|issued|revised|updated|reissued|in force)(?: (?:in|on|from|by [A-Z]\w+(?: \w+)? in))? )(?P<when>{_MONTH_YEAR})"
)
_REPLACED = re.compile(
    rf"\b(?:[Gg]uidance|[Cc]ircular|[Cc]ode|[Ss]tandards?|[Ss]trategy|[Pp]aper|replaced (?:that|the one|the version|the guidance)) (?:\(|of |dated |from )(?:[A-Za-z]+,? )?(?P<when>{_MONTH_YEAR})"
    rf"|\b(?:[Gg]uidance|[Gg]uidelines?|[Rr]eports?|[Rr]eview|[Ss]tandards|[Ss]tudy|[Aa]lert|[Bb]ulletin)\b[^.;\n]{{0,50}} (?:by|from) the (?:Royal|National|British|Department|Home Office|Ofsted|Care Quality|Law Commission)[^.;\n]{{0,60}} in (?P<then>{_MONTH_YEAR})"
)
_AFTER_PAPER = re.compile(
    rf"['\u2019\"\u201d)]*(?:,? ?\((?:[A-Z][\w&]*(?: [A-Z][\w&]*){{0,4}})?[,:;]? ?|, |,? (?:the version |version |as |was |were |which was |had been |first |guidance )*(?:published|issued|revised|updated|reissued|in force)"
    rf"(?: (?:by|in|on|from|since|until|the|[A-Z]\w+))* )(?P<when>{_MONTH_YEAR})"
)
_PUBLISHED = re.compile(r"(?:published|issued|released|launched|presented)\b[^.;\n]*$")
_ON_THE_DAY = re.compile(rf"['\u2019\"\u201d)]*,? on (?P<when>{_MONTH_YEAR})")


def papers(text: str) -> Iterator[Span]:
    """Yield Acts, guidance and cases against the state by their form."""
    for pattern in (_ACT, _GUIDELINE, _AGAINST_STATE):
        yield from (match.span() for match in pattern.finditer(text))


def dated(text: str) -> Iterator[Span]:
    """Yield the dates at which guidance was published."""
    for pattern in (_PAPER_DATED, _REPLACED):
        for match in pattern.finditer(text):
            yield match.span("then" if match.groupdict().get("then") else "when")


def date_after(text: str, start: int, end: int) -> Span | None:
    """Return the date of publication that stands right after a work's name from `start` to `end`, if one does."""
    match = _AFTER_PAPER.match(text, end)
    if not match and _PUBLISHED.search(text, max(0, start - 80), start):
        match = _ON_THE_DAY.match(text, end)
    return match.span("when") if match else None


def where_it_was(text: str, end: int) -> Span | None:
    """Return the place right after the subject of a published case whose name ends at `end`: Daniel Pelka, in Coventry."""
    match = _WHERE_IT_WAS.match(text, end)
    return match.span("it") if match else None


def national(text: str) -> Iterator[Span]:
    """Yield where bodies stand that are national by the form of their names, and their abbreviations."""
    shorts: set[str] = set()
    for match in _NATIONAL.finditer(text):
        yield match.span()
        if match["short"]:
            shorts.add(match["short"])
    if shorts:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(shorts)))})(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text))


def instruments(text: str) -> Iterator[Span]:
    """Yield tools, schemes, syndromes and medicines by the form of their names."""
    yield from (match.span() for match in _INSTRUMENT.finditer(text))
    yield from (match.span() for match in _MEDICINE.finditer(text))
    for pattern in (_EPONYM, _EPONYM_STAGE, _MODEL_OF):
        yield from (match.span("it") for match in pattern.finditer(text))


def other_cases(text: str) -> Iterator[Span]:
    """Yield inquiries, reported law cases and other published reviews by the form of their names."""
    for pattern in (_REPORTED, _LAW_CASE):
        yield from (match.span() for match in pattern.finditer(text))
    yield from (match.span("it") for match in _INQUIRY.finditer(text))
    for match in _KNOWN_CASE.finditer(text):
        yield match.span("a" if match["a"] else "b")
    yield from (match.span("it") for match in _REVIEW_FROM.finditer(text))
    for match in _OTHER_CASE.finditer(text):
        yield match.span("it" if match["it"] else "that")
