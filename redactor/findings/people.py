"""Which names are the same person: every mention gets an entity, and people who share a surname are kept apart.

Full names come first and make the people; then each shorter mention goes to the person whose name it is part of. Where
several people bear it, a title decides, and else whoever was named last before it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from redactor.findings.finding import Finding
from redactor.findings.lists import nicknames
from redactor.findings.spread import TOKEN, name_words, plain

_TITLE = re.compile(
    r"\b(Mrs|Mr|Ms|Miss|Dr|PC|DC|DS|DI|DCI|PS|SW|HV|Nurse|Sister|Sgt|Professor|Prof|Judge|Revd|Rev)\.?\s+$"
)
_SAYS_SAME = re.compile(
    r"(?:[,(\s\"\u201c\u2018|]|\b(?:also|always|usually|now|better|previously|formerly|otherwise|known|to|everyone|her|his|their|family|friends|as|called|née|nee|n\u00e9e|born|alias|aka|a\.k\.a\.?|or|who|is|was|goes|went|by"
    r"|the|name|named|nicknamed|whose|whom|many|professionals|wrote|down|spelt|recorded|maiden|surname|in|records|some|and)\b)+"
)
_SIGNALS = re.compile(
    r"\b(?:known|called|née|nee|born|alias|aka|a\.k\.a|nicknamed|goes by|went by|spelt|wrote|formerly|recorded|maiden)\b|\([\"\u201c\u2018]?$"
)


@dataclass
class Person:
    """Somebody in the draft: the words of their names, and where they were last named."""

    number: int
    words: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    last: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    named_at: list[int] = field(default_factory=list)
    full: list[tuple[str, ...]] = field(default_factory=list)


def link_people(findings: Sequence[Finding], text: str) -> dict[tuple[int, int], str]:
    """Return the entity ("p1", "p2"…) of each PERSON finding, by its (start, end)."""
    mentions = [finding for finding in findings if finding.type == "PERSON"]
    linker = _Linker(text)
    owners: dict[tuple[int, int], Person] = {}
    for finding in mentions:
        words = parts_in_order(text[finding.start : finding.end])
        if len(words) > 1:
            owners[finding.start, finding.end] = linker.full_name(finding, words)
    linker.index()
    previous: Finding | None = None
    for finding in mentions:
        span = (finding.start, finding.end)
        if span not in owners:
            owners[span] = linker.short_name(finding, previous, owners)
        owners[span].named_at.append(finding.start)
        previous = finding
    numbers: dict[int, str] = {}
    return {span: numbers.setdefault(id(owners[span]), f"p{len(numbers) + 1}") for span in sorted(owners)}


def parts_in_order(name: str) -> tuple[str, ...]:
    """Return a name's words, plain, first name first: `Okafor, Keziah` and `Keziah Okafor` give the same."""
    words = [plain(match.group()) for match in TOKEN.finditer(re.sub(r"['\u2019][sS]\b", "", name))]
    comma = name.find(",")
    if 0 < comma and len(words) > 1:
        surname = len(TOKEN.findall(name[:comma]))
        words = words[surname:] + words[:surname]
    elif "_" in name and len(words) == 2:
        words = words[::-1] if len(words[1]) > 1 and len(words[0]) > 1 else words
    return tuple(words)


def alike(one: str, other: str) -> bool:
    """Return whether two plain words may be one name: the same, a slip or two apart, or a short form."""
    if one == other or other in nicknames().get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    if len(short) < 4 or short[0] != long[0]:
        return False
    return edits(one, other) <= (1 if len(short) < 6 else 2)


def edits(one: str, other: str, most: int = 3) -> int:
    """Return the number of letters to change, add or leave out between two words; at least `most` if more."""
    if abs(len(one) - len(other)) >= most:
        return most
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return row[-1]


class _Linker:
    """The people found so far."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._people: list[Person] = []
        self._by_name: dict[tuple[str, ...], Person] = {}
        self._by_last: dict[str, list[Person]] = defaultdict(list)
        self._by_word: dict[str, list[Person]] = defaultdict(list)

    def _new(self) -> Person:
        person = Person(len(self._people) + 1)
        self._people.append(person)
        return person

    def full_name(self, finding: Finding, words: tuple[str, ...]) -> Person:
        """Return the person of a name with several words, a new one if nobody has borne it yet."""
        person = self._by_name.get(words) or self._same_full(words)
        if person is None:
            person = self._new()
        self._add(person, words)
        title = self._title(finding)
        if title:
            person.titles.add(title)
        return person

    def _add(self, person: Person, words: tuple[str, ...]) -> None:
        self._by_name[words] = person
        person.full.append(words)
        person.words.update(word for word in words if len(word) > 1)
        person.first.add(words[0])
        if person not in self._by_last[words[-1]]:
            self._by_last[words[-1]].append(person)
        person.last.add(words[-1])

    def _same_full(self, words: tuple[str, ...]) -> Person | None:
        """Return the one person whose full name says the same: an initial, a slip, a middle name more or less."""
        candidates = [
            person
            for last, people in list(self._by_last.items())
            if alike_surname(last, words[-1])
            for person in people
        ]
        fitting = [
            p
            for p in dict.fromkeys(map(id, candidates))
            if any(_one_name(full, words) for full in self._of(p, candidates).full)
        ]
        return self._of(fitting[0], candidates) if len(fitting) == 1 else None

    @staticmethod
    def _of(identity: int, candidates: Sequence[Person]) -> Person:
        return next(person for person in candidates if id(person) == identity)

    def index(self) -> None:
        """Make ready for short names."""
        for person in self._people:
            for word in person.words:
                self._by_word[word].append(person)

    def short_name(
        self, finding: Finding, previous: Finding | None, owners: dict[tuple[int, int], Person]
    ) -> Person:
        """Return the person of a single word or of initials, a new one if it fits nobody."""
        word = plain(re.sub(r"\W", "", self._text[finding.start : finding.end])) or "?"
        candidates = self._by_word.get(word) or self._said_same(finding, previous, owners) or self._like(word)
        if not candidates:
            candidates = [self._new()]
            candidates[0].first.add(word)
        person = self._choose(candidates, finding, word)
        if person not in self._by_word[word] and len(word) > 1:
            self._by_word[word].append(person)
        return person

    def _said_same(
        self, finding: Finding, previous: Finding | None, owners: dict[tuple[int, int], Person]
    ) -> list[Person]:
        """Return the person named just before, if the text between says that it is the same one (`known as`)."""
        if previous is None or finding.start - previous.end > 70:
            return []
        between = self._text[previous.end : finding.start]
        if (
            _SIGNALS.search(between)
            and _SAYS_SAME.fullmatch(between)
            and (previous.start, previous.end) in owners
        ):
            return [owners[previous.start, previous.end]]
        return []

    def _like(self, word: str) -> list[Person]:
        """Return the people whose initials or a short form or near spelling of whose name the word is."""
        if len(word) == 1:
            return [person for person in self._people if any(first[:1] == word for first in person.first)][:1]
        if len(word) <= 3:
            by_initials = [p for p in self._people if any(_initials(full, word) for full in p.full)]
            if by_initials:
                return by_initials
        for names in (lambda p: p.first, lambda p: p.words):
            fitting = [p for p in self._people if any(alike(name, word) for name in names(p))]
            if fitting:
                return fitting
        return []

    def _choose(self, candidates: Sequence[Person], finding: Finding, word: str) -> Person:
        """Return the likeliest of several people: same title, else whoever was named last."""
        if len(candidates) == 1:
            return candidates[0]
        title = self._title(finding)
        pool = list(candidates)
        if title:
            pool = [p for p in pool if word in p.last] or pool
            pool = [p for p in pool if title in p.titles] or [p for p in pool if not p.titles] or pool
        else:
            pool = [p for p in pool if word in p.first] or pool
        named = [p for p in pool if p.named_at]
        chosen = max(named, key=lambda p: p.named_at[-1]) if named else pool[0]
        if title:
            chosen.titles.add(title)
        return chosen

    def _title(self, finding: Finding) -> str:
        match = _TITLE.search(self._text[max(0, finding.start - 12) : finding.start])
        return match.group(1) if match else ""


def alike_surname(one: str, other: str) -> bool:
    """Return whether two plain surnames may be one: the same, a slip apart, or part of a double one."""
    if one == other or one in other.split("-") or other in one.split("-"):
        return True
    return (
        min(len(one), len(other)) >= 4
        and one[0] == other[0]
        and edits(one, other) <= (1 if len(one) < 7 else 2)
    )


def _one_name(full: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Return whether two full names whose surnames agree also agree in the first name."""
    one, other = full[0], words[0]
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return alike(one, other) or one in words or other in full


def _initials(full: tuple[str, ...], letters: str) -> bool:
    every = "".join(word[0] for word in full)
    return letters in (every, full[0][0] + full[-1][0])
