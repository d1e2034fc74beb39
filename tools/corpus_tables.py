"""Write the data dictionary of docs/corpus.md and docs/corpus.zh-CN.md from the tables' own description.

python -m tools.corpus_tables
"""

import sys
from collections.abc import Iterable, Iterator
from typing import get_args

from reportparse.corpus import panel, terms
from reportparse.corpus.layout import Table, Type, tables
from tools.columns import DOCS, TYPES

PAGES = {"en": DOCS / "corpus.md", "zh": DOCS / "corpus.zh-CN.md"}
PARTS = {"tables": tables(), "panel": (panel.TABLE,), "terms": (terms.TABLE,)}
"""What stands between which marks of a page."""

_ROW = {"en": "{row}. Key: {key}.", "zh": "每行是{row}。键：{key}。"}
_AND = {"en": ", ", "zh": "、"}
_HEAD = {"en": "| column | type | what it means |", "zh": "| 列 | 类型 | 含义 |"}
_TYPES = {"en": dict(zip(get_args(Type), get_args(Type), strict=True)), "zh": TYPES["zh"]}


def dictionary(part: Iterable[Table], language: str) -> str:
    """Describe tables and their columns, as Markdown."""
    return "\n".join(line for each in part for line in _described(each, language))


def _described(table: Table, language: str) -> Iterator[str]:
    key = _AND[language].join(f"`{name}`" for name in table.key)
    yield f"### {table.name}"
    yield ""
    yield _ROW[language].format(row=getattr(table.row, language), key=key)
    yield ""
    yield _HEAD[language]
    yield "| --- | --- | --- |"
    for column in table.columns:
        yield f"| `{column.name}` | {_TYPES[language][column.type]} | {getattr(column.meaning, language)} |"
    yield ""


def with_dictionary(page: str, language: str) -> str:
    """Put the dictionary into its place in the page."""
    for name, part in PARTS.items():
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n\n{dictionary(part, language)}\n{end}{rest.partition(end)[2]}"
    return page


def main() -> int:
    """Write both pages."""
    for language, page in PAGES.items():
        page.write_text(with_dictionary(page.read_text("utf-8"), language), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
