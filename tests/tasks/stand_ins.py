"""Stand-ins for the work of a spare process, run in a real one."""

from __future__ import annotations

import os
import signal
import time
from array import array
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from redactor.document.page import Page
from redactor.document.reading import assembled
from redactor.document.source import Opened, document_of
from redactor.errors import NotSafeToPublish, Tick, UnusableInput
from redactor.tasks import wire
from redactor.tasks.orders import (
    Answer,
    DraftRead,
    Drawn,
    Found,
    Loaded,
    LoadPdf,
    OpenDraft,
    PageRead,
    Picture,
    Suggest,
)
from redactor.tasks.worker import serve

Answering = Callable[[Answer], None]


def opened_draft(texts: tuple[str, ...] = ("One page.", "Another page.")) -> Opened:
    """A draft as a reader would give it."""
    pages = tuple(
        Page(number, 595.0, 842.0, text, array("f", [float(number)] * 8 * len(text)))
        for number, text in enumerate(texts, 1)
    )
    return Opened(
        document_of("draft.pdf", "pdf", b"%PDF-draft", pages, assembled(pages)), b"%PDF-draft", b"%PDF-draft"
    )


def open_draft(order: OpenDraft, answer: Answering, tick: Tick) -> None:
    """The file's name says what happens."""
    _BY_NAME[order.path.stem](answer, tick)


def _read(answer: Answering, tick: Tick) -> None:
    opened = opened_draft()
    for page in opened.document.pages:
        tick(page.number - 1, 2, "Reading")
        answer(PageRead(page, 2))
    answer(DraftRead(opened))


def _crash(answer: Answering, tick: Tick) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _refuse(answer: Answering, tick: Tick) -> None:
    raise UnusableInput("It is damaged.", "Ask for it again.", "cross-reference")


def _find_wanting(answer: Answering, tick: Tick) -> None:
    raise NotSafeToPublish("A name is still there.", ("Page 2.", "Page 3."), "Look at them.")


def _trip(answer: Answering, tick: Tick) -> None:
    raise KeyError("Kezia Bramble")


def _tick_on(answer: Answering, tick: Tick) -> None:
    while True:
        tick(1, 3, "Going on")
        time.sleep(0.005)


def _hang(answer: Answering, tick: Tick) -> None:
    tick(1, 3, "Hanging")
    while True:
        time.sleep(60)


_BY_NAME: dict[str, Callable[[Answering, Tick], None]] = {
    "good": _read,
    "crash": _crash,
    "refuse": _refuse,
    "wanting": _find_wanting,
    "trip": _trip,
    "slow": _tick_on,
    "hang": _hang,
}


class Pictures:
    """Draws one pixel, whose first byte is the process's count of pictures, if something was loaded."""

    def __init__(self) -> None:
        self.loaded = b""

    def load(self, order: LoadPdf, answer: Answering, tick: Tick) -> None:
        if order.pdf == b"crash":
            os.kill(os.getpid(), signal.SIGKILL)
        self.loaded = order.pdf
        answer(Loaded(((595.0, 842.0),), order.slot))

    def draw(self, order: Picture, answer: Answering, tick: Tick) -> None:
        if order.page == 666:
            os.kill(os.getpid(), signal.SIGKILL)
        answer(Drawn(order.page, order.scale, order.clip, 0, 0, 1, 1, self.loaded[:3].ljust(3), 3))


def suggest_beyond(order: Suggest, answer: Answering, tick: Tick) -> None:
    """Answer with something no order to suggest can have."""
    answer(Loaded((), "draft"))


def run(connection: Connection) -> None:
    """The stand-in for a whole spare process."""
    pictures = Pictures()
    jobs: dict[type, Callable[[Any, Answering, Tick], None]] = {
        OpenDraft: open_draft,
        LoadPdf: pictures.load,
        Picture: pictures.draw,
        Suggest: suggest_beyond,
    }
    serve(connection, jobs)


def run_lying(connection: Connection) -> None:
    """A process that was taken over: it answers in ways that nobody asked for."""
    number, _ = wire.receive(connection, {"OpenDraft": OpenDraft})
    wire.send(connection, number + 1, Found((), final=True, labels={}))


def die_at_once(connection: Connection) -> None:
    """A process that never gets going."""
