"""The name in pictures: in the pixels, in what hides some of them, and in what lies beside them."""

from __future__ import annotations

import io

import pikepdf
from PIL import Image, ImageCms, ImageDraw, ImageFont

from vectors.kit import NAME, add, literal, made, resource, stream, vector

Y = 560
WIDE, HIGH = 480, 60
PLACE = f"240 0 0 30 72 {Y}"
"""Where pictures are drawn: half a point a pixel."""
DRAWN = (1, 70.0, 842 - Y - 32.0, 314.0, 842 - Y + 2.0)
HEAD = "/Type/XObject/Subtype/Image"


def lettering(words: str = NAME, mode: str = "L", ink: int = 0, ground: int = 255) -> Image.Image:
    """A picture of words."""
    picture = Image.new("L", (WIDE, HIGH), ground)
    ImageDraw.Draw(picture).text((10, 12), words, fill=ink, font=ImageFont.load_default(32))
    return (
        picture.point(lambda value: 255 * (value > 127)).convert(mode)
        if mode == "1"
        else picture.convert(mode)
    )


def picture_of(pdf: pikepdf.Pdf, words: str, extra: str = "") -> pikepdf.Object:
    return raw(pdf, lettering(words), extra)


def raw(pdf: pikepdf.Pdf, picture: Image.Image, extra: str = "") -> pikepdf.Object:
    """Uncompressed samples of a grey, RGB or 1-bit picture."""
    space = {"L": "/ColorSpace/DeviceGray", "RGB": "/ColorSpace/DeviceRGB", "1": ""}[picture.mode]
    bits = 1 if picture.mode == "1" else 8
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent {bits}"
    if picture.mode == "1" and "ImageMask" not in extra and "ColorSpace" not in extra:
        space = "/ColorSpace/DeviceGray"
    return stream(pdf, picture.tobytes(), f"<<{HEAD}{size}{space}{extra}>>")


def encoded(
    pdf: pikepdf.Pdf, picture: Image.Image, kind: str, filter: str, extra: str = "", **options: object
) -> pikepdf.Object:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    size = f"/Width {picture.width}/Height {picture.height}/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/{filter}"
    image = pdf.make_stream(b"")
    image.write(out.getvalue(), filter=pikepdf.Name("/" + filter))
    for key, value in pikepdf.Object.parse(f"<<{HEAD}{size}{extra}>>".encode()).items():
        if key != "/Filter":
            image[key] = value
    return image


def show(pdf: pikepdf.Pdf, image: pikepdf.Object, place: str = PLACE) -> None:
    resource(pdf, "XObject", "Im", image)
    add(pdf, f"q {place} cm /Im Do Q")


@vector(pictured=True, drawn=[DRAWN])
def jpeg(pdf: pikepdf.Pdf) -> None:
    show(pdf, encoded(pdf, lettering(), "JPEG", "DCTDecode"))


@vector(pictured=True, drawn=[DRAWN])
def jpeg_2000(pdf: pikepdf.Pdf) -> None:
    show(pdf, encoded(pdf, lettering(), "JPEG2000", "JPXDecode"))


@vector(pictured=True, drawn=[DRAWN])
def jpeg_2000_with_opacity(pdf: pikepdf.Pdf) -> None:
    """The name is in the opacity that comes with the pixels (/SMaskInData)."""
    black = Image.new("LA", (WIDE, HIGH), 0)
    black.putalpha(lettering(ink=255, ground=0))
    show(pdf, encoded(pdf, black, "JPEG2000", "JPXDecode", "/SMaskInData 1"))


@vector(pictured=True, drawn=[DRAWN])
def fax(pdf: pikepdf.Pdf) -> None:
    out = io.BytesIO()
    lettering(mode="1").save(out, "TIFF", compression="group4")
    tiff = Image.open(io.BytesIO(out.getvalue()))
    start, size = tiff.tag_v2[273][0], tiff.tag_v2[279][0]
    image = pdf.make_stream(b"")
    image.write(
        out.getvalue()[start : start + size],
        filter=pikepdf.Name.CCITTFaxDecode,
        decode_parms=pikepdf.Dictionary(K=-1, Columns=WIDE, Rows=HIGH, BlackIs1=tiff.tag_v2[262] == 0),
    )
    source = f"<<{HEAD}/Width {WIDE}/Height {HIGH}/BitsPerComponent 1/ColorSpace/DeviceGray>>"
    for key, value in pikepdf.Object.parse(source.encode()).items():
        image[key] = value
    show(pdf, image)


@vector(pictured=True, drawn=[DRAWN])
def stencil(pdf: pikepdf.Pdf) -> None:
    """A 1-bit mask through which black is painted."""
    show(pdf, raw(pdf, lettering(mode="1"), "/ImageMask true"))


@vector(pictured=True, drawn=[DRAWN])
def inverted(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering(ink=255, ground=0), "/Decode[1 0]"))


@vector(pictured=True, drawn=[DRAWN])
def palette(pdf: pikepdf.Pdf) -> None:
    image = raw(pdf, lettering(mode="1"), "/ColorSpace[/Indexed/DeviceRGB 1<000080ffffff>]")
    show(pdf, image)


@vector(pictured=True, drawn=[DRAWN])
def colour_key(pdf: pikepdf.Pdf) -> None:
    """White pixels are left out by a colour key."""
    show(pdf, raw(pdf, lettering(), "/Mask[200 255]"))


@vector(pictured=True, drawn=[DRAWN])
def explicit_mask(pdf: pikepdf.Pdf) -> None:
    """All pixels are black; the mask makes the letters."""
    image = raw(pdf, Image.new("L", (WIDE, HIGH), 0))
    image.Mask = raw(pdf, lettering(mode="1"), "/ImageMask true")
    show(pdf, image)


@vector(pictured=True, drawn=[DRAWN])
def soft_mask_with_matte(pdf: pikepdf.Pdf) -> None:
    image = raw(pdf, Image.new("L", (WIDE, HIGH), 0))
    image.SMask = raw(pdf, lettering(ink=255, ground=0), "/Matte[1]")
    show(pdf, image)


@vector(pictured=True, drawn=[DRAWN])
def strips(pdf: pikepdf.Pdf) -> None:
    """One picture in fifteen, as some printer drivers write it."""
    whole = lettering()
    for number in range(15):
        part = whole.crop((0, 4 * number, WIDE, 4 * number + 4))
        resource(pdf, "XObject", f"Im{number}", raw(pdf, part))
        add(pdf, f"q 240 0 0 2 72 {Y + 28 - 2 * number} cm /Im{number} Do Q")


@vector(pictured=True, drawn=[DRAWN])
def inline_strips(pdf: pikepdf.Pdf) -> None:
    whole = lettering(mode="1")
    for number in range(4):
        part = whole.crop((0, 15 * number, WIDE, 15 * number + 15))
        head = f"q 240 0 0 7.5 72 {Y + 22.5 - 7.5 * number} cm BI /W {WIDE} /H 15 /BPC 1 /CS /G ID ".encode()
        add(pdf, head + part.tobytes() + b"\nEI Q")


@vector(pictured=True, drawn=[(1, 70, 842 - Y - 32.0, 372, 842 - Y + 2.0)])
def half_of_it_typed(pdf: pikepdf.Pdf) -> None:
    """The first name is type, the family name a picture beside it."""
    add(pdf, f"BT /F1 16 Tf 72 {Y + 8} Td (Keziah) Tj ET")
    show(pdf, raw(pdf, lettering("Thornbury-Okafor")), f"240 0 0 30 130 {Y}")


@vector(pictured=True, drawn=[DRAWN, (1, 348, 365, 472, 384), (1, 488, 300, 522, 544)])
def one_picture_twice(pdf: pikepdf.Pdf) -> None:
    """Large here, small there."""
    show(pdf, raw(pdf, lettering()))
    add(pdf, f"q 120 0 0 15 350 {Y - 100} cm /Im Do Q q 0 240 -30 0 520 300 cm /Im Do Q")


@vector(pictured=True, drawn=[DRAWN, (2, *DRAWN[1:])])
def picture_on_two_pages(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering()))
    second = pdf.add_blank_page(page_size=(595, 842))
    second.obj.Resources = pdf.pages[0].obj.Resources
    second.Contents = pdf.make_stream(f"q {PLACE} cm /Im Do Q".encode())


@vector(pictured=True, drawn=[(1, 65, 842 - Y - 74.0, 312, 842 - Y + 2.0)])
def turned_picture(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering()), f"236 41.7 -5.2 29.5 72 {Y}")


@vector(pictured=True, drawn=[DRAWN])
def letters_as_line_art(pdf: pikepdf.Pdf) -> None:
    """Every row of pixels is a little rectangle: no text, no picture."""
    dots = lettering(mode="1").resize((WIDE // 2, HIGH // 2))
    add(
        pdf,
        "0 g "
        + " ".join(
            f"{72 + x} {Y + 30 - y} 1 1 re"
            for y in range(dots.height)
            for x in range(dots.width)
            if not dots.getpixel((x, y))
        )
        + " f",
    )


@vector(hidden=True, pictured=True)
def picture_under_a_box(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering()))
    add(pdf, f"0 g 72 {Y} 240 30 re f")


@vector(hidden=True, pictured=True)
def picture_clipped(pdf: pikepdf.Pdf) -> None:
    """Only its blank edge is shown."""
    resource(pdf, "XObject", "Im", raw(pdf, lettering()))
    add(pdf, f"q 72 {Y} 3 30 re W n {PLACE} cm /Im Do Q")


@vector(hidden=True, pictured=True)
def picture_off_the_page(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering()), "240 0 0 30 900 100")


@vector(hidden=True, pictured=True)
def picture_of_no_size(pdf: pikepdf.Pdf) -> None:
    show(pdf, raw(pdf, lettering()), f"0.4 0 0 0.1 72 {Y}")


@vector(hidden=True, pictured=True)
def picture_masked_away(pdf: pikepdf.Pdf) -> None:
    """The mask lets nothing through where the name is."""
    image = raw(pdf, lettering())
    image.SMask = raw(pdf, Image.new("L", (WIDE, HIGH), 0))
    show(pdf, image)


@vector(hidden=True, pictured=True)
def picture_keyed_away(pdf: pikepdf.Pdf) -> None:
    """A colour key leaves out every pixel."""
    show(pdf, raw(pdf, lettering(), "/Mask[0 255]"))


@vector(hidden=True, pictured=True)
def picture_nobody_draws(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "XObject", "Im", raw(pdf, lettering()))


@vector(hidden=True, pictured=True)
def alternate_picture(pdf: pikepdf.Pdf) -> None:
    image = raw(pdf, Image.new("L", (WIDE, HIGH), 200))
    image.Alternates = pikepdf.Array(
        [pikepdf.Dictionary(Image=raw(pdf, lettering()), DefaultForPrinting=True)]
    )
    show(pdf, image)


@vector(hidden=True, pictured=True)
def white_picture(pdf: pikepdf.Pdf) -> None:
    """Letters one shade off the ground."""
    show(pdf, raw(pdf, lettering(ink=254)))


@vector(hidden=True)
def rows_below_the_last(pdf: pikepdf.Pdf) -> None:
    """More samples than the picture has rows."""
    image = raw(pdf, Image.new("L", (WIDE, 8), 200))
    image.write(image.read_bytes() + NAME.encode() * 3)
    show(pdf, image)


@vector(hidden=True)
def beside_the_pixels_of_a_jpeg(pdf: pikepdf.Pdf) -> None:
    """Exif, IPTC, XMP, a comment, a colour profile, and bytes after the end."""
    words = NAME.encode()
    exif = Image.Exif()
    exif[0x010E], exif[0x9286] = NAME, b"UNICODE\0" + NAME.encode("utf-16-le")
    image = encoded(
        pdf,
        Image.new("L", (WIDE, HIGH), 200),
        "JPEG",
        "DCTDecode",
        exif=exif,
        comment=words,
        icc_profile=words * 9,
    )
    data = image.read_raw_bytes()
    segment = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x1b\x1c\x02\x05\0\x17" + words
    data = data[:2] + b"\xff\xed" + (len(segment) + 2).to_bytes(2, "big") + segment + data[2:] + words
    image.write(data, filter=pikepdf.Name.DCTDecode)
    show(pdf, image)


@vector(hidden=True)
def beside_the_pixels_of_a_jpeg_2000(pdf: pikepdf.Pdf) -> None:
    """Boxes of XML and of one's own, a comment in the code stream, bytes after the end."""
    image = encoded(pdf, Image.new("L", (WIDE, HIGH), 200), "JPEG2000", "JPXDecode", comment=NAME)
    data = image.read_raw_bytes()
    for kind in (b"xml ", b"uuid"):
        data += (8 + len(NAME)).to_bytes(4, "big") + kind + NAME.encode()
    image.write(data, filter=pikepdf.Name.JPXDecode)
    show(pdf, image)


@vector(hidden=True)
def words_of_a_profile(pdf: pikepdf.Pdf) -> None:
    """The description in the colour profile of a picture."""
    image = raw(pdf, Image.new("RGB", (8, 8), (200, 200, 200)))
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    image.ColorSpace = pikepdf.Array(
        [pikepdf.Name.ICCBased, stream(pdf, bytes(profile) + NAME.encode(), "<</N 3>>")]
    )
    image.ColorSpace[1].Metadata = stream(pdf, NAME, "<</Type/Metadata/Subtype/XML>>")
    image.Intent, image.Name = pikepdf.Name("/" + NAME), pikepdf.Name("/" + NAME)
    image.Measure = made(pdf, f"<</R{literal(NAME)}>>")
    show(pdf, image)
