"""Pixels that a picture's own mask hides are made alike, and so are those of a picture that shows one colour only.

What a mask lets nothing of through (ISO 32000-1 8.9.6 and 11.6.5.2) is in the file all the same. Pictures that cannot
be unpacked here stay as they are; the proof reads them too.
"""

from __future__ import annotations

import re
import zlib

import numpy as np
import numpy.typing as npt
import pymupdf

Samples = npt.NDArray[np.uint8]
"""Rows from the top, columns, colours."""
Hidden = npt.NDArray[np.bool_]

_ALIKE = 3
"""Samples that differ by no more, of 255, are one colour to the eye."""
_SPARSE = 0.1
"""Packed bytes a pixel below which a picture may show a single colour."""
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"}


def even_out(doc: pymupdf.Document, xref: int) -> None:
    """Make alike what the eye cannot tell apart in a picture."""
    soft = doc.xref_get_key(xref, "SMask")[0] == "xref"
    mask = doc.xref_get_key(xref, "Mask")[0]
    bits = doc.xref_get_key(xref, "BitsPerComponent")[1]
    if not soft and mask == "null" and (bits != "8" or not _is_sparse(doc, xref)):
        return
    try:
        samples = _unpacked(doc, xref) if mask == "array" else _samples(pymupdf.Pixmap(doc, xref))
        hidden = _hidden(doc, xref, samples, soft=soft, keyed=mask == "array")
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return
    changed = samples.copy()
    if hidden is not None and hidden.any():
        changed[hidden] = changed[hidden].min(axis=0)
    seen = changed.reshape(-1, changed.shape[2]) if hidden is None else changed[~hidden]
    if seen.size and 0 < int(np.ptp(seen, axis=0).max()) <= _ALIKE:
        changed[...] = np.median(seen, axis=0)
    if not np.array_equal(changed, samples) and samples.shape[2] in _SPACES:
        _put(doc, xref, changed, keep_space=_has_plain_space(doc, xref))


def _is_sparse(doc: pymupdf.Document, xref: int) -> bool:
    width, height = (int(doc.xref_get_key(xref, key)[1]) for key in ("Width", "Height"))
    return len(doc.xref_stream_raw(xref)) < _SPARSE * width * height


def _samples(pix: pymupdf.Pixmap) -> Samples:
    rows = np.frombuffer(pix.samples, np.uint8).reshape(pix.height, pix.stride)
    pixels = rows[:, : pix.width * pix.n].reshape(pix.height, pix.width, pix.n)
    return pixels[:, :, : pix.n - pix.alpha] if pix.n > pix.alpha else pixels


def _unpacked(doc: pymupdf.Document, xref: int) -> Samples:
    """The samples of a picture as they are compared with a colour key; MuPDF's own pictures leave out what it hides."""
    width, height = (int(doc.xref_get_key(xref, key)[1]) for key in ("Width", "Height"))
    return np.frombuffer(doc.xref_stream(xref) or b"", np.uint8).reshape(height, width, -1)


def _hidden(doc: pymupdf.Document, xref: int, samples: Samples, *, soft: bool, keyed: bool) -> Hidden | None:
    """The pixels that the mask hides; None where there is none."""
    height, width = samples.shape[:2]
    if soft:
        mask = pymupdf.Pixmap(doc, int(doc.xref_get_key(xref, "SMask")[1].split()[0]))
        return _stretched(_samples(mask)[:, :, 0] == 0, height, width)
    if keyed:
        bounds = [int(value) for value in re.findall(r"\d+", doc.xref_get_key(xref, "Mask")[1])]
        if len(bounds) != 2 * samples.shape[2] or doc.xref_get_key(xref, "Decode")[0] != "null":
            raise ValueError("key")
        low, high = np.array(bounds[::2]), np.array(bounds[1::2])
        return np.asarray(((samples >= low) & (samples <= high)).all(axis=2))
    if doc.xref_get_key(xref, "Mask")[0] == "xref":
        return _stretched(_stencil(doc, int(doc.xref_get_key(xref, "Mask")[1].split()[0])), height, width)
    return None


def _stencil(doc: pymupdf.Document, mask: int) -> Hidden:
    """Where a stencil hides: 1, or 0 with /Decode [1 0]."""
    width, height = (int(doc.xref_get_key(mask, key)[1]) for key in ("Width", "Height"))
    bits = np.unpackbits(np.frombuffer(doc.xref_stream(mask) or b"", np.uint8)[: height * ((width + 7) // 8)])
    inverted = re.match(r"\[\s*1", doc.xref_get_key(mask, "Decode")[1]) is not None
    return np.asarray(bits.reshape(height, -1)[:, :width] == (0 if inverted else 1))


def _stretched(hidden: Hidden, height: int, width: int) -> Hidden:
    """A mask in the size of its picture; a pixel that is hidden in part counts as seen."""
    if hidden.shape == (height, width):
        return hidden
    rows = (np.arange(height) * hidden.shape[0]) // height
    columns = (np.arange(width) * hidden.shape[1]) // width
    return np.asarray(hidden[rows][:, columns])


def _has_plain_space(doc: pymupdf.Document, xref: int) -> bool:
    kind, value = doc.xref_get_key(xref, "ColorSpace")
    if kind == "xref":
        value = doc.xref_object(int(value.split()[0]), compressed=True)
    return re.match(r"\[?/(?:DeviceGray|DeviceRGB|DeviceCMYK|CalGray|CalRGB|ICCBased)\b", value) is not None


def _put(doc: pymupdf.Document, xref: int, samples: Samples, *, keep_space: bool) -> None:
    source = doc.xref_object(xref, compressed=True)
    doc.update_stream(xref, zlib.compress(samples.tobytes()), new=True, compress=False)
    doc.update_object(xref, source)
    doc.xref_set_key(xref, "Filter", "/FlateDecode")
    doc.xref_set_key(xref, "BitsPerComponent", "8")
    for key in ("DecodeParms", "Decode", "SMaskInData"):
        doc.xref_set_key(xref, key, "null")
    if not keep_space:
        doc.xref_set_key(xref, "ColorSpace", _SPACES[samples.shape[2]])
