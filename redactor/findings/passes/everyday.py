"""Known names as people type them to one another: in small letters, cut short, run together, a letter lost.

`tobi`, `marci` and `st oswins` in a chat; `Val` for Valerie; `TobiA` in the name of a folder; `Ren?e` out of a database.
Only what was found as a name elsewhere is looked for, a wording that is an ordinary English word only where it stands as a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower, nicknames, words
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.spread import LIKE_A_NAME_AFTER, collect, name_words, plain, short_forms
from redactor.findings.patterns import LETTER, UPPER

_WORD = re.compile(rf"(?<![\w'\u2019@.-]){LETTER}{{3,}}(?![\w@]|[.?]\w)")
_GLUED = re.compile(rf"(?<!\w)(?:[{UPPER}]?{LETTER}+?(?=[{UPPER}])){{1,4}}[{UPPER}]{LETTER}*(?!\w)")
_HUMPS = re.compile(rf"[{UPPER}]*[^\W\d_{UPPER}]+|[{UPPER}]+")
_LOST = re.compile(rf"(?<!\w){LETTER}+[?\ufffd]{LETTER}+(?!\w)")
_TOLD = re.compile(r"\b(?:tell|telling|told|ask|asked|ring|rang|text|txt|seen|saw|meet|met|tel) $")
_NO_MORE = re.compile(r"[?!.,]*(?:\n|$)|[?!,]| (?:i|u|he|she|to|2|n|that|wat|what|wen|when|not)\b")
_GOING_ON = re.compile(r"[a-z,;] $")
_STEM = 3
_ENDINGS = ("", "y", "ie", "ey", "i", "o", "z", "za", "s", "ky", "kie", "sy", "ers")


def spread_everyday(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return where names and bodies in `findings` stand as people type them; never what is covered already."""
    cover = Cover(findings)
    names = collect(findings, text)
    by_plain = {plain(word): word for word in names.parts if not is_ordinary(word)}
    firsts = _firsts(findings, text)
    further = [*_short_or_small(text, by_plain, firsts), *_glued(text, by_plain), *_lost(text, by_plain)]
    return [f for f in [*further, *_small_bodies(findings, text)] if not cover.holds(f.start, f.end)]


def _firsts(findings: Iterable[Finding], text: str) -> set[str]:
    """Return the first names of people found with two names or more, and the names that stand alone."""
    firsts: set[str] = set()
    for finding in findings:
        words = name_words(text[finding.start : finding.end])
        if (
            finding.type == "PERSON"
            and finding.score >= 0.5
            and words
            and (len(words) > 1 or "title" not in finding.because)
        ):
            first = words[-1] if "," in text[finding.start : finding.end] else words[0]
            if len(first) >= _STEM:
                firsts.add(plain(first))
    return firsts


def _short_or_small(text: str, by_plain: dict[str, str], firsts: set[str]) -> Iterator[Finding]:
    """Yield known names in small letters, and short forms of first names in any letter case."""
    stems: dict[str, list[str]] = defaultdict(list)
    for first in sorted(firsts):
        stems[first[:_STEM]].append(first)
    judged: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match.group()
        if word.isupper():
            continue
        if word not in judged:
            judged[word] = _why(word, by_plain, stems, firsts)
        if judged[word] and (not is_ordinary(word) or _stands_as_name(text, match)):
            yield Finding(*match.span(), "PERSON", 0.55, "everyday", judged[word])


def _why(word: str, by_plain: dict[str, str], stems: dict[str, list[str]], firsts: set[str]) -> str:
    """Return why a word may be a known name, or nothing."""
    bare = plain(word)
    if word.capitalize() in words("not_names") or bare in lower("openings") or word in words("log_roles"):
        return ""
    if is_ordinary(word) and word.islower():
        return f"{bare.capitalize()}, in small letters" if bare in firsts else ""
    if word.islower() and bare in by_plain:
        return f"{by_plain[bare]}, in small letters"
    pet = next((name for name in nicknames().get(bare, ()) if name in firsts), "")
    if not pet and (word[0].isupper() or len(word) >= 4):
        pet = next((name for name in stems.get(bare[:_STEM], ()) if _cut_short(bare, name)), "")
    return f"Short for {pet.capitalize()}" if pet else ""


def _stands_as_name(text: str, match: re.Match[str]) -> bool:
    """Return whether an ordinary word stands as a name: `Con went`, `to Con from`, `did u tell hope`."""
    before, end = text[max(0, match.start() - 14) : match.start()], match.end()
    if match.group().islower():
        return bool(_TOLD.search(before) and _NO_MORE.match(text, end))
    if re.match(rf" [{UPPER}\d]", text[end : end + 2]):
        return False
    return bool(_GOING_ON.search(before) or LIKE_A_NAME_AFTER.match(text, end))


def _cut_short(word: str, name: str) -> bool:
    """Return whether `word` is `name` cut short, perhaps with an ending as pet names have: Marcin, Marci."""
    if len(word) > len(name):
        return False
    return any(
        word.endswith(ending)
        and len(word) - len(ending) >= _STEM
        and name.startswith(word[: len(word) - len(ending)])
        for ending in _ENDINGS
    )


def _glued(text: str, by_plain: dict[str, str]) -> Iterator[Finding]:
    """Yield words with capitals inside of which one part is a known name: `TobiA`, `NHale`."""
    for match in _GLUED.finditer(text):
        humps = _HUMPS.findall(match.group())
        known = next(
            (by_plain[plain(hump)] for hump in humps if len(hump) > 3 and plain(hump) in by_plain), ""
        )
        if known and len(humps) > 1:
            yield Finding(*match.span(), "PERSON", 0.6, "everyday", f"{known}, run together with something")


def _lost(text: str, by_plain: dict[str, str]) -> Iterator[Finding]:
    """Yield known names in which a question mark stands for a letter that a system could not keep."""
    for match in _LOST.finditer(text):
        form = re.compile(re.sub(r"[?\ufffd]", ".", plain(match.group())))
        known = next((word for bare, word in by_plain.items() if form.fullmatch(bare)), "")
        if known:
            yield Finding(*match.span(), "PERSON", 0.7, "everyday", f"{known}, with a letter lost")


def _small_bodies(findings: Sequence[Finding], text: str) -> Iterator[Finding]:
    """Yield known places and bodies in small letters, also without an apostrophe: `st oswins`."""
    forms: dict[str, Finding] = {}
    for finding in findings:
        if finding.type in ("ORG", "PLACE") and finding.score >= 0.6:
            whole = text[finding.start : finding.end]
            for form in short_forms(whole) if finding.type == "ORG" else (whole,):
                small = form.lower().removeprefix("the ")
                if len(small) > 4 and (" " in small or not is_ordinary(small)) and not form.isupper():
                    forms.setdefault(small, finding)
                    forms.setdefault(re.sub(r"['\u2019]", "", small), finding)
    by_first: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        by_first[re.split(r"\W", form, maxsplit=1)[0]].append(form)
    for match in re.finditer(r"(?<![\w@.-])[a-z]+", text):
        for form in by_first.get(match.group(), ()):
            end = match.start() + len(form)
            if text.startswith(form, match.start()) and not text[end : end + 1].isalnum():
                because = f"{text[forms[form].start : forms[form].end]}, in small letters"
                yield Finding(match.start(), end, forms[form].type, 0.6, "everyday", because)
