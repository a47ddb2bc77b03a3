"""Write the structure tree of the published file; every string in it is ours, or was let through by `spoken`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import pymupdf

from redactor.publish.tags import spoken
from redactor.publish.tags.grown import Annotation, Content, Node


def write(doc: pymupdf.Document, roots: Sequence[Node], reworded: Callable[[str], str]) -> None:
    """Give the file this tree; nothing where there are no roots.

    Args:
        doc: the finished file.
        roots: as `grown` gives them.
        reworded: replaces secrets in a text.
    """
    if not roots:
        return
    described = any(node.element.alt for node in _all(roots))
    published = spoken.words_of("\n".join(page.get_text() for page in doc)) if described else frozenset()
    _Writer(doc, roots, lambda alt: spoken.description(reworded(alt), published)).write(roots)
    for page in doc:
        doc.xref_set_key(page.xref, "Tabs", "/S")


def _all(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(kid for kid in node.kids if isinstance(kid, Node))


class _Writer:
    def __init__(self, doc: pymupdf.Document, roots: Sequence[Node], described: Callable[[str], str]) -> None:
        self._doc, self._described = doc, described
        wanted = {name for node in _all(roots) for name in node.element.headers}
        cells = (node.element.name for node in _all(roots) if node.type in ("TH", "TD"))
        named = dict.fromkeys(name for name in cells if name in wanted)
        self._names = {name: f"c{number:05}" for number, name in enumerate(named)}
        self._cells: dict[str, int] = {}
        self._content: dict[tuple[int, int], dict[int, int]] = {}
        self._objects: list[tuple[int, int]] = []

    def write(self, roots: Sequence[Node]) -> None:
        doc, top = self._doc, self._doc.get_new_xref()
        kids = "".join(f" {self._node(node, top)} 0 R" for node in roots)
        cells = "".join(f"({name}){xref} 0 R" for name, xref in sorted(self._cells.items()))
        names = f"/IDTree<</Names[{cells}]>>" if cells else ""
        numbers = list(self._numbers())
        listed = " ".join(f"{key} {value}" for key, value in enumerate(numbers))
        doc.update_object(
            top,
            f"<</Type/StructTreeRoot/K[{kids}]/ParentTree<</Nums[{listed}]>>"
            f"/ParentTreeNextKey {len(numbers)}{names}>>",
        )
        doc.xref_set_key(doc.pdf_catalog(), "StructTreeRoot", f"{top} 0 R")
        doc.xref_set_key(doc.pdf_catalog(), "MarkInfo", "<</Marked true>>")

    def _numbers(self) -> Iterator[str]:
        """The values of the parent tree, their keys being their places; what they belong to is told its key."""
        key = 0
        for (page, form), owners in sorted(self._content.items()):
            self._doc.xref_set_key(form or self._doc.page_xref(page), "StructParents", str(key))
            yield "[" + " ".join(f"{owner} 0 R" for _, owner in sorted(owners.items())) + "]"
            key += 1
        for xref, owner in self._objects:
            self._doc.xref_set_key(xref, "StructParent", str(key))
            yield f"{owner} 0 R"
            key += 1

    def _node(self, node: Node, parent: int) -> int:
        xref = int(self._doc.get_new_xref())
        page = next((kid.page for kid in node.kids if not isinstance(kid, Node)), -1)
        kids = " ".join([self._kid(kid, xref, page) for kid in node.kids])
        parts = [f"/Type/StructElem/S/{node.type}/P {parent} 0 R/K[{kids}]"]
        parts += [f"/Pg {self._doc.page_xref(page)} 0 R"] if page >= 0 else []
        parts += [f"/Lang({node.lang})"] if node.lang else []
        parts += [f"/ActualText({node.says})"] if node.says else []
        alt = self._described(node.element.alt) if node.element.alt else ""
        parts += [f"/Alt<feff{alt.encode('utf-16-be').hex()}>"] if alt else []
        parts += [*self._name(node, xref), *self._attributes(node)]
        self._doc.update_object(xref, f"<<{''.join(parts)}>>")
        return xref

    def _kid(self, kid: Node | Content | Annotation, owner: int, page: int) -> str:
        if isinstance(kid, Node):
            return f"{self._node(kid, owner)} 0 R"
        where = f"/Pg {self._doc.page_xref(kid.page)} 0 R"
        if isinstance(kid, Annotation):
            self._objects.append((kid.xref, owner))
            return f"<</Type/OBJR{where}/Obj {kid.xref} 0 R>>"
        self._content.setdefault((kid.page, kid.form), {})[kid.mcid] = owner
        if kid.page == page and not kid.form:
            return str(kid.mcid)
        form = f"/Stm {kid.form} 0 R" if kid.form else ""
        return f"<</Type/MCR{where}{form}/MCID {kid.mcid}>>"

    def _name(self, node: Node, xref: int) -> Iterator[str]:
        """The name of a cell that others call their header, once."""
        name = self._names.get(node.element.name, "")
        if name and name not in self._cells and node.type in ("TH", "TD"):
            self._cells[name] = xref
            yield f"/ID({name})"

    def _attributes(self, node: Node) -> Iterator[str]:
        """ISO 32000-1 14.8.5: one dictionary for each owner."""
        headers = [f"({self._names[name]})" for name in node.element.headers if name in self._names]
        listed = list(node.element.attributes)
        listed += [("Table", "Headers", f"[{' '.join(headers)}]")] if headers else []
        owners = dict.fromkeys(owner for owner, _, _ in listed)
        written = [
            f"<</O/{owner}" + "".join(f"/{key} {value}" for of, key, value in listed if of == owner) + ">>"
            for owner in owners
        ]
        if written:
            yield f"/A[{''.join(written)}]"
