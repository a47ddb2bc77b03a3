"""Word files put together for tests: python-docx for the common parts, plain markup for the rest."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
from docx.oxml import parse_xml

from redactor.document.source import Document, read_draft

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NAMESPACES = (
    f"{W} "
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document."""
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def with_body(*markup: str) -> bytes:
    """A Word file whose body holds these elements."""
    document = docx.Document()
    for each in markup:
        element = parse_xml(f"<w:x {NAMESPACES}>{each}</w:x>")
        for part in list(element):
            document.element.body.insert(len(document.element.body) - 1, part)
    return saved(document)


def changed(draft: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A Word file with some of its parts replaced or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(draft)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            if name not in parts:
                copy.writestr(name, source.read(name))
        for name, data in parts.items():
            copy.writestr(name, data)
    return target.getvalue()


def read(draft: bytes) -> Document:
    """The draft as it is read."""
    return read_draft(draft, "draft.docx").document


def paragraph(text: str) -> str:
    """Markup of a paragraph."""
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
