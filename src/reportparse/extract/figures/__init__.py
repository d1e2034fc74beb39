"""Read figures: the targets and results of a report."""

from reportparse.extract.figures.figures import figures

__all__ = ["figures"]
