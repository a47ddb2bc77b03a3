"""What a screen reader goes by is kept, says nothing of what was removed, and tells where something was."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pikepdf
import pymupdf
import pytest
from draft_kit import CHILD, draft, plan
from pikepdf import Array, Dictionary, Name, String
from tagged_kit import Page, Picture, Tag, outline, tagged

from redactor.publish import release
from redactor.publish.checks import structure
from redactor.publish.plan import STYLES, Removal, Secret, Style
from redactor.publish.published import Published
from redactor.publish.tags import spoken
from redactor.publish.verify import verify

BOX = ["Span", {"ActualText": "redacted: child's name"}, ""]
NAMES = (CHILD, "Bo Li", "Maximiliane Wolfeschlegel", "Àine Ó Súilleabháin")
SECRETS = (Secret(CHILD, "PERSON"),)


def report(name: str) -> bytes:
    """A draft with the name in every place that a structure tree has for it."""
    column = Dictionary(O=Name.Table, Scope=Name.Column, Summary=String(f"where {name} lived"))
    return tagged(
        [
            Page(
                [
                    Tag("Heading 1", ["Overview report"]),
                    Tag(
                        "P",
                        [
                            "The subject is ",
                            Tag("Span", [name], {"/Lang": "pl-PL"}),
                            " and her mother was seen.",
                        ],
                        {"/T": String(f"about {name}"), "/Lang": "en-GB", "/ID": String(name)},
                    ),
                    Tag("P", [f"Later {name} moved\naway with the others."], {"/ActualText": String(name)}),
                    Tag(
                        "L",
                        [
                            Tag("LI", [Tag("Lbl", ["1. "]), Tag("LBody", [f"visited {name}"])]),
                            Tag("LI", [Tag("Lbl", ["2. "]), Tag("LBody", ["visited again"])]),
                        ],
                        {"/A": Dictionary(O=Name.List, ListNumbering=Name.Decimal)},
                    ),
                    Tag(
                        "Table",
                        [
                            Tag(
                                "TR",
                                [
                                    Tag("TH", ["Who"], {"/ID": String(name), "/A": column}),
                                    Tag("TH", ["Born"]),
                                ],
                            ),
                            Tag(
                                "TR",
                                [
                                    Tag("TD", [name], {"/A": header(name)}),
                                    Tag("TD", ["2012"], {"/A": wide()}),
                                ],
                            ),
                            Tag("TR", [Tag("TD", []), Tag("TD", [])]),
                        ],
                    ),
                    Tag("Figure", [Picture()], {"/Alt": String(f"A drawing of {name} and a house")}),
                    Tag("Figure", [Picture()], {"/Alt": String("Zebedee at home"), "/E": String(name)}),
                    Tag(
                        "P",
                        [
                            "See ",
                            Tag("Link", ["the guidance"], link="https://www.gov.uk/guidance"),
                            " and ",
                            Tag("Link", ["this"], link=f"https://example.org/{name}"),
                        ],
                    ),
                ],
                header=f"Review of {name}",
            ),
            Page([Tag("P", [f"Nothing here but {name}"])]),
        ],
        roles={"Heading 1": "Heading", "Heading": "H1"},
    )


def header(name: str) -> Dictionary:
    return Dictionary(O=Name.Table, Headers=Array([String(name)]))


def wide() -> Array:
    return Array(
        [
            Dictionary(O=Name.Layout, BBox=[1, 2, 3, 4]),
            Dictionary(O=Name.Table, ColSpan=2, RowSpan=1),
            Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String("who"), V=String("Keziah"))])),
        ]
    )


def expected(said: Any) -> list[Any]:
    """The tree that is published where `said` stands for the name."""

    def around(before: str, after: str = "") -> list[Any]:
        if isinstance(said, str):
            return [before + said + after]
        return [text for text in (before, said, after) if text]

    shown = said if isinstance(said, str) else "[redacted]"
    return [
        [
            "Document",
            ["H1", "Overview report"],
            ["P", {"Lang": "en-GB"}, "The subject is ", ["Span", said], " and her mother was seen."],
            ["P", *around("Later ", " movedaway with the others.")],
            [
                "L",
                {"ListNumbering": "/Decimal"},
                ["LI", ["Lbl", "1. "], ["LBody", *around("visited ")]],
                ["LI", ["Lbl", "2. "], ["LBody", "visited again"]],
            ],
            [
                "Table",
                ["TR", ["TH", {"ID": "c00000", "Scope": "/Column"}, "Who"], ["TH", "Born"]],
                ["TR", ["TD", {"Headers": "c00000"}, said], ["TD", {"ColSpan": "2"}, "2012"]],
                ["TR", ["TD"], ["TD"]],
            ],
            ["Figure", {"Alt": f"A drawing of {shown} and a house"}, "#"],
            ["Figure", {"Alt": "Picture"}, "#"],
            [
                "P",
                "See ",
                ["Link", "the guidance", "-> https://www.gov.uk/guidance"],
                " and ",
                ["Span", "this"],
            ],
            ["P", *around("Nothing here but ")],
        ]
    ]


def published(pdf: bytes, style: Style = "pseudonym", name: str = CHILD) -> bytes:
    return release.redacted(pdf, plan(pdf, [name], style=style))[0]


def parents_are_right(pdf: bytes) -> bool:
    """Whether each MCID and each annotation is, by the parent tree, in the element that says it holds it."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        nums = list(opened.Root.StructTreeRoot.ParentTree.Nums)
        parents = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
        told = set()
        for page in opened.pages:
            owners = parents[int(page.obj.StructParents)] if "/StructParents" in page.obj else []
            told |= {(page.obj.objgen, mcid, owner.objgen) for mcid, owner in enumerate(owners)}
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    told.add((annotation.objgen, -1, parents[int(annotation.StructParent)].objgen))
        held = set(_held(opened.Root.StructTreeRoot))
        return told == held and bool(told)


def _held(element: Any) -> Any:
    for kid in element.K:
        if isinstance(kid, int):
            yield element.Pg.objgen, int(kid), element.objgen
        elif kid.get("/Type") == Name.MCR:
            yield kid.Pg.objgen, int(kid.MCID), element.objgen
        elif kid.get("/Type") == Name.OBJR:
            yield kid.Obj.objgen, -1, element.objgen
        else:
            assert kid.P.objgen == element.objgen
            yield from _held(kid)


@pytest.mark.parametrize(("style", "said"), [("pseudonym", "Child A"), ("blackout", BOX)])
def test_the_tree_is_kept_without_the_name(style: Style, said: Any) -> None:
    out = published(report(CHILD), style)

    assert outline(out) == expected(said)
    assert parents_are_right(out)
    assert verify(out, SECRETS) == []


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", NAMES[1:])
def test_drafts_that_differ_in_the_name_alone_have_the_same_tree(name: str, style: Style) -> None:
    one, other = published(report(CHILD), style), published(report(name), style, name)

    assert outline(one) == outline(other)


@pytest.mark.parametrize("style", STYLES)
def test_the_pieces_of_a_name_leave_one_place(style: Style) -> None:
    def pieces(name: str) -> bytes:
        spans = [Tag("Span", [part], {"/Lang": "ga"}) for part in name.replace(" ", " |").split("|")]
        return tagged([Page([Tag("P", ["seen by ", *spans, " at home"])])])

    trees = [
        outline(published(pieces(name), style, name))
        for name in ("Bo Li", "Aoife Ní Mhaoláin", "A. B. de Wit")
    ]

    assert trees[0] == trees[1] == trees[2]
    assert trees[0][0][1][1:] == [
        "seen by ",
        ["Span", "Child A" if style == "pseudonym" else BOX],
        " at home",
    ]


def test_a_tagged_file_says_so_and_has_language_and_title() -> None:
    with pikepdf.open(io.BytesIO(published(report(CHILD)))) as out:
        assert out.Root.MarkInfo == Dictionary(Marked=True)
        assert out.Root.ViewerPreferences == Dictionary(DisplayDocTitle=True)
        assert str(out.Root.Lang) == "en-GB"
        assert str(out.docinfo["/Title"]) == "Overview report"
        assert all(page.obj.Tabs == Name.S for page in out.pages)
        assert set(out.Root.StructTreeRoot.keys()) == {
            "/Type",
            "/K",
            "/ParentTree",
            "/ParentTreeNextKey",
            "/IDTree",
        }


def test_a_file_without_tags_stays_without() -> None:
    with pikepdf.open(io.BytesIO(published(draft()))) as out:
        assert "/StructTreeRoot" not in out.Root
        assert "/MarkInfo" not in out.Root
        assert "/Tabs" not in out.pages[0].obj


def test_marked_content_of_a_file_without_tags_is_dropped() -> None:
    with pymupdf.open(stream=draft(), filetype="pdf") as doc:
        xref = doc[0].get_contents()[0]
        doc.update_stream(xref, b"/Rd1 BMC /P <</MCID 0>> BDC " + doc.xref_stream(xref) + b" EMC EMC")
        pdf = bytes(doc.tobytes())

    with pymupdf.open(stream=published(pdf), filetype="pdf") as out:
        assert not any(word in out[0].read_contents() for word in (b"BMC", b"BDC", b"EMC"))


@pytest.mark.parametrize("style", STYLES)
def test_what_is_no_part_of_the_structure_stays_outside(style: Style) -> None:
    with pikepdf.open(io.BytesIO(published(report(CHILD), style))) as out:
        operations = list(pikepdf.parse_content_stream(out.pages[0], "BMC BDC"))

    assert any(str(one.operands[0]) == "/Artifact" and len(one.operands) == 1 for one in operations)
    assert all(set(one.operands[1].keys()) == {"/MCID"} for one in operations if len(one.operands) > 1)


@pytest.mark.parametrize("style", STYLES)
def test_a_mark_over_two_lines_is_one_place(style: Style) -> None:
    pdf = tagged([Page([Tag("P", ["It was here that Keziah\nThornbury-Okafor lived"])])])

    tree = outline(published(pdf, style))

    said = (
        ["It was here that Child A… lived"] if style == "pseudonym" else ["It was here that ", BOX, " lived"]
    )
    assert tree == [["Document", ["P", *said]]]


def test_a_picture_that_was_marked_says_so() -> None:
    pdf = tagged([Page([Tag("Figure", [Picture()], {"/Alt": String("A house")}), Tag("P", ["Below it"])])])
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        box = pymupdf.Rect(doc[0].get_image_info()[0]["bbox"])
    quad = (box.x0, box.y0, box.x0 + 20, box.y0, box.x0, box.y0 + 20, box.x0 + 20, box.y0 + 20)
    mark = Removal("a1", 1, (quad,), "", "PERSON", "Mother")
    decided = replace(plan(pdf, [], style="blackout"), removals=(mark,))

    tree = outline(release.redacted(pdf, decided)[0])

    box_said = ["Span", {"ActualText": "redacted: mother's name"}, ""]
    assert tree == [["Document", ["Figure", {"Alt": "A house"}, "#", box_said], ["P", "Below it"]]]


@pytest.mark.parametrize("code", ["", "C1"])
def test_a_reason_code_is_no_part_of_what_is_said(code: str) -> None:
    pdf = tagged([Page([Tag("P", [f"met {CHILD} here"])])])
    decided = plan(pdf, style="blackout")
    coded = replace(decided, removals=tuple(replace(one, code=code) for one in decided.removals))

    tree = outline(release.redacted(pdf, coded)[0])

    assert tree == [["Document", ["P", "met ", [*BOX[:2], code], " here"]]]


def test_the_reading_order_of_the_draft_is_kept_where_the_content_has_another() -> None:
    pdf = tagged([Page([Tag("P", ["first "]), Tag("P", ["second "]), Tag("P", ["third"])])])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        document = opened.Root.StructTreeRoot.K
        document.K = Array([document.K[2], document.K[0], document.K[1]])
        document.K[0].K = Array([2])
        document.K[1].K = Array([1, 0])
        document.K[2].K = Array([])
        pdf = _saved(opened)

    assert outline(published(pdf)) == [["Document", ["P", "third"], ["P", "second ", "first "]]]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_page_that_became_a_picture_leaves_a_right_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    pdf = report(CHILD)
    apply = release.apply

    def hopeless(*args: Any) -> Any:
        emptied = apply(*args)
        emptied.pictures[1] = "odd font"
        return emptied

    monkeypatch.setattr(release, "apply", hopeless)

    out = published(pdf)

    picture, link, other = outline(out)[0][1:]
    assert picture[0] == "P"
    assert "moved" in picture[1]
    assert link == ["P", ["Link", "-> https://www.gov.uk/guidance"]]
    assert other == ["P", "Nothing here but Child A"]
    assert parents_are_right(out)


def in_form(pdf: bytes) -> bytes:
    """The draft with the content of its first page in a form, which holds the marked content."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        page = opened.pages[0]
        form = pikepdf.Stream(
            opened, page.Contents.read_bytes(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 595, 842],
            Resources=page.resources, StructParents=page.obj.StructParents,
        )  # fmt: skip
        form = opened.make_indirect(form)
        del page.obj["/StructParents"]
        page.obj.Resources = Dictionary(XObject=Dictionary(Fm0=form))
        page.obj.Contents = opened.make_stream(b"/Fm0 Do")
        for element in opened.Root.StructTreeRoot.K.K:
            element.K = Array(
                [Dictionary(Type=Name.MCR, Pg=page.obj, Stm=form, MCID=int(mcid)) for mcid in element.K]
            )
        return _saved(opened)


def test_content_of_a_form_stays_tagged() -> None:
    pdf = in_form(tagged([Page([Tag("H1", ["Report"]), Tag("P", [f"We met {CHILD} here"])])]))

    with pikepdf.open(io.BytesIO(published(pdf))) as out:
        kids = list(out.Root.StructTreeRoot.K[0].K)
        assert [str(kid.S) for kid in kids] == ["/H1", "/P"]
        form = kids[1].K[0].Stm
        assert [int(kid.K[0].MCID) for kid in kids] == [0, 1]
        owners = out.Root.StructTreeRoot.ParentTree.Nums[2 * int(form.StructParents) + 1]
        assert [owner.objgen for owner in owners] == [kid.objgen for kid in kids]


def hostile(change: Any) -> bytes:
    with pikepdf.open(io.BytesIO(report(CHILD))) as opened:
        change(opened, opened.Root.StructTreeRoot)
        return _saved(opened)


def in_a_ring(pdf: pikepdf.Pdf, root: Any) -> None:
    root.K.K.append(root.K)


def very_deep(pdf: pikepdf.Pdf, root: Any) -> None:
    for _ in range(3000):
        root.K = pdf.make_indirect(Dictionary(S=Name.Div, K=Array([root.K])))


def odd_kids(pdf: pikepdf.Pdf, root: Any) -> None:
    root.K.K.append(-7)
    root.K.K.append(String(CHILD))
    root.K.K.append(Dictionary(Type=Name.MCR, MCID=900))
    root.K.K.append(Dictionary(Type=Name.OBJR))
    root.K.K.append(Dictionary(S=String(CHILD), K=Dictionary(S=Name("/" + CHILD.replace(" ", "_")))))


def no_tree(pdf: pikepdf.Pdf, root: Any) -> None:
    pdf.Root.StructTreeRoot = Array([1])


def roles_in_a_ring(pdf: pikepdf.Pdf, root: Any) -> None:
    root.RoleMap = Dictionary({"/Heading 1": Name("/B"), "/B": Name("/Heading 1")})


@pytest.mark.parametrize("change", [in_a_ring, very_deep, odd_kids, no_tree, roles_in_a_ring])
def test_odd_trees_do_no_harm(change: Any) -> None:
    out = published(hostile(change))

    assert verify(out, SECRETS) == []


def with_string(key: str, value: Any) -> bytes:
    with pikepdf.open(io.BytesIO(published(report(CHILD)))) as opened:
        opened.Root.StructTreeRoot.K[0].K[1][key] = value
        return _saved(opened)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/T", String("a title")),
        ("/E", String("an expansion")),
        ("/ID", String("somebody")),
        ("/Lang", String("a place")),
        ("/ActualText", String("the child")),
        ("/Alt", String(f"Photo of {CHILD}")),
        ("/A", Dictionary(O=Name.UserProperties, P=Array([Dictionary(N=String("a"), V=String("b"))]))),
        ("/A", Dictionary(O=Name.Table, Summary=String("who lived where"))),
    ],
)
def test_the_check_notices_a_text_in_the_tree(key: str, value: Any) -> None:
    problems = structure.problems(Published(with_string(key, value)), SECRETS)

    assert problems
    assert {problem.vector for problem in problems} == {"structure text"}


def test_the_check_notices_texts_outside_the_tree_and_in_forms() -> None:
    with pikepdf.open(io.BytesIO(published(draft()))) as opened:
        loose = Dictionary(Type=Name.StructElem, S=Name.P, Alt=String("the child"))
        opened.pages[0].obj["/Loose"] = opened.make_indirect(loose)
        words = b"/Span <</ActualText (the child)>> BDC EMC"
        form = pikepdf.Stream(opened, words, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
        opened.pages[0].obj.Resources.XObject = Dictionary(Fm9=opened.make_indirect(form))
        pdf = _saved(opened)

    assert [problem.vector for problem in structure.problems(Published(pdf), ())] == [
        "structure text",
        "marked content",
    ]


def test_a_description_that_names_nobody_may_stay() -> None:
    assert structure.problems(Published(with_string("/Alt", String("A house"))), SECRETS) == []


@pytest.mark.parametrize(
    ("type", "label", "said"),
    [
        ("PERSON", "Child A", "redacted: child's name"),
        ("PERSON", "Social Worker 2", "redacted: social worker's name"),
        ("PERSON", "GP 1", "redacted: GP's name"),
        ("PERSON", "Somebody Else", "redacted: name"),
        ("PERSON", "…", "redacted: name"),
        ("DATE", "", "redacted: date"),
        ("ID", "Number 1", "redacted: reference number"),
        ("UNHEARD OF", "", "redacted"),
    ],
)
def test_a_box_says_what_kind_of_wording_went(type: str, label: str, said: str) -> None:
    assert spoken.PHRASES[spoken.phrase_number(type, label)] == said


def test_a_box_does_not_say_a_secret() -> None:
    allowed = spoken.phrases([Secret("social worker", "PERSON")])

    assert "redacted: social worker's name" not in allowed
    assert "redacted: mother's name" in allowed
    assert len(allowed) == len(spoken.PHRASES)


@pytest.mark.parametrize(
    ("alt", "said"),
    [
        ("A map of the  town", "A map of the town"),
        ("Photograph of Child A. The house.", "Photograph of Child A. The house."),
        ("Sarah at the beach", "Picture"),
        ("a photo of keziah", "Picture"),
        ("Rose at home", "Picture"),
        ("Chart of 2019", "Picture"),
        ("", "Picture"),
    ],
)
def test_a_description_stays_if_nobody_can_be_named_in_it(alt: str, said: str) -> None:
    assert spoken.description(alt, spoken.words_of("Child A lived here")) == said
