"""Fields in a Word file (ISO/IEC 29500-1 17.16): their results are text, their instructions are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from redactor.document.readers.typeset import PAGE_COUNT, PAGE_NUMBER
from redactor.document.readers.word_package import (
    Element,
    attribute,
    child,
    children,
    descendants,
    name_of,
    number_in,
    switched_on,
)


@dataclass(slots=True)
class _Field:
    """A field that has begun and not ended."""

    begin: Element
    instruction: str = ""
    in_result: bool = False
    replaced: bool = False


class Fields:
    """The fields that are open at a place in a part, outermost first."""

    def __init__(self, root: Element, *, running: bool) -> None:
        """`running`: `root` is a header or footer, so page numbers are those of the page that it is set on."""
        self._open: list[_Field] = []
        self._running = running
        self._told_apart = _balanced(root)

    @property
    def shown(self) -> bool:
        """Whether text here is a field's result or in no field at all."""
        return not self._told_apart or all(each.in_result and not each.replaced for each in self._open)

    def mark(self, element: Element) -> Iterator[str]:
        """Take a w:fldChar or w:instrText; the text that takes the place of a stored result, if any does."""
        kind = attribute(element, "w:fldCharType")
        if kind == "begin":
            self._open.append(_Field(element))
        elif not self._open:
            return
        elif kind == "separate":
            yield from self._own_result(self._open[-1])
            self._open[-1].in_result = True
        elif kind == "end":
            ended = self._open.pop()
            if not ended.in_result:
                yield from self._own_result(ended)
        else:
            self._open[-1].instruction += element.text or ""

    def number(self, instruction: str) -> str:
        """What stands for a page number in a header or footer; "" where the instruction asks for none."""
        words = instruction.upper().split()
        if not self._running or not words:
            return ""
        return {"PAGE": PAGE_NUMBER, "NUMPAGES": PAGE_COUNT}.get(words[0], "")

    def _own_result(self, begun: _Field) -> Iterator[str]:
        text = self.number(begun.instruction) or _form_value(begun.begin)
        if text and all(each.in_result for each in self._open if each is not begun):
            begun.replaced = True
            yield text


def _balanced(root: Element) -> bool:
    """Whether each field of a part ends; if not, texts of fields cannot be told apart and all are shown."""
    depth = 0
    for mark in descendants(root, "w:fldChar"):
        if any(name_of(above) in ("w:del", "w:moveFrom") for above in mark.iterancestors()):
            continue
        depth += {"begin": 1, "end": -1}.get(attribute(mark, "w:fldCharType") or "", 0)
        if depth < 0:
            return False
    return depth == 0


def _form_value(begin: Element) -> str:
    """What a form field shows that stores no result: a list's entry, a tick box."""
    form = child(begin, "w:ffData")
    entries = children(child(form, "w:ddList"), "w:listEntry")
    if entries:
        chosen = child(form, "w:ddList", "w:result")
        chosen = child(form, "w:ddList", "w:default") if chosen is None else chosen
        index = int(number_in(attribute(chosen, "w:val")))
        return attribute(entries[index], "w:val") or "" if 0 <= index < len(entries) else ""
    box = child(form, "w:checkBox")
    if box is None:
        return ""
    ticked = switched_on(child(box, "w:checked"))
    return "☒" if (switched_on(child(box, "w:default")) if ticked is None else ticked) else "☐"
