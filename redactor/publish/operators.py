"""The wording put in place of a mark, through presidio-anonymizer and operators of our own.

Imported late: presidio-anonymizer is wanted only where a replacement is worded.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from redactor.publish.plan import Style

REDACTED = "[redacted]"
"""Stands in running words (a bookmark's title) where the page has a black box."""

_CLOUD_HELPER = "presidio_analyzer.llm_utils.azure_auth_helper"


def wording(text: str, label: str, style: Style) -> str:
    """What stands in place of `text`: its label in style "pseudonym", else `REDACTED`."""
    return reworded(text, [(0, len(text), label)], style) if text else _instead(label, style)


def reworded(text: str, spans: Sequence[tuple[int, int, str]], style: Style) -> str:
    """`text` with each span (start, end, label; sorted, not overlapping) replaced."""
    engine, entities = _engine()
    results, operators = [], {}
    for number, (start, end, label) in enumerate(spans):
        entity = f"MARK_{number}"  # one entity a span: presidio would merge neighbours of the same entity
        results.append(entities.RecognizerResult(entity, start, end, 1.0))
        name = "label" if _labelled(label, style) else "blackout"
        operators[entity] = entities.OperatorConfig(name, {"label": label})
    return str(engine.anonymize(text, results, operators).text)


def _labelled(label: str, style: Style) -> bool:
    return style == "pseudonym" and bool(label)


def _instead(label: str, style: Style) -> str:
    return label if _labelled(label, style) else REDACTED


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any]:
    """presidio-anonymizer's engine with our two operators, and the module of its types."""
    with _without_cloud_operator():
        from presidio_anonymizer import AnonymizerEngine, entities
    engine = AnonymizerEngine()
    for operator in _operators():
        engine.add_anonymizer(operator)
    return engine, entities


def _operators() -> tuple[type, type]:
    """Our two operators; made late, as their base class loads presidio-anonymizer."""
    from presidio_anonymizer.operators import Operator, OperatorType

    class Label(Operator):  # type: ignore[misc]  # presidio ships no types
        """Puts the pseudonym of the person or thing."""

        def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
            return str((params or {})["label"])

        def validate(self, params: dict[str, Any] | None = None) -> None:
            if not (params or {}).get("label"):
                raise ValueError("a label is needed")

        def operator_name(self) -> str:
            return "label"

        def operator_type(self) -> Any:
            return OperatorType.Anonymize

    class Blackout(Label):
        """Puts the same word for everything."""

        def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
            return REDACTED

        def validate(self, params: dict[str, Any] | None = None) -> None:
            """Nothing is needed."""

        def operator_name(self) -> str:
            return "blackout"

    return Label, Blackout


@contextmanager
def _without_cloud_operator() -> Iterator[None]:
    """Keep presidio-anonymizer from importing the analyzer, and with it spaCy, for a cloud service's sake."""
    if _CLOUD_HELPER in sys.modules:
        yield
        return
    sys.modules[_CLOUD_HELPER] = None  # type: ignore[assignment]  # None makes its import fail, as if not installed
    try:
        yield
    finally:
        del sys.modules[_CLOUD_HELPER]
