"""What a screen reader says where nothing can be read: at a black box, and of a picture.

A box says of what kind the removed wording was, never more: in a closed list of phrases nothing can hide. What a
draft says of a picture (/Alt) nobody reviewed, for it is not seen on the page: it stays only if each of its words is
an ordinary one in small letters or stands in the published text too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from redactor.findings import matching
from redactor.findings.english import is_ordinary
from redactor.findings.people.role_words import CHILD, FAMILY, WORKERS
from redactor.publish.pile import pile
from redactor.publish.plan import Secret

PICTURE = "Picture"
"""Said of a picture in place of words that may not stay."""

_REDACTED = "redacted"
_KINDS = {
    "PERSON": "name", "ADDRESS": "address", "POSTCODE": "postcode", "PHONE": "phone number", "EMAIL": "e-mail address",
    "ONLINE": "online name", "ID": "reference number", "DATE": "date", "AGE": "age", "PLACE": "place",
    "ORG": "organisation", "NORP": "nationality or faith",
}  # fmt: skip
_ROLES = tuple(role if role.isupper() else role.lower() for role in (CHILD, *FAMILY, *WORKERS))
_OPENINGS = frozenset(
    """
    A An Bar Chart Crest Decorative Diagram Drawing Emblem Family Figure Flowchart Floor Front Genogram Graph Icon
    Illustration Image Line Logo Map Photo Photograph Picture Pie Plan Portrait Scan Screenshot Sketch Some Symbol Table The
    Three Timeline Two View
    """.split()  # noqa: SIM905 - a word list reads better so
)
"""Words that begin a description and are nobody's name."""
_SERIAL = re.compile(r"\s+(?:[A-Z]{1,2}|\d+)$")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"(?:^|[.!?:])\W*$")

PHRASES = (
    _REDACTED,
    *(f"{_REDACTED}: {kind}" for kind in _KINDS.values()),
    *(f"{_REDACTED}: {role}'s name" for role in _ROLES),
)


def phrase_number(type: str, label: str) -> int:
    """The place in `PHRASES` of what is said of a mark of this type and label."""
    role = _SERIAL.sub("", label)
    role = role if role.isupper() else role.lower()
    if type == "PERSON" and role in _ROLES:
        return PHRASES.index(f"{_REDACTED}: {role}'s name")
    return PHRASES.index(f"{_REDACTED}: {_KINDS[type]}") if type in _KINDS else 0


def phrases(secrets: Sequence[Secret]) -> tuple[str, ...]:
    """`PHRASES` with the first in place of those that hold a secret (somebody may be called Mother)."""
    spoken = pile(PHRASES)
    telling = {number for secret in secrets for number in spoken.holding(matching.needle(secret.text))}
    return tuple(_REDACTED if number in telling else phrase for number, phrase in enumerate(PHRASES))


def words_of(text: str) -> frozenset[str]:
    """The words of a text, their capitals as they are."""
    return frozenset(_WORD.findall(text))


def description(alt: str, published: Set[str]) -> str:
    """What may be said of a picture: `alt` or `PICTURE`.

    Args:
        alt: the draft's description, secrets already replaced.
        published: the words of the published text, as `words_of` gives them.
    """
    words = " ".join(alt.split())
    for match in _WORD.finditer(words):
        word = match[0]
        plain = word.islower() and (word in ("a", "redacted") or is_ordinary(word))
        opens = word in _OPENINGS and _SENTENCE_END.search(words[: match.start()])
        if not (plain or opens or word in published):
            return PICTURE
    return words or PICTURE
