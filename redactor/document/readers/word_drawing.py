"""What stands beside the text of a Word file: pictures, text boxes, charts and diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import pymupdf

from redactor.document.readers.glyphs import Run
from redactor.document.readers.strips import Block, Cell, Paragraph, Picture, Table
from redactor.document.readers.word_package import (
    Element,
    Package,
    attribute,
    child,
    descendants,
    name_of,
    number_in,
)

_EMU = 12_700  # of which a point has so many
_MOST_PIXELS = 80_000_000
_WHOLE = 100_000  # cropping is measured in thousandths of a percent


class Part(Protocol):
    """The part that a drawing stands in."""

    @property
    def package(self) -> Package: ...

    def target(self, identifier: str | None) -> str:
        """The part that a relation leads to."""

    def boxed(self, container: Element) -> Block:
        """The text of a box, framed."""


def drawn(drawing: Element, part: Part) -> list[Block]:
    """What a drawing (w:drawing, w:pict, w:object) shows; a placeholder says where it cannot be shown."""
    if any(attribute(each, "hidden") in ("1", "true") for each in descendants(drawing, "wp:docPr")):
        return []
    blocks = list(_contents(drawing, part, drawing))
    return blocks or [_placeholder("drawing")]


def _contents(element: Element, part: Part, drawing: Element) -> Iterator[Block]:
    for each in element:
        name = name_of(each)
        if name == "w:txbxContent":
            yield part.boxed(each)
        elif name == "pic:pic":
            yield _picture(each, part, drawing)
        elif name == "v:imagedata":
            yield _vector_markup_picture(each, part)
        elif name == "v:textpath":
            yield Paragraph((Run(attribute(each, "string") or ""),))
        elif name == "c:chart":
            yield from _listed(part, attribute(each, "r:id"), "c:v", "a:t", kind="chart")
        elif name == "dgm:relIds":
            yield from _listed(part, attribute(each, "r:dm"), "a:p", kind="diagram")
        elif name == "a:p":
            yield Paragraph((Run(_text(each)),))
        elif name != "mc:Fallback" or child(element, "mc:Choice") is None:
            yield from _contents(each, part, drawing)


def _text(element: Element) -> str:
    return "".join(each.text or "" for each in descendants(element, "a:t"))


def _listed(part: Part, identifier: str | None, *names: str, kind: str) -> Iterator[Block]:
    """The texts of a chart or a diagram, which is not drawn itself, in a frame."""
    target = part.target(identifier)
    root = part.package.tree(target) if target else None
    texts = [_text(each) or each.text or "" for each in descendants(root, *names)] if root is not None else []
    shown = (_placeholder(kind), *(Paragraph((Run(text),), after=0.0) for text in texts if text.strip()))
    yield Table(((Cell(shown),),), (1.0,))


def _placeholder(kind: str) -> Paragraph:
    return Paragraph((Run(f"[{kind}]", italic=True),))


def _picture(picture: Element, part: Part, drawing: Element) -> Block:
    fill = child(picture, "pic:blipFill")
    target = part.target(attribute(child(fill, "a:blip"), "r:embed"))
    size = child(picture, "pic:spPr", "a:xfrm", "a:ext")
    if size is None:
        size = next(descendants(drawing, "wp:extent"), None)
    width, height = (number_in(attribute(size, name)) / _EMU for name in ("cx", "cy"))
    crop = child(fill, "a:srcRect")
    edges = tuple(number_in(attribute(crop, side)) / _WHOLE for side in ("l", "t", "r", "b"))
    data = part.package.part(target) if target else None
    return _checked(data, (width, height), edges)


def _vector_markup_picture(picture: Element, part: Part) -> Block:
    """A picture in the older markup (VML); its size is left to the picture, its cropping is respected."""
    target = part.target(attribute(picture, "r:id"))
    names = ("cropleft", "croptop", "cropright", "cropbottom")
    edges = tuple(_fraction(attribute(picture, name)) for name in names)
    return _checked(part.package.part(target) if target else None, (0.0, 0.0), edges)


def _fraction(text: str | None) -> float:
    """A share in VML: "0.25", or "16384f" for 16384 of 65536."""
    return number_in(text[:-1]) / 65_536 if text and text.endswith("f") else number_in(text)


def _checked(data: bytes | None, size: tuple[float, float], edges: tuple[float, ...]) -> Block:
    """A picture that can be drawn, without what is cropped away; else a placeholder."""
    try:
        if not data or not 0 < _pixels(data) <= _MOST_PIXELS:
            return _placeholder("picture")
        pixels = pymupdf.Pixmap(data)
        if any(edge > 0 for edge in edges):
            pixels = _cropped(pixels, edges)
            data = pixels.tobytes("png")
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return _placeholder("picture")
    width, height = size if min(size) >= 1 else (pixels.width * 0.75, pixels.height * 0.75)
    return Picture(data, width, height)


def _pixels(data: bytes) -> int:
    """How many pixels a picture has, by its header."""
    image = pymupdf.mupdf.fz_new_image_from_buffer(pymupdf.mupdf.fz_new_buffer_from_copied_data(data))
    return int(image.w()) * int(image.h())


def _cropped(pixels: pymupdf.Pixmap, edges: tuple[float, ...]) -> pymupdf.Pixmap:
    """Cut away what Word does not show; it must not be published."""
    if pixels.colorspace is None or pixels.colorspace.n > 3:
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pixels)
    left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in edges)
    area = pymupdf.IRect(
        int(pixels.width * left),
        int(pixels.height * top),
        int(pixels.width * (1 - right)),
        int(pixels.height * (1 - bottom)),
    )
    if area.is_empty:
        raise ValueError("nothing is left of a picture")
    kept = pymupdf.Pixmap(pixels.colorspace, area, pixels.alpha)
    kept.copy(pixels, area)
    return kept
