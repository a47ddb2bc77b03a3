"""The commands as they are called, from draft to verified report, and how they refuse."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from signing_kit import sign_commands

from redactor.cli import COMMANDS, main

NOTE = """SERIOUS CASE REVIEW

Keziah Thornbury-Okafor was born on 14 March 2012. Her mother, Ms Adaeze Okafor, lived at 27 Larkfield Close.
Keziah's NHS number is 999 012 3454. Mrs Okafor rang the health visitor, Anne Lacey, on 01632 960123.
The overview follows Working Together to Safeguard Children and the work of Brandon et al (2008).
"""


@pytest.fixture
def passphrase(tmp_path: Path) -> str:
    file = tmp_path / "passphrase.txt"
    file.write_text("correct horse\n", encoding="utf-8")
    return str(file)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.txt"
    file.write_text(NOTE, encoding="utf-8")
    return file


@pytest.fixture
def case(tmp_path: Path, draft: Path, passphrase: str) -> str:
    file = tmp_path / "child-k.redactor"
    assert main(["prepare", str(draft), "-o", str(file), "--passphrase-file", passphrase]) == 0
    return str(file)


def sign_both(case: str, passphrase: str) -> None:
    for command in sign_commands(case, "--passphrase-file", passphrase):
        assert main(command) == 0


def listed(case: str, passphrase: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    capsys.readouterr()
    assert main(["marks", case, "--json", "--passphrase-file", passphrase]) == 0
    marks: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return marks


def test_suggest_writes_offsets_into_its_own_text(tmp_path: Path, draft: Path) -> None:
    out = tmp_path / "out.json"

    status = main(["suggest", str(draft), "-o", str(out)])

    written = json.loads(out.read_text(encoding="utf-8"))
    assert status == 0
    assert written["text"] == NOTE
    assert written["document"]["pages"] == 1
    always = {"start", "end", "text", "type", "entity", "score", "why", "places"}
    assert set(written["suggestions"][0]) - {"role"} == always
    for suggestion in written["suggestions"]:
        assert NOTE[suggestion["start"] : suggestion["end"]] == suggestion["text"]
        assert suggestion["places"][0]["page"] == 1
        assert all(len(quad) == 8 for quad in suggestion["places"][0]["quads"])
    found = {suggestion["text"]: suggestion for suggestion in written["suggestions"]}
    assert found["Keziah Thornbury-Okafor"]["type"] == "PERSON"
    assert found["Keziah Thornbury-Okafor"]["entity"] == found["Keziah"]["entity"]
    assert found["999 012 3454"]["type"] == "ID"
    assert "Brandon" not in found


@pytest.mark.parametrize("style", ["blackout", "pseudonym"])
def test_a_draft_is_published_and_verified(tmp_path: Path, case: str, passphrase: str, style: str) -> None:
    out = tmp_path / "published.pdf"
    secret = ["--passphrase-file", passphrase]

    assert main(["decide", case, "--confirm", "--all", "--by", "Ann", *secret]) == 0
    sign_both(case, passphrase)
    assert main(["publish", case, "-o", str(out), "--style", style, *secret]) == 0
    assert main(["verify", str(out), "--case", case, *secret]) == 0

    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True).stdout
    for gone in ("Keziah", "Okafor", "Adaeze", "Larkfield", "999 012 3454", "Lacey", "960123"):
        assert gone not in text
    for stays in ("SERIOUS CASE REVIEW", "health visitor", "Brandon et al (2008)"):
        assert stays in text


def test_publishing_waits_for_every_decision(
    tmp_path: Path, case: str, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "published.pdf"
    count = len(listed(case, passphrase, capsys))

    status = main(["publish", case, "-o", str(out), "--passphrase-file", passphrase])

    assert status == 1
    assert f"{count} marks are still to decide" in capsys.readouterr().err
    assert not out.exists()


def test_dates_and_ages_are_published_as_asked_and_the_case_remembers(
    tmp_path: Path, case: str, passphrase: str
) -> None:
    out, again = tmp_path / "published.pdf", tmp_path / "again.pdf"
    secret = ["--passphrase-file", passphrase]
    assert main(["decide", case, "--confirm", "--all", "--by", "Ann", *secret]) == 0

    assert main(["publish", case, "-o", str(out), "--dates", "month", "--by", "Ann", *secret]) == 1
    sign_both(case, passphrase)
    assert main(["publish", case, "-o", str(out), *secret]) == 0
    assert main(["publish", case, "-o", str(again), "--dates", "month", *secret]) == 0

    text = subprocess.run(["pdftotext", str(out), "-"], capture_output=True, text=True, check=True).stdout
    assert "born on a day in March 2012" in text
    assert main(["verify", str(out), "--case", case, *secret]) == 0
    assert out.read_bytes() == again.read_bytes()


@pytest.mark.parametrize("asked", ["weekly", "interval", "interval:31/02/2012", "interval:1/2/2012:the 3rd"])
def test_dates_asked_for_in_an_unknown_way_are_refused(
    tmp_path: Path, case: str, passphrase: str, capsys: pytest.CaptureFixture[str], asked: str
) -> None:
    out = tmp_path / "published.pdf"

    status = main(["publish", case, "-o", str(out), "--dates", asked, "--passphrase-file", passphrase])

    assert status == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not out.exists()


def test_who_is_called_what_stands_in_the_case_alone(
    tmp_path: Path, case: str, passphrase: str, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    suggestions, out = tmp_path / "suggestions.json", tmp_path / "published.pdf"
    secret = ["--passphrase-file", passphrase]
    marks = listed(case, passphrase, capsys)
    assert main(["suggest", str(draft), "-o", str(suggestions)]) == 0
    assert main(["decide", case, "--confirm", "--all", "--by", "Ann", *secret]) == 0
    sign_both(case, passphrase)
    assert main(["publish", case, "-o", str(out), *secret]) == 0

    assert "Child" not in json.dumps(marks)
    assert "Child A" not in suggestions.read_text(encoding="utf-8")
    assert b"Keziah" not in Path(case).read_bytes()
    with pikepdf.open(out) as pdf:
        assert not [obj for obj in pdf.objects if b"Keziah" in bytes(str(obj), "utf-8")]


def test_decisions_are_by_type_by_person_by_wording_and_by_mark(
    case: str, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = listed(case, passphrase, capsys)
    keziah = next(mark for mark in marks if mark["text"] == "Keziah")
    secret = ["--by", "Ann", "--passphrase-file", passphrase]

    assert main(["decide", case, "--confirm", "--type", "DATE", *secret]) == 0
    assert (
        main(["decide", case, "--confirm", "--entity", str(keziah["entity"]), "--reason", "s40", *secret])
        == 0
    )
    assert main(["decide", case, "--reject", "--match", "anne lacey", *secret]) == 0
    assert main(["decide", case, "--reject", "--mark", str(keziah["id"]), *secret]) == 0

    states = {str(mark["text"]): mark for mark in listed(case, passphrase, capsys)}
    assert states["14 March 2012"]["state"] == "redact"
    assert states["Keziah Thornbury-Okafor"]["reason"] == "s40"
    assert states["Anne Lacey"]["state"] == "keep"
    assert states["Keziah"]["state"] == "keep"


def test_a_decision_on_nothing_says_so(
    case: str, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(
        ["decide", case, "--confirm", "--match", "Nobody", "--by", "Ann", "--passphrase-file", passphrase]
    )

    assert status == 1
    assert "no mark matches" in capsys.readouterr().err


def test_always_and_never_terms_are_obeyed(
    tmp_path: Path, draft: Path, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "always.txt").write_text("overview\n", encoding="utf-8")
    (tmp_path / "never.txt").write_text("Anne Lacey\n", encoding="utf-8")
    case = str(tmp_path / "lists.redactor")
    lists = ["--always", str(tmp_path / "always.txt"), "--never", str(tmp_path / "never.txt")]

    assert main(["prepare", str(draft), "-o", case, *lists, "--passphrase-file", passphrase]) == 0

    texts = {mark["text"] for mark in listed(case, passphrase, capsys)}
    assert "overview" in texts
    assert "Anne Lacey" not in texts


def test_verify_finds_what_a_bad_redaction_left(
    tmp_path: Path, case: str, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["decide", case, "--confirm", "--all", "--by", "Ann", "--passphrase-file", passphrase])
    made = pymupdf.open()
    page = made.new_page()
    page.insert_text((72, 100), "Keziah was seen.")
    page.draw_rect((70, 85, 120, 105), fill=(0, 0, 0))
    made.save(tmp_path / "bad.pdf")
    capsys.readouterr()

    status = main(["verify", str(tmp_path / "bad.pdf"), "--case", case, "--passphrase-file", passphrase])

    told = capsys.readouterr().out
    assert status == 1
    assert "page 1" in told
    assert "Keziah" in told


def make_locked(path: Path) -> None:
    made = pymupdf.open()
    made.new_page()
    made.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")


def make_without_pages(path: Path) -> None:
    made = pikepdf.new()
    made.save(path)


BAD_DRAFTS = {
    "pageless.pdf": make_without_pages,
    "empty.pdf": lambda path: path.write_bytes(b""),
    "damaged.pdf": lambda path: path.write_bytes(b"%PDF-1.7\nrubbish"),
    "note.pdf": lambda path: path.write_bytes(b"not a PDF at all"),
    "locked.pdf": make_locked,
    "empty.docx": lambda path: path.write_bytes(b""),
    "damaged.docx": lambda path: path.write_bytes(b"PK\x03\x04 rubbish"),
    "empty.txt": lambda path: path.write_bytes(b""),
    "latin.txt": lambda path: path.write_bytes("Zoé".encode("utf-16")),
    "picture.jpeg": lambda path: path.write_bytes(b"\xff\xd8\xff"),
    "missing.pdf": lambda path: None,
}


@pytest.mark.parametrize("name", BAD_DRAFTS)
@pytest.mark.parametrize("command", ["suggest", "prepare"])
def test_an_unusable_draft_ends_in_one_sentence_and_leaves_nothing(
    tmp_path: Path, passphrase: str, capsys: pytest.CaptureFixture[str], name: str, command: str
) -> None:
    draft = tmp_path / name
    BAD_DRAFTS[name](draft)
    before = sorted(tmp_path.iterdir())
    extra = ["--passphrase-file", passphrase] if command == "prepare" else []

    status = main([command, str(draft), "-o", str(tmp_path / "out"), *extra])

    told = capsys.readouterr().err
    assert status == 2
    assert told.count("\n") == 1
    assert "unexpected" not in told
    assert sorted(tmp_path.iterdir()) == before


def test_a_wrong_passphrase_ends_in_one_sentence(
    tmp_path: Path, case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("wrong", encoding="utf-8")
    capsys.readouterr()

    status = main(["marks", case, "--passphrase-file", str(wrong)])

    assert status == 2
    assert capsys.readouterr().err.startswith("redactor: The passphrase is wrong")


def test_a_destination_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, case: str, passphrase: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["decide", case, "--confirm", "--all", "--by", "Ann", "--passphrase-file", passphrase])
    sign_both(case, passphrase)
    capsys.readouterr()

    status = main(
        ["publish", case, "-o", str(tmp_path / "missing" / "out.pdf"), "--passphrase-file", passphrase]
    )

    told = capsys.readouterr().err
    assert status == 2
    assert told.count("\n") == 1
    assert not (tmp_path / "missing").exists()


def test_an_existing_case_is_not_overwritten(case: str, draft: Path, passphrase: str) -> None:
    before = Path(case).read_bytes()

    status = main(["prepare", str(draft), "-o", case, "--passphrase-file", passphrase])

    assert status == 2
    assert Path(case).read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [["suggest"], ["decide", "x", "--by", "A"], ["publish", "x", "-o", "y", "--style", "loud"], ["--loud"]],
)
def test_wrong_use_ends_in_one_sentence(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)

    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])

    assert ended.value.code == 0
    assert command in capsys.readouterr().out


def test_what_libraries_warn_of_is_not_shown_as_it_may_quote_the_draft() -> None:
    program = "import logging, redactor; logging.getLogger('pdfminer.pdffont').warning('Keziah Thornbury')"

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ran.stderr == ""
