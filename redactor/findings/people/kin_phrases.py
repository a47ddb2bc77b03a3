"""How drafts say who is whose kin: the patterns for what stands before a name, after it, and in a table's cell."""

from __future__ import annotations

import re

from redactor.findings.people.kin import KIN, KIN_WORD

_CHILD = r"(?:child(?:ren)?|subject|index|baby|infant|boys?|girls?|twins?|siblings)"
_ROLE_OWNER = (
    rf"(?:(?i:subject(?: child)?|child [a-z0-9]|{_CHILD}|step-?dad|MGM|MGF|PGM|PGF)|{KIN_WORD})['\u2019]s?"
)
_NAMED_OWNER = r"(?:[A-Z][^\s,;:.|()]*\s+){0,3}[^\s,;:.|()]+['\u2019]s?"
_OWNER = (
    r"(?:(?P<owner>(?i:(?:has|had|have)(?:\s+also)?(?:\s+an?)?|the|his|her|their|whose|my|our|a|an)"
    rf"|(?:(?i:the|his|her)\s+)?{_ROLE_OWNER}|{_NAMED_OWNER})\s+)?"
)
TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|Sgt|Cllr|Revd|Mama|Nan|Nana|Gran)\.?\s+)?"
_CALLED = r"(?:\s+(?:is|was|are|were)(?:\s+(?:also|always))?(?:\s+(?:called|named|known as))?|,?\s+(?:also\s+)?(?:called|named)|,?\s+whose name (?:is|was))"
_FROM = r"(?:\s+(?:from|by)\s[^.,;:()\n]{1,40}(?=,))?"
_TO_NAME = rf"{_FROM}(?:{_CALLED}\s+|\s*[,:(]\s*|\s+\(|\s+[\u2013\u2014-]\s+|\s+){TITLE}[\"'\u201c\u2018]?$"
_NOTE = r"(?:\s*\((?P<note>[^()\n]{1,40})\)|,\s*(?P<said>[^,|\n]{1,40}))?"
BEFORE = re.compile(rf"(?<![\w-]){_OWNER}{KIN}{_TO_NAME}")
"""`her mother, Ann`."""
PAIRED = re.compile(rf"(?<![\w-]){_OWNER}{KIN}\s+and\s+(?:(?:his|her|their)\s+)?$")
"""What stands before the second of two words for kin: `Tom's aunt and uncle`."""
ENTRY = re.compile(rf"[\W\d_]*(?:[A-Z]\d*[.)]\s*)?{_OWNER}{KIN}{_NOTE}\s*(?:[.:]|[\u2013\u2014-])\s+{TITLE}$")
"""An entry of a list: `B3. MOTHER. Ann`, `Uncle (mother's brother) - Tom`."""
OF_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?i:the|a)\s+)?{KIN}\s+(?:of|to)\s+(?P<of>[^.;:|\n]{{1,60}}?)(?:\s+(?:is|was)\s+|(?P<apposed>,)\s+|:\s+){TITLE}$"
)
"""`the father of Mia is Tom`."""
AFTER = re.compile(
    r"['\")\u2019\u201d]*(?:\s*\([^()\n]{0,40}\)|,\s[^.,;:\n]{1,50},(?=\s(?:is|was|are|were)\b))?\s?(?:,|\(|\||(?P<verb>(?<!\w)(?:is|was|are|were)\b)|\u2013|\u2014|-)\s*"
    r"(?:(?i:who (?:is|was|are|were))\s+)?(?:(?:therefore|also|now|then|still|in fact)\s+)*"
    rf"(?:(?:the [a-z]+|one) of\s+)?{_OWNER}{KIN}(?!['\u2019]s)(?:\s+(?:of|to)\s+(?P<of>[^.;|\n)]{{1,40}}))?"
)
"""`Ann, Tom's mother`, `Ann is the mother of Tom`."""
CELL = re.compile(
    rf"{_OWNER}{KIN}(?:\s+(?:of|to)\s+(?P<of>.{{1,60}}))?(?:\s+(?:from|since|until)\s.{{1,30}}|\s*[(,](?P<note>.{{1,40}}))?"
)
PRONOUN_IS_OF = re.compile(
    rf"\b(?P<pronoun>(?i:he|she)) (?:is|was) (?:(?:the|an?|one of)\s+)?{KIN}\s+(?:of|to)\s+(?:the late )?{TITLE}$"
)
PRONOUN_IS = re.compile(rf"\b(?P<pronoun>(?i:he|she)) (?:is|was)(?: also| now| then)? {TITLE}$")
WHOSE = re.compile(rf"['\u2019]s?\s+{KIN}")
"""`She is the daughter of Ann`, `He is Ann's son`."""
RANKED = re.compile(
    rf"\b[Tt]he\s+(?:eldest|oldest|youngest|elder|younger|middle)(?:\s+of\s+[a-z ]{{1,20}})?,\s+{TITLE}$"
)
"""`The eldest, Ann`."""
BORE = re.compile(r"\s(?:had\s+|has\s+)?(?:gave|given|giving)\s+birth\s+to\s+(?P<whom>(?i:him|her|them)\b)?")
MARRIED = re.compile(rf"\bmarried\s+(?:to\s+)?{TITLE}$")
SIDE_AFTER = re.compile(
    r"\s*[,(]\s*(?:on the )?(?:(?i:his|her|the)\s+)?(?:maternal|paternal|(?:mother|mum|father|dad)['\u2019]s\b)[^.;,)]{0,20}"
)
"""`, mother's sister`, `(maternal)` after a word for kin."""
CHILDREN = re.compile(rf"(?i)(?!an? |another |one )(?:.*\s)?(?:{_CHILD}|child [a-z0-9]|both|all)(?:\s.*)?")
"""Words for the child or the children whom the draft is about."""
SOMEBODY = re.compile(r"(?:an?|another|one of|some|the)\s+[a-z].*")
LISTED = re.compile(
    r"['\")\u201d\u2019]*(?:\s*\([^()\n]{1,40}\)|,? aged \w+)?(?:,? and |, | & |; )(?:the late )?(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?"
)
"""What stands between two names of a list."""
ELSEWHERE = re.compile(
    r"(?i)\b(?:in|of) (?:that|another|a previous|an earlier|a different|a similar) (?:case|review|family)\b"
)
CHILD_CELL = re.compile(r"(?i)(?:the )?child(?: [a-z0-9]{1,2})?")
SUBJECT_CELL = re.compile(
    r"(?i)(?:the )?(?:subject|index)(?: child| of (?:the |this )?(?:\w+ )?(?:review|report))?"
)
