"""A date becomes its month and year."""

from __future__ import annotations

from redactor.publish.operators.generaliser import Generaliser


class Month(Generaliser):
    """A date becomes its month and year."""

    NAME = "month"
