"""Count things in English: one of a thing is no plural. Chinese knows none."""


def counted(count: int, noun: str) -> str:
    """Write how many there are.

    >>> counted(1, "report"), counted(3, "report"), counted(0, "report")
    ('1 report', '3 reports', '0 reports')
    """
    return f"{count} {noun}{ending(count)}"


def ending(count: object) -> str:
    """Give what the noun behind a number ends with."""
    return "" if count == 1 else "s"
