"""What a decision applies to, as buttons: three beside one another, and two below them."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy

from redactor.marks.mark import Mark
from redactor.ui import words
from redactor.ui.controls import Button
from redactor.ui.menus import key_of
from redactor.ui.scope import SCOPES
from redactor.ui.session import Session


class ScopeButtons(QGridLayout):
    """Chooses the scope of the session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._group = QButtonGroup(self)
        self._buttons = {name: Button(words.SCOPES[name], key_of(f"scope_{name}")) for name in SCOPES}
        self.setSpacing(4)
        for place, (name, button) in enumerate(self._buttons.items()):
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _checked=False, name=name: session.set_scope(name))
            self._group.addButton(button)
            row, at = divmod(place, 3)
            self.addWidget(button, row, at * 2 if row == 0 else at * 3, 1, 2 if row == 0 else 3)

    def show_scope(self, mark: Mark) -> None:
        """Name the scopes as they suit a mark, and show which is chosen."""
        texts = {
            **words.SCOPES,
            "thing": words.SCOPE_THING.get(mark.type, words.SCOPE_ANY_THING),
            "kind": words.all_of_kind(mark.type),
        }
        for name, button in self._buttons.items():
            button.say(texts[name])
            button.setChecked(name == self._session.scope)
