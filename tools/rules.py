"""Write docs/rules.md, every rule by name with what it reads, from the rules themselves.

python -m tools.rules
"""

import importlib
import inspect
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import reportparse
from reportparse.grammar.calendar import Calendar
from reportparse.lexicon import load

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"

_HEAD = """\
# Rules

Made from the rules by `make docs`. Each entry of the JSON says in `rule` which of these read it, and
`reportparse explain` prints what each of them made of a text. An example is a text and the short form of what is read
of it; — stands where nothing is. The same examples are tests.
"""


class Named(NamedTuple):
    """Be a rule: its name, and pairs of a text and its short form, — where nothing is read."""

    name: str
    examples: tuple[tuple[str, str], ...]


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Lay out a table for each module that has rules."""
    parts = [_HEAD]
    for name in modules():
        if rules := rules_of(name):
            title, summary = name.removeprefix("reportparse."), inspect.getdoc(importlib.import_module(name))
            first = (summary or "").partition("\n\n")[0].replace("\n", " ")
            parts.append(f"\n## {title}\n\n{first}\n\n| rule | example | reading |\n| --- | --- | --- |\n")
            parts += [_rows(rule) for rule in rules]
    return "".join(parts)


def modules() -> list[str]:
    """Give the names of all modules of the package, in order."""
    return sorted(found.name for found in pkgutil.walk_packages(reportparse.__path__, "reportparse."))


def rules_of(name: str) -> list[Named]:
    """Give a module's own rules: what its function `rules` gives, and every value with a name and examples."""
    module = importlib.import_module(name)
    found: list[object] = []
    make = getattr(module, "rules", None)
    if callable(make) and make.__module__ == name:
        given = {"calendar": Calendar(year=2031, review=2030)}
        found += make(*(given.get(parameter, load()) for parameter in inspect.signature(make).parameters))
    for value in vars(module).values():
        values = value if isinstance(value, (tuple, list)) else [value]
        found += [value for value in values if _is_rule(value) and _module_of(value) == name]
    return [_named(value) for value in {id(value): value for value in found if _is_rule(value)}.values()]


def _is_rule(value: object) -> bool:
    """Tell of whatever has a name and examples, or texts of which it reads nothing."""
    named = not isinstance(value, type) and isinstance(getattr(value, "name", None), str)
    return named and any(getattr(value, field, None) for field in ("examples", "rejects"))


def _module_of(rule: object) -> str | None:
    """Give the module of the function that a rule calls: one that a module imports has its place elsewhere."""
    functions = (value for value in vars(rule).values() if inspect.isfunction(value))
    return next((function.__module__ for function in functions), None)


def _named(rule: object) -> Named:
    examples = tuple(_pairs(getattr(rule, "examples", ()))) + tuple(
        (text, "—") for text in tuple(getattr(rule, "rejects", ()))[:1]
    )
    return Named(str(getattr(rule, "name", "")), examples)


def _pairs(examples: Iterable[object]) -> Iterator[tuple[str, str]]:
    for example in examples:
        if isinstance(example, str):
            yield example, "—"
        elif isinstance(example, tuple):
            yield str(example[0]), str(example[1])


def _rows(rule: Named) -> str:
    name = f"`{rule.name}`"
    rows = []
    for text, reading in rule.examples[:3]:
        rows.append(f"| {name} | {_cell(text)} | {_cell(reading)} |\n")
        name = ""
    return "".join(rows)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    main()
