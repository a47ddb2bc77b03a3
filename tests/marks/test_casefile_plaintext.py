"""No word of a draft lies in plain on the disk, while a case is used and afterwards."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from redactor.marks import casefile, sealing
from tests.marks.test_case import TEXT, suggested

PASSPHRASE = "correct horse"
REASON = "Grandmother Zipporah asked for it"
WORDS = sorted(
    {word.encode() for word in re.findall(r"\w{5,}", f"{TEXT} {REASON} {PASSPHRASE}")} | {b"%PDF-x"}
)


@pytest.fixture(autouse=True)
def _temporary_files_lie_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite takes SQLITE_TMPDIR before TMPDIR."""
    monkeypatch.setattr(sealing, "MEMORY", 64)
    (tmp_path / "tmp").mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))


def plain(folder: Path, seen: set[str]) -> list[tuple[str, bytes]]:
    """Each word of the draft that lies in a file of the folder; `seen` gains the files' names."""
    found = []
    for file in folder.rglob("*"):
        try:
            content = file.read_bytes() if file.is_file() else b""
        except FileNotFoundError:
            continue  # a journal that is gone
        seen.add(file.name)
        found += [(file.name, word) for word in WORDS if word.lower() in content.lower()]
    return found


@contextmanager
def watched(folder: Path, found: list[tuple[str, bytes]], seen: set[str]) -> Iterator[None]:
    """Look into all files again and again meanwhile."""
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            found.extend(plain(folder, seen))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
        found.extend(plain(folder, seen))


def test_no_word_of_the_draft_lies_in_any_file_during_and_after_use(tmp_path: Path) -> None:
    path = tmp_path / "case.redactor"
    found: list[tuple[str, bytes]] = []
    seen: set[str] = set()

    with watched(tmp_path, found, seen):
        case = suggested()
        casefile.keep_case(case, path, PASSPHRASE)
        for number in range(30):
            case.set_reason(["m1"], f"{REASON} {number}", by="Keziah")
        casefile.copy_for(casefile.open_case(path, PASSPHRASE), tmp_path / "copy.redactor", "another one")
        casefile.change_passphrase(case, PASSPHRASE, "battery staple")
        found.extend(plain(tmp_path, seen))
        case.close()

    assert found == []
    assert {"case.redactor", ".case.redactor.lock"} <= seen
    assert not list((tmp_path / "tmp").iterdir())


def test_the_search_would_find_a_word(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("about KEZIAH", encoding="utf-8")

    assert plain(tmp_path, set()) == [("notes.txt", b"Keziah")]


def test_the_journal_of_a_decision_holds_no_word_of_the_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case.redactor"
    case = suggested()
    casefile.keep_case(case, path, PASSPHRASE)
    with casefile._KEPT[case].store as store:  # stays within the transaction
        store.execute("UPDATE decision SET line = line || ' '")
        seen: set[str] = set()
        found = plain(tmp_path, seen)
        store.rollback()

    assert found == []
    assert "case.redactor-journal" in seen
    case.close()
