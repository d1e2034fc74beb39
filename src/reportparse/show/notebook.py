"""Show reports and comparisons in notebooks, and give their lists as tables of pandas."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportparse.errors import UsageError, install
from reportparse.model import Report
from reportparse.model.comparison import Comparison
from reportparse.show.columns import KINDS, meanings
from reportparse.show.diff_blocks import blocks, heading
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
    return _shown(title, report.source.name, [w.message for w in report.warnings], report_blocks(report))


def comparison_html(comparison: Comparison) -> str:
    """Show what is compared, and the first rows of each list."""
    names = " · ".join(f"{report.key}: {report.name}" for report in comparison.reports)
    return _shown(
        heading(comparison.reports), names, [w.message for w in comparison.warnings], blocks(comparison)
    )


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
