"""Publishing, as a contents page: open, prepare, remove, rebuild, verify, and only then write."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pymupdf

from redactor.errors import NotSafeToPublish, RedactorError, Tick, UnusableInput, no_tick
from redactor.publish import scrub
from redactor.publish.apply import apply
from redactor.publish.plan import Plan, Secret
from redactor.publish.published import Problem
from redactor.publish.verify import promises, verify

TRIES = 3
"""How often pages may be turned into pictures before publishing gives up."""

_SEEN = "page text"
"""A problem of this vector can be read on the page itself: a picture of the page would show it too."""


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
    """

    path: Path
    sha256: str
    size: int
    pages: int
    removed: int
    rasterised: tuple[tuple[int, str], ...]
    promises: tuple[str, ...]

    def summary(self) -> str:
        """What was done, in a few lines for a terminal."""
        pages = "page" if self.pages == 1 else "pages"
        places = "place" if self.removed == 1 else "places"
        lines = [f"Published {self.path}: {self.pages} {pages}, {self.removed} {places} emptied, verified."]
        lines += [f"Page {page} became a picture: {why}" for page, why in self.rasterised]
        return "\n".join(lines)


def publish(pdf: bytes, plan: Plan, destination: Path, tick: Tick = no_tick) -> Release:
    """Publish the working PDF according to the plan.

    Raises UnusableInput where the PDF cannot be read or the destination not be written, NotSafeToPublish where
    the result could not be proved clean, Cancelled from `tick`. Whatever is raised, nothing is left behind and
    a file already at the destination is as it was.
    """
    _require_writable(destination)
    data, pages, rasterised = make(pdf, plan, tick)
    _write(data, destination)
    return Release(
        path=destination,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        pages=pages,
        removed=sum(len(removal.quads) for removal in plan.removals),
        rasterised=tuple(sorted(rasterised.items())),
        promises=promises(),
    )


def make(pdf: bytes, plan: Plan, tick: Tick = no_tick) -> tuple[bytes, int, dict[int, str]]:
    """The verified bytes, the number of pages, and the pages that became pictures with the reason."""
    with _emptied(pdf, plan, tick) as (doc, pictures, build):
        for _ in range(TRIES):
            data = build(pictures)
            problems = _verified(data, plan.secrets, tick)
            if not problems:
                return data, doc.page_count, pictures
            more = _helped_by_pictures(problems, pictures)
            if not more:
                break
            pictures = pictures | more
    raise _unsafe(problems)


def redacted(pdf: bytes, plan: Plan, tick: Tick = no_tick) -> tuple[bytes, dict[int, str]]:
    """What would be published, not verified: for a look beforehand, never for handing over."""
    with _emptied(pdf, plan, tick) as (_, pictures, build):
        return build(pictures), pictures


Leads = tuple[list[scrub.Way], list[Any]]
"""The links and the bookmarks that stay."""

Build = Callable[[dict[int, str]], bytes]
"""Builds the file anew, with these pages as pictures."""


@contextmanager
def _emptied(pdf: bytes, plan: Plan, tick: Tick) -> Iterator[tuple[pymupdf.Document, dict[int, str], Build]]:
    """The draft with its marks removed, the pages that must become pictures, and how to build the file anew."""
    with scrub.open_draft(pdf) as doc:
        try:
            leads = scrub.links_that_may_stay(doc, plan), scrub.bookmarks(doc, plan)
            scrub.prepare(doc)
            pictures = apply(doc, plan, tick)
            yield doc, pictures, partial(_built, doc, plan.title, leads)
        except (RuntimeError, pymupdf.mupdf.FzErrorBase) as error:
            raise UnusableInput(
                "This PDF is damaged: it cannot be rewritten.", detail=repr(type(error))
            ) from error


def _built(doc: pymupdf.Document, title: str, leads: Leads, pictures: dict[int, str]) -> bytes:
    links, bookmarks = leads
    with scrub.rebuild(doc, pictures) as out:
        scrub.add_ways(out, links)
        out.set_toc(bookmarks)
        return scrub.finish(out, title)


def _verified(data: bytes, secrets: Sequence[Secret], tick: Tick) -> list[Problem]:
    try:
        return verify(data, secrets, tick)
    except UnusableInput as error:
        raise NotSafeToPublish("The published file could not be read back.", (error.sentence,)) from error


def _helped_by_pictures(problems: Sequence[Problem], already: dict[int, str]) -> dict[int, str]:
    """The pages to turn into pictures; none if that would not solve every problem."""
    if any(p.page == 0 or p.page in already or p.vector == _SEEN for p in problems):
        return {}
    return {problem.page: problem.sentence for problem in problems}


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
        with tempfile.NamedTemporaryFile(
            dir=destination.parent, prefix=".", suffix=".part", delete=False
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
