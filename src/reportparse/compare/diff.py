"""Compare reports from Python, whatever they are given as."""

from pathlib import Path

from reportparse.compare.fulfilment import Tolerances
from reportparse.compare.whole import compare
from reportparse.lexicon import load
from reportparse.model import Report
from reportparse.model.comparison import Comparison
from reportparse.pipeline import extract_all


def diff(
    *reports: Report | Path | str, lexicon: Path | None = None, tolerances: Tolerances | None = None
) -> Comparison:
    """Set reports side by side: those that `extract` gave, paths of reports, or JSON Lines with several.

    They may be of two years or more, in any order. Raises what `extract` raises for a path, UsageError for fewer
    than two reports.

    >>> from reportparse import diff, extract
    >>> old = extract("二、2030年重点工作\\n今年地区生产总值增长6%左右。".encode())
    >>> new = extract("二、2031年重点工作\\n今年地区生产总值增长5.5%左右。".encode())
    >>> comparison = diff(old, new)
    >>> [(row.indicator_id, row.change.value) for row in comparison.targets]
    [('gdp', 'lowered')]
    """
    read = [
        one
        for report in reports
        for one in ([report] if isinstance(report, Report) else extract_all(report, lexicon=lexicon))
    ]
    return compare(read, lexicon=load(lexicon), tolerances=tolerances)
