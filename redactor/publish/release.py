"""Publishing, as a contents page: open, prepare, remove, rebuild, verify, and only then write."""

from __future__ import annotations

import hashlib
import os
import tempfile
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pymupdf

from redactor.errors import Cancelled, NotSafeToPublish, RedactorError, Tick, UnusableInput, no_tick
from redactor.publish import scrub
from redactor.publish.apply import TEXT_LEFT, Emptied, apply
from redactor.publish.plan import Plan, Secret
from redactor.publish.published import Problem
from redactor.publish.tags.tree import Tree
from redactor.publish.verify import promises, verify

TRIES = 3
"""How often pages may be turned into pictures before publishing gives up."""

_PART, _PART_SUFFIX = ".redactor-", ".part"
"""How the name of a file begins and ends that is written beside the destination; it holds verified bytes only."""

_SAVE_ANEW = "Open the draft in another program, save it as a new PDF, and start from that."

_SEEN = ("page text", "pixels")
"""Problems of these vectors can be read on the page itself: a picture of the page would show them too."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published file. It is made only when every promise was kept.

    Args:
        path: where it lies.
        sha256: of its bytes, in hex.
        size: in bytes.
        pages: how many.
        removed: how many places were emptied.
        rasterised: the pages (1-based) that had to become pictures, each with the reason.
        promises: what was checked and holds, one sentence each.
        widths: the pages with a box as wide as what was removed, each with the reason.
        tight: the pages with labels that had no room, shortened or black boxes now, each with their number.
    """

    path: Path
    sha256: str
    size: int
    pages: int
    removed: int
    rasterised: tuple[tuple[int, str], ...]
    promises: tuple[str, ...]
    widths: tuple[tuple[int, str], ...]
    tight: tuple[tuple[int, int], ...]

    def summary(self) -> str:
        """What was done, in a few lines for a terminal."""
        pages = "page" if self.pages == 1 else "pages"
        places = "place" if self.removed == 1 else "places"
        lines = [f"Published {self.path}: {self.pages} {pages}, {self.removed} {places} emptied, verified."]
        lines += [f"Page {page} became a picture: {why}" for page, why in self.rasterised]
        lines += [width_kept(page, why) for page, why in self.widths]
        lines += [no_room(page, count) for page, count in self.tight]
        return "\n".join(lines)


def width_kept(page: int, why: str) -> str:
    """What a reviewer should know of a box that is as wide as what was removed."""
    return f"Page {page}: the size of a box may hint at what was removed, because {why}."


def no_room(page: int, count: int) -> str:
    """What a reviewer should know of labels that were too long for their place."""
    labels = "1 label" if count == 1 else f"{count} labels"
    return f"Page {page}: {labels} had no room, and became shorter or black boxes."


class Made(NamedTuple):
    """A verified file that is not written yet: its bytes, its number of pages, and what could not be done, by page.

    `pictures`, `widths` and `tight` are those of `apply.Emptied`.
    """

    data: bytes
    pages: int
    pictures: dict[int, str]
    widths: dict[int, tuple[str, ...]]
    tight: dict[int, int]


def publish(pdf: bytes, plan: Plan, destination: Path, tick: Tick = no_tick) -> Release:
    """Publish the working PDF according to the plan.

    Raises UnusableInput where the PDF cannot be read or the destination not be written, NotSafeToPublish where
    the result could not be proved clean, Cancelled from `tick`. Whatever is raised, nothing is left behind and
    a file already at the destination is as it was.
    """
    _require_writable(destination)
    made = make(pdf, plan, tick)
    _write(made.data, destination)
    return Release(
        path=destination,
        sha256=hashlib.sha256(made.data).hexdigest(),
        size=len(made.data),
        pages=made.pages,
        removed=sum(len(removal.quads) for removal in plan.removals),
        rasterised=tuple(sorted(made.pictures.items())),
        promises=promises(),
        widths=tuple((page, why) for page, whys in sorted(made.widths.items()) for why in whys),
        tight=tuple(sorted(made.tight.items())),
    )


def make(pdf: bytes, plan: Plan, tick: Tick = no_tick) -> Made:
    """The verified file; raises as `publish` does.

    A page with a problem becomes a picture over which its words lie as invisible text; if the problem is still there,
    they are left out.
    """
    with _emptied(pdf, plan, tick) as (doc, emptied, build):
        pictures, wordless = emptied.pictures, _wordless(emptied)
        for _ in range(TRIES):
            data = build(pictures, wordless)
            problems = _verified(data, plan.secrets, tick)
            if not problems:
                return Made(data, doc.page_count, pictures, emptied.widths, emptied.tight)
            if not _helped_by_pictures(problems, emptied.pictures.keys() | wordless):
                break
            found = {problem.page: problem.sentence for problem in problems}
            wordless |= found.keys() & pictures.keys()
            pictures = found | pictures
    raise _unsafe(problems)


def redacted(pdf: bytes, plan: Plan, tick: Tick = no_tick) -> tuple[bytes, dict[int, str]]:
    """What would be published, not verified: for a look beforehand, never for handing over."""
    with _emptied(pdf, plan, tick) as (_, emptied, build):
        return build(emptied.pictures, _wordless(emptied)), emptied.pictures


Leads = tuple[list[scrub.Way], list[Any], Tree | None]
"""The links and the bookmarks that stay, and the structure tree."""

Build = Callable[[Iterable[int], AbstractSet[int]], bytes]
"""Builds the file anew, with these pages as pictures, and with those of them that are to have no text."""


@contextmanager
def _emptied(pdf: bytes, plan: Plan, tick: Tick) -> Iterator[tuple[pymupdf.Document, Emptied, Build]]:
    """The draft with its marks removed, what could not be done, and how to build the file anew."""
    try:
        with scrub.open_draft(pdf) as doc:
            leads = scrub.links_that_may_stay(doc, plan), scrub.bookmarks(doc, plan)
            tree = scrub.prepare(doc)
            emptied = apply(doc, plan, tick)
            yield doc, emptied, partial(_built, doc, plan, (*leads, tree))
    except (RedactorError, Cancelled):
        raise
    except MemoryError as error:
        raise UnusableInput(
            "This PDF takes more memory than there is.", "Close other programs and try again.", _place(error)
        ) from error
    except Exception as error:  # a draft may hold anything, and MuPDF and PyMuPDF throw whatever comes
        raise UnusableInput(
            "This PDF is damaged: it cannot be rewritten.", _SAVE_ANEW, _place(error)
        ) from error


def _place(error: Exception) -> str:
    """The kind of an error and where it came up; its words may hold text of the draft."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(frame.filename).name}, line {frame.lineno}"


def _built(
    doc: pymupdf.Document, plan: Plan, leads: Leads, pictures: Iterable[int], wordless: AbstractSet[int]
) -> bytes:
    links, bookmarks, tree = leads
    with scrub.rebuild(doc, pictures, wordless) as out:
        scrub.add_ways(out, links, tree)
        out.set_toc(bookmarks)
        return scrub.finish(out, plan, tree)


def _verified(data: bytes, secrets: Sequence[Secret], tick: Tick) -> list[Problem]:
    try:
        return verify(data, secrets, tick)
    except UnusableInput as error:
        raise NotSafeToPublish("The published file could not be read back.", (error.sentence,)) from error
    except (RedactorError, Cancelled, MemoryError):
        raise
    except Exception as error:  # whatever it is: what was not checked is not proved
        raise NotSafeToPublish(
            "The published file could not be checked.", (_place(error),), _SAVE_ANEW
        ) from error


def _wordless(emptied: Emptied) -> frozenset[int]:
    """The pages that must become pictures because words were left that should have gone."""
    return frozenset(page for page, why in emptied.pictures.items() if why == TEXT_LEFT)


def _helped_by_pictures(problems: Sequence[Problem], beyond_help: AbstractSet[int]) -> bool:
    """Whether every problem may go if its page becomes a picture, or a picture without text.

    A page that was a picture from the start has only words that can be seen.
    """
    return not any(p.page == 0 or p.page in beyond_help or p.vector in _SEEN for p in problems)


def _unsafe(problems: Sequence[Problem]) -> NotSafeToPublish:
    sentences = tuple(dict.fromkeys(problem.sentence for problem in problems))
    count = f"{len(sentences)} problems were" if len(sentences) > 1 else "A problem was"
    return NotSafeToPublish(
        f"Nothing was published: {count} found in the finished file.",
        sentences,
        "Mark what is named here and publish again.",
    )


def _require_writable(destination: Path) -> None:
    """Say so before the work, not after it."""
    folder = destination.parent
    if destination.is_dir():
        raise UnusableInput("The destination is a folder, not a file name.", "Choose a file name.")
    if not folder.is_dir():
        raise UnusableInput("The folder for the published file does not exist.", "Choose another folder.")
    if not os.access(folder, os.W_OK) or (destination.exists() and not os.access(destination, os.W_OK)):
        raise _unwritable()


def _unwritable(detail: str = "") -> RedactorError:
    return UnusableInput("The published file cannot be written there.", "Choose another folder.", detail)


def _write(data: bytes, destination: Path) -> None:
    """Put the verified bytes in place in one step: whoever looks sees the old file or the whole new one."""
    part: Path | None = None
    try:
        _remove_parts(destination.parent)
        with tempfile.NamedTemporaryFile(
            dir=destination.parent, prefix=_PART, suffix=_PART_SUFFIX, delete=False
        ) as file:
            part = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(destination)
    except OSError as error:
        raise _unwritable(type(error).__name__) from error
    finally:
        if part is not None:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _remove_parts(folder: Path) -> None:
    """Remove what publishing left here when the power failed. One that is writing just now fails, and says so."""
    for part in folder.glob(f"{_PART}*{_PART_SUFFIX}"):
        with suppress(OSError):
            part.unlink()
