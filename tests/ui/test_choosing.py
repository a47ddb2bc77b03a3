"""Where a new case is proposed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from redactor.ui.choosing import case_beside


def test_a_case_is_proposed_beside_its_draft_under_a_free_name(tmp_path: Path) -> None:
    (tmp_path / "report.redactor").touch()

    assert case_beside(tmp_path / "report.pdf") == tmp_path / "report 2.redactor"


def test_a_case_is_proposed_at_home_where_its_draft_lies_in_a_closed_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")

    assert case_beside(tmp_path / "report.v2.pdf") == tmp_path / "home" / "report.v2.redactor"
