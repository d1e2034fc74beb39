"""Take a list apart into named items and spell out what its items share: 甲、乙高铁 is 甲高铁 and 乙高铁."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from reportparse.extract.projects.names import PHASE, Name, NameLexicon
from reportparse.extract.projects.stages import StageLexicon, StageWord

_CONJUNCTION = regex.compile("以及|和|与|及|并")
_AND_SO_ON = regex.compile("(?<![高中初平同对优均劣特头上甲乙丙])等(?![级待候专额效距同于式温离教职院])")
_COUNT = "(?:一批|[0-9]+余?(?:个|项|条|座|家|大|处|所)|[一二三四五六七八九十两]+(?:大|个|项|条|座|家|所|处)|\"[^\"]*\"|“[^”]*”)"
_QUOTED = regex.compile("[\"“]([^\"”]*)[\"”]")
_BARE_PHASE = regex.compile(f"(?:{PHASE})(?:工程|项目)")
_CLASS = regex.compile("一批|一系列|各类|各级|若干|多个|更多|一些|部分")
_JOINT = regex.compile("互通|连接线|联络线|连通")
_OTHER_KIND = regex.compile("企业|产业$|航线|领域|行业|活动|政策|制度|业态|品牌|地区|国家|部门|单位|人员|问题|方式|措施|工作|服务$|产品|会|赛事|因素"
                             "|建设|[省市县区镇乡村]$|目标|任务|机制|行为|要求|战略|改革|内容|场景|技术|指标|模式|项$")
_AND = ("和", "与", "及")
_SIDE = regex.compile("[东西南北中上下前后内外]{1,2}")
_LINE = regex.compile("([0-9一二三四五六七八九十]+|[A-Z][0-9]*)号线")


@dataclass(frozen=True)
class Item:
    """Be one item of a list: `text[start:end]` as it stands, and its name spelled out.

    `head` is the offset of its own head noun, None where it shares the list's; `after` holds the stage words
    that follow it inside its noun phrase.
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


@dataclass(frozen=True)
class _License:
    """Be what closes a list: 等…项目; `kind` is its noun, `shared` what headless items take from it."""

    kind: str
    shared: str
    after: tuple[StageWord, ...]


@dataclass(frozen=True)
class ListReader:
    """Read noun phrases with the two lexica."""

    names: NameLexicon
    stages: StageLexicon

    def items(self, text: str, mask: str, start: int, end: int, fostered: bool) -> tuple[Item, ...]:
        """Give the named items of the noun phrase `text[start:end]`, left to right.

        `mask` is the text with quotations and brackets blanked. `fostered` says that the verb before it takes
        a name with an event of its own (推动某区协同发展).
        """
        if _CLASS.match(mask, start, end):
            return ()
        pieces = list(self._pieces(mask, start, end))
        if not pieces:
            return ()
        pieces, license_ = self._closed(text, mask, pieces)
        found: list[Item | _Piece] = []
        for place, piece in enumerate(pieces):
            final = license_ is None and not any(self.names.head.search(text, p.start, p.end) for p in pieces[place + 1 :])
            found.extend(self._split(text, mask, piece, final, fostered, self._licenses(license_)))
        return tuple(self._spelled(text, found, license_))

    def _pieces(self, mask: str, start: int, end: int) -> Iterator[_Piece]:
        for match in regex.finditer("[^、]+", mask[start:end]):
            begin, stop = start + match.start(), start + match.end()
            words: tuple[StageWord, ...] = ()
            if begin > start:
                opening = self.stages.opening.match(mask, begin, stop)
                words = self.stages.words(mask[begin : opening.end()]) if opening else ()
                if opening and words and stop - opening.end() >= 4 and not self.names.head.match(mask, opening.end()):
                    begin = opening.end()
                else:
                    words = ()
            yield _Piece(begin, stop, words)

    def _closed(self, text: str, mask: str, pieces: list[_Piece]) -> tuple[list[_Piece], _License | None]:
        """Cut a list at its 等…项目; what stands behind is no item (等项目路基、桥梁完工). No class, no items."""
        for place, piece in enumerate(pieces):
            mark = _AND_SO_ON.search(mask, piece.start, piece.end)
            if mark and mark.start() > piece.start:
                kind = self._kind(text, mask, mark.end(), piece.end, place < len(pieces) - 1)
                return ([*pieces[:place], replace(piece, end=mark.start())], kind) if kind else ([], None)
        counted = self._counted(text, mask, pieces[-1])
        if counted is None:
            return pieces, None
        return [*pieces[:-1], replace(pieces[-1], end=counted[0])], counted[1]

    def _counted(self, text: str, mask: str, piece: _Piece) -> tuple[int, _License] | None:
        """Read a list that a number closes (甲、乙、丙3个项目)."""
        count = regex.compile(rf"(?<=[\p{{Han}}A-Za-z]){_COUNT}").search(mask, piece.start, piece.end)
        if count and count.start() - piece.start >= 2:
            kind = self._kind(text, mask, count.start(), piece.end)
            if kind and regex.search("项目|工程$", kind.kind):
                return count.start(), kind
        return None

    def _kind(self, text: str, mask: str, start: int, end: int, open_: bool = False) -> _License | None:
        """Read what follows 等: a count, the class of the items, and the stage words behind it."""
        counted = regex.compile(f"(?:{_COUNT})*").match(text, start, end)
        begin = counted.end() if counted else start
        if counted and (quoted := _QUOTED.search(counted[0])) and self.stages.closing.match(mask, begin, end):
            return _License(quoted[1], "", self.stages.words(mask[begin:end]))
        if trailing := regex.compile("[0-9.]+(?:余|多)?(?:条|个|处|座|公里|家|所)$").search(mask, begin, end):
            end = trailing.start()
        if open_ and (scheme := regex.compile(r"[\p{Han}]{0,8}?(?:项目|工程|道路|公路)").match(mask, begin, end)):
            return _License(scheme[0], "", ())
        stops = [stop for stop in range(min(end, begin + 30), begin - 1, -1) if self.stages.closing.match(mask, stop, end)]
        stop = (next((stop for stop in stops if self._headed(text[begin:stop])), None)
                or (begin if begin in stops else None)
                or next((stop for stop in stops if self._loose(text[begin:stop])), None))
        if stop is None:
            return None
        kind = text[begin:stop]
        return _License(kind, self._shared(kind), self.stages.words(mask[stop:end]))

    @staticmethod
    def _loose(kind: str) -> bool:
        """Tell whether a noun without a head may close a list of projects: not 等企业, 等领域."""
        return len(kind) <= 8 and not _OTHER_KIND.search(kind)

    def _headed(self, text: str) -> bool:
        """Tell whether a text ends with a head noun."""
        return any(name.end == len(text) for name in self.names.candidates(text))

    def _shared(self, kind: str) -> str:
        """Give the concrete noun that headless items before 等 share (等湿地, 等特色小镇), or nothing."""
        bare = regex.sub("^(?:重点|重大|特色|大型|骨干|新型|一批|现代|省|市)+", "", kind)
        for name in self.names.candidates(bare):
            if name.end == len(bare) and name.grade in ("self", "own", "semi", "proper", "zone") and len(bare) <= 8:
                return bare
        return ""

    def _split(self, text: str, mask: str, piece: _Piece, final: bool, fostered: bool,
               listed: bool) -> Iterator[Item | _Piece]:
        """Yield the items of one piece, parted at 和 and 与 where a full name stands before them."""
        first: Item | None = None
        for conjunction in _CONJUNCTION.finditer(mask, piece.start, piece.end):
            part = text[piece.start : conjunction.start()]
            if not (self._headed(part) or (listed and conjunction[0] == "以及")) or _JOINT.search(mask, conjunction.end(), piece.end):
                continue
            left = self._read(text, mask, replace(piece, end=conjunction.start()), True, False, listed)
            first = first or left
            rest = list(self._split(text, mask, _Piece(conjunction.end(), piece.end), final, fostered, listed))
            if left is not None and left.head is not None and isinstance(rest[0], _Piece):
                rest = list(self._bare(text, mask, left, rest[0])) or rest
            if left is not None and isinstance(rest[0], Item) and not left.after:
                left = replace(left, after=rest[0].after)
            if rest and isinstance(rest[0], _Piece) and self._headed(text[rest[0].start : rest[0].end]) and not regex.search(
                    "(?:工程|项目|基地)$", text[rest[0].start : rest[0].end]):
                yield from ([left] if left else [])
                return
            if not rest or not (isinstance(rest[0], Item) or (left and listed and conjunction[0] == "以及")):
                continue
            if (left and left.grade == "worked" and isinstance(rest[0], Item) and rest[0].grade != "worked"):
                continue
            yield from ([left] if left else [])
            yield from rest
            return
        yield self._read(text, mask, piece, final, fostered, listed) or first or piece

    def _bare(self, text: str, mask: str, left: Item, piece: _Piece) -> Iterator[Item]:
        """Read a head that stands alone behind 和: it shares what stands before the other's (某地科技园和产业园)."""
        head = self.names.head.match(text, piece.start, piece.end)
        if head and left.head is not None and self.stages.closing.match(mask, head.end(), piece.end):
            name = left.name[: left.head - left.start] + head[0]
            yield Item(piece.start, head.end(), name, piece.start, left.grade,
                       self.stages.words(mask[head.end() : piece.end]), rule="shared")

    def _read(self, text: str, mask: str, piece: _Piece, final: bool, fostered: bool,
              listed: bool) -> Item | None:
        """Read one piece as a name, in the longest way in which it is one."""
        part = text[piece.start : piece.end]
        if _BARE_PHASE.fullmatch(part) and not listed:
            return Item(piece.start, piece.end, part, piece.start, "bare", (), piece.before, "phase")
        if final and (bare := _BARE_PHASE.match(part)) and self.stages.closing.match(mask, piece.start + bare.end(), piece.end):
            return Item(piece.start, piece.start + bare.end(), bare[0], piece.start, "bare",
                        self.stages.words(mask[piece.start + bare.end() : piece.end]), piece.before, "phase")
        fallback = None
        for name in self.names.candidates(part):
            rest = piece.start + name.end
            if name.grade == "worked" and mask[rest : rest + 1] in _AND:
                continue
            fits = rest == piece.end or (final and self.stages.closing.match(mask, rest, piece.end))
            if not fits and not (final and fostered and self.names.open_ended(part, name)):
                continue
            begin = self.names.begins(part, name.end)
            if begin > name.head:
                continue
            named = Name(begin, name.head, name.end, name.grade)
            if not self.names.accepts(part, named, listed):
                continue
            item = Item(piece.start + begin, rest, part[begin : name.end], piece.start + name.head, name.grade,
                        self.stages.words(mask[rest : piece.end]), piece.before,
                        cut="的" in part[:begin])
            if fits:
                return item
            if not any("plain" in word.weights for word in item.after):
                item = replace(item, after=self.stages.words("发展"))
            fallback = fallback or replace(item, rule="fostered")
        return fallback

    def _spelled(self, text: str, found: Sequence[Item | _Piece], license_: _License | None) -> Iterator[Item]:
        after = license_.after if license_ else ()
        if not after and found and isinstance(found[-1], Item):
            after = found[-1].after
        for place, piece in enumerate(found):
            later = [other for other in found[place + 1 :] if isinstance(other, Item)]
            if isinstance(piece, Item):
                yield replace(piece, name=self._prefixed(found, place, piece), after=piece.after or after)
                continue
            part = text[piece.start : piece.end]
            begin = piece.start + self.names.begins(part, len(part))
            part = text[begin : piece.end]
            if self._attribute(found, place):
                continue
            item = self._headless(text, part, later, license_)
            if item:
                name, rule = item
                words = after or (later[-1].after if later else ())
                yield Item(begin, piece.end, name, None, "shared", words, piece.before, rule)

    def _headless(self, text: str, part: str, later: Sequence[Item], license_: _License | None) -> tuple[str, str] | None:
        """Name an item that has no head of its own: by a side (东、西外环), by the list's noun, or as it stands."""
        if not part:
            return None
        if later and regex.search("[东西南北]$", part) and regex.match("[东西南北]", later[0].name) and len(part) <= 6:
            return part + later[0].name[1:], "side"
        if later and _SIDE.fullmatch(part):
            side = _SIDE.search(later[0].name)
            return (later[0].name[: side.start()] + part + later[0].name[side.end() :], "side") if side else None
        if self._headed(part) and not self.names.head.fullmatch(part[-1:]) and not (license_ and part.endswith("段")):
            return None
        if not 2 <= len(part) <= 26 or part.endswith("的") or self.names.counted.search(part):
            return None
        if license_ is not None:
            if not (self._licenses(license_) or license_.shared) or not self.names.proper(part):
                return None
            name = part + license_.shared
            return None if self.names.refused.search(name) else (name, "licensed")
        if later and later[0].head is not None:
            source = later[-1]
            noun = text[source.head : source.end]
            if source.grade in ("phase", "self", "bare"):
                return None
            if source.grade == "scheme" or regex.search("[A-Za-z·]", part):
                noun = ""
            name = part + noun
            head = len(part)
            whole = Name(0, head, len(name), "proper" if source.grade in ("scheme", "worked") else source.grade)
            if len(part) <= 14 and not self.names.refused.search(name) and self.names.proper(part) and (not noun or self.names.accepts(name, whole)):
                return name, "shared"
        return None

    def _attribute(self, found: Sequence[Item | _Piece], place: int) -> bool:
        """Tell whether a piece only describes the item behind it (古朴、宁静的某镇)."""
        after = next((other for other in found[place + 1 :] if isinstance(other, Item)), None)
        return after is not None and after.cut

    def _licenses(self, license_: _License | None) -> bool:
        """Tell whether the class that closes a list makes projects of whatever stands in it."""
        return license_ is not None and any(
            name.end == len(license_.kind) and name.grade not in ("site", "zone", "semi")
            for name in self.names.candidates(license_.kind))

    def _prefixed(self, found: Sequence[Item | _Piece], place: int, item: Item) -> str:
        """Put the line's system before a bare 3号线 (轨道交通2号线、3号线)."""
        if not _LINE.match(item.name):
            return item.name
        for other in reversed(found[:place]):
            if isinstance(other, Item) and (line := _LINE.search(other.name)) and line.start():
                return other.name[: line.start()] + item.name
        return item.name
