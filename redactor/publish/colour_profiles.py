"""Colour profiles (ICC.1:2010) without their words: who made them, for what and when."""

from __future__ import annotations

_HEADER, _ENTRY = 128, 12
_NEEDED = frozenset(
    """
    A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt
    chad lumi
    """.split()  # noqa: SIM905 - a word list reads better so
)
"""The tags that conversion rests on."""
_WORDY = ((4, 8), (24, 36), (40, 44), (48, 64), (80, 100))
"""Fields of the header that say which program, device and person made it, and when."""


def bare_profile(data: bytes) -> bytes:
    """A profile with the tags that colours rest on and nothing else; empty where it is no profile.

    Readers then take the plain colour space with as many components (ISO 32000-1 8.6.5.5).
    """
    if data[36:40] != b"acsp" or len(data) < _HEADER + 4:
        return b""
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), 100)
    entries = [
        data[at : at + _ENTRY]
        for at in range(_HEADER + 4, _HEADER + 4 + count * _ENTRY, _ENTRY)
        if data[at : at + 4].decode("latin-1") in _NEEDED
    ]
    start = _HEADER + 4 + len(entries) * _ENTRY
    table, body = b"", b""
    places: dict[bytes, int] = {}
    for entry in entries:
        place, size = (int.from_bytes(entry[at : at + 4], "big") for at in (4, 8))
        if entry[4:] not in places:  # several tags may share what they point to
            places[entry[4:]] = start + len(body)
            body += data[place : place + size] + bytes(-size % 4)
        table += entry[:4] + places[entry[4:]].to_bytes(4, "big") + entry[8:]
    head = bytearray(data[:_HEADER])
    for low, high in _WORDY:
        head[low:high] = bytes(high - low)
    head[:4] = (start + len(body)).to_bytes(4, "big")
    return bytes(head) + len(entries).to_bytes(4, "big") + table + body
