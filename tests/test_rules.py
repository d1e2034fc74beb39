"""Hold every rule of every floor to its own examples and rejects."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType
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


def modules() -> Iterator[ModuleType]:
    """Yield every module of the package."""
    for found in pkgutil.walk_packages(reportparse.__path__, "reportparse."):
        yield importlib.import_module(found.name)


def all_rules() -> Iterator[tuple[str, Rule[Any]]]:
    """Yield the rules of every module that has a function `rules` of its own, a cached one included."""
    for module in modules():
        make = inspect.unwrap(getattr(module, "rules", None) or _argument)
        if inspect.isfunction(make) and make.__module__ == module.__name__:
            arguments = [_argument(name) for name in inspect.signature(make).parameters]
            for rule in make(*arguments):
                yield module.__name__.removeprefix("reportparse."), rule


RULES = list(all_rules())
MAKERS = {
    "extractors.commitments.deadline",
    "extractors.figures.qualitative",
    "extractors.projects.rules",
    "grammar.calendar",
    "grammar.quantity",
    "outline.build",
    "outline.targets",
    "outline.year",
}


def sisters(module: str, rule: Rule[Any]) -> list[Rule[Any]]:
    """Give the rule with those of its module that see the same match: what one rejects, no other may read."""
    return [other for place, other in RULES if place == module and other.pattern is rule.pattern]


EXAMPLES = [
    pytest.param(rule, text, short, id=f"{module}:{rule.name}:{text}")
    for module, rule in RULES
    for text, short in rule.examples
]
REJECTS = [
    pytest.param(sisters(module, rule), text, id=f"{module}:{rule.name}:{text}")
    for module, rule in RULES
    for text in rule.rejects
]


@pytest.mark.parametrize(("rule", "text", "short"), EXAMPLES)
def test_rule_reads_its_example(rule: Rule[Any], text: str, short: str) -> None:
    """The first reading of an example has the short form that stands beside it."""
    readings = [str(value) for _, value in rule.readings(fold(text))]
    assert readings[:1] == [short]


@pytest.mark.parametrize(("rules", "text"), REJECTS)
def test_rule_declines_its_reject(rules: list[Rule[Any]], text: str) -> None:
    """A reject gives nothing, by the rule and by its sisters."""
    assert [str(value) for rule in rules for _, value in rule.readings(fold(text))] == []


def test_rules_are_made_where_they_are_known_to_be() -> None:
    """No module's rules are passed over; a new maker is a new line of MAKERS."""
    assert {module for module, _ in RULES} == MAKERS


def test_every_rule_of_a_module_is_made_by_it() -> None:
    """A rule that stands in a module by a name of its own is one of those that are tested."""
    tested = {id(rule) for _, rule in RULES}
    loose = [
        f"{module.__name__}.{name}"
        for module in modules()
        for name, value in vars(module).items()
        for one in (value if isinstance(value, (tuple, list)) else [value])
        if isinstance(one, Rule) and id(one) not in tested
    ]
    assert loose == []


@pytest.mark.parametrize("rule", [pytest.param(rule, id=f"{m}:{rule.name}") for m, rule in RULES])
def test_rule_has_an_example(rule: Rule[Any]) -> None:
    """What no example shows, no test holds."""
    assert rule.examples


def test_rule_names_are_unique_in_their_module() -> None:
    """A rule is known by its module and name, so no two share both."""
    names = [(module, rule.name) for module, rule in RULES]
    assert len(names) == len(set(names))
