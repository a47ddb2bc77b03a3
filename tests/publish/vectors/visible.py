"""The name in plain sight, but not as one string of letters."""

from __future__ import annotations

import pikepdf

from vectors.kit import (
    DOB,
    NAME,
    NHS,
    add,
    cmap,
    form,
    glyphs,
    line,
    literal,
    resource,
    stream,
    type0,
    vector,
)

Y = 600


@vector()
def letter_spacing(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 7 Tc 1 0 0 1 72 {Y} Tm {literal(NAME)} Tj ET")


@vector()
def one_text_object_a_letter(pdf: pikepdf.Pdf) -> None:
    for number, letter in enumerate(f"About {NAME} only"):
        add(pdf, line(letter, 72 + 7.5 * number, Y))


@vector()
def letters_moved_one_by_one(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td " + " ".join(f"{literal(c)} Tj 7.2 0 Td" for c in NAME) + " ET")


@vector()
def letters_from_the_last_to_the_first(pdf: pikepdf.Pdf) -> None:
    for number in reversed(range(len(NAME))):
        add(pdf, line(NAME[number], 72 + 7.2 * number, Y))


@vector()
def words_apart_without_spaces(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td [(about)-300(Keziah)-300(Thornbury-Okafor)-300(only)] TJ ET")


@vector()
def parts_drawn_in_another_order(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("Thornbury-Okafor", 130, Y) + line("here", 230, Y) + line("So Keziah", 72, Y))


@vector()
def columns(pdf: pikepdf.Pdf) -> None:
    """From the foot of one column to the head of the next."""
    for number in range(8):
        add(pdf, line("and so the chronology went on for a while", 72, Y - 14 * number, 9))
        add(pdf, line("further words that fill the column again", 320, Y - 14 - 14 * number, 9))
    add(pdf, line("until the meeting that was about Keziah", 72, Y - 112, 9))
    add(pdf, line("Thornbury-Okafor, who was well", 320, Y, 9))


@vector()
def narrow_cell(pdf: pikepdf.Pdf) -> None:
    """Broken over three lines of a table cell, ruled all round."""
    add(pdf, f"0.5 w 70 {Y - 40} 60 54 re S 130 {Y - 40} 200 54 re S")
    for number, words in enumerate(("Keziah", "Thornbury-", "Okafor")):
        add(pdf, line(words, 72, Y - 14 * number, 9))
        add(pdf, line("lives with her aunt at present", 134, Y - 14 * number, 9))


@vector()
def cut_mid_word_without_hyphen(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("The next of the children to be seen at school was Keziah Thornb", 72, Y))
    add(pdf, line("ury-Okafor, and she was well on that day and on the next.", 72, Y - 14))


def in_letters(pdf: pikepdf.Pdf, told: list[tuple[str, str]]) -> None:
    """Show letters in a CID font whose table says of each what stands second."""
    font, face = type0(pdf)
    letters: dict[int, str] = {}
    codes = ""
    for shown, meant in told:
        glyph = glyphs(face)[ord(shown)]
        codes += f"<{glyph:04x}> Tj "
        letters[glyph] = meant
    font.ToUnicode = stream(pdf, cmap(letters, width=2))
    resource(pdf, "Font", "C1", font)
    add(pdf, f"BT /C1 11 Tf 72 {Y} Td {codes} ET")


@vector()
def look_alike_letters(pdf: pikepdf.Pdf) -> None:
    """Cyrillic е, а, о and К in the table of the font."""
    alike = {"e": "\u0435", "a": "\u0430", "o": "\u043e", "K": "\u041a"}
    in_letters(pdf, [(c, alike.get(c, c)) for c in NAME])


@vector()
def zero_width_characters(pdf: pikepdf.Pdf) -> None:
    """Each vowel is followed by a zero-width space in the table of the font."""
    in_letters(pdf, [(c, c + "\u200b" if c in "aeiou" else c) for c in NAME])


@vector(secrets=("Zoé Brânescu",))
def decomposed_accents(pdf: pikepdf.Pdf) -> None:
    in_letters(pdf, [(c, {"é": "e\u0301", "â": "a\u0302"}.get(c, c)) for c in "Zoé Brânescu"])


@vector(secrets=("Zoé Brânescu",))
def accents_drawn_apart(pdf: pikepdf.Pdf) -> None:
    """As TeX does: the accent by itself, then the letter below it."""
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td (Zo) Tj ET".encode())
    add(
        pdf,
        f"BT /F1 11 Tf 84.8 {Y} Td [<b4>350(e)] TJ ( Br) Tj [<5e>500(a)] TJ (nescu) Tj ET".encode("latin-1"),
    )


@vector()
def no_break_hyphen(pdf: pikepdf.Pdf) -> None:
    in_letters(pdf, [(c, "\u2011" if c == "-" else c) for c in NAME])


@vector()
def drop_capital(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("K", 72, Y - 14, 34) + line("eziah Thornbury-Okafor was known", 98, Y))
    add(pdf, line("to nobody before the winter.", 98, Y - 14))


@vector()
def small_capitals(pdf: pikepdf.Pdf) -> None:
    big, small = "/F1 11 Tf", "/F1 8 Tf"
    add(
        pdf,
        f"BT 72 {Y} Td {big} (K) Tj {small} (EZIAH ) Tj {big} (T) Tj {small} (HORNBURY-) Tj "
        f"{big} (O) Tj {small} (KAFOR) Tj {big} ( was seen) Tj ET",
    )


@vector()
def raised_letters(pdf: pikepdf.Pdf) -> None:
    shown = "".join(f"{3 * (n % 2)} Ts {literal(c)} Tj " for n, c in enumerate(NAME))
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td {shown} 0 Ts ( was seen) Tj ET")


@vector()
def drawn_twice_for_bold(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME} only", 72, Y) + line(f"About {NAME} only", 72.3, Y))


@vector(pictured=True)
def outlined_letters(pdf: pikepdf.Pdf) -> None:
    add(
        pdf,
        f"BT /F1 14 Tf 1 Tr 0.4 w 72 {Y} Td {literal('About ' + NAME)} Tj 2 Tr 0 -30 Td {literal(NAME)} Tj ET",
    )


@vector(pictured=True)
def letters_as_a_clipping_path(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"q BT /F1 14 Tf 7 Tr 72 {Y} Td {literal(NAME)} Tj ET 0 0 0.6 rg 60 {Y - 10} 300 30 re f Q")


@vector()
def underlined_and_struck(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(NAME, 72, Y) + f" 0.6 w 72 {Y - 2} m 200 {Y - 2} l S 72 {Y + 3} m 200 {Y + 3} l S".encode())


@vector()
def capitals_and_possessive(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("KEZIAH THORNBURY-OKAFOR and Keziah Thornbury-Okafor's aunt", 72, Y))


@vector()
def last_name_first(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("Thornbury-Okafor, Keziah was on the list", 72, Y))


@vector()
def parts_of_the_name(pdf: pikepdf.Pdf) -> None:
    add(pdf, line(f"About {NAME}", 72, Y) + line("Keziah saw Mrs Okafor and the Thornburys.", 72, Y - 20))


@vector()
def address_of_mail(pdf: pikepdf.Pdf) -> None:
    add(pdf, line("Write to keziah.thornbury-okafor@example.org about it", 72, Y))


@vector(secrets=(DOB, NHS), keep=("known to services", "was written"))
def numbers_in_other_forms(pdf: pikepdf.Pdf) -> None:
    """The same date and the same number, otherwise written."""
    add(
        pdf,
        line("Here 14 March 2012 was written", 72, Y) + line("and 2012-03-14 beside 14.03.2012", 72, Y - 20),
    )
    add(pdf, line("and 9990123454 and 999-012-3454 after it.", 72, Y - 40))


@vector()
def quote_operators(pdf: pikepdf.Pdf) -> None:
    add(
        pdf,
        f"BT /F1 11 Tf 14 TL 72 {Y} Td (She is) Tj {literal(NAME)} ' 1 0 {literal('that is ' + NAME)} \" ET",
    )


@vector()
def squeezed(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 50 Tz 72 {Y} Td {literal('About ' + NAME + ' only')} Tj ET")


@vector()
def hexadecimal_and_octal(pdf: pikepdf.Pdf) -> None:
    octal = "".join(f"\\{ord(c):03o}" for c in NAME)
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td <{NAME.encode().hex()}> Tj 0 -20 Td ({octal}) Tj ET")


@vector()
def string_over_two_lines_of_the_stream(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td (Keziah Thorn\\\nbury-Oka\\\rfor) Tj ET")


@vector()
def strings_over_two_streams(pdf: pikepdf.Pdf) -> None:
    add(pdf, f"BT /F1 11 Tf 72 {Y} Td [(About Keziah ) (Thorn)")
    add(pdf, "(bury-Okafor)] TJ ET")


@vector()
def nested_forms(pdf: pikepdf.Pdf) -> None:
    """Four deep, scaled on each level."""
    inner = form(pdf, line(f"About {NAME}", 720, 6000, 110))
    for scale in (0.5, 0.4, 0.5):
        outer = form(pdf, f"q {scale} 0 0 {scale} 0 0 cm /In Do Q", "/Resources<</XObject<<>>>>")
        outer.BBox = pikepdf.Array([0, 0, 5950, 8420])
        inner.BBox = pikepdf.Array([0, 0, 5950, 8420])
        outer.Resources.XObject.In = inner
        inner = outer
    resource(pdf, "XObject", "Fm", inner)
    add(pdf, "/Fm Do")


@vector()
def form_drawn_twice(pdf: pikepdf.Pdf) -> None:
    resource(pdf, "XObject", "Fm", form(pdf, line(f"About {NAME}", 72, Y)))
    add(pdf, "/Fm Do q 1 0 0 1 0 -100 cm /Fm Do Q")


@vector()
def form_that_uses_the_pages_font(pdf: pikepdf.Pdf) -> None:
    """Without /Resources of its own, as PDF 1.1 had it."""
    inner = form(pdf, line(f"About {NAME}", 72, Y))
    del inner.Resources
    resource(pdf, "XObject", "Fm", inner)
    add(pdf, "/Fm Do")
