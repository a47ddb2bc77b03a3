"""The commands that list the marks of a case and decide on them."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, Any

from redactor.commands import DONE, WANTING
from redactor.commands.documents import listed
from redactor.commands.opening import opened_case
from redactor.commands.places import plain_places

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.marks.case import Case
    from redactor.marks.mark import Mark


def decide(options: Namespace) -> int:
    """Confirm or reject marks of a case."""
    case = opened_case(options)
    try:
        ids = [mark.id for mark in _chosen(case, options)]
        if not ids and not options.all:
            print("redactor: no mark matches; see the marks command.", file=sys.stderr)
            return WANTING
        if options.confirm:
            changed = case.confirm(ids, by=options.by, reason=options.reason)
        else:
            changed = case.keep(ids, by=options.by, reason=options.reason or "")
        left = sum(mark.verdict == "undecided" for mark in case.marks.values())
    finally:
        case.close()
    print(
        f"{len(changed)} marks {'confirmed' if options.confirm else 'kept as they are'}; {left} still to decide"
    )
    return DONE


def _chosen(case: Case, options: Namespace) -> list[Mark]:
    from redactor.marks import choose

    if options.all:
        return choose.undecided(case)
    if options.type:
        return choose.of_type(case, options.type)
    if options.entity:
        by_label = [
            entity for entity, label in case.labels.items() if label.lower() == options.entity.lower()
        ]
        return [mark for entity in {options.entity, *by_label} for mark in choose.of_entity(case, entity)]
    if options.match:
        return choose.of_wording(case, options.match)
    return [case.marks[options.mark]] if options.mark in case.marks else []


def marks(options: Namespace) -> int:
    """List the marks of a case."""
    case = opened_case(options)
    rows = [_plain_mark(case, mark) for mark in case.marks.values()]
    shown = [case.labels.get(mark.entity, "") for mark in case.marks.values()]
    documents = listed(case.document)
    case.close()
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for row, label in zip(rows, shown, strict=True):
        pages = ",".join(_page(place, several=len(documents) > 1) for place in row["places"])
        text = " ".join(row["text"].split())
        print(f"{row['id']:>6}  {row['state']:9}  {row['type']:8}  p.{pages:6}  {text}  →  {label}")
    if len(documents) > 1:
        print("\n".join(documents))
    undecided = sum(row["state"] == "undecided" for row in rows)
    print(f"{len(rows)} marks, {undecided} to decide")
    return DONE


def _page(place: dict[str, Any], *, several: bool) -> str:
    """The page of a place; where there are several documents the number of its own before it: “2:14”."""
    return f"{place['document']}:{place['page']}" if several else str(place["page"])


def _plain_mark(case: Case, mark: Mark) -> dict[str, Any]:
    """A mark without its pseudonym: who is called what stands in no file but the case."""
    return {
        "id": mark.id,
        "state": str(mark.verdict),
        "type": mark.type,
        "entity": mark.entity,
        "text": mark.text,
        "start": mark.start,
        "end": mark.end,
        "score": round(mark.score, 3),
        "why": mark.because,
        "reason": mark.reason,
        "places": _places(case, mark),
    }


def _places(case: Case, mark: Mark) -> list[dict[str, object]]:
    """The places of a mark, each with the number of its document, in which its page is counted."""
    document, places = case.document, case.mark_places(mark)
    plain = plain_places(places)
    for place, values in zip(places, plain, strict=True):
        number = document.part_at(place.page)
        values |= {"document": number, "page": place.page - document.parts[number - 1].first_page + 1}
    return plain
