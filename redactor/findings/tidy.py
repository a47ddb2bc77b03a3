"""Names as the model marks them, made neat: no title, no possessive, no job at either end, no mere common noun."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import is_nobody, lower
from redactor.findings.measures import fits
from redactor.findings.patterns import LETTER, PARTICLES, UPPER

_WORD = re.compile(r"[^\s/\\|,;:()\[\]\"\u201c\u201d<>]+")
_POSSESSIVE = re.compile(r"(?:['\u2019](?:s|S)?)+$")
_EDGE = "'\u2019\u2018.-*&_"
_CODE = re.compile(r"[A-Z]{1,5}\d{1,3}")
_UNSPEAKABLE = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{3,5}")  # capitals without a vowel: YJW, RMN
_DOSE = re.compile(r" (?:[A-Za-z]+ ){0,2}\d+(?:\.\d+)? ?(?:mg|ml|mcg|g|micrograms)\b")
_DOUBT = 0.45  # below this the model's own doubt and a dictionary word together speak against a name
_SURE = 0.8  # from here on the model is believed against our lists of words
_SMALL, _CERTAIN = 0.5, 0.95  # the same for names in small letters, see _small_name
_PREFIX = re.compile(r"^(?:un|de|re|non|mis|over|under|pre|dis)(?=\w{4})")
_LABELLED = re.compile(
    r"\b(?:Child|Adult|Baby|Sibling|Person|Worker|Family|Subject|Professional|Parent|Carer|Sister|Brother|Twin|Mother|Father|Youth|Male|Female) $"
)
_LINE_START = re.compile(r"(?:^|\n|[.!?:|\u201c\"])[\s*#>\u2022-]*(?:\d+(?:\.\d+)*\.? )?$")
_PARTICLES = PARTICLES | {"y"}
_CAPITAL = re.compile(f"[{UPPER}]")
_CIVIL = re.compile(
    r"(?i)(?:mr|mrs|ms|miss|mx|dr|prof|professor|pc|wpc|dc|ds|di|dci|ps|supt|superintendent|insp|inspector|sgt|sergeant|revd|rev|cllr)"
)
_KIN = re.compile(r"(?:Aunt|Auntie|Aunty|Uncle|Babcia|Grandma|Grandad|Granddad|Granny|Mummy|Mam|Mum|Daddy)")
_NO_PLACE = frozenset(
    ("uk", "u.k.", "united kingdom", "britain", "great britain", "england", "europe", "mass", "internet")
)


def tidy(findings: Iterable[Finding], text: str) -> Iterator[Finding]:
    """Yield the findings with names trimmed at both ends; what is no name after all is dropped."""
    for finding in findings:
        if finding.type == "PERSON":
            yield from (
                f for f in _person(finding, text) if finding.recogniser != "names" or _plausible(f, text)
            )
        elif finding.recogniser != "names":
            yield finding
        elif finding.type in ("ORG", "PLACE"):
            yield from (f for f in _body(finding, text) if _plausible(f, text))
        elif fits(finding, text):
            yield finding


def _person(finding: Finding, text: str) -> Iterator[Finding]:
    """Yield the name without words at its ends that are nobody's name."""
    titled = "title" in finding.because
    words = _bare_words(finding, text)
    if titled and len(words) == 1 and text[slice(*words[0])].istitle():  # judged where the title was seen
        yield replace(finding, start=words[0][0], end=words[0][1])
        return
    if finding.recogniser == "names" and finding.score >= _SURE:
        yield from _sure(finding, words, text)
        return
    while (
        len(words) > 1
        and not text[finding.start : finding.end].isupper()
        and _UNSPEAKABLE.fullmatch(text, *words[0])
    ):
        words = words[1:]
    while words and not (titled and _letter(text, words[0])) and _strange(text, words[0]):
        words = words[1:]
    while len(words) > 1 and text[words[0][0] : words[0][1]].lower() in lower("titles"):
        words = words[1:]
    while words and not _letter(text, words[-1]) and _strange(text, words[-1]):
        words = words[:-1]
    if not words or (len(words) == 1 and _letter(text, words[0]) and not titled):
        return
    start, end = words[0][0], words[-1][1]
    if _letter(text, words[-1]) and len(words) > 1 and text[end : end + 1] == "." and end < finding.end:
        end += 1
    yield replace(finding, start=start, end=end)


def _sure(finding: Finding, words: list[tuple[int, int]], text: str) -> Iterator[Finding]:
    """Yield a name that the model is sure of as it stands, but for codes and figures at its ends."""
    while words and (_figure(text, words[0]) or _role(text, words)):
        words = words[1:]
    while words and _figure(text, words[-1]):
        words = words[:-1]
    if words and not _nobody_here(text, words):
        yield replace(finding, start=words[0][0], end=words[-1][1])


def _role(text: str, words: list[tuple[int, int]]) -> bool:
    """Return whether a name begins with a word for a role or a title, as in `Child M` or `Supt Ikin`."""
    first = text[words[0][0] : words[0][1]]
    letter = len(words) == 2 and _letter(text, words[1])
    return len(words) > 1 and (
        bool(_CIVIL.fullmatch(first) or _KIN.fullmatch(first))
        or (letter and bool(_LABELLED.fullmatch(f"{first} ")))
    )


def _nobody_here(text: str, words: list[tuple[int, int]]) -> bool:
    """Return whether a single word is a letter after a role (`Child M`) or a well-known abbreviation."""
    start, end = words[0]
    word = text[start:end]
    if len(words) > 1:
        return False
    if _CIVIL.fullmatch(word):
        return True
    if len(word) == 1:
        return _LABELLED.search(text[max(0, start - 20) : start]) is not None
    return bool(_KIN.fullmatch(word)) or (word.isupper() and word.lower() in lower("not_names"))


def _body(finding: Finding, text: str) -> Iterator[Finding]:
    """Yield the name of a place or a body without words that only open a sentence; its The, within one, stays."""
    words = _bare_words(finding, text)
    while words and text[words[0][0] : words[0][1]].lower() in lower("openings"):
        the = text[words[0][0] : words[0][1]] in ("The", "Our")
        if the and len(words) > 1 and not _LINE_START.search(text[max(0, words[0][0] - 8) : words[0][0]]):
            break
        words = words[1:]
    if words and text[words[0][0] : words[-1][1]].lower() not in lower("titles"):
        yield replace(finding, start=words[0][0], end=words[-1][1])


def _bare_words(finding: Finding, text: str) -> list[tuple[int, int]]:
    spans = (_bare(match, text) for match in _WORD.finditer(text, finding.start, finding.end))
    return [(start, end) for start, end in spans if start < end]


def _bare(match: "re.Match[str]", text: str) -> tuple[int, int]:
    """Return a word's (start, end) without possessive and punctuation at its edges."""
    word = _POSSESSIVE.sub("", match.group())
    start, end = match.start(), match.start() + len(word)
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _letter(text: str, word: tuple[int, int]) -> bool:
    """Return whether a word is a single capital, as an initial is."""
    return word[1] - word[0] == 1 and text[word[0]].isupper()


def _strange(text: str, word: tuple[int, int]) -> bool:
    """Return whether a word is no part of a name: listed as nobody's, a number, or a code like HV2."""
    plain = text[word[0] : word[1]]
    if plain.islower() and plain not in _PARTICLES:
        return True
    return is_nobody(plain) or _figure(text, word)


def _figure(text: str, word: tuple[int, int]) -> bool:
    plain = text[word[0] : word[1]]
    return plain.isdigit() or bool(_CODE.fullmatch(plain))


def _plausible(finding: Finding, text: str) -> bool:
    """Return whether what the model marked can be a name: not all small, not all general words, not a medicine."""
    name = text[finding.start : finding.end]
    words = re.findall(rf"{LETTER}+", name)
    if not words or not (re.search(f"[{UPPER}]", name) or _small_name(finding, words, text)):
        return False
    if finding.type == "PERSON" and _DOSE.match(text, finding.end):
        return False
    if finding.type != "PERSON" and (name.lower() in _NO_PLACE or _CODE.fullmatch(name) or _general(words)):
        return False
    return len(words) > 1 or finding.score >= _SURE or not _common_noun(finding, text)


def _small_name(finding: Finding, words: list[str], text: str) -> bool:
    """Return whether a name in small letters is one: only in a line typed without capitals, as in a chat."""
    if _CAPITAL.search(_said(finding, text)):
        return False
    return finding.score >= (_CERTAIN if all(is_ordinary(word) for word in words) else _SMALL)


def _said(finding: Finding, text: str) -> str:
    """Return the line that a finding stands in, without the name of its writer."""
    start = text.rfind("\n", 0, finding.start) + 1
    end = text.find("\n", finding.end)
    line = text[start : end if end >= 0 else len(text)]
    return line[line.find(": ") + 1 :]


def _general(words: list[str]) -> bool:
    """Return whether all words of a body's name are such as any such body has: Public Protection Unit."""
    strangers = lower("general_words") | lower("openings") | lower("not_names")
    return all(len(word) == 1 or word.lower() in strangers for word in words)


def _common_noun(finding: Finding, text: str) -> bool:
    """Return whether a single word with a capital is only a common word: at the start of a line or sentence, or in doubt."""
    word = text[finding.start : finding.end]
    doubtful = finding.type == "PERSON" and finding.score < _DOUBT and is_ordinary(word)
    if doubtful and word.lower() not in lower("word_names"):
        return True
    if (
        not (is_ordinary(word) or is_ordinary(_PREFIX.sub("", word.lower())))
        or word.lower() in lower("word_names")
        or word.isupper()
    ):
        return False
    return bool(_LINE_START.search(text[max(0, finding.start - 10) : finding.start]))
