"""Outside the lines with marks nothing changes: pixels, text and its order, fonts, links and bookmarks."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pikepdf
import pymupdf
import pypdfium2
import pytest
from draft_kit import plan, removals
from tagged_kit import Page, Picture, Tag, tagged

from redactor.document.source import read_draft
from redactor.findings import matching
from redactor.publish import release
from redactor.publish.plan import STYLES, Plan, Removal, Secret, Style

pytestmark = pytest.mark.xdist_group("samples published once")
DPI = 150
NAMES = ("Keziah Thornbury", "Thornbury")
SAMPLES = ("child-d-overview-report.pdf", "family-w-draft.docx", "panel-minutes.txt")
COMMENTS = ("/Text", "/Popup", "/Highlight", "/Caret", "/Squiggly", "/FileAttachment")
MARKED = 12
"""So many identifiers of a sample are marked, from all over its list."""
SCANNED = ((1, 80.0, 200.0, 220.0, 216.0), (3, 100.0, 400.0, 180.0, 415.0))
"""Marks drawn by hand: page, left, top, right, bottom, in points."""


@dataclass(frozen=True)
class Case:
    """A draft, what was marked on it, and what it was published as."""

    draft: bytes
    plan: Plan
    out: bytes


def published(draft: bytes, decided: Plan) -> Case:
    out, pictures = release.redacted(draft, decided)
    assert pictures == {}
    return Case(draft, decided, out)


def sample(folder: Path, name: str) -> Case:
    """A sample draft with some of its identifiers marked; its scan with marks drawn by hand."""
    pdf = read_draft((folder / name).read_bytes(), name).pdf
    listed = (folder / "identifiers" / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    wordings = [line for line in listed if line and not line.startswith("#")]
    return published(pdf, plan(pdf, wordings[:: len(wordings) // MARKED], style="pseudonym"))


def scan(folder: Path) -> Case:
    pdf = (folder / "child-m-scan.pdf").read_bytes()
    marks = tuple(
        Removal(f"m{page}", page, ((x0, y0, x1, y0, x0, y1, x1, y1),), "", "PERSON", "Child A")
        for page, x0, y0, x1, y1 in SCANNED
    )
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        doc.select([0, 1, 2])
        first = bytes(doc.tobytes())
    return published(first, Plan(marks, (), "pseudonym", "Document"))


def tagged_draft() -> bytes:
    return tagged(
        [
            Page(
                [
                    Tag("H1", ["Overview report"]),
                    Tag("P", [f"The review met {NAMES[0]} and her aunt.\nThey live by the river."]),
                    Tag("P", ["See ", Tag("Link", ["the guidance"], link="https://www.gov.uk/a"), " too."]),
                    Tag("L", [Tag("LI", [Tag("Lbl", ["1. "]), Tag("LBody", [f"Mrs {NAMES[1]} came"])])]),
                    Tag("Table", [Tag("TR", [Tag("TH", ["Name"]), Tag("TH", ["Born"])])]),
                    Tag("Figure", [Picture()]),
                ],
                header="A review",
            ),
            Page([Tag("P", ["Nobody is named here."])]),
        ]
    )


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    """All of them, each published once."""
    folder = Path(__file__).parents[2] / "sample_docs"
    own = tagged_draft()
    out = {name: sample(folder, name) for name in SAMPLES}
    out["scan"] = scan(folder)
    out |= {f"tagged {style}": published(own, plan(own, NAMES, style=style)) for style in STYLES}
    return out


ALL = (*SAMPLES, "scan", *(f"tagged {style}" for style in STYLES))


def pixels(pdf: bytes) -> Iterator[np.ndarray]:
    """Each page as drawn by an engine that had no part in the removal."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page.render(scale=DPI / 72, draw_annots=True).to_numpy().astype(np.int16)


def without_comments(pdf: bytes) -> bytes:
    """The draft without what is no part of its pages; notes typed on the page stay."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            kept = [one for one in page.obj.get("/Annots", ()) if str(one.Subtype) not in COMMENTS]
            page.obj.Annots = pikepdf.Array(kept)
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def bands(marks: Iterable[Removal], page: int) -> list[tuple[int, int]]:
    """The rows of pixels that lines with marks may take on a page."""
    quads = [quad for mark in marks if mark.page == page for quad in mark.quads]
    spans = [(min(quad[1::2]), max(quad[1::2])) for quad in quads]
    return [(int((top - 1.5) * DPI / 72), int((bottom + 1.5) * DPI / 72) + 1) for top, bottom in spans]


@pytest.mark.parametrize("name", ALL)
def test_pixels_are_the_same_outside_the_lines_with_marks(name: str, cases: dict[str, Case]) -> None:
    case = cases[name]

    pages = zip(pixels(without_comments(case.draft)), pixels(case.out), strict=True)
    for number, (before, after) in enumerate(pages, 1):
        assert before.shape == after.shape
        rows = np.abs(before - after).max(axis=(1, 2))
        for top, bottom in bands(case.plan.removals, number):
            rows[max(0, top) : bottom] = 0
        assert not rows.any(), f"page {number}, rows {np.flatnonzero(rows)[:5]} of {len(rows)}"


def lines(pdf: bytes, marks: Sequence[Removal]) -> list[list[str]]:
    """The lines of text of each page in order, but for those with marks."""
    out = []
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        for page in doc:
            rows = [(top * 72 / DPI, bottom * 72 / DPI) for top, bottom in bands(marks, page.number + 1)]
            words = page.get_text("words")
            middles = ((word[4], (word[1] + word[3]) / 2) for word in words)
            out.append([text for text, y in middles if not any(top < y < bottom for top, bottom in rows)])
    return out


@pytest.mark.parametrize("name", ALL)
def test_text_can_be_selected_in_the_same_order(name: str, cases: dict[str, Case]) -> None:
    case = cases[name]

    assert lines(case.out, case.plan.removals) == lines(case.draft, case.plan.removals)


def not_embedded(pdf: bytes) -> set[str]:
    """The names of the fonts that lie outside the file."""
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        return {font[3] for page in doc for font in page.get_fonts() if font[1] == "n/a"}


@pytest.mark.parametrize("name", ALL)
def test_fonts_stay_embedded(name: str, cases: dict[str, Case]) -> None:
    typed_on = {"Helv", "Helvetica"}  # notes typed on the page bring a standard font of their own

    assert not_embedded(cases[name].out) <= not_embedded(cases[name].draft) | typed_on


@pytest.mark.parametrize("name", ALL)
def test_the_file_is_sound(name: str, cases: dict[str, Case], tmp_path: Path) -> None:
    file = tmp_path / "out.pdf"
    file.write_bytes(cases[name].out)

    with pikepdf.open(file) as opened:
        assert opened.check_pdf_syntax() == []
    if shutil.which("qpdf"):
        ran = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("name", ALL)
def test_bookmarks_lead_where_they_led(name: str, cases: dict[str, Case]) -> None:
    with pymupdf.open(stream=cases[name].draft, filetype="pdf") as doc:
        before = [(level, page, round(dest["to"].y)) for level, _, page, dest in doc.get_toc(simple=False)]
    with pymupdf.open(stream=cases[name].out, filetype="pdf") as doc:
        after = [(level, page, round(dest["to"].y)) for level, _, page, dest in doc.get_toc(simple=False)]

    assert after == before


def leads(pdf: bytes, secrets: Sequence[Secret]) -> list[tuple[int, int, str, int]]:
    """Page, target and height of every link within the draft, and to the web without a secret."""
    out = []
    with pymupdf.open(stream=pdf, filetype="pdf") as doc:
        for page in doc:
            for link in page.get_links():
                uri = link.get("uri", "")
                web = uri.startswith("http") and not any(matching.count(uri, one.text) for one in secrets)
                if web or link["kind"] == pymupdf.LINK_GOTO:
                    height = round(link["to"].y) if "to" in link else 0
                    out.append((page.number, link.get("page", -1), uri, height))
    return out


@pytest.mark.parametrize("name", ALL)
def test_links_lead_where_they_led(name: str, cases: dict[str, Case]) -> None:
    case = cases[name]

    assert leads(case.out, case.plan.secrets) == leads(case.draft, case.plan.secrets)


def with_named_places() -> bytes:
    """Three pages; links and bookmarks to named and unnamed places, with a name on the line of one link."""
    name = pikepdf.Name
    with pymupdf.open() as doc:
        for number in range(3):
            doc.new_page(width=595, height=842).insert_text((72, 100), f"Part {number}: Keziah Thornbury")
        start = bytes(doc.tobytes())
    with pikepdf.open(io.BytesIO(start)) as pdf:
        second, third = pdf.pages[1].obj, pdf.pages[2].obj
        places = ["Keziah's part", pikepdf.Array([third, name.XYZ, 190, 500, 0])]
        pdf.Root.Names = pikepdf.Dictionary(Dests=pikepdf.Dictionary(Names=pikepdf.Array(places)))
        pdf.Root.Dests = pikepdf.Dictionary({"/old": pikepdf.Array([second, name.FitH, 300])})
        targets = [
            pikepdf.String("Keziah's part"),
            name.old,
            pikepdf.Array([second, name.Fit]),
            pikepdf.Array([second, name.XYZ, None, 700, None]),
        ]
        pdf.pages[0].obj.Annots = pikepdf.Array(
            pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=name.Annot,
                    Subtype=name.Link,
                    Rect=[72, 300 + 30 * at, 120, 320 + 30 * at],
                    Dest=target,
                )
            )
            for at, target in enumerate(targets)
        )
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Part 2", targets[0]))
            outline.root.append(pikepdf.OutlineItem("Part 1", 1, "XYZ", left=190, top=300))
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_named_places_become_pages_and_heights() -> None:
    pdf = with_named_places()

    out = release.redacted(pdf, plan(pdf, ["Keziah Thornbury", "Keziah"]))[0]

    with pymupdf.open(stream=out, filetype="pdf") as doc:
        links = [(one["kind"], one["page"], tuple(one["to"])) for one in doc[0].get_links()]
        assert links == [(1, 2, (0, 342)), (1, 1, (0, 542)), (1, 1, (0, 0)), (1, 1, (0, 142))]
        places = [(title, page, tuple(dest["to"])) for _, title, page, dest in doc.get_toc(simple=False)]
        assert places == [("Part 2", 3, (0, 342)), ("Part 1", 2, (0, 542))]
    with pikepdf.open(io.BytesIO(out)) as opened:
        assert "/Names" not in opened.Root
        assert "/Dests" not in opened.Root


def test_how_far_along_its_line_a_link_aims_is_not_published() -> None:
    def aimed(x: float) -> bytes:
        with pymupdf.open() as doc:
            for _ in range(2):
                doc.new_page(width=595, height=842).insert_text((72, 100), "Keziah Thornbury lived here")
            target = {"kind": pymupdf.LINK_GOTO, "page": 1, "to": pymupdf.Point(x, 90)}
            doc[0].insert_link({**target, "from": pymupdf.Rect(72, 300, 100, 320)})
            doc.set_toc([[1, "Home", 2, {**target, "zoom": 0}]])
            return bytes(doc.tobytes())

    one, two = (release.redacted(pdf, plan(pdf, NAMES))[0] for pdf in (aimed(150), aimed(190)))

    assert one == two


@pytest.mark.parametrize("style", STYLES)
def test_pages_without_marks_are_the_same_with_and_without_tags(style: Style) -> None:
    pdf = tagged_draft()
    decided = plan(pdf, NAMES, style=style)
    untouched = replace(decided, removals=(), secrets=())

    out = release.redacted(pdf, untouched)[0]

    for before, after in zip(pixels(pdf), pixels(out), strict=True):
        assert (before == after).all()


def test_marks_are_found_on_the_samples(cases: dict[str, Case]) -> None:
    assert all(len(cases[name].plan.removals) >= MARKED for name in SAMPLES)
    assert removals(tagged_draft(), NAMES)
