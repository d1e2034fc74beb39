"""Inputs that are no files: pipes, devices, what never ends. Each is a line of shell."""

from tools.hostile.case import case
from tools.hostile.words import FACT


@case("sh", FACT)
def stream_pipe_by_name() -> bytes:
    """A report through <(cat report.txt)."""
    return b'reportparse extract <(cat "$1")'


@case("sh", FACT)
def stream_slow_pipe() -> bytes:
    """A report that comes in two parts, a second apart."""
    return b'(head -c 300 "$1"; sleep 1; tail -c +301 "$1") | reportparse extract -'


@case("sh", codes=(3, 4))
def stream_zeros() -> bytes:
    """/dev/zero, which never ends."""
    return b"reportparse extract /dev/zero"


@case("sh", codes=(3, 4))
def stream_random() -> bytes:
    """/dev/urandom, which never ends."""
    return b"reportparse extract /dev/urandom"


@case("sh", codes=(3, 4))
def stream_yes() -> bytes:
    """A report that says the same line for ever, through standard input."""
    return b"yes '\xe5\x8a\xa0\xe5\xbf\xab\xe5\xbb\xba\xe8\xae\xbe\xe3\x80\x82' | reportparse extract -"


@case("sh", codes=(3,))
def stream_nothing() -> bytes:
    """Standard input that holds nothing."""
    return b"reportparse extract - < /dev/null"


@case("sh", codes=(3,))
def stream_closed() -> bytes:
    """Standard input that is closed."""
    return b"reportparse extract - <&-"


@case("sh", codes=(5,))
def stream_one_bad_of_three() -> bytes:
    """A device without end between two reports, whose facts stay."""
    return b'reportparse extract "$1" /dev/zero "$1"'
