"""Read tables of indicators: each cell of a dated column is a target or a result of its row's indicator."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import regex

from reportparse.extractors.figures.figures import of_passage
from reportparse.extractors.figures.spelling import of_dwellers
from reportparse.extractors.indicators import identify
from reportparse.extractors.tables.columns import ATTRIBUTES, UNIT, Column, before
from reportparse.extractors.tables.grid import Grid, Held, Line
from reportparse.extractors.tables.number import Number, number_in, scaled
from reportparse.grammar.calendar import Calendar
from reportparse.grammar.tone import tone
from reportparse.lexicon import Lexicon
from reportparse.model import At, Attribute, Basis, Figure, Measure, Outlook, Passage, Role
from reportparse.text import fold

Told = tuple[Outlook, Figure]

_LIST_MARK: Final = regex.compile(
    r"^(?:[0-9]{1,3}[.．、]\s*|[（(][0-9一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[#＃]|[一二三四五六七八九十]{1,2}、)"
)
_AMONG: Final = regex.compile(r"^(?:其中[：:]?|[#＃—-]+)")
_FALLS: Final = regex.compile(r"(?:下降|降低|减少|降幅)(?:率|幅度|比例)?$")
_GROWS: Final = regex.compile(r"(?:增长|增速|增幅|涨幅|增长率|提高)$")
_NO_VALUE: Final = frozenset({"", "-", "--", "/", "…", "不再设置", "未设置", "无"})
_WHOLE: Final = frozenset({"全部", "总量", "总额", "合计", "总计", "小计"})
_NO_UNIT: Final = frozenset({"-", "/", "—", "——", "无"})


@dataclass(frozen=True)
class _Named:
    """Be a row's indicator as it is called, with the unit and the attribute that the row gives."""

    name: str
    unit: str
    attribute: Attribute | None


@dataclass(frozen=True)
class IndicatorTable:
    """Be a table of indicators in a report with this calendar and of this place."""

    grid: Grid
    columns: Mapping[int, Column]
    calendar: Calendar
    place: str | None

    def told(self, lexicon: Lexicon) -> Iterator[Told]:
        """Yield its figures row by row, each with the way the column looks."""
        parent = ""
        for number, line in enumerate(self.grid.lines):
            named = self._named(number, parent, lexicon)
            parent = named.name if named.name and not self._is_part(line) else parent
            seen: set[int] = set()
            for at, column in self.columns.items():
                held = line.get(at)
                if column.kind != "value" or held is None or id(held.cell) in seen or not named.name:
                    continue
                seen.add(id(held.cell))
                yield from _Cell(held, column, named, self).told(lexicon)

    def _named(self, number: int, parent: str, lexicon: Lexicon) -> _Named:
        line = self.grid.lines[number]
        names = [line[at].text.strip() for at in self._of("indicator") if at in line]
        names = [name for name in names if name and name not in _WHOLE] or [""]
        units = [self.grid.said(number, at) for at in self._of("unit")]
        marks = [self.grid.said(number, at) for at in self._of("attribute")]
        name = _AMONG.sub("", _LIST_MARK.sub("", names[-1])).strip()
        unit = units[0] if units else ""
        if bracket := UNIT.search(name):
            name, unit = name[: bracket.start()].strip(), unit or bracket["unit"]
        name = of_dwellers(parent, name, lexicon) or name
        return _Named(name, "" if unit in _NO_UNIT else unit, _attribute(marks[0] if marks else ""))

    def _of(self, kind: str) -> list[int]:
        return [at for at, column in self.columns.items() if column.kind == kind]

    def _is_part(self, line: Line) -> bool:
        names = [line[at].text.strip() for at in self._of("indicator") if at in line]
        return bool(names) and _AMONG.match(names[-1]) is not None


def _attribute(mark: str) -> Attribute | None:
    return next((value for word, value in ATTRIBUTES.items() if mark.startswith(word)), None)


@dataclass(frozen=True)
class _Cell:
    """Be one cell of a dated column, with what its row and its column say of it."""

    held: Held
    column: Column
    named: _Named
    table: IndicatorTable

    def told(self, lexicon: Lexicon) -> Iterator[Told]:
        if self.held.folded in _NO_VALUE:
            return
        number = number_in(self.held.text, lexicon)
        if number is not None:
            yield self._outlook, self._figure(number, lexicon)
        else:
            yield from self._in_words(lexicon)

    @property
    def _outlook(self) -> Outlook:
        return self.column.outlook or Outlook.planned

    @property
    def _period(self) -> str:
        return self.column.period or str(self.table.calendar.year)

    def _figure(self, number: Number, lexicon: Lexicon) -> Figure:
        """Make the figure of a cell that holds a number and nothing that needs grammar."""
        summed = number.bracketed or self.column.basis is Basis.cumulative
        rate = self.column.rate and not number.bracketed
        unit = number.unit or self.column.unit or ("%" if rate else self.named.unit)
        measure, sign = self._measure(unit, rate, lexicon)
        if number.bracketed and unit == "%" and measure is Measure.share:
            measure, unit = Measure.change, "个百分点"
        value, most = number.value * sign, number.most
        counted = scaled(unit)
        hedge = self.column.hedge
        return Figure(
            id="",
            indicator=self.named.name,
            indicator_id=identify(self.named.name, lexicon, self.table.place),
            measure=measure,
            value=value,
            value_max=most,
            unit=unit,
            amount=value * counted.factor,
            amount_max=None if most is None else most * counted.factor,
            base_unit=counted.base,
            bound=number.bound,
            basis=Basis.cumulative if summed else self.column.basis,
            hedge=hedge,
            tone=tone(number.bound, hedge, lexicon),
            period=before(self.table.columns, self._period) if summed else self._period,
            baseline=None,
            relation=None,
            attribute=self.named.attribute,
            section=self.held.passage.paragraph.section,
            quote=self.held.text,
            rule="table-number",
            inferred=("indicator", "period", *(() if number.unit or not unit else ("unit",))),
            at=self._at(0, len(self.held.text)),
        )

    def _measure(self, unit: str, rate: bool, lexicon: Lexicon) -> tuple[Measure, int]:
        """Give what a bare number measures, as the grammar reads its name and unit side by side."""
        name = fold(self.named.name)
        if unit == "个百分点":
            return Measure.change, 1
        if rate or (unit == "%" and _GROWS.search(name)):
            return Measure.growth, 1
        if unit == "%" and _FALLS.search(name):
            return Measure.growth, -1
        read = of_passage(
            self._passage(f"{self.named.name}1{unit}", self._outlook), self.table.calendar, lexicon
        )
        if read:
            return read[0][1].measure, 1
        return (Measure.share if unit in ("%", "‰") else Measure.level), 1

    def _in_words(self, lexicon: Lexicon) -> Iterator[Told]:
        """Read a cell of words as the clause that it stands for: 地区生产总值 and 1668.5亿元，增长8.9%."""
        lead = self.named.name + ("增长" if self.column.rate and "增" not in self.held.text else "")
        passage = self._passage(lead + self.held.text, self._outlook)
        read = list(of_passage(passage, self.table.calendar, lexicon, self.table.place))
        for outlook, figure in read:
            if figure.at.end <= len(lead):
                continue
            start, end = max(0, figure.at.start - len(lead)), figure.at.end - len(lead)
            if len(read) == 1:
                start, end = 0, len(self.held.text)
            quote = self.held.text[start:end]
            own = figure.indicator in quote
            name = figure.indicator if own else self.named.name
            yield (
                outlook,
                figure.model_copy(
                    update={
                        "indicator": name,
                        "indicator_id": identify(name, lexicon, self.table.place),
                        "hedge": figure.hedge or self.column.hedge,
                        "attribute": self.named.attribute,
                        "quote": quote,
                        "rule": "table-words",
                        "inferred": tuple(
                            dict.fromkeys((*(() if own else ("indicator",)), *figure.inferred, "period"))
                        ),
                        "at": self._at(start, end),
                    }
                ),
            )

    def _passage(self, text: str, outlook: Outlook) -> Passage:
        role = Role.annual_targets if outlook is Outlook.planned else self.held.passage.paragraph.role
        paragraph = self.held.passage.paragraph.model_copy(update={"text": text, "role": role})
        return Passage(paragraph=paragraph, body=0, outlook=outlook, period=self._period)

    def _at(self, start: int, end: int) -> At:
        paragraph = self.held.passage.paragraph
        first = self.held.cell.start
        return At(paragraph=paragraph.id, start=first + start, end=first + end, page=paragraph.page)
