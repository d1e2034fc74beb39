"""Hold the loader to its promise: a user's file that does not fit is told of in a sentence."""

from pathlib import Path

import pytest

from reportparse.errors import LexiconError
from reportparse.lexicon import load

ENTRY = '[[entry]]\nid = "test_unit"\nkind = "count"\nforms = ["盏"]\nexample = "路灯8盏"\n'


@pytest.mark.parametrize(
    ("held", "told"),
    [
        (b"entry = 3", "entry is no list of tables"),
        (b"entry = [3]", "valid dictionary"),
        (ENTRY.replace("[[entry]]", "[[entries]]").encode(), "entries is unknown"),
        (ENTRY.encode("gb18030"), "not UTF-8"),
        (b"[[entry]", "units.toml"),
        (ENTRY.replace("count", "much").encode(), "kind"),
    ],
    ids=["number", "list of numbers", "one letter too many", "other code", "no TOML", "unknown kind"],
)
def test_a_file_that_does_not_fit_is_an_error_of_the_lexicon(held: bytes, told: str, tmp_path: Path) -> None:
    """It says which file, and what is wrong with it."""
    (tmp_path / "units.toml").write_bytes(held)
    with pytest.raises(LexiconError, match=told) as caught:
        load(tmp_path)
    assert "units.toml" in str(caught.value)


def test_a_file_that_fits_adds_its_words(tmp_path: Path) -> None:
    """The shipped ones stay."""
    (tmp_path / "units.toml").write_text(ENTRY, encoding="utf-8")
    assert {"盏", "公里"} <= set(load(tmp_path).forms("units"))
