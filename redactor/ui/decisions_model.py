"""The decisions of a case as rows: those of each section of the legal check under its name; only some where wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.marks.mark import Mark
from redactor.ui import check_words, words
from redactor.ui.about_mark import sentence, sentence_html
from redactor.ui.scope import page_of

if TYPE_CHECKING:
    from redactor.marks.case import Case

Index = QModelIndex | QPersistentModelIndex
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A decision as it is drawn and said.

    Args:
        html: its sentence, the words of the mark in bold.
        facts: page, what was decided, by whom.
        why: why it was suggested or decided so, and what was said of it.
        check: one of `marks.mark.CHECKS`.
        spoken: all of it, for a screen reader.
    """

    html: str
    facts: str
    why: str
    check: str
    spoken: str


class DecisionsModel(QAbstractListModel):
    """Rows are names of sections and ids of marks; what a row shows is worked out when it comes into view.

    Args:
        only: the sections that are shown; all where none is given.
    """

    ID = Qt.ItemDataRole.UserRole
    SHOWN = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None, *, only: tuple[str, ...] = ()) -> None:
        super().__init__(parent)
        self._only = only
        self._case: Case | None = None
        self._titles: dict[int, str] = {}
        self._row_of: dict[str, int] = {}
        self.rows: list[str] = []

    def show_case(self, case: Case | None) -> None:
        """Show the decisions of a case as they are now; rows stay in place where none comes or goes."""
        from redactor.marks.check_list import sections

        rows: list[str] = []
        titles: dict[int, str] = {}
        for name, marks in (sections(case) if case else {}).items():
            if not self._only or name in self._only:
                titles[len(rows)] = f"{check_words.SECTIONS[name]} ({len(marks):,})"
                rows += [name, *(mark.id for mark in marks)]
        if rows == self.rows and case is self._case:
            self._titles = titles
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._case, self.rows, self._titles = case, rows, titles
        self._row_of = {id: at for at, id in enumerate(rows) if at not in titles}
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """The row of a mark; -1 where it is not shown."""
        return self._row_of.get(id, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() in self._titles:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        title = self._titles.get(index.row())
        if role == self.ID:
            return "" if title else self.rows[index.row()]
        if role == self.SHOWN:
            return title or self._shown(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if title:
                return title
            shown = self._shown(index.row())
            return shown.spoken if shown else ""
        return None

    def _shown(self, row: int) -> Shown | None:
        mark = self._case.marks.get(self.rows[row]) if self._case else None
        return shown_decision(self._case, mark) if self._case and mark else None


def shown_decision(case: Case, mark: Mark) -> Shown:
    """What is told of a decision in a list."""
    from redactor.marks.check_list import decided_by

    decision, text = decided_by(case, mark), case.document.text
    label = case.labels.get(mark.entity, "") or words.TYPES[mark.type]
    told = check_words.decided(
        str(mark.verdict), label, decision.who if decision else "", decision.when if decision else ""
    )
    facts = f"p. {page_of(case, mark)} · {told}"
    why = why_of(mark)
    check = check_words.CHECKS[mark.check]
    spoken = f"{mark.text or words.DRAWN_AREA}, {check}; {facts}; {why}; in: {sentence(text, mark)}"
    return Shown(sentence_html(text, mark, _AROUND), facts, why, mark.check, spoken)


def why_of(mark: Mark) -> str:
    """Why it is marked, and what was said of it last."""
    said = f"“{mark.comment}”" if mark.comment else ""
    return " · ".join(filter(None, (said, words.why(mark.because, mark.score, by_hand=mark.by_hand))))
