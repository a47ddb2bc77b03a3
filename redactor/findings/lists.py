"""Word lists that come with the program: resources/lists/*.txt, one entry a line, `#` begins a comment."""

import re
from functools import cache

from redactor.findings.english import is_ordinary
from redactor.shipped import RESOURCES


@cache
def words(name: str) -> tuple[str, ...]:
    """Return the entries of `resources/lists/<name>.txt`; raises FileNotFoundError."""
    lines = (RESOURCES / "lists" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    entries = (line.split("#", 1)[0].strip() for line in lines)
    return tuple(dict.fromkeys(entry for entry in entries if entry))


@cache
def lower(name: str) -> frozenset[str]:
    """Return the entries of a list in lower case, for looking words up."""
    return frozenset(entry.lower() for entry in words(name))


@cache
def alternatives(name: str) -> str:
    """Return a pattern that matches any entry of a list, the longest first; either apostrophe will do."""
    entries = sorted(words(name), key=len, reverse=True)
    return "|".join(re.escape(entry).replace("'", "['\u2019]") for entry in entries)


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return for each given name, in lower case, the forms it is shortened to, and the other way round."""
    related: dict[str, set[str]] = {}
    for line in words("nicknames"):
        name, _, forms = line.lower().partition(":")
        for form in (form.strip() for form in forms.split(",")):
            related.setdefault(name, set()).add(form)
            related.setdefault(form, set()).add(name)
    return {name: frozenset(others) for name, others in related.items()}


def is_nobody(word: str) -> bool:
    """Return whether a word is nobody's name by itself; an abbreviation is so only in capitals: `NG`, but not `Ng`."""
    if word.lower() not in lower("not_names"):
        return False
    return not (word.istitle() and word.lower() in _abbreviations())


def is_role_or_body(word: str) -> bool:
    """Return whether a word has its capital from being a role, a title, a thing or part of a body's name."""
    small = word.lower()
    return any(
        small in lower(each)
        for each in ("general_words", "titles", "log_roles", "organisation_heads", "things")
    )


@cache
def _abbreviations() -> frozenset[str]:
    """Return the entries of not_names, in small letters, that are only an abbreviation and no English word."""
    capitals = {entry.lower() for entry in words("not_names") if entry.isupper() and 1 < len(entry) < 4}
    others = {entry.lower() for entry in words("not_names") if not entry.isupper()}
    return frozenset(entry for entry in capitals - others if not is_ordinary(entry))
