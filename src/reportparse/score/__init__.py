"""Hold a report against hand-made gold: what was found, what was missed, which fields are right."""

from reportparse.score.gold import Gold, read_gold
from reportparse.score.score import pooled, rate, score

__all__ = ["Gold", "pooled", "rate", "read_gold", "score"]
