"""Rows as they are pasted from a table in Word, a spreadsheet or a text: their cells, and what a heading says of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence

_COLUMNS = {
    "name": r"(?:full |person'?s? )?names?|person|who",
    "role": r"role(?: in (?:the )?(?:case|review))?|relation(?:ship)?(?: to .*)?|job(?: title)?|designation|position|title|agency role",
    "aliases": r"(?:other|also|previous|former|maiden|alternative|pet|nick) ?names?|alias(?:es)?|a\.?k\.?a\.?|(?:also )?known as|nicknames?",
    "": r"(?:date of birth|d\.?o\.?b\.?|born|age|gender|sex|ethnicity|agency|organisation|address|notes?|comments?|phone|telephone|e-?mail|no\.?|number|#)",
}


def cells_of(line: str) -> list[str]:
    """Return the cells of a row pasted from a table, or of a line with quoted cells; else the line."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if "|" in line:
        return [cell.strip() for cell in line.strip("|").split("|")]
    quoted = next(csv.reader([line], skipinitialspace=True), []) if '"' in line else []
    return quoted if any("," in cell for cell in quoted) else [line]


def heading_of(cells: Sequence[str]) -> list[str]:
    """Return what each column holds where the cells are a table's heading, else nothing."""
    kinds = [
        next((kind for kind, words in _COLUMNS.items() if re.fullmatch(words, cell.strip(" .*"), re.I)), None)
        for cell in cells
    ]
    return [kind or "" for kind in kinds] if "name" in kinds and None not in kinds else []


def names_a_column(words: str) -> bool:
    """Return whether words are the heading of a column: `Name`, `Role in the case`."""
    return any(re.fullmatch(pattern, words, re.I) for pattern in _COLUMNS.values())
