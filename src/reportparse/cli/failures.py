"""Let one input fail without those beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from reportparse.cli.exit_codes import FAULT, SOME_FAILED
from reportparse.cli.streams import say
from reportparse.errors import InputTooLargeError, ReportparseError, UnreadableInputError
from reportparse.filenames import legible


class Failures:
    """Count the inputs that are done and those that failed, each of which is told on standard error."""

    def __init__(self) -> None:
        self.done = 0
        self._codes: list[int] = []

    @contextmanager
    def noted(self, name: str, *, alone: bool) -> Iterator[None]:
        """Note where the work on one input fails. A fault of ours is raised where there is no other input."""
        try:
            yield
        except (UnreadableInputError, InputTooLargeError) as error:
            say(str(error), error.hint)
            self._codes.append(error.exit_code)
        except Exception as error:
            if isinstance(error, ReportparseError) or alone:
                raise
            reason = f"{type(error).__name__} {error}".strip()
            say(f"{legible(name)} was not read, by a fault of reportparse: {reason}.",
                "Please tell us of it. Alone, it shows where the program failed.")  # fmt: skip
            self._codes.append(FAULT)

    def note(self, code: int) -> None:
        """Note what was told already."""
        self._codes.append(code)

    @property
    def first_code(self) -> int:
        """Give the first failure's own code, 0 where there is none."""
        return self._codes[0] if self._codes else 0

    @property
    def exit_code(self) -> int:
        """Give 0 where all is done, 5 where some is, and the first failure's own code where nothing is."""
        return SOME_FAILED if self._codes and self.done else self.first_code
