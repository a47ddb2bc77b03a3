"""The wording put in place of a mark, through presidio-anonymizer and operators of our own, one a file.

Imported late: presidio-anonymizer is wanted only where a replacement is worded, and never in the window's process.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from redactor.publish.plan import Rule, Style

REDACTED = "[redacted]"
"""Stands in running words (a bookmark's title) where the page has a black box."""

_CLOUD_HELPER = "presidio_analyzer.llm_utils.azure_auth_helper"


def wording(text: str, label: str, style: Style, rule: Rule | None = None) -> str:
    """What stands in place of `text`.

    In style "pseudonym" it is worded by `rule`, which falls back to its label; without a label, and in style
    "blackout", it is `REDACTED`.
    """
    if not text:
        return label if style == "pseudonym" and label else REDACTED
    return _replaced(text, [(0, len(text), *_operator(label, style, rule))])


def reworded(text: str, spans: Sequence[tuple[int, int, str]], style: Style) -> str:
    """`text` with each span (start, end, label; sorted, not overlapping) replaced."""
    return _replaced(text, [(start, end, *_operator(label, style, None)) for start, end, label in spans])


def _operator(label: str, style: Style, rule: Rule | None) -> tuple[str, dict[str, Any]]:
    """The name of the operator, and its parameters."""
    if style != "pseudonym":
        return "blackout", {}
    if rule:
        params = {name: value for name, value in asdict(rule).items() if name != "operator"}
        return rule.operator, {**params, "otherwise": label or REDACTED}
    return ("label", {"label": label}) if label else ("blackout", {})


def _replaced(text: str, spans: Sequence[tuple[int, int, str, dict[str, Any]]]) -> str:
    engine, entities = _engine()
    results, operators = [], {}
    for number, (start, end, name, params) in enumerate(spans):
        entity = f"MARK_{number}"  # one entity a span: presidio would merge neighbours of the same entity
        results.append(entities.RecognizerResult(entity, start, end, 1.0))
        operators[entity] = entities.OperatorConfig(name, params)
    return str(engine.anonymize(text, results, operators).text)


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any]:
    """presidio-anonymizer's engine with our operators, and the module of its types."""
    with _without_cloud_operator():
        from presidio_anonymizer import AnonymizerEngine, entities

        from redactor.publish.operators.band import Band
        from redactor.publish.operators.blackout import Blackout
        from redactor.publish.operators.interval import Interval
        from redactor.publish.operators.label import Label
        from redactor.publish.operators.month import Month
        from redactor.publish.operators.year import Year
    engine = AnonymizerEngine()
    for operator in (Label, Blackout, Month, Year, Interval, Band):
        engine.add_anonymizer(operator)
    return engine, entities


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
