"""Hold the intervals of the codebook's accuracy tables and the place that they stand in."""

import pytest

from tools.accuracy import BEGIN, CODEBOOK, END, marked, wilson, with_interval


def test_wilson_interval_is_that_of_the_textbooks() -> None:
    """9 of 10, and the ends, where the normal interval would leave 0 to 1."""
    assert wilson(9, 10) == pytest.approx((0.5958, 0.9821), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)


def test_share_is_printed_with_its_interval() -> None:
    """Nothing asked prints nothing."""
    assert with_interval(9, 10) == "0.900 [0.596, 0.982]"
    assert with_interval(0, 0) == ""


def test_tables_replace_what_stands_between_the_markers() -> None:
    """Writing twice gives the same text, and the codebook has the markers."""
    text = f"before\n{BEGIN}\nold\n{END}\nafter\n"
    once = marked(text, "new\n")
    assert once == f"before\n{BEGIN}\nnew\n{END}\nafter\n"
    assert marked(once, "new\n") == once
    assert marked(CODEBOOK.read_text("utf-8"), "") != ""


def test_text_without_markers_is_refused() -> None:
    """A table is never appended somewhere."""
    with pytest.raises(ValueError, match="markers"):
        marked("no markers", "new\n")
