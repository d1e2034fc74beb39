"""Make the three standard streams fit to be used, whatever the program was started with. Light, too."""

import os
import sys
from typing import TextIO

_CHINESE = "政府工作报告"


def prepare() -> None:
    """Keep closed streams closed, and let open ones print Chinese.

    A stream that the caller closed leaves its number free, and the next file that is opened would get it: an
    output could then be written into by messages. The number is therefore given to the null device. sys.stdin
    and sys.stdout stay None, which says that they are closed; messages to a closed sys.stderr go nowhere.
    """
    for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr)):
        if stream is None:
            os.dup2(os.open(os.devnull, os.O_RDWR), number)
    if sys.stderr is None:
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            _let_print_chinese(stream)


def _let_print_chinese(stream: TextIO) -> None:
    try:
        _CHINESE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):  # the C locale
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
