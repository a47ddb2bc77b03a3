"""Matrices of content streams (ISO 32000-1 8.3.3), and how numbers are written there."""

from __future__ import annotations

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_STRAY = 1.5e-4
"""Sums of rounded numbers stray so far, in points: by how much tells what was summed up."""


def times(one: Matrix, two: Matrix) -> Matrix:
    """First `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def inverse(matrix: Matrix) -> Matrix:
    """The way back; raises ValueError for a matrix without one."""
    a, b, c, d, e, f = matrix
    area = a * d - b * c
    if abs(area) < 1e-12:
        raise ValueError("flat matrix")
    return (
        d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area,
    )  # fmt: skip


def number(value: float) -> bytes:
    """A length as written: with two decimals if that is what it stands for, else with five."""
    plain = round(value, 2)
    return _plain(f"{plain:.2f}" if abs(plain - value) < _STRAY else f"{value:.5f}")


def factor(value: float) -> bytes:
    """A number that others are multiplied by, as written: with nine decimals."""
    return _plain(f"{value:.9f}" if abs(value - round(value, 4)) > 1e-7 else f"{value:.4f}")


def written(matrix: Matrix) -> bytes:
    """The operands of cm or Tm."""
    return b" ".join((*map(factor, matrix[:4]), *map(number, matrix[4:])))


def _plain(text: str) -> bytes:
    short = text.rstrip("0").rstrip(".")
    return b"0" if short == "-0" else short.encode()
