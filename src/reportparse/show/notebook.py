"""Show reports and comparisons in notebooks, and give their lists as tables of pandas."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportparse.errors import UsageError, install
from reportparse.language import Words, chosen, words_of
from reportparse.model import Report
from reportparse.model.comparison import Comparison
from reportparse.show.columns import KINDS, meanings
from reportparse.show.diff_blocks import blocks
from reportparse.show.diff_head import heading
from reportparse.show.pages import fragment
from reportparse.show.report_table import report_blocks
from reportparse.show.tables import layouts

if TYPE_CHECKING:
    import pandas as pd

    from reportparse.show.blocks import Block

ROWS = 12
"""So many rows of each list are shown."""


def report_html(report: Report) -> str:
    """Show whose report it is, its warnings, and the first rows of each list. No script, all text escaped."""
    meta = report.meta
    title = " ".join(filter(None, (meta.place, str(meta.year or ""), meta.title))) or report.source.name
    words = _words()
    warnings = [words.retold(warning.message) for warning in report.warnings]
    return _shown(title, report.source.name, warnings, report_blocks(report, words))


def comparison_html(comparison: Comparison) -> str:
    """Show what is compared, and the first rows of each list."""
    names = " · ".join(f"{report.key}: {report.name}" for report in comparison.reports)
    words = _words()
    warnings = [words.retold(warning.message) for warning in comparison.warnings]
    return _shown(heading(comparison.reports), names, warnings, blocks(comparison, words))


def _words() -> Words:
    """Give the words of the locale: a notebook has no --lang."""
    return words_of(chosen((), os.environ))


def _shown(title: str, lead: str, warnings: Sequence[str], listed: Sequence["Block"]) -> str:
    return fragment(
        "notebook.html",
        title=title,
        lead=lead,
        warnings=warnings,
        blocks=[b for b in listed if b.rows],
        most=ROWS,
    )


def frame(report: Report, name: str) -> "pd.DataFrame":
    """Give a list as a table with the columns of `extract --format csv --only LIST`: numbers are floats.

    Raises UsageError for a list that is none, and where pandas is not installed.
    """
    if name not in KINDS:
        raise UsageError(f"A report has no list {name!r}.", f"Lists: {', '.join(KINDS)}.")
    try:
        import pandas as pd
    except ImportError as error:
        raise UsageError("to_frame needs pandas, which is not installed.", install("pandas")) from error
    table = layouts((name,), apart=True)[0].table([report])
    made = pd.DataFrame(list(table.rows), columns=list(table.columns))
    types: dict[str, Any] = {"number": "float64", "integer": "Int64"}
    wanted = {column: types[of] for column in table.columns if (of := meanings()[column]["type"]) in types}
    return made.astype(wanted)
