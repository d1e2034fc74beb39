"""Find the sections of a report, what each part does, and whose report it is."""

from reportparse.outline.build import outline

__all__ = ["outline"]
