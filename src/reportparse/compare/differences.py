"""Say what keeps two names two things, however alike they are: each with pairs that stay two and pairs that are one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from reportparse.compare.names import told_apart
from reportparse.compare.parts import SIDE, Parts

Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Difference:
    """Be one way in which two names are of two things.

    `holds` judges two names; their order makes no difference. `examples` are pairs that it parts, `rejects` pairs
    that are one thing all the same. Both are pytest cases.
    """

    name: str
    holds: Callable[[Parts, Parts], bool]
    examples: Rows
    rejects: Rows = ()


def _number(a: Parts, b: Parts) -> bool:
    return told_apart(a.name, b.name)


def _side(a: Parts, b: Parts) -> bool:
    """Tell whether one has a side that the other lacks; a branch may tell it or not (城南分校, 分校)."""
    one, other = set(SIDE.findall(a.bare)), set(SIDE.findall(b.bare))
    if one == other or (a.branches and not (one and other)):
        return False
    return not _is_where(a, b) and not _is_where(b, a)


def _is_where(long: Parts, short: Parts) -> bool:
    """Tell whether all that one named thing says more than another is where it is: 城北砚湖湿地, 砚湖湿地."""
    before = long.bare.removesuffix(short.bare)
    if not short.named or before in ("", long.bare):
        return False
    where = [owner for owner in long.owners if len(owner) > 1 and owner in before]
    return "".join(where) == before


def _section(a: Parts, b: Parts) -> bool:
    return bool(a.section and b.section) and a.section != b.section


def _branch(a: Parts, b: Parts) -> bool:
    """Tell whether one is a part or another thing beside a thing; a 新院区 is where a hospital is moved to."""
    return a.branches != b.branches and not a.works & b.works


def _kind(a: Parts, b: Parts) -> bool:
    """Tell whether both say what they are, and neither head is short for what the other says of itself.

    产业园 is short for 产业物流园, 电站 for 水电站; neither of 水厂 and 水库 is for the other.
    """
    if not a.kind or not b.kind or a.kind == b.genus or b.kind == a.genus:
        return False
    if a.kind.endswith(b.kind) or b.kind.endswith(a.kind):
        return False
    return not _short_for(a.kind, b) and not _short_for(b.kind, a)


def _short_for(kind: str, other: Parts) -> bool:
    ends = kind[-1] == other.common[-1:]
    return ends and stands_in(kind, other.common)


def stands_in(letters: str, text: str) -> bool:
    """Tell whether letters stand in a text in this order, whatever is between them."""
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _nameless(a: Parts, b: Parts) -> bool:
    return a.nameless or b.nameless


def _level(a: Parts, b: Parts) -> bool:
    return bool(a.level and b.level) and a.level != b.level


def _work(a: Parts, b: Parts) -> bool:
    """Tell whether different work is done to them: 扩建, 搬迁."""
    one, other = a.works | a.done, b.works | b.done
    return bool(one and other) and not one & other


@cache
def differences() -> tuple[Difference, ...]:
    """Give all differences."""
    return (
        Difference(
            "number",
            _number,
            [
                ("环湖快速路一期", "环湖快速路二期"),
                ("墨光8英寸线", "墨光12英寸线"),
                ("砚湖污水处理厂", "砚湖自来水厂"),
                ("砚湖污水厂扩建", "砚湖水厂扩建"),
                ("砚湖大桥", "砚湖二桥"),
                ("石岭水电站", "石岭抽水蓄能电站"),
                ("砚山隧道左线", "砚山隧道右线"),
                ("师大附中", "师大附小"),
            ],
            [("砚湖净水厂", "砚湖自来水厂"), ("砚湖污水厂", "砚湖污水处理厂")],
        ),
        Difference(
            "side",
            _side,
            [
                ("砚山东路", "砚山西路"),
                ("城北水厂", "水厂"),
                ("城北砚湖湿地", "城南砚湖湿地"),
                ("砚山北站", "砚山站"),
                ("砚山南互通", "砚山北互通"),
            ],
            [("砚山东路", "砚山东路工程"), ("城北砚湖湿地", "砚湖湿地")],
        ),
        Difference(
            "section", _section, [("云松高铁云河段", "云松高铁松河段")], [("云松高铁云河段", "云松高铁")]
        ),
        Difference(
            "branch",
            _branch,
            [
                ("云松高铁", "云松高铁延长线"),
                ("砚水水库", "砚水水库下游渠道"),
                ("墨池大桥", "墨池大桥接线"),
                ("引松入云工程", "引松入云后续工程"),
            ],
            [
                ("二中分校", "第二中学城南分校"),
                ("县妇幼保健院迁建", "县妇幼保健院新院区"),
                ("云溪截污工程", "云溪沿线截污工程"),
            ],
        ),
        Difference(
            "kind",
            _kind,
            [
                ("砚湖水厂改造", "砚湖水库改造"),
                ("砚湖数据中心", "砚湖智算中心"),
                ("墨池大道", "墨池大桥"),
                ("云松高铁", "云松城际"),
                ("鹤亭粮库", "鹤亭油库"),
                ("鹤亭热电厂", "鹤亭热电厂铁路专用线"),
                ("鹤亭国际物流园", "鹤亭国际汽车产业园"),
                ("鹤亭科学城", "鹤亭新城"),
            ],
            [
                ("鹤亭汽车产业物流园", "鹤亭汽车产业园"),
                ("砚山水电站", "砚山电站"),
                ("云松高铁", "云松铁路"),
                ("鹤亭露天煤矿", "鹤亭露天矿"),
                ("墨池港区五期", "墨池港五期"),
                ("鹤亭市人民医院", "鹤亭医院"),
            ],
        ),
        Difference(
            "nameless",
            _nameless,
            [("一期工程", "一期工程"), ("二期", "砚湖水厂二期"), ("一期项目", "一期")],
            [("砚湖水厂一期", "砚湖水厂一期工程")],
        ),
        Difference(
            "level",
            _level,
            [("市人民医院", "县人民医院")],
            [("市人民医院", "人民医院"), ("市民活动中心", "市民活动中心工程")],
        ),
        Difference(
            "work",
            _work,
            [("墨池卫生院扩建", "墨池卫生院迁建"), ("鹤亭古桥加固", "鹤亭古桥搬迁")],
            [("墨池卫生院扩建", "墨池卫生院改扩建"), ("鹤亭酒厂迁建", "鹤亭酒厂迁址新建")],
        ),
    )
