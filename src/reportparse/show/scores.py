"""Show scores on a terminal: rates by kind and field, then the differences."""

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from reportparse.model.score import Difference, KindScore, MetaScore, Rate, Scores

_TOLD = ("indicator", "name", "verb", "object", "level", "title", "measure", "value", "value_max", "unit", "bound",
         "basis", "period", "stage", "outlook", "strength", "quote")  # fmt: skip


def scores_view(scores: Scores) -> RenderableType:
    """Lay out the table, the wrong entries of meta, and every difference."""
    parts: list[RenderableType] = [rates_table(scores.kinds)]
    if scores.meta:
        parts.append(_meta_line(scores.meta))
    parts += [_difference(difference) for difference in scores.differences]
    return Group(*parts)


def rates_table(kinds: Iterable[KindScore]) -> Table:
    """Lay out one row for detection, one for strict, one for exact names, and one for each field of each kind."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("kind", no_wrap=True)
    table.add_column("asked", no_wrap=True)
    for column in ("precision", "recall", "F1", "gold", "found", "hit"):
        table.add_column(column, justify="right", no_wrap=True)
    for kind in kinds:
        rows = {"detection": kind.detection, "strict": kind.strict}
        rows |= {"exact": kind.exact} if kind.exact else {}
        rows |= {f"  {name}": rate for name, rate in kind.fields.items()}
        for asked, rate in rows.items():
            table.add_row(kind.kind.value, asked, *_cells(rate))
    return table


def _cells(rate: Rate) -> tuple[str, ...]:
    shares = (f"{share:.3f}" for share in (rate.precision, rate.recall, rate.f1))
    return (*shares, str(rate.gold), str(rate.found), str(rate.hit))


def _meta_line(meta: MetaScore) -> Text:
    wrong = "".join(f"  {key}: {value}" for key, value in meta.wrong.items())
    return Text(f"meta  {meta.right} of {meta.of} right{wrong}")


def _difference(difference: Difference) -> Text:
    fields = f" {', '.join(difference.fields)}" if difference.fields else ""
    source = f"{difference.source}: " if difference.source else ""
    lines = [f"{source}{difference.kind} {difference.what}{fields}"]
    lines += [f"    {side}: {_short(row)}" for side, row in (("gold", difference.gold), ("found", difference.found))
              if row]  # fmt: skip
    return Text("\n".join(lines))


def _short(row: Mapping[str, object]) -> str:
    return "  ".join(f"{key}={row[key]}" for key in _TOLD if row.get(key) not in (None, ""))
