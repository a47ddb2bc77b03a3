"""A Word draft (.docx) becomes pages: what Word shows, set anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from redactor.document.readers.glyphs import SOFT_HYPHEN, Run
from redactor.document.readers.strips import Block, Paragraph
from redactor.document.readers.typeset import Running, Section, typeset
from redactor.document.readers.word_numbers import Numbers
from redactor.document.readers.word_package import (
    Element,
    Package,
    attribute,
    child,
    children,
    descendants,
    switched_on,
)
from redactor.document.readers.word_story import Story, Word, flat
from redactor.document.readers.word_styles import Styles
from redactor.document.source import Reading
from redactor.errors import Tick, UnusableInput

SUFFIXES = (".docx",)
KIND = "word"
_NO_SECTION: tuple[Running, Running | None, Running | None] = (Running(), None, None)


def read(draft: bytes, name: str, tick: Tick) -> Reading:
    """Set a Word draft on pages.

    Raises:
        UnusableInput: it is no Word document, is encrypted, damaged or unpacks to far too much, or holds nothing.
        Cancelled: by `tick`.
    """
    tick(0, 1, "Reading the Word document")
    package = Package(draft, name)
    try:
        sections = _Draft(package).sections()
    except RecursionError as error:
        raise package.damaged("nested too deeply") from error
    pdf, pages = typeset(sections, tick, inside=SOFT_HYPHEN)
    if not any(page.text for page in pages) and not any(section.blocks for section in sections):
        raise UnusableInput(f"“{name}” holds no text.", "Ask for the draft again.")
    return Reading(pdf, pages, exact=True)


@dataclass(frozen=True, slots=True)
class _Edges:
    """The parts of a section's headers and footers by what they are and where: ("header", "first")."""

    parts: dict[tuple[str, str], str]


class _Draft:
    """The main part of a Word file and those that it refers to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        main = [each.target for each in package.relations("").values() if each.kind == "officeDocument"]
        self._main = main[0] if main else "word/document.xml"
        root = package.tree(self._main)
        body = child(root, "w:body")
        if body is None:
            raise package.damaged("no main part")
        self._body = body
        self._relations = package.relations(self._main)
        styles = Styles(self._related_tree("styles"))
        self._word = Word(package, styles, Numbers(self._related_tree("numbering"), styles))
        settings = self._related_tree("settings")
        self._two_sided = bool(switched_on(child(settings, "w:evenAndOddHeaders")))

    def _related(self, kind: str) -> str:
        return next((each.target for each in self._relations.values() if each.kind == kind), "")

    def _related_tree(self, kind: str) -> Element | None:
        target = self._related(kind)
        return self._package.tree(target) if target else None

    def sections(self) -> list[Section]:
        """The sections in order; the last ends with the notes."""
        story = Story(self._word, self._main, self._body)
        sections: list[Section] = []
        edges = _Edges({})
        blocks: list[Block] = []
        for element in flat(self._body):
            blocks.extend(story.block(element))
            properties = child(element, "w:pPr", "w:sectPr")
            if properties is not None:
                edges = self._edges(properties, edges)
                _add(sections, self._section(blocks, properties, edges), properties)
                blocks = []
        properties = child(self._body, "w:sectPr")
        edges = self._edges(properties, edges)
        _add(sections, self._section(blocks, properties, edges), properties)
        sections[-1] = replace(sections[-1], blocks=(*sections[-1].blocks, *self._notes()))
        return sections

    def _edges(self, properties: Element | None, before: _Edges) -> _Edges:
        """Headers and footers of a section: its own, else those of the section before (17.10)."""
        parts = dict(before.parts)
        for what in ("header", "footer"):
            for reference in children(properties, f"w:{what}Reference"):
                relation = self._relations.get(attribute(reference, "r:id") or "")
                if relation and relation.target:
                    parts[what, attribute(reference, "w:type") or "default"] = relation.target
        return _Edges(parts)

    def _section(self, blocks: list[Block], properties: Element | None, edges: _Edges) -> Section:
        first = switched_on(child(properties, "w:titlePg"))
        return Section(
            tuple(blocks),
            self._running(edges, "default"),
            self._running(edges, "first") if first else None,
            self._running(edges, "even") if self._two_sided else None,
        )

    def _running(self, edges: _Edges, where: str) -> Running:
        return Running(*(self._edge(edges.parts.get((what, where), "")) for what in ("header", "footer")))

    def _edge(self, part: str) -> tuple[Block, ...]:
        root = self._package.tree(part) if part else None
        if root is None:
            return ()
        blocks = Story(self._word, part, root, running=True).blocks(root)
        return tuple(block for block in blocks if not isinstance(block, Paragraph) or block.runs)

    def _notes(self) -> list[Block]:
        """Footnotes and endnotes under the numbers of their references."""
        if not self._word.notes:
            return []
        blocks: list[Block] = [Paragraph((Run("Notes"),), level=3)]
        trees = {kind: self._related_tree(kind) for kind in ("footnotes", "endnotes")}
        for number, (kind, identifier) in enumerate(self._word.notes, 1):
            root = trees[kind]
            notes = descendants(root, f"w:{kind[:-1]}") if root is not None else iter(())
            note = next((each for each in notes if attribute(each, "w:id") == identifier), None)
            if root is None or note is None:
                continue
            found = Story(self._word, self._related(kind), root).blocks(note)
            blocks.extend(_labelled(found, number))
        return blocks


def _labelled(blocks: list[Block], number: int) -> list[Block]:
    """A note's blocks, the first with its number before it."""
    label = Run(f"[{number}] ")
    if blocks and isinstance(blocks[0], Paragraph):
        runs = blocks[0].runs
        if runs and not runs[0].text.strip():
            runs = runs[1:]
        return [replace(blocks[0], runs=(label, *runs)), *blocks[1:]]
    return [Paragraph((label,)), *blocks]


def _add(sections: list[Section], section: Section, properties: Element | None) -> None:
    """Add a section; one that only goes on on the same page joins the one before."""
    if sections:
        last = sections[-1]
        goes_on = attribute(child(properties, "w:type"), "w:val") == "continuous"
        if goes_on and (last.running, last.first, last.even) == (
            section.running,
            section.first,
            section.even,
        ):
            sections[-1] = replace(last, blocks=(*last.blocks, *section.blocks))
            return
    sections.append(section)
