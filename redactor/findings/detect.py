"""From a draft's text to findings: the contents page of detection."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from redactor.errors import Tick, no_tick
from redactor.findings.analyzer import analyse
from redactor.findings.finding import Finding
from redactor.findings.names import NameModel
from redactor.findings.overlaps import resolve
from redactor.findings.own_model import own_model
from redactor.findings.passes.everyday import spread_everyday
from redactor.findings.passes.everywhere import everywhere
from redactor.findings.passes.fields import spread_fields
from redactor.findings.passes.given_names import spread_given_names
from redactor.findings.passes.initialled import spread_initialled
from redactor.findings.passes.initials import spread_initials
from redactor.findings.passes.interviews import spread_interviewed
from redactor.findings.passes.joining import join, settle
from redactor.findings.passes.letters import spread_letters
from redactor.findings.passes.logins import spread_logins
from redactor.findings.passes.neighbours import spread_neighbours
from redactor.findings.passes.same_form import spread_forms
from redactor.findings.passes.shortened import spread_shortened
from redactor.findings.passes.slips import spread_slips
from redactor.findings.passes.speakers import spread_speakers
from redactor.findings.passes.spread import spread_bodies, spread_people
from redactor.findings.people.known import Known, as_known, find_known, page_of
from redactor.findings.people.linking import link
from redactor.findings.public.codes import without_codes
from redactor.findings.public.known import Public, public_things, spare
from redactor.findings.reading import Reading, paragraphs, read
from redactor.findings.reliability import calibrated
from redactor.findings.terms import find_terms, places

PAGE = 3000  # characters looked at in one go, about a page

Found = Callable[[list[Finding]], None]


def detect(
    text: str,
    *,
    always: Sequence[str] = (),
    never: Sequence[str] = (),
    known: Sequence[Known] = (),
    tick: Tick = no_tick,
    found: Found | None = None,
    own: Path | None = None,
) -> list[Finding]:
    """Return the findings in a draft's reading text: sorted by start, never overlapping, each with its entity.

    Args:
        text: the reading text; offsets of findings count its characters.
        always: terms marked wherever they stand, in whatever form; `never`: terms not marked.
        known: the who's who: everybody in it is found under each of their names, and each is one entity ("who1"…).
        tick: told after each page's worth of text; may raise `Cancelled`.
        found: given provisional findings, page by page; the result replaces them.
        own: a folder with a name model to be used beside ours, see `own_model`.

    Raises:
        UnusableInput: the folder holds no such model.
    """
    beside = own_model(own) if own else None
    reading = read(text)
    public = public_things(reading.text)
    pieces = paragraphs(reading.text, PAGE)
    raw: list[Finding] = []
    for number, (start, end) in enumerate(pieces):
        page = _page(reading.text, (start, end), beside)
        raw.extend(page)
        if found:
            found(calibrated(_in_draft(resolve(spare(page, public, reading.text), reading.text), reading)))
        tick(number + 1, len(pieces) + 1, "Looking for identifiers")
    findings = _in_draft(_whole(raw, public, reading.text, known), reading)
    listed = resolve([*findings, *find_known(text, known)], text) if known else findings
    linked = calibrated(_linked(_with_terms(listed, text, always, never), reading, known))
    linked = as_known(linked, text, known)
    tick(len(pieces) + 1, len(pieces) + 1, "Looking for identifiers")
    return linked


def _page(text: str, span: tuple[int, int], beside: NameModel | None) -> list[Finding]:
    """Return what the recognisers, and the model `beside` ours, find in `span`, at offsets in the whole text."""
    start, end = span
    page = text[start:end]
    found = [*analyse(page), *(beside.find(page) if beside else ())]
    return [replace(f, start=f.start + start, end=f.end + start) for f in found]


def _whole(raw: Sequence[Finding], public: Public, draft: str, known: Sequence[Known]) -> list[Finding]:
    """Return the findings of the whole draft: what is public left out, what was found once found everywhere."""
    findings = settle(resolve(without_codes(spare(raw, public, draft), draft), draft), draft)
    page, names = page_of(known, len(draft)) if known else ("", [])
    findings, text = [*findings, *names], draft + page
    for look_again in (
        spread_fields,
        spread_neighbours,
        spread_given_names,
        spread_initialled,
        spread_people,
        spread_bodies,
        spread_shortened,
        spread_everyday,
        spread_initials,
        spread_interviewed,
        spread_letters,
        spread_logins,
        spread_slips,
        spread_forms,
        spread_speakers,
    ):
        findings = resolve([*findings, *spare(look_again(findings, text), public, text)], text)
    return [finding for finding in join(findings, text) if finding.end <= len(draft)]


def _in_draft(findings: Sequence[Finding], reading: Reading) -> list[Finding]:
    """Return the findings at the offsets of the draft's own text."""
    spans = (reading.back(finding.start, finding.end) for finding in findings)
    return [replace(f, start=start, end=end) for f, (start, end) in zip(findings, spans, strict=True)]


def _linked(findings: Sequence[Finding], reading: Reading, known: Sequence[Known]) -> list[Finding]:
    """Return the findings (at offsets of the draft's own text) with their entities, told from the whole words."""
    spans = (reading.forth(finding.start, finding.end) for finding in findings)
    whole = [replace(f, start=start, end=end) for f, (start, end) in zip(findings, spans, strict=True)]
    linked = link(whole, reading.text, known)
    return [replace(f, entity=one.entity) for f, one in zip(findings, linked, strict=True)]


def _with_terms(
    findings: Sequence[Finding], text: str, always: Sequence[str], never: Sequence[str]
) -> list[Finding]:
    """Return the findings with the terms of the two lists heeded, and with every further standing of direct ones."""
    barred = [(start, end) for start, end, _ in places(text, never)]
    wanted = find_terms(text, always)
    everything = resolve([*findings, *everywhere([*wanted, *findings], text)], text)
    allowed = (f for f in everything if not any(start <= f.start and f.end <= end for start, end in barred))
    taken = {place for term in wanted for place in range(term.start, term.end)}
    rest = [f for f in allowed if not any(place in taken for place in range(f.start, f.end))]
    return sorted([*wanted, *rest], key=lambda finding: finding.start)
