"""Spell out what is counted or measured: clean names, cut counted nouns, take coordinations apart."""

from functools import cache

import regex

from reportparse.extractors.figures.phrase import acts
from reportparse.grammar.clause import Span, enclosed
from reportparse.lexicon import Lexicon, alternation

_EDGES = " 的了等和与及、，;：:是为·"
_BOTH = {
    "城乡居民": ("城镇居民", "农村居民"),
    "城乡常住居民": ("城镇常住居民", "农村常住居民"),
    "城乡": ("城市", "农村"),
    "城镇和农村": ("城镇", "农村"),
    "城镇、农村": ("城镇", "农村"),
    "存贷款": ("存款", "贷款"),
    "进出口": ("进口", "出口"),
    "进出港": ("进港", "出港"),
    "产销": ("产", "销"),
    "旅游人数和收入": ("旅游人数", "旅游收入"),
    "农牧民": ("农民", "牧民"),
}
_AND = r"以及|和|与|及"


@cache
def _counted_end(lexicon: Lexicon) -> regex.Pattern[str]:
    return regex.compile(alternation(acts(lexicon, "follow")) + "(?![0-9])")


@cache
def _whole(lexicon: Lexicon) -> regex.Pattern[str]:
    return regex.compile(alternation(acts(lexicon, "whole")))


def is_whole(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a part that takes its owner's name (投资, 总量)."""
    return _whole(lexicon).fullmatch(name) is not None


def trimmed(text: str, span: Span) -> Span:
    """Cut particles, marks and brackets without a mate from both ends of a name."""
    start, end = span
    while start < end and (text[start] in _EDGES.replace("等", "") or (text[start] in "）)")):
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    inner = text[start:end]
    if inner.count("（") > inner.count("）"):
        cut = inner.rfind("（")
        end = start + cut if cut > 1 else end
    elif inner.count("）") > inner.count("（"):
        start += inner.find("）") + 1
    if text[start:end].count('"') % 2 and start < end:
        inner = text[start:end]
        if inner.endswith('"') and not inner.startswith('"'):
            start, end = start, end - 1
        elif (at := inner.rfind('"')) >= 0 and at < len(inner) / 2:
            start += at + 1
    return Span(start, max(start, end))


def counted(text: str, span: Span, lexicon: Lexicon) -> Span:
    """Cut the noun phrase behind a quantity from the predicate that follows it (3家企业|入选…)."""
    shelters = enclosed(text, *span)
    for found in _counted_end(lexicon).finditer(text, span.start + 2, span.end):
        if any(s.start <= found.start() < s.end for s in shelters):
            continue
        return trimmed(text, Span(span.start, found.start()))
    return trimmed(text, span)


def parts(text: str, span: Span, marks: str) -> list[Span]:
    """Cut a name at coordinating marks that stand outside brackets and quotes."""
    shelters = enclosed(text, *span)
    pieces, start = [], span.start
    for found in regex.finditer(marks, text[span.start : span.end]):
        at = span.start + found.start()
        if any(s.start <= at < s.end for s in shelters):
            continue
        pieces.append(Span(start, at))
        start = span.start + found.end()
    pieces.append(Span(start, span.end))
    return [piece for piece in pieces if piece.start < piece.end]


def spelled_out(text: str, span: Span, count: int, lexicon: Lexicon) -> list[str] | None:
    """Give the names that a coordination stands for, `count` of them, or None where it does not divide so.

    受污染耕地、建设用地利用率 gives 受污染耕地利用率 and 建设用地利用率; a head that only the last part has is
    given to all, an owner that only the first has is given to parts that need one.
    """
    name = text[span.start : span.end]
    for marks in (r"、", rf"、|{_AND}"):
        pieces = parts(text, span, marks)
        if len(pieces) == count:
            return _shared([text[p.start : p.end].strip("等") for p in pieces], lexicon)
    if count == 2:
        for both, (one, other) in _BOTH.items():
            if both in name:
                return [name.replace(both, one), name.replace(both, other)]
    return None


_HEAD = regex.compile(
    r"(?:(?:人均|总|年|净|平均|日|实际|新增|累计)?(?:[一-鿿]{0,4}?)(?:率|额|值|量|数|收入|支出|投资|面积|比重|占比|比例|浓度|产业规模|规模|余额|增速|增幅|"
    r"成本|利润|税收|能力|标准|价格|总量|里程|人口|水平|指数|产量|强度|消费|贷款|存款))$"
)
_ENDING = regex.compile(
    r"(?:率|额|值|量|数|入|出|资|积|重|比|例|度|模|幅|速|本|润|收|力|准|格|程|平|费|款|金|口|企业|中心|个|项目)$"
)


_FOOTNOTE = regex.compile(r"[\[［][0-9]{1,3}[\]］]|[①-⑳]")


_LONGEST = 40


def cleaned(name: str) -> str:
    """Drop footnote marks, particles at the ends, and all but the class noun of a long list closed by 等."""
    return shortened(_FOOTNOTE.sub("", name).strip(" 、，的了等"))


def joined(owner: str, part: str, lexicon: Lexicon) -> str:
    """Put a part to its owner's name in place of the part that stands there (园区产值 and 利润 give 园区利润)."""
    part = part.removeprefix("完成")
    if owner.endswith(part):
        return owner
    for length in range(min(len(owner) - 2, 6), 1, -1):
        if is_whole(owner[-length:], lexicon):
            return owner[:-length] + part
    return owner + part


def shortened(name: str) -> str:
    """Leave the class noun of a long list closed by 等 (甲、乙、丙等重大赛事 gives 重大赛事)."""
    listed, _, head = name.rpartition("等")
    is_class = len(head) >= (3 if len(name) <= _LONGEST else 2) and "、" in listed
    return head if len(name) > 16 and is_class and not head.startswith(("级", "化", "候")) else name


def listed_with_head(text: str) -> list[str]:
    """Spell out a list closed by 等 with a common head: 家电、汽车等产业增加值 gives two names."""
    listed, _, head = text.rpartition("等")
    pieces = regex.split(r"、|和|与|及", listed)
    return [piece + head for piece in pieces if piece] if head and len(pieces) > 1 else []


def _shared(names: list[str], lexicon: Lexicon) -> list[str]:
    last = names[-1]
    head = _tail_word(last, lexicon)
    result = []
    for place, name in enumerate(names):
        full = name
        if place + 1 < len(names) and head and not _ENDING.search(name):
            rest = last[len(name) :]
            full = name + (
                rest if len(name) == 2 and rest.endswith(head) and rest[0] not in _SUFFIXES else head
            )
        if place and name in _OWNED and (owner := _owner(names[0], lexicon)):
            full = owner + name
        result.append(full)
    return result


def _tail_word(name: str, lexicon: Lexicon) -> str:
    """Give the longest known end of a name that its own words leave (建设用地利用率 gives 利用率)."""
    known = _tails(lexicon)
    for length in range(min(len(name) - 2, 8), 1, -1):
        if name[-length:] in known:
            return name[-length:]
    found = regex.search(r"[一-鿿]{2}(?:率|额|值|量|数|比|度)$", name)
    return found[0] if found and len(name) > len(found[0]) else ""


@cache
def _tails(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(acts(lexicon, "tail"))


_SUFFIXES = "箱车机场业品量率额值数线路器厂站园"
_OWNED = {"利润", "利润总额", "总产量", "产量", "税收", "面积", "人数", "收入", "死亡人数", "产值", "总产值"}


def _owner(name: str, lexicon: Lexicon) -> str:
    for length in range(min(len(name) - 2, 8), 1, -1):
        if is_whole(name[-length:], lexicon):
            return name[:-length]
    return ""
