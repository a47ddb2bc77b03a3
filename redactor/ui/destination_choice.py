"""Which document of a case is published and where it goes: into a file, or all of them into a new folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from redactor.errors import UnusableInput
from redactor.ui import document_words, words
from redactor.ui.choosing import choose_destination, choose_folder
from redactor.ui.controls import Button, Choice, heading, plain

_ALL = "0"


class DestinationChoice(QWidget):
    """Where there are several documents, all is what is proposed: into a folder of their own, so that nothing is
    written over. The names of the files hold nothing of the names of the drafts."""

    def __init__(self, titles: Sequence[str], proposed: Path, parent: QWidget | None = None) -> None:
        """Offer documents by their titles; `proposed`: a file for the first, others are proposed beside it."""
        super().__init__(parent)
        self._proposed = self._file = proposed
        self._count = len(titles)
        self._folder = _free(proposed.parent)
        names = {str(number): title for number, title in enumerate(titles, 1)}
        self.which = Choice({_ALL: document_words.ALL_OF_THEM, **names} if self._count > 1 else names)
        self.which.setAccessibleName(document_words.WHICH)
        self.place = plain()
        self.change = Button(words.CHANGE)
        self.change.clicked.connect(lambda _checked=False: self._ask())
        self.which.chosen_by_user.connect(self._chosen)
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if self._count > 1:
            column.addWidget(heading(document_words.WHICH))
            column.addWidget(self.which)
        column.addWidget(heading(words.DESTINATION))
        column.addLayout(row)
        self._show()

    @property
    def folder(self) -> Path:
        """Where what is published lies."""
        return self._folder if self._all else self._file.parent

    def targets(self) -> tuple[tuple[int, Path], ...]:
        """The documents (1-based) to be published, and the file for each; a folder for all of them is made.

        Raises:
            UnusableInput: the folder cannot be made.
        """
        if not self._all:
            return ((int(self.which.chosen()), self._file),)
        self._folder = _free(self._folder.parent)
        self._show()
        try:
            self._folder.mkdir()
        except OSError as error:
            raise UnusableInput(
                document_words.NO_FOLDER, document_words.NO_FOLDER_ADVICE, type(error).__name__
            ) from error
        return tuple(
            (number, self._folder / document_words.file_name(number)) for number in range(1, self._count + 1)
        )

    def tidy(self) -> None:
        """Remove the folder for all of them if nothing lies in it."""
        if self._all:
            with suppress(OSError):
                self._folder.rmdir()

    @property
    def _all(self) -> bool:
        return self.which.chosen() == _ALL

    def _ask(self) -> None:
        if self._all:
            choose_folder(self, document_words.FOLDER, self._moved)
        else:
            choose_destination(self, self._file, self._moved)

    def _moved(self, path: Path) -> None:
        if self._all:
            self._folder = _free(path)
        else:
            self._file = path
        self._show()

    def _chosen(self, code: str) -> None:
        if code not in (_ALL, "1"):
            self._file = self._proposed.parent / document_words.file_name(int(code), published=True)
        elif code == "1":
            self._file = self._proposed
        self._show()

    def _show(self) -> None:
        self.place.setText(str(self._folder if self._all else self._file))


def _free(parent: Path) -> Path:
    """A folder in `parent` that is not there yet."""

    def names() -> Iterator[str]:
        yield document_words.FOLDER_NAME
        yield from (f"{document_words.FOLDER_NAME}-{number}" for number in count(2))

    return next(path for name in names() if not (path := parent / name).exists())
