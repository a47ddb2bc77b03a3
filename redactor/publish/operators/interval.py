"""A date becomes how long before or after a day it was."""

from __future__ import annotations

from redactor.publish.operators.generaliser import Generaliser


class Interval(Generaliser):
    """A date becomes how long before or after a day it was; needs `anchor` (ISO 8601) and `event`."""

    NAME = "interval"
