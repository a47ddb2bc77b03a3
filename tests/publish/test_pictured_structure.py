"""Pages that became pictures: the structure tree holds what they show, and nothing that went with their content."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from draft_kit import draft, plan
from tagged_kit import Page, Tag, outline, tagged

from redactor.publish import release
from redactor.publish.apply import TEXT_LEFT

NAME = "Keziah Thornbury"
FIRST = [
    Tag("H1", ["Overview report"]),
    Tag("P", [f"It is about {NAME}."]),
    Tag("Table", [Tag("TR", [Tag("TH", ["Born"]), Tag("TD", ["2012"])])]),
]
SECOND = [Tag("P", ["Nothing here."]), Tag("L", [Tag("LI", [Tag("LBody", ["an end"])])])]


@pytest.fixture
def first_page_pictured(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Makes a picture of the first page; the value of "why" is the reason."""
    why = {"why": "odd font"}
    apply = release.apply

    def hopeless(*args: Any) -> Any:
        emptied = apply(*args)
        emptied.pictures[1] = why["why"]
        return emptied

    monkeypatch.setattr(release, "apply", hopeless)
    return why


def published(pdf: bytes) -> bytes:
    return release.redacted(pdf, plan(pdf, (NAME,), style="pseudonym"))[0]


def dangling(pdf: bytes) -> list[str]:
    """References from the tree to content that is not there, and content that no element has."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        there = {
            (holder.objgen, mcid)
            for page in opened.pages
            for holder, stream in _streams(page)
            for mcid in _mcids(stream)
        }
        pages = {page.obj.objgen for page in opened.pages}
        root = opened.Root.StructTreeRoot
        told = [one for kid in root.K for one in _told(kid)]
        assert {page for page, _, _ in told} <= pages
        out = [f"no content {one[1:]}" for one in told if one[1:] not in there]
        return out + [f"no element for {one}" for one in there - {one[1:] for one in told}]


def _streams(page: pikepdf.Page) -> list[tuple[Any, Any]]:
    forms = [form for form in page.resources.get("/XObject", {}).values() if form.Subtype == "/Form"]
    return [(page.obj, page), *((form, form) for form in forms)]


def _mcids(stream: Any) -> list[int]:
    return [
        int(operands[1].MCID)
        for operands, operator in pikepdf.parse_content_stream(stream)
        if str(operator) == "BDC" and "/MCID" in operands[1]
    ]


def _told(element: Any) -> list[tuple[Any, Any, int]]:
    out: list[tuple[Any, Any, int]] = []
    for kid in element.get("/K", ()):
        if isinstance(kid, int):
            out.append((element.Pg.objgen, element.Pg.objgen, int(kid)))
        elif kid.get("/Type") == "/MCR":
            out.append((kid.Pg.objgen, kid.get("/Stm", kid.Pg).objgen, int(kid.MCID)))
        elif kid.get("/Type") != "/OBJR":
            out += _told(kid)
    return out


@pytest.mark.usefixtures("first_page_pictured")
def test_elements_of_the_page_become_one_paragraph_with_its_words() -> None:
    out = published(tagged([Page(FIRST, header="A review"), Page(SECOND)]))

    picture, *others = outline(out)[0][1:]
    assert picture[0] == "P"
    assert picture[1] == "#A review Overview report It is about Child A. Born 2012 "
    assert others == [["P", "Nothing here."], ["L", ["LI", ["LBody", "an end"]]]]
    assert dangling(out) == []


def test_a_picture_without_words_is_a_figure_with_a_description(first_page_pictured: dict[str, str]) -> None:
    first_page_pictured["why"] = TEXT_LEFT

    out = published(tagged([Page(FIRST), Page(SECOND)]))

    assert outline(out)[0][1][0] == "Figure"
    assert "Alt" in outline(out)[0][1][1]
    assert dangling(out) == []


@pytest.mark.usefixtures("first_page_pictured")
def test_nothing_but_pictures_leaves_a_document_of_them() -> None:
    out = published(tagged([Page(FIRST)]))

    assert [kid[0] for kid in outline(out)[0][1:]] == ["P"]
    assert dangling(out) == []


@pytest.mark.usefixtures("first_page_pictured")
def test_an_element_over_two_pages_keeps_what_is_on_the_other() -> None:
    """Its rows on the page that is a picture now stay, empty: a table keeps its shape."""
    out = published(over_two_pages())

    _, table = outline(out)[0][1:]
    assert table[0] == "Table"
    assert table[-1] == ["TR", ["TD", "an end"]]
    assert dangling(out) == []


def over_two_pages() -> bytes:
    """A table whose second row stands on the second page."""
    rows = [Page([*FIRST]), Page([Tag("Table", [Tag("TR", [Tag("TD", ["an end"])])])])]
    with pikepdf.open(io.BytesIO(tagged(rows))) as opened:
        document = opened.Root.StructTreeRoot.K
        one, two = (kid for kid in document.K if kid.S == "/Table")
        for row in two.K:
            row.P = one
            one.K.append(row)
        document.K = pikepdf.Array([kid for kid in document.K if kid != two])
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


@pytest.mark.usefixtures("first_page_pictured")
def test_a_form_of_two_pages_belongs_to_the_other_alone() -> None:
    out = published(with_shared_form())

    assert dangling(out) == []


def with_shared_form() -> bytes:
    """Both pages draw the same form, in which the words of the first are marked content."""
    with pikepdf.open(io.BytesIO(tagged([Page(FIRST), Page([])]))) as opened:
        one, two = opened.pages
        form = pikepdf.Stream(
            opened, one.Contents.read_bytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form,
            BBox=[0, 0, 595, 842], Resources=one.resources, StructParents=one.obj.StructParents,
        )  # fmt: skip
        form = opened.make_indirect(form)
        for page in (one, two):
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm1=form))
            page.obj.Contents = opened.make_stream(b"/Fm1 Do")
        del one.obj.StructParents
        for element in [element for kid in opened.Root.StructTreeRoot.K.K for element in _elements(kid)]:
            element.K = pikepdf.Array(
                pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=one.obj, Stm=form, MCID=kid)
                if isinstance(kid, int)
                else kid
                for kid in element.K
            )
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def _elements(element: Any) -> list[Any]:
    kids = [one for kid in element.K if isinstance(kid, pikepdf.Dictionary) for one in _elements(kid)]
    return [element, *kids]


@pytest.mark.usefixtures("first_page_pictured")
def test_a_draft_without_tags_gets_none() -> None:
    out = published(draft(["The review", f"It is about {NAME}."]))

    assert outline(out) == []
    with pikepdf.open(io.BytesIO(out)) as opened:
        assert not [
            op for _, op in pikepdf.parse_content_stream(opened.pages[0]) if str(op) in ("BDC", "BMC")
        ]
