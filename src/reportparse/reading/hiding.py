"""Tell which elements of a page its own style sheets hide: a text that no reader of the page sees.

Read are the rules of its <style> elements whose selectors are names, classes and ids, one below the other (CSS 2.2,
chapters 5 and 6.4). Rules that hold for some media or states only (@media print, :hover) are left alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import regex

_COMPOUND = regex.compile(r"(?P<tag>\*|[a-zA-Z][\w-]*)?(?P<marks>(?:[.#][\w-]+)*)")
_SHOWN = regex.compile(r"(?i)(?<![\w-])(display|visibility)\s*:\s*([a-z-]+)\s*(!\s*important)?")
_MOST = 1_000_000
_MOST_TRIED = 200_000
"""So many characters of style sheets are read; where more pairs of rules and elements would be tried, none is."""


@dataclass(frozen=True)
class _Compound:
    """Be one step of a selector: li.note#first."""

    tag: str
    classes: frozenset[str]
    id: str

    @property
    def key(self) -> str:
        """Give what of it an element must bear, by which its rules are found."""
        named = min(self.classes, default="")
        return f"#{self.id}" if self.id else f".{named}" if named else self.tag or "*"

    def fits(self, element: Any) -> bool:
        """Tell whether an element is meant."""
        return (
            isinstance(element.tag, str)
            and self.tag in ("", "*", element.tag)
            and self.id in ("", element.get("id"))
            and self.classes <= set((element.get("class") or "").split())
        )


@dataclass(frozen=True)
class _Rule:
    """Be what a rule says of one property of the elements that its selector means; the greatest `weight` wins."""

    steps: tuple[_Compound, ...]
    name: str
    hides: bool
    weight: tuple[bool, int, int, int, int]

    def fits(self, element: Any) -> bool:
        """Tell whether an element is meant, and stands below those before it."""
        *above, last = self.steps
        if not last.fits(element):
            return False
        for step in reversed(above):
            element = next((one for one in element.iterancestors() if step.fits(one)), None)
            if element is None:
                return False
        return True


def hidden_by_rules(tree: Any) -> list[Any]:
    """Give the elements that are hidden; none where they hold most of what the page says, which a script shows then."""
    sheets = "".join(style.text or "" for style in tree.iter("style"))[:_MOST]
    rules = list(_rules(_without_comments(sheets)))
    if not any(rule.hides for rule in rules):
        return []
    by_key: dict[str, list[_Rule]] = {}
    for rule in rules:
        by_key.setdefault(rule.steps[-1].key, []).append(rule)
    tried = sum(len(by_key.get(key, ())) for element in tree.iter("*") for key in _keys(element))
    if tried > _MOST_TRIED:
        return []
    hidden = [element for element in tree.iter("*") if _is_hidden(element, by_key)]
    outer = {*hidden}
    lost = sum(
        len(one.text_content()) for one in hidden if not any(above in outer for above in one.iterancestors())
    )
    return hidden if 2 * lost < len(tree.text_content()) else []


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return first + " ".join(part.partition("*/")[2] for part in others)


def _is_hidden(element: Any, by_key: Mapping[str, Sequence[_Rule]]) -> bool:
    told: dict[str, _Rule] = {}
    for rule in (rule for key in _keys(element) for rule in by_key.get(key, ())):
        if rule.fits(element) and (rule.name not in told or told[rule.name].weight <= rule.weight):
            told[rule.name] = rule
    own = {found[1].lower() for found in _SHOWN.finditer(element.get("style") or "")}
    return any(rule.hides for name, rule in told.items() if name not in own or rule.weight[0])


def _keys(element: Any) -> tuple[str, ...]:
    classes = (f".{name}" for name in set((element.get("class") or "").split()))
    return (f"#{element.get('id')}", *classes, element.tag, "*")


def _rules(sheet: str) -> Iterator[_Rule]:
    """Yield what the rules of a sheet say of showing; those inside of others are passed over."""
    for order, (selectors, body) in enumerate(_blocks(sheet)):
        for name, value, important in _SHOWN.findall(body):
            hides = value.lower() in ("none", "hidden")
            for selector in selectors.split(","):
                if steps := _steps(selector):
                    weight = (
                        bool(important),
                        sum(bool(step.id) for step in steps),
                        sum(len(step.classes) for step in steps),
                        sum(step.tag not in ("", "*") for step in steps),
                        order,
                    )
                    yield _Rule(steps, name.lower(), hides, weight)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and body of each block that stands in no other."""
    at = 0
    while (opened := sheet.find("{", at)) >= 0:
        head = sheet[at:opened].rpartition(";")[2].strip()
        closed = _end(sheet, opened)
        if not head.startswith("@"):
            yield head, sheet[opened + 1 : closed]
        at = closed + 1


def _end(sheet: str, opened: int) -> int:
    """Give the place of the brace that closes a block, the end of the sheet where none does."""
    depth = 0
    for brace in regex.finditer(r"[{}]", sheet, pos=opened):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return len(sheet)


def _steps(selector: str) -> tuple[_Compound, ...]:
    """Read a selector; one that says more than names, classes and ids is none."""
    steps = []
    for part in selector.split():
        found = _COMPOUND.fullmatch(part)
        if not found or not part:
            return ()
        marks = regex.findall(r"[.#][\w-]+", found["marks"])
        ids = [mark[1:] for mark in marks if mark[0] == "#"]
        classes = frozenset(mark[1:] for mark in marks if mark[0] == ".")
        steps.append(_Compound((found["tag"] or "").lower(), classes, ids[0] if ids else ""))
    return tuple(steps)
