"""An age becomes the band that it lies in."""

from __future__ import annotations

from redactor.publish.operators.generaliser import Generaliser


class Band(Generaliser):
    """An age becomes the band that it lies in."""

    NAME = "band"
