"""Gather the commands, and turn every trouble into two lines and an exit code. The only place that does."""

import logging
import os
from collections.abc import Sequence
from typing import Annotated

import typer

from reportparse.cli.commands import SETTINGS, Commands, LanguageOption
from reportparse.cli.exit_codes import FAULT, INTERRUPTED, USAGE
from reportparse.cli.signals import INTERRUPTS
from reportparse.cli.streams import ClosedOutputError, close_quietly, print_text, say, speak
from reportparse.errors import ReportparseError
from reportparse.language import chosen, words_of

app = typer.Typer(
    name="reportparse",
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode=None,  # Plain help reads the same on a terminal, in a pipe and in a file.
    pretty_exceptions_enable=False,
    context_settings=SETTINGS,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print_text(f"reportparse {version('reportparse')}\n")
        raise typer.Exit


@app.callback()
def reportparse(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    lang: LanguageOption = None,
) -> None:
    """Read Chinese government work reports (政府工作报告) into validated JSON.

    Sections, targets, results, projects and commitments, each on its place in the text.
    """
    if context.invoked_subcommand is None:
        print_text(context.get_help() + "\n")


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; a fault of ours is raised as it is."""
    logging.disable(logging.WARNING)  # Libraries log their doubts; ours stand in the report.
    speak(words_of(chosen(arguments, os.environ)))
    try:
        code = app(list(arguments), prog_name="reportparse", standalone_mode=False)
    except ReportparseError as error:
        say(str(error), error.hint)
        return error.exit_code
    except typer.TyperException as error:  # Arguments that do not fit the commands.
        said = _sentence(error.format_message())
        if said.startswith("Missing argument 'REPORT"):
            say(said, "Name a report, or - for what comes through a pipe; --help says the rest.")
        else:
            say(said, "See reportparse --help, or --help behind a command.")
        return USAGE
    except (ClosedOutputError, BrokenPipeError):
        close_quietly()
        return 0
    except (
        OSError
    ) as error:  # Help that a full disk does not take. Inputs and outputs have errors of their own.
        close_quietly()
        say(f"The output could not be written: {error.strerror or error}.")
        return FAULT
    except (typer.Abort, *INTERRUPTS) as interrupt:
        code = getattr(interrupt, "exit_code", INTERRUPTED)
        say("Interrupted.")
    else:
        if code == INTERRUPTED:  # typer takes a KeyboardInterrupt for itself
            say("Interrupted.")
    return code if isinstance(code, int) else 0


_PYDANTIC = "Value error, "
"""How a library below typer begins its own sentences."""


def _sentence(message: str) -> str:
    words = " ".join(message.split()).replace(_PYDANTIC, "")
    return words if words.endswith((".", "?", "!")) else f"{words}."
