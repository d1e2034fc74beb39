"""Give the words of a language: of codes, headings and labels by their names, of sentences by their English."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property
from importlib import resources

from reportparse.language.choice import Language
from reportparse.language.counting import ending
from reportparse.language.retelling import Retelling

SENTENCES = ("sentences", "foreign", "help")
"""Tables of patterns, which only other languages than English have: ours, those of typer, and what --help says."""


class Words:
    """Be one language's words. The catalogue is read when the first of them is asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def code(self, code: StrEnum | None) -> str:
        """Name a code of a closed vocabulary: of `Bound.at_least` 以上; nothing for None. Raises KeyError."""
        return "" if code is None else self._tables[type(code).__name__][code.value]

    def named(self, kind: str, code: str | None) -> str:
        """Name a code by its table, as `named("Sector", "water")`; one that no table has is given as it is.

        That happens where a user's own lexicon has brought it.
        """
        return "" if code is None else self._tables[kind].get(code, code)

    def field(self, name: str, value: object) -> str:
        """Write what a field of the JSON holds, a code by its name: `field("bound", "at_least")`."""
        return self._tables.get(name.capitalize(), {}).get(str(value), str(value))

    def heading(self, name: str) -> str:
        """Name a column of a table, or a field. Raises KeyError."""
        return self._tables["headings"][name]

    def heading_or(self, name: str) -> str:
        """Name a field, or give its own name where it has no other."""
        return self._tables["headings"].get(name, name)

    def headings(self, *names: str) -> tuple[str, ...]:
        """Name several columns."""
        return tuple(map(self.heading, names))

    def label(self, name: str, /, **values: object) -> str:
        """Give a label with its values: `label("more", count=3)`. Raises KeyError.

        `{s}` in an English one ends the noun that a `count` stands before.
        """
        return self._tables["labels"][name].format(s=ending(values.get("count")), **values)

    def page(self, name: str, /, **values: object) -> str:
        """Give a word of the pages with its values: `page("page_no", page=3)`. Raises KeyError."""
        return self.pages[name].format(s=ending(values.get("count")), **values)

    @property
    def pages(self) -> Mapping[str, str]:
        """Give the words of the pages with the places for their values, by name."""
        return self._tables["pages"]

    def all_headings(self) -> Mapping[str, str]:
        """Give the names of all columns and fields."""
        return self._tables["headings"]

    def codes(self, kind: str) -> Mapping[str, str]:
        """Give the names of all codes of a table, `codes("Sector")`. Raises KeyError."""
        return self._tables[kind]

    def retold(self, sentence: str) -> str:
        """Give an English sentence of the program in this language; one that the catalogue lacks as it is.

        English stays what it is: its catalogue has no sentences, they stand in the code.
        """
        return self._retelling(sentence)

    @cached_property
    def _tables(self) -> dict[str, dict[str, str]]:
        text = (resources.files("reportparse.language") / f"{self.language}.toml").read_text("utf-8")
        return tomllib.loads(text)

    @cached_property
    def _retelling(self) -> Retelling:
        tables = (self._tables.get(name, {}) for name in SENTENCES)
        return Retelling({english: own for table in tables for english, own in table.items()})


@cache
def words_of(language: Language) -> Words:
    """Give the words of a language, the same object each time."""
    return Words(language)


ENGLISH = words_of(Language.en)
