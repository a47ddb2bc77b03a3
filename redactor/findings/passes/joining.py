"""Names made whole: initials before a surname, `Surname, First` in one piece, parts joined in a file path.

And one kind for one wording: a name that the model takes now for a place and now for a person becomes what it is most often.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from redactor.findings.finding import Finding
from redactor.findings.passes.roll import Roll, call
from redactor.findings.passes.spread import name_words, plain, short_forms
from redactor.findings.patterns import LETTER, UPPER

_INITIALS_BEFORE = re.compile(rf"(?<![\w.'\u2019-])(?:[{UPPER}](?:\. ?| )){{1,3}}$")
_INITIAL_AFTER = re.compile(rf", ?[{UPPER}]\.?(?=[\"'\u201d\u2019|)\n\],;]|$| \|)")
_SURNAME_INITIAL = re.compile(
    rf" [{UPPER}](?:\.(?= [a-z(]|[,;)\n])|(?=[,;)\n]| (?:and|was|said|had|is|who)\b))"
)
_LETTER_AFTER = re.compile(rf",? ?(?<= |,)(?P<letter>[{UPPER}])(?![\w'\u2019-])\.?")
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:Child|Adult|Baby|Sibling|Person|Family|Subject|Vitamin|Hepatitis|Section|Appendix|Annex|Part|Ward|Unit|Class|Category|Plan)|[.:!?\n|]|^) ?$"
)
_UNDERSCORED = re.compile(rf"(?:_{LETTER}+)+(?=[/\\_. ]|$)")
_CELL_START = re.compile(r"(?:^|\n|\||/ |[<\u201c\"(]|From:|To:|Cc:|cc:)[\s*-]*$")
_CELL_END = re.compile(r"\s*(?:$|\n|\||/ |[<\u201d\")(]|:)")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|around|across) $")
_KINDS = ("PERSON", "PLACE", "ORG")


def join(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings, sorted and apart, with names made whole."""
    surnames, firsts = _surnames(findings, text)
    roll = call(findings, text)
    whole: list[Finding] = []
    for finding in findings:
        last = whole[-1] if whole else None
        if last and _one_name(last, finding, text, (surnames, firsts)):
            whole[-1] = replace(
                last, end=finding.end, type="PERSON", because="Surname first, then the first name"
            )
        elif finding.type == "PERSON":
            wide = _widened(finding, text, (surnames, firsts), last.end if last else 0)
            whole.append(_with_known_letter(wide, text, roll))
        else:
            whole.append(finding)
    return whole


def _surnames(findings: Sequence[Finding], text: str) -> tuple[set[str], set[str]]:
    """Return the surnames and the first names in the draft, in plain letters."""
    surnames, firsts = set(), set()
    for finding in findings:
        name = text[finding.start : finding.end]
        words = name_words(name)
        if finding.type == "PERSON" and words and "," not in name:
            if len(words) > 1:
                firsts.add(plain(words[0]))
                surnames.add(plain(words[-1]))
            elif "title" in finding.because:
                surnames.add(plain(words[0]))
    return surnames, firsts


def _one_name(last: Finding, finding: Finding, text: str, known: tuple[set[str], set[str]]) -> bool:
    """Return whether two findings parted by a comma are surname and first name of one person."""
    if (
        finding.type != "PERSON"
        or last.type not in _KINDS
        or text[last.end : finding.start] not in (", ", ",")
    ):
        return False
    surname, first = text[last.start : last.end], text[finding.start : finding.end]
    if "," in surname + first or len(surname.split()) > 2 or len(first.split()) > 3:
        return False
    in_cell = _CELL_START.search(text[max(0, last.start - 8) : last.start]) and _CELL_END.match(
        text, finding.end
    )
    surnames, firsts = known
    bears = plain(surname) in surnames and plain(surname) not in firsts
    first_is_one = plain(first.split()[0]) in firsts or plain(first.split()[0]) not in surnames
    shouted = surname.isupper() and not first.isupper() and len(surname) > 2
    return bool(
        (last.type == "PERSON" and (in_cell or shouted))
        or (bears and first_is_one and not re.match(r", [A-Z]", text[finding.end : finding.end + 3]))
    )


def _widened(finding: Finding, text: str, known: tuple[set[str], set[str]], free_from: int) -> Finding:
    """Return a surname, or a first name, with the initials that stand with it."""
    surnames, firsts = known
    words = name_words(text[finding.start : finding.end])
    start, end = finding.start, finding.end
    if words and plain(words[0]) in surnames:
        initials = _INITIALS_BEFORE.search(text[max(free_from, start - 9) : start])
        if initials and initials.group().strip():
            place = start - len(initials.group())
            dotted = "." in initials.group() or initials.group().strip() not in ("A", "I")
            if not _LABEL_BEFORE.search(text[max(0, place - 12) : place]) or (
                dotted and not _labelled(text, place)
            ):
                start = place
        after = _INITIAL_AFTER.match(text, end)
        if after and len(words) == 1:
            end = after.end()
    elif len(words) == 1 and (plain(words[0]) in firsts or "title" not in finding.because):
        surname_initial = _SURNAME_INITIAL.match(text, end)
        if surname_initial and (plain(words[0]) in firsts or surname_initial.group().endswith(".")):
            end = surname_initial.end()
    joined = _UNDERSCORED.match(text, end)
    if joined:
        end = joined.end()
    return replace(finding, start=start, end=end)


def _with_known_letter(finding: Finding, text: str, roll: Roll) -> Finding:
    """Return a lone surname or first name with the letter after it if that begins a name known with it: `Byrne, H.`"""
    words = name_words(text[finding.start : finding.end])
    after = _LETTER_AFTER.match(text, finding.end)
    if not after or len(words) != 1 or "," in text[finding.start : finding.end]:
        return finding
    comma = after.group().startswith(",")
    theirs = after["letter"] in roll.given.get(plain(words[0]), ())
    if theirs or (not comma and after["letter"] in roll.borne.get(plain(words[0]), ())):
        ends_sentence = after.group().endswith(".") and re.match(
            r" [A-Z]|$", text[after.end() : after.end() + 2]
        )
        return replace(finding, end=after.end() - bool(ends_sentence and not comma))
    return finding


def _labelled(text: str, place: int) -> bool:
    return re.search(r"\b[A-Z][a-z]+ $", text[max(0, place - 12) : place]) is not None


def settle(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Return the findings with one kind for each wording that the model marked, the likeliest over the draft."""
    weights = _weights(findings, text)
    wordings = [text[finding.start : finding.end] for finding in findings]
    named = zip(findings, wordings, strict=True)
    parts = {
        part for finding, name in named if finding.type == "PERSON" and " " in name for part in name.split()
    }
    bodies = _abbreviations(findings, text)
    settled = []
    for finding, wording in zip(findings, wordings, strict=True):
        kind = finding.type
        if wording in bodies:
            kind = "ORG"
        elif finding.type in _KINDS and finding.recogniser == "names":
            likeliest = max(weights[wording].items(), key=lambda item: item[1])[0]
            kind = likeliest if wording not in parts or likeliest == "PERSON" else kind
        settled.append(replace(finding, type=kind))
    return settled


def _weights(findings: Sequence[Finding], text: str) -> dict[str, dict[str, float]]:
    """Return for each wording how much speaks for its being a person, a place or a body."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for finding in findings:
        if finding.type not in _KINDS:
            continue
        kinds = weights[text[finding.start : finding.end]]
        kinds[finding.type] += finding.score * (1 if finding.recogniser == "names" else 2)
        if finding.type != "ORG" and _PLACE_BEFORE.search(text[max(0, finding.start - 10) : finding.start]):
            kinds["PLACE"] += 1
    return weights


def _abbreviations(findings: Sequence[Finding], text: str) -> set[str]:
    """Return what the bodies found are abbreviated to: NVSCB."""
    bodies = (text[finding.start : finding.end] for finding in findings if finding.type == "ORG")
    forms = (form for body in bodies for form in short_forms(body))
    return {form for form in forms if form.isupper() and len(form) > 2}
