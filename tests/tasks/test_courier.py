"""What a spare process does or suffers, seen from the window's process."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path

import psutil
import pytest
import stand_ins
from listening import Heard

from redactor.errors import NotSafeToPublish, UnusableInput
from redactor.tasks.courier import Courier
from redactor.tasks.errand import Errand
from redactor.tasks.orders import DraftRead, Drawn, LoadPdf, OpenDraft, PageRead, Picture, Progress, Suggest

Start = Callable[[Callable[[Connection], None]], Courier]


def ask(courier: Courier, errand: Errand) -> None:
    """Have an errand done."""
    courier._waiting.append(errand)
    courier.look()


def test_a_draft_comes_back_page_by_page_and_then_whole(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(stand_ins.run), heard.errand(OpenDraft(Path("good.pdf"))))

    heard.until("done")

    assert [read.page.number for read in heard.answers(PageRead)] == [1, 2]
    assert heard.answers(DraftRead) == [DraftRead(stand_ins.opened_draft())]
    assert heard.answers(Progress)[0] == Progress(0, 2, "Reading")


def test_orders_are_carried_out_one_after_the_other(courier_for: Start, heard: Heard) -> None:
    courier = courier_for(stand_ins.run)
    for name in ("first ", "second "):
        ask(courier, heard.errand(OpenDraft(Path("good.pdf")), name))

    heard.until("second done")

    names = [said for said, _ in heard.said]
    assert names.index("first done") < names.index("second answer")


def test_an_error_crosses_as_its_words(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(stand_ins.run), heard.errand(OpenDraft(Path("refuse.pdf"))))

    (_, error), *_ = heard.until("failed")

    assert isinstance(error, UnusableInput)
    assert (error.sentence, error.advice, error.detail) == (
        "It is damaged.",
        "Ask for it again.",
        "cross-reference",
    )


def test_the_problems_of_a_file_not_safe_to_publish_cross(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(stand_ins.run), heard.errand(OpenDraft(Path("wanting.pdf"))))

    (_, error), *_ = heard.until("failed")

    assert isinstance(error, NotSafeToPublish)
    assert error.problems == ("Page 2.", "Page 3.")
    assert error.advice == "Look at them."


def test_an_unforeseen_error_tells_its_place_and_never_what_it_quotes(
    courier_for: Start, heard: Heard
) -> None:
    ask(courier_for(stand_ins.run), heard.errand(OpenDraft(Path("trip.pdf"))))

    (_, error), *_ = heard.until("failed")

    assert error.sentence == OpenDraft.stopped
    assert error.detail.startswith("KeyError at stand_ins.py:")
    assert "Kezia" not in error.sentence + error.advice + error.detail


def test_a_process_that_dies_fails_its_order_alone_and_a_fresh_one_takes_over(
    courier_for: Start, heard: Heard
) -> None:
    courier = courier_for(stand_ins.run)
    ask(courier, heard.errand(OpenDraft(Path("crash.pdf")), "first "))
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "second "))

    heard.until("second done")

    assert heard.said[0][0] == "first failed"
    assert heard.said[0][1].sentence == "The draft could not be read: it made the reader stop."
    assert heard.answers(DraftRead)


def test_after_a_death_the_loaded_pdf_is_loaded_again(courier_for: Start, heard: Heard) -> None:
    courier = courier_for(stand_ins.run)
    ask(courier, heard.errand(LoadPdf(b"PDF")))
    ask(courier, heard.errand(Picture(666, 1.0), "bad "))
    ask(courier, heard.errand(Picture(1, 1.0), "good "))

    heard.until("good done")

    assert "bad failed" in [said for said, _ in heard.said]
    assert heard.answers(Drawn)[0].samples == b"PDF"


def test_a_pdf_that_ends_the_process_is_not_loaded_again(courier_for: Start, heard: Heard) -> None:
    courier = courier_for(stand_ins.run)
    ask(courier, heard.errand(LoadPdf(b"crash"), "load "))
    ask(courier, heard.errand(Picture(1, 1.0), "picture "))

    heard.until("picture done")

    assert heard.said[0][0] == "load failed"
    assert heard.answers(Drawn)[0].samples == b"   "


def test_a_process_that_dies_as_it_starts_fails_each_order_and_is_not_started_for_ever(
    courier_for: Start, heard: Heard
) -> None:
    courier = courier_for(stand_ins.die_at_once)
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "first "))
    heard.until("first failed")

    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "second "))

    heard.until("second failed")


def test_where_no_process_can_be_started_each_order_fails_in_a_sentence(
    courier_for: Start, heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: SpawnProcess) -> None:
        raise OSError("no room for another process")

    monkeypatch.setattr(SpawnProcess, "start", refuse)
    courier = courier_for(stand_ins.run)
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "first "))
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "second "))

    heard.until("second failed")

    assert [name for name, _ in heard.said] == ["first failed", "second failed"]


def test_a_cancelled_order_stops_at_its_next_tick_and_says_nothing_more(
    courier_for: Start, heard: Heard
) -> None:
    courier = courier_for(stand_ins.run)
    slow = heard.errand(OpenDraft(Path("slow.pdf")), "slow ")
    ask(courier, slow)
    heard.until("slow answer")
    pid = courier._process.pid

    slow.cancelled = True
    courier.look()
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "next "))

    heard.until("next done")
    said = [name for name, _ in heard.said]
    assert "slow done" not in said
    assert "slow failed" not in said
    assert courier._process.pid == pid


def test_a_cancelled_order_that_does_not_stop_is_ended_with_its_process(
    courier_for: Start, heard: Heard
) -> None:
    courier = courier_for(stand_ins.run)
    hung = heard.errand(OpenDraft(Path("hang.pdf")), "hung ")
    ask(courier, hung)
    heard.until("hung answer")
    pid = courier._process.pid

    hung.cancelled = True
    courier.look()
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "next "))

    heard.until("next done")
    assert "hung failed" not in [name for name, _ in heard.said]
    assert courier._process.pid != pid


def test_an_order_cancelled_while_it_waits_is_never_sent(courier_for: Start, heard: Heard) -> None:
    courier = courier_for(stand_ins.run)
    unwanted = heard.errand(OpenDraft(Path("crash.pdf")), "unwanted ")
    unwanted.cancelled = True
    ask(courier, unwanted)
    ask(courier, heard.errand(OpenDraft(Path("good.pdf")), "next "))

    heard.until("next done")

    assert not any(name.startswith("unwanted") for name, _ in heard.said)


def test_an_answer_delivered_after_its_order_was_cancelled_is_not_heard(
    courier_for: Start, heard: Heard
) -> None:
    courier = courier_for(stand_ins.run)
    errand = heard.errand(OpenDraft(Path("refuse.pdf")))
    ask(courier, errand)
    call = heard.calls.get(timeout=30)

    errand.cancelled = True
    call()

    assert heard.said == []


def test_an_answer_that_the_order_cannot_have_ends_the_process(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(stand_ins.run), heard.errand(Suggest("Some text")))

    (_, error), *_ = heard.until("failed")

    assert error.sentence == Suggest.stopped
    assert "malformed answer" in error.detail


def test_an_answer_to_nothing_asked_ends_the_process(courier_for: Start, heard: Heard) -> None:
    ask(courier_for(stand_ins.run_lying), heard.errand(OpenDraft(Path("good.pdf"))))

    (_, error), *_ = heard.until("failed")

    assert "an answer to nothing asked" in error.detail


def test_closing_ends_a_process_that_hangs(courier_for: Start, heard: Heard) -> None:
    courier = courier_for(stand_ins.run)
    ask(courier, heard.errand(OpenDraft(Path("hang.pdf")), "hung "))
    heard.until("hung answer")
    pid = courier._process.pid

    courier.close()

    assert pid is not None
    assert not psutil.pid_exists(pid)
