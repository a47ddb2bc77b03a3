"""Strip what pictures carry beside their pixels: EXIF, XMP, comments."""

from __future__ import annotations

_PLAIN = frozenset((0x01, *range(0xD0, 0xD8)))
_KEPT_APPLICATION = frozenset((0xE0, 0xEE))
"""JFIF and Adobe's colour transform, which a decoder needs; all other APPn and COM segments go."""


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without application data and comments (ITU-T T.81 B.1.1); unchanged if it cannot be read."""
    if data[:2] != b"\xff\xd8":
        return data
    out, at = [data[:2]], 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker in _PLAIN:
            out.append(data[at : at + 2])
            at += 2
            continue
        if marker == 0xDA:
            return b"".join((*out, data[at : _end(data)]))
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        application = 0xE0 <= marker <= 0xEF and marker not in _KEPT_APPLICATION
        if not application and marker != 0xFE:
            out.append(data[at:end])
        at = end
    return data


def _end(data: bytes) -> int:
    """Behind the last end-of-image marker: what trails it is no part of the picture."""
    return data.rfind(b"\xff\xd9") + 2 if b"\xff\xd9" in data else len(data)
