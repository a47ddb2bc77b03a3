"""On what day a feast of the year falls, where a calendar can say."""

from __future__ import annotations

import re
from datetime import date, timedelta

_FIXED = {
    "boxing day": (12, 26), "christmas day": (12, 25), "christmas eve": (12, 24), "christmas night": (12, 25),
    "new years eve": (12, 31), "new years day": (1, 1), "hogmanay": (12, 31), "valentines day": (2, 14),
    "st valentines day": (2, 14), "st davids day": (3, 1), "st patricks day": (3, 17), "st georges day": (4, 23),
    "st andrews day": (11, 30), "st stephens day": (12, 26), "st nicholas day": (12, 6), "bonfire night": (11, 5),
    "guy fawkes night": (11, 5), "halloween": (10, 31), "all saints day": (11, 1), "all souls day": (11, 2),
    "armistice day": (11, 11), "twelfth night": (1, 5), "twelfth of july": (7, 12), "burns night": (1, 25),
    "ve day": (5, 8), "epiphany": (1, 6), "candlemas": (2, 2), "michaelmas": (9, 29), "noswyl nadolig": (12, 24),
    "dydd nadolig": (12, 25), "dydd calan": (1, 1), "nos galan": (12, 31), "calan gaeaf": (11, 1),
    "nye": (12, 31),
}  # fmt: skip
_MONTHS = {
    "christmas": 12,
    "august bank holiday": 8,
    "may day": 5,
    "late may bank holiday": 5,
    "black friday": 11,
}
"""Feasts whose month alone is sure; some last for days."""
_FROM_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "ash wednesday": -46, "mothering sunday": -21, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "easter saturday": -1, "easter": 0, "easter sunday": 0, "easter day": 0,
    "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whit monday": 50, "trinity sunday": 56,
}  # fmt: skip
_SPAN = re.compile(r" (?:weekend|week|break|holidays?|period|monday)$")


def feast(words: str, year: int) -> tuple[int, int]:
    """Month and day of a feast, 0 where they are not known; `year` 0 for one that is not said.

    Args:
        words: in small letters, without the year.
    """
    name = re.sub(r"['\u2019.]", "", words).replace("xmas", "christmas")
    name = re.sub(r"^(?:the|dydd gŵyl|gŵyl) ", "", name)
    if name in _FIXED:
        return _FIXED[name]
    if name in _FROM_EASTER and year:
        day = easter(year) + timedelta(_FROM_EASTER[name])
        return (day.month, day.day) if name != "easter" else (day.month, 0)
    return _MONTHS.get(name) or _MONTHS.get(_SPAN.sub("", name), 0), 0


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the Gregorian computus of Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * rest) // 451
    month, day = divmod(h + rest - 7 * m + 114, 31)
    return date(year, month, day + 1)
