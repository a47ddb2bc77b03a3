"""Marked-up reports as a board might receive them: in PDF, three fonts, justified or not, or in a hyphenated column."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

EVALUATION = Path(__file__).resolve().parents[3] / "shared" / "eval"
FONTS = ("serif", "sans", "mono")
COLUMN = 40  # characters
_COLUMN_FONTS = {"serif": "tiro", "sans": "helv", "mono": "cour"}
_SIZE, _LEADING = 10.5, 13.0  # points
_LINES = 54  # on a page
_BREAK = re.compile(r"(?<=[a-z]{2})(?=[bcdfghjklmnpqrstvwxz][aeiouy][a-z])", re.IGNORECASE)


@dataclass(frozen=True)
class Layout:
    """How a report is laid out; `wrap`: break lines at so many characters, 0 for not at all; `font`: "" for no PDF.

    `as_column`: the wrapped lines are set below each other; otherwise the layout tool makes a paragraph of each line.
    """

    wrap: int = 0
    hyphenate: bool = False
    font: str = ""
    justify: bool = False
    as_column: bool = True

    def __str__(self) -> str:
        wrapped = f"{self.wrap} columns{', hyphenated' if self.hyphenate else ''}" if self.wrap else ""
        pdf = f"PDF, {self.font}{', justified' if self.justify else ''}" if self.font else ""
        apart = "lines apart" if self.wrap and pdf and not self.as_column else ""
        return "; ".join(filter(None, (wrapped, pdf, apart))) or "as it is"


def every_layout() -> Iterator[Layout]:
    """Yield the layouts that are promised: as it is, six PDFs, and the hyphenated column as text and as PDF."""
    yield Layout()
    for font in FONTS:
        yield Layout(font=font)
        yield Layout(font=font, justify=True)
    yield Layout(COLUMN, hyphenate=True)
    for font in FONTS:
        yield Layout(COLUMN, hyphenate=True, font=font)
    yield Layout(COLUMN, hyphenate=True, font="serif", as_column=False)


def laid_out(report: Path, layout: Layout, folder: Path) -> tuple[Path, str]:
    """Lay a report out and read it again: the gold that its text can be scored against, and the text.

    A mark that the layout tool put on no page is left out of the gold: nobody could find it.
    """
    text = _score_tool().read_gold(str(report))[0]
    if layout.wrap:
        text = wrapped(text, layout.wrap, hyphenate=layout.hyphenate)
    if not layout.font:
        return report, text
    target = folder / f"{report.stem}.pdf"
    if layout.wrap and layout.as_column:
        target.write_bytes(_column_pdf(text, layout.font))
    else:
        source = folder / "source.txt"
        source.write_text(text if layout.wrap else report.read_text(encoding="utf-8"), encoding="utf-8")
        command = [sys.executable, str(EVALUATION / "layout.py"), str(source), str(target)]
        justify = ["--justify"] if layout.justify else []
        subprocess.run([*command, "--font", layout.font, *justify], check=True, capture_output=True)
    from redactor.document.source import open_document

    read = open_document(target).document.text
    return _what_is_there(report, read, folder), read


def wrapped(text: str, columns: int, *, hyphenate: bool) -> str:
    """Break the lines of `text` at `columns` characters, with `hyphenate` also inside words as typesetters do."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            room = columns - len(line) - bool(line)
            while len(word) > room:
                first = _fitting(word, room) if hyphenate else ""
                if not first and not line:
                    break  # wider than a column and with no place to break
                lines.append(f"{line} {first}".strip())
                word = word[len(first) - (not word.startswith(first)) :]  # without the hyphen put in
                line, room = "", columns
            line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)


def _fitting(word: str, room: int) -> str:
    """Return the longest beginning of a word that fits with its hyphen, or nothing."""
    own = word.rfind("-", 2, max(room, 0)) + 1
    letters = re.match(r"[^\W\d_]{5,}", word)
    points = [match.start() for match in _BREAK.finditer(letters.group())] if letters else []
    inside = max((point for point in points if 2 <= point < room), default=0)
    if own > inside and word[own:].isalpha():
        return word[:own]
    return f"{word[:inside]}-" if inside else ""


def _column_pdf(text: str, font: str) -> bytes:
    """Return a PDF with the lines of `text` set below each other, unjustified."""
    import pymupdf

    document = pymupdf.open()
    face = pymupdf.Font(_COLUMN_FONTS[font])
    lines = text.split("\n")
    for first in range(0, len(lines), _LINES):
        page = document.new_page()
        writer = pymupdf.TextWriter(page.rect)
        for number, line in enumerate(lines[first : first + _LINES]):
            if line:
                writer.append((72, 72 + number * _LEADING), line, font=face, fontsize=_SIZE)
        writer.write_text(page)
    made: bytes = document.tobytes()
    return made


def _what_is_there(report: Path, text: str, folder: Path) -> Path:
    """Return the marked-up report without the marks that do not stand in `text`."""
    tool = _score_tool()
    gold, spans = tool.read_gold(str(report))
    there = set(tool.alignment(gold, text).values())
    letters = ([at for at in range(start, end) if gold[at].isalnum()] for start, end, _, _ in spans)
    wording = "".join(text[at] for at in tool.solid(text))
    on_page = iter(
        ["".join(gold[at] for at in mark) in wording and any(at in there for at in mark) for mark in letters]
    )
    kept = tool.MARK.sub(
        lambda mark: mark[0] if next(on_page) else mark[3], report.read_text(encoding="utf-8")
    )
    target = folder / f"{report.stem}.txt"
    target.write_text(kept, encoding="utf-8")
    return target


def _score_tool():  # type: ignore[no-untyped-def]  # noqa: ANN202  # a script beside the repository
    sys.path.insert(0, str(EVALUATION))
    import score

    return score
