"""Show the ways of naming a project as rules, each with examples and with what it must decline."""

from collections.abc import Callable
from dataclasses import dataclass

import regex

from reportparse.extractors.projects.reading import Mention, mentions
from reportparse.extractors.projects.stages import settle
from reportparse.lexicon import Lexicon
from reportparse.model import Outlook
from reportparse.rule import Match, Rule


@dataclass(frozen=True)
class Reading:
    """Be the projects that one way of naming finds in a sentence of a part that looks ahead."""

    mentions: tuple[Mention, ...]

    def __str__(self) -> str:
        """Give names with their stages: 云河高铁 started; 云河大桥 started."""
        return "; ".join(
            f"{mention.name} {settle(mention.words, Outlook.planned)}" for mention in self.mentions
        )


_SENTENCE = regex.compile("[^。]+")


def rules(lexicon: Lexicon) -> tuple[Rule[Reading], ...]:
    """Give a rule for each way in which a name is come by; a project's `rule` is one of their names."""
    return tuple(
        Rule(f"project.{way}", _SENTENCE, _build(way, lexicon), examples, rejects)
        for way, (examples, rejects) in _WAYS.items()
    )


def _build(way: str, lexicon: Lexicon) -> Callable[[Match], Reading | None]:
    def build(match: Match) -> Reading | None:
        found = tuple(
            mention
            for mention in mentions(match[0], match[0], 0, lexicon)
            if mention.rule == way and settle(mention.words, Outlook.planned)
        )
        return Reading(found) if found else None

    return build


_WAYS: dict[str, tuple[tuple[tuple[str, str], ...], tuple[str, ...]]] = {
    "named": (
        (
            ("开工建设云河大桥", "云河大桥 started"),
            ("云河国际会展中心正式投用", "云河国际会展中心 operating"),
            ("推进云河高铁前期工作", "云河高铁 planned"),
            ("加快云河水库、砚山水厂建设进度", "云河水库 under_construction; 砚山水厂 under_construction"),
            ("推动云河机场建成投用", "云河机场 operating"),
            ("启动云河实验室建设", "云河实验室 started"),
            (
                "积极推进砚山生命科学城及云河特医食品城规划建设",
                "砚山生命科学城 planned; 云河特医食品城 planned",
            ),
            ("支持砚山产业园加快发展", "砚山产业园 other"),
            ("支持云河医院新院区建设", "云河医院新院区 under_construction"),
            ("云河快速路完工、砚山隧道开工", "云河快速路 completed; 砚山隧道 started"),
            ("开工建设事关长远发展的引砚入云三期工程", "引砚入云三期工程 started"),
            ("在云河北站片区建设云锦设计产业集聚区", "云锦设计产业集聚区 under_construction"),
            (
                "砚山棚户区改造异地安置工程，当年完成投资3亿元",
                "砚山棚户区改造异地安置工程 under_construction",
            ),
            ("开工地铁6号线、8号线一期", "地铁6号线 started; 地铁8号线一期 started"),
            ("着力打造“中国云谷”", '"中国云谷" under_construction'),
            ("实施云河水环境综合治理", "云河水环境综合治理 under_construction"),
            ("市博物馆扩建工程主体完工", "市博物馆扩建工程 completed"),
        ),
        (
            "270个市重点项目开工建设",
            "推进老旧小区改造",
            "建成一批停车场、公共充电站",
            "实施绿色智造工程",
            "加快平安云河建设",
            "建成各类公园136处",
            "坚持以人民为中心",
            "深化利率市场化改革",
            "依托云河产业园，发展新材料产业",
            "营商环境不断优化",
            "推进“四好农村路”建设",
            "新增上市企业8家",
            "加强医院管理",
            "推动云河流域生态保护和高质量发展",
        ),
    ),
    "shared": (
        (
            ("加快云浦、云砚高铁建设", "云浦高铁 under_construction"),
            ("规划云河至南浦、砚山至北溪高铁项目", "云河至南浦高铁项目 planned"),
            ("加快砚谷科技园和产业园建设", "砚谷产业园 under_construction"),
        ),
        ("打造古朴、宁静的砚山古镇", "推动供水、供电、燃气管网建设"),
    ),
    "licensed": (
        (
            ("云锦科技云计算等入园项目开工建设", "云锦科技云计算 started"),
            ("砚华、云锦冷链等25个项目建成投产", "砚华 operating; 云锦冷链 operating"),
            (
                "统筹推进砚湖、云溪等湿地保护开发",
                "砚湖湿地保护开发 under_construction; 云溪湿地保护开发 under_construction",
            ),
        ),
        ("交通、水利、能源等重大项目加快推进", "羽毛球、游泳等活动广泛开展", "云河、砚山等区县创建示范区"),
    ),
    "side": ((("推进东、西外环公路建设", "东外环公路 under_construction"),), ("推进东、西部协作",)),
    "phase": (
        (("云河医院一期建成，二期工程开工建设", "云河医院二期工程 started"),),
        ("二期工程开工建设",),
    ),
    "fostered": (
        (("推动云河综保区协同联动", "云河综保区 other"), ("拓展砚山签证中心便民事项", "砚山签证中心 other")),
        ("推动有效市场和有为政府更好结合", "云河综保区协同联动"),
    ),
}
