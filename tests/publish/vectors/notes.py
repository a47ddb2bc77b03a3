"""The name in annotations, links, form fields and signatures."""

from __future__ import annotations

import pikepdf

from vectors.kit import NAME, add, annotation, form, line, literal, made, stream, vector

WORDS = literal(NAME)
HEXED = "<feff" + NAME.encode("utf-16-be").hex() + ">"
ENCODED = "".join(f"%{ord(c):02X}" for c in NAME)
Y = 600
RECT = f"/Rect[72 {Y - 20} 372 {Y + 20}]/F 4"


def appearance(pdf: pikepdf.Pdf, source: str = "") -> pikepdf.Object:
    shown = form(pdf, line(f"About {NAME}", 10, 12), source)
    shown.BBox = pikepdf.Array([0, 0, 300, 40])
    return pikepdf.Dictionary(N=shown)


@vector()
def watermark(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, f"<</Type/Annot/Subtype/Watermark{RECT}/Contents{WORDS}>>", AP=appearance(pdf))


@vector()
def callout(pdf: pikepdf.Pdf) -> None:
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/FreeText{RECT}/IT/FreeTextCallout/CL[80 500 90 560 100 580]/DA(/Helv 11 Tf 0 g)"
        f"/DS(font: 11pt)/RC(<body>{NAME}</body>)/Contents{WORDS}/T{WORDS}/Subj{HEXED}>>",
        AP=appearance(pdf),
    )


@vector()
def typed_note_without_appearance(pdf: pikepdf.Pdf) -> None:
    annotation(pdf, f"<</Type/Annot/Subtype/FreeText{RECT}/DA(/Helv 11 Tf 0 g)/Contents{WORDS}>>")


@vector(hidden=True)
def ink(pdf: pikepdf.Pdf) -> None:
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/Ink{RECT}/InkList[[80 590 100 600 120 590]]/T{WORDS}/Subj{WORDS}/NM{WORDS}/Contents{HEXED}>>",
    )


@vector(hidden=True)
def redaction_not_applied(pdf: pikepdf.Pdf) -> None:
    """Its overlay text and its appearance say what it should hide."""
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/Redact{RECT}/OverlayText{WORDS}/DA(/Helv 11 Tf 0 g)/QuadPoints[72 620 372 620 72 580 372 580]>>",
        RO=appearance(pdf)["/N"],
        AP=appearance(pdf),
    )


@vector(hidden=True)
def highlight_that_draws_the_name(pdf: pikepdf.Pdf) -> None:
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/Highlight{RECT}/QuadPoints[72 620 372 620 72 580 372 580]/C[1 1 0]/Contents{WORDS}>>",
        AP=appearance(pdf),
    )


@vector()
def stamp_of_nested_forms(pdf: pikepdf.Pdf) -> None:
    outer = form(pdf, "/In Do", "/Resources<</XObject<<>>>>")
    outer.BBox = pikepdf.Array([0, 0, 300, 40])
    outer.Resources.XObject.In = appearance(pdf)["/N"]
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/Stamp{RECT}/Name/{NAME.replace(' ', '#20')}>>",
        AP=pikepdf.Dictionary(N=outer),
    )


@vector(hidden=True)
def appearances_not_shown(pdf: pikepdf.Pdf) -> None:
    """The one for the mouse, and the states of a tick box."""
    seen = form(pdf, "0 0 20 20 re S")
    states = pikepdf.Dictionary(Off=seen)
    states["/" + NAME] = appearance(pdf)["/N"]
    annotation(
        pdf,
        "<</Type/Annot/Subtype/Stamp/Rect[72 580 92 600]/F 4/AS/Off>>",
        AP=pikepdf.Dictionary(N=states, R=appearance(pdf)["/N"], D=appearance(pdf)["/N"]),
    )


@vector(hidden=True)
def measured_line(pdf: pikepdf.Pdf) -> None:
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/Line{RECT}/L[80 600 300 600]/Cap false/Contents{WORDS}"
        f"/Measure<</Type/Measure/R{WORDS}/X[<</U{WORDS}/C 1>>]/D[]/A[]>>>>",
    )


@vector(hidden=True)
def answered_note(pdf: pikepdf.Pdf) -> None:
    note = annotation(pdf, "<</Type/Annot/Subtype/Text/Rect[72 580 92 600]/Contents(See)/T(A)>>")
    answer = annotation(
        pdf,
        f"<</Type/Annot/Subtype/Text/Rect[72 580 92 600]/Contents{HEXED}/T{WORDS}/RC(<p>{NAME}</p>)/StateModel/Review/State{WORDS}>>",
        IRT=note,
    )
    note.Popup = annotation(
        pdf, f"<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Contents{WORDS}>>", Parent=answer
    )


@vector(hidden=True)
def rich_media(pdf: pikepdf.Pdf) -> None:
    spec = made(pdf, f"<</Type/Filespec/F{WORDS}/UF{HEXED}/EF<<>>>>")
    spec.EF.F = stream(pdf, NAME, "<</Type/EmbeddedFile>>")
    content = made(pdf, f"<</Assets<</Names[{WORDS}]>>/Configurations[<</Name{WORDS}>>]>>")
    content.Assets.Names.append(spec)
    annotation(pdf, f"<</Type/Annot/Subtype/RichMedia{RECT}/NM{WORDS}>>", RichMediaContent=content)
    action = f"<</S/Rendition/OP 0/R<</S/MR/N{WORDS}/C<</S/MCD/N{WORDS}/Alt[({NAME}) {WORDS}]>>>>>>"
    annotation(pdf, f"<</Type/Annot/Subtype/Screen{RECT}/T{WORDS}/MK<</CA{WORDS}>>/A{action}>>")
    annotation(pdf, f"<</Type/Annot/Subtype/Movie{RECT}/T{WORDS}/Movie<</F{WORDS}>>>>")


@vector(hidden=True)
def model_in_space(pdf: pikepdf.Pdf) -> None:
    model = stream(pdf, f"// {NAME}", f"<</Type/3D/Subtype/U3D/VA[<</Type/3DView/XN{WORDS}/IN{WORDS}>>]>>")
    annotation(
        pdf,
        f"<</Type/Annot/Subtype/3D{RECT}/3DV<</XN{WORDS}>>/Contents{WORDS}>>",
        **{"3DD": model},
        AP=appearance(pdf),
    )


@vector(hidden=True)
def printers_marks(pdf: pikepdf.Pdf) -> None:
    """Annotations that only production tools know, and one of no known kind."""
    for kind in ("PrinterMark", "TrapNet", "Projection", "KeziahNote"):
        annotation(pdf, f"<</Type/Annot/Subtype/{kind}{RECT}/MN/{NAME.replace(' ', '#20')}/Contents{WORDS}>>")


LINKS = (
    f"/S/URI/URI(https://example.org/{ENCODED})",
    f"/S/URI/URI(https://example.org/?q={NAME.replace(' ', '+')})",
    "/S/URI/URI(https://example.org/children/okafor)",
    "/S/URI/URI(https://keziah:x@example.org/)",
    f"/S/URI/URI(mailto:{NAME.replace(' ', '.')}@example.org)",
    f"/S/GoToR/F{WORDS}/D[0/Fit]",
    f"/S/GoToE/D{WORDS}/F{WORDS}/T<</R/C/N{WORDS}/A{WORDS}>>",
    f"/S/Launch/F{WORDS}/Win<</F{WORDS}/P{WORDS}>>",
    f"/S/SubmitForm/F<</FS/URL/F(https://example.org/{ENCODED})>>/Fields[{WORDS}]",
    f"/S/ImportData/F{WORDS}",
    f"/S/JavaScript/JS(app.alert\\({WORDS}\\))",
    f"/S/Named/N/{NAME.replace(' ', '#20')}",
    f"/S/Thread/D{WORDS}",
    f"/S/Hide/T{WORDS}/Next<</S/URI/URI(https://example.org/{ENCODED})>>",
    "/S/URI/URI(https://example.org/%4B%65ziah%2DOkafor)",
)


@vector(hidden=True)
def actions_of_links(pdf: pikepdf.Pdf) -> None:
    for number, action in enumerate(LINKS):
        annotation(
            pdf,
            f"<</Type/Annot/Subtype/Link/Rect[72 {100 + 20 * number} 200 {115 + 20 * number}]/Contents{WORDS}"
            f"/PA<</S/URI/URI(https://example.org/{ENCODED})>>/A<<{action}>>/AA<</E<<{action}>>>>>>",
        )


@vector(hidden=True)
def destinations_by_name(pdf: pikepdf.Pdf) -> None:
    """A deep name tree, and the dictionary that came before it; links that use both."""
    spot = pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit])
    leaf = made(pdf, f"<</Names[{WORDS}]/Limits[{WORDS}{WORDS}]>>")
    leaf.Names.append(spot)
    for _ in range(4):
        above = made(pdf, f"<</Kids[]/Limits[{WORDS}{WORDS}]>>")
        above.Kids.append(leaf)
        leaf = above
    pdf.Root.Names = pikepdf.Dictionary(Dests=leaf)
    pdf.Root.Dests = pikepdf.Dictionary()
    pdf.Root.Dests["/" + NAME] = pikepdf.Dictionary(D=spot)
    annotation(pdf, f"<</Type/Annot/Subtype/Link/Rect[72 500 200 515]/Dest{WORDS}>>")
    annotation(pdf, f"<</Type/Annot/Subtype/Link/Rect[72 480 200 495]/Dest/{NAME.replace(' ', '#20')}>>")


def field(pdf: pikepdf.Pdf, source: str, **values: pikepdf.Object) -> pikepdf.Object:
    out = annotation(pdf, f"<</Type/Annot/Subtype/Widget{source}>>", **values)
    if "/AcroForm" not in pdf.Root:
        pdf.Root.AcroForm = made(
            pdf, f"<</Fields[]/DA(/Helv 11 Tf 0 g)/CO[]/DR<</XObject<<>>>>/Note{WORDS}>>"
        )
    pdf.Root.AcroForm.Fields.append(out)
    return out


@vector()
def button_with_captions(pdf: pikepdf.Pdf) -> None:
    field(pdf, f"{RECT}/FT/Btn/Ff 65536/T(b)/MK<</CA{WORDS}/RC{WORDS}/AC{WORDS}>>", AP=appearance(pdf))


@vector()
def choice(pdf: pikepdf.Pdf) -> None:
    field(
        pdf,
        f"{RECT}/FT/Ch/T(c)/TU{WORDS}/TM{WORDS}/V{WORDS}/DV{WORDS}/Opt[[(k){WORDS}]{HEXED}(other)]/I[0]/DA(/Helv 9 Tf 0 g)",
        AP=appearance(pdf),
    )


@vector()
def comb_of_letters(pdf: pikepdf.Pdf) -> None:
    cells = b"".join(line(letter, 4 + 11 * number, 12) for number, letter in enumerate(NAME))
    shown = form(pdf, cells)
    shown.BBox = pikepdf.Array([0, 0, 300, 40])
    field(
        pdf,
        f"{RECT}/FT/Tx/Ff 16777216/MaxLen 40/T(t)/V{WORDS}/DA(/Helv 9 Tf 0 g)",
        AP=pikepdf.Dictionary(N=shown),
    )


@vector()
def field_drawn_by_the_reader(pdf: pikepdf.Pdf) -> None:
    """No appearance: each program makes one of the value."""
    field(pdf, f"{RECT}/FT/Tx/T(t)/V{WORDS}/DA(/Helv 11 Tf 0 g)")
    pdf.Root.AcroForm.NeedAppearances = True


@vector(hidden=True)
def hidden_fields(pdf: pikepdf.Pdf) -> None:
    """Flags, a parent named after the child, scripts, a field on no page."""
    kid = field(
        pdf,
        f"/Rect[72 580 372 620]/F 2/FT/Tx/V{HEXED}/DV{WORDS}/RV(<b>{NAME}</b>)/DA(/Helv 9 Tf 0 g)"
        f"/AA<</K<</S/JavaScript/JS(var a={WORDS})>>>>",
        AP=appearance(pdf),
    )
    parent = made(pdf, f"<</T{WORDS}/Kids[]/FT/Tx/V{WORDS}/TU{WORDS}>>")
    parent.Kids.append(kid)
    kid.Parent = parent
    pdf.Root.AcroForm.Fields = pikepdf.Array([parent, made(pdf, f"<</FT/Tx/T{HEXED}/V{WORDS}>>")])
    pdf.Root.AcroForm.DR.XObject.Fm = form(pdf, line(NAME, 9, 9))


@vector(hidden=True)
def signature(pdf: pikepdf.Pdf) -> None:
    value = made(
        pdf,
        f"<</Type/Sig/Filter/Adobe.PPKLite/Reason{WORDS}/Name{WORDS}/Location{WORDS}/ContactInfo{HEXED}"
        f"/ByteRange[0 1 2 3]/Contents<{NAME.encode().hex()}>/Prop_Build<</App<</Name/{NAME.split()[0]}>>>>>>",
    )
    field(
        pdf, f"/Rect[0 0 0 0]/F 132/FT/Sig/T{WORDS}/SV<</Reasons[{WORDS}]>>/Lock<</Fields[{WORDS}]>>", V=value
    )
    pdf.Root.Perms = pikepdf.Dictionary(DocMDP=value)
    pdf.Root.DSS = made(pdf, "<</Type/DSS/Certs[]/VRI<<>>>>")
    pdf.Root.DSS.Certs.append(stream(pdf, f"CN={NAME}"))
    pdf.Root.DSS.VRI["/" + NAME] = pikepdf.Dictionary()
    pdf.Root.Legal = made(pdf, f"<</Attestation{WORDS}>>")


@vector(hidden=True)
def forms_in_xml(pdf: pikepdf.Pdf) -> None:
    packet = f'<x:data xmlns:x="http://www.xfa.org/schema/xfa-data/1.0/"><x:name>{NAME}</x:name></x:data>'
    pdf.Root.AcroForm = made(pdf, "<</Fields[]/XFA[]>>")
    for part in ("template", "datasets", NAME):
        pdf.Root.AcroForm.XFA.append(pikepdf.String(part))
        pdf.Root.AcroForm.XFA.append(stream(pdf, packet.encode("utf-16")))


@vector()
def note_over_its_text(pdf: pikepdf.Pdf) -> None:
    """A mark-up of the very line that holds the name."""
    add(pdf, line(f"About {NAME}", 72, Y))
    for kind in ("Underline", "StrikeOut", "Squiggly"):
        annotation(
            pdf,
            f"<</Type/Annot/Subtype/{kind}{RECT}/QuadPoints[105 611 230 611 105 597 230 597]/C[1 0 0]/Contents{WORDS}>>",
        )
