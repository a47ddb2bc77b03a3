"""Names in messages typed all in small letters: the model reads them with capitals where no dictionary word stands.

`jordie says meet in otley` says nothing to a model that was taught capitals; `Jordie says meet in Otley` does.
"""

import re
from collections.abc import Iterator

from redactor.findings.english import is_ordinary
from redactor.findings.finding import Finding
from redactor.findings.lists import words
from redactor.findings.names import our_model

FINDS = (
    "kez_9: «marek» told «jakub» to wait for him\nmb.22: why would «jakub» do that to him\nkez_9: dunno",
    "i went to see «natalia» after school and she was crying",
)
IGNORES = (
    "The panel met in the town hall and agreed.",
    "his mam and nana were well cross",
    "and they went out to the shop",
    "kez_9: lool ok then\nmb.22: dunno m8 aint playin",
)

_LINE = re.compile(r"[^\n]+")
_SPEAKER = re.compile(r"(?:\[?[\d/:., ]{4,22}(?:[ap]m)?\]? ?[-\u2013]? ?)?[\w.]{3,30}: ")
_WORD = re.compile(r"(?<![\w'\u2019@.-])[a-z]{3,}(?![\w'\u2019@]|\.\w)")
_LEAST_WORDS = 4
_LEAST = 0.6


def find(text: str) -> Iterator[Finding]:
    """Yield names in lines without a single capital, who speaks left aside."""
    lines = [span for match in _LINE.finditer(text) for span in _message(match)]
    if not lines:
        return
    typed = "\n".join(text[start:end] for start, end in lines)
    read = _WORD.sub(_capitalised, typed)
    at = [place for start, end in lines for place in range(start, end + 1)]
    for name in our_model().find(read):
        start, end = _core(read, name.start, name.end)
        if start < end and name.score >= _LEAST:
            because = "A name typed in small letters, as in a chat"
            yield Finding(at[start], at[end - 1] + 1, name.type, 0.55, "", because)


def _capitalised(match: "re.Match[str]") -> str:
    """Return a word with a capital, unless a dictionary or the list of words that people type has it."""
    word = match.group()
    known = is_ordinary(word) or word in words("chat_words") or word.capitalize() in words("not_names")
    return word if known else word.capitalize()


def _core(read: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a name from the first word given a capital on; nothing where there is none."""
    capital = re.search(r"[A-Z]", read[start:end])
    if not capital:
        return end, end
    short = re.search(r" [a-z]{2}$", read[start:end])
    return start + capital.start(), end - (len(short.group()) if short else 0)


def _message(line: "re.Match[str]") -> Iterator[tuple[int, int]]:
    """Yield the span of what a line says if it is typed in small letters only."""
    speaker = _SPEAKER.match(line.group())
    start = line.start() + (speaker.end() if speaker else 0)
    said = line.string[start : line.end()]
    if said.islower() and said.count(" ") + 1 >= _LEAST_WORDS:
        yield start, line.end()
