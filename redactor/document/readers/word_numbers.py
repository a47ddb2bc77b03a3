"""The numbers and bullets that Word puts before paragraphs of lists (ISO/IEC 29500-1 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from redactor.document.readers.word_package import Element, attribute, child, children, number_in
from redactor.document.readers.word_styles import ParagraphStyle, Styles, indent_in

_ROMAN = {
    **{1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl"},
    **{10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"},
}
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph, and how far it is indented (points)."""

    text: str
    indent: float


class Numbers:
    """Counts the paragraphs of each list as they come."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {
            attribute(each, "w:abstractNumId") or "": each for each in children(root, "w:abstractNum")
        }
        self._lists = {attribute(each, "w:numId") or "": each for each in children(root, "w:num")}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, style: ParagraphStyle) -> Label | None:
        """The label of the next paragraph, which has `style`; None where it belongs to no list."""
        key, level = style.numbering
        if key not in self._lists:
            return None
        abstract = self._definition(key)
        levels = self._levels(key, abstract)
        if level is None:
            level = next(
                (
                    n
                    for n, each in levels.items()
                    if attribute(child(each, "w:pStyle"), "w:val") == style.style
                ),
                0,
            )
        if level not in levels:
            return None
        counts = self._count(key, abstract, level, levels)
        indent = indent_in(child(levels[level], "w:pPr", "w:ind"))
        return Label(_text(levels, level, counts), max(style.indent, indent))

    def _definition(self, key: str) -> str:
        """The identifier of a list's definition, through a numbering style where it names one."""
        for _ in range(5):
            abstract = attribute(child(self._lists.get(key), "w:abstractNumId"), "w:val") or ""
            link = attribute(child(self._abstract.get(abstract), "w:numStyleLink"), "w:val")
            following = None
            for style in self._styles.chain(link or ""):
                following = attribute(child(style, "w:pPr", "w:numPr", "w:numId"), "w:val")
                break
            if not following:
                return abstract
            key = following
        return abstract

    def _levels(self, key: str, abstract: str) -> dict[int, Element]:
        levels = {_index(each): each for each in children(self._abstract.get(abstract), "w:lvl")}
        for override in children(self._lists[key], "w:lvlOverride"):
            if (level := child(override, "w:lvl")) is not None:
                levels[_index(override)] = level
        return {index: level for index, level in levels.items() if 0 <= index < _DEEPEST}

    def _count(self, key: str, abstract: str, level: int, levels: dict[int, Element]) -> list[int]:
        """Count a paragraph; the present number at each level down to `level`."""
        counts = self._counts.setdefault(abstract, [None] * _DEEPEST)
        if key not in self._begun:
            self._begun.add(key)
            for override in children(self._lists[key], "w:lvlOverride"):
                if child(override, "w:startOverride") is not None and 0 <= _index(override) < _DEEPEST:
                    counts[_index(override)] = (
                        int(number_in(attribute(child(override, "w:startOverride"), "w:val"))) - 1
                    )
        present = counts[level]
        counts[level] = _start(levels.get(level)) if present is None else present + 1
        counts[level + 1 :] = [None] * (_DEEPEST - level - 1)
        for above in range(level):
            if counts[above] is None:
                counts[above] = _start(levels.get(above))
        return [count or 0 for count in counts[: level + 1]]


def _index(element: Element) -> int:
    return int(number_in(attribute(element, "w:ilvl"), -1))


def _start(level: Element | None) -> int:
    return int(number_in(attribute(child(level, "w:start"), "w:val"), 1))


def _text(levels: dict[int, Element], level: int, counts: list[int]) -> str:
    form = attribute(child(levels[level], "w:numFmt"), "w:val") or "decimal"
    if form == "bullet":
        return "•"
    legal = child(levels[level], "w:isLgl") is not None

    def number(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        if index >= len(counts) or index not in levels:
            return ""
        own = attribute(child(levels[index], "w:numFmt"), "w:val") or "decimal"
        return _written(counts[index], "decimal" if legal else own)

    return re.sub(r"%([1-9])", number, attribute(child(levels[level], "w:lvlText"), "w:val") or "")


def _written(number: int, form: str) -> str:
    match form:
        case "none":
            return ""
        case "lowerLetter" | "upperLetter" if 0 < number < 1000:
            letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letters if form == "lowerLetter" else letters.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            roman = _roman(number)
            return roman if form == "lowerRoman" else roman.upper()
        case "decimalZero":
            return f"{number:02d}"
        case _:
            return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN.items():
        text += letters * (number // value)
        number %= value
    return text
