"""How dates, ages and black boxes of the open case are published: chosen in the settings, or when publishing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from redactor.errors import UnusableInput
from redactor.marks.settings import Settings
from redactor.ui import settings_words as words
from redactor.ui.controls import Choice, plain
from redactor.ui.session import Session


class WordingChoice(QWidget):
    """What is chosen counts at once, and is a decision of the case; for intervals, as soon as their day is given."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.dates, self.ages = Choice(words.DATES), Choice(words.AGES)
        self.dates.setAccessibleName(words.DATES_BECOME)
        self.ages.setAccessibleName(words.AGES_BECOME)
        self.anchor, self.event_name = QLineEdit(), QLineEdit()
        self.anchor.setAccessibleName(words.ANCHOR)
        self.anchor.setPlaceholderText(words.ANCHOR_FORM)
        self.event_name.setAccessibleName(words.EVENT)
        self.codes = QCheckBox(words.CODES)
        self.codes.setAccessibleName(words.CODES)
        self.outcome = plain()
        self.outcome.setProperty("danger", True)
        self._lay_out()
        self._show(session.case.settings if session.case else Settings())
        for choice in (self.dates, self.ages):
            choice.chosen_by_user.connect(lambda _code: self._chosen())
        for line in (self.anchor, self.event_name):
            line.editingFinished.connect(self.take)
        self.codes.clicked.connect(lambda _checked: self.take())

    def take(self) -> bool:
        """Let the case have what is chosen; False, said in words, where something is missing."""
        try:
            settings = self._settings()
        except UnusableInput as error:
            self._say(f"{error.sentence} {error.advice}")
            return False
        self._say("")
        self._session.choose_settings(settings)
        return True

    def ask(self) -> None:
        """Lead to what is missing."""
        (self.event_name if _day(self.anchor.text()) else self.anchor).setFocus()

    def _chosen(self) -> None:
        self._show_interval()
        if self.dates.chosen() == "interval" and not self.anchor.text():
            self.anchor.setFocus()
        else:
            self.take()

    def _settings(self) -> Settings:
        before = self._session.case.settings if self._session.case else Settings()
        chosen = replace(before, ages=self.ages.chosen(), codes=self.codes.isChecked())
        if self.dates.chosen() != "interval":
            return replace(chosen, dates=self.dates.chosen())
        event = " ".join(self.event_name.text().split())
        return replace(chosen, dates="interval", anchor=_day(self.anchor.text()), event=event)

    def _show(self, settings: Settings) -> None:
        self.dates.choose(settings.dates)
        self.ages.choose(settings.ages)
        self.codes.setChecked(settings.codes)
        self.event_name.setText(settings.event)
        if settings.anchor:
            self.anchor.setText(date.fromisoformat(settings.anchor).strftime("%d/%m/%Y"))
        self._show_interval()

    def _show_interval(self) -> None:
        for line in (self.anchor, self.event_name):
            self._form.setRowVisible(line, self.dates.chosen() == "interval")

    def _say(self, sentence: str) -> None:
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))
        self.anchor.setAccessibleDescription(sentence)
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _lay_out(self) -> None:
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.addRow(words.DATES_BECOME, self.dates)
        self._form.addRow(words.ANCHOR, self.anchor)
        self._form.addRow(words.EVENT, self.event_name)
        self._form.addRow(words.AGES_BECOME, self.ages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._form)
        column.addWidget(self.codes)
        column.addWidget(self.outcome)
        self.outcome.hide()


def _day(written: str) -> str:
    """A day that is written day/month/year, as ISO 8601; "" for none."""
    parts = written.replace(".", "/").replace("-", "/").split("/")
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day).isoformat() if year >= 1900 else ""
    except ValueError:
        return ""
