"""Gather the commands, and turn every trouble into two lines and an exit code. The only place that does."""

import logging
import sys
from collections.abc import Sequence
from typing import Annotated

import click
import typer

from reportparse import __version__
from reportparse.cli import extract, schema, score
from reportparse.cli.streams import close_quietly, say
from reportparse.errors import ReportparseError

INTERRUPTED = 130

app = typer.Typer(
    name="reportparse",
    no_args_is_help=True,
    rich_markup_mode=None,  # Plain help reads the same on a terminal, in a pipe and in a file.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"reportparse {__version__}")
        raise typer.Exit


@app.callback()
def reportparse(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read Chinese government work reports (政府工作报告) into validated JSON.

    Sections, targets, results, projects and commitments, each on its place in the text.
    """


app.command("extract")(extract.extract)
app.command("score")(score.score)
app.command("schema")(schema.schema)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; a fault of ours is raised as it is."""
    try:
        code = app(list(arguments), prog_name="reportparse", standalone_mode=False)
    except ReportparseError as error:
        say(str(error), error.hint)
        return error.exit_code
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "reportparse"
        say(error.format_message(), f"See {path} --help.")
        return error.exit_code
    except BrokenPipeError:
        close_quietly()
        return 0
    except (click.Abort, KeyboardInterrupt):
        say("Interrupted.")
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def main() -> None:
    """Be the console script."""
    logging.disable(logging.WARNING)  # Libraries log their doubts; ours stand in the report.
    sys.exit(run(sys.argv[1:]))
