"""The wordings that betray a secret: itself, itself backwards, and, of a person's name, what says as much.

Case, diacritics, homoglyphs, spaces, hyphens, invisible characters, line ends, possessives and the order "Last, First"
are left to `matching`. Here is what is another wording: a telling part of a name ("Thornbury-Okafor", "Keziah") and
initials ("K Thornbury-Okafor", "Thornbury-Okafor, K"; also where the surname is an everyday word: "J Hope").

A part alone is told only where it says something: not a short one, not an everyday word. And what the pages
themselves show is the reviewer's decision: "Hope" may be a place that was kept. So a variant counts everywhere but on
the page, and nowhere if it stands on a page: whoever reads the report knows it from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from redactor.findings import matching
from redactor.findings.english import is_ordinary
from redactor.findings.matching import Needle
from redactor.publish.pile import Pile
from redactor.publish.plan import Secret

_NAMED = "PERSON"
_TITLES = frozenset("mr mrs ms miss mx dr prof sir dame lord lady rev pc dc ds di".split())  # noqa: SIM905 - reads better so
_LEAST_PART = 5
"""A part of a name of fewer letters stands in too many other words and codes to say anything."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording to look for, and the secret that it betrays."""

    text: str
    secret: Secret
    needle: Needle

    @property
    def sentence(self) -> str:
        """The wording in quotes, and the secret if that is another one."""
        return (
            f"“{self.text}”" if self.text == self.secret.text else f"“{self.text}” (of “{self.secret.text}”)"
        )


def confirmed(secrets: Sequence[Secret]) -> list[Wording]:
    """The secrets as they stood in the draft, and the longer ones backwards."""
    out = []
    for secret in secrets:
        sought = matching.needle(secret.text)
        out.append(Wording(secret.text, secret, sought))
        if sought.run and not sought.run.isdigit():
            back = secret.text[::-1]
            out.append(Wording(back, Secret(secret.text, secret.type), matching.needle(back)))
    return out


def telling(secrets: Sequence[Secret], shown: Pile) -> list[Wording]:
    """The same and their variants, but for variants that the pages (`shown`) hold."""
    out, known = confirmed(secrets), {secret.text for secret in secrets}
    for secret in secrets:
        for variant in _variants(secret) if secret.type == _NAMED else ():
            sought = matching.needle(variant)
            if variant not in known and not shown.holding(sought):
                known.add(variant)
                out.append(Wording(variant, secret, sought))
    return out


def _variants(secret: Secret) -> Iterator[str]:
    words = [word for word in secret.text.replace(",", " ").split() if word.lower().strip(".") not in _TITLES]
    if len(words) < 2 or any(char.isdigit() for char in secret.text):
        return
    for word in dict.fromkeys([*words, *(half for name in words for half in name.split("-"))]):
        letters = sum(char.isalpha() for char in word)
        if letters >= _LEAST_PART and not is_ordinary(word.lower()):
            yield word
    if len(words[-1]) >= matching.SHORT - 1 and words[0][0].isalpha():
        yield f"{words[0][0]} {words[-1]}"
