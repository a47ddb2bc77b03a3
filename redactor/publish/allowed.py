"""What may be carried over from a draft's objects: for each kind of dictionary the keys drawing needs (ISO 32000-1).

A rule says for each key what its value is: the name of another rule, or one of the words below. Keys that are not
here are dropped, and so are values of another type.

    number     numbers, truth values and arrays of these
    name       a name of the format itself (`NAMES`)
    string     a string of bytes that are colours
    stream     a stream of data that is dealt with elsewhere
    kept       as it is: it was made or checked elsewhere

A word in brackets stands for an array of such values, a word with a star for a dictionary with names of the draft's own.
"""

from __future__ import annotations

from collections.abc import Mapping

Rule = Mapping[str, str]


def _rule(source: str) -> Rule:
    """From lines "word: key key …"."""
    pairs = (line.split(": ") for line in source.splitlines() if line.strip())
    return {key: word.strip() for word, keys in pairs for key in keys.split()}


_STREAM = """
number: Length
[name]: Filter
[decoding]: DecodeParms
"""

RULES: Mapping[str, Rule] = {
    "tree": _rule("""
        name: Type
        number: Count MediaBox CropBox Rotate UserUnit
        kept: Parent Kids
        resources: Resources
    """),
    "page": _rule("""
        name: Type
        number: MediaBox CropBox Rotate UserUnit
        kept: Parent
        resources: Resources
        [content]: Contents
        group: Group
    """),
    "content": _rule(_STREAM),
    "decoding": _rule("""
        number: Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1
        number: DamagedRowsBeforeError ColorTransform
        content: JBIG2Globals
    """),
    "resources": _rule("""
        font*: Font
        drawing*: XObject
        state*: ExtGState
        space*: ColorSpace
        pattern*: Pattern
        shading*: Shading
    """),
    "drawing": _rule(_STREAM + """
        name: Type Subtype Intent
        number: FormType BBox Matrix
        resources: Resources
        group: Group
        number: Width Height BitsPerComponent ImageMask Decode Interpolate SMaskInData Matte
        space: ColorSpace
        mask: Mask
        drawing: SMask
    """),
    "group": _rule("""
        name: Type S
        number: I K
        space: CS
    """),
    "state": _rule("""
        name: Type RI
        [name]: BM
        number: LW LC LJ ML D OP op OPM FL SM SA CA ca AIS TK
        [font]: Font
        softmask: SMask
    """),
    "softmask": _rule("""
        name: Type S
        number: BC
        drawing: G
        function: TR
    """),
    "pattern": _rule(_STREAM + """
        name: Type
        number: PatternType PaintType TilingType BBox XStep YStep Matrix
        resources: Resources
        shading: Shading
        state: ExtGState
    """),
    "shading": _rule(_STREAM + """
        number: ShadingType Background BBox AntiAlias Domain Matrix Coords Extend BitsPerCoordinate BitsPerComponent
        number: BitsPerFlag Decode VerticesPerRow
        space: ColorSpace
        [function]: Function
    """),
    "function": _rule(_STREAM + """
        number: FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds
        [function]: Functions
    """),
    "colours": _rule("""
        number: WhitePoint BlackPoint Gamma Matrix Range
    """),
    "profile": _rule(_STREAM + """
        number: N Range
        space: Alternate
    """),
    "font": _rule("""
        name: Type Subtype
        face: BaseFont
        number: FirstChar LastChar Widths FontBBox FontMatrix DW W DW2 W2
        descriptor: FontDescriptor
        encoding: Encoding
        content: ToUnicode CIDToGIDMap
        [font]: DescendantFonts
        collection: CIDSystemInfo
        content*: CharProcs
        resources: Resources
    """),
    "descriptor": _rule("""
        name: Type
        face: FontName
        number: Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth
        number: MissingWidth
        program: FontFile FontFile2 FontFile3
    """),
    "program": _rule(_STREAM + """
        name: Subtype
        number: Length1 Length2 Length3
    """),
    "encoding": _rule(_STREAM + """
        name: Type BaseEncoding
        kept: Differences
        number: WMode
        encoding: UseCMap
    """),
}  # fmt: skip

NAMES = frozenset(
    """
    Page Pages XObject Form Image Group Transparency ExtGState Mask Alpha Luminosity Pattern Font FontDescriptor Encoding
    Type0 Type1 MMType1 Type3 TrueType CIDFontType0 CIDFontType2 Type1C CIDFontType0C OpenType CMap None Default Identity
    StandardEncoding WinAnsiEncoding MacRomanEncoding MacExpertEncoding PDFDocEncoding
    DeviceGray DeviceRGB DeviceCMYK CalGray CalRGB CalCMYK Lab ICCBased Indexed Separation DeviceN
    AbsoluteColorimetric RelativeColorimetric Saturation Perceptual
    Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion
    Hue Color Luminosity Saturation
    ASCIIHexDecode ASCII85Decode LZWDecode FlateDecode RunLengthDecode CCITTFaxDecode JBIG2Decode DCTDecode JPXDecode
    AHx A85 LZW Fl RL CCF DCT
    """.split()  # noqa: SIM905 - a word list reads better so
)

INKS = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))
"""Colourants that the format itself names (ISO 32000-1 8.6.6)."""

ORDERINGS = frozenset(("Identity", "Japan1", "Japan2", "GB1", "CNS1", "Korea1", "KR", "Manga1", "UCS"))
"""Adobe's own collections of glyphs."""
