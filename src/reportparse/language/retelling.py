"""Tell an English sentence in another language, by the pattern that it was made from.

The program speaks English: its errors, its doubts in the JSON, what a worker process or an old corpus hands over,
and what typer says of arguments are whole sentences already when somebody reads them. They are known again by their
pattern, `{name} is empty.`, and told by the pattern of the other language, `{name}是空文件。`.
"""

import re
from collections.abc import Mapping
from functools import cached_property
from string import Formatter
from typing import Any


class Retelling:
    """Be the patterns of a language: English to its own.

    A value marked `{reason!t}` is itself retold, of one marked `{names!l}` the commas between its items.
    """

    def __init__(self, patterns: Mapping[str, str]) -> None:
        self._patterns = patterns
        self._teller = _Teller(self)

    def __call__(self, sentence: str) -> str:
        """Retell a sentence; one that fits no pattern is given as it is."""
        if plain := self._patterns.get(sentence):
            return self._teller.format(plain)
        for pattern in self._open:
            if (values := pattern.values(sentence)) is not None:
                return self._teller.vformat(self._patterns[pattern.text], (), values)
        return sentence

    @cached_property
    def _open(self) -> list["_Pattern"]:
        """Give the patterns with values, those first that say most by themselves."""
        found = [_Pattern(text) for text in self._patterns if "{" in text]
        return sorted(found, key=lambda pattern: (-sum(map(len, pattern.fixed)), pattern.text))


class _Pattern:
    """Be a pattern of a sentence. Its fixed parts are looked for before anything is compiled."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts = [(fixed, name) for fixed, name, _, _ in Formatter().parse(text)]
        self.fixed = [fixed for fixed, _ in self._parts if fixed]

    def values(self, sentence: str) -> dict[str, str] | None:
        """Give what stands in the places of a sentence, or None where it does not fit."""
        if not all(fixed in sentence for fixed in self.fixed):
            return None
        found = self._expression.fullmatch(sentence)
        return found.groupdict() if found else None

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        parts = (re.escape(fixed) + (f"(?P<{name}>.*?)" if name else "") for fixed, name in self._parts)
        return re.compile("".join(parts), re.DOTALL)


class _Teller(Formatter):
    """Fill patterns in, and retell the values that ask for it."""

    def __init__(self, retelling: Retelling) -> None:
        self._retelling = retelling

    def convert_field(self, value: Any, conversion: str | None) -> Any:
        match conversion:
            case "t":
                return self._retelling(str(value))
            case "l":
                return str(value).replace(", ", "、")
        return super().convert_field(value, conversion)
