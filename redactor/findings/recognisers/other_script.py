"""Words in another script than Latin: in an English draft they are hardly ever anything but names."""

import re
from collections.abc import Iterator

from redactor.findings.finding import Finding
from redactor.findings.patterns import matches

FINDS = (
    "signs as «Ελένη» now",
    "wrote «Анна Петрова», then",
    "his name («محمد») was",
    "«李伟» came",
    "«ਜਸਪ੍ਰੀਤ» said",
)
IGNORES = ("a dose of 5 μg", "the α level", "naïve café", "Kraków")

_LETTER = (
    "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e00-\u0e7f\u0f00-\u0fff\u10a0-\u10ff"
    "\u1200-\u137f\u1f00-\u1fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
)
_WORDS = re.compile(rf"[{_LETTER}]{{2,40}}(?:[ '\u2019-][{_LETTER}]{{1,40}}){{0,4}}")


def find(text: str) -> Iterator[Finding]:
    """Yield runs of words in another script; a single letter is more likely a symbol."""
    return matches(_WORDS, text, "PERSON", 0.6, "Written in another script, as names are")
