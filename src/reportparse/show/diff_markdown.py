"""Write a comparison as Markdown, every row of it."""

from collections.abc import Iterator

from reportparse.language import ENGLISH, Words
from reportparse.model.comparison import Comparison
from reportparse.show.blocks import Block
from reportparse.show.diff_blocks import blocks
from reportparse.show.diff_head import heading, made_by, summary

_MARKED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"} | {"\n": " "})


def markdown(comparison: Comparison, words: Words = ENGLISH) -> Iterator[str]:
    """Yield the document in chunks: a heading, the warnings, a table a block."""
    yield f"<!-- reportparse {made_by(comparison, words)} -->\n"
    yield f"# {heading(comparison.reports).translate(_MARKED)}\n"
    for line in summary(comparison, words):
        yield f"\n- {line.translate(_MARKED)}"
    yield "\n"
    for warning in comparison.warnings:
        yield f"\n> {words.retold(warning.message).translate(_MARKED)}\n"
    for block in blocks(comparison, words):
        yield f"\n## {block.title}\n\n{block.lead}\n\n"
        yield from _rows(block)


def _rows(block: Block) -> Iterator[str]:
    yield _line(block.columns)
    yield "|" + " --- |" * len(block.columns) + "\n"
    for row in block.rows:
        yield _line(row.cells)


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.translate(_MARKED).replace("  ", "&nbsp; ") for cell in cells) + " |\n"
