"""What is public and no identifier: researchers and works cited, Acts, guidance, national bodies, published cases.

Known from the lists in resources/lists and from form: the shape of a citation, a list of references, `… Act 1989`.
A surname counts as a researcher's only where this draft cites it, and never if somebody in the draft bears it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from redactor.findings.finding import Finding
from redactor.findings.lists import alternatives, words
from redactor.findings.patterns import ANY_MONTH, CAPITALISED, UPPER

_LISTED = re.compile(  # works of three words and more in any letter case
    rf"(?<!\w)(?:(?i:{'|'.join(re.escape(w) for w in words('public_works') if w.count(' ') > 1)})|{alternatives('public_works')}|{alternatives('public_bodies')}|{'|'.join(re.escape(p) for p in words('public_people') if ' ' in p or '-' in p)})(?!\w)"
)
_ACT = re.compile(
    rf"(?<!\w)(?:(?:{CAPITALISED}|and|of|in|the|for|to|etc\.?|\([A-Z][a-z ]{{1,30}}\)),? ){{1,9}}(?:Act|Acts|Regulations|Rules|Measure)(?: \([A-Z][a-z]+\))?(?: (?:19|20)\d\d\b)?"
)
_GUIDELINE = re.compile(
    r"\b(?:(?:NICE )?(?:clinical )?(?:[Gg]uideline|[Gg]uidance|[Cc]ircular|[Ss]tandard),? )?(?:CG|NG|PH|QS|LAC|HSC|HSG|WHC) ?\(?\d{1,4}\)?(?:/\d{1,4})?\b"
)
_INITIALS = rf"(?:,? (?:[{UPPER}]\. ?(?:-?[{UPPER}]\. ?)*|[{UPPER}]{{1,2}}(?=[ ,(&])))"
_AUTHOR = rf"{CAPITALISED}(?:[ -]{CAPITALISED})?{_INITIALS}?"
_AUTHORS = rf"{_AUTHOR}(?:(?:,? (?:and|&) |, |; ){_AUTHOR}){{0,6}}"
_MORE = r"(?:,? (?:et\.? al\.?|and (?:others|colleagues|(?:his|her|their) colleagues))(?!\w))"
_YEAR = r"(?:19|20)\d\d[a-z]?"
_CITED = re.compile(
    rf"(?<!\w)(?P<who>{_AUTHORS})(?:{_MORE}(?:,? ?\(?{_YEAR}(?:[:,] ?(?:p\.? ?)?\d+)?\)?)?|,? \((?:(?:{ANY_MONTH} )?{_YEAR}|eds?\.?)\)|, {_YEAR}(?=[);:]))"
)
_NATIONAL = re.compile(  # British Association of Perinatal Medicine (BAPM): national by its form
    rf"\b(?:Royal (?:College|Society|Pharmaceutical Society)|(?:British|National|UK|International|European|World) (?:Association|Society|Institute|Federation|Network|Commission|Inspectorate|Council))"
    rf" (?:of|for) (?:the )?{CAPITALISED}(?:,? (?:(?:and|of|for|the|in) )*{CAPITALISED}){{0,7}}(?: \((?P<short>[A-Z][A-Za-z-]{{1,9}})\))?"
)
_INSTRUMENT = re.compile(
    rf"\b(?:{CAPITALISED}[ -](?:(?:and|of|for|in|the|to) ){{0,2}}){{1,6}}(?:Scales?|Toolkit|Tool|Questionnaire|Inventory|Checklist|Matrix|Bill|Census|White Paper|Green Paper|Code of (?:Practice|Guidance)|Information System|Insurance|Allowance|Disclosure Scheme)\b"
)
_LAW_CASE = re.compile(rf"\bR \([^)\n]{{1,40}}\) v\.? {CAPITALISED}(?: (?:{CAPITALISED}|of|and)){{0,6}}")
_WRITES = re.compile(
    rf"(?P<who>{CAPITALISED} {CAPITALISED}(?:(?:,| and) {CAPITALISED} {CAPITALISED}){{0,3}}),? (?:whose|in (?:his|her|their)) (?:[a-z-]+ ){{0,2}}(?:articles?|books?|research|stud(?:y|ies)|papers?|writing|seminal work|thesis)\b"
)
_WORK_OF = re.compile(
    rf"\b(?P<who>{CAPITALISED})['\u2019]s (?:[a-z]+ )?(?:report|review|inquiry|research|study|model|framework|theory|hierarchy|book|article|paper)\b"
)
_REPLACED = re.compile(
    rf"\b(?:[Gg]uidance|[Cc]ircular|[Cc]ode|[Ss]tandards?|[Ss]trategy|[Pp]aper|replaced (?:that|the one|the version|the guidance)) (?:\(|of |dated |from )(?:[A-Za-z]+,? )?(?P<when>{ANY_MONTH} (?:19|20)\d\d)"
)
_OWNED = re.compile(r"['\u2019]s$")
_TITLE_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|DS|DI|PS|SW|HV|Sgt|Nurse|Sister|aged?|born)\.? $")
_HEADING = re.compile(
    r"(?i)\s*(?:(?:appendix|annex|section|chapter)?\s*[\dA-Z]{0,3}(?:\.\d+)*[.:)]?\s+)?(?:references?|bibliography|further reading|reading list|works cited|literature|endnotes|footnotes|notes"
    r"|references and (?:bibliography|further reading)|list of references|sources(?: cited)?|research and guidance(?: cited)?)\s*:?\s*"
)
_REFERENCE_LINE = re.compile(
    rf"\s*(?:\[?\d{{1,3}}[\].)]?\s+)?{CAPITALISED}(?:[ -]{CAPITALISED})?, (?:[{UPPER}]\.).{{0,120}}\(?{_YEAR}\)?"
)
_NOTE_LINE = re.compile(r"\s*\[\d{1,3}\]\s|\s*(?:\d{1,3}\s+)?(?:[Ii]bid|[Oo]p\.? cit)")
_WHEN = re.compile(
    rf"['\u2019\"\u201d)]*(?:,? ?\((?:HMSO|TSO|DfE|DCSF|DfES)?,? ?|, (?=[^()\n]{{1,20}}\))|,? (?:the version |version |as |was |were |which was |had been |first |guidance )*(?:published|issued|revised|updated|reissued|in force)"
    rf"(?: (?:by|in|on|from|since|until|the|[A-Z]\w+))* )(?P<when>(?:\d{{1,2}} )?{ANY_MONTH} (?:19|20)\d\d)"
)


@dataclass(frozen=True)
class Public:
    """Where public things stand in a text: `spans` sorted by start, `references` whole lines of references.

    `instruments` are tools, schemes and Bills by the form of their names: no body, but a place in them may be local.
    """

    spans: tuple[tuple[int, int], ...]
    references: tuple[tuple[int, int], ...]
    instruments: tuple[tuple[int, int], ...]
    cited: frozenset[str]

    def covers(self, finding: Finding) -> bool:
        """Return whether at least four fifths of the finding are public."""
        whole = finding.end - finding.start
        if (
            finding.type == "ORG"
            and finding.recogniser == "names"
            and _covered(self.instruments, finding) == whole
        ):
            return True
        return _covered(self.spans, finding) >= 0.8 * whole

    def among_references(self, finding: Finding) -> bool:
        """Return whether the finding stands in a list of references."""
        return _covered(self.references, finding) == finding.end - finding.start


def public_things(text: str) -> Public:
    """Return the public things in `text`."""
    spans: list[tuple[int, int]] = []
    for pattern in (_LISTED, _ACT, _GUIDELINE):
        for match in pattern.finditer(text):
            spans.append(match.span())
            when = _WHEN.match(text, match.end())
            if when:
                spans.append(when.span("when"))
    spans.extend(match.span("when") for match in _REPLACED.finditer(text))
    spans.extend(match.span() for match in _LAW_CASE.finditer(text))
    spans.extend(match.span("who") for match in _WRITES.finditer(text))
    spans.extend(_national(text))
    cited: set[str] = set()
    for match in _CITED.finditer(text):
        if not _TITLE_BEFORE.search(text[max(0, match.start() - 10) : match.start()]) and _like_authors(
            match["who"]
        ):
            spans.append(match.span())
            cited.update(re.findall(rf"{CAPITALISED}", match["who"]))
    cited |= {person.split()[-1] for person in words("public_people") if " " in person and person in text}
    cited = {name for name in cited if len(name) > 2}
    listed = {person for person in words("public_people") if " " not in person}
    cited |= {match["who"] for match in _WORK_OF.finditer(text) if match["who"] in listed}
    names = {name for name in cited if name in listed or len(name) > 3}
    spans.extend(
        match.span() for match in re.finditer(CAPITALISED, text) if _OWNED.sub("", match.group()) in names
    )
    return Public(
        tuple(_united(spans)),
        tuple(_reference_lines(text)),
        tuple(match.span() for match in _INSTRUMENT.finditer(text)),
        frozenset(cited),
    )


def _national(text: str) -> Iterator[tuple[int, int]]:
    """Yield where bodies stand that are national by the form of their names, and their abbreviations."""
    shorts: set[str] = set()
    for match in _NATIONAL.finditer(text):
        yield match.span()
        if match["short"]:
            shorts.add(match["short"])
    if shorts:
        pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(shorts)))})(?!\w)"
        yield from (match.span() for match in re.finditer(pattern, text))


def spare(findings: Iterable[Finding], public: Public, text: str) -> list[Finding]:
    """Leave out of `findings` what is public, unless somebody private in the draft bears the name."""
    kept: list[Finding] = []
    doubtful: list[Finding] = []
    for finding in findings:
        if finding.type in ("EMAIL", "PHONE", "POSTCODE", "ADDRESS"):
            kept.append(finding)
        elif public.covers(finding) or public.among_references(finding):
            doubtful.append(finding)
        else:
            kept.append(finding)
    private = _private_names(kept, text)
    for finding in doubtful:
        if finding.type == "PERSON" and text[finding.start : finding.end].split()[-1].strip(".,") in private:
            kept.append(finding)
    return sorted(kept, key=lambda finding: (finding.start, -finding.end))


def _private_names(findings: Sequence[Finding], text: str) -> set[str]:
    """Return the words of names that somebody in the draft bears: after a title, or with a first name."""
    private: set[str] = set()
    for finding in findings:
        parts = text[finding.start : finding.end].split()
        if finding.type == "PERSON" and (len(parts) > 1 or "title" in finding.because):
            private.update(part.strip(".,") for part in parts if len(part) > 2)
    return private


def _like_authors(who: str) -> bool:
    """Return whether the words before a year are authors rather than a body, a work or a person with a first name."""
    parts = re.findall(r"\w+", who)
    return len(parts) < 3 or bool(re.search(rf"[{UPPER}]\.|,| and | & |\b[{UPPER}]{{1,2}}\b", who))


def _reference_lines(text: str) -> list[tuple[int, int]]:
    """Return the lines under a heading like References, and other lines that have the shape of a reference."""
    lines: list[tuple[int, int]] = []
    inside = False
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        if not line.strip():
            continue
        if _HEADING.fullmatch(line):
            inside = True
            continue
        cites = bool(_CITED.search(line) or _LISTED.search(line) or _ACT.search(line))
        if inside and not cites and not _NOTE_LINE.match(line):
            inside = False
        if (inside and cites) or _REFERENCE_LINE.match(line):
            lines.append(match.span())
    return lines


def _united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `spans` sorted, with those that overlap made one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return united


def _covered(spans: Sequence[tuple[int, int]], finding: Finding) -> int:
    """Return how many of the finding's characters lie in `spans`, which are sorted and apart."""
    place = max(0, bisect_right(spans, (finding.start, finding.start)) - 1)
    covered = 0
    for start, end in spans[place:]:
        if start >= finding.end:
            break
        covered += max(0, min(end, finding.end) - max(start, finding.start))
    return covered
