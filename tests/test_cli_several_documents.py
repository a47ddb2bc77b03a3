"""Several documents in one case by the commands: one person has one pseudonym, and no name of one stands in another."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from signing_kit import sign_commands

from redactor.cli import main

REPORT = (
    "Overview report\n\n"
    "The child, Keziah Thornbury-Okafor, was seen by the health visitor, Anne Lacey, on 14 March 2012.\n"
    "The panel met at Larkfield.\n"
)
SUMMARY = (
    "Executive summary\n\n"
    "Marcus Pell, a social worker, saw the child, Keziah Thornbury-Okafor.\n"
    "Keziah was at home.\n"
)
PLAN = "Action plan\n\nAnne Lacey will train the team. Marcus Pell has left.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """A command beside the drafts; its exit status, what it printed, and what it said of errors."""
    monkeypatch.chdir(tmp_path)
    drafts = {"report": REPORT, "summary": SUMMARY, "plan": PLAN, "passphrase": "correct horse"}
    for name, text in drafts.items():
        Path(f"{name}.txt").write_text(text, encoding="utf-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main([*arguments, "--passphrase-file", "passphrase.txt"])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run


def done(run: Run, *arguments: str) -> str:
    status, out, err = run(*arguments)
    assert status == 0, err + out
    return out


def signed(run: Run) -> None:
    done(run, "decide", "case", "--confirm", "--all", "--by", "Ann")
    for command in sign_commands("case"):
        done(run, *command)


def marks(run: Run) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(done(run, "marks", "case", "--json"))
    return rows


def text_of(name: str) -> str:
    with pymupdf.open(name) as pdf:
        return " ".join(" ".join(page.get_text() for page in pdf).split())


def test_drafts_that_share_people_are_published_with_one_pseudonym_and_none_of_their_names(run: Run) -> None:
    done(run, "prepare", "report.txt", "summary.txt", "-o", "case")
    signed(run)

    first = done(run, "publish", "case", "-o", "one.pdf")
    done(run, "publish", "case", "-o", "two.pdf", "--document", "2")

    one, two = text_of("one.pdf"), text_of("two.pdf")
    child = re.search(r"The child, (\w+ \w+), was seen", one)
    assert child
    assert f"saw the child, {child[1]}." in two
    for name in ("Keziah", "Thornbury", "Lacey", "Pell"):
        assert name not in one + two
    assert "Overview report" in one
    assert "Executive summary" in two
    assert "Executive summary" not in one
    assert "Document 2: “summary.txt”, 1 page" in first
    done(run, "verify", "two.pdf", "--case", "case", "--document", "2")


def test_a_name_confirmed_in_one_may_not_stand_in_another(run: Run) -> None:
    Path("report.txt").write_text(REPORT + "Zebedee closed the meeting.\n", encoding="utf-8")
    Path("summary.txt").write_text(SUMMARY + "Zebedee closed the meeting.\n", encoding="utf-8")
    done(run, "prepare", "report.txt", "summary.txt", "-o", "case", "--never", str(never("Zebedee")))
    from redactor.marks.casefile import open_case

    case = open_case(Path("case"), "correct horse")
    start = case.document.text.rindex("Zebedee")
    case.add(start, start + 7, "PERSON", by="Ann")
    case.close()
    signed(run)

    for number in ("1", "2"):
        status, out, _ = run("publish", "case", "-o", "out.pdf", "--document", number)
        assert status == 1
        assert out.startswith("“report.txt”, page 1: “Zebedee”")
        assert not Path("out.pdf").exists()


def never(term: str) -> Path:
    path = Path("never.txt")
    path.write_text(f"{term}\n", encoding="utf-8")
    return path


def test_a_document_is_added_later_and_whoever_is_found_again_keeps_label_and_decisions(run: Run) -> None:
    done(run, "prepare", "report.txt", "summary.txt", "-o", "case")
    signed(run)
    before = marks(run)

    out = done(run, "add", "case", "plan.txt", "--by", "Ann")

    after = marks(run)
    entities = {str(mark["text"]): mark["entity"] for mark in before}
    new = after[len(before) :]
    assert after[: len(before)] == before
    assert {(str(mark["text"]), mark["entity"], mark["state"]) for mark in new} >= {
        ("Anne Lacey", entities["Anne Lacey"], "undecided"),
        ("Marcus Pell", entities["Marcus Pell"], "undecided"),
    }
    assert [place["document"] for mark in new for place in mark["places"]] == [3] * len(new)
    assert "Document 3: “plan.txt”, 1 page" in out
    assert run("publish", "case", "-o", "out.pdf")[0] == 1
    signed(run)
    done(run, "publish", "case", "-o", "out.pdf", "--document", "3")
    assert "Lacey" not in text_of("out.pdf")
    assert "Pell" not in text_of("out.pdf")
    assert "Ann put another document to the case: “plan.txt”, 1 page" in done(run, "log", "case")


def test_a_document_is_not_added_twice_and_one_that_is_not_there_is_said(run: Run) -> None:
    done(run, "prepare", "report.txt", "-o", "case")

    twice = run("add", "case", "report.txt")
    missing = run("publish", "case", "-o", "out.pdf", "--document", "2")

    assert twice[0] == missing[0] == 2
    assert "in this case already" in twice[2]
    assert "There is no document 2: the case has 1 document" in missing[2]
    assert len(done(run, "log", "case").splitlines()) == 2


def test_the_list_of_marks_says_which_document_each_is_in(run: Run) -> None:
    done(run, "prepare", "report.txt", "summary.txt", "-o", "case")

    lines = done(run, "marks", "case").splitlines()

    assert any("p.1:1" in line and "Anne Lacey" in line for line in lines)
    assert any("p.2:1" in line and "Marcus Pell" in line for line in lines)
    assert "Document 1: “report.txt”, 1 page" in lines


def test_a_new_draft_takes_the_place_of_one_document_and_the_others_stay(run: Run) -> None:
    done(run, "prepare", "report.txt", "summary.txt", "plan.txt", "-o", "old")
    done(run, "decide", "old", "--confirm", "--all", "--by", "Ann")
    again = SUMMARY.replace("at home.", "at home, and told Dr Priya Nand of it.")
    Path("summary-2.txt").write_text(again, encoding="utf-8")

    out = done(run, "carry", "old", "summary-2.txt", "--document", "2", "-o", "case", "--by", "Ann")

    assert " 0 lost" in out
    left = {str(mark["text"]) for mark in marks(run) if mark["state"] == "undecided"}
    assert any("Nand" in text for text in left)
    decided = [mark for mark in marks(run) if mark["state"] == "redact"]
    of_document = {
        number: [mark["text"] for mark in decided if mark["places"][0]["document"] == number]
        for number in (1, 2, 3)
    }
    assert "Anne Lacey" in of_document[1]
    assert of_document[2] == ["Marcus Pell", "Keziah Thornbury-Okafor"]
    assert of_document[3] == ["Anne Lacey", "Marcus Pell"]
    assert "from “summary.txt” to “summary-2.txt”" in done(run, "log", "case")
