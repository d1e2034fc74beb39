"""Read figures: the targets and results of a report."""

from reportparse.extract.figures.figures import figures
from reportparse.extract.figures.headline import not_stated

__all__ = ["figures", "not_stated"]
