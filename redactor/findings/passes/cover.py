"""Which characters of a text the findings cover."""

from collections.abc import Iterable

from redactor.findings.finding import Finding


class Cover:
    """Which characters the findings cover."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._marked: set[int] = set()
        for finding in findings:
            self._marked.update(range(finding.start, finding.end))

    def holds(self, start: int, end: int) -> bool:
        """Return whether every character from `start` to `end` is covered."""
        return all(place in self._marked for place in range(start, end))

    def touches(self, start: int, end: int) -> bool:
        """Return whether any character from `start` to `end` is covered."""
        return any(place in self._marked for place in range(start, end))
