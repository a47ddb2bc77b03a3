"""Whose kin a phrase speaks of: `Ann's`, `the mother's`, `her`, `has a`, `of Tom's mother`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from redactor.findings.people import kin_phrases as phrases
from redactor.findings.people.antecedent import NOBODY, PRONOUNS, Antecedents, Owner
from redactor.findings.people.kin import Kin, role_in_words
from redactor.findings.people.listed import listed
from redactor.findings.people.mentions import Mention
from redactor.findings.people.role_words import CHILD

SAID, PRONOUN = 2, 1
"""How much it weighs whose kin somebody is, said in words or by a pronoun."""
_RANKED = re.compile(r"(?i)eldest|oldest|youngest|middle|first|second|third|fourth|fifth|last")


class Owners:
    """Tells whose kin is meant.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
    """

    def __init__(
        self, mentions: Sequence[Mention], entities: Sequence[str], text: str, antecedents: Antecedents
    ) -> None:
        self._mentions, self._entities, self._text = mentions, entities, text
        self._antecedents = antecedents
        self._starts = [mention.start for mention in mentions]
        self._ending = {mention.end: entity for mention, entity in zip(mentions, entities, strict=True)}
        self.of_others: set[int] = set()
        """Numbers of the mentions that are said to be kin of somebody else than the child."""

    def named_in(self, start: int, end: int) -> list[Owner]:
        """Return who is named in a stretch of text, else whom its words mean."""
        number = bisect_left(self._starts, start)
        if number < len(self._starts) and self._starts[number] < end:
            owned = phrases.WHOSE.match(self._text, self._mentions[number].end)
            if not owned:
                return [(self._entities[each], "") for each in listed(self._mentions, number, self._text)]
            return self._kin_named(owned, number)
        words = self._text[start:end]
        role = role_in_words(words)
        if role:
            return [("", role)]
        known = phrases.CHILDREN.fullmatch(words) or not phrases.SOMEBODY.match(words)
        return [("", CHILD)] if known else []

    def _kin_named(self, owned: re.Match[str], number: int) -> list[Owner]:
        """Return whom `Tom's mother, Ann` or just `Tom's mother` means, Tom being mention `number`."""
        following = number + 1
        if following < len(self._starts) and re.fullmatch(
            rf",?\s{phrases.TITLE}", self._text[owned.end() : self._starts[following]]
        ):
            return [(self._entities[following], "")]
        return [("", role_in_words(owned["mods"] + owned["kin"]))]

    def whose(self, match: re.Match[str], number: int, kin: Kin, since: int) -> tuple[Owner, int]:
        """Return whose kin a phrase speaks of, ("", "") for nobody known, and what that weighs."""
        said = (match["owner"] or "").replace("\u2019", "'")
        place, small = since + max(0, match.start("owner")), said.lower()
        entity = self._entities[number]
        if small in ("", "the"):
            return self._of_child_itself(match, kin)
        if small in PRONOUNS:
            if kin.kind == "child" and _RANKED.search(match["mods"]) and PRONOUNS[small]:
                return ("", "Mother" if small == "her" else "Father"), PRONOUN
            if "own" in match["mods"].lower().split() and PRONOUNS[small]:
                return (self._antecedents.last_before(place, PRONOUNS[small]), ""), PRONOUN
            return self._of_pronoun(small, place, number, since), PRONOUN
        if small == "whose":
            before = bisect_left(self._starts, place) - 1
            return ((self._entities[before], "") if before >= 0 else NOBODY), SAID
        if small.split()[0] in ("has", "had", "have"):
            return self._antecedents.of_verb(place), SAID
        if small in ("a", "an"):
            start, before_it = self._antecedents.sentence_before(place)
            verb = re.search(r"\b(?:has|had|have)\b", before_it)
            return (self._antecedents.of_verb(start + verb.start()) if verb else NOBODY), PRONOUN
        if small in ("my", "our"):
            return NOBODY, PRONOUN
        owner = self._ending.get(place + len(said.removesuffix("s").removesuffix("'")))
        if owner and owner != entity:
            return (owner, ""), SAID
        return self._by_noun(small, number), SAID

    def _of_child_itself(self, match: re.Match[str], kin: Kin) -> tuple[Owner, int]:
        """Return whose kin `the father`, `mother`, `the partner` or `the eldest child` is."""
        if kin.kind == "child":
            return (("", "Mother") if _RANKED.search(match["mods"]) else NOBODY), SAID
        if kin.kind == "partner":
            return ("", "Mother"), PRONOUN
        return ("", CHILD), SAID

    def _of_pronoun(self, small: str, place: int, number: int, since: int) -> Owner:
        """Return whom a pronoun beside mention `number` means; in a list of people, `Ann - his mother`, the child."""
        mention = self._mentions[number]
        line = self._text.rfind("\n", 0, mention.start) + 1
        if since >= mention.end and not re.search(r"\w", self._text[line : mention.start]):
            return "", CHILD
        return self._antecedents.of_pronoun(small, place, self._entities[number])

    def _by_noun(self, said: str, number: int) -> Owner:
        """Return whom `the mother's` or `the children's` means, by its noun."""
        noun = re.sub(r"^(?:the|his|her)\s+", "", said).removesuffix("s").removesuffix("'")
        for each in (noun, noun + "s"):
            if phrases.CHILDREN.fullmatch(each):
                return "", CHILD
        role = role_in_words(noun) or role_in_words(noun.upper())
        if not role and said.islower():
            self.of_others.add(number)
        return "", role
