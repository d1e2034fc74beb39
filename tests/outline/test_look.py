"""Hold which way a passage looks by its own words alone."""

import pytest

from reportparse.lexicon import load
from reportparse.model import Outlook
from reportparse.outline.look import look_words, own_look


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("2031年改造泵站9座。", Outlook.planned),
        ("2030年改造泵站9座。", Outlook.done),
        ("比2030年多改造泵站9座。", None),
        ("三年来改造泵站9座。", Outlook.done),
        ("改造泵站9座。", None),
    ],
)
def test_the_year_of_the_tasks_is_ahead(text: str, outlook: Outlook | None) -> None:
    """A year from it on looks ahead, one before it back, one that is only compared with neither way."""
    assert own_look(text, look_words(load(), 2031), load()) is outlook
