"""A case file is encrypted anew, compacted and copied; whatever goes wrong leaves the file that was there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.errors import UnusableInput
from redactor.marks import case_tables, casefile, sealing
from redactor.marks.case import Case
from tests.marks.test_case import suggested, verdicts

OLD, NEW = "correct horse", "battery staple"


@pytest.fixture(autouse=True)
def _cheap_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "MEMORY", 64)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.redactor"


@pytest.fixture
def case(path: Path) -> Case:
    """An open one with a decision."""
    case = suggested()
    casefile.keep_case(case, path, OLD)
    case.confirm(["m1"], by="Ann")
    casefile.remember_page(case, 3)
    return case


def opens(path: Path, passphrase: str) -> Case:
    case = casefile.open_case(path, passphrase)
    case.close()
    return case


def test_an_open_case_goes_on_with_its_new_passphrase(case: Case, path: Path) -> None:
    casefile.change_passphrase(case, OLD, NEW)
    case.keep(["m2"], by="Ann")
    case.close()

    assert verdicts(opens(path, NEW)) == ["redact", "keep", "undecided"]
    with pytest.raises(UnusableInput, match="passphrase is wrong"):
        casefile.open_case(path, OLD)


def test_a_closed_case_gets_a_new_passphrase(case: Case, path: Path) -> None:
    case.close()

    casefile.change_passphrase(path, OLD, NEW)

    again = opens(path, NEW)
    assert again.log == case.log
    assert casefile.last_page(again) == 3
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(("old", "new"), [("wrong", NEW), (OLD, "")])
def test_a_wrong_or_empty_passphrase_changes_nothing(case: Case, path: Path, old: str, new: str) -> None:
    before = path.read_bytes()

    with pytest.raises(UnusableInput):
        casefile.change_passphrase(case, old, new)

    assert path.read_bytes() == before
    case.close()


def test_an_open_case_is_compacted_and_goes_on(case: Case, path: Path) -> None:
    casefile.compact(case)
    case.keep(["m2"], by="Ann")
    case.close()

    assert opens(path, OLD).log == case.log


def test_a_closed_case_is_compacted(case: Case, path: Path) -> None:
    case.close()

    casefile.compact(path, OLD)

    assert opens(path, OLD).log == case.log


def test_a_copy_has_its_own_passphrase_and_the_whole_history(case: Case, path: Path) -> None:
    copy = path.with_name("for the legal reviewer.redactor")

    casefile.copy_for(case, copy, NEW)
    case.keep(["m2"], by="Ann")
    case.close()

    assert opens(copy, NEW).log == case.log[:-1]
    assert opens(path, OLD).log == case.log


def test_who_only_reads_may_copy_but_rewrite_nothing(case: Case, path: Path) -> None:
    reader = casefile.open_case(path, OLD)
    copy = path.with_name("copy.redactor")

    casefile.copy_for(reader, copy, NEW)

    assert opens(copy, NEW).log == case.log
    for rewrite in (lambda: casefile.compact(reader), lambda: casefile.change_passphrase(path, OLD, NEW)):
        with pytest.raises(UnusableInput, match="only be looked at"):
            rewrite()
    case.close()


def test_a_case_in_memory_has_no_file_to_rewrite() -> None:
    with pytest.raises(UnusableInput, match="in memory alone"):
        casefile.compact(suggested())


def no_space(*_: object) -> None:
    raise OSError(28, "No space left on device")


def not_whole(*_: object) -> bool:
    return False


@pytest.mark.parametrize(
    ("place", "name", "failure"),
    [(case_tables, "write_all", no_space), (sealing, "settle", no_space), (sealing, "is_whole", not_whole)],
)
def test_a_rewrite_that_fails_leaves_the_file_and_the_case_at_work(
    case: Case,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: object,
    name: str,
    failure: Callable[..., object],
) -> None:
    before = path.read_bytes()
    monkeypatch.setattr(place, name, failure)

    with pytest.raises(UnusableInput, match="cannot be kept"):
        casefile.change_passphrase(case, OLD, NEW)

    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.part*")) + list(path.parent.glob(".*.part*"))
    case.keep(["m2"], by="Ann")
    case.close()
    assert opens(path, OLD).log == case.log


def test_a_rewrite_of_a_history_that_does_not_hold_is_refused(case: Case, path: Path) -> None:
    before = path.read_bytes()
    del case.log[0]

    with pytest.raises(UnusableInput, match="altered or cut at decision 1"):
        casefile.compact(case)

    assert path.read_bytes() == before
    case.close()


def test_what_a_killed_rewrite_left_is_removed_on_opening(case: Case, path: Path) -> None:
    case.close()
    left = [path.with_name(f".{path.name}.part"), path.with_name(f".{path.name}.part-journal")]
    for file in left:
        file.write_bytes(b"half")

    opens(path, OLD)

    assert [file.name for file in path.parent.iterdir()] == [path.name]
