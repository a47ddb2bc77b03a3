"""The small markup in which the sample texts are written, read into blocks.

One block a line: `# ` section, `## ` subsection, `(a) ` lettered item, `| a | b |` table row (the first of a run is the
header), `! ` unnumbered paragraph, `@NAME` a figure; any other line is a numbered paragraph. `[^1]` refers to a footnote.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNNUMBERED = ("References", "Appendix")


@dataclass(frozen=True)
class Block:
    """One piece of a report: `kind` is section, subsection, item, table, plain, figure or numbered."""

    kind: str
    text: str = ""
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def read_blocks(text: str) -> list[Block]:
    """Blocks in order, sections and paragraphs numbered (`label`) as a report numbers them: 1, 1.1, 1.2 …"""
    return list(_numbered(_grouped(curl_quotes(text))))


def read_folder(folder: Path) -> list[Block]:
    """Blocks of the numbered `.md` files of `folder`, in name order."""
    return read_blocks("\n".join(path.read_text("utf-8") for path in sorted(folder.glob("[0-9]*.md"))))


def read_footnotes(path: Path) -> dict[int, str]:
    """Footnotes by number, from lines `[^3]: text`."""
    text = curl_quotes(path.read_text("utf-8"))
    return {int(number): note for number, note in re.findall(r"\[\^(\d+)\]: (.+)", text)}


def curl_quotes(text: str) -> str:
    """Straight quotation marks and apostrophes made typographic, as a word processor leaves them."""
    text = re.sub(r"(?<![\w.,;:?!)*])\"", "“", text).replace('"', "”")
    return re.sub(r"(?<![\w.,;:?!)*”])'", "‘", text).replace("'", "’")


def _grouped(text: str) -> Iterator[Block]:
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Block("table", rows=tuple(rows))
            rows = []
        if line.strip():
            yield _line_block(line)


def _line_block(line: str) -> Block:
    for mark, kind in (("# ", "section"), ("## ", "subsection"), ("! ", "plain"), ("@", "figure")):
        if line.startswith(mark):
            return Block(kind, line.removeprefix(mark))
    if item := re.match(r"(\([a-z]\)) (.+)", line):
        return Block("item", item[2], item[1])
    return Block("numbered", line)


def _numbered(blocks: Iterator[Block]) -> Iterator[Block]:
    section = paragraph = 0
    numbering = False
    for block in blocks:
        if block.kind == "section":
            numbering = not block.text.startswith(UNNUMBERED)
            section, paragraph = section + numbering, 0
            yield Block("section", block.text, str(section) if numbering else "")
        elif block.kind == "numbered":
            paragraph += 1
            yield (
                Block("numbered", block.text, f"{section}.{paragraph}")
                if numbering
                else Block("plain", block.text)
            )
        else:
            yield block
