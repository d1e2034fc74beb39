"""Hold what is kept between starts: it is what would be made anew, and whatever is wrong with it, it is made anew."""

import os
import sys
from pathlib import Path

import pytest
import regex

from reportparse.kept import kept, patterns
from reportparse.lexicon import load
from reportparse.words import words


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder below which things are kept."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def files(folder: Path) -> list[Path]:
    """Give the files that are kept."""
    return [path for path in folder.rglob("*") if path.is_file()]


def refuse() -> list[int]:
    """Make nothing."""
    raise AssertionError("made anew")


def test_what_is_kept_is_given_again(folder: Path) -> None:
    """A second start makes nothing; one that depends on something else does."""
    assert kept("numbers", "a", lambda: [1]) == [1]
    assert kept("numbers", "a", refuse) == [1]
    assert kept("numbers", "b", lambda: [2]) == [2]
    assert len(files(folder)) == 1


@pytest.mark.parametrize("size", [0, 10, 32, 33, 40])
def test_a_file_cut_short_is_made_anew(folder: Path, size: int) -> None:
    """So is one of another program."""
    kept("numbers", "a", lambda: [1])
    (file,) = files(folder)
    file.write_bytes(file.read_bytes()[:size])
    assert kept("numbers", "a", lambda: [2]) == [2]


def test_python_is_told_to_write_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing is kept."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("numbers", "a", lambda: [1]) == [1]
    assert files(folder) == []


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_not_ours(folder: Path) -> None:
    """It makes nothing fail."""
    folder.chmod(0o500)
    assert kept("numbers", "a", lambda: [1]) == [1]


def test_patterns_are_kept_as_they_are(folder: Path) -> None:
    """The ones of this run, no more: what is asked for no longer goes."""
    for asked in (("新(?:建|修)", "[0-9]+"), ("[0-9]+",)):
        with patterns("some") as compiled:
            found = [compiled(source) for source in asked]
        assert [pattern.pattern for pattern in found] == list(asked)
        assert regex.fullmatch(found[-1], "128")
    (file,) = files(folder)
    assert b"[0-9]+" in file.read_bytes() and "新".encode() not in file.read_bytes()


def test_a_lexicon_of_ones_own_has_words_of_its_own(folder: Path) -> None:
    """What is kept of the shipped one is not theirs."""
    own = folder / "own"
    own.mkdir()
    (own / "nouns.toml").write_text(
        '[[entry]]\nid = "mine"\nforms = ["砚雾数"]\nexample = "砚雾数提高"\nmeasure = true\n', "utf-8"
    )
    assert len(words("砚雾数", load())) > 1
    assert [word.text for word in words("砚雾数", load(own))] == ["砚雾数"]
