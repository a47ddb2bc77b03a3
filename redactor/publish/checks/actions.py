"""Nothing in the file acts by itself or leads out of it but plain web links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No scripts and no actions are left but links within the report and to the web."

_BAD = frozenset(
    """
    /GoToE /GoToR /Hide /ImportData /JavaScript /Launch /Movie /Rendition /ResetForm /RichMediaExecute /Sound
    /SubmitForm
    """.split()  # noqa: SIM905 - a word list reads better so
)


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Scripts and actions, one problem for each kind."""
    out: dict[str, Problem] = {}
    for obj in published.objects():
        page = published.page_of.get(obj.objgen, 0)
        for name in _bad_actions(obj):
            sentence = f"The file holds an action or script ({name})."
            out.setdefault(name, Problem("actions", page, "action", sentence))
    return list(out.values())


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Let a script run when the file is opened."""
    published.pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('hello')")
    return published.saved()


def _bad_actions(obj: pikepdf.Object, depth: int = 0) -> Iterator[str]:
    if isinstance(obj, pikepdf.Dictionary | pikepdf.Stream):
        kind = obj.get("/S")
        if isinstance(kind, pikepdf.Name) and str(kind) in _BAD:
            yield str(kind)[1:]
        if obj.get("/AA") is not None:
            yield "AA"
    elif not isinstance(obj, pikepdf.Array):
        return
    if depth < 50:
        values = list(obj) if isinstance(obj, pikepdf.Array) else [value for _, value in obj.items()]
        for value in values:
            if isinstance(value, pikepdf.Object) and not value.is_indirect:
                yield from _bad_actions(value, depth + 1)
