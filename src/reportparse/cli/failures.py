"""Let one input fail without those beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from reportparse.cli.streams import say
from reportparse.errors import InputTooLargeError, ReportparseError, UnreadableInputError
from reportparse.reading import legible

SOME_FAILED = 5
FAULT = 1


class Failures:
    """Count the inputs that are done and those that failed, each of which is told on standard error."""

    def __init__(self, *, several: bool) -> None:
        self._several = several
        self._codes: list[int] = []
        self._done = 0

    @contextmanager
    def noted(self, name: str) -> Iterator[None]:
        """Note how the work on one input ends. A fault of ours is raised where there is no other input."""
        try:
            yield
        except (UnreadableInputError, InputTooLargeError) as error:
            say(str(error), error.hint)
            self._codes.append(error.exit_code)
        except Exception as error:
            if isinstance(error, ReportparseError) or not self._several:
                raise
            reason = f"{type(error).__name__} {error}".strip()
            say(f"{legible(name)} was not read, by a fault of reportparse: {reason}.",
                "Please tell us of it. Alone, it shows where the program failed.")  # fmt: skip
            self._codes.append(FAULT)
        else:
            self._done += 1

    @property
    def exit_code(self) -> int:
        """Give 0 where all is done, 5 where some is, and the first failure's own code where nothing is."""
        if not self._codes:
            return 0
        return SOME_FAILED if self._done else self._codes[0]
