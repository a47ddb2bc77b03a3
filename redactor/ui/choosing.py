"""Choosing files and folders: drafts and cases to open, places for what is written, a name model."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from redactor.marks import CASE_SUFFIX
from redactor.ui import check_words, words

Then = Callable[[Path], None]
"""What to do with the file chosen."""


def choose_draft(parent: QWidget, then: Then) -> None:
    """Let the user pick a draft."""
    from redactor.document.source import DRAFT_SUFFIXES

    patterns = " ".join(f"*{suffix}" for suffix in DRAFT_SUFFIXES)
    _ask(_dialog(parent, words.OPEN_DRAFT, f"{words.DRAFTS} ({patterns})"), then)


def choose_case(parent: QWidget, then: Then) -> None:
    """Let the user pick a case."""
    _ask(_dialog(parent, words.CARRY_ON, f"{words.CASES} (*{CASE_SUFFIX})"), then)


def choose_new_case(parent: QWidget, proposed: Path, then: Then) -> None:
    """Let the user say where a new case is kept. Whether a file is there already is told when it is made."""
    dialog = _to_save(parent, words.CASE_PLACE, f"{words.CASES} (*{CASE_SUFFIX})", proposed)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    _ask(dialog, then)


def choose_destination(parent: QWidget, proposed: Path, then: Then) -> None:
    """Let the user say where the published report goes."""
    _ask(_to_save(parent, words.DESTINATION, "PDF (*.pdf)", proposed), then)


def choose_history(parent: QWidget, proposed: Path, then: Then) -> None:
    """Let the user say where the history goes."""
    suffix = proposed.suffix
    _ask(_to_save(parent, check_words.HISTORY_PLACE, f"{suffix[1:].upper()} (*{suffix})", proposed), then)


def choose_folder(parent: QWidget, title: str, then: Then) -> None:
    """Let the user pick a folder."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _ask(dialog, then)


def case_beside(draft: Path) -> Path:
    """Where a new case is proposed: beside its draft, or at home where nothing can be written there, under a free name."""
    folder = draft.parent if os.access(draft.parent, os.W_OK) else Path.home()
    number, path = 1, folder / f"{draft.stem}{CASE_SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{draft.stem} {number}{CASE_SUFFIX}"
    return path


def _dialog(parent: QWidget, title: str, pattern: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, "", pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def _to_save(parent: QWidget, title: str, pattern: str, proposed: Path) -> QFileDialog:
    dialog = _dialog(parent, title, pattern)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix)
    dialog.setDirectory(str(proposed.parent))
    dialog.selectFile(proposed.name)
    return dialog


def _ask(dialog: QFileDialog, then: Then) -> None:
    # Only once the dialog is gone: what opens next would lose the keys to the window again.
    dialog.fileSelected.connect(lambda path: QTimer.singleShot(0, lambda: then(Path(path))))
    dialog.open()
