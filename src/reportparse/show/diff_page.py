"""Write a comparison as one HTML page that needs nothing else: no network, no file beside it."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from reportparse.language import ENGLISH, Words
from reportparse.model.comparison import Comparison
from reportparse.show.diff_blocks import blocks, heading, made_by
from reportparse.show.diff_chart import chart, charted


def page(comparison: Comparison, words: Words = ENGLISH) -> str:
    """Fill the page. All that comes from reports is escaped; the charts are SVG of our own making."""
    drawn = charted(comparison.panel)
    return _template().render(
        words=words,
        title=heading(comparison.reports),
        reports=comparison.reports,
        warnings=comparison.warnings,
        charts=[chart(row, number, words) for number, row in enumerate(drawn, start=1)],
        blocks=blocks(comparison, words),
        made_by=made_by(comparison, words),
    )


@cache
def _template() -> Template:
    loader = PackageLoader("reportparse", "show")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("diff_page.html")
