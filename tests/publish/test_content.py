"""Content streams are read operation by operation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redactor.publish.content import one_code_a_string, operations, string_bytes, without_marked_content
from redactor.publish.drawn import read


def operators(data: bytes) -> list[bytes]:
    return [operator for _, _, operator in operations(data)]


def test_strings_arrays_dictionaries_and_inline_images_are_operands() -> None:
    data = b"BT /F1 9 Tf (a \\) (b) Tj) Tj [(x)-3<41>]TJ ET BI /W 1 /H 1 ID Q Tj\x00 EI /P <</A (EMC)>> BDC EMC %Q\nn"

    assert operators(data) == [b"BT", b"Tf", b"Tj", b"TJ", b"ET", b"EI", b"BDC", b"EMC", b"n"]


def test_marked_content_goes_and_what_it_holds_stays() -> None:
    data = b"/Span <</ActualText (Keziah)>> BDC (the child) Tj EMC"

    assert without_marked_content(data) == b"(the child) Tj"


def test_a_hidden_layer_draws_nothing_but_keeps_the_state() -> None:
    data = b"/OC /L1 BDC 1 0 0 1 5 5 cm (Keziah) Tj /P BMC 0 0 9 9 re f EMC EMC (seen) Tj"

    kept = without_marked_content(data, frozenset((b"L1",)))

    assert kept == b"1 0 0 1 5 5 cm\n0 0 9 9 re\nn\n(seen) Tj"


def test_strings_of_arrays_are_cut_into_codes() -> None:
    data = b"/F1 9 Tf [(a\\)\\102)-5<43>]TJ /F2 9 Tf [<00410042>]TJ /F3 9 Tf [(ab)]TJ"

    cut = one_code_a_string(data, {b"F1": 1, b"F2": 2, b"F3": 0})

    assert cut == b"/F1 9 Tf\n[<61><29><42>-5<43>]TJ\n/F2 9 Tf\n[<0041><0042>]TJ\n/F3 9 Tf\n[(ab)]TJ"


def test_string_tokens_are_decoded() -> None:
    assert string_bytes(b"(a\\n\\051\\\n\\)b)") == b"a\n))b"
    assert string_bytes(b"<4 1 4>") == b"A@"


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fail(data: bytes) -> None:
    without_marked_content(data)
    one_code_a_string(data, {b"F1": 1})


def test_of_graphics_states_that_set_the_same_only_the_last_is_drawn_with() -> None:
    """Drafts may use hundreds of them, one after the other."""
    sets = {"A": {"ca": "float"}, "B": {"ca": "float"}, "C": {"LW": "int"}}
    data = b"/A gs /C gs 3 w /B gs 0 0 9 9 re f"

    (drawn,) = read(data, {}, lambda name: sets[name])

    assert [piece for _, piece in drawn.look.inks] == [b"/C gs", b"3 w", b"/B gs"]
