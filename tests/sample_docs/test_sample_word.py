"""The Word sample has every part in which a name can hide."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.text.paragraph import Paragraph
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def path(sample_docs: Path) -> Path:
    return sample_docs / "family-w-draft.docx"


def test_word_opens_it_with_headings_tables_and_running_lines(path: Path) -> None:
    document = docx.Document(str(path))
    section = document.sections[0]

    assert [p.text for p in document.paragraphs if _style(p) == "Title"] == [
        "Local Child Safeguarding Practice Review"
    ]
    assert len([p for p in document.paragraphs if _style(p) == "Heading 1"]) >= 7
    assert [table.cell(0, 0).text for table in document.tables] == ["Name", "Date", "Name"]
    assert "SARPONG, Angel" in section.header.paragraphs[0].text
    assert "2019-02 Sarpong" in section.footer.paragraphs[0].text


def test_properties_carry_authors(path: Path) -> None:
    properties = docx.Document(str(path)).core_properties

    assert properties.author == "Marguerite Delacroix-Hume"
    assert properties.last_modified_by == "Kieran Bolam"
    assert "Imogen Trask" in _part(path, "docProps/app.xml")


def test_comments_are_signed(path: Path) -> None:
    comments = list(docx.Document(str(path)).comments)

    assert [comment.author for comment in comments] == ["Saoirse Quill", "Imogen Trask"]
    assert "Akosua" in comments[1].text


@pytest.mark.parametrize(
    ("element", "wording"),
    [
        ("ins", "Whether it should have been is one of the questions"),
        ("del", "It should have been."),
        ("txbxContent", "Akosua Sarpong-Mills"),
        ("hyperlink", "kieran.bolam@iscp.example"),
    ],
)
def test_the_body_holds(path: Path, element: str, wording: str) -> None:
    tree = etree.fromstring(_part(path, "word/document.xml").encode())

    assert any(wording in "".join(found.itertext()) for found in tree.iter(W + element))


def test_a_hidden_run_tells_a_secret(path: Path) -> None:
    runs = [run for p in docx.Document(str(path)).paragraphs for run in p.runs if run.font.hidden]

    assert ["Despina" in run.text for run in runs] == [True]


def test_each_footnote_is_referred_to_once(path: Path) -> None:
    notes = etree.fromstring(_part(path, "word/footnotes.xml").encode()).findall(W + "footnote")
    body = etree.fromstring(_part(path, "word/document.xml").encode())
    referred = [reference.get(W + "id") for reference in body.iter(W + "footnoteReference")]

    assert sorted(referred) == sorted(note.get(W + "id") for note in notes if note.get(W + "type") is None)


def _style(paragraph: Paragraph) -> str | None:
    return paragraph.style.name if paragraph.style else None


def _part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode().partition("?>")[2]
