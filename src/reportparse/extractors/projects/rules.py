"""Show the ways of coming by a name as rules, each with examples and with what it must decline."""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from reportparse.extractors.projects import named
from reportparse.extractors.projects.mentions import Mention
from reportparse.lexicon import Lexicon
from reportparse.model import Outlook, Stage
from reportparse.rule import Match, Rule


@dataclass(frozen=True)
class Reading:
    """Be the projects that one way of naming finds in a sentence of a part that looks ahead."""

    found: tuple[tuple[Mention, Stage], ...]

    def __str__(self) -> str:
        """Give names with their stages: 云河高铁 started; 云河大桥 started."""
        return "; ".join(f"{mention.candidate.name} {stage}" for mention, stage in self.found)


_SENTENCE = regex.compile("[^。]+")


def rules(lexicon: Lexicon) -> tuple[Rule[Reading], ...]:
    """Give a rule for each way in which a name is come by; a project's `rule` is one of their names."""
    return tuple(
        Rule(f"project.{way}", _SENTENCE, _build(way == "named", lexicon), examples, rejects)
        for way, (examples, rejects) in _WAYS.items()
    )


def _build(own: bool, lexicon: Lexicon) -> Callable[[Match], Reading | None]:
    def build(match: Match) -> Reading | None:
        found = named(match[0], 0, Outlook.planned, lexicon)
        kept = tuple((mention, stage) for mention, stage in found if mention.candidate.own is own)
        return Reading(kept) if kept else None

    return build


_WAYS: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "named": (
        (
            ("开工建设云河大桥", "云河大桥 started"),
            ("云河国际会展中心正式投用", "云河国际会展中心 operating"),
            ("推进云河高铁前期工作", "云河高铁 planned"),
            ("加快云河水库、砚山水厂建设进度", "云河水库 under_construction; 砚山水厂 under_construction"),
            ("云河快速路完工、砚山隧道开工", "云河快速路 completed; 砚山隧道 started"),
            ("把砚湖公园建设成为城市会客厅", "砚湖公园 under_construction"),
            ("发挥砚山研究院作用", "砚山研究院 other"),
            ("市博物馆扩建工程主体完工", "市博物馆扩建工程 completed"),
        ),
        (
            "270个市重点项目开工建设",
            "推进老旧小区改造",
            "建成一批停车场、公共充电站",
            "依托云河产业园，发展新材料产业",
            "营商环境不断优化",
            "新增上市企业8家",
            "加强医院管理",
        ),
    ),
    "shared": (
        (
            ("加快云浦、云砚高铁建设", "云浦高铁 under_construction"),
            ("推进白塘、松溪等4座水库建设", "白塘水库 under_construction; 松溪水库 under_construction"),
            ("轨道交通5、6号线开通运营", "轨道交通5号线 operating"),
        ),
        ("推动供水、供电、燃气管网建设", "云河、砚山等区县创建示范区"),
    ),
}
