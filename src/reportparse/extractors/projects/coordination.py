"""Take a list apart into named items and spell out what its items share: 甲、乙高铁 is 甲高铁 and 乙高铁."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from reportparse.extractors.projects.closing import Closing, ClosingReader
from reportparse.extractors.projects.names import PHASE, Name, NameLexicon, place_length
from reportparse.extractors.projects.stages import StageLexicon, StageWord
from reportparse.grammar.clause import Span

_CONJUNCTION = regex.compile("以及|和|与|及|并")
_AND = ("和", "与", "及")
_JOINT = regex.compile("互通|连接线|联络线|连通")  # what joins two things is one thing: 甲高速与乙国道连接线
_JOINED = regex.compile("延|连接线|联络线|支线")
_PLURAL = regex.compile("一批|一系列|各类|各级|若干|多个|更多|一些|部分")
_BARE_PHASE = regex.compile(f"(?:{PHASE})(?:工程|项目)")
_SIDE = regex.compile("[东西南北中上下前后内外]{1,2}")
_LINE = regex.compile("([0-9一二三四五六七八九十]+|[A-Z][0-9]*)号线")
_UNSHARED = ("phase", "self", "bare")


@dataclass(frozen=True)
class Item:
    """Be one item of a list: `text[start:end]` as it stands, and its name spelled out.

    `head` is the offset of its own head noun, None where it shares the list's; `before` and `after` hold the
    stage words around it inside its noun phrase; `rule` says how the name was come by. `cut` says that an
    attribute with 的 was cut off its front.
    """

    start: int
    end: int
    name: str
    head: int | None
    grade: str = ""
    after: tuple[StageWord, ...] = ()
    before: tuple[StageWord, ...] = ()
    rule: str = "named"
    cut: bool = False


@dataclass(frozen=True)
class _Piece:
    start: int
    end: int
    before: tuple[StageWord, ...] = ()


class ListReader:
    """Read the noun phrase `text[span]`; `mask` is the text with quotations and brackets blanked.

    `fostered` says that the verb before it takes a name with an event of its own (推动某区协同发展).
    """

    def __init__(
        self, names: NameLexicon, stages: StageLexicon, text: str, mask: str, fostered: bool
    ) -> None:
        self.names, self.stages = names, stages
        self.text, self.mask, self.fostered = text, mask, fostered
        self.closings = ClosingReader(names, stages)
        self.closing: Closing | None = None

    def items(self, span: Span) -> tuple[Item, ...]:
        """Give the named items, left to right."""
        if _PLURAL.match(self.mask, span.start, span.end):
            return ()
        pieces = self._closed(list(self._pieces(span)))
        found: list[Item | _Piece] = []
        for place, piece in enumerate(pieces):
            later = any(
                self.names.head.search(self.text, other.start, other.end) for other in pieces[place + 1 :]
            )
            found.extend(self._split(piece, final=self.closing is None and not later))
        return tuple(self._spelled(found))

    @property
    def _listed(self) -> bool:
        return self.closing is not None and self.closing.licenses

    def _pieces(self, span: Span) -> Iterator[_Piece]:
        """Yield what 、 parts, without the verbs that a later piece opens with (建成甲、开工乙)."""
        for match in regex.finditer("[^、]+", self.mask[span.start : span.end]):
            start, end = span.start + match.start(), span.start + match.end()
            opening = self.stages.opening.match(self.mask, start, end) if start > span.start else None
            words = self.stages.words(self.mask[start : opening.end()]) if opening else ()
            if (
                opening
                and words
                and end - opening.end() >= 4
                and not self.names.head.match(self.mask, opening.end())
            ):
                yield _Piece(opening.end(), end, words)
            else:
                yield _Piece(start, end)

    def _closed(self, pieces: list[_Piece]) -> list[_Piece]:
        """Cut a list at its 等项目; what stands behind is no item (等项目路基、桥梁完工). No class, no items."""
        for place, piece in enumerate(pieces):
            mark = self.closings.mark(self.mask, piece.start, piece.end)
            if mark is not None:
                open_ = place < len(pieces) - 1
                self.closing = self.closings.read(self.text, self.mask, mark + 1, piece.end, open_)
                return [*pieces[:place], replace(piece, end=mark)] if self.closing else []
        if not pieces:
            return []
        last = pieces[-1]
        number = self.closings.number(self.mask, last.start, last.end)
        closing = None if number is None else self.closings.read(self.text, self.mask, number, last.end)
        if number is None or closing is None or not regex.search("项目|..工程$", closing.kind):
            return pieces
        self.closing = closing
        return [*pieces[:-1], replace(last, end=number)]

    def _split(self, piece: _Piece, final: bool) -> Iterator[Item | _Piece]:
        """Yield the items of one piece, parted at 和 and 与 where a full name stands before them."""
        first: Item | None = None
        for conjunction in _CONJUNCTION.finditer(self.mask, piece.start, piece.end):
            strong = self._listed and conjunction[0] == "以及"
            part = self.text[piece.start : conjunction.start()]
            if _JOINT.search(self.mask, conjunction.end(), piece.end) or not (
                strong or self.closings.headed(part)
            ):
                continue
            left = self._read(replace(piece, end=conjunction.start()), True, False)
            first = first or left
            right = list(self._split(_Piece(conjunction.end(), piece.end), final))
            if left is not None and isinstance(right[0], _Piece):
                right = list(self._bare(left, right[0])) or right
            if self._part(left, right[0], strong):
                if left is not None:
                    yield (
                        left
                        if left.after or isinstance(right[0], _Piece)
                        else replace(left, after=right[0].after)
                    )
                if isinstance(right[0], Item) or strong:
                    yield from right
                return
        yield self._read(piece, final, self.fostered) or first or piece

    def _part(self, left: Item | None, right: Item | _Piece, strong: bool) -> bool:
        """Tell whether a conjunction parts two names, or a name from a class that is none."""
        if isinstance(right, Item):
            return left is None or left.grade != "worked" or right.grade == "worked"
        part = self.text[right.start : right.end]
        if self.closings.headed(part) and not regex.search("(?:工程|项目|基地)$", part):
            return True
        return left is not None and strong

    def _bare(self, left: Item, piece: _Piece) -> Iterator[Item]:
        """Read a head that stands alone behind 和: it shares what stands before the other's (某地科技园和产业园)."""
        head = self.names.head.match(self.text, piece.start, piece.end)
        short = head and (len(head[0]) <= 3 or _JOINED.search(head[0]))
        if (
            head
            and short
            and left.head is not None
            and self.stages.closing.match(self.mask, head.end(), piece.end)
        ):
            name = (left.name if _JOINED.search(head[0]) else left.name[: left.head - left.start]) + head[0]
            after = self.stages.words(self.mask[head.end() : piece.end])
            yield Item(piece.start, head.end(), name, piece.start, left.grade, after, rule="shared")

    def _read(self, piece: _Piece, final: bool, fostered: bool) -> Item | None:
        """Read one piece as a name, in the longest way in which it is one.

        Behind a name there is nothing, or in a `final` piece stage words; where it is `fostered`, anything.
        """
        part = self.text[piece.start : piece.end]
        if phase := self._phase(piece, part, final):
            return phase
        fallback = None
        for name in self.names.candidates(part):
            rest = piece.start + name.end
            if name.grade == "worked" and self.mask[rest : rest + 1] in _AND:
                continue
            fits = rest == piece.end or (final and self.stages.closing.match(self.mask, rest, piece.end))
            if not fits and not (final and fostered and self.names.open_ended(part, name)):
                continue
            begin = self.names.begins(part, name.end)
            if begin > name.head or not self.names.accepts(part, replace(name, start=begin), self._listed):
                continue
            item = Item(
                piece.start + begin,
                rest,
                part[begin : name.end],
                piece.start + name.head,
                name.grade,
                self.stages.words(self.mask[rest : piece.end]),
                piece.before,
                cut="的" in part[:begin],
            )
            if fits:
                return item
            fallback = fallback or self._with_event(item)
        return fallback

    def _phase(self, piece: _Piece, part: str, final: bool) -> Item | None:
        """Read a phase that stands alone (二期工程开工): of which project, the sentence says."""
        bare = _BARE_PHASE.match(part)
        if bare is None or self._listed:
            return None
        end = piece.start + bare.end()
        if end < piece.end and not (final and self.stages.closing.match(self.mask, end, piece.end)):
            return None
        after = self.stages.words(self.mask[end : piece.end])
        return Item(piece.start, end, bare[0], piece.start, "bare", after, piece.before, "phase")

    def _with_event(self, item: Item) -> Item:
        """Give a name that has an event of its own the stage `other`, unless a plain stage word stands there."""
        staged = any("plain" in word.weights for word in item.after)
        return replace(item, after=item.after if staged else self.stages.words("发展"), rule="fostered")

    def _spelled(self, found: Sequence[Item | _Piece]) -> Iterator[Item]:
        """Yield the items with names spelled out and the stage words behind the list given to all of them."""
        after = self.closing.after if self.closing else ()
        if not after and found and isinstance(found[-1], Item):
            after = found[-1].after
        for place, piece in enumerate(found):
            later = [other for other in found[place + 1 :] if isinstance(other, Item)]
            if isinstance(piece, Item):
                yield replace(piece, name=self._prefixed(found, place, piece), after=piece.after or after)
            elif not (later and later[0].cut):  # 古朴、宁静的某镇: what stands before 的 only describes
                part = self.text[piece.start : piece.end]
                begin = piece.start + self.names.begins(part, len(part))
                if named := self._headless(self.text[begin : piece.end], later):
                    words = after or (later[-1].after if later else ())
                    yield Item(begin, piece.end, named[0], None, "shared", words, piece.before, named[1])

    def _headless(self, part: str, later: Sequence[Item]) -> tuple[str, str] | None:
        """Name an item without a head of its own, and say by which rule."""
        if later and (name := _sided(part, later[0].name)):
            return name, "side"
        if not 2 <= len(part) <= 26 or part.endswith("的") or self.names.counted.search(part):
            return None
        if self.closings.headed(part) and not self.names.head.fullmatch(part[-1:]):
            return None  # a class has a head as well
        if self.closing is None and regex.search("[江河湖海山溪]$", part):
            return None
        if self.closing is not None:
            name = part + self.closing.shared
            shares = self.closing.shared and (len(part) >= 3 or place_length(part) == len(part))
            fits = (self.closing.licenses or shares) and self.names.proper(part)
            return (name, "licensed") if fits and not self.names.refuses(name) else None
        name = self._sharing(part, later[-1]) if later else None
        return (name, "shared") if name else None

    def _sharing(self, part: str, source: Item) -> str | None:
        """Put the head of the list's last item behind a piece; brands (甲Mall) stand as they are."""
        if source.head is None or source.grade in _UNSHARED or len(part) > 14 or not self.names.proper(part):
            return None
        bare = source.grade == "scheme" or regex.search("[A-Za-z·]", part) or self.names.work_end.search(part)
        place = place_length(source.name)
        if bare:
            name = part
        elif place and place_length(part) == len(part):  # 甲、乙临港经济区 shares all that is no place
            name = part + source.name[place:]
        else:
            name = part + self.text[source.head : source.end]
        grade = "proper" if source.grade in ("scheme", "worked") else source.grade
        whole = Name(0, len(part), len(name), grade)
        fits = not self.names.refuses(name) and (bare or self.names.accepts(name, whole))
        return name if fits else None

    def _prefixed(self, found: Sequence[Item | _Piece], place: int, item: Item) -> str:
        """Put the line's system before a bare 3号线 (轨道交通2号线、3号线)."""
        if _LINE.match(item.name):
            for other in reversed(found[:place]):
                if isinstance(other, Item) and (line := _LINE.search(other.name)) and line.start():
                    return other.name[: line.start()] + item.name
        return item.name


def _sided(part: str, other: str) -> str | None:
    """Spell out a side: 东、西外环 is 东外环 and 西外环, 公路东、西外环 is 公路东外环 as well."""
    if regex.search("[东西南北]$", part) and regex.match("[东西南北]", other) and len(part) <= 6:
        return part + other[1:]
    side = _SIDE.search(other)
    return other[: side.start()] + part + other[side.end() :] if side and _SIDE.fullmatch(part) else None
