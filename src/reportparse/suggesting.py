"""Ask whether a name that is known is meant by one that is not."""

from collections.abc import Iterable
from difflib import get_close_matches

_SHOWN = 3


def like(name: str, known: Iterable[str]) -> str:
    """Ask whether one of the known names is meant: those that begin so, else those that are spelt alike; or nothing."""
    names = sorted(set(known))
    near = [one for one in names if one.startswith(name)] or get_close_matches(name, names, _SHOWN, 0.6)
    return f"Do you mean {', '.join(near[:_SHOWN])}?" if near else ""
