"""The colours of the window: Qt's Fusion style with palettes of our own, following the system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from redactor.shipped import RESOURCES

SYSTEM, LIGHT_NAME, DARK_NAME, CONTRAST_NAME = "system", "light", "dark", "contrast"


@dataclass(frozen=True)
class Colours:
    """One scheme. Every text colour has at least 4.5:1 contrast on `paper`, `ground` and its own ground."""

    ink: str
    muted: str
    line: str  # borders and rules, no text
    edge: str  # outlines of controls, 3:1 on paper
    paper: str
    ground: str
    accent: str
    accent_ground: str
    on_accent: str
    amber: str
    amber_ground: str
    violet: str
    violet_ground: str
    danger: str
    danger_ground: str
    done: str  # bars of the progress strip, no text
    waiting: str
    doubtful: str


LIGHT = Colours(
    ink="#1d2733", muted="#55616d", line="#d5dbe1", edge="#8a95a0", paper="#ffffff", ground="#f3f5f7",
    accent="#0b6e6e", accent_ground="#e2f1f0", on_accent="#ffffff", amber="#a85605", amber_ground="#fdf1e3",
    violet="#5b3fa0", violet_ground="#efeaf8", danger="#a61b1b", danger_ground="#fdecec",
    done="#7dbfbb", waiting="#f6cf9d", doubtful="#d9822b",
)  # fmt: skip
DARK = Colours(
    ink="#e6ebf0", muted="#a9b4bf", line="#3a444f", edge="#74808c", paper="#1b222a", ground="#12181e",
    accent="#4fc3bd", accent_ground="#16393a", on_accent="#06201f", amber="#f2b366", amber_ground="#3a2a14",
    violet="#c3b0f5", violet_ground="#2d2547", danger="#ff9c9c", danger_ground="#451d1d",
    done="#2f7f7b", waiting="#8a6230", doubtful="#e8a04c",
)  # fmt: skip
CONTRAST = Colours(
    ink="#ffffff", muted="#ffffff", line="#ffffff", edge="#ffffff", paper="#000000", ground="#000000",
    accent="#00e5e5", accent_ground="#003b3b", on_accent="#000000", amber="#ffd400", amber_ground="#332b00",
    violet="#d9c7ff", violet_ground="#24124d", danger="#ff9a9a", danger_ground="#4d0000",
    done="#00b3b3", waiting="#ffd400", doubtful="#ff8c00",
)  # fmt: skip
SCHEMES = {LIGHT_NAME: LIGHT, DARK_NAME: DARK, CONTRAST_NAME: CONTRAST}


def colours() -> Colours:
    """The scheme that the application wears now."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((scheme for scheme in SCHEMES.values() if scheme.ground == ground), LIGHT)


def follow_system(choice: Callable[[], str]) -> None:
    """Dress the application as `choice` says (a scheme's name or `SYSTEM`), and again when the system changes."""
    hints = QGuiApplication.styleHints()
    dress(choice())
    hints.colorSchemeChanged.connect(lambda _scheme: dress(choice()))
    hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: dress(choice()))


def dress(choice: str) -> None:
    """Give the application the palette and style sheet of one scheme."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the application must be running before it can be dressed")
    scheme = SCHEMES.get(choice) or _of_system()
    if app.palette().color(QPalette.ColorRole.Window).name() == scheme.ground and app.styleSheet():
        return
    app.setPalette(_palette(scheme))
    app.setStyleSheet(_sheet(scheme))


def _of_system() -> Colours:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _palette(scheme: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for colour, roles in (
        (scheme.ink, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText)),
        (scheme.paper, (role.Base, role.Button, role.ToolTipBase)),
        (scheme.ground, (role.Window, role.AlternateBase)),
        (scheme.accent, (role.Highlight, role.Link, role.LinkVisited, role.Accent)),
        (scheme.on_accent, (role.HighlightedText,)),
        (scheme.muted, (role.PlaceholderText,)),
        (scheme.line, (role.Mid, role.Midlight)),
        (scheme.edge, (role.Dark, role.Shadow)),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(scheme.muted))
    return palette


def _sheet(scheme: Colours) -> str:
    template = Template((RESOURCES / "style.qss").read_text(encoding="utf-8"))
    return template.substitute(asdict(scheme))
