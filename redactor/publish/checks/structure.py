"""What a screen reader is told beyond what is seen names nobody, and no text hides behind the visible text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pikepdf

from redactor.findings import matching
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, decoded, excerpt
from redactor.publish.tags.spoken import PHRASES

PROMISE = (
    "No replacement texts stand behind the visible text: a screen reader is told no more than what pictures show "
    "and what kind of wording went."
)

_TEXTS = ("/ActualText", "/Alt", "/E")
_ELSEWHERE = ("/Pg", "/Obj", "/Stm", "/P")
"""Keys that lead out of the structure tree, or back up."""
_OURS = {
    "/Lang": re.compile(r"[a-z]{2,3}(-[A-Z]{2})?"),
    "/ActualText": re.compile("|".join(map(re.escape, PHRASES))),
    "/ID": re.compile(r"c\d{5}"),
    "/Headers": re.compile(r"c\d{5}"),
    "/Names": re.compile(r"c\d{5}"),
    "/Limits": re.compile(r"c\d{5}"),
}
"""What each string of a structure tree may say; a description (/Alt) whatever names nobody."""


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Texts in the structure tree that are not ours, and texts of marked content anywhere."""
    seen: set[tuple[int, int]] = set()
    out = list(_in_tree(published, secrets, seen))
    beside = sum(_has_text(obj) for obj in published.objects() if obj.objgen not in seen)
    if beside:
        sentence = f"Replacement texts stand behind the visible text of the file ({beside} in all)."
        out.append(Problem("structure", 0, "structure text", sentence))
    for number, stream in _contents(published):
        if any(_marked_text(instruction) for instruction in _marked(stream)):
            where = f"page {number}" if number else "a form"
            sentence = f"Replacement texts stand behind the visible text of {where}."
            out.append(Problem("structure", number, "marked content", sentence))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Put a replacement text behind a space."""
    published.pdf.pages[0].contents_add(b"/Span <</ActualText (the child)>> BDC EMC")
    return published.saved()


def _in_tree(
    published: Published, secrets: Sequence[Secret], seen: set[tuple[int, int]]
) -> Iterator[Problem]:
    root = published.pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return
    pages = {page.obj.objgen: number for number, page in enumerate(published.pdf.pages, 1)}
    sought = [(secret, matching.needle(secret.text)) for secret in secrets]
    sought = [(secret, needle) for secret, needle in sought if not matching.too_plain(needle)]
    for key, text, page in _strings(root, seen):
        number = pages.get(page, 0)
        hay = matching.haystack(text)
        for secret, needle in sought:
            if matching.find(hay, needle):
                sentence = f"“{secret.text}” is left in what a screen reader is told."
                yield Problem("structure", number, "structure text", sentence)
        if key != "/Alt" and not (key in _OURS and _OURS[key].fullmatch(text)):
            sentence = f"The structure of the file holds a text that is not seen: “{excerpt(text)}”."
            yield Problem("structure", number, "structure text", sentence)


def _strings(
    root: pikepdf.Dictionary, seen: set[tuple[int, int]]
) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Every string of the structure tree with its key and the page of its element; `seen` takes all objects met."""
    todo: list[tuple[str, pikepdf.Object, tuple[int, int]]] = [("", root, (0, 0))]
    while todo:
        key, obj, page = todo.pop()
        if isinstance(obj, pikepdf.String):
            yield key, str(obj), page
            continue
        if not isinstance(obj, pikepdf.Dictionary | pikepdf.Array) or (
            obj.is_indirect and obj.objgen in seen
        ):
            continue
        if obj.is_indirect:
            seen.add(obj.objgen)
        if isinstance(obj, pikepdf.Dictionary):
            own = obj.get("/Pg")
            page = own.objgen if isinstance(own, pikepdf.Dictionary) else page
            todo += [(name, value, page) for name, value in obj.items() if _inside(name, value)]
        else:
            todo += [(key, value, page) for value in obj if isinstance(value, pikepdf.Object)]


def _inside(name: str, value: object) -> bool:
    """Whether to go on: up and out of the tree it is not, but user properties hold their list as /P, too."""
    return isinstance(value, pikepdf.Object) and (
        name not in _ELSEWHERE or (name == "/P" and isinstance(value, pikepdf.Array))
    )


def _has_text(obj: pikepdf.Object) -> bool:
    """Whether an object outside the tree is a structure element, or the properties of marked content, with a text."""
    if not isinstance(obj, pikepdf.Dictionary):
        return False
    structural = obj.get("/S") is not None or obj.get("/ActualText") is not None
    return structural and any(isinstance(obj.get(key), pikepdf.String) for key in _TEXTS)


def _contents(published: Published) -> Iterator[tuple[int, pikepdf.Page | pikepdf.Stream]]:
    yield from enumerate(published.pdf.pages, 1)
    for obj in published.objects():
        if isinstance(obj, pikepdf.Stream) and obj.get("/Subtype") == pikepdf.Name.Form:
            data = decoded(obj)
            if b"BDC" in data or b"DP" in data:
                yield published.page_of.get(obj.objgen, 0), obj


def _marked(stream: pikepdf.Page | pikepdf.Stream) -> list[pikepdf.ContentStreamInstruction]:
    try:
        return list(pikepdf.parse_content_stream(stream, "BDC DP"))  # type: ignore[arg-type]  # operators only, no images
    except pikepdf.PdfError:
        return []


def _marked_text(instruction: pikepdf.ContentStreamInstruction) -> bool:
    operands = instruction.operands
    properties = operands[1] if len(operands) > 1 else None
    return isinstance(properties, pikepdf.Dictionary) and any(
        properties.get(key) is not None for key in _TEXTS
    )
