"""A finding says: these characters look like an identifier, how sure we are, and why."""

from dataclasses import dataclass

DIRECT = ("PERSON", "ADDRESS", "POSTCODE", "PHONE", "EMAIL", "ONLINE", "ID")
TYPES = (*DIRECT, "DATE", "AGE", "PLACE", "ORG", "NORP")


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters `start` to `end` (offsets into the reading text, end left out) that look like a `type`.

    `score` runs from 0 to 1; `because` is one plain sentence for the reviewer; `entity` is the same
    for every mention of one person or thing and "" until findings are linked.
    """

    start: int
    end: int
    type: str
    score: float
    recogniser: str
    because: str
    entity: str = ""

    def __post_init__(self) -> None:
        """Refuse a finding that could not be marked; raises ValueError."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"A finding needs characters, got {self.start} to {self.end}.")
        if self.type not in TYPES:
            raise ValueError(f"Unknown type of finding: {self.type}.")
