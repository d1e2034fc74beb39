"""Write docs/columns.md and docs/columns.zh-CN.md, every table with its columns, from the models.

python -m tools.columns
"""

from pathlib import Path

from reportparse.show.columns import KINDS, columns_of, columns_of_facts, meanings
from reportparse.show.diff_tables import COLUMNS

DOCS = Path(__file__).parent.parent / "docs"

_HEADS = {
    "en": """\
# Columns

Made from the models by `make docs`. 中文见 [columns.zh-CN.md](columns.zh-CN.md).

`reportparse extract --format csv` (or `parquet`, `xlsx`, `dta`) writes a row an entry. `--only LIST` gives the
table of one list; without it CSV, Parquet and Stata's files have one table of all facts, in which a cell that a kind
does not have is empty.
`-o FOLDER/` writes a file each, `--format xlsx` a sheet each. `reportparse diff --format csv --only LIST` gives the
tables of a comparison, long and tidy: an observation a row; but for the panel, which has a row an indicator and two
columns a year, and is what `--format csv` alone prints. Empty cells are null in Parquet. Numbers are decimals as
printed; in Parquet they are doubles.
""",
    "zh": """\
# 列的说明

由 `make docs` 从模型生成。English: [columns.md](columns.md)。

`reportparse extract --format csv`（或 `parquet`、`xlsx`、`dta`）一行一条。`--only 列表名` 只出那一类的表；
不加时 CSV 和 Parquet 是所有事实的一张长表，某类没有的列为空。
`-o 文件夹/` 每类一个文件，`--format xlsx` 每类一个工作表。
`reportparse diff --format csv --only 列表名` 给出比较的各表，一行一个观测；
只有 panel 一行一个指标、每年两列，不加 `--only` 的 `--format csv` 就是它。空格在 Parquet 中是 null。
数字是原文的十进制数，在 Parquet 中是双精度浮点。
""",
}
_TITLES = {"en": ("## Tables of extract", "## Tables of diff", "| column | type | meaning |"),
           "zh": ("## extract 的表", "## diff 的表", "| 列 | 类型 | 含义 |")}  # fmt: skip
TYPES = {"en": {"text": "text", "number": "number", "integer": "whole number"},
         "zh": {"text": "文本", "number": "数", "integer": "整数"}}  # fmt: skip


def main() -> None:
    """Write both pages."""
    for language, name in {"en": "columns.md", "zh": "columns.zh-CN.md"}.items():
        (DOCS / name).write_text(page(language), encoding="utf-8")


def page(language: str) -> str:
    """Lay out the columns of each table."""
    extract, diff, _ = _TITLES[language]
    tables = {kind: columns_of(kind) for kind in KINDS} | {"facts": columns_of_facts()}
    parts = [_HEADS[language], f"\n{extract}\n"]
    parts += [_table(name, columns, language) for name, columns in tables.items() if name != "facts"]
    parts.append(f"\n### facts\n\n{', '.join(f'`{column}`' for column in tables['facts'])}\n")
    parts.append(f"\n{diff}\n")
    parts += [_table(name, columns, language) for name, columns in COLUMNS.items()]
    return "".join(parts)


def _table(name: str, columns: tuple[str, ...], language: str) -> str:
    rows = [f"| `{column}` | {TYPES[language][meanings()[column]['type']]} | {meanings()[column][language]} |\n"
            for column in columns]  # fmt: skip
    return f"\n### {name}\n\n{_TITLES[language][2]}\n| --- | --- | --- |\n{''.join(rows)}"


if __name__ == "__main__":
    main()
