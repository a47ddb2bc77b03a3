"""A date becomes its year."""

from __future__ import annotations

from redactor.publish.operators.generaliser import Generaliser


class Year(Generaliser):
    """A date becomes its year."""

    NAME = "year"
