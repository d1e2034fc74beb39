"""Name the exit codes that no error has of itself; errors.py has the others."""

from typing import Final

FAULT: Final = 1
USAGE: Final = 2
SOME_FAILED: Final = 5
INTERRUPTED: Final = 130
