"""Hold an extraction against hand-made gold."""

from reportparse.score.gold import Gold, read_gold, sources
from reportparse.score.score import pooled, rate, score

__all__ = ["Gold", "pooled", "rate", "read_gold", "score", "sources"]
