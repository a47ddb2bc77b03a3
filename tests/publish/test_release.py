"""A decided draft is published proved clean, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pymupdf
import pytest
from draft_kit import CHILD, LINES, draft, plan, text_of

from redactor.errors import Cancelled, NotSafeToPublish, UnusableInput
from redactor.publish import apply, release
from redactor.publish.plan import STYLES, Plan, Removal, Secret
from redactor.publish.verify import verify


@pytest.fixture
def destination(tmp_path: Path) -> Path:
    return tmp_path / "published.pdf"


@pytest.mark.parametrize("style", STYLES)
def test_a_draft_is_published_without_the_name_and_with_all_else(style: str, destination: Path) -> None:
    pdf = draft(pages=3)

    made = release.publish(pdf, plan(pdf, style=style), destination)  # type: ignore[arg-type]  # one of STYLES

    text = text_of(destination.read_bytes())
    assert "Keziah" not in text
    assert text.count("(known since 2019)") == text.count(LINES[2]) == 3
    assert text.count("Child A") == (3 if style == "pseudonym" else 0)
    assert (made.pages, made.removed, made.rasterised) == (3, 3, ())
    assert made.size == destination.stat().st_size
    assert len(made.promises) >= 10


@pytest.mark.parametrize("style", STYLES)
def test_what_was_published_passes_verification_by_itself(style: str, destination: Path) -> None:
    pdf = draft()

    release.publish(pdf, plan(pdf, style=style), destination)  # type: ignore[arg-type]  # one of STYLES

    assert verify(destination.read_bytes()) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_same_draft_and_plan_make_the_same_bytes(style: str) -> None:
    pdf = draft(pages=2)
    decided = plan(pdf, style=style)  # type: ignore[arg-type]  # one of STYLES

    assert release.make(pdf, decided)[0] == release.make(pdf, decided)[0]


def test_the_file_has_its_neutral_title_its_language_and_no_date(destination: Path) -> None:
    pdf = draft()

    release.publish(pdf, plan(pdf), destination)

    with pikepdf.open(destination) as out:
        assert dict(out.docinfo.items()) == {"/Title": "Overview report"}
        assert str(out.Root.Lang) == "en-GB"
        assert "/ID" not in out.trailer


def test_a_remover_that_removes_nothing_publishes_nothing(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft()
    monkeypatch.setattr(release, "apply", lambda *_: apply.Emptied())

    with pytest.raises(NotSafeToPublish) as caught:
        release.publish(pdf, plan(pdf), destination)

    assert any(CHILD in problem for problem in caught.value.problems)
    assert list(destination.parent.iterdir()) == []


def test_a_remover_that_only_covers_does_not_get_away_with_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = draft()
    monkeypatch.setattr(apply, "empty", lambda *_: "")

    with pytest.raises(NotSafeToPublish):
        release.make(pdf, plan(pdf))


def test_a_name_left_unmarked_stops_publication(destination: Path) -> None:
    pdf = draft((*LINES, "Later Keziah was seen."))
    decided = plan(pdf, secrets=[Secret(CHILD, "PERSON"), Secret("Keziah", "PERSON")])

    with pytest.raises(NotSafeToPublish) as caught:
        release.publish(pdf, decided, destination)

    assert caught.value.problems == ("“Keziah” can still be read in the page text of page 1.",)


def test_a_wording_may_stay_as_often_as_was_decided(destination: Path) -> None:
    pdf = draft((*LINES, "Keziah Street School was visited."))
    decided = plan(pdf, secrets=[Secret(CHILD, "PERSON"), Secret("Keziah", "PERSON", kept=1)])

    release.publish(pdf, decided, destination)

    assert "Keziah Street School" in text_of(destination.read_bytes())


@pytest.mark.parametrize("step", range(0, 24, 4))
def test_cancelling_leaves_nothing_behind(step: int, destination: Path) -> None:
    pdf = draft(pages=6)
    decided = plan(pdf)
    destination.write_bytes(b"as it was")
    left = [step]

    def tick(done: int, total: int, note: str) -> None:
        if not left[0]:
            raise Cancelled
        left[0] -= 1

    with pytest.raises(Cancelled):
        release.publish(pdf, decided, destination, tick)

    assert destination.read_bytes() == b"as it was"
    assert list(destination.parent.iterdir()) == [destination]


def test_progress_is_told_from_beginning_to_end(destination: Path) -> None:
    pdf = draft(pages=2)
    told: list[tuple[int, int, str]] = []

    release.publish(pdf, plan(pdf), destination, lambda *step: told.append(step))

    assert all(0 <= done <= total and note for done, total, note in told)
    assert told[-1][0] == told[-1][1]


def test_a_look_beforehand_is_what_would_be_published() -> None:
    pdf = draft()
    decided = plan(pdf, style="pseudonym")

    data, pictures = release.redacted(pdf, decided)

    assert data == release.make(pdf, decided)[0]
    assert pictures == {}


def test_the_summary_says_what_was_done(destination: Path) -> None:
    pdf = draft(pages=2)

    summary = release.publish(pdf, plan(pdf), destination).summary()

    assert summary == f"Published {destination}: 2 pages, 2 places emptied, verified."


def encrypted() -> bytes:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        return bytes(doc.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="u", owner_pw="o"))


def without_pages() -> bytes:
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (encrypted, "password"),
        (without_pages, "no pages"),
        (lambda: b"", "damaged"),
        (lambda: b"hello", "damaged"),
        (lambda: draft()[: len(draft()) // 2], "damaged"),
        (lambda: b"<html><body>Keziah</body></html>", "damaged"),
    ],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    make: Callable[[], bytes], words: str, destination: Path
) -> None:
    nothing = Plan((), (), "blackout", "Report")

    with pytest.raises(UnusableInput, match=words):
        release.publish(make(), nothing, destination)

    assert list(destination.parent.iterdir()) == []


def test_a_mark_on_a_page_that_is_not_there_stops_publication() -> None:
    removal = Removal("m1", 9, ((0, 0, 9, 0, 0, 9, 9, 9),), "x", "PERSON", "")

    with pytest.raises(NotSafeToPublish, match="does not have"):
        release.make(draft(), Plan((removal,), (), "blackout", "Report"))


def test_a_destination_that_is_missing_or_a_folder_is_refused(tmp_path: Path) -> None:
    pdf = draft()

    with pytest.raises(UnusableInput, match="does not exist"):
        release.publish(pdf, plan(pdf), tmp_path / "nowhere" / "out.pdf")
    with pytest.raises(UnusableInput, match="folder"):
        release.publish(pdf, plan(pdf), tmp_path)


def test_a_destination_that_cannot_be_written_is_refused_and_nothing_left(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))

    with pytest.raises(UnusableInput, match="cannot be written"):
        release.publish(pdf, plan(pdf), destination)

    assert list(destination.parent.iterdir()) == []


def test_a_read_only_folder_is_refused_before_the_work(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # the tests may run as a user who may write anywhere

    with pytest.raises(UnusableInput, match="cannot be written"):
        release.publish(b"not even looked at", Plan((), (), "blackout", "Report"), destination)


def with_pictures(pages: dict[int, str]) -> Callable[..., apply.Emptied]:
    """Removal as it is, but for some more pages that must become pictures."""

    def emptied(*order: Any) -> apply.Emptied:
        done = apply.apply(*order)
        return replace(done, pictures=done.pictures | pages)

    return emptied


def test_a_page_that_hides_the_name_becomes_a_picture_and_is_reported(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft(pages=2)
    monkeypatch.setattr(release, "apply", with_pictures({2: "odd font"}))

    made = release.publish(pdf, plan(pdf), destination)

    with pymupdf.open(destination) as out:
        assert made.rasterised == ((2, "odd font"),)
        assert out[1].get_images()
        assert out[1].get_text().split() == out[0].get_text().split()


def test_the_words_over_a_picture_stand_where_they_are_seen_and_have_no_ink(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft()
    plain = release.redacted(pdf, plan(pdf))[0]
    monkeypatch.setattr(release, "apply", with_pictures({1: "odd font"}))

    release.publish(pdf, plan(pdf), destination)

    with pymupdf.open(destination) as out, pymupdf.open(stream=plain, filetype="pdf") as old:
        assert {span["type"] for span in out[0].get_texttrace()} == {3}
        before, after = (page[0].get_text("words") for page in (old, out))
        for one, two in zip(before, after, strict=True):
            assert one[4] == two[4]
            assert (one[0], one[2]) == pytest.approx((two[0], two[2]), abs=0.5)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_turned_page_keeps_its_words_when_it_becomes_a_picture(
    rotation: int, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        doc[0].set_cropbox(pymupdf.Rect(40, 30, 500, 700))
        doc[0].set_rotation(rotation)
        pdf = bytes(doc.tobytes())
    plain = release.redacted(pdf, plan(pdf))[0]
    monkeypatch.setattr(release, "apply", with_pictures({1: "odd font"}))

    release.publish(pdf, plan(pdf), destination)

    with pymupdf.open(destination) as out, pymupdf.open(stream=plain, filetype="pdf") as old:
        assert out[0].rect == old[0].rect
        found, wanted = (page[0].search_for("social worker")[0] for page in (out, old))
        assert abs(found.tl - wanted.tl) < 3


def test_words_that_a_picture_does_not_show_are_not_over_it(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft()

    def emptied(doc: pymupdf.Document, *order: Any) -> apply.Emptied:
        done = apply.apply(doc, *order)
        doc[0].insert_text((72, 500), "white on white", color=(1, 1, 1))
        return done

    monkeypatch.setattr(release, "apply", emptied)

    made = release.publish(pdf, plan(pdf), destination)

    text = text_of(destination.read_bytes())
    assert [page for page, _ in made.rasterised] == [1]
    assert LINES[2] in text
    assert "white" not in text


def test_words_left_under_a_mark_are_not_over_the_picture(
    destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = draft()
    monkeypatch.setattr(apply, "_redact", lambda *_, **__: None)

    made = release.publish(pdf, plan(pdf), destination)

    assert made.rasterised == ((1, apply.TEXT_LEFT),)
    assert text_of(destination.read_bytes()).strip() == ""


def test_the_summary_says_where_a_box_tells_a_size(destination: Path) -> None:
    pdf = draft()
    decided = plan(pdf)
    by_hand = replace(decided, removals=tuple(replace(mark, text="") for mark in decided.removals))

    summary = release.publish(pdf, by_hand, destination).summary()

    assert summary.splitlines()[1] == (
        "Page 1: the size of a box may hint at what was removed, because it was drawn by hand."
    )


@pytest.mark.parametrize(
    "error", [Exception("path has indirects"), KeyError("Keziah"), RecursionError()], ids=repr
)
def test_whatever_removal_trips_over_is_one_sentence(
    error: Exception, destination: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trip(*_: Any) -> None:
        raise error

    monkeypatch.setattr(release, "apply", trip)
    pdf = draft()

    with pytest.raises(UnusableInput, match="damaged: it cannot be rewritten") as caught:
        release.publish(pdf, plan(pdf), destination)

    assert "Keziah" not in caught.value.detail
    assert not destination.exists()


def test_a_check_that_trips_publishes_nothing(destination: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(*_: Any) -> None:
        raise IndexError("Keziah")

    monkeypatch.setattr(release, "verify", trip)
    pdf = draft()

    with pytest.raises(NotSafeToPublish, match="could not be checked") as caught:
        release.publish(pdf, plan(pdf), destination)

    assert "Keziah" not in str(caught.value.problems)
    assert not destination.exists()
