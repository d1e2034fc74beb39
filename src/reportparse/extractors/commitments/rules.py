"""Show the rules of commitments, one for each way in which a clause's verb is found, with examples."""

import regex

from reportparse.extractors.commitments.promise import Promise, promises
from reportparse.grammar.predicate import Manner
from reportparse.lexicon import Lexicon
from reportparse.rule import Match, Rule

_SENTENCE = regex.compile(r"[^。！？]+[。！？]?")

_EXAMPLES: dict[Manner, tuple[tuple[str, str], ...]] = {
    "head": (
        ("加快建设东港码头。", "加快 | 建设东港码头"),
        ("高标准建设湿地公园。", "建设 | 湿地公园"),
        ("我们将积极推进旧渠改造，", "推进 | 旧渠改造"),
        ("要抓好冬季供暖。", "抓好 | 冬季供暖"),
        ("办实办好民生小事。", "办实 | 民生小事"),
        ("更大力度解决好停车难问题。", "解决 | 停车难问题"),
        ("建立健全河湖巡查机制。", "建立 | 河湖巡查机制"),
        ("新建泵站12座。", "新建 | 泵站12座"),
        ("新开工安置房900套。", "开工 | 安置房900套"),
        ("集中建设渔港3座。", "建设 | 渔港3座"),
        ("统筹城乡用地。", "统筹 | 城乡用地"),
        ("力争外贸总额增长6%。", "力争 | 外贸总额增长6%"),
        ("决不允许新增欠薪。", "允许 | 新增欠薪"),
        ("拟安排防汛资金4亿元。", "安排 | 防汛资金4亿元"),
        ("紧扣水网规划，完善北片管网，", "完善 | 北片管网"),
    ),
    "phrase": (
        ("把惠民政策落到实处。", "落到 | 惠民政策"),
        ("将两项税率降至5%。", "降至 | 两项税率"),
        ("以科技创新带动产业升级。", "带动 | 产业升级"),
        ("依托老港区建设物流园。", "建设 | 物流园"),
        ("在渔业、林业等领域，培育一批新品牌。", "培育 | 一批新品牌"),
    ),
    "subject": (
        ("各乡镇要带头压减会议。", "压减 | 会议"),
        ("全部窗口力争周末开放。", "力争 | 全部窗口"),
        ("外来学生可享受同等待遇。", "享受 | 同等待遇"),
    ),
    "reach": (
        ("进出口总额增长15%以上。", "增长 | 进出口总额"),
        ("低保标准提高到每月800元。", "提高 | 低保标准"),
        ("登记失业率不高于4%。", "不高于 | 登记失业率"),
    ),
    "occur": (
        ("环湖公路建成通车。", "建成 | 环湖公路"),
        ("村级养老服务全覆盖。", "覆盖 | 村级养老服务"),
    ),
    "guess": (),
    "none": (("粮食产量90万吨以上。", " | 粮食产量90万吨以上"),),
}

_REJECTS: dict[Manner, tuple[str, ...]] = {
    "head": (
        "按照应修尽修的原则，",
        "围绕建设水网的目标，",
        "优化营商环境是一项长期任务。",
        "去年我们完成了旧桥加固。",
        "这是推动转型的关键之举。",
        "坚信山乡明天更加美好。",
        "各位代表！",
    ),
    "phrase": ("以水利枢纽为龙头，", "为山区振兴提供有力支撑。", "通过这些措施，"),
    "subject": ("让群众办事更加方便。",),
    "none": ("新的征程，",),
}


def rules(lexicon: Lexicon) -> tuple[Rule[Promise], ...]:
    """Give a rule for each manner of reading a predicate. A rule reads a sentence's first promise of its manner."""
    return tuple(_rule(manner, lexicon) for manner in _EXAMPLES)


def _rule(manner: Manner, lexicon: Lexicon) -> Rule[Promise]:
    def build(found: Match) -> Promise | None:
        given = promises(found.string, *found.span(), lexicon)
        return next((promise for promise in given if promise.predicate.manner == manner), None)

    return Rule(manner, _SENTENCE, build, _EXAMPLES[manner], _REJECTS.get(manner, ()))
