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
from redactor.findings.public.cases import other_cases, where_it_was
from redactor.findings.public.cases import subjects as more_subjects
from redactor.findings.public.citations import citations, given, titled
from redactor.findings.public.dates import public_dates, titles
from redactor.findings.public.local_codes import without_local
from redactor.findings.public.people import of_public_life, private_there
from redactor.findings.public.phrases import Phrases, listed
from redactor.findings.public.public_forms import instruments, national, papers
from redactor.findings.public.references import reference_lines

Spans = tuple[tuple[int, int], ...]

_FIGURES = ("EMAIL", "PHONE", "POSTCODE", "ADDRESS")
_BETWEEN = re.compile(r"(?:,|,? (?:and|or|&)) (?:the )?")


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
        """Return whether the finding stands in a list of references; a number with a check of its own is no part of one."""
        if finding.type == "ID" and not finding.recogniser.startswith(("names", "reference")):
            return False
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
    works = _united((*_titles_of_works(text), *papers(text), *listed("public_reports").find(text)))
    bodies = list(listed("public_bodies").find(text))
    by_form = list(national(text))
    people, subjects = _known_people(text), _known_subjects(text)
    things = (*works, *bodies, *listed("public_works", "instruments").find(text))
    dates = public_dates(text, titles(works, text), _united((*bodies, *by_form)))
    cited = citations(text, people).spans
    named = (*people, *subjects, *cited, *_long_works.find(text), *_long_terms.find(text))
    places = (where_it_was(text, end) for _, end in subjects)
    return Public(
        _united(_joined((*without_local(things, text), *dates, *named), text)),
        _united(reference_lines(text)),
        _united((*by_form, *other_cases(text), *filter(None, places))),
        _united((*instruments(text), *listed("medicines", "eponyms", "things").find(text))),
    )


def _known_people(text: str) -> list[tuple[int, int]]:
    """Return where researchers, judges and ministers stand by their whole names."""
    people = [span for span in _whole_names.find(text) if not private_there(text, span)]
    return people + [span for span in _shared_names.find(text) if of_public_life(text, span)]


def _known_subjects(text: str) -> list[tuple[int, int]]:
    """Return where the subjects of published cases stand, those that the list lacks among them."""
    listed_ones = _united(_cases.find(text))
    subjects = [span for span in listed_ones if not private_there(text, span)]
    return subjects + list(more_subjects(text, listed_ones))


def _titles_of_works(text: str) -> Iterator[tuple[int, int]]:
    """Yield where guidance and works of three words and more stand, in any letter case, and shorter ones as they are."""
    yield from _long_titles.find(text)
    yield from listed("guidance").find(text)


_long_terms = Phrases(term for name in ("things", "eponyms") for term in words(name) if " " in term)
_long_works = Phrases(work for work in words("public_works") if work.count(" ") > 2)
_long_titles = Phrases((work for work in words("guidance") if work.count(" ") > 1), any_case=True)
_whole_names = Phrases(person for person in words("public_people") if " " in person or "-" in person)
_shared_names = Phrases(words("public_shared_names"))
_cases = Phrases(words("public_cases"))


def _joined(spans: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Yield `spans`, those that only `and`, `and the` or a comma parts made one: the MHRA and the Royal College."""
    last: tuple[int, int] | None = None
    for span in _united(spans):
        if last and span[0] - last[1] < 10 and _BETWEEN.fullmatch(text, last[1], span[0]):
            last = (last[0], span[1])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


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
        named = len(parts) > 1 or "title" in finding.because or titled(text, finding.start)
        if finding.type == "PERSON" and named:
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
