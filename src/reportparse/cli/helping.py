"""Print the help of a command in the reader's language, as wide as the terminal, Chinese lines broken as Chinese is."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Any

from rich.cells import cell_len

from reportparse.cli.streams import spoken, width
from reportparse.show.blocks import WIDTH

_INDENT = 2
_WIDEST_NAME = 30
_NO_USE = re.compile(r" <(?:list\[)?(?:str|path|Path)\]?>")
"""The types of Python that typer prints behind a name that says what it is."""

_OPENING, _CLOSING = "（《“【", "，。；：、！？）》”】"
_PIECE = re.compile(
    rf"\[[^\]]*\]|[{_OPENING}]*(?:[一-鿿]|[^\s一-鿿{_OPENING}{_CLOSING}]+|[{_OPENING}{_CLOSING}])[{_CLOSING}]*\s*"
)
"""What no line is broken in: a remark, a word, or one Chinese character, with the marks that stay with it."""


def help_of(command: Any, context: Any) -> str:
    """Write the help of a command of typer's: usage, what it does, arguments, options, commands.

    All of it is English where it stands in the code, and retold here sentence by sentence.
    """
    parts = [_usage(command, context), *_paragraphs(command.help or "")]
    shown = [parameter for parameter in command.get_params(context) if not parameter.hidden]
    for title, kind in (("Arguments", "argument"), ("Options", "option")):
        rows = [_row(parameter, context) for parameter in shown if parameter.param_type_name == kind]
        parts += _section(title, rows)
    listed = getattr(command, "commands", {})
    return "\n\n".join(
        parts + _section("Commands", [(name, _retold(of.help)) for name, of in listed.items()])
    )


def _usage(command: Any, context: Any) -> str:
    """Write how it is called; typer puts names that show their own form into braces."""
    pieces = (re.sub(r"\{(.*)\}(?:\.\.\.)?", r"\1", piece) for piece in command.collect_usage_pieces(context))
    return _retold(f"Usage: {' '.join((context.command_path, *map(_retold, pieces)))}")


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in filter(None, cleandoc(text).split("\n\n")):
        yield _indented(_retold(" ".join(paragraph.split())), _INDENT)


def _row(parameter: Any, context: Any) -> tuple[str, str]:
    """Give what a parameter is called and what is said of it; typer's own remarks stand in brackets at the end."""
    name, told = parameter.get_help_record(context)
    remarks = told.removeprefix(parameter.help or "").strip().removeprefix("[").removesuffix("]")
    text = _retold(parameter.help or "")
    if remarks:
        text += f"  [{'; '.join(map(_retold, remarks.split('; ')))}]"
    return _NO_USE.sub("", name), text


def _section(title: str, rows: list[tuple[str, str]]) -> list[str]:
    """Lay out names and what is said of them side by side; a long name has a line of its own."""
    if not rows:
        return []
    column = min(max(cell_len(name) for name, _ in rows), _WIDEST_NAME) + 2 * _INDENT
    lines = [_retold(f"{title}:")]
    for name, text in rows:
        head, body = " " * _INDENT + name, _indented(text, column)
        short = cell_len(head) <= column - _INDENT
        lines.append(head + body[cell_len(head) :] if short else f"{head}\n{body}")
    return ["\n".join(lines)]


def _indented(text: str, indent: int) -> str:
    """Break a text into lines that fit; a Chinese character takes two columns."""
    room = min(width(), WIDTH) - indent
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and cell_len(lines[-1]) + cell_len(piece.rstrip()) > room:
            lines.append("")
        lines[-1] += piece
    return "\n".join(" " * indent + line.rstrip() for line in lines)


def _retold(text: str) -> str:
    return spoken().retold(text)
