"""The same word for everything."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType

from redactor.publish.operators import REDACTED


class Blackout(Operator):  # type: ignore[misc]  # presidio ships no types
    """Puts `REDACTED`; needs nothing."""

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
        """The word, whatever stands there."""
        return REDACTED

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Nothing is needed."""

    def operator_name(self) -> str:
        """As presidio knows it."""
        return "blackout"

    def operator_type(self) -> OperatorType:
        """It takes something out, and cannot be undone."""
        return OperatorType.Anonymize
