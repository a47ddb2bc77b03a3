"""The cells of a table's row, on one line of the reading text."""

from __future__ import annotations

import re

_EDGE = re.compile(r"\s*\|\s*|\t+|\s{3,}|\s+/\s+")


def cells_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a line that say something, without blanks and stars at their ends."""
    cells, since = [], start
    for edge in [*_EDGE.finditer(text, start, end), None]:
        until = edge.start() if edge else end
        while since < until and text[since] in " *|":
            since += 1
        while until > since and text[until - 1] in " *|":
            until -= 1
        if since < until:
            cells.append((since, until))
        since = edge.end() if edge else end
    return cells
