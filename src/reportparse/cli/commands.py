"""List the commands. Each is a module of its name beside this one, loaded when it is the one that was asked for."""

from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from reportparse.cli.helping import help_of
from reportparse.language import Language

COMMANDS = {
    "extract": "Extract sections, targets, results, projects and commitments.",
    "view": "Show a report as one HTML page: its text with the facts in it, charts, a list to check and correct it by.",
    "diff": "Set the reports of two years or more side by side.",
    "score": "Score reports against your own coding: precision, recall and F1 by kind and field.",
    "explain": "Say which rule read a fact, or what is read in a text, and which rules declined.",
    "batch": "Read many reports into the tables of a corpus.",
    "panel": "Lay the targets of a corpus out as a long panel: a row for each place, year and indicator.",
    "terms": "Count the terms of a dictionary in reports: how often, which share, which rank.",
    "schema": "Print the JSON schema of an output (draft 2020-12).",
}
"""The first sentence of each, which `reportparse --help` shows without loading any."""

SETTINGS = {"help_option_names": ["-h", "--help"]}

LanguageOption = Annotated[
    Language | None,
    typer.Option(
        "--lang", help="The language of help, tables, pages and messages; the locale's, unless said."
    ),
]
"""Stands in the help of every command; what it says is known before arguments are parsed (`language.chosen`)."""


class Command(TyperCommand):
    """Be one command, which tells of itself in the reader's language."""

    def get_help(self, ctx: Any) -> str:
        """Write its help."""
        return help_of(self, ctx)


@cache
def command(name: str) -> TyperCommand:
    """Load a command."""
    alone = typer.Typer(rich_markup_mode=None, add_completion=False, context_settings=SETTINGS)
    alone.command(name, cls=Command)(getattr(import_module(f"reportparse.cli.{name}"), name))
    loaded = get_command(alone)
    assert isinstance(loaded, TyperCommand)
    loaded.params.append(_language())
    return loaded


def _language() -> typer.core.TyperOption:
    alone = typer.Typer(add_completion=False)

    @alone.command()
    def _(lang: LanguageOption = None) -> None:
        """Have the option, which no command needs to see."""

    (option,) = get_command(alone).params
    assert isinstance(option, typer.core.TyperOption)
    option.expose_value = False
    return option


class Commands(TyperGroup):
    """Be the group of the commands, which loads the one that is run."""

    def __init__(self, **settings: Any) -> None:
        listed = {name: TyperCommand(name, help=line) for name, line in COMMANDS.items()}
        super().__init__(**(settings | {"commands": listed}))

    def get_help(self, ctx: Any) -> str:
        """Write the help of all."""
        return help_of(self, ctx)

    def resolve_command(self, ctx: typer.Context, args: list[str]) -> tuple[str | None, Any, list[str]]:  # type: ignore[override]
        """Give the command that the arguments name."""
        name, listed, rest = super().resolve_command(ctx, args)
        return name, command(name) if name else listed, rest
