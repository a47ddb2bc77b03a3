"""Ages in tables: the cells under a heading `Age`, in rows parted by bars, slashes, tabs or wide gaps."""

import re
from collections.abc import Iterator
from itertools import pairwise

from redactor.findings.finding import Finding
from redactor.findings.patterns import NUMBER_WORD

FINDS = (
    "| Name | Age |\n| Ola Byrne | «12» |",
    "Name / DOB / Age\nOla Byrne / 01.02.03 / «13 months»\n",
    "Name      Age   Ethnicity\nOla       «12»    White\n  Jon     c. «60»  White",
    "Name\tAge\nOla\t«7/12»",
    "| Name | Ola | Hanna |\n| Age at harm | «15» | «17» |\n| Visits | 3 | 4 |",
    "Age:    «12»    «9 mths»\n",
    "Name      Date of birth    Age   Ethnicity\nOla Byrne née Lee Kez      Mother      11/05/1982     «29»     White\n",
)
IGNORES = (
    "| Name | Visits |\n| Ola Byrne | 12 |",
    "| Age range | 5-11 |\n| Visits | 12 |",
    "| Age | Visits | 12 |",
)

_NUMBER = rf"(?:\d{{1,3}}(?:[.]5|\u00bd)?|{NUMBER_WORD})"
_UNIT = r"(?:years?|months?|weeks?|days?|yrs?|mths?|wks?|hours?)"
_COLUMNS = re.compile(r" ?\| ?| / |\t|;\s| {2,}")
_AGE_WORD = re.compile(r"(?i)\bages?\b")
_AGE_HEADING = re.compile(r"(?i)ages?\b(?! range):?|current age|age (?:at|on|when|in)\b.*")
_DATE_CELL = re.compile(r"\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\s*")
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
        first = next((i for i, cell in enumerate(cells) if text[slice(*cell)].strip()), 0)
        across = _in_row(text, cells[first:]) if headings == [first] else []
        if across:
            column = -1
            yield from across
        elif headings:
            column, place = headings[0], cells[headings[0]][0] - line.start()
        elif column >= 0:
            below = [cell for cell in cells if abs(cell[0] - line.start() - place) <= 1]
            after_birth = [cell for born, cell in pairwise(cells) if _DATE_CELL.fullmatch(text, *born)]
            spaced = [*below, *after_birth] if "  " in line.group() else []
            ages = (_AGE_CELL.fullmatch(text, *cell) for cell in (*spaced, *cells[column : column + 1]))
            age = next(filter(None, ages), None)
            if age:
                yield Finding(*age.span("it"), "AGE", 0.9, "", "Stands in a column headed Age")


def _in_row(text: str, cells: list[tuple[int, int]]) -> list[Finding]:
    """Return the ages of a row that begins with the heading `Age`, if all its other cells are ages."""
    others = [cell for cell in cells[1:] if text[slice(*cell)].strip()]
    ages = [_AGE_CELL.fullmatch(text, *cell) for cell in others]
    if not ages or not all(ages):
        return []
    return [Finding(*age.span("it"), "AGE", 0.9, "", "Stands in a row headed Age") for age in ages if age]


def _cells(line: str, offset: int) -> list[tuple[int, int]]:
    """Return the (start, end) of each cell of a row."""
    cells, start = [], 0
    for gap in _COLUMNS.finditer(line):
        cells.append((offset + start, offset + gap.start()))
        start = gap.end()
    cells.append((offset + start, offset + len(line)))
    return cells
