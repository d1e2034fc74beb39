"""Set the reports of several years side by side."""

from reportparse.compare.diff import diff
from reportparse.compare.fulfilment import Tolerances
from reportparse.compare.whole import LISTS, compare, differs

__all__ = ["LISTS", "Tolerances", "compare", "diff", "differs"]
