"""What the styles of a Word file say about paragraphs and runs (ISO/IEC 29500-1 17.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from redactor.document.readers.word_package import Element, attribute, child, children, number_in, switched_on

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks, as far as it matters here."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    rise: int = 0


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph's properties and its style say together.

    Args:
        look: of its runs, unless they say otherwise.
        level: 1 to 4 for headings, else 0.
        indent: points.
        new_page: whether it starts a page.
        numbering: the list's number and the level within it; "" for none.
        style: the style's identifier.
    """

    look: Look
    level: int
    indent: float
    new_page: bool
    numbering: tuple[str, int | None]
    style: str


class Styles:
    """The styles part; every question is answered without it, too."""

    def __init__(self, root: Element | None) -> None:
        self._styles = {attribute(style, "w:styleId") or "": style for style in children(root, "w:style")}
        self._default = ""
        for key, style in self._styles.items():
            if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in (
                "1",
                "true",
                "on",
            ):
                self._default = key
        self._defaults = child(root, "w:docDefaults", "w:rPrDefault", "w:rPr")

    def chain(self, key: str) -> Iterator[Element]:
        """A style and those that it is based on."""
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = attribute(child(self._styles[key], "w:basedOn"), "w:val") or ""

    def paragraph(self, properties: Element | None) -> ParagraphStyle:
        """The style of a paragraph by its properties (w:pPr)."""
        key = attribute(child(properties, "w:pStyle"), "w:val") or self._default
        chain = list(self.chain(key))
        all_properties = [properties, *(child(style, "w:pPr") for style in chain)]
        run_properties = [child(style, "w:rPr") for style in chain]
        look = Look(
            bold=_first_switch(run_properties, "w:b"),
            italic=_first_switch(run_properties, "w:i"),
            hidden=_first_switch(run_properties, "w:vanish"),
        )
        indent = _first(all_properties, "w:ind")
        return ParagraphStyle(
            look,
            _level(chain, all_properties),
            indent_in(indent),
            _first_switch(all_properties, "w:pageBreakBefore"),
            _numbering(all_properties),
            key,
        )

    def run(self, properties: Element | None, paragraph: ParagraphStyle) -> Look:
        """How a run looks by its properties (w:rPr); toggles of styles cancel each other out (17.7.3)."""
        key = attribute(child(properties, "w:rStyle"), "w:val") or ""
        chain = [child(style, "w:rPr") for style in self.chain(key)]

        def toggle(name: str, from_paragraph: bool) -> bool:
            direct = switched_on(child(properties, name))
            if direct is not None:
                return direct
            return bool(switched_on(child(self._defaults, name))) or from_paragraph != _first_switch(
                chain, name
            )

        align = attribute(_first([properties, *chain], "w:vertAlign"), "w:val")
        return Look(
            toggle("w:b", paragraph.look.bold),
            toggle("w:i", paragraph.look.italic),
            toggle("w:vanish", paragraph.look.hidden),
            {"superscript": 1, "subscript": -1}.get(align or "", 0),
        )


def indent_in(indent: Element | None) -> float:
    """How far text is indented (w:ind), points; a hanging first line counts for all."""
    left = attribute(indent, "w:left") or attribute(indent, "w:start")
    return max(0.0, number_in(left) - number_in(attribute(indent, "w:hanging"))) / 20


def _first(properties: list[Element | None], name: str) -> Element | None:
    return next((found for each in properties if (found := child(each, name)) is not None), None)


def _first_switch(properties: list[Element | None], name: str) -> bool:
    return bool(switched_on(_first(properties, name)))


def _level(chain: list[Element], properties: list[Element | None]) -> int:
    """Level of a heading: by the style's built-in name, else by its outline level."""
    for style in chain:
        name = (attribute(child(style, "w:name"), "w:val") or "").lower()
        if name == "title":
            return 1
        if match := _HEADING.fullmatch(name):
            return min(int(match[1]), 4)
    outline = attribute(_first(properties, "w:outlineLvl"), "w:val")
    return min(int(number_in(outline)) + 1, 4) if outline and 0 <= number_in(outline, 9) < 9 else 0


def _numbering(properties: list[Element | None]) -> tuple[str, int | None]:
    """The list that a paragraph belongs to: number ("" or "0" for none) and level."""
    key, level = "", None
    for each in properties:
        key = key or attribute(child(each, "w:numPr", "w:numId"), "w:val") or ""
        if level is None and (text := attribute(child(each, "w:numPr", "w:ilvl"), "w:val")):
            level = int(number_in(text))
    return key, level
