"""The signed case becomes the order to publish; refuses while anything is undecided, stands undecided on, or unsigned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from redactor.document.source import Document, Part
from redactor.errors import NotSafeToPublish
from redactor.findings.finding import DIRECT
from redactor.findings.matching import Haystack, Span, find, haystack, needle, too_plain
from redactor.findings.terms import solid, type_of
from redactor.marks import choose, signing
from redactor.marks.case import Case
from redactor.marks.mark import Mark, Verdict
from redactor.publish.instead import Instead
from redactor.publish.plan import Plan, Removal, Secret, Style

TITLES = ("Overview report", "Published report", "Document")
"""What the published file may be called in its properties: the first that holds no confirmed wording; the first of all
is for the first document of a case alone."""
_SHOWN = 20
"""So many problems are told one by one."""
_MAY_COINCIDE = ("AGE", "DATE")
"""What is put in place of a mark may hold such a wording by chance, or make one with the words beside it."""
_GAP = "\ua66e"
"""Stands for what is taken out: a letter that no draft holds, so that words on either side do not meet."""


def plan_of(case: Case, style: Style, document: int = 1) -> Plan:
    """What to remove, what must be gone, and how the gaps look, of a case that is decided and signed.

    Args:
        case: all of it must be decided and signed, whichever of its documents is published.
        document: which one (1-based); the pages of the plan are counted in it alone, and what must be gone is every
            wording that is confirmed anywhere in the case.

    Raises:
        UnusableInput: there is no such document.
        NotSafeToPublish: marks are undecided, a confirmed direct identifier stands somewhere unmarked, or a signature
            that the case's settings ask for is missing.
    """
    if left := len(choose.undecided(case)):
        raise NotSafeToPublish(
            f"{left} {'mark is' if left == 1 else 'marks are'} still to decide.",
            advice="Confirm or keep each, then publish.",
        )
    if problems := _problems(case):
        raise NotSafeToPublish(
            f"Confirmed names or numbers stand unmarked in {len(problems)} more places.",
            tuple(problems[:_SHOWN]),
            "Mark each, or mark it and keep it.",
        )
    if missing := signing.missing(case):
        both = case.settings.signatures == "both"
        raise NotSafeToPublish(
            "The case is not signed as it is decided now.",
            missing,
            f"{'The preparer signs first, then the legal reviewer' if both else 'Sign it'}; then publish.",
        )
    return plan_so_far(case, style, document)


def plan_so_far(case: Case, style: Style, document: int = 1) -> Plan:
    """The same for a case as it is decided at present, to look at and not to hand over."""
    part, instead = case.document.part(document), Instead(case)
    removals = [
        removal for mark in _confirmed(case, style) for removal in _removals(case, mark, instead, part)
    ]
    secrets = secrets_of(case, style, document)
    titles = TITLES if document == 1 else TITLES[1:]
    free = [
        title for title in titles if not any(find(haystack(title), needle(secret.text)) for secret in secrets)
    ]
    return Plan(tuple(removals), secrets, style, (free or titles)[0])


def secrets_of(case: Case, style: Style = "pseudonym", document: int = 1) -> tuple[Secret, ...]:
    """Every wording confirmed anywhere in a case once, with how often it may stay in the pages of one document.

    So is every term that is always marked, even where no page shows it: it may stand where no reader looks.

    What is put in place of marks may hold one too, where it is a number or one letter: "2" is an age, and stands in
    "Social Worker 2"; or where it is an age: "6 weeks", and stands in "6 weeks before the incident". And a date may
    come about where what stays meets what is put in: "morning 2012".
    """
    confirmed, part = _confirmed(case, style), case.document.part(document)
    rest, put_in = haystack(_remaining(case, confirmed)[part.start : part.end]), Counter[str]()
    if style == "pseudonym":
        instead = Instead(case)
        here = [mark for mark in confirmed if _touches(mark, part)]
        put_in.update(instead.label(mark) for mark in here)
        published = haystack(_with_labels(case, here, instead, part))
    labels = [(haystack(label), times) for label, times in put_in.items() if label]
    out = []
    sought_for = [(mark.text, mark.type) for mark in confirmed if mark.text.strip()]
    for text, type in dict.fromkeys([*sought_for, *_terms(case, {text for text, _ in sought_for})]):
        sought = needle(text)
        stays = len(find(rest, sought))
        if labels and (type in _MAY_COINCIDE or too_plain(sought) or sought.number):
            said = sum(times * len(find(label, sought)) for label, times in labels)
            stays = max(stays + said, len(find(published, sought)))
        out.append(Secret(text, type, stays))
    return tuple(out)


def _terms(case: Case, confirmed: AbstractSet[str]) -> list[tuple[str, str]]:
    """The terms that are always marked and nowhere confirmed, but for those that somebody decided to keep."""
    known = {solid(text)[0] for text in confirmed}
    known |= {solid(mark.text)[0] for mark in case.marks.values() if mark.verdict is Verdict.KEEP}
    return [(term, type_of(term)) for term in case.lists.always if solid(term)[0] not in known]


def _confirmed(case: Case, style: Style) -> list[Mark]:
    """Confirmed marks that are taken out; one that lies within another is left to that one."""
    instead = Instead(case)
    chosen = [
        mark
        for mark in case.marks.values()
        if mark.verdict is Verdict.REDACT and not (style == "pseudonym" and instead.stays(mark))
    ]
    spans = sorted((m for m in chosen if m.area is None), key=lambda m: (m.start, -m.end))
    outer: list[Mark] = []
    for mark in spans:
        if not outer or mark.end > outer[-1].end:
            outer.append(mark)
    return outer + [mark for mark in chosen if mark.area is not None]


def _touches(mark: Mark, part: Part) -> bool:
    """Whether a mark stands in a document, with a part of it at least."""
    if mark.area is not None:
        return mark.area.page in part.page_numbers
    return mark.start < part.end and part.start < mark.end


def _removals(case: Case, mark: Mark, instead: Instead, part: Part) -> Iterable[Removal]:
    if not _touches(mark, part):
        return
    label, rule = case.labels.get(mark.entity, ""), instead.rule(mark)
    code = instead.code(mark)
    places = [place for place in case.mark_places(mark) if place.page in part.page_numbers]
    for number, place in enumerate(places):
        shown, how = (label, rule) if number == 0 or not (label or rule) else ("…", None)
        page = place.page - part.first_page + 1
        yield Removal(mark.id, page, place.quads, mark.text, mark.type, shown, how, code)


def _remaining(case: Case, taken_out: Iterable[Mark]) -> str:
    """The reading text without what is taken out; nothing joins across a gap."""
    text = list(case.document.text)
    for mark in taken_out:
        if mark.area is None:
            text[mark.start : mark.end] = _GAP * (mark.end - mark.start)
    return "".join(text)


def _with_labels(case: Case, taken_out: Iterable[Mark], instead: Instead, part: Part) -> str:
    """The reading text of a document with what is put in place of the marks in it."""
    text, done, out = case.document.text, part.start, []
    for mark in taken_out:
        if mark.area is None:
            out += [text[done : mark.start], f" {instead.label(mark) or _GAP} "]
            done = mark.end
    return "".join([*out, text[done : part.end]])


def unmarked(case: Case) -> dict[Span, str]:
    """Where a confirmed direct identifier stays in the text although nobody decided to keep it there.

    Returns:
        The confirmed wording, by start and end offset into the reading text, in order.
    """
    confirmed = _confirmed(case, "blackout")
    rest = haystack(_remaining(case, confirmed))
    kept = sorted(
        (m.start, m.end) for m in case.marks.values() if m.verdict is Verdict.KEEP and m.area is None
    )
    wordings = {mark.text for mark in confirmed if mark.type in DIRECT and mark.text.strip()}
    places: dict[Span, str] = {}
    for wording in sorted(wordings):
        sought = needle(wording)
        for span in find(rest, sought) if not too_plain(sought) else ():
            if not any(start < span[1] and span[0] < end for start, end in kept):
                places.setdefault(span, wording)
    return dict(sorted(places.items()))


def _problems(case: Case) -> list[str]:
    """The same in words."""
    spans = unmarked(case)
    rest = haystack(_remaining(case, _confirmed(case, "blackout"))) if spans else None
    return [_told(case, span, rest) for span in spans] if rest else []


def _told(case: Case, span: Span, rest: Haystack) -> str:
    start, end = span
    page = next((case.document.page_of[i] + 1 for i in range(start, end) if case.document.page_of[i] >= 0), 0)
    text = rest.text.replace(_GAP, "█")
    around = " ".join(text[max(0, start - 30) : end + 30].split())
    return f"{_page(case.document, page)}: “{text[start:end]}” in “… {around} …”"


def _page(document: Document, page: int) -> str:
    """A page in words, by the document that it is of where there are several."""
    if len(document.parts) == 1:
        return f"Page {page}"
    part = document.parts[document.part_at(page) - 1]
    return f"“{part.name}”, page {page - part.first_page + 1}"
