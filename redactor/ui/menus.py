"""Every action of the window: its words, its key and its menu, in one table from which menus and key help are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget


@dataclass(frozen=True)
class Spec:
    """One action.

    Args:
        name: how the program calls it.
        text: how the user sees it.
        keys: its shortcuts, the first of them shown.
        needs: "" always, "case" with an open case, "mark" with a current mark; of one, "decide" for the preparer,
            "check" for the legal reviewer, "answer" where it is challenged.
        one_of: for a choice among several, the name of the choice.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    needs: str = ""
    one_of: str = ""


LINE = Spec("", "")  # a line between groups of a menu

MENUS: tuple[tuple[str, tuple[Spec, ...]], ...] = (
    ("&File", (
        Spec("open", "&Open a draft…", ("Ctrl+O",)),
        Spec("carry_on", "&Carry on with a case…", ("Ctrl+Shift+O",)),
        Spec("sample", "&Try the sample"),
        LINE,
        Spec("new_draft", "Open as new &draft of this case…", ("Ctrl+Shift+D",), needs="case"),
        Spec("keep_case", "&Keep this work…", ("Ctrl+S",), needs="case"),
        Spec("add_document", "&Add a document to this case…", ("Ctrl+D",), needs="case"),
        LINE,
        Spec("preview", "Pre&view", ("F5",), needs="case"),
        Spec("sign", "Si&gn…", ("Ctrl+G",), needs="case"),
        Spec("publish", "&Publish…", ("Ctrl+P",), needs="case"),
        Spec("history", "&History of decisions…", ("Ctrl+H",), needs="case"),
        Spec("passphrase", "Cha&nge the passphrase…", needs="case"),
        Spec("copy", "Cop&y for the legal reviewer…", needs="case"),
        Spec("compact", "&Make the case file smaller…", needs="case"),
        LINE,
        Spec("lock", "Lock this &window", ("Ctrl+Shift+L",)),
        Spec("forget", "&Forget recent cases"),
        Spec("close", "C&lose this case", ("Ctrl+W",), needs="case"),
        Spec("quit", "&Quit", ("Ctrl+Q",)),
    )),
    ("&Edit", (
        Spec("undo", "&Undo", ("Ctrl+Z",), needs="case"),
        Spec("redo", "&Redo", ("Ctrl+Y", "Ctrl+Shift+Z"), needs="case"),
        LINE,
        Spec("find", "&Find and mark all", ("F", "Ctrl+F"), needs="case"),
        Spec("add", "Mark the &selected words", ("A",), needs="case"),
        Spec("mark_offered", "Mark its ot&her places too", ("Ctrl+Return",), needs="case"),
        Spec("area", "&Draw an area to black out", ("D",), needs="case"),
        Spec("remove", "Re&move this mark", ("Del",), needs="decide"),
        LINE,
        Spec("lists", "&Lists: always and never mark…", ("Ctrl+Shift+M",)),
        Spec("who", "&Who works here…", ("Ctrl+J",), needs="case"),
        Spec("settings", "Se&ttings…", ("Ctrl+,",)),
    )),
    ("&Decide", (
        Spec("confirm", "&Confirm", ("Return", "Enter"), needs="decide"),
        Spec("keep", "&Keep this one as it is", ("K",), needs="decide"),
        Spec("keep_worded", "Keep a&ll so worded", ("Shift+K",), needs="decide"),
        Spec("keep_shown", "Keep all that are s&hown", ("Ctrl+K",), needs="decide"),
        Spec("reopen", "&Decide again later", ("U",), needs="decide"),
        LINE,
        Spec("scope_one", "Applies to &this one", ("1",), needs="case", one_of="scope"),
        Spec("scope_thing", "Applies to this &person or thing", ("2",), needs="case", one_of="scope"),
        Spec("scope_wording", "Applies to this &wording", ("3",), needs="case", one_of="scope"),
        Spec("scope_page", "Applies to this pa&ge", ("4",), needs="case", one_of="scope"),
        Spec("scope_kind", "Applies to all of this k&ind", ("5",), needs="case", one_of="scope"),
        LINE,
        Spec("always_mark", "&Always mark this wording", ("Ctrl+Shift+A",), needs="decide"),
        Spec("never_mark", "&Never mark this wording", ("Ctrl+Shift+N",), needs="decide"),
        LINE,
        Spec("reason", "&Reason", ("R",), needs="decide"),
        Spec("comment", "C&omment", ("C",), needs="decide"),
    )),
    ("&Check", (
        Spec("agree", "&Agree", ("Y",), needs="check"),
        Spec("challenge", "&Challenge…", ("X", "!"), needs="check"),
        Spec("stand_by", "&Stand by a challenged decision…", ("B",), needs="answer"),
    )),
    ("&People", (
        Spec("whos_who", "&Who’s who…", ("Ctrl+Shift+W",), needs="case"),
        Spec("family", "&Family chart", ("Ctrl+Shift+F",), needs="case"),
        LINE,
        Spec("merge", "&Merge with…", ("M", "Ctrl+M"), needs="decide"),
        Spec("split", "&Split off as somebody new", ("S", "Ctrl+Shift+S"), needs="decide"),
        LINE,
        Spec("label", "&Label", ("L", "Ctrl+L"), needs="decide"),
        Spec("role", "Who t&his is", ("O", "Ctrl+R"), needs="decide"),
        Spec("retype", "&Kind", ("T", "Ctrl+T"), needs="decide"),
    )),
    ("&Go", (
        Spec("next", "&Next undecided", ("N",), needs="case"),
        Spec("previous", "&Previous undecided", ("Shift+N",), needs="case"),
        Spec("read", "Read e&very page", ("P",), needs="case"),
        LINE,
        Spec("next_shown", "Next of those &shown", ("J",), needs="decide"),
        Spec("previous_shown", "Previous of &those shown", ("Shift+J",), needs="decide"),
        LINE,
        Spec("next_place", "N&ext part of the window", ("F6",)),
        Spec("previous_place", "P&revious part of the window", ("Shift+F6",)),
    )),
    ("&View", (
        Spec("zoom_in", "Zoom &in", ("Ctrl++", "Ctrl+="), needs="case"),
        Spec("zoom_out", "Zoom &out", ("Ctrl+-",), needs="case"),
        Spec("fit_width", "&Fit the width", ("Ctrl+0",), needs="case"),
        LINE,
        Spec("as_labels", "Show confirmed words as &labels", one_of="style"),
        Spec("as_boxes", "Show confirmed words as &black boxes", one_of="style"),
        LINE,
        Spec("theme_system", "Colours of the &system", one_of="theme"),
        Spec("theme_light", "Li&ght colours", one_of="theme"),
        Spec("theme_dark", "&Dark colours", one_of="theme"),
        Spec("theme_contrast", "High &contrast", one_of="theme"),
    )),
    ("&Help", (
        Spec("keys", "&Keys", ("F1", "?")),
        Spec("back", "&Back", ("Esc",)),
    )),
)  # fmt: skip

OWN_PLACE = frozenset({"confirm"})
"""Actions whose key works only where the report is: Enter presses buttons and opens rows everywhere else."""


CHANGES = frozenset({
    "undo", "redo", "add", "area", "remove", "confirm", "keep", "keep_worded", "keep_shown", "reopen", "reason",
    "comment", "merge", "split", "label", "role", "retype", "always_mark", "never_mark", "whos_who",
    "add_document", "mark_offered", "agree", "challenge", "stand_by", "read", "sign",
    "passphrase", "compact", "new_draft",
})  # fmt: skip
"""Actions that change a case."""


class Menus(QObject):
    """The actions of one window, in its menu bar."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._locked = False
        self.held = False  # the case is only shown: whatever would change it is disabled
        self._specs = {spec.name: spec for _, specs in MENUS for spec in specs if spec.name}
        choices: dict[str, QActionGroup] = {}
        for title, specs in MENUS:
            menu = window.menuBar().addMenu(title)
            for spec in specs:
                if spec is LINE:
                    menu.addSeparator()
                    continue
                action = self._actions[spec.name] = self._made(spec)
                menu.addAction(action)
                if spec.one_of:
                    choices.setdefault(spec.one_of, QActionGroup(window)).addAction(action)

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, **calls: Callable[[], object]) -> None:
        """Have each named action call what is given for it."""
        for name, call in calls.items():
            self._actions[name].triggered.connect(lambda _checked=False, call=call: call())

    def set_locked(self, *, locked: bool) -> None:
        """Disable everything while the window is locked; what can be done afterwards is enabled by `enable`."""
        self._locked = locked
        for action in self._actions.values():
            action.setEnabled(not locked)

    def place(self, name: str, widget: QWidget) -> None:
        """Let the key of an action in `OWN_PLACE` work while `widget` has the focus."""
        self._actions[name].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        widget.addAction(self._actions[name])

    def enable(self, **met: bool) -> None:
        """Enable what can be done now; `met`: whether each of the needs is."""
        if self._locked:
            return
        for name, action in self._actions.items():
            needs = self._specs[name].needs
            action.setEnabled(not needs or met[needs])

        for name in CHANGES if self.held else ():
            self._actions[name].setEnabled(False)

    def _made(self, spec: Spec) -> QAction:
        action = QAction(spec.text, self)
        action.setShortcuts([QKeySequence(key) for key in spec.keys])
        action.setCheckable(bool(spec.one_of))
        if spec.name in OWN_PLACE:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        return action


def key_of(name: str) -> str:
    """The first key of an action as it is shown."""
    for _, specs in MENUS:
        for spec in specs:
            if spec.name == name and spec.keys:
                return shown_key(spec.keys[0])
    return ""


def shown_key(key: str) -> str:
    """A key as people say it."""
    return {"Return": "Enter", "Ctrl+Return": "Ctrl+Enter", "Del": "Delete"}.get(key, key)
