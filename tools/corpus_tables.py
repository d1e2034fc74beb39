"""Write the data dictionary of docs/corpus.md from the tables' own description.

python -m tools.corpus_tables
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from reportparse.corpus.layout import Table, tables

PAGE = Path(__file__).parent.parent / "docs" / "corpus.md"
BEGIN, END = "<!-- tables -->", "<!-- end of tables -->"


def dictionary() -> str:
    """Describe every table and column, as Markdown."""
    return "\n".join(line for each in tables() for line in _described(each))


def _described(table: Table) -> Iterator[str]:
    yield f"### {table.name}"
    yield ""
    yield f"{table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}."
    yield ""
    yield "| column | type | what it means |"
    yield "| --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {column.type} | {column.meaning} |"
    yield ""


def with_dictionary(page: str) -> str:
    """Put the dictionary into its place in the page."""
    before, _, rest = page.partition(BEGIN)
    return f"{before}{BEGIN}\n\n{dictionary()}\n{END}{rest.partition(END)[2]}"


def main() -> int:
    """Write the page."""
    PAGE.write_text(with_dictionary(PAGE.read_text("utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
