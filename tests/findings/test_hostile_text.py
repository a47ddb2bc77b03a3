"""Whatever the text, detection answers, with offsets that fit."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redactor.findings.detect import detect
from redactor.findings.reading import read
from redactor.findings.terms import find_terms

WORDS = st.sampled_from(
    [
        "Ms",
        "Ann",
        "Lee",
        "née",
        "3",
        "March",
        "2009",
        "Street",
        ",",
        "\n",
        "-",
        "'s",
        "of",
        "|",
        "\u00ad",
        "e\u0301",
        "\ufb01",
        "(",
        "_",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.text(max_size=300),
        st.lists(WORDS, max_size=60).map(" ".join),
        st.lists(WORDS, max_size=60).map("".join),
    )
)
def test_any_text_gives_findings_in_order(text: str) -> None:
    end = 0
    for finding in detect(text):
        assert end <= finding.start < finding.end <= len(text)
        end = finding.end


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_the_reading_keeps_track_of_every_character(text: str) -> None:
    reading = read(text)

    assert len(reading.text) == len(reading.at)
    assert list(reading.at) == sorted(reading.at)
    assert all(0 <= place < len(text) for place in reading.at)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=100), st.text(min_size=1, max_size=10))
def test_terms_lie_within_the_text(text: str, term: str) -> None:
    for finding in find_terms(text, [term]):
        assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(
    "unit", ["a", "A", "1", "Aa ", "Aa, ", "1 ", "-", "\n", "A_", "née Aa ", "Mr Aa ", "(", "Aa of "]
)
def test_a_long_run_of_one_thing_is_no_trap(unit: str) -> None:
    detect(unit * (20_000 // len(unit)))
