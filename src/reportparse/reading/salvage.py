"""Give a PDF that was cut short a new end: a list of the pages that are whole in it.

What a PDF ends with says where everything stands, so that a file without its end opens nowhere. Its objects are
numbered and marked all the same, and pages are told by their type (ISO 32000-1, 7.3.10, 7.5.7 and 7.7.3).
"""

import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import regex

from reportparse.errors import DamagedInputError

_OBJECT = regex.compile(rb"(?<![0-9])([0-9]{1,7})[ \r\n]+[0-9]{1,5}[ \r\n]+obj\b")
_REFERENCE = regex.compile(rb"([0-9]{1,7})\s+[0-9]{1,5}\s+R\b")
_PAGE, _TREE = regex.compile(rb"/Type\s*/Page(?![a-zA-Z])"), regex.compile(rb"/Type\s*/Pages\b")
_CONTENTS = regex.compile(rb"/Contents\s*(?:\[([^\]]*)\]|([0-9]{1,7}\s+[0-9]{1,5}\s+R\b))")
_KIDS = regex.compile(rb"/Kids\s*\[([^\]]*)\]")
_PACKED = regex.compile(rb"/Type\s*/ObjStm\b")
_COUNT, _FIRST = regex.compile(rb"/N\s+([0-9]{1,6})"), regex.compile(rb"/First\s+([0-9]{1,7})")
_STREAM = regex.compile(rb"stream\r?\n")
_END, _TAIL = b"startxref", 2048
"""What stands near the end of every PDF. Some programs write all pages there, behind the fonts that they are set in."""
_MOST_UNPACKED = 20 << 20
_LONGEST = 20_000
"""A page, or a branch of the tree of pages, is no longer than this, unlike the text and the pictures on it."""


class _Object(NamedTuple):
    """Be an object of the file: where it stands, None for one that was packed, and what it is."""

    place: int | None
    body: bytes


def with_whole_pages(data: bytes) -> bytes:
    """Give the file with a new end that lists the pages that are whole. Raise DamagedInputError where none is.

    A page is whole whose own object and all streams of whose text lie before the cut. Fonts that lie behind it are
    not asked for.
    """
    found = dict(_objects(data))
    packed = {number: one for holder in found.values() for number, one in _unpacked(holder.body)}
    found = packed | found
    pages = [number for number, one in found.items() if _is_whole(one.body, found)]
    if not pages and _END not in data[-_TAIL:]:
        raise DamagedInputError("The PDF is cut short, and no page of it is whole.")
    if not pages:
        raise DamagedInputError("The PDF can't be read: it breaks its own format.")
    rank = _ranks(found)
    pages.sort(key=lambda number: (rank.get(number, len(rank)), number))
    root = max(found) + 1
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    found[root] = _Object(None, b"<</Type/Catalog/Pages %d 0 R>>" % (root + 1))
    tree = b"<</Type/Pages/MediaBox[0 0 595 842]/Count %d/Kids[%s]>>" % (len(pages), kids)
    found[root + 1] = _Object(None, tree)
    return _written(data, found, root)


def _objects(data: bytes) -> Iterator[tuple[int, _Object]]:
    """Give the objects that are whole, by number, in the order of the file; one that was written anew comes again."""
    starts = [*_OBJECT.finditer(data)]
    borders = [*(found.start() for found in starts), len(data)]
    for found, end in zip(starts, borders[1:], strict=True):
        close = data.rfind(b"endobj", found.end(), end)
        if close >= 0:
            yield int(found[1]), _Object(found.start(), data[found.end() : close])


def _unpacked(body: bytes) -> Iterator[tuple[int, _Object]]:
    """Give the objects that one compressed stream holds: first their numbers and places, then one behind the other."""
    begin = _STREAM.search(body, 0, _LONGEST)
    head = body[: begin.start()] if begin else b""
    count, first = _COUNT.search(head), _FIRST.search(head)
    if not begin or not _PACKED.search(head) or not count or not first or b"/DecodeParms" in head:
        return
    try:
        text = zlib.decompressobj().decompress(body[begin.end() :], _MOST_UNPACKED)
    except zlib.error:
        return
    listed = [int(one) for one in text[: int(first[1])].split()[: 2 * int(count[1])] if one.isdigit()]
    starts = [int(first[1]) + at for at in listed[1::2]]
    for number, start, end in zip(listed[::2], starts, [*starts[1:], len(text)], strict=False):
        yield number, _Object(None, text[start:end])


def _is_whole(body: bytes, found: Mapping[int, _Object]) -> bool:
    """Tell a page whose text is there."""
    if len(body) > _LONGEST or not _PAGE.search(body):
        return False
    contents = _CONTENTS.search(body)
    parts = [int(one[1]) for one in _REFERENCE.finditer(contents[1] or contents[2])] if contents else []
    return bool(parts) and all(part in found for part in parts)


def _ranks(found: Mapping[int, _Object]) -> dict[int, int]:
    """Give the order of pages that the branches of their tree tell, as far as these are there."""
    branches = [
        one.body for _, one in sorted(found.items()) if len(one.body) <= _LONGEST and _TREE.search(one.body)
    ]
    kids = [kids for body in branches if (kids := _KIDS.search(body))]
    listed = [int(one[1]) for inner in kids for one in _REFERENCE.finditer(inner[1])]
    return {number: at for at, number in enumerate(listed)}


def _written(data: bytes, found: Mapping[int, _Object], root: int) -> bytes:
    """Write what was packed, the new tree of pages and a table of all objects behind the last whole one."""
    out, table = (
        bytearray(data[: data.rfind(b"endobj")] + b"endobj\n"),
        bytearray(b"xref\n0 1\n0000000000 65535 f \n"),
    )
    for number, one in found.items():
        place = len(out) if one.place is None else one.place
        table += b"%d 1\n%010d 00000 n \n" % (number, place)
        if one.place is None:
            out += b"%d 0 obj\n%s\nendobj\n" % (number, one.body)
    end = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (root + 2, root, len(out))
    return bytes(out + table + end)
