"""WordprocessingML that python-docx has no call for: footnotes, tracked changes, hidden text, links, a text box.

Element names and the parts' content types are those of ECMA-376 Part 1, clause 17.
"""

from collections.abc import Mapping
from html import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

STAMP = "2019-12-09T15:20:00Z"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
BOX_NAMESPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def add_footnotes(document: Document, notes: Mapping[int, str]) -> None:
    """Give the document its footnotes part, with the two separators that Word expects."""
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    )
    body = "".join(_footnote(number, note) for number, note in notes.items())
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{separators}{body}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _footnote(number: int, note: str) -> str:
    mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    return f'<w:footnote w:id="{number}"><w:p>{mark}{_run(" " + note, size=18)}</w:p></w:footnote>'


def add_footnote_reference(paragraph: Paragraph, number: int) -> None:
    """Append the superscript mark of footnote `number`."""
    run = f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
    paragraph._p.append(parse_xml(run))


def add_change(paragraph: Paragraph, kind: str, author: str, text: str) -> None:
    """Append a tracked insertion or deletion (`kind` "ins" or "del"; 17.13.5) made by `author`."""
    number = len(paragraph.part.element.xpath("//w:ins | //w:del"))
    tag = "w:delText" if kind == "del" else "w:t"
    run = f'<w:r><{tag} xml:space="preserve">{escape(text)}</{tag}></w:r>'
    xml = f'<w:{kind} {nsdecls("w")} w:id="{900 + number}" w:author="{author}" w:date="{STAMP}">{run}</w:{kind}>'
    paragraph._p.append(parse_xml(xml))


def add_link(paragraph: Paragraph, text: str, address: str) -> None:
    """Append a hyperlink that shows `text` and leads to `address`."""
    relation = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    look = '<w:rPr><w:color w:val="1A4D8F"/><w:u w:val="single"/></w:rPr>'
    xml = f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r>{look}<w:t>{escape(text)}</w:t></w:r></w:hyperlink>'
    paragraph._p.append(parse_xml(xml))


def add_page_field(paragraph: Paragraph) -> None:
    """Append the number of the page as a field."""
    paragraph._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )


def add_text_box(paragraph: Paragraph, lines: tuple[str, ...]) -> None:
    """Append a text box, as Word writes it: a drawing, and beside it the same text again for older readers."""
    content = "".join(
        f"<w:p>{_run(line, size=18, bold=number == 0)}</w:p>" for number, line in enumerate(lines)
    )
    content = f"<w:txbxContent>{content}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="5486400" cy="1190625"/><wp:docPr id="70" name="Text Box 2" '
        f'descr="{escape(" ".join(lines))}"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="5486400" cy="1190625"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="EEF3F7"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="1D3F5E"/></a:solidFill></a:ln>'
        f"</wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    fallback = f'<w:pict><v:rect style="width:432pt;height:94pt" fillcolor="#eef3f7"><v:textbox>{content}</v:textbox></v:rect></w:pict>'
    choice = f'<mc:Choice Requires="wps">{drawing}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
    xml = f"<w:r {nsdecls('w', 'wp', 'a')} {BOX_NAMESPACES}><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    paragraph._p.append(parse_xml(xml))


def _run(text: str, *, size: int, bold: bool = False) -> str:
    """A run of text; `size` in half points."""
    look = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
