"""No confirmed identifier is left in what content streams show: forms, patterns, glyphs, appearances, pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pikepdf

from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, decoded, to_unicode
from redactor.publish.shown_strings import WORD_SPACE, ShownString, running
from redactor.publish.wordings import telling

PROMISE = "No confirmed identifier is left in any drawing instruction, shown or not."

_OPERATORS = "Tf Tj TJ ' \""


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """A secret long enough not to arise by chance, in the strings shown by any content stream."""
    wordings = [wording for wording in telling(secrets, published.page_pile) if wording.needle.run]
    if not wordings:
        return []
    shown = list(_shown(published))
    texts = pile(text for _, text in shown)
    out = []
    for wording in wordings:
        found = [shown[number][0] for number in texts.holding(wording.needle)]
        if len(found) > wording.secret.kept:
            for page in sorted(set(found)):
                sentence = f"{wording.sentence} is left in the drawing instructions of {_place(page)}."
                out.append(Problem("content_text", page, "content stream", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Leave a form that no page draws, with the longest secret cut into pieces."""
    words = max((secret.text for secret in secrets), key=len).encode("cp1252", "replace")
    half = len(words) // 2
    form = published.pdf.make_stream(
        b"BT /F1 9 Tf [<" + words[:half].hex().encode() + b">20<" + words[half:].hex().encode() + b">] TJ ET",
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Form,
        BBox=[0, 0, 9, 9],
    )
    published.pdf.pages[0].add_resource(form, pikepdf.Name.XObject)
    return published.saved()


def _place(page: int) -> str:
    return f"page {page}" if page else "a part no page shows"


def _shown(published: Published) -> Iterator[tuple[int, str]]:
    """Page (1-based; 0 for none) and shown text of every content stream of the file."""
    fonts = _Fonts()
    for number, page in enumerate(published.pdf.pages, 1):
        yield number, _text(page.obj, page.obj.get("/Resources") or _inherited(page.obj), fonts)
    contents = {obj.objgen for page in published.pdf.pages for obj in _contents_of(page.obj)}
    for obj in published.objects():
        if isinstance(obj, pikepdf.Stream) and obj.objgen not in contents and _draws(obj):
            resources = obj.get("/Resources") or pikepdf.Dictionary()
            yield published.page_of.get(obj.objgen, 0), _text(obj, resources, fonts)


def _contents_of(page: pikepdf.Object) -> list[pikepdf.Object]:
    contents = page.get("/Contents")
    if contents is None:
        return []
    return list(contents) if isinstance(contents, pikepdf.Array) else [contents]


def _inherited(page: pikepdf.Object) -> pikepdf.Object:
    node = page
    while (parent := node.get("/Parent")) is not None:
        if (resources := parent.get("/Resources")) is not None:
            return resources
        node = parent
    return pikepdf.Dictionary()


def _draws(stream: pikepdf.Stream) -> bool:
    """Whether a stream is a form, a pattern or, having no type, may be content (a glyph's, a lost page's)."""
    kind = stream.get("/Subtype", stream.get("/PatternType", stream.get("/Type")))
    if kind is None:
        if "/Length1" in stream or "/N" in stream:  # a font program or a colour profile
            return False
        data = decoded(stream)
        return b"Tj" in data or b"TJ" in data
    return kind in (pikepdf.Name.Form, 1)


def _text(content: pikepdf.Object, resources: pikepdf.Object, fonts: _Fonts) -> str:
    try:
        instructions = pikepdf.parse_content_stream(content, _OPERATORS)
    except (pikepdf.PdfError, TypeError):
        return ""
    named = resources.get("/Font") or pikepdf.Dictionary()
    return running(_strings(instructions, named, fonts))


def _strings(instructions: Iterable[Any], named: pikepdf.Object, fonts: _Fonts) -> Iterator[ShownString]:
    font: pikepdf.Object | None = None
    for instruction in instructions:
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font = named.get(str(operands[0]))
            continue
        out: list[str] = []
        codes = 0
        for piece in operands[0] if operator == "TJ" else operands[-1:]:
            if isinstance(piece, pikepdf.String):
                out.append(fonts.decode(font, bytes(piece)))
                codes += fonts.codes(font, bytes(piece))
            elif operator == "TJ" and float(piece) < WORD_SPACE:
                out.append(" ")
        yield ShownString("".join(out), codes)


class _Fonts:
    """Decodes shown strings; remembers each font's map."""

    def __init__(self) -> None:
        self._maps: dict[tuple[int, int], tuple[int, dict[int, str]]] = {}

    def decode(self, font: pikepdf.Object | None, raw: bytes) -> str:
        """The string's text; bytes without a map are taken for Latin text."""
        width, codes = self._map(font)
        if not codes:
            return _latin(raw)
        values = (int.from_bytes(raw[at : at + width], "big") for at in range(0, len(raw), width))
        return "".join(codes.get(value) or (chr(value) if width == 1 else "") for value in values)

    def codes(self, font: pikepdf.Object | None, raw: bytes) -> int:
        """How many codes the string holds."""
        return len(raw) // self._map(font)[0]

    def _map(self, font: pikepdf.Object | None) -> tuple[int, dict[int, str]]:
        if font is None:
            return 1, {}
        if font.objgen not in self._maps or not font.is_indirect:
            cmap = font.get("/ToUnicode")
            width = 2 if font.get("/Subtype") == pikepdf.Name.Type0 else 1
            codes = to_unicode(decoded(cmap)) if isinstance(cmap, pikepdf.Stream) else {}
            self._maps[font.objgen] = width, codes
        return self._maps[font.objgen]


@lru_cache(maxsize=4096)
def _latin(raw: bytes) -> str:
    return raw.decode("cp1252", "replace")
