"""The one picture that a scanned page shows, as pixels that can be changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pymupdf

Pixels = npt.NDArray[np.uint8]
"""Rows from the top, columns, one or three channels."""
_LEVEL = 1e-3


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture that lies level on its page.

    Args:
        xref: its object number.
        pixels: what it shows; may be changed.
        box: where it lies, points from the top left of the page.
    """

    xref: int
    pixels: Pixels
    box: pymupdf.Rect

    @property
    def scale(self) -> tuple[float, float]:
        """Pixels in a point, across and down."""
        rows, columns = self.pixels.shape[:2]
        return columns / self.box.width, rows / self.box.height


def scan_of(page: pymupdf.Page, first_own: int) -> Scan | None:
    """The scan that a page (with /Rotate 0) shows and nothing else; None if it shows more, or less, or it is slanted.

    Pictures with object numbers below `first_own` may be shown on other pages too.
    """
    shown = [info for info in page.get_image_info(xrefs=True) if not pymupdf.Rect(info["bbox"]).is_empty]
    if len(shown) != 1 or shown[0]["xref"] < first_own or any(s["type"] != 3 for s in page.get_texttrace()):
        return None
    a, b, c, d, _, _ = shown[0]["transform"]
    xref, doc = shown[0]["xref"], page.parent
    if abs(b) > _LEVEL or abs(c) > _LEVEL or a <= 0 or d <= 0 or doc.xref_get_key(xref, "SMask")[0] != "null":
        return None
    pix = pymupdf.Pixmap(doc, xref)
    if pix.colorspace is None:
        return None
    wanted = pymupdf.csGRAY if pix.colorspace.n == 1 else pymupdf.csRGB
    pix = pymupdf.Pixmap(wanted, pymupdf.Pixmap(pix, 0) if pix.alpha else pix)
    rows = np.frombuffer(pix.samples, np.uint8).reshape(pix.height, pix.stride)
    pixels = rows[:, : pix.width * pix.n].reshape(pix.height, pix.width, pix.n).copy()
    return Scan(xref, pixels, pymupdf.Rect(shown[0]["bbox"]))


def put(page: pymupdf.Page, scan: Scan) -> None:
    """Show the pixels as they are now."""
    rows, columns, channels = scan.pixels.shape
    space = "/DeviceGray" if channels == 1 else "/DeviceRGB"
    page.parent.update_object(
        scan.xref,
        f"<</Type/XObject/Subtype/Image/Width {columns}/Height {rows}/BitsPerComponent 8/ColorSpace{space}>>",
    )
    page.parent.update_stream(scan.xref, scan.pixels.tobytes())
