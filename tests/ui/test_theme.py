"""The colours can be read."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from redactor.ui import theme
from redactor.ui.theme import SCHEMES, Colours

PAIRS = [
    *((text, ground) for text in ("ink", "muted", "accent", "amber", "violet", "danger") for ground in ("paper", "ground")),
    ("ink", "accent_ground"), ("accent", "accent_ground"), ("on_accent", "accent"), ("amber", "amber_ground"),
    ("ink", "amber_ground"), ("violet", "violet_ground"), ("ink", "danger_ground"), ("muted", "accent_ground"),
    ("amber", "accent_ground"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_has_enough_contrast(scheme: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
def test_edges_of_controls_can_be_seen(scheme: Colours) -> None:
    assert contrast(scheme.edge, scheme.paper) >= 3


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", SCHEMES)
def test_a_scheme_dresses_text_and_ground(name: str) -> None:
    theme.dress(name)

    palette = QApplication.palette()
    assert theme.colours() is SCHEMES[name]
    assert palette.color(QPalette.ColorRole.WindowText).name() == SCHEMES[name].ink
    assert palette.color(QPalette.ColorRole.Base).name() == SCHEMES[name].paper
    theme.dress(theme.LIGHT_NAME)


def contrast(one: str, other: str) -> float:
    """WCAG 2.1 contrast ratio."""
    lighter, darker = sorted((luminance(QColor(one)), luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
