from __future__ import annotations

from pathlib import Path

import pytest

from redactor.cli import main

NOTE = "Keziah Thornbury was seen at home on 14 March 2012. Her mother told the worker about it at once.\n"


def test_decisions_are_carried_over_to_a_new_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second, word = tmp_path / "first.txt", tmp_path / "second.txt", tmp_path / "word"
    case, new = str(tmp_path / "first.redactor"), str(tmp_path / "second.redactor")
    first.write_text(NOTE, encoding="utf-8")
    second.write_text(f"{NOTE}\nDean Carter was interviewed on 3 May 2013.\n", encoding="utf-8")
    word.write_text("a passphrase nobody guesses", encoding="utf-8")
    secret = ["--passphrase-file", str(word)]
    main(["prepare", str(first), "-o", case, *secret])
    main(["decide", case, "--confirm", "--all", "--by", "Ann", *secret])
    capsys.readouterr()

    assert main(["carry", case, str(second), "-o", new, "--by", "Ann", *secret]) == 0

    said = capsys.readouterr().out
    assert "2 decisions carried over; 2 new, 0 changed, 0 lost" in said
    assert main(["marks", new, *secret]) == 0
    assert "4 marks, 2 to decide" in capsys.readouterr().out
