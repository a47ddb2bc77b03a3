"""The marks of a group parted anew, form by form: what the parting that is kept up must agree with."""

from __future__ import annotations

from collections.abc import Container, Iterable

from redactor.marks.mark import Mark
from redactor.marks.unsure import Form, Parted, form_of, parted_form, place


def parted(
    marks: Iterable[Mark], confirmed: Container[Form], *, shared: Container[str] = frozenset()
) -> Parted:
    """Part the undecided marks of a group; the arguments are those of `parted_form`."""
    by_form: dict[Form, list[Mark]] = {}
    for mark in marks:
        by_form.setdefault(form_of(mark), []).append(mark)
    parts = [parted_form(form, alike, confirmed, shared=shared) for form, alike in by_form.items()]
    look = sorted((each for part in parts for each in part.look), key=place)
    same = sorted((mark for part in parts for mark in part.same), key=lambda mark: (mark.start, mark.end))
    return Parted(tuple(look), tuple(same))
