"""What a draft carries besides its pages: review comments, bookmarks, metadata, language."""

from collections.abc import Sequence
from dataclasses import dataclass

import pymupdf

from source.furniture import Heading

STAMP = "D:20131014163200+01'00'"
INFO = {
    "title": "Serious Case Review: Ruby Constance Winter. Overview report (draft 7)",
    "author": "Philippa Gainsford-Ayre",
    "subject": "Ruby Winter, d. 23/11/2012. For: G Farrow. Norman Stott to circulate.",
    "keywords": "SCR; Child D; Winter; Wójcik; Bobbin Court; KSCB/SCR/2012/04",
    "creator": "Microsoft Word 2010",
    "producer": "Kelderby MBC print service",
    "creationDate": STAMP,
    "modDate": STAMP,
}
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Serious Case Review: Ruby Constance Winter. Overview report (draft 7)</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>Philippa Gainsford-Ayre</rdf:li><rdf:li>Norman Stott</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Ruby Winter, d. 23/11/2012</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>2013-10-14T16:32:00+01:00</xmp:CreateDate><xmp:CreatorTool>Microsoft Word 2010</xmp:CreatorTool>
<pdf:Producer>Kelderby MBC print service</pdf:Producer>
<photoshop:AuthorsPosition>Independent author</photoshop:AuthorsPosition>
<xmpMM:DerivedFrom>file:///S:/KSCB/Serious%20Case%20Reviews/Winter_Ruby/Overview%20Report%20v6.docx</xmpMM:DerivedFrom>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Remark:
    """A reviewer's comment on the first place where `on` stands in the body; `kind` is note, highlight or box."""

    kind: str
    on: str
    author: str
    text: str


REMARKS = (
    Remark(
        "note",
        "The Panel met nine times",
        "Norman Stott",
        "Trudi: is it nine or ten? I have ten in my diary with the one at Rukhsana's office.",
    ),
    Remark(
        "highlight",
        "a ray of sunshine",
        "Philippa Gainsford-Ayre",
        "Kayleigh-Ann asked whether this could come out. I would like to keep it.",
    ),
    Remark(
        "note",
        "the Panel makes no comment on it",
        "Rukhsana Latif",
        "This is the NMC referral of M Entwhistle. Nothing more to be said here, please.",
    ),
    Remark(
        "box",
        "This is the second place",
        "Gideon Farrow",
        "Pearl Winter to see this page before it goes to Ofsted - GF 15/10",
    ),
    Remark(
        "highlight",
        "her arm was already broken",
        "Gideon Farrow",
        "Jude Abernethy has not been told this. I need to speak to her first. Tel 07700 900746.",
    ),
    Remark(
        "note",
        "Julian Prendergast",
        "Norman Stott",
        "Mr Prendergast's solicitors have asked for sight of this paragraph.",
    ),
)


def add_remarks(pdf: pymupdf.Document, first_page: int) -> None:
    """Add the reviewers' comments as annotations on the pages from index `first_page` on."""
    for remark in REMARKS:
        page, rect = _find(pdf, remark.on, first_page)
        annot = _annotation(page, rect, remark)
        annot.set_info(title=remark.author, content=remark.text, creationDate=STAMP, modDate=STAMP)


def _annotation(page: pymupdf.Page, rect: pymupdf.Rect, remark: Remark) -> pymupdf.Annot:
    if remark.kind == "highlight":
        return page.add_highlight_annot(rect)
    if remark.kind == "note":
        return page.add_text_annot((page.rect.width - 50, rect.y0), remark.text)
    box = pymupdf.Rect(page.rect.width - 250, 56, page.rect.width - 72, 72)
    return page.add_freetext_annot(
        box, remark.text, fontsize=7, text_color=(0.7, 0, 0), fill_color=(1, 1, 0.8)
    )


def _find(pdf: pymupdf.Document, text: str, first_page: int) -> tuple[pymupdf.Page, pymupdf.Rect]:
    for index in range(first_page, pdf.page_count):
        if hits := pdf[index].search_for(text):
            return pdf[index], hits[0]
    raise ValueError(f"a remark has lost its place: {text}")


def add_bookmarks(pdf: pymupdf.Document, headings: Sequence[Heading]) -> None:
    """Make the outline: the headings, some of them as the authors worded their own bookmarks, with names."""
    named = {
        "Household and family members": "Household (Heather, Tadeusz, Miles and Ruby)",
        "The final days": "Ruby's final days",
    }
    entries = [[heading.level, named.get(heading.text, heading.text), heading.page] for heading in headings]
    pdf.set_toc([[1, "Ruby Winter SCR: cover", 1], [1, "Contents", 2], *entries])


def set_metadata(pdf: pymupdf.Document) -> None:
    """Set Info, XMP and the language of the document (ISO 32000-1, 14.3 and 14.9.2)."""
    pdf.set_metadata(INFO)
    pdf.set_xml_metadata(XMP)
    pdf.xref_set_key(pdf.pdf_catalog(), "Lang", "(en-GB)")
