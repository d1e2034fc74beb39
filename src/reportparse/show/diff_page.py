"""Write a comparison as one HTML page that needs nothing else: no network, no file beside it."""

from reportparse.language import ENGLISH, Words
from reportparse.model.comparison import Comparison
from reportparse.show.diff_blocks import blocks
from reportparse.show.diff_chart import chart, charted
from reportparse.show.diff_head import heading, made_by, summary
from reportparse.show.pages import page as filled


def page(comparison: Comparison, words: Words = ENGLISH) -> str:
    """Fill the page. All that comes from reports is escaped; the charts are SVG of our own making."""
    drawn = charted(comparison.panel)
    return filled(
        "diff.html",
        "diff.js",
        w=words,
        title=heading(comparison.reports),
        reports=comparison.reports,
        summary=summary(comparison, words),
        warnings=[words.retold(warning.message) for warning in comparison.warnings],
        charts=[chart(row, number, words) for number, row in enumerate(drawn, start=1)],
        blocks=blocks(comparison, words),
        made_by=made_by(comparison, words),
    )
