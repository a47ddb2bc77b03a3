"""Whom sentences call the child of the draft: "This review concerns Mia", "Tom, the subject of this report"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from redactor.findings.people.listed import listed
from redactor.findings.people.mentions import Mention

_REVIEW = r"(?:review|report|overview|SCR|C?LCSPR|CSPR|chronology|genogram)"
_KIND = r"(?i:serious|case|child|children['\u2019]s|safeguarding|practice|local|learning|lessons|overview|independent|final|draft|joint|thematic|combined|extended|concise)"
_OF = r"(?:the\s+)?(?:(?:tragic |sudden )?(?:death|deaths|life|lives|care|case|murder|killing|short life|injuries)(?: and \w+)?\s+(?:of|to)\s+)?"
_WHO = r"(?:(?:the|a|an|two|three|four|five|six|siblings|twins?|brothers?|sisters?|baby|child(?:ren)?|boys?|girls?|called|named|[a-z]+-year-old)[ :,]+)*"
_TITLE = r"(?:(?:Miss|Mr|Ms)\s+)?$"
_BEFORE = (
    re.compile(
        rf"(?:^|[.:]\s+|\n)[\W\d]*(?:This(?: is the)?|The) (?:{_KIND} )*{_REVIEW}\b[^.;\n]{{0,40}}?"
        rf"\b(?:concerns|about|considers|examines|relates to|looks at|into|tells|in respect of)\s+{_OF}{_WHO}{_TITLE}"
    ),
    re.compile(
        rf"\b[Cc]hild(?:ren)? (?:at the (?:centre|heart) of|(?:who (?:is|are|was|were) )?the subjects? of) (?:this|the) (?:{_KIND} )*"
        rf"{_REVIEW} (?:is|was|are|were)\s+{_WHO}{_TITLE}"
    ),
    re.compile(rf"(?:^|[.]\s+)[\W\d]*The child(?:ren)?,?\s+{_TITLE}"),
    re.compile(rf"^[\W\d]*(?:{_REVIEW}|(?i:Chronology|Genogram)) (?:for|of|on)\s+{_WHO}{_TITLE}"),
    re.compile(
        rf"(?i:subject|subjects)(?: child(?:ren)?)?(?: of (?:this|the) [a-z ]{{0,20}}{_REVIEW})?"
        rf"(?: is| was| are| were)?[,:]?(?:\s+[\u2013-])?\s+{_WHO}{_TITLE}"
    ),
)
_AFTER = re.compile(
    r"['\")\u201d\u2019]*\s?(?:\([^()\n]{1,40}\)\s?)?,?(?:[^.,;\n]{1,30},)?"
    rf"\s*(?:who(?:m)? (?:this|the) {_REVIEW} (?:is|was) about"
    r"|(?:who (?:is|was|are|were)|is|was|are|were|\u2013|-|\(|,)\s*(?:all |both )?(?:the )?"
    r"(?:(?:subject|index)s?(?: child(?:ren)?)?\b(?!['\u2019])|child(?:ren)? (?:at the centre|who (?:is|are|was|were) the subject)))"
)
_ENTRY = re.compile(r"\s?(?:\u2013|-|\(|,)\s*(?:the )?child(?=[,.;)]|$)")
_MAIL = re.compile(r"(?im)^\W*(?:from|to|sent|cc|date):.*\n(?:.*\n){0,2}\W*(?:subject|re):[^\n]*\Z")
_WEIGHT = 2
_BESIDE = 140


def said_subjects(mentions: Sequence[Mention], entities: Sequence[str], text: str) -> Counter[str]:
    """Return how often each entity is called the child whom the draft is about, alone or in a list.

    Args:
        mentions: of people, in reading order, with `entities` beside them; offsets into `text`.
    """
    said: Counter[str] = Counter()
    for number, mention in enumerate(mentions):
        line = text.rfind("\n", 0, mention.start) + 1
        before = text[max(line, mention.start - _BESIDE) : mention.start]
        in_mail = _MAIL.search(text[max(0, line - _BESIDE) : mention.start])
        if not in_mail and any(pattern.search(before) for pattern in _BEFORE):
            for each in listed(mentions, number, text):
                said[entities[each]] += _WEIGHT
        after = text[mention.end : mention.end + _BESIDE].split("\n", 1)[0]
        opens = not re.search(r"\w", text[line : mention.start])
        match = _AFTER.match(after) or (_ENTRY.match(after) if opens else None)
        if match:
            plural = re.search(r"\b(?:are|were)\b", match.group())
            for each in listed(mentions, number, text, backwards=True) if plural else [number]:
                said[entities[each]] += _WEIGHT
    return said
