"""Markdown: nested and unclosed marks."""

from tools.hostile.case import case
from tools.hostile.words import BODY, FACT, LINES, SENTENCE, TEXT

PARAGRAPHS = "\n\n".join(LINES)


@case("md", FACT)
def markdown_10_000_bold_runs() -> bytes:
    """10,000 bold runs in a paragraph."""
    return (PARAGRAPHS + "\n\n" + "**抓好**“**落实**”，" * 5_000).encode()


@case("md", FACT)
def markdown_100_000_stars() -> bytes:
    """100,000 stars that close nothing."""
    return (PARAGRAPHS + "\n\n" + "**抓好" * 50_000).encode()


@case("md", FACT)
def markdown_25_nested_list_marks() -> bytes:
    """The fact behind 25 list marks on one line."""
    return ("\n\n".join(LINES[:-2]) + "\n\n" + "- " * 25 + f"{FACT}。").encode()


@case("md", FACT)
def markdown_list_40_deep() -> bytes:
    """The fact at the end of a list 40 deep."""
    items = "\n".join("  " * at + "- 抓好落实" for at in range(40))
    return ("\n\n".join(LINES[:-2]) + f"\n\n{items}\n{'  ' * 40}- {FACT}。").encode()


@case("md", FACT)
def markdown_100_quotes_deep() -> bytes:
    """The fact behind 100 quotation marks of Markdown."""
    return ("\n\n".join(LINES[:-2]) + "\n\n" + "> " * 100 + f"{FACT}。").encode()


@case("md", FACT)
def markdown_100_000_brackets() -> bytes:
    """100,000 opening brackets."""
    return (PARAGRAPHS + "\n\n" + "[" * 100_000).encode()


@case("md", FACT)
def markdown_100_000_backticks() -> bytes:
    """Runs of backticks, each longer than the one before."""
    return (PARAGRAPHS + "\n\n" + "".join("`" * at + "，" for at in range(450))).encode()


@case("md", FACT)
def markdown_fence_that_never_closes() -> bytes:
    """A fence opened before the report."""
    return ("# 政府工作报告\n\n```\n" + BODY).encode()


@case("md", FACT)
def markdown_table_of_10_000_rows() -> bytes:
    """A table of 10,000 rows."""
    return (PARAGRAPHS + "\n\n|指标|值|\n|---|---|\n" + "|粮食产量|68万吨|\n" * 10_000).encode()


@case("md", FACT)
def markdown_comments_unclosed() -> bytes:
    """50,000 comments that are opened and not closed."""
    return (PARAGRAPHS + "\n\n" + "<!-- " * 50_000 + SENTENCE).encode()


@case("md", FACT)
def markdown_html_blocks_50_000() -> bytes:
    """50,000 tags of HTML."""
    return (PARAGRAPHS + "\n\n" + "<div>\n\n" * 50_000).encode()


@case("md", FACT)
def markdown_without_blank_lines() -> bytes:
    """The report as lines under one heading."""
    return ("# " + TEXT).encode()
