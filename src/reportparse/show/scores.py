"""Show scores on a terminal: rates by kind and field, then the differences."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportparse.language import ENGLISH, Words
from reportparse.model.score import Difference, KindScore, MetaScore, Rate, Scores

_TOLD = ("indicator", "name", "verb", "object", "level", "title", "measure", "value", "value_max", "unit", "bound",
         "basis", "period", "stage", "outlook", "strength", "quote")  # fmt: skip


def scores_view(scores: Scores, words: Words = ENGLISH) -> RenderableType:
    """Lay out the table, the wrong entries of meta, and every difference."""
    parts: list[RenderableType] = [rates_table(scores.kinds, words)]
    if scores.meta:
        parts.append(_meta_line(scores.meta, words))
    parts += [_difference(difference, words) for difference in scores.differences]
    return Group(*parts)


def rates_table(kinds: Iterable[KindScore], words: Words = ENGLISH) -> Table:
    """Lay out one row for detection, one for strict, one for exact names, and one for each field of each kind."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in words.headings("kind", "asked"):
        table.add_column(column, no_wrap=True)
    for column in words.headings("precision", "recall", "f1", "gold", "found", "hit"):
        table.add_column(column, justify="right", no_wrap=True)
    for kind in kinds:
        rows = {words.label("detection"): kind.detection, words.label("strict"): kind.strict}
        rows |= {words.label("exact"): kind.exact} if kind.exact else {}
        rows |= {f"  {words.heading_or(name)}": rate for name, rate in kind.fields.items()}
        for asked, rate in rows.items():
            table.add_row(words.code(kind.kind), asked, *_cells(rate))
    return table


def _cells(rate: Rate) -> tuple[str, ...]:
    shares = (f"{share:.3f}" for share in (rate.precision, rate.recall, rate.f1))
    return (*shares, str(rate.gold), str(rate.found), str(rate.hit))


def _meta_line(meta: MetaScore, words: Words) -> Text:
    wrong = "".join(f"  {key}: {value}" for key, value in meta.wrong.items())
    return Text(words.label("meta_right", right=meta.right, of=meta.of) + wrong)


def _difference(difference: Difference, words: Words) -> Text:
    fields = f" {', '.join(map(words.heading_or, difference.fields))}" if difference.fields else ""
    source = f"{difference.source}: " if difference.source else ""
    lines = [f"{source}{words.code(difference.kind)} {words.code(difference.what)}{fields}"]
    sides = (("gold", difference.gold), ("found", difference.found))
    lines += [f"    {words.heading(side)}: {_short(row, words)}" for side, row in sides if row]
    return Text("\n".join(lines))


def _short(row: Mapping[str, object], words: Words) -> str:
    return "  ".join(
        f"{words.heading_or(key)}={words.field(key, row[key])}"
        for key in _TOLD
        if row.get(key) not in (None, "")
    )
