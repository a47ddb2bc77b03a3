"""No form field, value or XFA form is left."""

from __future__ import annotations

from collections.abc import Sequence

import pikepdf

from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

PROMISE = "No form fields and no form data are left."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Fields with or without a place on a page, and XFA data."""
    form = published.pdf.Root.get("/AcroForm")
    out = []
    if isinstance(form, pikepdf.Dictionary) and form.get("/XFA") is not None:
        out.append(Problem("forms", 0, "XFA", "The file holds an XFA form with its data."))
    fields = [o for o in published.objects() if isinstance(o, pikepdf.Dictionary) and _is_field(o)]
    if fields:
        page = published.page_of.get(fields[0].objgen, 0)
        out.append(Problem("forms", page, "form field", f"The file holds {len(fields)} form fields."))
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Add a text field with a value."""
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, T="name", V="A. N. Other",
        Rect=[10, 10, 90, 30],
    )  # fmt: skip
    field = published.pdf.make_indirect(field)
    published.pdf.pages[0].obj["/Annots"] = pikepdf.Array([field])
    published.pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=[field])
    return published.saved()


def _is_field(obj: pikepdf.Dictionary) -> bool:
    return obj.get("/FT") is not None or obj.get("/Subtype") == pikepdf.Name.Widget
