"""A case is kept in one encrypted file, and whatever is wrong with it is said."""

from __future__ import annotations

import contextlib
import os
import random
import sqlite3
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.document.several import joined
from redactor.errors import UnusableInput
from redactor.marks import case_tables, casefile, sealing
from redactor.marks.case import Case
from redactor.marks.decisions import Decision
from redactor.marks.sealing import Store
from tests.document.test_several import SUMMARY, draft
from tests.marks.test_case import NOTHING, suggested, verdicts

PASSPHRASE = "correct horse"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.redactor"


@pytest.fixture(autouse=True)
def cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """The derivation is meant to be slow; its cost is another test's matter."""
    monkeypatch.setattr(sealing, "MEMORY", 64)


def kept(path: Path) -> Case:
    case = suggested()
    casefile.keep_case(case, path, PASSPHRASE)
    return case


def decided(path: Path) -> list[Decision]:
    """A closed case with a history of eight decisions."""
    case = kept(path)
    for number in range(7):
        case.set_reason(["m1"], f"reason {number}", by="Ann")
    case.close()
    return case.log


def store_of(path: Path) -> contextlib.closing[Store]:
    key = sealing.key_for(path, PASSPHRASE)
    return contextlib.closing(sealing.unlocked(path, key, case_tables.VERSION))


def altered(path: Path, *statements: str) -> None:
    """Change a case as somebody would who has the passphrase and a tool for databases."""
    with store_of(path) as store, store:
        for statement in statements:
            store.execute(statement)


# Keeping


def test_a_kept_case_opens_again_with_every_decision(path: Path) -> None:
    case = kept(path)
    case.confirm(["m1"], by="Ann")
    case.close()

    again = casefile.open_case(path, PASSPHRASE)

    assert verdicts(again) == ["redact", "undecided", "undecided"]
    assert again.document == case.document
    assert again.log == case.log
    again.close()


def test_what_was_undone_can_be_redone_after_opening_again(path: Path) -> None:
    case = kept(path)
    case.confirm(["m1"], by="Ann")
    case.undo(by="Ann")
    case.close()

    again = casefile.open_case(path, PASSPHRASE)
    again.redo(by="Ann")

    assert verdicts(again)[0] == "redact"
    again.close()


def test_decisions_are_in_the_file_although_nobody_closed_it(path: Path) -> None:
    case = kept(path)

    case.confirm(["m1"], by="Ann")
    copy = path.with_name("copy.redactor")
    copy.write_bytes(path.read_bytes())

    assert verdicts(casefile.open_case(copy, PASSPHRASE))[0] == "redact"


def test_an_existing_case_is_never_overwritten(path: Path) -> None:
    path.write_bytes(b"precious")

    with pytest.raises(UnusableInput, match="there already"):
        casefile.keep_case(suggested(), path, PASSPHRASE)

    assert path.read_bytes() == b"precious"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be kept"):
        casefile.keep_case(suggested(), tmp_path / "missing" / "case.redactor", PASSPHRASE)


def test_a_case_needs_a_passphrase(path: Path) -> None:
    with pytest.raises(UnusableInput, match="needs a passphrase"):
        casefile.keep_case(suggested(), path, "")


def test_a_decision_that_cannot_be_written_is_not_made(path: Path) -> None:
    case = kept(path)
    altered(path, "UPDATE head SET digest = 'another'")

    with pytest.raises(UnusableInput, match="was not made"):
        case.confirm(["m1"], by="Ann")

    assert verdicts(case)[0] == "undecided"
    assert len(case.log) == 1


def test_the_page_last_worked_on_is_there_again(path: Path) -> None:
    case = kept(path)
    casefile.remember_page(case, 7)
    case.confirm(["m1"], by="Ann")
    killed = path.with_name("killed.redactor")
    killed.write_bytes(path.read_bytes())
    casefile.remember_page(case, 9)
    case.close()

    again, after_kill = (casefile.open_case(each, PASSPHRASE) for each in (path, killed))

    assert (casefile.last_page(again), casefile.last_page(after_kill)) == (9, 7)
    again.close()
    after_kill.close()


def test_a_case_in_memory_has_no_page_to_go_back_to() -> None:
    case = suggested()
    casefile.remember_page(case, 7)

    assert casefile.last_page(case) == 1


def test_pages_can_be_shown_before_the_case_is_read(path: Path) -> None:
    case = kept(path)
    casefile.remember_page(case, 7)
    case.close()

    opening = casefile.unlock(path, PASSPHRASE)
    peek = opening.peek()

    assert peek == case_tables.Peek("draft.pdf", "pdf", ((595, 842),), 7, (b"%PDF-x",))
    assert opening.load().log == case.log


def test_what_was_unlocked_can_be_let_go_of_unread(path: Path) -> None:
    kept(path).close()

    casefile.unlock(path, PASSPHRASE).close()

    assert [file.name for file in path.parent.iterdir()] == [path.name]


# What is no case, or not any more


def test_a_wrong_passphrase_is_one_clear_sentence(path: Path) -> None:
    kept(path).close()

    with pytest.raises(UnusableInput, match=r"The passphrase is wrong"):
        casefile.open_case(path, "wrong")


def test_a_missing_file_is_said(path: Path) -> None:
    with pytest.raises(UnusableInput, match="cannot be opened"):
        casefile.open_case(path, PASSPHRASE)


@pytest.mark.parametrize("content", [b"", b"hello", b"x" * 5000])
def test_what_is_no_case_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(UnusableInput):
        casefile.open_case(path, PASSPHRASE)


def test_a_plain_database_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as plain:
        plain.execute("CREATE TABLE t (x)")

    with pytest.raises(UnusableInput, match="not a case file"):
        casefile.open_case(path, PASSPHRASE)


def test_a_newer_version_is_said(path: Path) -> None:
    kept(path).close()
    altered(path, f"PRAGMA user_version = {case_tables.VERSION + 1}")

    with pytest.raises(UnusableInput, match="newer version"):
        casefile.open_case(path, PASSPHRASE)


@pytest.mark.parametrize("pages", [1, 2, 5])
@pytest.mark.parametrize("more", [0, 1000])
def test_a_file_that_was_cut_short_is_said(path: Path, pages: int, more: int) -> None:
    decided(path)
    os.truncate(path, 4096 * pages + more)

    with pytest.raises(UnusableInput, match="was cut short"):
        casefile.open_case(path, PASSPHRASE)


def test_a_damaged_file_is_said(path: Path) -> None:
    decided(path)
    content = bytearray(path.read_bytes())
    for at in range(4096, len(content), 512):
        content[at] ^= 0xFF
    path.write_bytes(content)

    with pytest.raises(UnusableInput, match="is damaged"):
        casefile.open_case(path, PASSPHRASE)


def test_any_flipped_byte_of_any_page_is_noticed_on_opening(path: Path) -> None:
    decided(path)
    whole = path.read_bytes()
    chance = random.Random(5)
    places = [
        page + offset for page in range(0, len(whole), 4096) for offset in (0, chance.randrange(4096), 4095)
    ]
    key = sealing.key_for(path, PASSPHRASE)

    for at in places:
        flipped = bytearray(whole)
        flipped[at] ^= 1 << chance.randrange(8)
        path.write_bytes(flipped)
        with pytest.raises(UnusableInput, match="damaged"):
            casefile.open_case(path, PASSPHRASE)

    path.write_bytes(whole)
    assert sealing.key_for(path, PASSPHRASE) == key
    casefile.open_case(path, PASSPHRASE).close()


# The history


@pytest.mark.parametrize("number", [1, 2, 5, 8])
@pytest.mark.parametrize(
    "change",
    [
        "DELETE FROM decision WHERE number = {}",
        'UPDATE decision SET line = replace(line, \'"who":"\', \'"who":"Not \') WHERE number = {}',
        "UPDATE decision SET line = '{{}}' WHERE number = {}",
        "UPDATE decision SET digest = 'x' WHERE number = {}",
        'UPDATE decision SET line = replace(line, \'"previous":"\', \'"previous":"0\') WHERE number = {}',
    ],
)
def test_an_altered_history_is_told_with_the_first_wrong_decision(
    path: Path, change: str, number: int
) -> None:
    decided(path)
    altered(path, change.format(number))

    with pytest.raises(UnusableInput, match=rf"altered or cut at decision {number}\."):
        casefile.open_case(path, PASSPHRASE)


@pytest.mark.parametrize("number", [1, 5, 8])
def test_a_decision_replaced_with_its_digest_is_told(path: Path, number: int) -> None:
    log = decided(path)
    forged = log[number - 1].to_json().replace('"who":"', '"who":"Not ')
    altered(
        path,
        f"UPDATE decision SET line = '{forged.replace(chr(39), chr(39) * 2)}', "
        f"digest = '{case_tables.digest_of(forged)}' WHERE number = {number}",
    )

    with pytest.raises(UnusableInput, match=rf"at decision {number}\."):
        casefile.open_case(path, PASSPHRASE)


def test_a_history_that_was_cut_at_its_end_is_told(path: Path) -> None:
    decided(path)
    altered(path, "DELETE FROM decision WHERE number > 6")

    with pytest.raises(UnusableInput, match=r"at decision 7\."):
        casefile.open_case(path, PASSPHRASE)


def test_a_decision_that_nobody_made_here_is_told(path: Path) -> None:
    log = decided(path)
    line = log[-1].to_json().replace('"number":8', '"number":9')
    forged = line.replace(log[-1].previous, log[-1].digest())
    altered(path, f"INSERT INTO decision VALUES (9, '{forged}', '')")

    with pytest.raises(UnusableInput, match=r"at decision 9\."):
        casefile.open_case(path, PASSPHRASE)


def test_a_history_without_its_head_is_told(path: Path) -> None:
    decided(path)
    altered(path, "DELETE FROM head")

    with pytest.raises(UnusableInput, match=r"at decision 1\."):
        casefile.open_case(path, PASSPHRASE)


# Older files


def as_version_1(path: Path) -> None:
    altered(
        path,
        "DROP TABLE head",
        "DROP TABLE holder",
        "DROP TABLE place",
        "DROP TABLE part",
        "ALTER TABLE decision DROP COLUMN digest",
        "PRAGMA user_version = 1",
    )


def test_a_file_of_version_1_opens_and_goes_on(path: Path) -> None:
    log = decided(path)
    as_version_1(path)

    case = casefile.open_case(path, PASSPHRASE)
    case.confirm(["m1"], by="Ann")
    case.close()
    again = casefile.open_case(path, PASSPHRASE)

    assert again.log[:-1] == log
    assert verdicts(again)[0] == "redact"
    with store_of(path) as store:
        assert sealing.version_of(store) == case_tables.VERSION


def test_an_altered_file_of_version_1_is_told_and_left_alone(path: Path) -> None:
    decided(path)
    as_version_1(path)
    altered(path, "UPDATE decision SET line = replace(line, 'Ann', 'Bob') WHERE number = 5")

    with pytest.raises(UnusableInput, match=r"at decision 5\."):
        casefile.open_case(path, PASSPHRASE)

    with store_of(path) as store:
        assert sealing.version_of(store) == 1


def test_a_file_of_version_2_opens_and_takes_another_document(path: Path) -> None:
    decided(path)
    altered(path, "DROP TABLE part", "PRAGMA user_version = 2")

    case = casefile.open_case(path, PASSPHRASE)
    case.add_document(SUMMARY, NOTHING, by="Ann")
    case.close()
    again = casefile.open_case(path, PASSPHRASE)

    assert [part.name for part in again.document.parts] == ["draft.pdf", "summary.pdf"]
    assert again.opened == joined(suggested().opened, SUMMARY)
    again.close()


# Several documents


def test_documents_that_are_added_are_kept_with_their_files(path: Path) -> None:
    case = kept(path)
    case.add_document(SUMMARY, NOTHING, by="Ann")
    case.add_document(draft("Keziah again.", name="review.pdf"), NOTHING, by="Ann")
    case.confirm(["m1"], by="Ann")
    case.close()

    again = casefile.open_case(path, PASSPHRASE)

    assert again.opened == case.opened
    assert again.log == case.log
    assert casefile.matches(again, PASSPHRASE)
    casefile.compact(again, PASSPHRASE)
    again.close()
    assert casefile.open_case(path, PASSPHRASE).opened == case.opened


def test_a_document_that_cannot_be_written_is_not_in_the_case(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = kept(path)

    def full(*_: object) -> None:
        raise sealing.StoreError("disk full")

    monkeypatch.setattr(case_tables, "_put_text", full)
    with pytest.raises(UnusableInput, match="could not be written"):
        case.add_document(SUMMARY, NOTHING, by="Ann")
    monkeypatch.undo()
    monkeypatch.setattr(sealing, "MEMORY", 64)
    case.confirm(["m1"], by="Ann")
    case.close()

    again = casefile.open_case(path, PASSPHRASE)
    assert len(case.document.parts) == len(again.document.parts) == 1
    assert verdicts(again)[0] == "redact"
    again.close()


# Secrecy


@given(passphrase=st.text(min_size=1, max_size=20))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_passphrase_opens_what_it_closed(passphrase: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.redactor"
        case = suggested()
        casefile.keep_case(case, path, passphrase)
        case.close()

        again = casefile.open_case(path, passphrase)

        assert again.log == case.log
        again.close()
