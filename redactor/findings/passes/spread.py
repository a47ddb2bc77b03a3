"""What is found once is looked for in the whole draft, in the forms that people write: the document pass.

Parts of names, ALL CAPS, dropped accents, initials, small misspellings; short forms and abbreviations of local bodies.
A part that is also an ordinary word is taken for a name only where it stands like one.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import is_nobody, lower
from redactor.findings.passes.cover import Cover
from redactor.findings.patterns import LETTER, PARTICLES, UPPER

TOKEN = re.compile(rf"{LETTER}+(?:['\u2019-]{LETTER}+)*")
_POSSESSIVE = re.compile(r"['\u2019][sS]$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\u201c\"]|\n)[\s\"'\u201c\u2018(\[]*(?:\d+(?:\.\d+)*\.? )?$")
LIKE_A_NAME_AFTER = re.compile(
    r"['\u2019]s\b|,? (?:was|had|said|told|has|is|did|went|came|gave|took|made|saw|felt|[a-z]{3,}ed|attended|became|lived|lives|died|recalled|asked|spoke|wrote"
    r"|found|left|began|moved|met|described|remembered|explained|thought|knew|started|stated|reported|visited|called|rang|returned|disclosed|denied|also|who|would|could|and [A-Z])\b"
)
_TO_DO = re.compile(
    r" to (?:arrange|ask|attend|book|bring|call|chase|check|circulate|collect|complete|confirm|contact|discuss|draft|email|feed"
    r"|find|follow|forward|invite|keep|lead|let|liaise|look|make|meet|notify|obtain|phone|prepare|progress|provide|raise"
    r"|refer|report|request|review|ring|send|share|speak|take|talk|telephone|text|update|visit|write)\b"
)
_PARTICLES = PARTICLES | {"y", "o", "st", "mc", "mac"}


@dataclass
class Names:
    """The words that make up people's names in this draft, and the wholes they come from."""

    wholes: dict[str, Finding] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)  # a word of a name -> the first whole it stood in


def plain(word: str) -> str:
    """Return a word in lower case without accents, for comparing."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize(
        "NFD",
        word.casefold()
        .replace("\u0142", "l")
        .replace("\u0111", "d")
        .replace("\u0131", "i")
        .replace("\u00f8", "o"),
    )
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def name_words(name: str) -> list[str]:
    """Return the words of a name that identify somebody: no particles, no single letters."""
    words = (_POSSESSIVE.sub("", match.group()) for match in TOKEN.finditer(name))
    return [word for word in words if len(word) > 1 and word.lower() not in _PARTICLES]


def collect(findings: Iterable[Finding], text: str) -> Names:
    """Gather the names found so far; uncertain ones are no seed."""
    names = Names()
    for finding in findings:
        if finding.type != "PERSON" or finding.score < 0.5:
            continue
        whole = text[finding.start : finding.end]
        names.wholes.setdefault(whole, finding)
        for word in name_words(whole):
            initials = word == whole and word.isupper() and len(word) < 4
            if word[0].isupper() and not initials and not is_nobody(word):
                names.parts.setdefault(word, whole)
    return names


def spread_people(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return further mentions of the people in `findings`."""
    names = collect(findings, text)
    by_plain = {plain(word): word for word in names.parts}
    near = _nearly(names.parts)
    covered = Cover(findings)
    words_in_lower_case = {match.group() for match in re.finditer(rf"(?<!{LETTER})[a-z]+(?!{LETTER})", text)}
    further: list[Finding] = []
    for match in TOKEN.finditer(text):
        word = _POSSESSIVE.sub("", match.group())
        start, end = match.start(), match.start() + len(word)
        if not word[0].isupper() or covered.holds(start, end) or len(word) < 2:
            continue
        known = by_plain.get(plain(word))
        if known is None and "-" in word:
            known = next((by_plain[plain(half)] for half in word.split("-") if plain(half) in by_plain), None)
        if known is not None:
            further.extend(_mention(text, (start, end), known, word.lower() in words_in_lower_case, names))
        elif len(word) >= 5 and word.lower() not in words_in_lower_case and not is_ordinary(word):
            known = next((near[key] for key in _shortened(plain(word)) if key in near), None)
            if known is not None and word.lower() not in lower("not_names") and known[0] == word[0]:
                further.append(Finding(start, end, "PERSON", 0.55, "spread", f"Spelt almost like {known}"))
    return further


def _mention(text: str, span: tuple[int, int], known: str, twin: bool, names: Names) -> Iterator[Finding]:
    """Yield a mention of `known`; where the word is an ordinary one too, only if it stands like a name."""
    word = text[span[0] : span[1]]
    whole = names.parts[known]
    because = f"Same name as {whole}" if whole != word else "Found as a name elsewhere in this draft"
    abbreviated = (
        word.isupper() and len(word) < 4 and not (known.isupper() or LIKE_A_NAME_AFTER.match(text, span[1]))
    )
    if is_nobody(word) or abbreviated:
        return
    if not (twin or is_ordinary(word)):
        yield Finding(*span, "PERSON", 0.85, "spread", because)
        return
    at_start = _SENTENCE_START.search(text[max(0, span[0] - 12) : span[0]]) is not None
    if word.isupper() and len(word) > 1 and text[span[1] : span[1] + 1] != "_":
        return
    if (
        text[span[1] : span[1] + 1] == "_"
        or LIKE_A_NAME_AFTER.match(text, span[1])
        or (_TO_DO.match(text, span[1]) and word not in ("Hope", "Will"))
        or (not at_start and not re.match(rf" [{UPPER}]", text[span[1] : span[1] + 2]))
    ):
        yield Finding(*span, "PERSON", 0.6, "spread", f"{because}, though it is an ordinary word too")


def _shortened(word: str) -> set[str]:
    """Return the word, and the word with each one letter left out."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def _nearly(parts: Iterable[str]) -> dict[str, str]:
    """Return for each name, and each name with a letter left out, the name: words a slip apart share an entry."""
    near: dict[str, str] = {}
    for word in parts:
        if len(word) >= 5 and not is_ordinary(word):
            for key in _shortened(plain(word)):
                near.setdefault(key, word)
    return near


def spread_bodies(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return further mentions of the local bodies and places in `findings`, also by abbreviation and short form."""
    forms: dict[str, tuple[str, str]] = {}
    for finding in findings:
        if finding.type in ("ORG", "PLACE") and finding.score >= 0.6:
            whole = text[finding.start : finding.end]
            for form in short_forms(whole) if finding.type == "ORG" else (whole,):
                forms.setdefault(form, (finding.type, whole))
                if " " in form:
                    forms.setdefault(form.upper(), (finding.type, whole))
    return _standing(forms, findings, text)


def short_forms(body: str) -> Iterator[str]:
    """Yield the body's name, its abbreviation, and its name without the words that say what it is."""
    yield body
    saint = re.match(rf"St\.? ({LETTER}+['\u2019]s)\b", body)
    if saint:
        yield saint[0]
        yield saint[1]
    words = re.findall(r"[^\W_]+(?:['\u2019]s)?", body)
    capital = [word for word in words if word[0].isupper()]
    if len(capital) >= 3 and not body.isupper():
        yield "".join(word[0] for word in capital)
    elif len(words) >= 3:
        yield "".join(word[0] for word in words if word.lower() not in ("and", "of", "the"))
    distinct = list(words)
    while len(distinct) > 1 and re.sub(r"['\u2019]s$", "", distinct[-1].lower()) in lower("general_words") | {
        "school",
        "academy",
        "surgery",
    }:
        distinct.pop()
    short = " ".join(distinct)
    if 1 < len(distinct) < len(words) and short in body and len(short) > 4:
        yield short


def _standing(forms: dict[str, tuple[str, str]], findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return where the `forms` (each with its kind and whole name) stand in the text, outside `findings`."""
    covered = Cover(findings)
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        first = TOKEN.match(form)
        if first and len(form) > 2 and form.lower() not in lower("not_names"):
            by_first[first.group()].append(form)
            by_first[_POSSESSIVE.sub("", first.group())].append(form)
    further: list[Finding] = []
    for match in TOKEN.finditer(text):
        word = match.group()
        for form in dict.fromkeys((*by_first.get(word, ()), *by_first.get(_POSSESSIVE.sub("", word), ()))):
            start, end = match.start(), match.start() + len(form)
            apart = text.startswith(form, start) and not text[end : end + 1].isalnum()
            if apart and not covered.holds(start, end):
                kind, whole = forms[form]
                because = f"Stands for {whole}" if form != whole else "Found elsewhere in this draft"
                further.append(Finding(start, end, kind, 0.8, "spread", because))
    return further
