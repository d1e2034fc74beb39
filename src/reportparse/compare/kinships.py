"""Say in what way two names may be of one project: each way with pairs that are one and pairs that stay two."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from reportparse.compare.parts import Parts

ALIKE = 0.8
"""The least likeness at which two names are taken for one project."""

ALONE = 0.7
"""The least at which they are where neither is like any other name of the other report."""

Rows = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Kinship:
    """Be one way in which two names are of one thing.

    `judge` gives the likeness of two names that nothing tells apart, None where this way does not hold; the
    order of the two makes no difference. One that holds `alone` counts only where neither name is like any other.
    `examples` are pairs that it finds, `rejects` pairs that stay two whatever the way. Both are pytest cases.
    """

    name: str
    judge: Callable[[Parts, Parts], float | None]
    examples: Rows
    rejects: Rows = ()
    alone: bool = False


def _same_name(a: Parts, b: Parts) -> float | None:
    if a.name.core != b.name.core:
        return None
    return 1.0 if a.name.phase == b.name.phase else 0.95


def _work(a: Parts, b: Parts) -> float | None:
    """Compare a thing with what is done to it, or the same work in other words.

    Only what makes a thing new or greater is all but the thing; what else is done to it (绿化) is it where nothing
    competes.
    """
    worked_on = a.works | a.done | b.works | b.done
    if not worked_on or a.thing != b.thing or not (a.known or a.name.phase):
        return None
    if a.done or b.done:
        return 0.9 if a.done & b.done else 0.79
    return 0.9 if a.works and b.works else 0.94


def _again(a: Parts, b: Parts) -> float | None:
    return 0.92 if a.bare == b.bare and a.section == b.section else None


def _section(a: Parts, b: Parts) -> float | None:
    return 0.92 if a.bare == b.bare and a.section != b.section else None


def _order(a: Parts, b: Parts) -> float | None:
    """Compare two names of the same words, the last one last: 医疗健康大数据中心, 健康医疗大数据中心."""
    same = a.words[-1:] == b.words[-1:] and sorted(a.words) == sorted(b.words)
    return 0.9 if same else None


def _brackets(a: Parts, b: Parts) -> float | None:
    return 0.95 if a.rest == b.bare or a.bare == b.rest else None


def _ends(a: Parts, b: Parts) -> float | None:
    """Compare two lines of one kind by their ends, in either order, each in full or by a letter.

    A line may be told as the section of a longer one: 湖松云铁路松河至云岭段, 松河至云岭铁路.
    """
    if a.way != b.way:
        return None
    compared = ((a.ends, b.ends), (a.stretch, b.ends), (a.ends, b.stretch))
    return 0.9 if any(one and other and _between_same(one, other) for one, other in compared) else None


def _between_same(one: tuple[str, str], other: tuple[str, str]) -> bool:
    (a1, a2), (b1, b2) = one, other
    straight = _same_end(a1, b1) and _same_end(a2, b2)
    return straight or (_same_end(a1, b2) and _same_end(a2, b1))


def _genus(a: Parts, b: Parts) -> float | None:
    """Compare a line of a kind with one whose kind says more: 云松铁路, 云松高铁."""
    if not a.named or not b.named or (a.kind != b.genus and b.kind != a.genus) or not (a.kind and b.kind):
        return None
    same = a.thing.removesuffix(a.kind) == b.thing.removesuffix(b.kind)
    return 0.81 if same or _ends(a, replace(b, way=a.way)) else None


def _same_end(one: str, other: str) -> bool:
    """Tell whether two ends are one place: 云 is 云岭, 云岭 is 云岭市."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or (len(short) == 1 and short in long[:2])


def _head(a: Parts, b: Parts) -> float | None:
    same = a.family == b.family or (a.thing == b.thing and not (a.works | a.done | b.works | b.done))
    return 0.9 if same and a.known else None


def _short_form(a: Parts, b: Parts) -> float | None:
    """Compare a short form with a full one of the same last word: each word that it takes from, it takes the head of.

    The less it takes, the less alike: from 0.98 down to 0.82. An own place that both bear is a word of both.
    """
    if a.front and b.front and a.name.place == b.name.place:
        a, b = (replace(parts, full=(parts.front, *parts.full), own=parts.front) for parts in (a, b))
    a, b = _as_told(a, b), _as_told(b, a)
    short, long = sorted((a, b), key=lambda parts: (len("".join(parts.full)), parts.bare))
    letters, full = "".join(short.full), "".join(long.full)
    if len(letters) < 3 or letters[-1] != full[-1] or not (short.headed and long.headed):
        return None
    words = list(long.full)
    if words[-1].endswith(short.full[-1]):  # 景区, 旅游景区
        words[-1] = words[-1].removesuffix(short.full[-1])
        taken = letters.removesuffix(short.full[-1])
    else:
        taken = letters
    if not _abbreviates(taken, [word for word in words if word], whole=not short.named):
        return None
    return 0.82 + 0.16 * len(letters) / len(full)


def _as_told(parts: Parts, other: Parts) -> Parts:
    """Give a name its place or town again where another begins with a letter of it: 砚川师范学院, 砚师院."""
    told = parts.front and not other.front and other.bare.startswith(parts.front[0])
    return replace(parts, full=(parts.front, *parts.full)) if told else parts


def _abbreviates(letters: str, words: Sequence[str], *, whole: bool) -> bool:
    """Tell whether letters stand in this order in words, of each word that has one also the first.

    `whole` asks for a letter of every word: what has no name of its own is short for nothing longer.
    """
    if not words:
        return not letters
    word, behind = words[0], words[1:]
    taken = 0
    if letters.startswith(word[0]):
        for letter in word:
            taken += letters[taken : taken + 1] == letter
    if any(_abbreviates(letters[n:], behind, whole=whole) for n in range(taken, 0, -1)):
        return True
    return not whole and _abbreviates(letters, behind, whole=whole)


def _firm(a: Parts, b: Parts) -> float | None:
    """Compare a firm or place alone with what it builds: its word stands in the name of the works."""
    short, long = sorted((a, b), key=lambda parts: (len(parts.bare), parts.bare))
    if short.headed or len(short.own) < 2 or short.bare == long.bare:
        return None
    if len(short.bare) > 3 and long.bare.startswith(short.bare):
        return 0.82
    return 0.82 if len(short.words) == 1 and short.bare in long.words else None


def _owner(a: Parts, b: Parts) -> float | None:
    """Compare a name with the same behind its owner or place: 食品产业园, 鹤亭经开区食品产业园.

    A kind that is told with a common word (客运总站) may have another before it too (公路客运总站).
    """
    short, long = sorted((a, b), key=lambda parts: (len(parts.family), parts.family))
    if len(short.family) < 3 or short.family == long.family or not long.family.endswith(short.family):
        return None
    before = long.family.removesuffix(short.family)
    owned = any(owner in before for owner in long.owners)
    kind = short.specific and before in long.genres
    return 0.81 if (short.modified and owned and not short.classed) or kind else None


def _moved(a: Parts, b: Parts) -> float | None:
    """Compare a numbered thing with the same behind its owner: 第二跨海通道, 云河跨海二通道."""
    short, long = sorted((a, b), key=lambda parts: (len(parts.full), parts.bare))
    before = len(long.full) - len(short.full)
    if not a.name.ordinals or a.full[-1:] != b.full[-1:] or len(short.full) < 3:
        return None
    owned = set(long.full[:before]) <= set(long.owners)
    return 0.81 if owned and sorted(long.full[before:]) == sorted(short.full) else None


def _group(a: Parts, b: Parts) -> float | None:
    """Compare a list told as one with a part of it: 云松高速、砚鹤高速, 云松高速."""
    return 0.85 if told_by_parts(a, b) else None


def told_by_parts(a: Parts, b: Parts) -> Set[str]:
    """Give the members that both tell, where one is a list told as one and the other a part of it."""
    one, other = a.members.keys(), b.members.keys()
    shared = one & other
    return shared if one != other and shared in (one, other) else frozenset()


@cache
def kinships() -> tuple[Kinship, ...]:
    """Give all ways, the surest first."""
    return (
        Kinship(
            "same_name",
            _same_name,
            [
                ("砚鹤高速公路", "砚鹤高速"),
                ("环湖快速路一期工程", "环湖快速路第一期"),
                ("砚川综合保税区", "砚川综保区"),
                ("墨池药谷Ⅱ期", "墨池药谷二期"),
                ("石岭抽水蓄能", "石岭抽蓄"),
                ("国道G236改线", "236国道改线"),
                ("G85砚鹤高速", "砚鹤高速"),
            ],
            [
                ("环湖快速路一期", "环湖快速路二期"),
                ("砚山东路", "砚山西路"),
                ("轨道交通2号线", "轨道交通3号线"),
            ],
        ),
        Kinship(
            "work",
            _work,
            [
                ("墨池大桥加固改造", "墨池大桥"),
                ("机场三期改扩建工程", "国际机场三期"),
                ("鹤亭酒厂迁建", "鹤亭酒厂迁址新建"),
                ("砚鹤高速扩容改造", "砚鹤高速公路改扩建"),
                ("云湖大道北段改造工程", "云湖大道北段"),
                ("省道317线松河至云岭段改建", "S317松河至云岭段"),
                ("红岭南矿采选项目", "红岭南矿开发利用"),
                ("市急救中心迁建工程", "市急救中心新址"),
                ("砚湖湿地保护开发", "砚湖湿地保护"),
                ("松河沿河景观工程", "松河沿河景观改造"),
                ("县妇幼保健院整体搬迁", "县妇幼保健院新院区"),
                ("县自来水厂扩建", "县城自来水厂扩容改造"),
            ],
            [
                ("水厂改造", "水厂扩建"),
                ("砚湖水厂改造", "砚湖水库改造"),
                ("县妇幼保健院", "县妇幼保健院新院区"),
            ],
        ),
        Kinship(
            "again",
            _again,
            [
                ("红枫广场城市综合体", "红枫广场"),
                ("红枫广场商业项目", "红枫广场"),
                ("砚湖纪念园红色旅游景区二期", "砚湖纪念园二期"),
            ],
            [("红枫广场", "红枫路商业综合体"), ("鹤亭机场", "鹤亭机场商业综合体")],
        ),
        Kinship(
            "section",
            _section,
            [
                ("云松高铁云河段", "云松高铁"),
                ("云松高速砚川段", "云松高速公路"),
                ("砚江国家文化公园云岭段", "砚江国家文化公园"),
                ("砚鹤智造产业园首开区", "砚鹤智造产业园"),
                ("砚山科创城核心区启动区", "砚山科创城"),
            ],
            [
                ("云松高铁云河段", "云松高铁松河段"),
                ("云松高铁", "云松高铁延长线"),
                ("墨池大桥", "墨池大桥至砚湖大桥段"),
                ("砚鹤智造产业园首开区", "砚鹤智造产业园拓展区"),
                ("砚山科创城核心区启动区", "砚山科创城拓展区启动区"),
            ],
        ),
        Kinship(
            "brackets",
            _brackets,
            [("云（松）河城际", "云河城际"), ("砚光（云河）科技园", "砚光科技园")],
            [("云河医院（东院区）", "云河医院（西院区）")],
        ),
        Kinship(
            "ends",
            _ends,
            [
                ("云松高铁", "松云高铁"),
                ("云岭至松河公路", "云—松公路"),
                ("松河至云岭高速公路", "云松高速"),
                ("云岭—松河铁路", "松河至云岭铁路"),
                ("云电送湖", "云岭至湖阳±800千伏特高压直流"),
                ("云松线天然气管道", "云岭至松河输气管道"),
                ("湖松云铁路松河至云岭段", "松河至云岭铁路"),
                ("市区至松河公路改造", "砚松公路改造提升"),
            ],
            [
                ("云松高铁", "云湖高铁"),
                ("湖松云铁路松河至云岭段", "湖阳至松河铁路"),
                ("云岭至松河公路", "云岭至松河铁路"),
                ("云松输气管道", "云松原油管道"),
                ("云松高速", "云松高速延长线"),
            ],
        ),
        Kinship(
            "order",
            _order,
            [
                ("茗溪健康医疗数据中心", "茗溪医疗健康数据中心"),
            ],
            [("鹤亭数据中心医疗园", "鹤亭医疗园数据中心")],
        ),
        Kinship(
            "head",
            _head,
            [
                ("砚山功能区", "砚山园区"),
                ("红枫大型商贸综合体", "红枫城市综合体"),
                ("砚光12英寸线", "砚光12英寸特色工艺生产线"),
                ("砚光量子实验装置", "砚光量子实验设施"),
                ("鹤亭养老院", "鹤亭养护院"),
                ("西外环", "西外环公路"),
                ("西出口道路", "城市西出口路"),
                ("红枫商业广场", "红枫商业综合体"),
                ("老渡口历史文化街区", "老渡口街区"),
                ("省气象局化验楼", "省气象局化验大楼"),
                ("220千伏石岭变电站", "石岭220千伏输变电工程"),
            ],
            [
                ("石岭智造园", "石岭医药园"),
                ("石岭智造产业园", "石岭医药产业园"),
                ("砚山医院", "砚山学校"),
                ("砚山产业园一期", "砚山园区二期"),
                ("砚山水厂", "砚山电厂"),
            ],
        ),
        Kinship(
            "group",
            _group,
            [
                ("云松高速、砚鹤高速", "云松高速"),
                ("东西外环道路", "西外环"),
                ("南、北外环公路", "城市北外环路"),
                ("东西两大出口改造", "东出口改造"),
                ("墨池大桥及接线工程", "墨池大桥"),
            ],
            [
                ("云松高速、砚鹤高速", "云湖高速"),
                ("东西外环道路", "南外环"),
                ("东南外环", "东外环"),
                ("砚湖水厂一期、鹤亭水厂", "砚湖水厂二期"),
                ("南北湖大桥", "南湖大桥"),
                ("城东西湖公园", "城西湖公园"),
                ("河东、西安高铁", "河西安高铁"),
                ("和平路水厂", "平路水厂"),
            ],
        ),
        Kinship(
            "short_form",
            _short_form,
            [
                ("云岭机场三跑道", "云岭砚山机场第三跑道"),
                ("十运会主场馆", "全省第十届运动会主场馆"),
                ("二中分校", "第二中学城南分校"),
                ("砚山职教园", "砚山职业教育园区"),
                ("三中新校区", "第三中学新校区"),
                ("市疾控中心", "市疾病预防控制中心"),
                ("砚湖圣山景区", "砚湖圣山文化旅游景区"),
                ("茗溪绿色食品产业园", "茗溪食品产业园"),
                ("砚川民用运输机场", "砚川机场"),
                ("砚湖湿地", "城北砚湖湿地"),
                ("市疾控中心改造", "市疾病预防控制中心升级改造"),
                ("城管平台", "城市综合管理平台"),
                ("砚川师范学院新校区", "砚师院新校区"),
                ("云河里青年公寓", "人才青年公寓（云河里）"),
            ],
            [
                ("县医院", "县中医医院"),
                ("二中分校", "第三中学城南分校"),
                ("三中新校区", "第四中学新校区"),
                ("市人民医院", "市人民医院城南分院"),
                ("社区卫生服务中心", "健康社区卫生服务中心"),
                ("砚湖物流园", "砚湖物流园配套路网"),
                ("砚水水库", "砚水水库下游渠道"),
                ("民用运输机场", "机场"),
            ],
        ),
        Kinship(
            "genus",
            _genus,
            [
                ("云松湖铁路", "云松湖高铁"),
                ("云岭至松河铁路", "松云城际铁路"),
                ("湖松云铁路松河至云岭段", "松河至云岭高铁"),
            ],
            [("云松高铁", "云松城际"), ("云松高速", "云松公路"), ("云松铁路", "云湖高铁")],
            alone=True,
        ),
        Kinship(
            "owner",
            _owner,
            [
                ("汽车园", "鹤亭国际汽车产业园"),
                ("食品产业园", "鹤亭经开区食品产业园"),
                ("客运总站", "公路客运总站"),
            ],
            [
                ("产业园", "茗溪食品产业园"),
                ("博物馆", "砚山遗址博物馆"),
                ("变电站", "鹤亭变电站"),
                ("砚湖水厂", "砚湖水厂二期"),
                ("社区卫生服务中心", "健康社区卫生服务中心"),
                ("社区卫生服务中心", "鹤亭社区卫生服务中心"),
            ],
            alone=True,
        ),
        Kinship(
            "owner",
            _moved,
            [("云河跨海二通道", "第二跨海通道")],
            [("云河跨海三通道", "第二跨海通道")],
            alone=True,
        ),
        Kinship(
            "firm",
            _firm,
            [
                ("砚光半导体", "砚光半导体产业化项目"),
                ("鹤亭锂电池", "鹤亭锂电池材料项目"),
                ("雪梅在建项目", "墨池市雪梅啤酒迁建项目"),
            ],
            [("砚光半导体", "砚湖半导体产业化项目")],
            alone=True,
        ),
    )


def holds_alone(likeness: float, because: str) -> bool:
    """Tell whether two names are one project's only where neither is like any other."""
    return likeness < ALIKE or any(kinship.alone for kinship in kinships() if kinship.name == because)
