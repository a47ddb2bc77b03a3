"""What is public and no identifier: researchers and works cited, Acts, guidance, national bodies, published cases.

Known from the lists in resources/lists (`phrases`) and from form (`citations`, `public_forms`), so that unlisted ones are
spared too. A surname counts as a researcher's only where this draft cites it, and never if somebody in the draft bears
it; the place of an inquiry counts as public only if the draft does not name it as a place of its own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from redactor.findings.finding import Finding
from redactor.findings.lists import lower, words
from redactor.findings.patterns import CAPITALISED
from redactor.findings.public.citations import citations, given, reference_lines, titled
from redactor.findings.public.phrases import Phrases, listed
from redactor.findings.public.public_forms import (
    date_after,
    dated,
    instruments,
    national,
    other_cases,
    papers,
    where_it_was,
)

Spans = tuple[tuple[int, int], ...]

_FIGURES = ("EMAIL", "PHONE", "POSTCODE", "ADDRESS")


@dataclass(frozen=True)
class Public:
    """Where public things stand in a text; each tuple is sorted by start and its spans lie apart.

    `spans` are certain; `forms` are national bodies and published cases by the form of their names only; `terms` are
    tools, syndromes and medicines, which speak against the name model alone; `references` are whole lines of references.
    """

    spans: Spans
    references: Spans
    forms: Spans
    terms: Spans

    def covers(self, finding: Finding) -> bool:
        """Return whether at least four fifths of the finding are certainly public, a name from its beginning, or it stands among references."""
        whole = finding.end - finding.start
        if finding.type == "PERSON" and not _covered(self.spans, replace(finding, end=finding.start + 1)):
            return self.among_references(finding)
        return _covered(self.spans, finding) >= 0.8 * whole or self.among_references(finding)

    def among_references(self, finding: Finding) -> bool:
        """Return whether the finding stands in a list of references."""
        return _covered(self.references, finding) == finding.end - finding.start

    def seems(self, finding: Finding) -> bool:
        """Return whether the finding is public by the form of a name alone."""
        whole = finding.end - finding.start
        if (
            finding.recogniser == "names"
            and finding.type in ("PERSON", "ORG")
            and _covered(self.terms, finding) == whole
        ):
            return True
        return _covered(self.forms, finding) == whole


def public_things(text: str) -> Public:
    """Return the public things in `text`."""
    spans: list[tuple[int, int]] = []
    for span in (*_titles_of_works(text), *papers(text), *_long_works.find(text)):
        spans.append(span)
        when = date_after(text, *span)
        if when:
            spans.append(when)
    spans.extend(listed("public_bodies", "public_works", "instruments").find(text))
    spans.extend(_long_terms.find(text))
    spans.extend(span for span in _whole_names.find(text) if not titled(text, span[0]))
    spans.extend(dated(text))
    spans.extend(citations(text).spans)
    return Public(
        _united(spans),
        _united(reference_lines(text)),
        _united([*national(text), *other_cases(text), *_places_of_cases(text)]),
        _united([*instruments(text), *listed("medicines", "eponyms", "things").find(text)]),
    )


def _places_of_cases(text: str) -> Iterator[tuple[int, int]]:
    """Yield the places that stand right after the subject of a published case."""
    for _, end in _whole_names.find(text):
        place = where_it_was(text, end)
        if place:
            yield place


def _titles_of_works(text: str) -> Iterator[tuple[int, int]]:
    """Yield where guidance and works of three words and more stand, in any letter case, and shorter ones as they are."""
    yield from _long_titles.find(text)
    yield from listed("guidance").find(text)


_long_terms = Phrases(term for name in ("things", "eponyms") for term in words(name) if " " in term)
_long_works = Phrases(work for work in words("public_works") if work.count(" ") > 2)
_long_titles = Phrases((work for work in words("guidance") if work.count(" ") > 1), any_case=True)
_whole_names = Phrases(person for person in words("public_people") if " " in person or "-" in person)


def spare(findings: Iterable[Finding], public: Public, text: str) -> list[Finding]:
    """Leave out of `findings` what is public, unless somebody private or something local in the draft bears the name."""
    kept: list[Finding] = []
    certain: list[Finding] = []
    seeming: list[Finding] = []
    for finding in findings:
        if finding.type in _FIGURES:
            kept.append(finding)
        elif public.covers(finding):
            certain.append(finding)
        elif public.seems(finding):
            seeming.append(finding)
        else:
            kept.append(finding)
    private, local = _private_names(kept, text), _local_words(kept, text)
    kept.extend(f for f in certain if _somebody(f, private, text))
    kept.extend(f for f in seeming if _somebody(f, private, text) or _of_the_draft(f, local, text))
    return sorted(kept, key=lambda finding: (finding.start, -finding.end))


def _somebody(finding: Finding, private: set[str], text: str) -> bool:
    """Return whether a finding that looks public is a person whom the draft knows."""
    last = text[finding.start : finding.end].split()[-1].strip(".,")
    return finding.type == "PERSON" and last in private


def _of_the_draft(finding: Finding, local: set[str], text: str) -> bool:
    """Return whether what looks public by form only begins with a first name, or is a body or place of this draft."""
    parts = re.findall(CAPITALISED, text[finding.start : finding.end])
    if finding.type == "PERSON":
        return bool(parts) and given(parts[0])
    return any(part in local for part in parts)


def _private_names(findings: Sequence[Finding], text: str) -> set[str]:
    """Return the words of names that somebody in the draft bears: after a title, or with a first name."""
    private: set[str] = set()
    for finding in findings:
        parts = text[finding.start : finding.end].split()
        if finding.type == "PERSON" and (len(parts) > 1 or "title" in finding.because):
            private.update(part.strip(".,") for part in parts if len(part) > 2)
    return private


def _local_words(findings: Sequence[Finding], text: str) -> set[str]:
    """Return the telling words of the places and bodies that the draft names as its own."""
    local: set[str] = set()
    for finding in findings:
        if finding.type in ("PLACE", "ORG"):
            parts = re.findall(CAPITALISED, text[finding.start : finding.end])
            local.update(part for part in parts if part.lower() not in lower("general_words"))
    return local


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    """Return `spans` sorted, with those that overlap made one."""
    united: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = (united[-1][0], max(end, united[-1][1]))
        else:
            united.append((start, end))
    return tuple(united)


def _covered(spans: Spans, finding: Finding) -> int:
    """Return how many of the finding's characters lie in `spans`, which are sorted and apart."""
    place = max(0, bisect_right(spans, (finding.start, finding.start)) - 1)
    covered = 0
    for start, end in spans[place:]:
        if start >= finding.end:
            break
        covered += max(0, min(end, finding.end) - max(start, finding.start))
    return covered
