"""Where pages stand."""

import pytest

from redactor.ui.page_layout import GAP, PageLayout

A4 = (595.0, 842.0)


def test_pages_follow_one_another_with_a_gap() -> None:
    layout = PageLayout.of([A4, A4])

    assert layout.top(1, 2.0) == GAP
    assert layout.top(2, 2.0) == GAP + 842 * 2 + GAP
    assert layout.height(2.0) == 3 * GAP + 2 * 842 * 2


@pytest.mark.parametrize("page", [1, 2, 500, 1000])
def test_the_page_at_a_height_is_found_in_a_long_draft(page: int) -> None:
    layout = PageLayout.of([A4] * 1000)

    assert layout.page_at(layout.top(page, 1.3) + 1, 1.3) == page


def test_a_gap_belongs_to_the_page_above_and_the_margin_to_the_first() -> None:
    layout = PageLayout.of([A4, A4])

    assert layout.page_at(0, 1.0) == 1
    assert layout.page_at(layout.top(2, 1.0) - 1, 1.0) == 1


def test_a_band_touches_the_pages_between_its_edges() -> None:
    layout = PageLayout.of([A4] * 5)

    assert layout.pages_between(layout.top(2, 1.0), layout.top(4, 1.0), 1.0) == range(2, 5)


def test_most_pages_decide_the_usual_width() -> None:
    layout = PageLayout.of([A4, A4, (842.0, 595.0)])

    assert layout.usual_width == 595


def test_only_the_pages_asked_about_decide_the_width() -> None:
    layout = PageLayout.of([A4, A4, (842.0, 595.0)])

    assert layout.width(range(1, 3), 1.0) == 595 + 2 * GAP
    assert layout.width(range(1, 4), 1.0) == 842 + 2 * GAP


def test_without_pages_there_is_nothing() -> None:
    layout = PageLayout()

    assert layout.page_at(10, 1.0) == 0
    assert list(layout.pages_between(0, 100, 1.0)) == []
