"""Signing and the history by the commands: what stands in the way, what voids a signature, who did what."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from redactor.cli import main

NOTE = "Keziah Thornbury-Okafor was seen by the health visitor, Anne Lacey, at 27 Larkfield Close on 14 March 2012.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """A command on a case with undecided suggestions; its exit status, what it printed, and what it said of errors."""
    draft, case, secret = tmp_path / "draft.txt", tmp_path / "child-k.redactor", tmp_path / "passphrase.txt"
    draft.write_text(NOTE, encoding="utf-8")
    secret.write_text("correct horse", encoding="utf-8")
    assert main(["prepare", str(draft), "-o", str(case), "--passphrase-file", str(secret)]) == 0

    def run(command: str, *options: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([command, str(case), *options, "--passphrase-file", str(secret)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def decided(run: Run) -> Run:
    assert run("decide", "--confirm", "--all", "--by", "Ann")[0] == 0
    return run


def sign(run: Run, role: str, name: str) -> int:
    return run("sign", "--role", role, "--by", name, "--read-all")[0]


def test_signing_waits_for_every_decision_and_page_and_says_each_on_a_line(run: Run) -> None:
    status, out, err = run("sign", "--role", "preparer", "--by", "Ann")

    assert status == 1
    assert err.splitlines() == ["redactor: The preparer cannot sign yet."]
    decide, read = out.splitlines()
    assert decide.endswith("still to decide.")
    assert read == "Page 1 has not been read by the preparer."


def test_the_legal_reviewer_signs_after_the_preparer_and_is_somebody_else(decided: Run) -> None:
    first = decided("sign", "--role", "legal", "--by", "Ben", "--read-all")
    assert sign(decided, "preparer", "Ann") == 0
    same = decided("sign", "--role", "legal", "--by", " ann ", "--read-all")

    assert first[0] == same[0] == 1
    assert "The preparer has not signed" in first[1]
    assert "somebody else" in same[1]
    assert sign(decided, "legal", "Ben") == 0


def test_publishing_waits_for_both_signatures(decided: Run, tmp_path: Path) -> None:
    out = tmp_path / "published.pdf"
    unsigned = decided("publish", "-o", str(out))
    sign(decided, "preparer", "Ann")
    half = decided("publish", "-o", str(out))

    assert unsigned[0] == half[0] == 1
    assert unsigned[2].count("\n") == 1
    assert "not signed" in unsigned[2]
    assert len(unsigned[1].splitlines()) == 2
    assert half[1].splitlines() == ["The legal reviewer has not signed it as it is decided now."]
    assert not out.exists()
    sign(decided, "legal", "Ben")
    assert decided("publish", "-o", str(out))[0] == 0


@pytest.mark.parametrize(
    "change",
    [
        ("decide", "--reject", "--match", "Anne Lacey", "--by", "Ann"),
        ("publish", "-o", "published.pdf", "--dates", "month", "--by", "Ann"),
    ],
)
def test_what_is_changed_after_signing_is_signed_again(
    decided: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    sign(decided, "preparer", "Ann")
    sign(decided, "legal", "Ben")

    decided(*change)

    assert decided("publish", "-o", "published.pdf")[0] == 1
    assert not Path("published.pdf").exists()
    assert "this voids what the preparer and the legal reviewer signed" in decided("log")[1]


def test_the_history_says_who_did_what_and_that_its_chain_holds(decided: Run) -> None:
    sign(decided, "preparer", "Ann")

    status, out, _ = decided("log")

    *lines, end = out.splitlines()
    assert status == 0
    assert len(lines) == 3
    assert "Redactor suggested" in lines[0]
    assert "Ann confirmed" in lines[1]
    assert "Ann signed as preparer" in lines[2]
    assert "read elsewhere" in lines[2]
    assert "UTC" in lines[2]
    assert end == "The chain holds: 3 decisions, none altered, none missing."


def test_the_history_as_csv_is_a_table_alone(decided: Run) -> None:
    status, out, err = decided("log", "--csv")

    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert [row["number"] for row in rows] == ["1", "2"]
    assert rows[1]["previous hash"] == rows[0]["hash"]
    assert rows[1]["who"] == "Ann"
    assert "chain holds" in err
