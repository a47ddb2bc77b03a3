"""The name in the file around the document: earlier states, gaps, filters, locks; and files that are no draft."""

from __future__ import annotations

import io
import zlib

import pikepdf

from vectors.kit import NAME, add, form, line, literal, made, report, resource, saved, stream, vector

WORDS = literal(NAME)
PLAIN = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "compress_streams": False}


def appended(data: bytes, objects: dict[int, bytes], trailer: str) -> bytes:
    """An incremental update with a plain cross-reference table."""
    out, places = data, {}
    for number, body in objects.items():
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = data[data.rindex(b"startxref") + 9 :].split()[0].decode()
    table = "xref\n" + "".join(f"{number} 1\n{at:010d} 00000 n \n" for number, at in places.items())
    return out + f"{table}trailer\n<<{trailer}/Prev {start}>>\nstartxref\n{len(out)}\n%%EOF\n".encode()


def changed(pdf: pikepdf.Pdf) -> bytes:
    """The second state of the file: what the first showed is replaced."""
    add(pdf, line(f"About {NAME}", 72, 600))
    first = saved(pdf, **PLAIN)
    with pikepdf.open(io.BytesIO(first)) as reopened:
        number = reopened.pages[0].obj.Contents[-1].objgen[0]
        root, size = reopened.Root.objgen[0], len(reopened.objects) + 1
    body = b"<</Length 3>>stream\nq Q\nendstream"
    return appended(first, {number: body}, f"/Root {root} 0 R/Size {size}")


@vector(hidden=True)
def earlier_state(pdf: pikepdf.Pdf) -> bytes:
    return changed(pdf)


@vector(hidden=True)
def freed_object(pdf: pikepdf.Pdf) -> bytes:
    """An object that the table calls free, and one that it leaves out."""
    data = saved(pdf, **PLAIN)
    at = data.rindex(b"\nxref\n") + 1
    lost = f"99 0 obj\n<</Note{WORDS}>>\nendobj\n".encode()
    body = data[:at] + lost
    rest = data[at:].replace(b"trailer", b"99 1\n0000000000 00001 f \ntrailer", 1)
    return body + rest[: rest.rindex(b"startxref")] + f"startxref\n{len(body)}\n%%EOF\n".encode()


@vector(hidden=True)
def before_and_after_the_file(pdf: pikepdf.Pdf) -> bytes:
    words = f"% {NAME}\n".encode()
    data = saved(pdf)
    return words + data + words + NAME.encode("utf-16") + b"\n"


@vector(hidden=True)
def objects_in_a_stream(pdf: pikepdf.Pdf) -> bytes:
    """Unreferenced, and packed with others."""
    lost = made(pdf, f"<</Note{WORDS}/Kids[{WORDS}]>>")
    pdf.Root.Keep = lost
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@vector()
def objects_packed(pdf: pikepdf.Pdf) -> bytes:
    """Nothing but packed objects and a cross-reference stream."""
    add(pdf, line(f"About {NAME}", 72, 600))
    return saved(pdf, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)


@vector(hidden=True)
def gap_in_the_file(pdf: pikepdf.Pdf) -> bytes:
    """Words between objects, which no table tells of."""
    data = saved(pdf, **PLAIN)
    at = data.rindex(b"xref\n", 0, data.rindex(b"startxref"))
    moved = data[:at] + f"% {NAME}\n({NAME})\n".encode()
    rest = data[at : data.rindex(b"startxref")]
    return moved + rest + f"startxref\n{len(moved)}\n%%EOF\n".encode()


@vector(hidden=True)
def space_after_a_stream(pdf: pikepdf.Pdf) -> bytes:
    """Compressed data that ends before the stream does."""
    add(pdf, "q Q")
    content = pdf.pages[0].obj.Contents[-1]
    content.write(zlib.compress(b"q Q ") + NAME.encode(), filter=pikepdf.Name.FlateDecode)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@vector()
def filters_over_filters(pdf: pikepdf.Pdf) -> bytes:
    """Content in hexadecimal, in base 85, run by run, and deflated."""
    shown = line(f"About {NAME}", 72, 600)
    run = b"".join(
        bytes([len(shown[at : at + 100]) - 1]) + shown[at : at + 100] for at in range(0, len(shown), 100)
    )
    packed = zlib.compress(run + b"\x80").hex().encode() + b">"
    add(pdf, b"")
    pdf.pages[0].obj.Contents[-1].write(
        packed,
        filter=pikepdf.Array([pikepdf.Name(f"/{name}Decode") for name in ("ASCIIHex", "Flate", "RunLength")]),
    )
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@vector(hidden=True)
def content_in_another_file(pdf: pikepdf.Pdf) -> None:
    """A stream that says its data lies in a file named after the child."""
    inner = form(pdf, "0 0 m 9 9 l S")
    inner.F, inner.FFilter = pikepdf.String(f"/home/{NAME}/report.bin"), pikepdf.Name.FlateDecode
    inner.FDecodeParms = pikepdf.Dictionary(Note=pikepdf.String(NAME))
    resource(pdf, "XObject", "Fm", inner)
    add(pdf, "/Fm Do")


@vector(hidden=True)
def parameters_of_filters(pdf: pikepdf.Pdf) -> None:
    content = pdf.make_stream(b"")
    content.write(
        zlib.compress(b"q Q"),
        filter=pikepdf.Name.FlateDecode,
        decode_parms=pikepdf.Dictionary(Predictor=1, Note=pikepdf.String(NAME)),
    )
    pdf.pages[0].obj.Contents = pikepdf.Array([pdf.pages[0].obj.Contents, content])


@vector()
def locked_against_changes(pdf: pikepdf.Pdf) -> bytes:
    """No password opens it, another would allow changes."""
    add(pdf, line(f"About {NAME}", 72, 600))
    out = io.BytesIO()
    pdf.save(
        out, encryption=pikepdf.Encryption(owner=NAME, user="", allow=pikepdf.Permissions(extract=False))
    )
    return out.getvalue()


@vector(expect="refuse")
def locked(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="o", user="u"))
    return out.getvalue()


@vector(expect="refuse")
def no_pages(pdf: pikepdf.Pdf) -> bytes:
    del pdf.pages[0]
    return saved(pdf)


@vector(expect="refuse")
def web_page(pdf: pikepdf.Pdf) -> bytes:
    """Called .pdf."""
    return f"<!doctype html><title>{NAME}</title><p>About {NAME}</p>".encode()


@vector(expect="refuse")
def postscript(pdf: pikepdf.Pdf) -> bytes:
    return f"%!PS-Adobe-3.0\n72 72 moveto {WORDS} show showpage\n".encode()


@vector(expect="clean_or_refuse", keep=())
def page_tree_that_runs_in_a_circle(pdf: pikepdf.Pdf) -> bytes:
    add(pdf, line(f"About {NAME}", 72, 600))
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)
    data = saved(report(), **PLAIN)
    out = io.BytesIO()
    try:
        pdf.save(out)
    except (pikepdf.PdfError, RuntimeError):
        return data[: len(data) // 2]
    return out.getvalue()


@vector(expect="clean_or_refuse", keep=())
def content_cut_short(pdf: pikepdf.Pdf) -> bytes:
    """The deflated content of the page ends half-way."""
    add(pdf, line(f"About {NAME}", 72, 600) * 40)
    content = pdf.pages[0].obj.Contents[-1]
    packed = zlib.compress(content.read_bytes())
    content.write(packed[: len(packed) // 2], filter=pikepdf.Name.FlateDecode)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


@vector(hidden=True)
def document_in_a_document(pdf: pikepdf.Pdf) -> None:
    """A PDF with the name, attached twice over, under a harmless name."""
    inner = report(named=True)
    spec = made(pdf, "<</Type/Filespec/F(a.pdf)/EF<<>>>>")
    spec.EF.F = stream(pdf, saved(inner), "<</Type/EmbeddedFile/Subtype/application#2Fpdf>>")
    spec.EF.UF = spec.EF.F
    spec.RF = pikepdf.Dictionary(F=pikepdf.Array([pikepdf.String(NAME), spec.EF.F]))
    tree = made(pdf, "<</Names[(a.pdf)]>>")
    tree.Names.append(spec)
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=tree)
