"""Show the names of files, which are bytes, as text."""

import os
from pathlib import Path


def legible(name: str | Path) -> str:
    """Give a file's name as text that can be printed.

    A name is bytes: those that are no UTF-8 are taken for GB18030, in which older archives from China have
    theirs, and else shown as �.
    """
    raw = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", errors="replace")
