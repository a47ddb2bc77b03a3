"""What crosses between the processes is what its type says, or it does not arrive."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redactor.document.page import Page
from redactor.findings.finding import Finding
from redactor.publish.plan import Plan, Removal, Secret
from redactor.tasks.orders import (
    Drawn,
    Found,
    LoadPdf,
    LookAtModel,
    ModelSeen,
    OpenDraft,
    PageRead,
    Picture,
    Preview,
    Progress,
    Suggest,
)
from redactor.tasks.plain import Malformed, packed, unpacked

QUAD = (1.0, 2.0, 3.0, 2.0, 1.0, 4.0, 3.0, 4.0)
PLAN = Plan(
    (Removal("m1", 1, (QUAD,), "Kezia", "PERSON", "Child D"),),
    (Secret("Kezia", "PERSON", 2),),
    "blackout",
    "Report",
)
PAGE = Page(1, 595.0, 842.0, "Ab", array("f", [*QUAD, *QUAD]), confidence=0.5)
THINGS = (
    OpenDraft(Path("/drafts/a “draft”.pdf")),
    LookAtModel(Path("/models/ours")),
    ModelSeen("spaCy", ("PERSON", "NORP")),
    Suggest("Some text with \ud83d\ude00 halves", ("always",), ()),
    Preview(b"%PDF", PLAN),
    LoadPdf(b"", "preview"),
    Picture(3, 1.5, (0.0, 0.0, 10.5, 20.0)),
    Picture(3, 2.0),
    Progress(1, 2, "Reading"),
    PageRead(PAGE, 2),
    Found((Finding(0, 5, "PERSON", 0.9, "names", "It is a name.", "e1"),), True, {"e1": "Child D"}),
    Drawn(1, 1.0, None, 0, 0, 1, 1, b"abc", 3),
)  # fmt: skip


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_what_is_packed_comes_back_the_same(thing: Any) -> None:
    plain, attached = packed(thing)

    assert unpacked(type(thing), plain, [bytes(each) for each in attached]) == thing


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (Progress, [1, 2]),  # a field short
        (Progress, {"done": 1}),
        (Progress, [True, 2, "a yes is no number"]),
        (Progress, [-1, 2, "before the start"]),
        (Progress, [1, 2, 3]),
        (Picture, [0, 1.0, None, "draft"]),  # pages count from 1
        (Picture, [1, float("inf"), None, "draft"]),
        (Picture, [1, 1e9, None, "draft"]),
        (Picture, [1, 1.0, [0.0, 0.0, 1.0], "draft"]),
        (Picture, [1, 1.0, [5.0, 0.0, 1.0, 1.0], "draft"]),
        (Picture, [1, 1.0, None, "elsewhere"]),
        (Found, [[[5, 1, "PERSON", 0.9, "names", "", ""]], True, {}]),  # ends before it starts
        (Found, [[[0, 1, "STRANGER", 0.9, "names", "", ""]], True, {}]),
        (Found, [[], True, {"e1": 1}]),
        (Found, [[], True, []]),
        (LoadPdf, [0, "draft"]),  # no such attachment
        (PageRead, [[1, 595.0, 842.0, "Ab", -1, False, 1.0], 1]),
        (PageRead, [[2, 595.0, 842.0, "", 0, False, 1.0], 1]),
        (OpenDraft, [7]),
    ],
)
def test_what_does_not_fit_its_type_is_refused(kind: type, plain: object) -> None:
    with pytest.raises(Malformed):
        unpacked(kind, plain, [])


@pytest.mark.parametrize(
    "attached", [b"\0" * 60, b"\0" * 63 + b"\1", b"\xff" * 64], ids=["short", "cut", "nan"]
)
def test_an_array_of_the_wrong_length_or_without_numbers_is_refused(attached: bytes) -> None:
    plain, _ = packed(PageRead(PAGE, 1))

    with pytest.raises(Malformed):
        unpacked(PageRead, plain, [attached[:-1] if attached.endswith(b"\1") else attached])


def test_a_picture_cut_short_is_refused() -> None:
    plain, _ = packed(Drawn(1, 1.0, None, 0, 0, 2, 2, b"x" * 12, 6))

    with pytest.raises(Malformed):
        unpacked(Drawn, plain, [b"x" * 11])


def test_the_refusal_never_quotes_what_came() -> None:
    with pytest.raises(Malformed) as refused:
        unpacked(Picture, ["Kezia Bramble", 1.0, None, "draft"], [])

    assert "Kezia" not in str(refused.value)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(kind=st.sampled_from([type(thing) for thing in THINGS]), plain=JSON)
def test_whatever_comes_either_fits_or_is_malformed(kind: type, plain: object) -> None:
    try:
        thing = unpacked(kind, plain, [b"attached"])
    except Malformed:
        return
    assert type(thing) is kind
