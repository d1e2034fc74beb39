"""Bring gold facts and extracted facts into one shape, and say when two of them agree."""

import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import SequenceMatcher
from itertools import takewhile

import regex

from reportparse.model.base import LONGEST_NUMBER
from reportparse.model.score import Kind

Span = tuple[int, int]

_NOISE = regex.compile(r"</?su[bp]>|\*\*|[#\s]")
_QUOTES = regex.compile("[“”„‟〝〞\"'‘’「」『』]")
_DASHES = regex.compile("[—–―─-]+")
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000, "兆": 1_000_000_000_000}
_TOLERANCE = Decimal("1e-6")


def bare(text: object) -> str:
    """Fold a text for comparing: NFKC, no white space, no mark-up, one kind of quote and of dash.

    Offsets are lost. None and 0 give an empty text.
    """
    folded = _NOISE.sub("", unicodedata.normalize("NFKC", str(text or "")))
    return _DASHES.sub("-", _QUOTES.sub('"', folded))


def likeness(one: object, other: object) -> float:
    """Give the share of matching characters, 0 to 1; two empty texts are alike, an empty one is like nothing."""
    a, b = bare(one), bare(other)
    if not a or not b:
        return float(a == b)
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


@dataclass(frozen=True)
class Claim:
    """Be a fact to compare, of either side.

    `spans` are the places of its quote in the bare text, `names` the right answers for its name or indicator,
    `fields` all other values that are scored, `row` the fact as its source has it. `read` is, of a fact that a reader
    edited, what was read in its stead: whoever reads that has found the fact, with a wrong value or name.
    """

    kind: Kind
    quote: str
    spans: tuple[Span, ...]
    names: tuple[str, ...] = ()
    value: Decimal | None = None
    unit: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False
    row: Mapping[str, object] = field(default_factory=dict)
    read: "Claim | None" = None


def places(text: str, quote: object, within: Span | None = None) -> tuple[Span, ...]:
    """Find every place of a quote in a bare text, its closing punctuation left out."""
    wanted = bare(quote).rstrip("。;,；，")
    low, high = within or (0, len(text))
    spans = []
    while wanted and (low := text.find(wanted, low, high)) >= 0:
        spans.append((low, low + len(wanted)))
        low += 1
    return tuple(spans)


def own_places(spans: Sequence[Span], text: str, before: str, behind: str) -> tuple[Span, ...]:
    """Keep, of the places where a quote stands, those whose surroundings are most like its own.

    `before` and `behind` are what stands around the quote in its own paragraph, bare.
    """

    def agreement(span: Span) -> int:
        return _in_common(text[: span[0]][::-1], before[::-1]) + _in_common(text[span[1] :], behind)

    best = max(map(agreement, spans), default=0)
    return tuple(span for span in spans if agreement(span) == best)


def _in_common(one: str, other: str) -> int:
    """Count the characters with which two texts begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def shared(one: Span, other: Span) -> int:
    """Give how many characters two spans have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def same_place(gold: Claim, found: Claim) -> bool:
    """Tell whether two claims stand on the same words; where one has no place, on like words."""
    if gold.spans and found.spans:
        return any(shared(one, other) for one in gold.spans for other in found.spans)
    return likeness(gold.quote, found.quote) >= 0.6


def same_clause(gold: Claim, found: Claim) -> bool:
    """Tell whether two claims stand on one clause: six tenths of what they cover together is common."""
    return any(
        shared(one, other) / (max(one[1], other[1]) - min(one[0], other[0])) >= 0.6
        for one in gold.spans
        for other in found.spans
    )


def same_name(gold: Claim, found: Claim) -> bool:
    """Tell whether a name is near enough to one of those that the gold accepts."""
    return any(likeness(name, found.names[0]) >= 0.8 for name in gold.names)


def exact_name(gold: Claim, found: Claim) -> bool:
    """Tell whether a name is one that the gold accepts, quotation marks and 的 apart."""
    return _plain_name(found.names[0]) in map(_plain_name, gold.names)


def _plain_name(name: str) -> str:
    return bare(name).replace('"', "").replace("的", "")


def same_amount(gold: Claim, found: Claim) -> bool:
    """Tell whether two figures are of one size and unit: 16.3 万人 is 163000 人; the sign is not asked for."""
    (one, unit), (other, other_unit) = _normal(gold.value, gold.unit), _normal(found.value, found.unit)
    if one is None or other is None:
        return one is other
    return abs(abs(one) - abs(other)) <= _TOLERANCE * max(Decimal(1), abs(one)) and (
        unit in other_unit or other_unit in unit
    )


def _normal(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Move scale words from the unit into the value; 多, 余, 级 and a leading 个 say nothing of the unit."""
    plain = regex.sub("[多余级]", "", bare(unit)).replace("人次", "次")
    plain = plain.replace("百分点", "个百分点").replace("个个", "个")
    if plain.startswith("个") and plain not in ("个", "个百分点"):
        plain = plain[1:]
    if value is None:
        return None, plain
    while plain and plain[0] in _SCALES:
        value, plain = value * _SCALES[plain[0]], plain[1:]
    return value, plain.rstrip("(套间处)") or plain


def same_field(name: str, gold: Claim, found: Claim) -> bool:
    """Tell whether one field is right. For a state, the last year of its span is as right as the span."""
    if name in ("indicator", "name"):
        return same_name(gold, found)
    wanted, have = bare(gold.fields.get(name)), bare(found.fields.get(name))
    if wanted == have:
        return True
    is_state = name == "period" and gold.fields.get("measure") in ("level", "share")
    return is_state and bool(regex.fullmatch(r"[0-9]{4}-[0-9]{4}", wanted)) and have == wanted[-4:]


FIELDS: Mapping[Kind, Sequence[str]] = {
    Kind.targets: ("indicator", "measure", "bound", "period", "basis"),
    Kind.results: ("indicator", "measure", "bound", "period", "basis"),
    Kind.projects: ("stage", "outlook"),
    Kind.commitments: ("verb", "strength"),
}
"""The fields that `strict` asks for. A project's name is asked for by detection already."""


def claim(kind: Kind, row: Mapping[str, object], spans: tuple[Span, ...]) -> Claim:
    """Shape a row of gold or of a report. Raises ValueError for a value that is no number."""
    name = row.get("indicator" if kind in (Kind.targets, Kind.results) else "name") or ""
    others = row.get("alt") or ()
    value = row.get("value")
    return Claim(
        kind=kind,
        quote=str(row.get("quote") or ""),
        spans=spans,
        names=(str(name), *(map(str, others) if isinstance(others, (list, tuple)) else ())),
        value=None if value in (None, "") else _number(str(value)),
        unit=str(row.get("unit") or ""),
        fields={field: str(row.get(field) or "") for field in FIELDS[kind]},
        optional=str(row.get("optional") or "").lower() in ("true", "1", "yes"),
        row=row,
    )


def _number(told: str) -> Decimal:
    with suppress(InvalidOperation):
        number = Decimal(told)
        if number.is_finite() and abs(number.adjusted()) <= LONGEST_NUMBER:
            return number
    raise ValueError(f"the value {told!r} is no number")
