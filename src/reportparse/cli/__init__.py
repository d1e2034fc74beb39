"""Be the command line: arguments, streams and exit codes around the library.

Light, so that the program answers to signals before the rest is loaded, which takes half a second.
"""

import gc
import sys
from collections.abc import Sequence

from reportparse.cli.exit_codes import INTERRUPTED
from reportparse.cli.signals import INTERRUPTS, end_at_once, ignored_at_the_end, raise_interrupts
from reportparse.cli.standard import prepare

__all__ = ["main", "run"]


_COLLECT = 100_000, 20, 20
"""When Python looks for cycles. A dictionary of 100,000 words is none, and looked through at each 700 new objects it
takes a sixth of the time of a start."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; a fault of ours is raised as it is."""
    from reportparse.cli import app

    return app.run(arguments)


def main() -> None:
    """Be the console script."""
    gc.set_threshold(*_COLLECT)
    ignored_at_the_end()
    end_at_once()
    prepare()
    from reportparse.cli import app

    try:
        raise_interrupts()
        code = app.run(sys.argv[1:])
    except INTERRUPTS:  # between two lines of ours
        code = INTERRUPTED
    end_at_once()
    sys.exit(code)
