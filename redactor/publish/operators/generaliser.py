"""What the operators that word things more generally have in common: what cannot be worded gets its fixed label."""

from __future__ import annotations

from typing import Any

from presidio_anonymizer.operators import Operator, OperatorType

from redactor.publish.general import generalised
from redactor.publish.plan import Rule


class Generaliser(Operator):  # type: ignore[misc]  # presidio ships no types
    """Words by the rule of its name; needs `otherwise`, the fixed label."""

    NAME = ""

    def operate(self, text: str, params: dict[str, Any] | None = None) -> str:
        """The more general wording, or the fixed label; never the text itself."""
        given = params or {}
        return generalised(text, self._rule(given)) or str(given["otherwise"])

    def validate(self, params: dict[str, Any] | None = None) -> None:
        """Raises ValueError where the fixed label is missing, or the rule cannot be followed."""
        given = params or {}
        if not given.get("otherwise"):
            raise ValueError("a fixed label is needed for what cannot be worded")
        self._rule(given)

    def operator_name(self) -> str:
        """As `Rule.operator` and presidio know it."""
        return self.NAME

    def operator_type(self) -> OperatorType:
        """It takes something out, and cannot be undone."""
        return OperatorType.Anonymize

    def _rule(self, given: dict[str, Any]) -> Rule:
        values = {name: str(given.get(name, "")) for name in ("anchor", "event", "led")}
        return Rule.from_plain({"operator": self.NAME, **values})
