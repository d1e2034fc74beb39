"""Read places and years out of the names of files, by a pattern that the user gives."""

from typing import Final, NamedTuple

import regex

from reportparse.corpus.columns import year_in
from reportparse.errors import UsageError

_FIELDS: Final = {
    "year": r"(?P<year>(?:19|20)[0-9]{2})",
    "place": r"(?P<place>[^\W0-9_]+?)",
    "province": r"(?P<province>[^\W0-9_]+?)",
}
_FIELD = regex.compile(r"\{([^{}]*)\}|(\*)")


class Told(NamedTuple):
    """Be what a name says, None where it does not."""

    place: str | None = None
    province: str | None = None
    year: int | None = None


class NamePattern:
    """Be a pattern like `{year}{place}` for the name of a file without its ending; `*` stands for anything."""

    def __init__(self, pattern: str) -> None:
        """Raises UsageError for a field that is not known or stands twice."""
        self.pattern = pattern
        parts, end = [], 0
        for field in _FIELD.finditer(pattern):
            parts += [regex.escape(pattern[end : field.start()]), _part(field[1], field[2], pattern)]
            end = field.end()
        parts.append(regex.escape(pattern[end:]))
        try:
            self._regex = regex.compile("".join(parts))
        except regex.error as error:
            raise UsageError(f"--name {pattern!r} has a field twice.", _HINT) from error
        if not self._regex.groups:
            raise UsageError(f"--name {pattern!r} names no field.", _HINT)

    def read(self, stem: str) -> Told | None:
        """Read a name, None where the pattern does not fit it."""
        found = self._regex.fullmatch(stem)
        if found is None:
            return None
        said = found.groupdict()
        place = said.get("place") or said.get("province")
        return Told(place, said.get("province"), year_in(said.get("year")))


_HINT = "Fields: {year}, {place}, {province}, and * for anything: --name '{year}{place}'."


def _part(field: str | None, star: str | None, pattern: str) -> str:
    if star:
        return ".*?"
    if field not in _FIELDS:
        raise UsageError(f"--name {pattern!r} has a field that is not known: {{{field}}}.", _HINT)
    return _FIELDS[field]
