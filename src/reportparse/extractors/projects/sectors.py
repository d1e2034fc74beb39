"""Say to which sector a project belongs, by the words of its name."""

from functools import cache

from reportparse.lexicon import Lexicon, SectorEntry


@cache
def _cues(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    return tuple((form, entry.id) for entry in lexicon.of(SectorEntry) for form in entry.forms)


def sector(name: str, lexicon: Lexicon) -> str | None:
    """Give the sector whose word ends nearest to the end of the name, the longest of several; None without one."""
    found = [(name.rfind(form) + len(form), len(form), id_) for form, id_ in _cues(lexicon) if form in name]
    return max(found)[2] if found else None
