"""Shape what is read of one quantity, and what a construction is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportparse.extractors.figures.items import Item
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import Quantity
from reportparse.lexicon import Lexicon
from reportparse.model import Bound, Measure


@dataclass(frozen=True)
class Claim:
    """Be one figure before its time is known.

    `start` is where its quote begins and `end` where a counted noun behind the number ends, in the text. `sign`
    is -1 for a fall. `carried` tells that the indicator stands in an earlier clause; `verb`, what it does to the
    number (`act`) and `adverbs` are what a later item of the same list takes over. `owner` is whose figure it is,
    where that is no part of its name (新区实现地区生产总值80亿元).
    """

    item: Item
    indicator: str
    measure: Measure
    sign: int
    start: int
    rule: str
    bound: Bound
    verb: str = ""
    adverbs: str = ""
    act: str = ""
    carried: bool = False
    baseline: Quantity | None = None
    end: int = 0
    owner: str = ""

    def __str__(self) -> str:
        quantity = self.item.quantity
        most = "" if quantity.value_max is None else f"-{quantity.value_max}"
        told = f", from {self.baseline.value} {self.baseline.unit}" if self.baseline else ""
        return f"{self.indicator} {self.measure} {quantity.value * self.sign}{most} {quantity.unit} {self.bound}{told}"


@dataclass(frozen=True)
class Context:
    """Be what is known when an item is read: the folded text, and the claims before it in its sentence.

    `lean` is a subject that was named without a figure of its own, and that what follows leans on.
    """

    text: str
    lexicon: Lexicon
    claims: tuple[Claim, ...] = ()
    lean: str = ""

    def words(self, span: Span) -> str:
        """Give the text of a span."""
        return self.text[span.start : span.end]

    def last(self) -> str:
        """Give the indicator that an item without one leans on, empty where there is none."""
        return self.lean or (self.claims[-1].indicator if self.claims else "")

    def is_near(self, item: Item) -> bool:
        """Tell whether the claim before stands in the item's clause or in the clause before that."""
        if not self.claims:
            return False
        last = self.claims[-1].item.clause
        return last == item.clause or len(self.text[last.end : item.clause.start].strip()) <= 1


@dataclass(frozen=True)
class Taken:
    """Be what a construction made of the next items: how many it read, and the claims, none where it declines."""

    items: int
    claims: tuple[Claim, ...] = ()
    lean: str = ""

    @classmethod
    def of(cls, claim: Claim, items: int = 1) -> "Taken":
        """Take one claim, of the next item or of several."""
        return cls(items, (claim,))


@dataclass(frozen=True)
class Construction:
    """Be one way to tell a figure: `read` looks at the items to come and takes some, or gives None.

    `examples` pairs a text with the claims read of it, joined by "; ".
    """

    name: str
    read: Callable[[Context, Sequence[Item]], Taken | None]
    examples: tuple[tuple[str, str], ...] = ()
