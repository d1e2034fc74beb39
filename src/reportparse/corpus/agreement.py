"""Set what a table or a file's name says of a report beside what its text says."""

from collections.abc import Iterator

from reportparse.corpus.source import Source
from reportparse.lexicon import Lexicon
from reportparse.lexicon.divisions import Division, divisions
from reportparse.model import Document, Level, Meta, Report, Warning
from reportparse.outline import outline


def agreed(source: Source, report: Report, document: Document | None, lexicon: Lexicon) -> Report:
    """Give the report in the place that its source names, with a warning for each word of the text against it.

    `document` is what the report was read from, None for a report that came as JSON.
    """
    meta = _in_province(report.meta, source.province)
    found = list(_cut(source))
    if document is not None and (source.place or source.year):
        nameless = document.model_copy(update={"name": ""})
        found += _doubts(meta, outline(nameless, lexicon).meta, source)
    return report.model_copy(update={"meta": meta, "warnings": (*report.warnings, *found)})


def _in_province(meta: Meta, province: str | None) -> Meta:
    """Settle which of several places of one name is meant: 鼓楼区 of 福建省 is not that of 江苏省."""
    above = province and next(iter(_called(province, "province")), None)
    if not above or not meta.place or (meta.division_code or "").startswith(above.code[:2]):
        return meta
    inside = [d for d in _called(meta.place) if d.code.startswith(above.code[:2])]
    if not inside:
        return meta if meta.division_code else meta.model_copy(update={"province": above.name})
    own = inside[0]
    return meta.model_copy(
        update={
            "place": own.name,
            "division_code": own.code,
            "level": Level(own.level),
            "province": above.name,
        }
    )


def _called(name: str, level: str | None = None) -> list[Division]:
    """Give the divisions of a name, those of today and with the whole name first."""
    found = [d for d in divisions() if name in (d.name, d.short) and level in (None, d.level)]
    return sorted(found, key=lambda d: (d.former, d.name != name, d.code))


def _doubts(meta: Meta, text: Meta, source: Source) -> Iterator[Warning]:
    if source.year and text.year and text.year != source.year:
        said = f"The text reads as of {text.year}, {source.name} is given as of {source.year}."
        yield Warning(code="year-disagrees", message=said)
    if source.place and meta.place and text.place and not _same(meta.place, text.place):
        said = f"The text reads as of {text.place}, {source.name} is given as of {meta.place}."
        yield Warning(code="place-disagrees", message=said)


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one place's, one of them perhaps without its 市 or 省."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def _cut(source: Source) -> Iterator[Warning]:
    if source.cut:
        said = f"The text of {source.name} is as long as a cell can be: its end may be missing."
        yield Warning(code="text-cut", message=said)
