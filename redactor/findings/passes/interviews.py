"""Who speaks in an interview or at a learning event, by initials: `PH: Who is at home?`, `- MS: I asked for Linh`.

Two or three capitals and a colon at the head of three lines close together are speakers where one of them speaks twice
or where the lines say something in whole sentences. Question and answer, roles and entries of a glossary are not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.passes.roll import call
from redactor.findings.patterns import UPPER

_LINE = re.compile(rf"^[ \t>*\u2022-]*(?P<who>[{UPPER}]{{2,3}}): (?P<said>\S[^\n]*)", re.MULTILINE)
_SENTENCE = re.compile(
    r"(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|It|They|He|She|No|Yes|Did|What|Who|Why|Where|When|How|Can|Do)\b"
)
_QUESTION = re.compile(r"[^\n]*\?")
_ROLES = frozenset(
    ("gp", "hv", "sw", "sn", "mw", "tm", "qa", "int", "iv", "ns", "am", "pm", "nb", "re", "op")
)
_NEVER = frozenset(("GP", "HV", "SW", "QA", "NB", "RE", "OP"))
_FEWEST, _CLOSE = 3, 400


def spread_interviewed(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the initials of those who speak in interviews, and the same letters between their lines."""
    cover = Cover(findings)
    known = set(call(findings, text).initials)
    found: dict[tuple[int, int], Finding] = {}
    for run in _runs(list(_LINE.finditer(text))):
        speakers = _speakers(run, known)
        block = (run[0].start(), run[-1].end())
        pattern = "|".join(sorted(speakers)) or "(?!)"
        for match in re.finditer(rf"(?<![\w.'\u2019-])(?:{pattern})(?![\w-])", text[block[0] : block[1]]):
            span = (block[0] + match.start(), block[0] + match.end())
            if not cover.holds(*span):
                found[span] = Finding(
                    *span, "PERSON", 0.7, "interviews", "Initials of somebody who speaks here"
                )
    return list(found.values())


def _runs(lines: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Yield the lines that stand close together, three or more."""
    run = list(lines[:1])
    for line, following in pairwise(lines):
        if following.start() - line.end() > _CLOSE:
            if len(run) >= _FEWEST:
                yield run
            run = []
        run.append(following)
    if len(run) >= _FEWEST:
        yield run


def _speakers(run: Sequence[re.Match[str]], known: set[str]) -> set[str]:
    """Return the letters that stand for people in a run of lines: none in a glossary, where each stands once;
    letters that may be a role only where somebody with these initials is `known`."""
    times = Counter(line["who"] for line in run)
    spoken = sum(bool(_SENTENCE.match(line["said"]) or _QUESTION.match(line["said"])) for line in run)
    conversation = 3 * spoken >= len(run)
    if not conversation or not (max(times.values()) > 1 or 2 * spoken >= len(run)):
        return set()
    return {who for who in times if not _role(who) or (who in known and who not in _NEVER)}


def _role(letters: str) -> bool:
    small = letters.lower()
    return small in _ROLES or any(
        small in lower(each) for each in ("abbreviations", "not_names", "log_roles", "titles")
    )
