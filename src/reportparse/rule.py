"""Say what a rule is: a pattern, what to build from a match, and the examples that hold it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import regex

Value = TypeVar("Value")
Match = regex.Match[str]


@dataclass(frozen=True)
class Rule(Generic[Value]):
    """Read one construction of the genre.

    `pattern` is searched in folded text; `build` turns a match into a value, or None to decline.
    `examples` pairs a text with the short form expected of it (what `explain` prints), `rejects` lists texts
    that must give nothing. Both are pytest cases.
    """

    name: str
    pattern: regex.Pattern[str]
    build: Callable[[Match], Value | None]
    examples: Sequence[tuple[str, str]] = ()
    rejects: Sequence[str] = field(default=())

    def readings(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Match, Value]]:
        """Yield each accepted match in `text[start:end]`, left to right."""
        for match in self.pattern.finditer(text, start, len(text) if end is None else end):
            value = self.build(match)
            if value is not None:
                yield match, value


def first_reading(rules: Iterable[Rule[Value]], text: str) -> tuple[Rule[Value], Match, Value] | None:
    """Give the first rule that accepts `text` from its beginning, with its match and value."""
    for rule in rules:
        match = rule.pattern.match(text)
        if match and (value := rule.build(match)) is not None:
            return rule, match, value
    return None
