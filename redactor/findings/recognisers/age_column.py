"""Ages in tables: the cells under a heading `Age`, in rows parted by bars, slashes, tabs or wide gaps."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import NUMBER_WORD

FINDS = (
    "| Name | Age |\n| Ola Byrne | «12» |",
    "Name / DOB / Age\nOla Byrne / 01.02.03 / «13 months»\n",
    "Name      Age   Ethnicity\nOla       «12»    White\n  Jon     c. «60»  White",
    "Name\tAge\nOla\t«7/12»",
)
IGNORES = (
    "| Name | Visits |\n| Ola Byrne | 12 |",
    "| Age range | 5-11 |\n| Visits | 12 |",
)

_NUMBER = rf"(?:\d{{1,3}}(?:[.]5|\u00bd)?|{NUMBER_WORD})"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?|hours?)"
_COLUMNS = re.compile(r" ?\| ?| / |\t|;\s| {2,}")
_AGE_WORD = re.compile(r"(?i)\bages?\b")
_AGE_HEADING = re.compile(r"(?i)ages?\b(?! range)|current age|age (?:at|on|when|in)\b.*")
_AGE_CELL = re.compile(
    rf"(?i)\s*(?:c\.? ?|about |~)?(?P<it>{_NUMBER}[ -]?{_UNIT}(?:,? (?:and )?{_NUMBER} ?{_UNIT})?|{_NUMBER}|\d{{1,2}}(?:m|w|y|yrs|mths|/12|/52))\s*(?:old)?(?:\s*\(.*\))?\s*"
)


def find(text: str) -> Iterator[Finding]:
    """Yield the cells under a heading `Age`: the same cell of the row, or one that begins at the same place."""
    if not _AGE_WORD.search(text):
        return
    column, place = -1, 0
    for line in re.finditer(r"[^\n]+", text):
        cells = _cells(line.group(), line.start())
        if len(cells) < 2:
            column = -1
            continue
        headings = [
            i for i, (start, end) in enumerate(cells) if _AGE_HEADING.fullmatch(text[start:end].strip())
        ]
        if headings:
            column, place = headings[0], cells[headings[0]][0] - line.start()
        elif column >= 0:
            below = [cell for cell in cells if abs(cell[0] - line.start() - place) <= 1]
            for cell in (below if "  " in line.group() else []) or cells[column : column + 1]:
                age = _AGE_CELL.fullmatch(text, *cell)
                if age:
                    yield Finding(*age.span("it"), "AGE", 0.9, "", "Stands in a column headed Age")


def _cells(line: str, offset: int) -> list[tuple[int, int]]:
    """Return the (start, end) of each cell of a row."""
    cells, start = [], 0
    for gap in _COLUMNS.finditer(line):
        cells.append((offset + start, offset + gap.start()))
        start = gap.end()
    cells.append((offset + start, offset + len(line)))
    return cells
