"""Say how many places speak of a thing by the same words: many of a class (口袋公园), one of its own works."""

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

from reportparse.extractors.projects.candidates import Candidate

Usage = Callable[[str], int]
"""Gives in how many places' reports a phrase was met."""

SEVERAL = 3
"""What fewer places use is not told from what one does: a great work has several on its way."""


@cache
def usage() -> Usage:
    """Read the counts that ship with the package; `usage.toml` says how they came."""
    table = tomllib.loads(files(__package__).joinpath("usage.toml").read_text("utf-8"))
    counts = {phrase: int(count) for count, met in table.items() for phrase in met}
    return lambda phrase: counts.get(phrase, 0)


def phrases(candidate: Candidate) -> tuple[str, ...]:
    """Give what is counted of a candidate: its whole name, and its head with the word before it; () without a head."""
    tokens, head = candidate.tokens, candidate.head
    if not head or candidate.counted:
        return ()
    return candidate.name, tokens[head - 1].text + tokens[head].text
