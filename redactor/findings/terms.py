"""Terms given by the reviewer, found in whatever form they stand.

Letter case, accents (dropped or decomposed), ligatures, soft hyphens, zero-width and no-break spaces, hyphens, line
ends and spaces inside, letter-spacing: none of them hides a term.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterator, Sequence

from redactor.findings.finding import Finding

_ALIKE = str.maketrans(
    {"\u0142": "l", "\u0141": "l", "\u0131": "i", "\u00f8": "o", "\u00d8": "o", "\u0111": "d", "\u0110": "d"}
)


def solid(text: str) -> tuple[str, array[int]]:
    """Return the letters and digits of `text`, small and without accents, and where each of them stands."""
    letters: list[str] = []
    at = array("q")
    for place, character in enumerate(text):
        if character.isascii():
            if character.isalnum():
                letters.append(character.lower())
                at.append(place)
            continue
        folded = unicodedata.normalize("NFKD", character.translate(_ALIKE)).casefold()
        for piece in folded:
            if piece.isalnum():
                letters.append(piece)
                at.append(place)
    return "".join(letters), at


def places(text: str, terms: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, term) for each place in `text` where a term stands as whole words."""
    letters, at = solid(text) if terms else ("", array("q"))
    for term in terms:
        wanted, _ = solid(term)
        if not wanted:
            continue
        found = letters.find(wanted)
        while found >= 0:
            start, end = at[found], at[found + len(wanted) - 1] + 1
            while unicodedata.combining(text[end : end + 1] or " "):
                end += 1
            if _whole(text, start, end):
                yield start, end, term
            found = letters.find(wanted, found + 1)


def find_terms(text: str, terms: Sequence[str]) -> list[Finding]:
    """Return findings for terms that are always to be marked; their type is guessed from their letters."""
    return [
        Finding(start, end, type_of(term), 1.0, "terms", "On your list of terms that are always marked")
        for start, end, term in places(text, terms)
    ]


def _whole(text: str, start: int, end: int) -> bool:
    """Return whether no letter or digit joins on either side."""
    return not (text[max(0, start - 1) : start].isalnum() or text[end : end + 1].isalnum())


def type_of(term: str) -> str:
    """Return the type that a term's letters speak for."""
    if "@" in term:
        return "EMAIL"
    return "ID" if any(character.isdigit() for character in term) else "PERSON"
