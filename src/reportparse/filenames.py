"""Show the names of files, which are bytes, as text; of an address of the web, say how to make it a file."""

import os
import shlex
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import regex

JSON_LINES: Final = (".jsonl", ".ndjson")
"""How the names of JSON Lines end."""

STANDARD_INPUT: Final = "-"
"""What stands for standard input where a file may be named."""

_ADDRESS: Final = regex.compile(r"(?i)(?P<scheme>https?|ftp|file):/+(?=[^/])")
"""Matches how an address begins, of whose slashes a path keeps one."""


def legible(name: str | Path) -> str:
    """Give a file's name, or the address that was given for one, as text that can be printed.

    A name is bytes: those that are no UTF-8 are taken for GB18030, in which older archives from China have
    theirs, and else shown as �.

    >>> legible(Path("https://example.org/2031.pdf"))
    'https://example.org/2031.pdf'
    """
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return _with_slashes(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")


def how_to_get(name: str | Path) -> str | None:
    """Say how to get a file of the web, where the name is the address of one; None where it is a file's.

    >>> how_to_get("https://example.org/2031.pdf")
    'Download it first: curl -LO https://example.org/2031.pdf'
    """
    address = legible(name)
    found = _ADDRESS.match(address)
    if found is None:
        return None
    if found["scheme"].lower() == "file":
        return (
            f"Name it by its path: {shlex.quote(unquote(address.removeprefix(found[0].removesuffix('/'))))}"
        )
    options = "-LO" if address.count("/") > 2 else "-L -o report.html"
    return f"Download it first: curl {options} {shlex.quote(address)}"


def _with_slashes(name: str) -> str:
    found = _ADDRESS.match(name)
    if found is None:
        return name
    slashes = "///" if found["scheme"].lower() == "file" else "//"
    return f"{found['scheme']}:{slashes}{name[found.end() :]}"
