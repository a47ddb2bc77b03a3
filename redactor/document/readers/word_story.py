"""The text of one part of a Word file (body, header, footer, note) as blocks to be set, in reading order.

What Word shows with all changes accepted is taken: insertions stay, deletions, hidden text, comments and instructions of
fields are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redactor.document.readers.glyphs import Run
from redactor.document.readers.strips import Block, Cell, Paragraph, Table
from redactor.document.readers.typeset import PAGE_COUNT, PAGE_NUMBER
from redactor.document.readers.word_drawing import drawn
from redactor.document.readers.word_fields import Fields
from redactor.document.readers.word_numbers import Numbers
from redactor.document.readers.word_package import (
    Element,
    Package,
    Relation,
    attribute,
    child,
    children,
    descendants,
    name_of,
    number_in,
    switched_on,
)
from redactor.document.readers.word_styles import ParagraphStyle, Styles

_LEFT_OUT = {
    "w:del",
    "w:moveFrom",
    "w:pPr",
    "w:rPr",
    "w:sdtPr",
    "w:sdtEndPr",
    "w:tblPr",
    "w:tblGrid",
    "w:trPr",
    "w:tcPr",
}
_DEEPEST_TABLE = 6
_MOST_COLUMNS = 63  # Word's own limit
_BREAK, _PAGE_BREAK = "\n", "\f"  # within the text of a run, until paragraphs are parted at them
_UNWANTED = re.compile(
    f"[\u00ad{PAGE_NUMBER}{PAGE_COUNT}]"
)  # soft hyphens show only where Word breaks a line
_MARKS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:cr": _BREAK,
    "w:noBreakHyphen": "\u2011",
    "w:pgNum": PAGE_NUMBER,
}


@dataclass(slots=True)
class Word:
    """What all parts of a Word file share.

    Args:
        notes: footnotes and endnotes in the order of their references: kind of relation and identifier.
    """

    package: Package
    styles: Styles
    numbers: Numbers
    notes: list[tuple[str, str]] = field(default_factory=list)


class Story:
    """Reads one part; keeps what goes on from one paragraph to the next."""

    def __init__(self, word: Word, part: str, root: Element, *, running: bool = False) -> None:
        """`running`: the part is a header or footer, so page numbers are those of the page that it is set on."""
        self._word = word
        self._part = part
        self._running = running
        self._fields = Fields(root, running=running)
        self._carried: list[Run] = []
        self._aside: list[Block] = []
        self._depth = 0
        self._relations: dict[str, Relation] | None = None

    def target(self, identifier: str | None) -> str:
        """The part that a relation of this part leads to; "" for none."""
        if self._relations is None:
            self._relations = self._word.package.relations(self._part)
        found = self._relations.get(identifier or "")
        return found.target if found else ""

    @property
    def package(self) -> Package:
        """The file that the part belongs to."""
        return self._word.package

    def blocks(self, container: Element) -> list[Block]:
        """The blocks of a body, cell, note, header or text box."""
        return [block for element in flat(container) for block in self.block(element)]

    def block(self, element: Element) -> list[Block]:
        """The blocks of one paragraph, table or embedded document."""
        match name_of(element):
            case "w:p":
                return self._paragraph(element)
            case "w:tbl":
                return self._table(element)
            case _:
                return [Paragraph((Run("[embedded document]"),))]

    def boxed(self, container: Element) -> Block:
        """A text box: a frame of its own, apart from the text around it."""
        kept = self._fields, self._carried, self._aside
        self._fields, self._carried, self._aside = Fields(container, running=self._running), [], []
        self._depth += 1
        blocks = self.blocks(container)
        self._depth -= 1
        self._fields, self._carried, self._aside = kept
        return framed(blocks)

    def _paragraph(self, paragraph: Element) -> list[Block]:
        properties = child(paragraph, "w:pPr")
        style = self._word.styles.paragraph(properties)
        runs = [*self._carried, *self._inline(paragraph, style)]
        self._carried = []
        aside, self._aside = self._aside, []
        if _runs_on(properties):
            self._carried = runs
            return aside
        if aside and not runs:
            return aside
        label = self._word.numbers.label(style) if runs else None
        if label and label.text:
            runs.insert(0, Run(f"{label.text} ", bold=style.look.bold))
        indent = label.indent if label else style.indent
        return [*_parted(runs, style, indent), *aside]

    def _inline(self, container: Element, style: ParagraphStyle) -> Iterator[Run]:
        """The visible runs within a paragraph."""
        for element in container:
            match name_of(element):
                case "w:r":
                    yield from self._run(element, style)
                case "w:fldSimple" if number := self._fields.number(attribute(element, "w:instr") or ""):
                    yield Run(number)
                case "mc:AlternateContent":
                    if (chosen := _chosen(element)) is not None:
                        yield from self._inline(chosen, style)
                case "m:oMath" | "m:oMathPara":
                    yield Run("".join(text.text or "" for text in descendants(element, "m:t", "w:t")))
                case name if name not in _LEFT_OUT:
                    yield from self._inline(element, style)

    def _run(self, run: Element, style: ParagraphStyle) -> Iterator[Run]:
        look = self._word.styles.run(child(run, "w:rPr"), style)
        text = "".join(self._run_text(run, look.hidden))
        if text and not look.hidden:
            yield Run(text, look.bold, look.italic, look.rise)
        if not look.hidden and self._fields.shown:
            for element in (*children(run, "w:footnoteReference"), *children(run, "w:endnoteReference")):
                self._word.notes.append((name_of(element)[2:-9] + "s", attribute(element, "w:id") or ""))
                yield Run(f"[{len(self._word.notes)}]", rise=1)

    def _run_text(self, run: Element, hidden: bool) -> Iterator[str]:
        """The text of a run; what stands beside it (pictures, text boxes) is put aside."""
        for element in run:
            name = name_of(element)
            if name in ("w:fldChar", "w:instrText"):
                yield from self._fields.mark(element)
            elif hidden or not self._fields.shown:
                continue
            elif name == "w:t":
                yield _UNWANTED.sub("", re.sub(r"[\t\r\n]", " ", element.text or ""))
            elif name in _MARKS:
                yield _MARKS[name] if name != "w:pgNum" or self._running else ""
            elif name == "w:br":
                yield _PAGE_BREAK if attribute(element, "w:type") == "page" else _BREAK
            elif name == "w:sym":
                yield _symbol(element)
            elif name in ("w:drawing", "w:pict", "w:object"):
                self._aside.extend(drawn(element, self))
            elif name == "mc:AlternateContent":
                if (chosen := _chosen(element)) is not None:
                    yield from self._run_text(chosen, hidden)
            elif name == "w:ruby":
                yield "".join(text.text or "" for text in descendants(element, "w:t"))

    def _table(self, table: Element) -> list[Block]:
        rows = [row for row in flat(table, "w:tr") if not _row_gone(row)]
        if self._depth >= _DEEPEST_TABLE:
            return [block for row in rows for cell in flat(row, "w:tc") for block in self.blocks(cell)]
        self._depth += 1
        cells = [tuple(self._cells(row)) for row in rows]
        self._depth -= 1
        cells = [row for row in cells if row]
        return [Table(tuple(cells), _columns(table, rows, cells))] if cells else []

    def _cells(self, row: Element) -> Iterator[Cell]:
        properties = child(row, "w:trPr")
        if before := _count(child(properties, "w:gridBefore")):
            yield Cell((), before)
        for cell in flat(row, "w:tc"):
            own = child(cell, "w:tcPr")
            span = max(1, _count(child(own, "w:gridSpan")))
            yield Cell(() if _cell_gone(own) else tuple(self.blocks(cell)), span)


def framed(blocks: list[Block]) -> Table:
    """Blocks in one frame."""
    return Table(((Cell(tuple(blocks)),),), (1.0,))


def flat(container: Element, *wanted: str) -> Iterator[Element]:
    """The paragraphs and tables (or the `wanted`) within a container, through whatever wraps them."""
    wanted = wanted or ("w:p", "w:tbl", "w:altChunk")
    for element in container:
        name = name_of(element)
        if name in wanted:
            yield element
        elif name == "mc:AlternateContent":
            if (chosen := _chosen(element)) is not None:
                yield from flat(chosen, *wanted)
        elif name not in _LEFT_OUT and name not in ("w:p", "w:tbl"):
            yield from flat(element, *wanted)


def _chosen(alternatives: Element) -> Element | None:
    """The form that Word shows: the first choice, else the fallback."""
    choice = child(alternatives, "mc:Choice")
    return choice if choice is not None and len(choice) else child(alternatives, "mc:Fallback")


def _runs_on(properties: Element | None) -> bool:
    """Whether a paragraph runs on into the next: its mark is deleted or hidden, or it is a drop capital."""
    mark = child(properties, "w:rPr")
    gone = any(child(mark, name) is not None for name in ("w:del", "w:moveFrom"))
    drop = attribute(child(properties, "w:framePr"), "w:dropCap") in ("drop", "margin")
    return gone or drop or bool(switched_on(child(mark, "w:specVanish")))


def _parted(runs: list[Run], style: ParagraphStyle, indent: float) -> list[Block]:
    """A paragraph, or several where line and page breaks part it."""
    blocks: list[Block] = []
    current: list[Run] = []
    new_page = style.new_page
    for run in runs:
        for text in re.split(f"([{_BREAK}{_PAGE_BREAK}])", run.text):
            if text not in (_BREAK, _PAGE_BREAK):
                if text:
                    current.append(Run(text, run.bold, run.italic, run.rise))
                continue
            if current or text == _BREAK:
                blocks.append(Paragraph(tuple(current), style.level, indent, 0.0, new_page))
                new_page = False
            current, new_page = [], new_page or text == _PAGE_BREAK
    after = 6.0 if current else 0.0
    return [*blocks, Paragraph(tuple(current), style.level if current else 0, indent, after, new_page)]


def _symbol(element: Element) -> str:
    """A character given by its code (w:sym); those in the private area belong to a symbol font."""
    try:
        code = int(attribute(element, "w:char") or "", 16)
    except ValueError:
        return ""
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0xFFFF:
        return ""
    return "•" if 0xF000 <= code <= 0xF0FF else chr(code)


def _columns(table: Element, rows: list[Element], cells: list[tuple[Cell, ...]]) -> tuple[float, ...]:
    """Relative widths of columns: as the first row without spans gives them, else the table's grid."""
    count = max(sum(cell.span for cell in row) for row in cells)
    grid = [number_in(attribute(each, "w:w")) for each in children(child(table, "w:tblGrid"), "w:gridCol")]
    for row in rows:
        own = [child(cell, "w:tcPr", "w:tcW") for cell in flat(row, "w:tc")]
        widths = [number_in(attribute(each, "w:w")) for each in own if attribute(each, "w:type") == "dxa"]
        if len(widths) == count and min(widths) > 0:
            return tuple(widths)
    known = [width for width in grid if width > 0]
    usual = sum(known) / len(known) if known else 1.0
    return tuple(width if width > 0 else usual for width in (*grid, *[0.0] * count)[:count])


def _row_gone(row: Element) -> bool:
    properties = child(row, "w:trPr")
    return child(properties, "w:del") is not None or bool(switched_on(child(properties, "w:hidden")))


def _cell_gone(properties: Element | None) -> bool:
    """Whether a cell shows nothing: it goes on from the cell above or before, or is deleted."""
    merges = (child(properties, "w:vMerge"), child(properties, "w:hMerge"))
    goes_on = any(merge is not None and attribute(merge, "w:val") != "restart" for merge in merges)
    return goes_on or child(properties, "w:cellDel") is not None


def _count(element: Element | None) -> int:
    return min(max(0, int(number_in(attribute(element, "w:val")))), _MOST_COLUMNS)
