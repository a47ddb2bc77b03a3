"""Which codes of which fonts each page of a file shows, in its own content and in the forms it draws.

A reader of text tells characters, not codes, and two codes of a font may call themselves the same.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

FontKey = tuple[int, int]
Code = tuple[FontKey, bytes]
"""A font, by the number of its object, and one code of it."""

_OPERATORS = "q Q Tf Tj TJ ' \" gs Do"
_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_TWO_BYTES = re.compile(r"/(Identity-[HV]|.*(UCS2|UTF16)-[HV])")
_RANGES = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_RANGE_END = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>")
_DEEPEST = 12
"""Forms within forms that are followed."""


class _Unclear(Exception):
    """What a content stream shows cannot be told."""


@dataclass
class ShownCodes:
    """The codes of every page (0-based), None where they cannot be told, and the fonts with the bytes of their codes.

    `source` keeps the fonts alive.
    """

    source: pikepdf.Pdf
    pages: list[frozenset[Code] | None] = field(default_factory=list)
    fonts: dict[FontKey, pikepdf.Object] = field(default_factory=dict)
    _widths: dict[FontKey, int] = field(default_factory=dict)
    _forms: dict[tuple[FontKey, FontKey | None], frozenset[Code]] = field(default_factory=dict)

    def font(self, font: pikepdf.Object | None) -> FontKey:
        """Know a font, by the number of its object."""
        if not isinstance(font, pikepdf.Dictionary):
            raise _Unclear
        if font.objgen not in self.fonts:
            font = font if font.is_indirect else self.source.make_indirect(font)
            self.fonts[font.objgen] = font
            self._widths[font.objgen] = _width(font)
        return font.objgen

    def codes(self, font: FontKey | None, shown: bytes) -> Iterator[Code]:
        """The codes of a string."""
        if font is None:
            raise _Unclear
        width = self._widths[font]
        return ((font, shown[at : at + width]) for at in range(0, len(shown), width))

    def of_content(
        self, content: pikepdf.Object, resources: pikepdf.Object, font: FontKey | None, depth: int = 0
    ) -> frozenset[Code]:
        """What a content stream shows, drawn with a font already chosen, or none."""
        out: set[Code] = set()
        kept: list[FontKey | None] = []
        for instruction in pikepdf.parse_content_stream(content, _OPERATORS):
            operator, operands = str(instruction.operator), instruction.operands
            if operator == "q":
                kept.append(font)
            elif operator == "Q":
                font = kept.pop() if kept else font
            elif operator == "Tf":
                font = self.font(_named(resources, "/Font", operands[0]))
            elif operator == "gs":
                state = _named(resources, "/ExtGState", operands[0])
                font = self.font(state.Font[0]) if state is not None and "/Font" in state else font
            elif operator == "Do":
                out |= self._of_form(_named(resources, "/XObject", operands[0]), resources, font, depth)
            elif operator in _SHOWING:
                pieces = operands[0] if operator == "TJ" else operands[-1:]
                for piece in pieces:
                    if isinstance(piece, pikepdf.String):
                        out.update(self.codes(font, bytes(piece)))
        return frozenset(out)

    def _of_form(
        self, form: pikepdf.Object | None, resources: pikepdf.Object, font: FontKey | None, depth: int
    ) -> frozenset[Code]:
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
            return frozenset()
        if depth >= _DEEPEST:
            raise _Unclear
        key = (form.objgen, font)
        own = form.get("/Resources")
        if own is None:  # drawn with those of the page, which differ
            return self.of_content(form, resources, font, depth + 1)
        if key not in self._forms:
            self._forms[key] = self.of_content(form, own, font, depth + 1)
        return self._forms[key]


def shown_codes(data: bytes) -> ShownCodes:
    """Walk through the pages of a file."""
    source = pikepdf.open(io.BytesIO(data))  # a copy of its own: fonts in it become objects with a number
    shown = ShownCodes(source)
    for page in source.pages:
        try:
            shown.pages.append(shown.of_content(page.obj, _resources(page.obj), None))
        except (_Unclear, pikepdf.PdfError, TypeError, ValueError, KeyError, IndexError, AttributeError):
            shown.pages.append(None)
    return shown


def _resources(page: pikepdf.Object) -> pikepdf.Object:
    node: pikepdf.Object | None = page
    while node is not None:
        if (resources := node.get("/Resources")) is not None:
            return resources
        node = node.get("/Parent")
    return pikepdf.Dictionary()


def _named(resources: pikepdf.Object, kind: str, name: pikepdf.Object) -> pikepdf.Object | None:
    return (resources.get(kind) or pikepdf.Dictionary()).get(str(name))


def _width(font: pikepdf.Object) -> int:
    """Bytes of each code of a font (ISO 32000-1 9.7.6.2)."""
    if font.get("/Subtype") != pikepdf.Name.Type0:
        return 1
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        ranges = b"".join(_RANGES.findall(encoding.read_bytes()))
        widths = {len(end) // 2 for end in _RANGE_END.findall(ranges)}
        if len(widths) == 1:
            return widths.pop()
    elif _TWO_BYTES.fullmatch(str(encoding)):
        return 2
    raise _Unclear
