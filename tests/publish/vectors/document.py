"""The name in what belongs to the whole file, a page or a resource and is never drawn."""

from __future__ import annotations

import pikepdf

from vectors.kit import NAME, add, form, line, literal, made, resource, saved, stream, vector

WORDS = literal(NAME)
HEXED = "<feff" + NAME.encode("utf-16-be").hex() + ">"
KEY = NAME.replace(" ", "#20")
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator xmlns:dc="d">{NAME}</dc:creator></x:xmpmeta>'


def catalogue(pdf: pikepdf.Pdf, source: str) -> None:
    for key, value in pikepdf.Object.parse(f"<<{source}>>".encode("latin-1")).items():
        pdf.Root[key] = value


@vector(hidden=True)
def page_labels(pdf: pikepdf.Pdf) -> None:
    catalogue(pdf, f"/PageLabels<</Nums[0<</S/D/P{WORDS}>>]>>")


@vector(hidden=True)
def article_threads(pdf: pikepdf.Pdf) -> None:
    thread = made(pdf, f"<</Type/Thread/I<</Title{WORDS}/Author{HEXED}/Keywords{WORDS}>>>>")
    bead = made(pdf, f"<</Type/Bead/R[0 0 9 9]/Note{WORDS}>>")
    bead.T, bead.N, bead.V, bead.P, thread.F = thread, bead, bead, pdf.pages[0].obj, bead
    pdf.Root.Threads = pikepdf.Array([thread])
    pdf.pages[0].obj.B = pikepdf.Array([bead])


@vector(hidden=True)
def associated_files(pdf: pikepdf.Pdf) -> None:
    """Of the catalogue, a page, a form, a picture and a piece of the structure."""
    spec = made(pdf, f"<</Type/Filespec/F{WORDS}/UF{HEXED}/Desc{WORDS}/AFRelationship/Data/EF<<>>>>")
    spec.EF.F = stream(pdf, NAME, f"<</Type/EmbeddedFile/Params<</CheckSum{WORDS}>>>>")
    drawn = form(pdf, "0 0 m 9 9 l S")
    resource(pdf, "XObject", "Fm", drawn)
    add(pdf, "/Fm Do")
    for holder in (pdf.Root, pdf.pages[0].obj, drawn):
        holder.AF = pikepdf.Array([spec])
    pdf.Root.StructTreeRoot = made(pdf, "<</Type/StructTreeRoot>>")
    pdf.Root.StructTreeRoot.AF = pikepdf.Array([spec])


@vector(hidden=True)
def template_pages(pdf: pikepdf.Pdf) -> None:
    other = made(pdf, "<</Type/Template/MediaBox[0 0 595 842]>>")
    other.Resources, other.Contents = pdf.pages[0].obj.Resources, stream(pdf, line(NAME, 72, 700))
    leaf = made(pdf, f"<</Names[{WORDS}]>>")
    leaf.Names.append(other)
    pdf.Root.Names = pikepdf.Dictionary(
        Templates=leaf, Pages=leaf, URLS=leaf, IDS=leaf, AlternatePresentations=leaf
    )


@vector(hidden=True)
def colours_of_output(pdf: pikepdf.Pdf) -> None:
    intent = made(
        pdf,
        f"<</Type/OutputIntent/S/GTS_PDFX/OutputCondition{WORDS}/OutputConditionIdentifier{WORDS}/Info{HEXED}/RegistryName{WORDS}>>",
    )
    intent.DestOutputProfile = stream(pdf, NAME, "<</N 3>>")
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    pdf.pages[0].obj.OutputIntents = pikepdf.Array([intent])


@vector(hidden=True)
def portfolio(pdf: pikepdf.Pdf) -> None:
    catalogue(
        pdf,
        f"/Collection<</Type/Collection/Schema<</{KEY}<</Subtype/S/N{WORDS}>>>>/D{WORDS}/Folders<</Name{WORDS}/Desc{WORDS}"
        f"/CI<</{KEY}{WORDS}>>>>/Navigator<</Name{WORDS}>>>>",
    )


@vector(hidden=True)
def web_capture(pdf: pikepdf.Pdf) -> None:
    catalogue(
        pdf,
        f"/SpiderInfo<</V 1/C[<</URL(http://example.org/{KEY})>>]>>/URI<</Base(http://example.org/{KEY}/)>>",
    )
    pdf.pages[0].obj.ID = pikepdf.String(NAME)


@vector(hidden=True)
def private_data(pdf: pikepdf.Pdf) -> None:
    drawn = form(pdf, "0 0 m 9 9 l S")
    resource(pdf, "XObject", "Fm", drawn)
    add(pdf, "/Fm Do")
    for holder in (pdf.Root, pdf.pages[0].obj, drawn):
        holder.PieceInfo = made(pdf, f"<</{KEY}<</LastModified(D:2024)/Private{WORDS}>>>>")


@vector(hidden=True)
def claims_of_the_catalogue(pdf: pikepdf.Pdf) -> None:
    catalogue(
        pdf,
        f"/Extensions<</{KEY}<</BaseVersion/1.7/URL{WORDS}>>>>/Requirements[<</S/{KEY}>>]/MarkInfo<</UserProperties true/{KEY} 1>>"
        f"/ViewerPreferences<</{KEY}{WORDS}>>/Legal<</Attestation{WORDS}>>/Lang(en-{KEY})/Version/1.7/PageMode/{KEY}"
        f"/NeedsRendering false/DPartRoot<</Note{WORDS}>>",
    )


@vector(hidden=True)
def keys_of_ones_own(pdf: pikepdf.Pdf) -> None:
    """Entries that no standard knows, in every kind of dictionary."""
    drawn = form(pdf, "0 0 m 9 9 l S")
    picture = stream(
        pdf,
        b"\x80",
        "<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray>>",
    )
    state = made(pdf, "<</Type/ExtGState/LW 1>>")
    for name, value in (("Fm", drawn), ("Im", picture)):
        resource(pdf, "XObject", name, value)
    resource(pdf, "ExtGState", "G0", state)
    add(pdf, "/G0 gs /Fm Do q 9 0 0 9 0 0 cm /Im Do Q")
    page = pdf.pages[0].obj
    font = page.Resources.Font.F1
    content = page.Contents[0]
    for holder in (
        pdf.Root,
        pdf.Root.Pages,
        page,
        page.Resources,
        font,
        drawn,
        picture,
        state,
        content,
        pdf.trailer,
    ):
        holder["/Note"] = pikepdf.String(NAME)
        holder["/" + NAME] = pikepdf.Array([pikepdf.String(NAME), pikepdf.Name("/" + NAME)])


@vector(hidden=True)
def properties_of_streams(pdf: pikepdf.Pdf) -> None:
    drawn = form(pdf, "0 0 m 9 9 l S", f"/Name/{KEY}/LastModified{WORDS}/OPI<</2.0<</F{WORDS}>>>>")
    picture = stream(
        pdf,
        b"\x80",
        f"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Name/{KEY}/ID{WORDS}>>",
    )
    for holder in (drawn, picture, pdf.pages[0].obj, pdf.pages[0].obj.Resources.Font.F1):
        holder.Metadata = stream(pdf, XMP, "<</Type/Metadata/Subtype/XML>>")
    for name, value in (("Fm", drawn), ("Im", picture)):
        resource(pdf, "XObject", name, value)
    add(pdf, "/Fm Do q 9 0 0 9 0 0 cm /Im Do Q")


@vector(hidden=True)
def names_of_resources(pdf: pikepdf.Pdf) -> None:
    """Fonts, forms, states, colour spaces, patterns and shadings called after the child, on the page and in a form."""
    shade = "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 0]/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[1]/N 1>>>>"
    tile = (
        "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 5 5]/XStep 5/YStep 5/Resources<<>>>>"
    )
    drawing = (
        f"q /{KEY} gs /{KEY} cs 0.5 scn 10 10 20 20 re f /Pattern cs /{KEY} scn 40 10 20 20 re f "
        f"80 10 20 20 re W n /{KEY} sh Q BT /{KEY} 11 Tf 72 500 Td (as we said) Tj ET "
    )
    page = pdf.pages[0].obj.Resources
    drawn = form(pdf, drawing, "/Resources<</Font<<>>>>")
    inner = form(pdf, "0 0 m 9 9 l S")
    for resources in (page, drawn.Resources):
        resources.Font["/" + NAME] = page.Font.F1
        for kind, value in (
            ("ExtGState", made(pdf, "<</LW 1>>")),
            ("ColorSpace", pikepdf.Array([pikepdf.Name.CalGray, pikepdf.Dictionary(WhitePoint=[1, 1, 1])])),
            ("Pattern", stream(pdf, "0 0 3 3 re f", tile)),
            ("Shading", made(pdf, shade)),
            ("Properties", pikepdf.Dictionary(Note=pikepdf.String(NAME))),
            ("ProcSet", None),
        ):
            if value is not None:
                resources["/" + kind] = pikepdf.Dictionary()
                resources["/" + kind]["/" + NAME] = value
        resources.ProcSet = pikepdf.Array([pikepdf.Name("/" + NAME)])
    drawn.Resources.XObject = pikepdf.Dictionary()
    drawn.Resources.XObject["/" + NAME] = inner
    page.XObject["/" + NAME] = drawn
    add(pdf, f"{drawing} /{KEY} Do")


@vector(hidden=True)
def names_of_colours(pdf: pikepdf.Pdf) -> None:
    tint = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>"
    postscript = stream(pdf, f"{{ % {NAME}\n pop 0.5 }}", "<</FunctionType 4/Domain[0 1 0 1]/Range[0 1]>>")
    two = made(
        pdf,
        f"[/DeviceN[/{KEY}/None]/DeviceGray null<</Colorants<</{KEY}[/Separation/{KEY}/DeviceGray{tint}]>>>>]",
    )
    two[3] = postscript
    calibrated = made(pdf, "[/ICCBased null]")
    calibrated[1] = stream(pdf, NAME, "<</N 1/Alternate/DeviceGray>>")
    for name, space in (
        ("C0", made(pdf, f"[/Separation/{KEY}/DeviceGray{tint}]")),
        ("C1", two),
        ("C3", calibrated),
    ):
        resource(pdf, "ColorSpace", name, space)
    add(
        pdf,
        "q /C0 cs 0.5 scn 0 0 9 9 re f /C1 cs 1 1 scn 9 0 9 9 re f /C3 cs 0.5 scn 9 9 9 9 re f Q",
    )


@vector(hidden=True)
def names_of_states(pdf: pikepdf.Pdf) -> None:
    state = made(
        pdf,
        f"<</Type/ExtGState/LW 1/HT<</Type/Halftone/HalftoneType 1/HalftoneName{WORDS}/Frequency 60/Angle 45/SpotFunction/Round>>"
        f"/TR/Identity/BM/Normal/RI/{KEY}/BG2/Default>>",
    )
    resource(pdf, "ExtGState", "G0", state)
    add(pdf, f"q /G0 gs /{KEY} ri 0 0 9 9 re f Q")


@vector(hidden=True)
def marked_content(pdf: pikepdf.Pdf) -> None:
    """Property lists and tags named after the child, points among them."""
    add(
        pdf,
        f"/{KEY} BMC /Span<</{KEY}{WORDS}/Lang{WORDS}/ActualText{HEXED}/E{WORDS}>>BDC BT /F1 11 Tf 72 500 Td (as said) Tj ET"
        f" EMC EMC /{KEY} MP /P<</Note{WORDS}>>DP",
    )


@vector(hidden=True)
def comments_of_content(pdf: pikepdf.Pdf) -> None:
    remark = f"\n% {NAME}\n"
    inner = form(pdf, f"{remark}0 0 m 9 9 l S{remark}")
    resource(pdf, "XObject", "Fm", inner)
    add(pdf, f"{remark}/Fm Do{remark}q Q % {NAME}")


@vector(hidden=True)
def unknown_operators(pdf: pikepdf.Pdf) -> None:
    """Within BX and EX readers skip what they do not know; elsewhere they skip it too."""
    add(pdf, f"BX {WORDS} keziah EX {WORDS} /{KEY} xx q Q {WORDS} pop")


@vector(hidden=True)
def thumbnail(pdf: pikepdf.Pdf) -> None:
    """A small picture of the page, as it was."""
    from vectors.pictures import picture_of

    pdf.pages[0].obj.Thumb = picture_of(pdf, NAME)


@vector(hidden=True)
def steps_and_transitions(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0].obj
    page.Trans, page.Dur = made(pdf, f"<</S/R/Note{WORDS}>>"), 3
    page.PresSteps = made(pdf, f"<</Type/NavNode/NA<</S/JavaScript/JS{WORDS}>>>>")
    page.AA = made(pdf, f"<</O<</S/JavaScript/JS(app.alert\\({NAME}\\))>>>>")
    page.VP = made(pdf, f"[<</BBox[0 0 9 9]/Name{WORDS}>>]")
    page.SeparationInfo = made(pdf, f"<</DeviceColorant{WORDS}>>")
    page.BoxColorInfo = made(pdf, f"<</CropBox<</Note{WORDS}>>>>")


@vector(hidden=True)
def structure(pdf: pikepdf.Pdf) -> None:
    """Everything in the structure tree that may hold words."""
    speech = stream(pdf, f"<lexicon><grapheme>{NAME}</grapheme></lexicon>")
    root = made(
        pdf,
        f"<</Type/StructTreeRoot/ClassMap<</{KEY}<</O/Layout/Note{WORDS}>>>>/RoleMap<</{KEY}/P>>/ParentTree<</Nums[]>>"
        f"/Namespaces[<</Type/Namespace/NS{WORDS}/RoleMapNS<</{KEY}/P>>>>]/IDTree<</Names[{WORDS} null]>>>>",
    )
    element = made(
        pdf,
        f"<</Type/StructElem/S/{KEY}/T{WORDS}/ID{WORDS}/Alt{WORDS}/ActualText{HEXED}/E{WORDS}/Phoneme{WORDS}/PhoneticAlphabet/{KEY}"
        f"/Lang{WORDS}/R 1/C/{KEY}/A<</O/UserProperties/P[<</N{WORDS}/V{WORDS}/F{WORDS}>>]>>/K 0>>",
    )
    element.P, element.Pg, root.K = root, pdf.pages[0].obj, pikepdf.Array([element])
    root.PronunciationLexicon = pikepdf.Array([speech])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    pdf.pages[0].obj.StructParents = 0
    root.ParentTree.Nums = pikepdf.Array([0, pikepdf.Array([element])])
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(
        b"/P <</MCID 0>> BDC " + b" ".join(part.read_bytes() for part in [page.Contents]) + b" EMC"
    )


@vector(hidden=True)
def bookmarks(pdf: pikepdf.Pdf) -> None:
    """The name, its parts and its initials, in titles, addresses and scripts."""
    with pdf.open_outline() as outline:
        for title in (
            f"About {NAME}",
            "Okafor: chronology",
            "KEZIAH",
            "T h o r n b u r y",
            "Thornbury\u00adOkafor",
        ):
            outline.root.append(pikepdf.OutlineItem(title, 0))
    first = pdf.Root.Outlines.First
    first.A = made(pdf, f"<</S/URI/URI(https://example.org/{KEY})>>")
    del first["/Dest"]
    first.Next.SE, first.Next.Note = made(pdf, f"<</S/P/T{WORDS}>>"), pikepdf.String(NAME)
    pdf.Root.PageMode = pikepdf.Name.UseOutlines


@vector(hidden=True)
def bookmark_to_a_page_that_is_not_there(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Summary", 0))
    pdf.Root.Outlines.First.Dest = pikepdf.Array([9, pikepdf.Name.Fit, pikepdf.String(NAME)])


@vector(hidden=True)
def trailer(pdf: pikepdf.Pdf) -> bytes:
    pdf.docinfo["/" + NAME] = NAME
    pdf.docinfo["/Title"] = f"About {NAME}"
    pdf.docinfo["/Subject"] = pikepdf.Object.parse(HEXED.encode())
    data = saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    at = data.rindex(b"/ID [")
    end = data.index(b"]", at)
    return data[:at] + f"/ID [{WORDS}{WORDS}".encode() + data[end:]
