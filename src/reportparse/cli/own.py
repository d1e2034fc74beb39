"""Tell an output that the same command wrote before from a report that stands under its name."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import simplejson

from reportparse.corpus.panel import TABLE as PANEL
from reportparse.correcting import is_corrected
from reportparse.errors import ReportparseError
from reportparse.filenames import JSON_LINES
from reportparse.model import Report
from reportparse.model.json import from_json, is_json, values_in

_HEAD = 2000
_MARKS = (b'<meta name="generator" content="reportparse">', b"<!-- reportparse ")
"""What stands at the beginning of our pages, and of a comparison as Markdown."""

_KEYS = ({"fulfilment", "panel"}, {"dictionary", "per", "rows"}, set(PANEL.names))
"""Keys of what diff, terms and panel print, which is none of the reports."""


def is_own(path: Path, inputs: Sequence[Path], *, prints_reports: bool) -> bool:
    """Tell of a file that nothing is lost with it: it is empty, or it can be made again of the inputs.

    A page, a comparison or a table can; reports can by a command that prints reports, where each is of the bytes of
    one of the inputs and no reader corrected it. What can't be read is nobody's.
    """
    try:
        data = path.read_bytes()
        if not data:
            return True
        if not is_json(data):
            return any(mark in data[:_HEAD] for mark in _MARKS)
        values = values_in(data)
        if values and all(map(_is_other, values)):
            return True
        reports = [from_json(value, path.name) for value in values] if prints_reports else []
        return bool(reports) and _can_be_made(reports, [each for each in inputs if each != path])
    except (OSError, ValueError, ReportparseError):
        return False


def _is_other(value: bytes) -> bool:
    keys = simplejson.loads(value)
    return isinstance(keys, dict) and any(own <= keys.keys() for own in _KEYS)


def _can_be_made(reports: Sequence[Report], inputs: Sequence[Path]) -> bool:
    if any(map(is_corrected, reports)):
        return False
    missing = {report.source.sha256 for report in reports}
    for path in inputs:
        missing.difference_update(_digests(path))
    return not missing


def _digests(path: Path) -> Iterator[str]:
    """Give the digest of a file, and those of the sources of the reports that it holds as JSON."""
    data = path.read_bytes()
    yield hashlib.sha256(data).hexdigest()
    if path.suffix.lower() in (".json", *JSON_LINES) and is_json(data):
        for value in values_in(data):
            yield from_json(value, path.name).source.sha256
