"""Hold an extraction against hand-made gold."""

from reportparse.score.gold import Gold, asked_in_vain, read_gold, sources
from reportparse.score.score import pooled, rate, score

__all__ = ["Gold", "asked_in_vain", "pooled", "rate", "read_gold", "score", "sources"]
