"""Text that is put together from what reports are made of gives facts on its words, whatever the order."""

import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportparse import Report, ReportparseError, extract, to_json
from tests.test_mutations import held

EXAMPLES = int(os.environ.get("FUZZ", "0"))
fuzzing = settings(
    max_examples=EXAMPLES or 80,
    derandomize=not EXAMPLES,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

HEAD = """云州市人民政府工作报告
2031年1月10日在云州市第五届人民代表大会第一次会议上
市长　何为
各位代表：
"""


def one_of(words: str) -> st.SearchStrategy[str]:
    """Take one of some words, between which white space stands."""
    return st.sampled_from(words.split())


DIGITS = st.one_of(
    st.decimals(0, 10**9, places=2).map(str),
    st.integers(0, 10**40).map(str),
    st.text("0123456789.,，．０１２３４５６７８９", min_size=1, max_size=12),
    st.text("零〇一二三四五六七八九十百千万亿两半几数多余", min_size=1, max_size=8),
    one_of("2031 2030 2030-2035 1:2.5 1/3 三分之一 百分之五 -3.5 ±2 ½ ⑫ Ⅳ"),
)
UNITS = one_of(
    """% ％ ‰ 个百分点 个点 位 倍 番 成 万 亿 万亿 亿元 万元 美元 元/吨 公里 平方公里 ㎡ ℃ 微克/立方米
    万人次 人 户 家 项 件 所 座 条 千瓦时 万千瓦 吨标准煤 亩 年 月 日 天 小时"""
)
NAMES = one_of(
    """地区生产总值 一般公共预算收入 GDP PM2.5平均浓度 规模以上工业增加值 居民收入 城镇新增就业 粮食产量
    研发投入强度 三次产业结构 云州高铁 青藤岭水库 市中心医院东院区二期 一批重点项目 老旧小区 营商环境 5G基站
    “一件事一次办” 《云州市条例》 云州市 全省 国家"""
)
VERBS = one_of(
    """增长 下降 提高 达到 突破 控制在 保持 力争 确保 完成 实现 开工 建成 投用 推进 加快 谋划 新建 改造 新增
    培育 打造 支持 深化 取得 获得 由 到 从 降至 翻 压减 将 把 让 使 被 不得 没有 争取 启动 出台 用好 严禁"""
)
WORDS = one_of(
    """和 及 与 或 以及 、 的 等 左右 以上 以下 以内 超过 不低于 约 近 各 均 分别 其中 同比 年均 累计 比上年
    今年 去年 全年 年内 6月底前 到2035年 “十六五”期间 五年来 目前 已 正在 继续 计划 预计 也 都 不 同步 持平
    高于 全国 平均水平 占 比重 之一 为 是 有 中 上 内"""
)
MARKS = st.one_of(
    one_of("， 。 ； ： ！ ？ 、 （ ） ( ) “ ” 《 》 —— - — · ~ … / | # ** > ` < & : , ."),
    st.sampled_from(("\t", " ", "\u3000", "\xa0")),
)
NUMBERING = one_of(
    """一、 二、 （一） （十二） 1. 2． 3、 （1） ① 一是 二是 第一， 第二部分 —— 附件： 附件1 名词解释
    各位代表！ # ## - * 十一、"""
)
ODD = st.one_of(
    st.sampled_from(
        ("\u200b", "\ufeff", "\x01", "\x85", "\u2028", "\u202e", "\ue000", "e\u0301", "\u1100\u1161")
    ),
    one_of("𬭊 ㎡ ｋｍ é 👍🏽 가"),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=3),
)

PIECE = st.one_of(DIGITS, UNITS, NAMES, NAMES, VERBS, VERBS, WORDS, WORDS, MARKS, ODD)
FIGURE = st.tuples(NAMES, VERBS, DIGITS, UNITS, WORDS).map("".join)
RUN = st.tuples(PIECE, st.integers(2, 20)).map(lambda run: run[0] * run[1])
SENTENCE = st.lists(st.one_of(PIECE, PIECE, FIGURE, FIGURE, RUN), max_size=14).map("".join)
BREAK = st.sampled_from(("\n", "\n\n", "\r\n", "\n　　", "。\n", "\n# ", "\n| ", ""))
PARAGRAPH = st.tuples(st.one_of(st.just(""), NUMBERING), SENTENCE, BREAK).map("".join)
TITLES = st.sampled_from(
    (
        "",
        "一、2030年工作回顾\n",
        "二、2031年重点工作\n",
        "（一）主要预期目标\n",
        "附件：民生实事\n",
        "名词解释\n",
    )
)
TEXT = st.lists(st.tuples(TITLES, PARAGRAPH).map("".join), min_size=1, max_size=8).map("".join)


def read(text: str, ending: str) -> Report | None:
    """Extract a text behind the head of a report, None where it is refused with a sentence and a hint."""
    try:
        return extract((HEAD + text).encode(), name=f"report.{ending}")
    except ReportparseError as error:
        assert str(error)
        assert error.hint
        return None


@fuzzing
@given(TEXT, st.sampled_from(("txt", "md")))
def test_any_text_gives_facts_on_its_words(text: str, ending: str) -> None:
    """Never an exception, quotes are slices, the JSON fits the schema, and it is the same at the second time."""
    report = read(text, ending)
    if report is not None:
        held(report)
        again = read(text, ending)
        assert again is not None
        assert to_json(again) == to_json(report)


@fuzzing
@given(SENTENCE)
def test_any_sentence_is_read_or_declined(sentence: str) -> None:
    """Behind a heading that looks ahead, where all kinds of facts are read."""
    report = read(f"二、2031年重点工作\n{sentence}。\n", "txt")
    if report is not None:
        held(report)


def test_a_run_of_scales_is_read_or_declined() -> None:
    """Like any number that is too long."""
    read(f"二、2031年重点工作\n完成投资5{'亿' * 12}元。\n", "txt")
