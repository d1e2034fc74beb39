"""Keep the lists and rows that a user asks for; a name that is not known is answered by those that are."""

from collections.abc import Callable, Sequence
from typing import Annotated

import regex
import typer

from reportparse.corpus.layout import Row
from reportparse.errors import UsageError
from reportparse.extractors.indicators import identify
from reportparse.lexicon import IndicatorEntry, Lexicon
from reportparse.model import Measure
from reportparse.suggesting import like

YearsOption = Annotated[
    str | None, typer.Option("--year", metavar="Y,...", help="Rows of these years only: 2025, 2021-2025.")
]
IndicatorsOption = Annotated[
    str | None,
    typer.Option(
        "--indicator", metavar="ID,...", help="Rows of these only: gdp, cpi, or a name, 居民消费价格."
    ),
]
MeasureOption = Annotated[Measure | None, typer.Option(help="Rows of this kind of number only.")]

_SPAN = regex.compile(r"(?P<first>[0-9]{4})(?:[-–—](?P<last>[0-9]{4}))?")


def lists(only: str | None, known: Sequence[str]) -> frozenset[str]:
    """Read what --only names, all lists where it is not given. Raises UsageError for one that is not known."""
    if only is None:
        return frozenset(known)
    names = frozenset(name.strip() for name in only.split(","))
    if unknown := sorted(names.difference(known)):
        raise UsageError(f"--only knows no {unknown[0]!r}.", f"Lists: {', '.join(known)}.")
    return names


def wanted(
    years: str | None, indicators: str | None, measure: Measure | None, lexicon: Lexicon
) -> Callable[[Row], bool]:
    """Make the test for a row. Raises UsageError for what is no year and no indicator."""
    known_years = None if years is None else _years(years)
    known_ids = None if indicators is None else _ids(indicators, lexicon)

    def is_wanted(row: Row) -> bool:
        return (
            (known_years is None or row["year"] in known_years)
            and (known_ids is None or row["indicator_id"] in known_ids)
            and (measure is None or row["measure"] == measure)
        )

    return is_wanted


def _years(told: str) -> frozenset[int]:
    found = [_SPAN.fullmatch(part.strip()) for part in told.split(",")]
    spans = [(int(match["first"]), int(match["last"] or match["first"])) for match in found if match]
    if not all(found) or any(first > last for first, last in spans):
        raise UsageError(f"{told} is no year.", "Years are written 2025, 2023,2025 or 2021-2025.")
    return frozenset(year for first, last in spans for year in range(first, last + 1))


def _ids(told: str, lexicon: Lexicon) -> frozenset[str]:
    known = {entry.id: entry.forms for entry in lexicon.of(IndicatorEntry)}
    found = set()
    for name in filter(None, map(str.strip, told.split(","))):
        id_ = name if name in known else identify(name, lexicon)
        if id_ is None:
            forms = [*known, *(form for forms in known.values() for form in forms)]
            raise UsageError(
                f"There is no indicator {name}.", like(name, forms) or "docs/indicators.md has them all."
            )
        found.add(id_)
    return frozenset(found)
