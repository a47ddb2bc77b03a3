"""One window holds a case; any other shows it read-only and says who holds it, until that window ends however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from redactor.errors import UnusableInput
from redactor.marks import casefile, holding, kept, sealing
from redactor.marks.holding import Holder
from tests.marks.test_case import suggested, verdicts

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "correct horse"

WINDOW = """
import sys
from pathlib import Path
from redactor.marks import casefile, sealing
sealing.MEMORY = 64
case = casefile.open_case(Path(sys.argv[1]), sys.argv[2], by="ANN LEE")
print(case.held_by or "held", flush=True)
for line in sys.stdin:
    case.confirm([line.strip()], by="ANN LEE")
    print("done", flush=True)
case.close()
"""


@pytest.fixture(autouse=True)
def _cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MEMORY", 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.redactor"
    case = suggested()
    casefile.keep_case(case, path, PASSPHRASE)
    case.close()
    return path


@pytest.fixture
def other(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another window that holds the case."""
    with window(path) as process:
        assert said(process) == "held"
        yield process
        process.kill()


def window(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(path), PASSPHRASE],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


def ask(process: subprocess.Popen[str], id: str) -> None:
    """Have the other window confirm a mark."""
    assert process.stdin
    process.stdin.write(f"{id}\n")
    process.stdin.flush()
    assert said(process) == "done"


@pytest.mark.usefixtures("other")
def test_a_second_window_is_told_who_holds_the_case_and_changes_nothing(path: Path) -> None:
    case = casefile.open_case(path, PASSPHRASE)

    assert case.held_by.startswith("Open in another window by ANN LEE on ")
    assert case.held_by.endswith("; shown read-only.")
    with pytest.raises(UnusableInput) as refused:
        case.confirm(["m1"], by="Bob")
    assert case.held_by in (refused.value.sentence, refused.value.advice)
    assert verdicts(case)[0] == "undecided"


def test_who_only_reads_neither_waits_nor_keeps_the_holder_waiting(
    path: Path, other: subprocess.Popen[str]
) -> None:
    before = casefile.open_case(path, PASSPHRASE)
    ask(other, "m1")
    between = casefile.open_case(path, PASSPHRASE)
    ask(other, "m2")
    before.close()

    assert verdicts(before) == ["undecided"] * 3
    assert verdicts(between) == ["redact", "undecided", "undecided"]


def test_a_reader_that_leaves_does_not_end_the_hold(path: Path, other: subprocess.Popen[str]) -> None:
    casefile.open_case(path, PASSPHRASE).close()

    again = casefile.open_case(path, PASSPHRASE)
    ask(other, "m1")

    assert again.held_by


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="processes are killed otherwise here")
def test_a_window_that_was_killed_holds_nothing(path: Path, other: subprocess.Popen[str]) -> None:
    ask(other, "m1")
    other.kill()
    other.wait()

    case = casefile.open_case(path, PASSPHRASE)
    case.confirm(["m2"], by="Bob")

    assert case.held_by == ""
    assert verdicts(case) == ["redact", "redact", "undecided"]
    case.close()


def test_whoever_opens_a_case_that_was_let_go_of_holds_it(path: Path) -> None:
    first = casefile.open_case(path, PASSPHRASE)
    second = casefile.open_case(path, PASSPHRASE)
    first.close()

    third = casefile.open_case(path, PASSPHRASE)

    assert (bool(second.held_by), third.held_by) == (True, "")
    third.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_holder_whose_name_is_not_written_yet_is_somebody(path: Path) -> None:
    release = holding.take(path)
    assert release

    case = casefile.open_case(path, PASSPHRASE)

    assert case.held_by == holding.SOMEBODY
    release()


def test_a_case_where_nothing_can_be_written_is_read_only(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(holding, "take", refuse)

    case = casefile.open_case(path, PASSPHRASE)

    assert case.held_by == holding.NOT_WRITABLE
    assert len(case.marks) == 3


def test_a_file_that_cannot_be_written_is_read_only_and_not_held(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: object) -> None:
        raise sealing.StoreError("attempt to write a readonly database")

    monkeypatch.setattr(kept.case_tables, "set_holder", read_only)

    case = casefile.open_case(path, PASSPHRASE)

    assert case.held_by == holding.NOT_WRITABLE
    assert not holding.lock_beside(path).exists()


def test_a_case_that_is_written_to_while_it_is_read_is_read_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = holding.take(path)
    stamps = iter([None, b"1", b"2", b"3", b"3"])
    monkeypatch.setattr(sealing, "stamp", lambda _: next(stamps, b"3"))

    case = casefile.open_case(path, PASSPHRASE)

    assert len(case.marks) == 3
    assert release
    release()


def test_a_case_that_is_written_to_without_pause_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = holding.take(path)
    monkeypatch.setattr(sealing, "stamp", lambda _: None)
    monkeypatch.setattr(kept, "PAUSE", 0)

    with pytest.raises(UnusableInput, match="being written to just now"):
        casefile.open_case(path, PASSPHRASE)

    assert release
    release()


@pytest.mark.parametrize(("ago", "shown"), [(timedelta(0), "%H:%M;"), (timedelta(days=3), "%B %Y, %H:%M;")])
def test_times_are_those_of_the_reader_with_the_day_where_it_is_another(ago: timedelta, shown: str) -> None:
    since = datetime.now(UTC) - ago

    sentence = Holder("ANN LEE", "PC12", since.isoformat(timespec="seconds")).sentence()

    assert sentence.startswith("Open in another window by ANN LEE on PC12 since ")
    assert since.astimezone().strftime(shown) in sentence


def test_a_lock_whose_file_was_removed_meanwhile_is_taken_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samestat = os.path.samestat
    answers = iter([False])
    monkeypatch.setattr(
        holding.os.path, "samestat", lambda *stats: next(answers, None) is not False and samestat(*stats)
    )

    release = holding.take(path)

    assert release
    assert holding.take(path) is None
    release()
    assert not holding.lock_beside(path).exists()
