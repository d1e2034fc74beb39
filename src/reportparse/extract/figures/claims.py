"""Read what each quantity of a sentence says: whose it is, how it measures, and what it is told against."""

from dataclasses import dataclass, field, replace

import regex

from reportparse.extract.figures.items import Item
from reportparse.extract.figures.names import counted, is_whole, listed_with_head, parts, shortened, spelled_out, trimmed
from reportparse.extract.figures.phrase import Phrase, acts, phrase
from reportparse.grammar.clause import Span
from reportparse.grammar.quantity import Quantity
from reportparse.lexicon import Lexicon
from reportparse.model import Bound, Measure


@dataclass(frozen=True)
class Claim:
    """Be one figure before its time is known; `start` is where its quote begins in the text.

    `sign` is -1 for a fall. `carried` tells that the indicator stands in an earlier clause.
    """

    item: Item
    indicator: str
    measure: Measure
    sign: int
    start: int
    rule: str
    verb: str
    adverbs: str
    bound: Bound
    carried: bool = False
    baseline: Quantity | None = None
    unit: str | None = None
    end: int | None = None


RATIOS = {"percent", "points", "times"}
_FOOTNOTE = regex.compile(r"[\[［][0-9]{1,3}[\]］]|[①-⑳]")
ORDINARY = "地区生产总值"
_SHARE_OF = regex.compile(r"(?:^|[，、])?占(?P<of>[^，。；、占]{1,20}?)(?:的)?(?:比重|比例|份额)?$")
_COMPARED = regex.compile(r"(?:(?<![占对同环可产贷配])比(?![例重较率值对])|(?<![比相])较(?![大好快多高低])|高于|低于|快于|高出|超出|领先)(?P<whom>[^，。；、]{1,14}?)$")
_TIMES_OF = regex.compile(r"(?:是|为|相当于|达到?|约为)(?P<what>[^，。；]{1,20}?)的$")
_FROM = regex.compile(r"(?:由|从|自|现行)(?P<since>[^，。；、]{0,14}?)$")
_RATE_NAME = regex.compile(r"(?:率|比重|占比|比例|份额|覆盖面|渗透率|贡献度|满意度|首位度|集中度|参与度)$")
_PRICES = regex.compile(r"(?:居民消费价格|消费价格|物价|CPI)(?:指数|总水平|水平|涨幅)?$")
_SPEED_NAME = regex.compile(r"(?:增速|增幅|涨幅|增长率|上涨率|增长速度)$")
_FALL_NAME = regex.compile(r"(?:降幅|跌幅|减幅|下降率|降低率|下降幅度)$")
_LOWER_IS_BETTER = regex.compile(r"(?:浓度|PM ?2\.5|PM ?10|PM|指数|排放|能耗|事故|死亡)")
_OPENING_AND = regex.compile(r"^(?:和|与|及|以及|、|并)+")


@dataclass
class Reader:
    """Read the items of one sentence from left to right, remembering what later ones lean on."""

    text: str
    lexicon: Lexicon
    claims: list[Claim] = field(default_factory=list)
    declined: list[tuple[Item, str]] = field(default_factory=list)
    lean: str = ""

    def read(self, row: tuple[Item, ...]) -> list[Claim]:
        """Give the claims of a sentence's items, in order."""
        place = 0
        while place < len(row):
            taken = self._distributed(row, place) or self._baseline(row, place) or self._owned(row, place)
            if taken:
                place += taken
                continue
            self._single(row, place)
            place += 1
        return share_bounds(self.claims, self.text)

    # -- lists under one verb ------------------------------------------------------------------------

    def _distributed(self, row: tuple[Item, ...], place: int) -> int:
        """Read A、B分别增长3%、5%: consecutive quantities with nothing but marks between them."""
        run = [row[place]]
        for item in row[place + 1 :]:
            before = run[-1]
            if not (item.listed and not self._words(item.left) and before.right.start == before.right.end):
                break
            if {before.quantity.kind, item.quantity.kind} & RATIOS and before.quantity.kind != item.quantity.kind and before.quantity.unit:
                break
            run.append(item)
        if len(run) < 2:
            return 0
        first = run[0]
        read = phrase(self.text, first.left, self.lexicon)
        name = trimmed(self.text, read.name)
        names = None
        carried = False
        if name.start < name.end and not (is_whole(self.text[name.start : name.end], self.lexicon) and self._near(first)):
            names = spelled_out(self.text, name, len(run), self.lexicon)
        if names is None:
            earlier = self._earlier(len(run), name)
            if earlier:
                names, carried = earlier, True
        if names is None:
            right = counted(self.text, run[-1].right, self.lexicon)
            if right.start < right.end and name.start == name.end:
                return 0
            whole = self.text[name.start : name.end]
            names = [whole] * len(run) if len({i.quantity.base_unit for i in run}) > 1 else None
        if names is None:
            return 0
        begin = name.start if name.start < name.end else first.quantity.start
        share = self._share_name(read, first)
        for item, indicator in zip(run, names, strict=True):
            quantity = item.quantity
            if share:
                indicator = indicator + share
            measure, sign = self._measure(quantity, read, indicator)
            bound = quantity.bound if quantity.bound is not Bound.exact or item is first else _front(first.quantity)
            self._add(Claim(item, indicator, measure, sign, begin if not carried else item.left.start if item is first else item.quantity.start,
                            "distributed", read.tail or read.head, read.adverbs, bound, carried))
        return len(run)

    def _share_name(self, read: Phrase, item: Item) -> str:
        left = self.text[item.left.start : item.left.end]
        found = regex.search(r"占(?P<of>[^，。；、占]{1,16}?)(?:的)?(?:比重|比例)?$", regex.sub(r"(?:分别)?(?:达到|达|为|提高到|提升至)?$", "", left))
        return f"占{found['of']}比重" if found and not read.name.end > read.name.start else ""

    def _earlier(self, count: int, name: Span) -> list[str] | None:
        """Give the indicators of the last `count` claims, with the part that is now told of them."""
        if len(self.claims) < count:
            return None
        part = self.text[name.start : name.end]
        if part and not is_whole(part, self.lexicon) and not part.startswith("占"):
            return None
        base = [claim.indicator for claim in self.claims[-count:]]
        return base if part.startswith("占") else [indicator + part for indicator in base]

    # -- told against something ----------------------------------------------------------------------

    def _baseline(self, row: tuple[Item, ...], place: int) -> int:
        """Read 由2015年的9.7%提高到14%: the first quantity is the second's baseline."""
        if place + 1 >= len(row) or row[place + 1].clause != row[place].clause:
            return 0
        first, second = row[place], row[place + 1]
        left = self.text[first.left.start : first.left.end]
        opened = _FROM.search(left) or regex.search(r"将.{2,20}(?:现行)?$", left)
        between = phrase(self.text, Span(first.quantity.end, second.quantity.start), self.lexicon)
        moves = between.tail_act in ("rise_to", "fall_to", "reach") or self.text[first.quantity.end : second.quantity.start] in ("到", "至", "变为", "为")
        if not (opened and moves and second.chained):
            return 0
        if regex.search(r"从(?!每)[^，。；]{3,}$", left) and between.tail_act == "reach":
            return 0
        name = self._indicator_before(Span(first.left.start, first.left.start + opened.start() + (1 if left[opened.start():].startswith("将") else 0)))
        inner = trimmed(self.text, phrase(self.text, Span(first.quantity.end, second.quantity.start), self.lexicon).name)
        what = self.text[inner.start : inner.end]
        if not name and left[opened.start() :].startswith("将"):
            name = self._clean(left[opened.start() + 1 :].removesuffix("现行"))
        if what and len(what) >= 2 and not regex.search(r"[0-9]", what):
            name = name + what if name else what
        indicator, carried = (name, False) if name else (self._last(), True)
        if not indicator:
            return 0
        measure = Measure.share if second.quantity.kind in ("percent",) else Measure.level
        start = first.left.start if name else first.quantity.start
        self._add(Claim(second, indicator, measure, 1, trimmed(self.text, Span(start, second.quantity.start)).start,
                        "from-to", between.tail, "", second.quantity.bound, carried, baseline=first.quantity))
        return 2

    def _owned(self, row: tuple[Item, ...], place: int) -> int:
        """Read 总投资30亿元的12个项目 and 投资3亿元实施管网改造: a part told of what follows."""
        item = row[place]
        quantity = item.quantity
        read = phrase(self.text, item.left, self.lexicon)
        name = self._clean(self.text[read.name.start : read.name.end])
        if quantity.kind not in ("money", "length", "area", "energy", "volume", "mass", "count", "people"):
            return 0
        part = name if is_whole(name, self.lexicon) else (read.head if not name and is_whole(read.head, self.lexicon) else "")
        if not part and not name and read.head in ("投资", "投入", "累计投资", "累计投入"):
            part = read.head
        right = self.text[item.right.start : item.right.end]
        if not part:
            return 0
        owner = None
        if right.startswith("的"):
            if right == "的" and place + 1 < len(row):
                following = row[place + 1]
                owner = counted(self.text, following.right, self.lexicon)
            else:
                span = Span(item.right.start + 1, item.right.end)
                owner = self._owner_noun(span)
        else:
            verb = regex.match(r"(?:全面|集中|启动|用于|支持|开展|继续|先后|专项)*" + _alternatives(acts(self.lexicon, "purpose")) + "了?", right)
            if verb:
                owner = trimmed(self.text, Span(item.right.start + verb.end(), item.right.end))
                if owner.start == owner.end and place + 1 < len(row):
                    owner = counted(self.text, row[place + 1].right, self.lexicon)
        if owner is None or owner.start >= owner.end:
            return 0
        indicator = self._clean(self.text[owner.start : owner.end])
        indicator = indicator + (part.removeprefix("累计").removeprefix("完成"))
        self._add(Claim(item, indicator, Measure.level, 1, trimmed(self.text, item.left).start, "part-of-what-follows",
                        read.head, read.adverbs, quantity.bound))
        return 1

    def _owner_noun(self, span: Span) -> Span:
        """Cut the owner's name from what is told of it next (…项目当年完成投资)."""
        read = phrase(self.text, span, self.lexicon)
        if read.owner:
            return trimmed(self.text, read.owner)
        return counted(self.text, span, self.lexicon)

    # -- one quantity --------------------------------------------------------------------------------

    def _single(self, row: tuple[Item, ...], place: int) -> None:
        item = row[place]
        quantity = item.quantity
        text = self.text
        left = text[item.left.start : item.left.end]
        right = text[item.right.start : item.right.end]
        if quantity.kind == "time" and not self._takes_time(item):
            self.declined.append((item, "duration"))
            return
        if quantity.kind == "times" and (of := _TIMES_OF.search(left)):
            name = self._indicator_before(Span(item.left.start, item.left.start + of.start()))
            self._claim(item, name or self._last(), Measure.level, 1, "times-of", not name)
            return
        if share := self._share_of(item, left):
            name, carried = share
            self._claim(item, name, Measure.share, 1, "share-of", carried)
            return
        if (compared := _COMPARED.search(regex.sub(r"(?:高|低|多|少|快|增加|减少|提高|下降|增长|上升|降低|提升|扩大|超出?|高出|领先)+(?:了)?$", "", left))) and left and self._compares(item, compared, left):
            return
        read = phrase(text, item.left, self.lexicon)
        own_head = read.head
        own = read.tail or quantity.number > quantity.start  # a bound word before the number is a verb too (突破)
        if not read.head and not own and item.listed and self.claims and self.claims[-1].item.clause == item.clause:
            previous = self.claims[-1]
            if previous.verb and previous.rule in ("named", "counted-behind"):
                kept = "累计" if "累计" in previous.adverbs or "累积" in previous.adverbs else ""
                read = replace(read, head=previous.verb, head_act=phrase_act(previous.verb, self.lexicon), adverbs=read.adverbs + kept)
        if quantity.kind in RATIOS and (act := self._noun_growth(item)):
            read = replace(read, tail=read.tail or "增长", tail_act=act)
        name = trimmed(text, read.name)
        written = text[name.start : name.end]
        behind = self._behind(item, right, read, written)
        if behind is not None:
            noun, start = behind
            measure, sign = self._measure(quantity, read, noun)
            broke = text[quantity.start : quantity.number] == "突破"  # 突破20项技术 is no limit
            self._add(Claim(item, noun, measure, sign, trimmed(text, item.left).start if read.head else quantity.start, "counted-behind",
                            read.head or read.tail, read.adverbs, Bound.exact if broke else self._bound(item), end=start))
            return
        if written:
            indicator = self._clean(written)
            if read.owner and is_whole(indicator, self.lexicon):
                owner = self._clean(text[read.owner.start : read.owner.end])
                indicator = owner + indicator.removeprefix("完成")
            elif is_whole(indicator, self.lexicon) and own_head in ("", "完成") and self._near(item):
                indicator = self._joined(self._last(), indicator)
            elif quantity.kind == "percent" and right and not read.tail and regex.match(r"[一-鿿]{2,8}$", right) and not starts_predicate(right, self.lexicon):
                indicator += right
            self._spread(item, name, indicator, read)
            return
        if read.head in acts(self.lexicon, "event"):
            self._claim(item, read.head, Measure.change, 1, "event", False, read)
            return
        if is_whole(read.head, self.lexicon) and quantity.kind == "money":
            owner = self._last() if self._near(item) else ""
            self._claim(item, self._joined(owner, read.head.removeprefix("完成")) if owner else read.head.removeprefix("完成"),
                        Measure.level, 1, "part", bool(owner), read)
            return
        last = self._subject(item) or self._last()
        if not last and quantity.kind == "percent" and read.tail_act == "grow":
            last = ORDINARY  # 全年增长5%: growth of nothing named is that of the economy
        measure, sign = self._measure(quantity, read, last)
        self._claim(item, last, measure, sign, "carried", True, read)

    def _subject(self, item: Item) -> str:
        """Give the subject of the clause before, where that holds no quantity (补贴标准逐年提高，达到…)."""
        gap = regex.search(r"(?P<clause>[^，。；]+)，$", self.text[: item.clause.start])
        if not gap or item.listed or item.chained or self.claims and self.claims[-1].item.clause.end > gap.start():
            return ""
        found = regex.match(r"(?P<subject>[^0-9]{3,24}?)(?:逐年|不断|持续|稳步|显著|明显|大幅|进程|全面|顺利|进一步|提高|提升|增长|扩大|加快|完成|取得|实现|初具|保持)", gap["clause"])
        if not found:
            return ""
        name = self._indicator_before(Span(gap.start(), gap.start() + found.end("subject")))
        return name if len(name) >= 3 else ""

    def _spread(self, item: Item, name: Span, indicator: str, read: Phrase) -> None:
        """Add one claim, or one for each part of a coordination that the number holds for."""
        quantity = item.quantity
        measure, sign = self._measure(quantity, read, indicator)
        start = read.owner.start if read.owner else name.start
        each = regex.search(r"均|都|双双", read.adverbs) is not None or indicator.endswith("各")
        ratio = quantity.kind in ("percent", "points") or quantity.grade
        names = [indicator]
        if each and "等" in indicator:
            names = listed_with_head(text=indicator) or names
        elif (each or ratio) and "等" not in indicator:
            marks = r"、|和|与|及" if each else r"、"
            pieces = parts(self.text, name, marks)
            if len(pieces) > 1 and (each or all(p.end - p.start >= 3 for p in pieces)):
                names = spelled_out(self.text, name, len(pieces), self.lexicon) or names
        for one in names:
            self._add(Claim(item, self._clean(one).removesuffix("各"), measure, sign, start, "named" if not read.tail else "moved",
                            read.head or read.tail, read.adverbs, self._bound(item)))

    def _noun_growth(self, item: Item) -> str:
        """Give the act of a growth told by a noun behind the number (实现10%以上的增长), else an empty text."""
        found = regex.match(r"(?:的)?(?:正|快速|高速|较快|稳定)?(?P<noun>增长|增速|增幅|提升|下降|降幅)", self.text[item.right.start : item.right.end])
        return "" if not found else "fall" if found["noun"] in ("下降", "降幅") else "grow"

    def _behind(self, item: Item, right: str, read: Phrase, written: str) -> tuple[str, int] | None:
        """Give the noun counted by a quantity that stands before it, and where it ends."""
        quantity = item.quantity
        if not right or right[0] in "）)，。；、：":
            return None
        if read.tail_act in ("grow", "fall") and self._noun_growth(item):
            return None
        opened = right.startswith("的")
        if relative := regex.match(r"(?:参与|参加|出席|覆盖|惠及|支持|持有|符合条件)[一-鿿]{0,4}的(?=[一-鿿\"])", right):
            opened = relative.end()
        span = Span(item.right.start + opened, item.right.end)
        if self.text[item.left.start : item.left.end].endswith("等") and "、" in right:
            span = Span(span.start, span.start + self.text[span.start : span.end].index("、"))
        noun = counted(self.text, span, self.lexicon)
        if noun.end - noun.start < 2 and not (noun.end - noun.start == 1 and item.right.end - item.right.start == 1):
            return None
        if written and not opened and quantity.kind not in ("count", "people", "") :
            return None
        if written and read.tail_act in ("grow", "fall", "rise_to", "fall_to"):
            return None
        if written and opened and (quantity.kind in ("percent", "points", "money") or read.tail):
            return None
        if quantity.doubling:
            return None
        word = self.text[noun.start : noun.end]
        if starts_predicate(word, self.lexicon):
            return None
        if written and not opened and is_whole(word, self.lexicon):
            return None
        return self._clean(word), noun.end

    def _share_of(self, item: Item, left: str) -> tuple[str, bool] | None:
        if item.quantity.kind not in ("percent",) and item.quantity.base_unit != "成":
            return None
        core = regex.sub(r"(?:的)?(?:比重|比例)?(?:分别|均|已|将|约)*(?:达到|达|为|提高到|提高至|提升到|提升至|上升到|上升至|增加到|超过|由|从|保持在|接近)?(?:分别|均)*$", "", left)
        found = regex.search(r"占(?!比|地|用|有)(?P<of>[^，。；占]{1,24})$", core)
        if not found:
            return None
        before = self._indicator_before(Span(item.left.start, item.left.start + found.start()))
        owner = before or self._last()
        ending = "比重" if not regex.search(r"(?:比重|比例)$", left[found.start():]) else left[-2:]
        ratio = regex.search(r"(?:比重|比例)", left[found.start() + 1 :])
        of = found["of"].removesuffix("的")
        return f"{owner}占{of}{ratio[0] if ratio else ending}", not before

    def _compares(self, item: Item, compared: regex.Match[str], left: str) -> bool:
        """Read 比上年增加30亿元; decline a gap to another place (高于全省0.2个百分点)."""
        whom = compared["whom"]
        own_past = regex.search(r"(?:年|上期|同期|预算|改革前|之前|原来|去)", whom)
        if not own_past:
            if item.quantity.kind in ("points", "percent", "rank"):
                self.declined.append((item, "gap-to-another-place"))
                self.lean = self._indicator_before(Span(item.left.start, item.left.start + compared.start()))
                return True
            return False
        verb = regex.search(r"(?P<down>低|少|减少|下降|降低)(?:了)?$", left)
        name = self._indicator_before(Span(item.left.start, item.left.start + compared.start()))
        kind = item.quantity.kind
        relative = kind in ("percent", "times")
        measure = Measure.growth if relative else Measure.change
        self._claim(item, name or self._last(), measure, -1 if verb else 1, "compared", not name)
        return True

    # -- pieces --------------------------------------------------------------------------------------

    def _bound(self, item: Item) -> Bound:
        least = item.quantity.bound is Bound.exact and "至少" in self.text[item.left.start : item.left.end]
        return Bound.at_least if least else item.quantity.bound

    def _measure(self, quantity: Quantity, read: Phrase, indicator: str) -> tuple[Measure, int]:
        act, head = read.tail_act, read.head_act
        falls = act == "fall" or (not act and head == "cut")
        sign = -1 if falls else 1
        if read.tail == "改善" and not _LOWER_IS_BETTER.search(indicator):
            sign = 1
        kind = quantity.kind
        if kind == "points":
            return Measure.change, sign
        if quantity.doubling:
            return Measure.growth, 1
        if kind == "times":
            return (Measure.growth, sign) if act in ("grow", "fall") or quantity.unit == "番" or "翻" in read.tail else (Measure.level, 1)
        if kind == "percent" or quantity.base_unit == "成":
            if _SPEED_NAME.search(indicator):
                return Measure.growth, 1
            if _FALL_NAME.search(indicator):
                return Measure.growth, -1
            if _PRICES.search(indicator) and act != "fall":
                return Measure.growth, 1
            if act in ("grow", "fall") or head in ("cut",) or (head == "add" and not _RATE_NAME.search(indicator)):
                return Measure.growth, sign
            return Measure.share, 1
        if act in ("rise_to", "fall_to", "reach"):
            return (Measure.change, 1) if head == "add" else (Measure.change, -1) if head == "cut" else (Measure.level, 1)
        if act in ("grow", "fall"):
            if read.tail in ("提升", "改善", "扩大", "节约", "精简", "提速", "加快", "压缩", "优化"):
                return Measure.level, 1
            return Measure.change, sign
        if head in ("add", "cut"):
            return Measure.change, -1 if head == "cut" else 1
        if regex.search(r"(?:^|城镇|农村|就业)(?:新增|净增)", indicator) or regex.search(r"减税降费|退税|减负$", indicator):
            return Measure.change, 1
        return Measure.level, 1

    def _takes_time(self, item: Item) -> bool:
        """Tell a span of time that is reached or cut (审批时限压缩至3天) from one that only lasts."""
        read = phrase(self.text, item.left, self.lexicon)
        return read.tail_act in ("fall_to", "rise_to", "fall", "grow", "reach") and (read.name.end - read.name.start >= 2 or bool(self.claims))

    def _near(self, item: Item) -> bool:
        """Tell whether the claim before stands in the same clause or in the one before it."""
        if not self.claims:
            return False
        last = self.claims[-1].item.clause
        return last == item.clause or len(self.text[last.end : item.clause.start].strip()) <= 1

    def _indicator_before(self, span: Span) -> str:
        read = phrase(self.text, span, self.lexicon)
        name = trimmed(self.text, read.name)
        written = self._clean(self.text[name.start : name.end])
        if read.owner and is_whole(written, self.lexicon):
            return self._clean(self.text[read.owner.start : read.owner.end]) + written
        return written

    def _joined(self, owner: str, part: str) -> str:
        part = part.removeprefix("完成")
        if owner.endswith(part):
            return owner
        for length in range(min(len(owner) - 2, 6), 1, -1):
            if is_whole(owner[-length:], self.lexicon):
                return owner[:-length] + part
        return owner + part

    def _last(self) -> str:
        return self.lean or (self.claims[-1].indicator if self.claims else "")

    def _words(self, span: Span) -> str:
        return _OPENING_AND.sub("", self.text[span.start : span.end].strip())

    def _clean(self, name: str) -> str:
        return shortened(_FOOTNOTE.sub("", name).strip(" 、，的了等"))

    def _claim(self, item: Item, indicator: str, measure: Measure, sign: int, rule: str, carried: bool, read: Phrase | None = None) -> None:
        if not indicator:
            self.declined.append((item, "no-indicator"))
            return
        start = trimmed(self.text, Span(item.left.start, item.quantity.start)).start
        self._add(Claim(item, indicator, measure, sign, start, rule, (read.head or read.tail) if read else "",
                        read.adverbs if read else self.text[item.left.start : item.left.end], item.quantity.bound, carried))

    def _add(self, claim: Claim) -> None:
        self.lean = ""
        self.claims.append(claim)


def _front(first: Quantity) -> Bound:
    """Give the bound that a word before the first number of a list sets for all."""
    return first.bound if not first.bound_behind and first.bound in (Bound.over, Bound.at_least, Bound.at_most, Bound.under, Bound.around) else Bound.exact


def _alternatives(forms: tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(map(regex.escape, forms), key=len, reverse=True)) + ")"


def phrase_act(verb: str, lexicon: Lexicon) -> str:
    """Give the act of a verb that was read as a head verb."""
    return next((act for act in ("add", "cut", "count") if verb in acts(lexicon, act)), "")


def starts_predicate(words: str, lexicon: Lexicon) -> bool:
    """Tell whether words behind a quantity begin a predicate and so are no counted noun."""
    return regex.match(_alternatives((*acts(lexicon, "follow"), *acts(lexicon, "purpose"))), words) is not None


_OWN_VERB = regex.compile(r"(?:再|力争|确保|实现|新增|新建|完成|建成|改造|培育|打造|增长|下降|引进|开工|新|净增)")


def share_bounds(claims: list[Claim], text: str) -> list[Claim]:
    """Give a bound behind the last item of a list to the items before it that share its verb."""
    result = list(claims)
    for place in range(len(result) - 1, 0, -1):
        claim, before = result[place], result[place - 1]
        shared = claim.item.quantity.bound_behind or claim.bound is not claim.item.quantity.bound
        if not (shared and claim.item.listed and claim.item.clause == before.item.clause and text[claim.item.left.start - 1] == "、"):
            continue
        if before.bound is not Bound.exact or claim.bound is Bound.exact or claim.rule == "moved":
            continue
        if claim.rule == "distributed" and claim.item.quantity.kind == "percent" or _OWN_VERB.match(text[claim.item.left.start : claim.item.left.end]):
            continue
        result[place - 1] = replace(before, bound=claim.bound)
    return result
