"""Show on a terminal a fact, and which rule read what in it."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from reportparse.language import ENGLISH, Words
from reportparse.model import Commitment, Figure, Project
from reportparse.model.trace import Step, Verdict
from reportparse.show.blocks import WIDTH


def fact_view(
    fact: Figure | Project | Commitment,
    source: str,
    width: int = WIDTH,
    words: Words = ENGLISH,
    around: tuple[str, str] = ("", ""),
) -> RenderableType:
    """Lay out what a fact holds, a field a line; fields without a value are left out.

    The quote stands in its sentence, `around` being what comes before and behind it there.
    """
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for field, value in fact.to_dict().items():
        if value not in (None, []):
            told = _told(field, value, words)
            shown = Text.assemble(around[0], (f"【{told}】", "bold"), around[1]) if field == "quote" else told
            table.add_row(words.heading_or(field), shown)
    return Group(Text(source, style="bold"), Constrain(table, width), Text())


def _told(field: str, value: object, words: Words) -> str:
    match value:
        case Mapping():
            return "  ".join(
                f"{words.heading_or(key)} {one}" for key, one in value.items() if one is not None
            )
        case list():
            return ", ".join(map(str, value))
    return words.field(field, value)


def trace_view(steps: Iterable[Step], width: int = WIDTH, words: Words = ENGLISH) -> RenderableType:
    """Lay out a row a step: what was matched, by which rule of which stage, and what came of it."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in words.headings("step", "rule"):
        table.add_column(column, no_wrap=True)
    for column in words.headings("words", "reading"):
        table.add_column(column, overflow="fold")
    for step in steps:
        read = step.verdict is Verdict.read
        why = "" if read else words.label("in_brackets", words=words.code(step.verdict))
        reading = " ".join(filter(None, (step.reading, why)))
        stage = words.named("Step", step.stage)
        table.add_row(stage, step.rule, step.words, reading, style="" if read else "dim")
    return Constrain(table, width)
