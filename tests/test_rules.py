"""Hold every rule of every floor to its own examples and rejects."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import reportparse
from reportparse.lexicon import load
from reportparse.rule import Rule
from reportparse.text import fold


def _argument(name: str) -> object:
    """Give what a module's `rules` takes; most take the lexicon."""
    if name == "year":
        return 2031
    if name == "calendar":
        period = importlib.import_module("reportparse.grammar.calendar")
        return period.Calendar(year=2021, review=2020)
    return load()


def all_rules() -> Iterator[tuple[str, Rule[Any]]]:
    """Yield the rules of every module that has a function `rules` of its own."""
    for found in pkgutil.walk_packages(reportparse.__path__, "reportparse."):
        module = importlib.import_module(found.name)
        make = inspect.unwrap(getattr(module, "rules", None) or _argument)
        if inspect.isfunction(make) and make.__module__ == found.name:
            arguments = [_argument(name) for name in inspect.signature(make).parameters]
            for rule in make(*arguments):
                yield found.name.removeprefix("reportparse."), rule


RULES = list(all_rules())
EXAMPLES = [
    pytest.param(rule, text, short, id=f"{module}:{rule.name}:{text}")
    for module, rule in RULES
    for text, short in rule.examples
]
REJECTS = [
    pytest.param(rule, text, id=f"{module}:{rule.name}:{text}")
    for module, rule in RULES
    for text in rule.rejects
]


@pytest.mark.parametrize(("rule", "text", "short"), EXAMPLES)
def test_rule_reads_its_example(rule: Rule[Any], text: str, short: str) -> None:
    """The first reading of an example has the short form that stands beside it."""
    readings = [str(value) for _, value in rule.readings(fold(text))]
    assert readings[:1] == [short]


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_rule_declines_its_reject(rule: Rule[Any], text: str) -> None:
    """A reject gives nothing."""
    assert [str(value) for _, value in rule.readings(fold(text))] == []


def test_rule_names_are_unique_in_their_module() -> None:
    """A rule is known by its module and name, so no two share both."""
    names = [(module, rule.name) for module, rule in RULES]
    assert len(names) == len(set(names))
