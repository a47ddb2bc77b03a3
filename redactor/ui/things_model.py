"""People and things as rows: grouped, filtered, ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.ui import words

if TYPE_CHECKING:
    from redactor.marks.choose import Thing

Index = QModelIndex | QPersistentModelIndex
Row: TypeAlias = "str | Thing"
"""The name of a group, or a person or thing in it."""

SUBJECT, FAMILY, PROFESSIONALS, OTHERS, PLACES, THE_REST = words.GROUPS
_FAMILY = re.compile(
    r"\b(mother|father|parent|step|sibling|brother|sister|half|partner|gran|m?gm|m?gf|pg[mf]|mg[mf]|aunt|uncle|"
    r"cousin|relative|family|carer|wife|husband|baby|foster)",
    re.IGNORECASE,
)
_PROFESSIONAL = re.compile(
    r"\b(SW|HV|GP|PC|DC|DS|DI|DCI|IRO|doctor|dr|consultant|nurse|midwife|health visitor|social worker|teacher|head|"
    r"officer|manager|police|worker|professional|solicitor|judge|practitioner|psychiatrist|psychologist|paediatrician|"
    r"registrar|therapist|coordinator|lead|director|author|chair|clerk|guardian|DSL|coroner)",
    re.IGNORECASE,
)


def group_of(thing: Thing) -> str:
    """Which group a person or thing stands in, by its type and its label."""
    if thing.type in ("PLACE", "ORG", "ADDRESS", "POSTCODE"):
        return PLACES
    if thing.type != "PERSON":
        return THE_REST
    if re.match(r"(Child|Baby|Young person|Subject|Adult) [A-Z]\b", thing.label):
        return SUBJECT
    if _FAMILY.search(thing.label):
        return FAMILY
    return PROFESSIONALS if _PROFESSIONAL.search(thing.label) else OTHERS


def rows_of(things: Sequence[Thing], wanted: str) -> list[Row]:
    """Groups with the things in them whose label or names hold `wanted`; empty groups are left out."""
    wanted = wanted.casefold().strip()
    groups: dict[str, list[Thing]] = {name: [] for name in words.GROUPS}
    for thing in things:
        if not wanted or wanted in " ".join((thing.label, *thing.names)).casefold():
            groups[group_of(thing)].append(thing)
    rows: list[Row] = []
    for name, members in groups.items():
        rows += [name, *members] if members else []
    return rows


class ThingsModel(QAbstractListModel):
    """The rows of the list at the left."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._things: Sequence[Thing] = ()
        self._wanted = ""
        self.rows: list[Row] = []

    def set_things(self, things: Sequence[Thing]) -> None:
        """Show these people and things."""
        self._things = things
        self._show(rows_of(things, self._wanted))

    def set_filter(self, wanted: str) -> None:
        """Show only what holds these letters."""
        self._wanted = wanted
        self._show(rows_of(self._things, wanted))

    def row_of(self, entity: str) -> int:
        """The row of a person or thing; -1 where it is not shown."""
        return next(
            (i for i, row in enumerate(self.rows) if not isinstance(row, str) and row.entity == entity), -1
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.label or ", ".join(row.names)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row if isinstance(row, str) else spoken(row)
        return None

    def _show(self, rows: list[Row]) -> None:
        """Change only the rows that differ, where the rest stays in place."""
        same = [_key(row) for row in rows] == [_key(row) for row in self.rows]
        if not same:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        changed = [i for i, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))


def _key(row: Row) -> str:
    return row if isinstance(row, str) else f"\n{row.entity}"


def names_of(thing: Thing) -> str:
    """The real names, or what kind of thing it is."""
    return ", ".join(thing.names) or words.TYPES[thing.type]


def spoken(thing: Thing) -> str:
    """A row as a screen reader says it."""
    parts = (names_of(thing), thing.label, words.mentions(len(thing.marks)), words.to_decide(thing.undecided))
    return ", ".join(part for part in parts if part)
