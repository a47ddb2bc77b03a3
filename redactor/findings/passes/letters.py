"""Single letters used as names in notes and messages: `J under the table. Says D shuts him in`, `To "S"`, `signed K.`

A letter is taken for a name only where somebody's known first name begins with it and it stands where a name stands;
never in `Vitamin D`, `Group B`, `size S`, and not where a draft calls people `Child J` throughout.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redactor.findings.finding import Finding
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.roll import Roll, call
from redactor.findings.patterns import UPPER

_LETTER = re.compile(
    rf"(?<![\w'\u2019@.\\_&\u00a3/+-])[{UPPER}](?![\w@&+/\\_-]|\.\w|['\u2019](?!s\b)\w|:\\|\. coli)"
)
_LABEL = re.compile(
    r"(?i:\b(?:child|adult|baby|sibling|person|family|mother|father|mr|mrs|ms|miss|dr|worker|subject|vitamin|vit|hep|hepatitis|group|strep"
    r"|section|appendix|annex|part|ward|unit|class|room|block|plan|form|type|table|figure|exhibit|point|paragraph|grade|level|year|set"
    r"|band|size|schedule|article|option|line|page|bay|bed|gate|platform|hall|house|flat|letters?|stage|phase|team|model|category|box"
    r"|question|zone|wing|influenza|factor|protein|hemisphere|tier|key stage|column|row|item|step|scenario|case|school|school|site)"
    r"|\d\w*|[a-z]['\u2019]s|the|an?|this|that which|each|initial|no|&) $|\b(?:Child|Adult|Family|Baby|Sibling) [A-Z](?:, [A-Z])*(?:,| and| or| &) $"
)
_NOUN_AFTER = re.compile(
    r"(?: |-)(?:levels?|cells?|shirts?|junction|wave|road|visa|blood|grades?|form|class|team|stars?|rays?|notice|work|section|plan"
    r"|cheek|arm|forearm|leg|eye|ear|hand|foot|side|knee|hip|elbow|wrist|shoulder|temple|thigh|ankle|upper|lower|lung|lobe"
    r"|number|type|strep|list|side|block|wing|shaped?|group|words?|pass(?:es)?|vitamins?|file|is for|was for|of)\b"
)
_STARTS = re.compile(r"(?:^|\n|[.!?:;,] | {2}|\t|\| ?|[\"\u201c\u2018(\[>]|[-\u2013\u2014] )[ \t]*$")
_STARTS_LINE = re.compile(r"(?:^|\n)[ \t>]*$")
_GOES_ON = re.compile(r"['\u2019]s [a-z]|\.? [a-z]")
_NAMING = (
    r"says|said|told(?: me| us| him| her)?|tells|asked|asks|hit|hits|let|lets|keep|keeps|kept|see|sees|saw|seen|collect|collects|collected|ring|rang|phoned|text|texted"
    r"|called|calls|fetch|fetched|get|got|take|took|taking|bring|brought|pushed|bit|kicked|love|loves|hugged|helped|left|leave|with|and|or"
    r"|to|for|from|about|at|if|because|when|where|where is|where['\u2019]s|while|how is|mum|dad|than|by|re|visited|met|spoke to|up|off|like|of|but|so"
    r"|hold|holding|held|feed|feeding|fed|hurt|hurts|hurting|wants|want|miss|missed|asking|seeing|telling|watching|marry|married|blames|blamed"
    r"|mo|fa|mum|mo and|and mum|mum and|mo &|gave|give|gives|make|makes|made|did|does|had|dear|hi|hello|hiya|that"
)
_AFTER_WORD = re.compile(rf"(?<![\w-])(?:{_NAMING}),? $", re.IGNORECASE)
_NAME_ENDS = re.compile(r"['\u2019]s\b|[.,;:?!\"\u201d\u2019)\]]|\n|$| [a-z(&\"\u201c]| \d")
_QUOTED_BEFORE = re.compile(r"(?i:\b(?:to|from|as|called|by|name|contact|saved as):? )[\"\u201c\u2018]$")
_QUOTED_AFTER = re.compile(r"[\"\u201d\u2019]")
_SIGNED_BEFORE = re.compile(
    r"(?:[.!?\"\u201d)] +|\b(?:[Ss]igned|[Ll]ove|[Rr]egards|[Tt]hanks|[Tt]hx|[Cc]heers|[Bb]est|[Ww]ishes|xx?)(?: from| by)?:?,?\s+|\n[ \t>]*|[-\u2013\u2014] ?)$"
)
_SAID_LAST = re.compile(r"(?:[a-z\u00df-\u024f]|[.,!?]) $")
_QUOTE_ENDS = re.compile(r"[.]?[\"\u201d][ \t]*(?:\n|$)")
_ENTRY = re.compile(r"(?:^|\n)[ \t>*]*\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})? (?:[-\u2013] )?$")
_LINE_ENDS = re.compile(r"[.,]?[ \t]*(?:x+[ \t]*)?(?:\n|$)")
_GREETED = re.compile(r"\b(?:[Dd]ear|[Hh]i|[Hh]ello|[Hh]iya) $")
_PSEUDONYM = re.compile(rf"\b(?:Child|Adult|Baby|Sibling|Family|Subject) ([{UPPER}])\b")
_ROW_BETWEEN = re.compile(r", | and | & |, and ")
_ROW_BEFORE = re.compile(r"(?:[\"\u201c(]|\b(?:[Cc]hildren|[Kk]ids|[Ss]ibs|[Bb]oys|[Gg]irls)[,:] )$")
_WORDS = frozenset("IA")  # a pronoun and an article
_MOST_PSEUDONYMS = 2
_MOST_ALONE = 8  # more lines of one letter alone than this are a column or a broken scan


def spread_letters(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the single letters in `text` that stand for people in `findings`."""
    roll = call(findings, text)
    cover = Cover(findings)
    coded = {
        letter
        for letter, times in Counter(match[1] for match in _PSEUDONYM.finditer(text)).items()
        if times > _MOST_PSEUDONYMS
    }
    places = [
        match
        for match in _LETTER.finditer(text)
        if match.group() in roll.signing and not cover.touches(*match.span())
    ]
    alone = sum(
        bool(_STARTS_LINE.search(_before(text, m)) and _LINE_ENDS.match(text, m.end())) for m in places
    )
    named = {
        match.start()
        for match in places
        if _stands_alone(text, match, alone <= _MOST_ALONE)
        or (match.group() in roll.letters and match.group() not in coded and _stands_as_name(text, match))
    }
    named |= set(_in_rows(text, places, named, roll))
    return [_found(match, text, roll) for match in places if match.start() in named]


def _before(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 40) : match.start()]


def _stands_alone(text: str, match: re.Match[str], few: bool) -> bool:
    """Return whether a letter is somebody's signature, whom a letter greets, or a name in quotes: `To "S"`."""
    before, end = _before(text, match), match.end()
    if _LABEL.search(before):
        return False
    if match.group() not in _WORDS and _SAID_LAST.search(before) and _QUOTE_ENDS.match(text, end):
        return not _in_table(text, match)
    if _QUOTED_BEFORE.search(before) and _QUOTED_AFTER.match(text, end):
        return True
    if _GREETED.search(before):
        return True
    return (
        few
        and bool(_SIGNED_BEFORE.search(before) and _LINE_ENDS.match(text, end))
        and not _in_table(text, match)
    )


def _in_table(text: str, match: re.Match[str]) -> bool:
    """Return whether a line of one letter alone stands in a column: between short lines or figures."""
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 12]
    return bool(
        re.search(r"\n[^\n]{1,3}\n[ \t]*$|\|", before) or re.match(r"[^\n]{0,2}\n[^\n]{1,3}\n|.?\s*\|", after)
    )


def _stands_as_name(text: str, match: re.Match[str]) -> bool:
    """Return whether a letter stands where a name does in a sentence or a note."""
    before, end = _before(text, match), match.end()
    if match.group() not in _WORDS and _ENTRY.search(before) and re.match(r" [a-z]{3,}", text[end : end + 5]):
        return not _NOUN_AFTER.match(text, end)
    if match.group() in _WORDS or _LABEL.search(before) or _NOUN_AFTER.match(text, end):
        return False
    if _AFTER_WORD.search(before) and _NAME_ENDS.match(text, end):
        return True
    if not (_STARTS.search(before or "\n") and _GOES_ON.match(text, end)):
        return False
    return not (text[end] == "." and _STARTS_LINE.search(before or "\n"))


def _in_rows(text: str, places: Sequence[re.Match[str]], named: set[int], roll: Roll) -> Iterator[int]:
    """Yield letters in a row (`mo, N, T`; `"T, K, Z"`): where one is a name or the row stands like names, all are."""
    row: list[re.Match[str]] = []
    for match, following in pairwise([*places, None]):
        assert match is not None  # only the last of all is none
        if match.group() in roll.letters:
            row.append(match)
        goes_on = following is not None and _ROW_BETWEEN.fullmatch(text, match.end(), following.start())
        if goes_on:
            continue
        before = _before(text, row[0]) if len(row) > 1 else ""
        like_names = _ROW_BEFORE.search(before) or any(each.start() in named for each in row)
        if like_names and not _LABEL.search(before):
            yield from (each.start() for each in row)
        row = []


def _found(match: re.Match[str], text: str, roll: Roll) -> Finding:
    letter = match.group()
    whole = roll.letters.get(letter) or roll.signing[letter]
    return Finding(
        *match.span(), "PERSON", 0.5, "letters", f"A letter used as a name; {whole} begins with it"
    )
