"""People and things as rows: grouped, filtered, each opened into its mentions; ready to be drawn."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from redactor.ui import words

if TYPE_CHECKING:
    from redactor.marks.choose import Thing

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a person or thing that was opened.

    Args:
        id: of the mark.
        entity: whose mention it is.
        html: its sentence, the words of the mark in bold.
        spoken: its sentence and page, to be said.
        facts: its page, and what was decided.
        open: whether it is still to decide.
    """

    id: str
    entity: str
    html: str
    spoken: str
    facts: str
    open: bool


Row: TypeAlias = "str | Thing | Mention"
"""The name of a group, a person or thing in it, or a mention of an opened one."""
RowKind = Literal["group", "thing", "mention"]

SUBJECT, FAMILY, PROFESSIONALS, OTHERS, PLACES, THE_REST = words.GROUPS
_SUBJECT = re.compile(
    r"(child|baby|young person|subject|adult) [A-Z]\b|(the )?subject\b|child$", re.IGNORECASE
)
_FAMILY = re.compile(
    r"\b(mother|father|parent|step|sibling|brother|sister|half|partner|gran|m?gm|m?gf|pg[mf]|mg[mf]|aunt|uncle|"
    r"cousin|relative|family|carer|wife|husband|baby|foster|niece|nephew|son|daughter)",
    re.IGNORECASE,
)
_PROFESSIONAL = re.compile(
    r"\b(SW|HV|GP|PC|DC|DS|DI|DCI|IRO|doctor|dr|consultant|nurse|midwife|health visitor|social worker|teacher|head|"
    r"officer|manager|police|worker|professional|solicitor|judge|practitioner|psychiatrist|psychologist|paediatrician|"
    r"registrar|therapist|coordinator|lead|director|author|chair|clerk|guardian|DSL|coroner)",
    re.IGNORECASE,
)


def group_of(thing: Thing) -> str:
    """Which group a person or thing stands in, by its type and its role, or its label where that is not known."""
    return _group(thing.type, thing.label, thing.role)


@lru_cache(maxsize=16_384)
def _group(type: str, label: str, role: str) -> str:
    if type in ("PLACE", "ORG", "ADDRESS", "POSTCODE"):
        return PLACES
    if type != "PERSON":
        return THE_REST
    for said in filter(None, (role, label)):
        if _SUBJECT.match(said):
            return SUBJECT
        if _PROFESSIONAL.search(said) and "family" not in said.casefold()[:6]:
            return PROFESSIONALS
        if _FAMILY.search(said):
            return FAMILY
    return OTHERS


def rows_of(
    things: Sequence[Thing], wanted: str, mentions: Callable[[Thing], Sequence[Mention]] = lambda _thing: ()
) -> list[Row]:
    """Groups with the things in them whose label, role or names hold `wanted`; empty groups are left out.

    `mentions`: the rows below a thing; none where it is closed.
    """
    wanted = wanted.casefold().strip()
    groups: dict[str, list[Row]] = {name: [] for name in words.GROUPS}
    for thing in things:
        if not wanted or wanted in " ".join((thing.label, thing.role, *thing.names)).casefold():
            groups[group_of(thing)] += [thing, *mentions(thing)]
    rows: list[Row] = []
    for name, members in groups.items():
        rows += [name, *members] if members else []
    return rows


class ThingsModel(QAbstractListModel):
    """The rows of the list at the left.

    Args:
        mentions: the rows of a person or thing that is opened.
    """

    ROW = Qt.ItemDataRole.UserRole
    OPENED = Qt.ItemDataRole.UserRole + 1

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        mentions: Callable[[Thing], Sequence[Mention]] = lambda _thing: (),
    ) -> None:
        super().__init__(parent)
        self._mentions = mentions
        self._things: Sequence[Thing] = ()
        self._wanted = ""
        self._rows_of: dict[str, int] = {}
        self.opened = ""
        self.rows: list[Row] = []

    def set_things(self, things: Sequence[Thing]) -> None:
        """Show these people and things."""
        self._things = things
        self._show()

    def set_filter(self, wanted: str) -> None:
        """Show only what holds these letters."""
        self._wanted = wanted
        self._show()

    def open(self, entity: str) -> None:
        """Show the mentions of one person or thing; "" of none."""
        if entity != self.opened:
            self.opened = entity
            self._show()

    def thing(self, entity: str) -> Thing | None:
        """A person or thing that is shown."""
        return next((thing for thing in self._things if thing.entity == entity), None)

    @property
    def things(self) -> Sequence[Thing]:
        """All of them, whether the filter lets them through or not."""
        return self._things

    def row_of(self, entity: str) -> int:
        """The row of a person or thing, or of a mention by its mark's id; -1 where it is not shown."""
        return self._rows_of.get(entity, -1)

    def kind_of(self, at: int) -> RowKind:
        """What kind of row stands at a place."""
        row = self.rows[at]
        return "group" if isinstance(row, str) else "mention" if isinstance(row, Mention) else "thing"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return flags if isinstance(self.rows[index.row()], Mention) else flags | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == self.ROW:
            return row
        if role == self.OPENED:
            return not isinstance(row, str) and row.entity == self.opened
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else _shown(row)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row if isinstance(row, str) else row.spoken if isinstance(row, Mention) else spoken(row)
        return None

    def _show(self) -> None:
        """Change only the rows that differ, where the rest stays in place."""
        rows = rows_of(self._things, self._wanted, self._opened_mentions)
        if len(rows) == len(self.rows):
            changed = [
                i
                for i, (old, new) in enumerate(zip(self.rows, rows, strict=True))
                if old is not new and old != new
            ]
            if all(_key(rows[i]) == _key(self.rows[i]) for i in changed):
                self.rows = rows
                if changed:
                    self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
                return
        self.beginResetModel()
        self.rows = rows
        self._rows_of = {_key(row): at for at, row in enumerate(rows) if not isinstance(row, str)}
        self.endResetModel()

    def _opened_mentions(self, thing: Thing) -> Sequence[Mention]:
        return self._mentions(thing) if thing.entity == self.opened else ()


def _key(row: Row) -> str:
    return f"\n{row}" if isinstance(row, str) else row.id if isinstance(row, Mention) else row.entity


def _shown(row: Thing | Mention) -> str:
    return row.spoken if isinstance(row, Mention) else row.label or ", ".join(row.names)


def names_of(thing: Thing) -> str:
    """The real names, or what kind of thing it is."""
    return ", ".join(thing.names) or words.TYPES[thing.type]


def name_of(thing: Thing) -> str:
    """How to call it in a sentence: its label and its first name."""
    first = f"“{thing.names[0]}”" if thing.names else words.TYPES[thing.type]
    return f"{first} ({thing.label})" if thing.label else first


def counts_of(thing: Thing) -> str:
    """How often, what is left, and last, as it may be cut off, who it is where that says more than the label."""
    role = "" if thing.label.casefold().startswith(thing.role.casefold()) else thing.role
    told = role.lower() if role[1:].islower() else role
    count, left = len(thing.marks), thing.undecided
    often = (words.to_decide(count),) if left == count else (words.mentions(count), words.to_decide(left))
    return " · ".join(filter(None, (*often, told)))


def spoken(thing: Thing) -> str:
    """A row as a screen reader says it."""
    parts = (
        names_of(thing),
        thing.label,
        thing.role,
        words.mentions(len(thing.marks)),
        words.to_decide(thing.undecided),
    )
    return ", ".join(part for part in parts if part)
