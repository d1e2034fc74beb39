"""Hold the units: each form stands once, in folded text, and every entry shows itself in use."""

from collections import Counter

from reportparse.lexicon import UnitEntry, load
from reportparse.text import fold

UNITS = load().of(UnitEntry)


def test_no_form_stands_in_two_units() -> None:
    """A printed unit has one meaning."""
    count = Counter(form for unit in UNITS for form in unit.forms)
    assert [form for form, times in count.items() if times > 1] == []


def test_forms_are_as_folded_text_has_them() -> None:
    """Brackets are full-width, letters half-width, and no form begins with 万 or 亿."""
    forms = [form for unit in UNITS for form in unit.forms]
    assert [form for form in forms if fold(form) != form or form[0] in "万亿"] == []


def test_examples_show_a_form() -> None:
    """Each example holds one of the entry's own forms."""
    assert [unit.id for unit in UNITS if not any(form in fold(unit.example) for form in unit.forms)] == []


def test_percent_and_points_are_apart() -> None:
    """个百分点 is a unit of its own kind, never a percentage."""
    kinds = {form: unit.kind for unit in UNITS for form in unit.forms}
    assert (kinds["%"], kinds["个百分点"], kinds["百分点"]) == ("percent", "points", "points")
