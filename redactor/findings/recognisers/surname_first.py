"""Names written surname first with an initial: `Byrne, S.`, `BYRNE, S`, `Byrne S.`, in lists, labels and file covers."""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.patterns import CAPITALISED, UPPER

FINDS = (
    "«Hale, Y.» 6/6; «Lee-Orr, J.» 5/6; «Osei, F.» 6/6 (minutes)",
    "Present: «Ash, P.» (chair); «Okoro, T.»; Mrs Lee",
    "«Byrne, S.»\n«Byrne, Ola»\n«Marek, I»",
    "Pt: «OKOYE, B.»   Hosp no. 12",
    "Patient: «MARCHWOOD, T»",
    "filed under “«Okoye, B»” since",
    "marked “«Penhale C.» – private”",
    "«Okoye, B.» – nights\n«Marchwood, T» – days",
    "Seen by: «Okoye B.» / a nurse",
    "«MARCHWOOD, T.» appears in the list",
)
IGNORES = (
    "Hale, A. (2014) Other Lives; Lee, J. (2011)",
    "Leeds, Bradford; York, Hull",
    "Attendance, A. 6/6",
    "Hepatitis: Vaccine, B.",
    "Plan: Monday, D. at home",
    "Blood group: AB",
    "Table, L. side",
)

_INITIAL = rf"[{UPPER}]\.?(?: ?[{UPPER}]\.?)?"
_SURNAME = rf"{CAPITALISED}(?: {CAPITALISED})?"
_ITEM_END = r"(?=\.?(?: \d{1,2}/\d{1,2})?(?: \([^)\n\d]{1,40}\))? ?(?:[;\n|]| [\u2013-] |/ | {2}|\.?$))"
_REVERSED = re.compile(
    rf"(?:^|(?<=[;\n|])|(?<=:)|(?<=/)) ?(?P<it>{_SURNAME}, (?:{_INITIAL}|{CAPITALISED})){_ITEM_END}",
    re.MULTILINE,
)
_INITIALLED = re.compile(rf", {_INITIAL}$")
_LABELLED = re.compile(
    r"(?i:\b(?:pt|patient|mother|father|child|baby|name|client|consultant|author|clinician|doctor|nurse|midwife|worker|officer|tenant|pupil"
    rf"|student|seen by|signed|per|re|known as|filed under|marked|under|headed|labelled):? )[\"\u201c\u2018]?(?P<it>{CAPITALISED},? {_INITIAL})(?!\w|['\u2019]\w)"
)
_QUOTED = re.compile(rf"[\"\u201c\u2018](?P<it>{CAPITALISED},? {_INITIAL})(?=[\"\u201d\u2019]| [\u2013-])")
_SHOUTED = re.compile(
    rf"(?<![\w,'\u2019-] )(?<!\w)(?P<it>[{UPPER}][{UPPER}'\u2019-]{{3,30}}, [{UPPER}]\.)(?= [a-z])"
)


def find(text: str) -> Iterator[Finding]:
    """Yield names written surname first."""
    yield from _rosters(text)
    for pattern in (_LABELLED, _QUOTED, _SHOUTED):
        for match in pattern.finditer(text):
            if _nameable(match["it"]):
                yield Finding(*match.span("it"), "PERSON", 0.75, "", "A surname with the initial after it")


def _nameable(name: str) -> bool:
    """Return whether the surname is no ordinary word, which would rather be a heading or a list's item."""
    surname = re.split(r",? ", name)[0].lower()
    return not is_ordinary(surname) and surname not in lower("not_names")


def _rosters(text: str) -> Iterator[Finding]:
    """Yield the names, surname first, of a list in which some have an initial only."""
    for run in _runs(list(_REVERSED.finditer(text))):
        initialled = [match for match in run if _INITIALLED.search(match["it"])]
        for match in run if initialled else ():
            if match["it"].split(",")[0].lower() not in lower("not_names"):
                because = "Stands in a list of names, surname first"
                yield Finding(*match.span("it"), "PERSON", 0.85, "", because)


def _runs(items: "list[re.Match[str]]") -> "Iterator[list[re.Match[str]]]":
    """Yield the items that stand close together, two or more."""
    run: list[re.Match[str]] = []
    for item in items:
        if run and item.start() - run[-1].end() > 45:
            if len(run) > 1:
                yield run
            run = []
        run.append(item)
    if len(run) > 1:
        yield run
