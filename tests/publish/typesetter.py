"""A small typesetter for drafts that differ in one name alone, with line breaks given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import pymupdf

NAME = "@"
"""Stands for the name in the lines of a draft."""
WIDTH, HEIGHT, SIZE = 595.0, 842.0, 11.0
KERN = 40.0
"""By so much, in thousandths of the size, a v moves to the left where letters are kerned."""
FONT_FILE = "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf"

Face = Literal["built-in", "simple", "simple subset", "CID", "CID subset"]
Hand = Literal["insert_text", "TextWriter", "one TJ", "word spacing", "words apart", "letters apart"]
Align = Literal["left", "right", "centre", "full"]
Piece = tuple[float, str, float]
"""Where a piece of text starts, the text, and the room added to each of its spaces."""


@dataclass(frozen=True)
class Line:
    """Words between `low` and `high` (points from the left), on a baseline so many points from the top."""

    words: str
    align: Align
    low: float
    high: float
    baseline: float


@dataclass(frozen=True)
class Sheet:
    """A page to be: its lines, and the rules drawn from point to point."""

    lines: Sequence[Line]
    rules: Sequence[tuple[float, float, float, float]] = ()


def typeset(sheet: Sheet, name: str, face: Face, hand: Hand) -> bytes:
    """The draft with this name in it."""
    with pymupdf.open() as doc:
        page = doc.new_page(width=WIDTH, height=HEIGHT)
        font = pymupdf.Font("tiro") if face == "built-in" else pymupdf.Font(fontfile=FONT_FILE)
        kerned = hand == "one TJ" or (hand == "word spacing" and face.startswith("CID"))
        writer = _Writer(page, font, face, KERN if kerned else 0.0)
        for line in sheet.lines:
            words = line.words.replace(NAME, name)
            writer.write(hand, line.baseline, _placed(line, words, writer))
        writer.close()
        for x0, y0, x1, y1 in sheet.rules:
            page.draw_line((x0, y0), (x1, y1), width=0.5)
        if face.endswith("subset"):
            doc.subset_fonts()
        return bytes(doc.tobytes())


def _placed(line: Line, words: str, writer: _Writer) -> Piece:
    free = line.high - line.low - writer.length(words)
    if line.align == "full":
        return line.low, words, free / words.count(" ")
    return line.low + {"left": 0.0, "centre": free / 2, "right": free}[line.align], words, 0.0


class _Writer:
    """Writes pieces of lines in one way or another."""

    def __init__(self, page: pymupdf.Page, font: pymupdf.Font, face: Face, kern: float) -> None:
        self._kern = kern
        self._page, self._font, self._face = page, font, face
        self._name = "tiro" if face == "built-in" else "F0"
        if face == "built-in":
            page.insert_font(fontname="tiro")
        else:
            page.insert_font(fontname="F0", fontfile=FONT_FILE, set_simple=face.startswith("simple"))
        self._content: list[str] = []
        self._at = (0.0, 0.0)

    def length(self, text: str) -> float:
        """The width of a text in points, by the whole numbers that stand in the file."""
        units = sum(int(self._font.glyph_advance(ord(char)) * 1000 + 1e-6) for char in text)
        return (units - self._kern * text.count("v")) * SIZE / 1000

    def write(self, hand: Hand, baseline: float, piece: Piece) -> None:
        ways: dict[str, Callable[[float, Piece], None]] = {
            "insert_text": self._insert, "TextWriter": self._append, "one TJ": self._one_array,
            "word spacing": self._word_spacing, "words apart": self._words, "letters apart": self._letters,
        }  # fmt: skip
        ways[hand](baseline, piece)

    def close(self) -> None:
        """Put down what was written by hand."""
        if self._content:
            content = f"q BT /{self._name} {SIZE} Tf\n" + "\n".join(self._content) + "\nET Q\n"
            xref = self._page.parent.get_new_xref()
            self._page.parent.update_object(xref, "<<>>")
            self._page.parent.update_stream(xref, content.encode())
            self._page.set_contents(xref)

    def _split(self, piece: Piece) -> list[tuple[float, str]]:
        """The words, each with its space, where they stand; or the whole where its spaces are plain."""
        x, text, room = piece
        if not room:
            return [(x, text)]
        out = []
        for word in text.split(" "):
            out.append((x, word))
            x += self.length(word + " ") + room
        return out

    def _insert(self, baseline: float, piece: Piece) -> None:
        for x, text in self._split(piece):
            self._page.insert_text((x, baseline), text, fontsize=SIZE, fontname=self._name)

    def _append(self, baseline: float, piece: Piece) -> None:
        writer = pymupdf.TextWriter(self._page.rect)
        for x, text in self._split(piece):
            writer.append((x, baseline), text, font=self._font, fontsize=SIZE)
        writer.write_text(self._page)

    def _td(self, x: float, baseline: float) -> str:
        y = HEIGHT - baseline
        """A step to a place that is rounded, so that no step hangs on what stood before."""
        dx, dy = round(x, 2) - self._at[0], y - self._at[1]
        self._at = (round(x, 2), y)
        return f"{dx:.2f} {dy:.2f} Td"

    def _code(self, text: str) -> str:
        if self._face.startswith("CID"):
            return "<" + "".join(f"{self._font.has_glyph(ord(char)):04x}" for char in text) + ">"
        return "<" + text.encode("latin-1").hex() + ">"

    def _one_array(self, baseline: float, piece: Piece) -> None:
        """Room between words, and a kern before every v, as numbers of one array."""
        x, text, room = piece
        shown = ""
        for char in text:
            shown += str(self._kern) if char == "v" else ""
            shown += self._code(char) + (f"{-room * 1000 / SIZE:.3f} " if char == " " and room else "")
        self._content.append(f"{self._td(x, baseline)} [{shown}] TJ")

    def _word_spacing(self, baseline: float, piece: Piece) -> None:
        """Room between words by Tw; two-byte codes have no word spacing."""
        x, text, room = piece
        if self._face.startswith("CID"):
            self._one_array(baseline, piece)
        else:
            self._content.append(f"{self._td(x, baseline)} {room:.4f} Tw {self._code(text)} Tj")

    def _words(self, baseline: float, piece: Piece) -> None:
        """Each word by itself, no spaces between; the last steps from one to the next."""
        x, text, room = piece
        for word in text.split(" "):
            self._content.append(f"{self._td(x, baseline)} {self._code(word)} Tj")
            x += self.length(word + " ") + room

    def _letters(self, baseline: float, piece: Piece) -> None:
        x, text, room = piece
        for char in text:
            self._content.append(f"{self._td(x, baseline)} {self._code(char)} Tj")
            x += self.length(char) + (room if char == " " else 0.0)
