"""Public things by the form of their names: Acts, guidance, national bodies, tools."""

import re
from collections.abc import Iterator

from redactor.findings.patterns import ANY_MONTH, CAPITALISED

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
    rf"|Royal (?!Borough|Infirmary|Hospital|County|Free|London|Victoria|Berkshire|Surrey|Devon|Cornwall|Liverpool|Bolton|Preston|Blackburn|Derby|Stoke|United|Sussex|Alexandra|Oldham|Lancaster|Marsden|Brompton|Wolverhampton|Hampshire|Shrewsbury|Bournemouth|Gwent|Glamorgan){CAPITALISED}(?: (?:and |of |for )?{CAPITALISED}){{0,4}} (?:Society|Institute|Institution|Association|Foundation|Commission|Academy|Corps)(?! Road| Street)"
    rf"|(?:British|UK|National) (?:(?!Park|Trust\b|Insurance|Grid){CAPITALISED} ){{1,3}}(?:Association|Society|Federation|Foundation|Council|Institute|Agency|Inspectorate|Commission|Survey|Centre|Helpline|Union)"
    rf"|(?:Her Majesty['\u2019]s|His Majesty['\u2019]s|HM) (?:(?:Chief )?(?:Inspectorates?|Inspectors?) of|Courts|Prisons?|Passport|Treasury|Government|Revenue)(?: (?:and )?{CAPITALISED})*"
    rf"|(?:Department|Ministry|Secretary of State|Minister|Secretaries of State) (?:for|of) (?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,2}}(?:(?:, {CAPITALISED}(?: {CAPITALISED})?)*,? (?:and|&) {CAPITALISED}(?: {CAPITALISED})?)?"
    rf"|(?:Institute|Faculty|Association|Society|Union|Federation|Confederation) (?:of|for) (?:the )?{CAPITALISED}(?:,? (?:(?:and|of|for|the|&) )*{CAPITALISED}){{0,6}}"
    rf"|(?:Chief (?:Medical Officer|Nursing Officer|Inspector of {CAPITALISED}|Social Worker for {CAPITALISED}|Coroner|Secretary))(?: for (?:England|Wales|Scotland))?"
    rf"|(?:Office (?:of|for) (?:the |National )?)(?:{CAPITALISED} ){{1,3}}(?:Adjudicator|Commissioner|Guardian|Standards|Statistics|Regulator|Ombudsman|Guarantee)"
    rf"|(?:{CAPITALISED}(?:,? (?:and|of|for|&) |,? )){{1,5}}(?:Ombudsman|Inspectorate|Compensation Authority|Aid Agency|Tribunal Service|Select Committee|Law Commission|Practitioners Association|Visitors Association|(?:Licensing|Abuse|Regulatory|Standards|Qualifications|Conduct|Security|Aviation|Examinations) Authority|(?:Standards|Improvement|Funding|Enforcement|Crime|Border|Protection|Safety|Regulatory|Licensing|Security|Rural Payments) Agency|Standards Board|Compensation Scheme|(?:Modern Slavery|Trafficking|Domestic Abuse|Whistleblowing) (?:and [A-Z]\w+ )?Helpline)"
    rf"|(?:Commission|Centre|Council|Agency) (?:for|on) (?:{CAPITALISED}|Social)(?:,? (?:(?:and|of|for|the|&) )*{CAPITALISED}){{1,4}})(?: \((?P<short>[A-Z][A-Za-z-]{{1,9}})\))?"
)
_OF_A_PLACE = re.compile(rf"(?<!The )\b(?!The ){CAPITALISED} $")  # Otterburn Institute for Young People
_MONTH_LAST = re.compile(rf",? {ANY_MONTH}$")
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
_AGAINST_STATE = re.compile(
    rf"\b{CAPITALISED} v\.? (?:the )?(?:UK|United Kingdom|Secretary of State|Home Secretary)\b(?: \((?:19|20)\d\d\))?"
)


def papers(text: str) -> Iterator[Span]:
    """Yield Acts, guidance and cases against the state by their form."""
    for pattern in (_ACT, _GUIDELINE, _AGAINST_STATE):
        yield from (match.span() for match in pattern.finditer(text))


def national(text: str) -> Iterator[Span]:
    """Yield where bodies stand that are national by the form of their names, and their abbreviations."""
    shorts: set[str] = set()
    for match in _NATIONAL.finditer(text):
        if _OF_A_PLACE.search(text, max(0, match.start() - 32), match.start()):
            continue
        month = _MONTH_LAST.search(match.group())
        yield match.start(), match.start() + month.start() if month else match.end()
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
