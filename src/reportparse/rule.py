"""Say what a rule is: a pattern, what to build from a match, and the examples that hold it."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

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


class Placed(Protocol):
    """Be `text[start:end]` of the text that was read."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


Apart = TypeVar("Apart", bound=Placed)


def apart(rules: Iterable[Rule[Apart]], text: str, start: int = 0, end: int | None = None) -> list[Apart]:
    """Give what ordered rules read in `text[start:end]`, sorted and apart: the first rule to take a place has it."""
    taken: list[Apart] = []
    for rule in rules:
        for _, value in rule.readings(text, start, end):
            put_apart(taken, value, lambda one: (one.start, one.end))
    return taken


def put_apart(taken: list[Value], value: Value, place: Callable[[Value], tuple[int, int]]) -> None:
    """Put a value among sorted ones without overlap, where it overlaps none; `place` gives its start and end."""
    start, end = place(value)
    at = bisect_right(taken, start, key=lambda one: place(one)[0])
    if (at == 0 or place(taken[at - 1])[1] <= start) and (at == len(taken) or end <= place(taken[at])[0]):
        taken.insert(at, value)


def first_reading(rules: Iterable[Rule[Value]], text: str) -> tuple[Rule[Value], Match, Value] | None:
    """Give the first rule that accepts `text` from its beginning, with its match and value."""
    for rule in rules:
        match = rule.pattern.match(text)
        if match and (value := rule.build(match)) is not None:
            return rule, match, value
    return None
