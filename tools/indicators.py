"""Write docs/indicators.md, the table of all indicators, from the lexicon.

python -m tools.indicators
"""

from pathlib import Path

from reportparse.lexicon import LEXICON_VERSION, IndicatorEntry, Lexicon, load

PAGE = Path(__file__).parent.parent / "docs" / "indicators.md"

_HEAD = """\
# Indicators

Made from `lexicon/indicators.toml` (version {version}) by `python -m tools.indicators`: {count} indicators. Those in
bold are the headline indicators, on which `not_stated` reports. *Unit* is the usual one of a level; *wanted* says
whether reports want more or less of it. [Codebook](codebook.md) 2.5 says how printed names are mapped.

| id | name | other names | English | unit | wanted |
| --- | --- | --- | --- | --- | --- |
"""

_WANTED = {"up": "more", "down": "less", "either": "either"}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(load()), encoding="utf-8")


def page(lexicon: Lexicon) -> str:
    """Lay out one row for each indicator, in the lexicon's order."""
    entries = lexicon.of(IndicatorEntry)
    return _HEAD.format(version=LEXICON_VERSION, count=len(entries)) + "".join(map(_row, entries))


def _row(entry: IndicatorEntry) -> str:
    name, *others = entry.forms
    code = f"**`{entry.id}`**" if entry.headline else f"`{entry.id}`"
    cells = (code, name, ", ".join(others), entry.english, entry.unit, _WANTED[entry.direction])
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    main()
