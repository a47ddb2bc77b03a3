"""A new draft: every decision goes to its place there, or is shown as changed or lost; what is new is suggested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from redactor.document.source import Document, Opened, Part
from redactor.findings.finding import Finding
from redactor.marks.aligning import NOWHERE, Alignment, aligned
from redactor.marks.case import Case
from redactor.marks.decisions import Change
from redactor.marks.further import further
from redactor.marks.mark import Area, Mark, Verdict
from redactor.marks.placing import placed
from redactor.marks.running import align_running
from redactor.marks.wording import words_in

SamePicture = Callable[[int, int], bool]
"""Whether a page (1-based) of the old draft looks the same as one of the new."""


def never_same(old_page: int, new_page: int) -> bool:
    """Nobody looked: no picture counts as the same."""
    return False


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the decisions on the former draft. Ids of marks.

    Args:
        carried: they stand as they stood.
        changed: the wording or its sentence is another one, or its place is in doubt: to be decided again.
        lost: nothing in the new draft corresponds to them, so they are gone; the history keeps them.
        new: what was found besides, to be decided.
    """

    carried: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    def counts(self) -> str:
        """One line for the user."""
        return (
            f"{len(self.carried):,} decisions carried over; "
            f"{len(self.new):,} new, {len(self.changed):,} changed, {len(self.lost):,} lost"
        )


def new_case(
    former: Case,
    opened: Opened,
    looked: tuple[Iterable[Finding], Mapping[str, str], Mapping[str, str]],
    *,
    by: str,
    same_picture: SamePicture = never_same,
) -> tuple[Case, Carried]:
    """The case of a new draft, in memory: the whole former log, what was carried over, and what is new.

    Args:
        former: the case of the former draft; it stays as it is.
        opened: the new draft.
        looked: what `looking.look_through` finds in the new draft with the lists of the former case: findings, and
            the pseudonym and role of each of their entities.
        by: who decided to go on with the new draft.
        same_picture: see `carry`.
    """
    changes, carried = carry(former, opened, same_picture)
    case = Case(opened, former.log)
    old, new = _replaced(former.document, opened.document)
    case.carry_over(changes, by=by, reason=f"from “{old.name}” to “{new.name}”")
    known = set(case.marks)
    case.suggest(*further(case, *looked))
    return case, replace(carried, new=tuple(id for id in case.marks if id not in known))


def carry(
    former: Case, opened: Opened, same_picture: SamePicture = never_same
) -> tuple[list[Change], Carried]:
    """The changes that bring the marks of a case to their places in a new draft, and what became of them.

    A decision stands only where its wording and its whole sentence are unchanged and no other place is as likely.

    Args:
        former: the case.
        opened: the new draft.
        same_picture: told by whoever can draw pages; where nobody can, drawn areas are to be decided again.
    """
    alignment = aligned(words_in(former.document), words_in(opened.document))
    places = dict(_text_places(former, alignment))
    areas = dict(_area_places(former, opened.document, alignment, same_picture))
    old, new = _replaced(former.document, opened.document)
    # With this one even a draft in which no mark moves is in the log, and voids what was signed of the former.
    changes = [
        Change("draft", new.name, "", old.sha256, new.sha256),
    ]
    became: dict[str, list[str]] = {"carried": [], "changed": [], "lost": []}
    for mark in former.marks.values():
        there = places.get(mark.id) or areas.get(mark.id)
        if there is None:
            became["lost"].append(mark.id)
            changes.append(Change("mark", mark.id, "", mark.to_json(), None))
            continue
        moved, unchanged = there
        became["carried" if unchanged else "changed"].append(mark.id)
        changes += _moves(mark, moved if unchanged else _undecided(moved))
    return changes, Carried(**{name: tuple(ids) for name, ids in became.items()})


def _replaced(former: Document, new: Document) -> tuple[Part, Part]:
    """The document that another draft takes the place of, and that draft; the first where none differs."""
    pairs = list(zip(former.parts, new.parts, strict=True))
    return next((pair for pair in pairs if pair[0].sha256 != pair[1].sha256), pairs[0])


def _text_places(former: Case, alignment: Alignment) -> Iterator[tuple[str, tuple[Mark, bool]]]:
    """For each mark on text that is not lost: as it stands in the new draft, and whether nothing changed about it."""
    marks = [mark for mark in former.marks.values() if mark.area is None]
    align_running(alignment, marks)
    found = {mark.id: placed(alignment, mark.start, mark.end) for mark in marks}
    text = alignment.new.text
    taken: set[tuple[int, int]] = set()
    for mark in sorted(marks, key=lambda mark: not ((at := found[mark.id]) and at.unchanged)):
        there = found[mark.id]
        if there is None or (there.start, there.end) in taken:
            continue
        taken.add((there.start, there.end))
        moved = replace(mark, start=there.start, end=there.end, text=text[there.start : there.end])
        yield mark.id, (moved, there.unchanged)


def _undecided(mark: Mark) -> Mark:
    return replace(mark, verdict=Verdict.UNDECIDED, reason="", check="")


def _moves(before: Mark, after: Mark) -> Iterator[Change]:
    """The changes of a mark, in an order in which it is a mark at each step."""
    if before.area != after.area:
        yield Change("mark", before.id, "", before.to_json(), after.to_json())
        return
    ends = ("end", "start") if after.end > before.end else ("start", "end")
    for name in (*ends, "text", "verdict", "reason", "check"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change("mark", before.id, name, _plain(old), _plain(new))


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, str) else value


# Drawn areas


def _area_places(
    former: Case, new: Document, alignment: Alignment, same_picture: SamePicture
) -> Iterator[tuple[str, tuple[Mark, bool]]]:
    """As `_text_places` for drawn areas: unchanged only on a page that says and shows the same as before."""
    drawn = [mark for mark in former.marks.values() if mark.area is not None]
    images = _page_images(former.document, new, alignment) if drawn else {}
    for mark in drawn:
        area: Area = mark.area  # type: ignore[assignment]  # those drawn have one
        page = images.get(area.page) or _counted_alike(former.document, new, area.page)
        if not page:
            continue
        unchanged = _same_page(former.document, new, area.page, page) and same_picture(area.page, page)
        yield mark.id, (replace(mark, area=replace(area, page=page)), unchanged)


def _page_images(old: Document, new: Document, alignment: Alignment) -> dict[int, int]:
    """For each page (1-based) with words the page of the new draft where most of them stand."""
    votes: dict[int, Counter[int]] = {}
    for word, image in enumerate(alignment.at):
        if image == NOWHERE:
            continue
        page = old.page_of[alignment.old.starts[word]] + 1
        there = new.page_of[alignment.new.starts[image]] + 1
        if page > 0 and there > 0:
            votes.setdefault(page, Counter())[there] += 1
    return {page: counter.most_common(1)[0][0] for page, counter in votes.items()}


def _counted_alike(old: Document, new: Document, page: int) -> int:
    """The page (1-based) that is as far from the beginning of its document; 0 for none."""
    number = old.part_at(page) - 1
    there = page - old.parts[number].first_page + new.parts[number].first_page
    return there if there in new.parts[number].page_numbers else 0


def _same_page(old: Document, new: Document, old_page: int, new_page: int) -> bool:
    one, other = old.pages[old_page - 1], new.pages[new_page - 1]
    return (one.width, one.height) == (other.width, other.height) and one.text.split() == other.text.split()
