"""The pseudonym of a person or thing."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType


class Label(Operator):  # type: ignore[misc]  # presidio ships no types
    """Puts the label; needs `label`."""

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
        """The label, whatever stands there."""
        return str((params or {})["label"])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Raises ValueError where the label is missing."""
        if not (params or {}).get("label"):
            raise ValueError("a label is needed")

    def operator_name(self) -> str:
        """As `Rule.operator` and presidio know it."""
        return "label"

    def operator_type(self) -> OperatorType:
        """It takes something out, and cannot be undone."""
        return OperatorType.Anonymize
