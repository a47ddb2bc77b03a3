"""Whom the draft's title names: the children that it is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from redactor.findings.people.mentions import Mention

_HEADING = re.compile(
    r"(?i)(?:[\W\d_]|\b(?:serious|case|local|learning|lessons|child|children|safeguarding|practice|review|overview|report|of|in|the|respect|concerning|re"
    r"|regarding|into|death|on|and|her|his|their|siblings?|brother|sister|baby|twins?|family|subject|scr|lcspr|cspr|rough|joint|thematic"
    r"|neonatal|combined|individual|management|internal|agency|final|draft|known|as)\b)*"
)
_HEADING_WORD = re.compile(
    r"(?i)\b(?:review|report|respect|concerning|death|siblings?|baby|subject|scr|l?cspr)\b"
)
_SUBTITLE = re.compile(r":[^\n]*$")
_CHILDREN = re.compile(r"(?i)\b(?<!own )children,?\s+$")
_LISTED = re.compile(r",? and |, | & ")
_TOP = 1500  # characters in which the title stands


def named_in_title(mentions: Sequence[Mention], entities: Sequence[str], text: str) -> Counter[str]:
    """Return how often the headings at the top name each entity, or list it after the word "children".

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
    """
    starts = [mention.start for mention in mentions]
    named: Counter[str] = Counter()
    for line in re.finditer(r"[^\n]+", text[:_TOP]):
        first, last = bisect_left(starts, line.start()), bisect_left(starts, line.end())
        if first < last and _is_heading(line, mentions[first:last]):
            named.update(set(entities[first:last]))
        for number in range(first, last):
            if _CHILDREN.search(text[line.start() : starts[number]]):
                through = _end_of_list(mentions[:last], number, text)
                named.update(set(entities[number:through]))
    return named


def _is_heading(line: re.Match[str], mentions: Sequence[Mention]) -> bool:
    """Return whether a line holds the names of the mentions and the words of a title alone."""
    words, rest, since = line.group(), "", 0
    if "|" in words or "\t" in words:
        return False  # a row of a table
    for mention in mentions:
        rest += words[since : mention.start - line.start()] + " "
        since = mention.end - line.start()
    names = words[mentions[0].start - line.start() : since].replace(" and ", " ")
    several = len(mentions) > 1
    after = _SUBTITLE.sub("", words[since:]) if names.isupper() or several else words[since:]
    telling = several or names.isupper() or _HEADING_WORD.search(rest)
    return bool(telling) and _HEADING.fullmatch(rest + after) is not None


def _end_of_list(mentions: Sequence[Mention], number: int, text: str) -> int:
    """Return the number of the mention after the list of names that begins with mention `number`."""
    while number + 1 < len(mentions) and _LISTED.fullmatch(
        text[mentions[number].end : mentions[number + 1].start]
    ):
        number += 1
    return number + 1
