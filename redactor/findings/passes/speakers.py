"""Who speaks in a log of messages (`[23:11] lil mo: u there`), and where else those nicknames stand.

A nickname may be any word: it counts where it speaks beside a time of day, or twice and more in a log without times.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import lower
from redactor.findings.passes.cover import Cover
from redactor.findings.patterns import ANY_MONTH, LETTER, UPPER

_TIME = (
    rf"\[?(?:(?:\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)? {ANY_MONTH}(?: \d{{2,4}})?),?(?: at)? {{1,3}})?"
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp][Mm])?"
    r"(?:,? \d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})?\]?"
)
_NICK = rf"{LETTER}[\w.'\u2019-]{{0,19}}(?: [\w.'\u2019-]{{1,12}}){{0,2}}"
_TIMED = re.compile(
    rf"^[ \t>|]*{_TIME}[ \t|]*(?:[\u2013-] )?[ \t|]*(?P<nick>{_NICK}?)(?: to {_NICK}?)?:(?= ?\S)",
    re.MULTILINE,
)
_TIME_AFTER = re.compile(rf"^[ \t>]*(?P<nick>{_NICK}?) ?[\[(]?{_TIME}[\])]?:(?= ?\S)", re.MULTILINE)
_UNTIMED = re.compile(
    rf"^[ \t>]*(?P<nick>{LETTER}[\w.-]{{1,19}}(?: [\w.-]{{1,12}})?):(?= [a-z@:])", re.MULTILINE
)
_WORD = re.compile(r"[^\W_][\w.'\u2019-]*")
_NO_NAME_BEFORE = re.compile(r"(?i:\b(?:an?|the|no|this|that|of) )$|[.!?\n] ?$")
_ROLES = lower("log_roles")
_LEAST_TIMED, _LEAST_UNTIMED = 1, 2
_FEWEST_LINES = 3
_CLOSE = 400  # characters from one line of a log to the next

Said = tuple[int, int, str]
"""Where a nickname speaks (start, end), and the nickname in small letters."""


def spread_speakers(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return who speaks in logs of messages, and where else those nicknames stand."""
    timed = _logs([*_said(_TIMED, text), *_said(_TIME_AFTER, text)], _LEAST_TIMED)
    untimed = [
        log for log in _logs(_said(_UNTIMED, text), _LEAST_UNTIMED) if len({nick for *_, nick in log}) > 1
    ]
    logs = [*timed, *([said for said in log if not _plain_word(said[2])] for log in untimed)]
    nicks = {nick for log in logs for *_, nick in log}
    if not nicks:
        return []
    cover = Cover(findings)
    inside = [(log[0][0], log[-1][1] + _CLOSE // 4) for log in timed]
    found = [
        Finding(start, end, "PERSON", 0.8, "speakers", "Writes messages under this name")
        for log in logs
        for start, end, _ in log
    ]
    found.extend(_mentions(text, nicks, inside))
    return [finding for finding in found if not cover.holds(finding.start, finding.end)]


def _said(pattern: re.Pattern[str], text: str) -> list[Said]:
    """Return where speakers stand who may be people."""
    found = ((match.start("nick"), match.end("nick"), match["nick"]) for match in pattern.finditer(text))
    return [(start, end, nick.casefold()) for start, end, nick in found if _may_be_nick(nick)]


def _may_be_nick(nick: str) -> bool:
    """Return whether a word before a colon may be a nickname: no role, no heading, no abbreviation."""
    words = nick.casefold().split()
    strange = lower("not_names") | lower("general_words") | lower("titles") | lower("openings") | _ROLES
    if all(word.rstrip("0123456789") in strange or word.isdigit() for word in words):
        return False
    if nick.isupper() and len(nick) < 4:
        return False
    return not (nick[0].isupper() and not nick.isupper() and all(is_ordinary(word) for word in words))


def _plain_word(nick: str) -> bool:
    return all(is_ordinary(word) for word in nick.split())


def _logs(said: Sequence[Said], least: int) -> list[list[Said]]:
    """Return the runs of lines that stand close together, with those only who speak `least` times or more."""
    runs: list[list[Said]] = []
    for line in sorted(said):
        if runs and line[0] - runs[-1][-1][1] <= _CLOSE:
            runs[-1].append(line)
        else:
            runs.append([line])
    times = Counter(nick for *_, nick in said)
    logs = [[line for line in run if times[line[2]] >= least] for run in runs if len(run) >= _FEWEST_LINES]
    return [log for log in logs if log]


def _mentions(text: str, nicks: set[str], inside: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    """Yield where nicknames stand; one that is an ordinary word only in the logs, or with capitals in a sentence."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for nick in nicks:
        if len(nick) > 2:
            by_first[nick.split()[0]].append(nick)
    for match in _WORD.finditer(text):
        first = re.sub(r"['\u2019]s$|[.'\u2019-]+$", "", match.group().casefold())
        for nick in by_first.get(first, ()):
            end = match.start() + len(nick)
            standing = text[match.start() : end]
            if standing.casefold() != nick or text[end : end + 1].isalnum():
                continue
            if not _plain_word(nick) or _stands_as_nick(text, match.start(), end, inside):
                because = "Somebody who writes messages in this draft"
                yield Finding(match.start(), end, "PERSON", 0.6, "speakers", because)


def _stands_as_nick(text: str, start: int, end: int, inside: Sequence[tuple[int, int]]) -> bool:
    """Return whether an ordinary word stands as somebody's nickname."""
    if _NO_NAME_BEFORE.search(text[max(0, start - 6) : start]) or re.match(
        rf" [{UPPER}]", text[end : end + 2]
    ):
        return False
    return text[start].isupper() or any(left <= start < right for left, right in inside)
