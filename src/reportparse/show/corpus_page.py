"""Write what the places of a corpus aim at as one HTML page: an indicator at a time, as charts with their tables."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from reportparse.language import ENGLISH, Words
from reportparse.lexicon import IndicatorEntry, load
from reportparse.show.corpus_charts import Seen, over_time, ranks, small, spread
from reportparse.show.pages import asset, page
from reportparse.show.summary import SIGNS

Row = Mapping[str, Any]


def corpus_page(name: str, rows: Iterable[Row], version: str, words: Words = ENGLISH) -> str:
    """Fill the page with the rows of a panel: headline targets in numbers, in their usual measure and unit."""
    found: defaultdict[str, list[tuple[tuple[str, str], Seen]]] = defaultdict(list)
    for row in rows:
        if row["target"] is not None and row["place"] and row["year"]:
            found[row["indicator_id"]].append(((row["measure"] or "", row["unit"] or ""), _seen(row)))
    parts = []
    for entry in load().of(IndicatorEntry):
        if entry.headline and entry.id in found:
            usual = Counter(kind for kind, _ in found[entry.id]).most_common(1)[0][0]
            seen = [one for kind, one in found[entry.id] if kind == usual]
            several = len({one.year for one in seen}) > 1
            makers = (over_time, spread, ranks) if several else (spread, ranks)
            parts.append({
                "id": entry.id, "name": entry.forms[0], "measure": words.named("Measure", usual[0]), "unit": usual[1],
                "left": len(found[entry.id]) - len(seen),
                "charts": [make(seen, words, entry.id) for make in makers],
                "small": small(seen, entry.id) if several else (),
                "places": len({one.place for one in seen}),
            })  # fmt: skip
    every = [one for ones in found.values() for _, one in ones]
    years = sorted({one.year for one in every})
    span = "–".join(str(year) for year in sorted({*years[:1], *years[-1:]}))
    told = words.page("corpus_told", count=len({one.place for one in every}), years=span)
    return page(
        "corpus.html",
        "corpus.js",
        style=asset("corpus.css"),
        w=words,
        title=name,
        told=told,
        parts=parts,
        version=version,
    )


def _seen(row: Row) -> Seen:
    most = "" if row["target_max"] is None else f"–{row['target_max']:f}"
    target = row["target"] if row["target_max"] is None else (row["target"] + row["target_max"]) / 2
    return Seen(
        place=row["place"], level=row["level"] or "", province=row["province"] or "", year=row["year"],
        target=target, unit=row["unit"] or "",
        told=f"{SIGNS.get(row['bound'] or '', '')}{row['target']:f}{most} {row['unit'] or ''}".strip(),
        tone=row["tone"] or "", result=row["result"], verdict=row["verdict"] or "",
    )  # fmt: skip
