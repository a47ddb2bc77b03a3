"""The name in text that nobody sees."""

from __future__ import annotations

import pikepdf

from vectors.kit import NAME, add, form, helvetica, line, literal, made, resource, stream, vector

Y = 600
SHOWN = f"BT /F1 11 Tf 72 {Y} Td {literal('About ' + NAME)} Tj ET"


@vector(hidden=True)
def clipped_away(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"q 300 100 50 50 re W n {SHOWN} Q")


@vector(hidden=True)
def clipped_away_by_a_form(pdf: pikepdf.Pdf) -> None:
    small = form(pdf, SHOWN)
    small.BBox = pikepdf.Array([0, 0, 10, 10])
    resource(pdf, "XObject", "Fm", small)
    add(pdf, "/Fm Do")


@vector(hidden=True)
def wholly_transparent(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "ExtGState", "G0", made(pdf, "<</Type/ExtGState/ca 0/CA 0>>"))
    add(pdf, f"q /G0 gs {SHOWN} Q")


@vector(hidden=True)
def transparent_by_its_mask(pdf: pikepdf.Pdf) -> None:
    group = form(pdf, "0 g 0 0 595 842 re f", "/Group<</S/Transparency/CS/DeviceGray>>")
    state = made(pdf, "<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity>>>>")
    state.SMask.G = group
    resource(pdf, "ExtGState", "G0", state)
    add(pdf, f"q /G0 gs {SHOWN} Q")


@vector(hidden=True)
def in_the_mask_of_nothing(pdf: pikepdf.Pdf) -> None:
    """The group of a soft mask shows the name; nothing is drawn through it where the name is."""
    group = form(pdf, SHOWN, "/Group<</S/Transparency/CS/DeviceGray>>")
    state = made(pdf, "<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity>>>>")
    state.SMask.G = group
    resource(pdf, "ExtGState", "G0", state)
    add(pdf, "q /G0 gs 300 100 20 20 re f Q")


@vector(pictured=True)
def seen_through_a_mask(pdf: pikepdf.Pdf) -> None:
    """A black square drawn through a soft mask in the form of the name."""
    shown = f"1 g BT /F1 14 Tf 72 {Y} Td {literal(NAME)} Tj ET"
    group = form(pdf, shown, "/Group<</S/Transparency/CS/DeviceGray>>")
    state = made(pdf, "<</Type/ExtGState/SMask<</Type/Mask/S/Luminosity>>>>")
    state.SMask.G = group
    resource(pdf, "ExtGState", "G0", state)
    inner = form(pdf, "q /G0 gs 0 g 60 580 300 50 re f Q", "/Resources<<>>")
    inner.Resources = pdf.pages[0].obj.Resources
    resource(pdf, "XObject", "Fm", inner)
    add(pdf, "/Fm Do")


@vector(hidden=True)
def behind_a_picture(pdf: pikepdf.Pdf) -> None:
    grey = stream(
        pdf,
        b"\x80" * 64,
        "<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray>>",
    )
    resource(pdf, "XObject", "Im", grey)
    add(pdf, f"{SHOWN} q 300 0 0 40 60 {Y - 15} cm /Im Do Q")


@vector(hidden=True)
def behind_a_shading(pdf: pikepdf.Pdf) -> None:
    shade = made(
        pdf,
        "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 600 0]/Extend[true true]"
        "/Function<</FunctionType 2/Domain[0 1]/C0[0.4]/C1[0.8]/N 1>>>>",
    )
    resource(pdf, "Shading", "Sh", shade)
    add(pdf, f"{SHOWN} q 60 {Y - 15} 300 40 re W n /Sh sh Q")


@vector(hidden=True)
def behind_a_form_of_white(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "XObject", "Fm", form(pdf, f"1 g 60 {Y - 15} 300 40 re f"))
    add(pdf, f"{SHOWN} /Fm Do")


@vector(hidden=True, pictured=True)
def behind_a_pattern_of_white(pdf: pikepdf.Pdf) -> None:
    tile = stream(
        pdf,
        "1 g 0 0 50 50 re f",
        "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 50 50]/XStep 50/YStep 50/Resources<<>>>>",
    )
    resource(pdf, "Pattern", "P1", tile)
    add(pdf, f"{SHOWN} q /Pattern cs /P1 scn 60 {Y - 15} 300 40 re f Q")


@vector(hidden=True)
def no_tint_of_a_spot_colour(pdf: pikepdf.Pdf) -> None:
    space = made(
        pdf,
        "[/Separation/Spot/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]",
    )
    resource(pdf, "ColorSpace", "Cs", space)
    add(pdf, f"q /Cs cs 0 scn {SHOWN} Q")


@vector(hidden=True)
def black_on_black(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"0 g 60 {Y - 15} 300 40 re f {SHOWN}")


@vector(hidden=True)
def white_by_blending(pdf: pikepdf.Pdf) -> None:
    """Black type that the Screen mode leaves white on white."""
    resource(pdf, "ExtGState", "G0", made(pdf, "<</Type/ExtGState/BM/Screen>>"))
    add(pdf, f"q /G0 gs {SHOWN} Q")


@vector(hidden=True)
def half_a_point_high(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"q 0.05 0 0 0.05 72 {Y} cm BT /F1 10 Tf {literal(NAME)} Tj ET Q")


@vector(hidden=True)
def squeezed_to_nothing(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 0.001 0 0 1 72 {Y} Tm {literal(NAME)} Tj ET")


@vector(hidden=True)
def far_off_the_page(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(NAME, 3000, 3000) + line(NAME, -900, Y))


@vector(hidden=True)
def invisible_in_a_form(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "XObject", "Fm", form(pdf, f"3 Tr {SHOWN}"))
    add(pdf, "/Fm Do")


@vector(hidden=True)
def form_nobody_draws(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "XObject", "Fm", form(pdf, SHOWN))


@vector(hidden=True)
def resources_of_the_page_tree(pdf: pikepdf.Pdf) -> None:
    """Inherited by nobody, for every page has its own."""
    pdf.Root.Pages.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm=form(pdf, SHOWN)))


def layer(pdf: pikepdf.Pdf, source: str, default: str) -> pikepdf.Object:
    group = made(pdf, source)
    pdf.Root.OCProperties = made(pdf, f"<</OCGs[]/D<<{default}>>>>")
    pdf.Root.OCProperties.OCGs.append(group)
    resource(pdf, "Properties", "MC0", group)
    return group


@vector(hidden=True)
def layer_for_printing_only(pdf: pikepdf.Pdf) -> None:
    group = layer(
        pdf, "<</Type/OCG/Name(Plate)/Usage<</Print<</PrintState/ON>>/View<</ViewState/OFF>>>>>>", ""
    )
    pdf.Root.OCProperties.D.AS = pikepdf.Array([made(pdf, "<</Event/View/Category[/View]>>")])
    pdf.Root.OCProperties.D.AS[0].OCGs = pikepdf.Array([group])
    add(pdf, f"/OC /MC0 BDC {SHOWN} EMC")


@vector(hidden=True)
def layer_by_an_expression(pdf: pikepdf.Pdf) -> None:
    """Seen where the layer is not: and the layer is."""
    group = layer(pdf, "<</Type/OCG/Name(Plate)>>", "")
    member = made(pdf, "<</Type/OCMD/VE[/Not]>>")
    member.VE.append(group)
    resource(pdf, "Properties", "MC1", member)
    add(pdf, f"/OC /MC1 BDC {SHOWN} EMC")


@vector(hidden=True)
def layer_of_a_form(pdf: pikepdf.Pdf) -> None:
    group = layer(pdf, "<</Type/OCG/Name(Plate)>>", "")
    pdf.Root.OCProperties.D.OFF = pikepdf.Array([group])
    inner = form(pdf, SHOWN)
    inner.OC = group
    outer = form(pdf, "/In Do", "/Resources<</XObject<<>>>>")
    outer.Resources.XObject.In = inner
    resource(pdf, "XObject", "Fm", outer)
    add(pdf, "/Fm Do")


@vector(hidden=True)
def layer_within_a_layer(pdf: pikepdf.Pdf) -> None:
    """The inner one is on, the outer one off."""
    inner = layer(pdf, "<</Type/OCG/Name(Plate)>>", "")
    outer = made(pdf, f"<</Type/OCG/Name{literal(NAME)}>>")
    pdf.Root.OCProperties.OCGs.append(outer)
    pdf.Root.OCProperties.D.OFF = pikepdf.Array([outer])
    resource(pdf, "Properties", "MC1", outer)
    assert inner is not None
    add(pdf, f"/OC /MC1 BDC /OC /MC0 BDC {SHOWN} EMC EMC")


@vector(hidden=True)
def layer_named_where_it_is_used(pdf: pikepdf.Pdf) -> None:
    """Names, creators and orders of layers; nothing is drawn."""
    words = literal(NAME)
    layer(
        pdf,
        f"<</Type/OCG/Name(Plate)/Intent/Design/Usage<</CreatorInfo<</Creator{words}/Subtype/Artwork>>"
        f"/User<</Type/Ind/Name{words}>>>>>>",
        f"/Name{words}/Creator{words}/Order[{words}]",
    )
    add(pdf, "/OC /MC0 BDC EMC")


@vector(hidden=True)
def pattern_within_a_pattern(pdf: pikepdf.Pdf) -> None:
    """Too light to be seen, and drawn by a tile that a tile draws."""
    head = "<</Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Resources<<>>>>"
    inner = stream(pdf, f"1 g {SHOWN}", head)
    inner.Resources.Font = pikepdf.Dictionary(F1=helvetica(pdf))
    outer = stream(pdf, "/Pattern cs /P1 scn 0 0 595 842 re f", head)
    outer.Resources.Pattern = pikepdf.Dictionary(P1=inner)
    resource(pdf, "Pattern", "P0", outer)
    add(pdf, "q /Pattern cs /P0 scn 60 500 400 200 re f Q")
