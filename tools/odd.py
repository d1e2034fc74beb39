"""List what looks odd in the extraction of many reports, the oddest first: where to look for mistakes.

python -m tools.odd FOLDER [LINES]
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

import regex

from reportparse import Figure, Report
from reportparse.lexicon import Lexicon, UnitEntry, load
from reportparse.text import fold
from tools.reports import extractions, folder_argument, report_files

LINES = 40
LONG = 40
_NUMBER = regex.compile(
    r"(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?[多余]?[万亿]*(?![年月日号届次0-9A-Za-z.])\p{Han}|[0-9.]+%"
)

Oddity = tuple[str, Figure, Report]


def main() -> int:
    """Print each list with its size and its first lines."""
    folder = folder_argument("reports to look at")
    if folder is None:
        return 0
    lines = int(sys.argv[2]) if len(sys.argv) > 2 else LINES
    reports = [one.report for one in extractions(report_files(folder)) if one.report]
    figures = [(figure, report) for report in reports for figure in (*report.targets, *report.results)]
    print(f"{len(reports)} reports, {len(figures)} figures")
    lexicon = load()
    for title, oddities in (
        ("no indicator", _indicators(figures, lambda name: not name)),
        (f"indicators over {LONG} characters", _indicators(figures, lambda name: len(name) > LONG)),
        ("indicators that begin with a verb", _indicators(figures, _verb_first(lexicon))),
        ("units that the lexicon does not know", _unknown_units(figures, lexicon)),
        ("values out of their usual range", _wild_values(figures)),
        ("indicators seen once, of known units", _seen_once(figures)),
    ):
        found = list(oddities)
        print(f"\n== {title}: {len(found)} ({100 * len(found) / max(1, len(figures)):.2f} %)")
        for why, figure, report in found[:lines]:
            value = f"{figure.value} {figure.unit} {figure.measure} {figure.period}"
            print(f"{why} | {value} | {figure.quote} | {report.source.name} {figure.id} {figure.rule}")
    print("\n== reports with far fewer figures than their numbers suggest, or with too little of anything")
    for line in sorted(_thin(reports)):
        print(line)
    return 0


def _indicators(figures: Iterable[tuple[Figure, Report]], odd: Callable[[str], bool]) -> Iterator[Oddity]:
    return ((figure.indicator, figure, report) for figure, report in figures if odd(figure.indicator))


def _verb_first(lexicon: Lexicon) -> Callable[[str], bool]:
    """Give the test for an indicator that begins with an action verb of the lexicon."""
    verbs = tuple(form for form in lexicon.forms("verbs") if len(form) > 1)
    known = {form for entry in lexicon.entries("indicators") for form in entry.forms}
    return lambda name: name.startswith(verbs) and name not in known


def _unknown_units(figures: Iterable[tuple[Figure, Report]], lexicon: Lexicon) -> Iterator[Oddity]:
    known = {form for unit in lexicon.of(UnitEntry) for form in unit.forms}
    for figure, report in figures:
        if figure.value is not None and figure.unit.lstrip("十百千万亿") not in known:
            yield figure.unit or "(none)", figure, report


def _wild_values(figures: Iterable[tuple[Figure, Report]]) -> Iterator[Oddity]:
    """Find growth, shares and years that can hardly be."""
    for figure, report in figures:
        value = abs(figure.value or Decimal(0))
        year = int((figure.period or "2000")[:4])
        of_report = report.meta.year or year
        why = ""
        if figure.unit == "%" and figure.measure == "share" and value > 100:
            why = "share over 100 %"
        elif figure.unit == "%" and value > 500:
            why = "over 500 %"
        elif figure.unit == "个百分点" and value > 40:
            why = "over 40 points"
        elif not of_report - 12 <= year <= of_report + 30:
            why = "far year"
        elif figure.value is not None and 1900 <= figure.value <= 2100 and figure.unit in ("", "年"):
            why = "a year?"
        elif figure.value_max is not None and figure.value is not None and figure.value_max <= figure.value:
            why = "range upside down"
        elif figure.id.startswith("t") and year < of_report:
            why = "target in the past"
        if why:
            yield why, figure, report


def _seen_once(figures: Sequence[tuple[Figure, Report]]) -> list[Oddity]:
    """Find indicators that no second report has, the longest first."""
    seen = Counter(figure.indicator for figure, _ in figures)
    once = [(figure.indicator, figure, report) for figure, report in figures if seen[figure.indicator] == 1]
    return sorted(once, key=lambda oddity: -len(oddity[0]))


def _thin(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        text = "".join(paragraph.text for paragraph in report.paragraphs if paragraph.role != "glossary")
        numbers = len(_NUMBER.findall(fold(text)))
        figures = len(report.targets) + len(report.results)
        if numbers > 20 and figures < 0.7 * numbers:
            yield f"{figures / numbers:.2f} {report.source.name}: {figures} figures, {numbers} numbers"
        for name in ("targets", "results", "projects", "commitments", "sections"):
            if len(getattr(report, name)) < 5:
                yield f"thin {report.source.name}: {len(getattr(report, name))} {name}"
        year = str(report.meta.year)
        gdp = any(t.indicator_id == "gdp" and t.period == year for t in report.targets)
        if not gdp and "gdp" not in report.not_stated:
            yield f"no GDP target for {year}, nor its not_stated: {report.source.name}"


if __name__ == "__main__":
    sys.exit(main())
