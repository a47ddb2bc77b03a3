"""Drawing an area on a page, with the mouse from corner to corner or with keys."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redactor.marks.mark import Area

SMALLEST = 3.0
"""Points; what is narrower or lower was a slip of the hand."""
FIRST_SIZE = (120.0, 40.0)
"""Width and height, in points, of the area that drawing by keys begins with."""


@dataclass(frozen=True, slots=True)
class DrawnArea:
    """A rectangle that is being drawn, from a fixed corner to a moving one.

    Args:
        page: 1-based.
        size: of the page, points; the area never leaves it.
        fixed, moving: the corners, points from the page's top left.
    """

    page: int
    size: tuple[float, float]
    fixed: tuple[float, float]
    moving: tuple[float, float]

    @classmethod
    def begun(cls, page: int, size: tuple[float, float], x: float, y: float) -> DrawnArea:
        """An area without width or height yet."""
        corner = (_within(x, size[0]), _within(y, size[1]))
        return cls(page, size, corner, corner)

    @classmethod
    def around(cls, page: int, size: tuple[float, float], x: float, y: float) -> DrawnArea:
        """An area of handy size around a point, to be moved and sized by keys."""
        width, height = min(FIRST_SIZE[0], size[0]), min(FIRST_SIZE[1], size[1])
        left = min(max(x - width / 2, 0), size[0] - width)
        top = min(max(y - height / 2, 0), size[1] - height)
        return cls(page, size, (left, top), (left + width, top + height))

    def drawn_to(self, x: float, y: float) -> DrawnArea:
        """The same with its moving corner elsewhere."""
        return replace(self, moving=(_within(x, self.size[0]), _within(y, self.size[1])))

    def sized(self, across: float, down: float) -> DrawnArea:
        """The same, wider and higher by so many points, or narrower and lower."""
        x = max(self.moving[0] + across, self.fixed[0] + SMALLEST)
        y = max(self.moving[1] + down, self.fixed[1] + SMALLEST)
        return self.drawn_to(x, y)

    def moved(self, across: float, down: float) -> DrawnArea:
        """The same, somewhere else on its page."""
        left, top, right, bottom = self.box
        across = min(max(across, -left), self.size[0] - right)
        down = min(max(down, -top), self.size[1] - bottom)
        return replace(
            self,
            fixed=(self.fixed[0] + across, self.fixed[1] + down),
            moving=(self.moving[0] + across, self.moving[1] + down),
        )

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom, points."""
        (x0, y0), (x1, y1) = self.fixed, self.moving
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @property
    def area(self) -> Area | None:
        """What was drawn; None if it is too small to be meant."""
        left, top, right, bottom = self.box
        if right - left < SMALLEST or bottom - top < SMALLEST:
            return None
        return Area(self.page, left, top, right, bottom)


def _within(value: float, limit: float) -> float:
    return min(max(value, 0.0), limit)
