"""What each order to read, find, preview or publish comes down to; the work of the process for work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from redactor.document.source import open_document
from redactor.errors import Tick
from redactor.findings.finding import Finding
from redactor.tasks.orders import (
    Answer,
    DraftRead,
    Found,
    HistoryMade,
    LookAtModel,
    MakeHistory,
    ModelSeen,
    OpenDraft,
    PageRead,
    Preview,
    Previewed,
    Publish,
    Published,
    Suggest,
)

Answering = Callable[[Answer], None]


def open_draft(order: OpenDraft, answer: Answering, tick: Tick) -> None:
    """Read a draft."""
    opened = open_document(order.path, tick)
    pages = opened.document.pages
    for page in pages:
        answer(PageRead(page, len(pages)))
    answer(DraftRead(opened))


def suggest(order: Suggest, answer: Answering, tick: Tick) -> None:
    """Find identifiers, telling what is found as it is found."""
    from redactor.marks.lists import Lists
    from redactor.marks.looking import look_through

    def found(findings: list[Finding]) -> None:
        answer(Found(tuple(findings), final=False, labels={}))

    lists = Lists(order.always, order.never, order.whos_who)
    findings, labels, roles = look_through(order.text, lists, tick=tick, found=found, own=order.own)
    answer(Found(tuple(findings), final=True, labels=labels, roles=roles))


def look_at_model(order: LookAtModel, answer: Answering, tick: Tick) -> None:
    """See whether a name model can be used."""
    from redactor.findings.own_model import own_model

    own_model.cache_clear()  # what lies there may have changed since
    model = own_model(order.folder)
    answer(ModelSeen(model.make, model.finds))


def preview(order: Preview, answer: Answering, tick: Tick) -> None:
    """Make what would be published."""
    from redactor.publish.release import redacted

    pdf, rasterised = redacted(order.pdf, order.plan, tick)
    answer(Previewed(pdf, tuple(sorted(rasterised.items()))))


def publish(order: Publish, answer: Answering, tick: Tick) -> None:
    """Publish, verified."""
    from redactor.publish import release

    made = release.publish(order.pdf, order.plan, order.destination, tick)
    answer(Published(*(getattr(made, field.name) for field in fields(Published))))


def make_history(order: MakeHistory, answer: Answering, tick: Tick) -> None:
    """Set the history of a case."""
    from redactor.publish.record_sheet import history_pdf

    answer(HistoryMade(history_pdf(order.record, tick)))


JOBS: Mapping[type, Callable[[Any, Answering, Tick], None]] = {
    OpenDraft: open_draft,
    Suggest: suggest,
    LookAtModel: look_at_model,
    Preview: preview,
    Publish: publish,
    MakeHistory: make_history,
}


def _load_readers() -> None:
    import redactor.document.readers  # noqa: F401  # loaded ahead of the first order


def _load_recognisers() -> None:
    from redactor.findings.detect import detect

    detect("Mrs Ann Example lives in Leeds.")


WARM_UP = (_load_readers, _load_recognisers)
