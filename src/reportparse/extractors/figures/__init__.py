"""Read figures: the targets and results of a report."""

from reportparse.extractors.figures.figures import figures
from reportparse.extractors.figures.headline import not_stated

__all__ = ["figures", "not_stated"]
