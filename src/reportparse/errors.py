"""Name what can go wrong with an input: one tree, each with a hint and an exit code."""


def install(*packages: str) -> str:
    """Say how to install what an extra brings: by its own names, since another program may be called reportparse."""
    names = " ".join(packages)
    return f"pip install {names}, in the environment of reportparse; of pipx: pipx inject reportparse {names}"


class ReportparseError(Exception):
    """Stand for trouble that a user can do something about.

    `str(error)` is one sentence; `hint` is what to try; `exit_code` is what the command line ends with.
    """

    exit_code = 1
    hint = ""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        if hint is not None:
            self.hint = hint


class UsageError(ReportparseError):
    """Say that arguments do not fit together (exit code 2)."""

    exit_code = 2
    hint = "See reportparse --help."


class UnreadableInputError(ReportparseError):
    """Say that an input can't be read at all (exit code 3)."""

    exit_code = 3
    hint = "Check that the file opens in a viewer."


def unopened(name: str, error: OSError) -> UnreadableInputError:
    """Say why an input can't be opened: of a file that may be whole, so no viewer helps."""
    return UnreadableInputError(
        f"{name} can't be opened: {error.strerror or error}.", "Check the path and its permissions."
    )


class MissingInputError(UnreadableInputError):
    """Say that there is no such file, or that it is a folder."""

    hint = "Check the path."


class EmptyInputError(UnreadableInputError):
    """Say that an input holds no bytes, or no text."""

    hint = "Check that the download was complete."


class DamagedInputError(UnreadableInputError):
    """Say that a file breaks its own format, or is not what its name says."""

    hint = "Download it again, or save it anew from a viewer."


class EncryptedInputError(UnreadableInputError):
    """Say that a file asks for a password."""

    hint = "Save a copy without a password."


class NoTextError(UnreadableInputError):
    """Say that a file holds pictures of pages and no text."""

    hint = "Run OCR on it first, for example with ocrmypdf -l chi_sim."


class ForeignInputError(UnreadableInputError):
    """Say that a text is not a Chinese report."""

    hint = "reportparse reads Chinese government work reports (政府工作报告)."


class InputTooLargeError(ReportparseError):
    """Say that an input is over a documented limit (exit code 4)."""

    exit_code = 4
    hint = "Split the file."


class LexiconError(ReportparseError):
    """Say that a lexicon file does not hold what the loader asks for (exit code 2)."""

    exit_code = 2
    hint = "CONTRIBUTING.md says what an entry holds."
