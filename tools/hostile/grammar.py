"""Sentences that make a grammar work: runs of one mark, endless numbers, many of everything."""

from functools import partial

from tools.hostile.case import case
from tools.hostile.words import FACT, PARAGRAPH, SENTENCE, TEXT, times, with_inside

RUNS = {
    "digits": "9",
    "chinese_digits": "九",
    "tens": "十",
    "commas": "、",
    "brackets": "（",
    "closed_brackets": "（）",
    "book_marks": "《",
    "quotation_marks": "“",
    "hundred_millions": "亿",
    "ten_thousands": "万",
    "bounds": "以上",
    "ands": "和",
    "points": ".",
    "percents": "%",
    "years": "2031年",
    "numbers": "5.5%、",
    "dashes": "——",
    "names": "云岭大桥、",
    "of": "的",
    "verbs": "推进",
    "adverbs": "全力",
    "sections": "（一）",
    "firstly": "一是",
    "this_year": "今年",
    "ranges": "5-",
    "letters": "A",
    "han": "云",
}
"""What is repeated within a sentence of the report, to 100,000 letters."""

LETTERS = 100_000


def _run(unit: str) -> bytes:
    middle = f"今年{FACT}，{unit * (LETTERS // len(unit))}，新增学位1.2万个。"
    return (times("我们坚持稳中求进。\n", 2 * LETTERS) + with_inside(middle).decode()).encode()


for _name, _unit in RUNS.items():
    _make = partial(_run, _unit)
    _make.__name__ = f"run_of_{_name}"  # type: ignore[attr-defined]
    _make.__doc__ = f"100,000 letters of {_unit} in a sentence."
    case("txt")(_make)


@case("txt", FACT)
def openings_before_an_amount() -> bytes:
    """其中, 今年, 全年, 同时, 目前 a thousand times before 棚2350亩."""
    return with_inside("其中，今年全年，同时，目前" * 200 + "棚2350亩。")


@case("txt", FACT)
def openings_without_commas() -> bytes:
    """其中今年全年同时目前 a thousand times before 棚2350亩."""
    return with_inside("其中今年全年同时目前" * 200 + "棚2350亩。")


@case("txt", FACT)
def number_of_29_digits() -> bytes:
    """Numbers of 29 digits, and of 17 with 万亿."""
    return with_inside(f"完成投资{'9' * 29}亿元，增长{'7' * 17}万亿元，达到{'8' * 400}.{'8' * 400}元。")


@case("txt", FACT)
def number_in_chinese_of_10_000() -> bytes:
    """A number of 10,000 Chinese digits and scales."""
    return with_inside(f"完成投资{'九千' * 5000}亿元，{'三百万亿' * 2500}元，{'二分之' * 3000}一。")


@case("txt", FACT)
def paragraphs_20_000() -> bytes:
    """20,000 paragraphs of the usual kind."""
    return (TEXT + "\n" + f"{PARAGRAPH[3:]}\n" * 20_000).encode()


@case("txt", FACT)
def sentences_20_000() -> bytes:
    """A paragraph of 20,000 sentences."""
    return with_inside(SENTENCE * 20_000)


@case("txt", FACT)
def clauses_20_000() -> bytes:
    """A sentence of 20,000 clauses."""
    return with_inside("加快建设云湖高速公路，" * 20_000 + "完成投资52亿元。")


@case("txt", FACT)
def headings_20_000() -> bytes:
    """20,000 headings and nothing below them."""
    return with_inside(
        "\n".join(f"（{'一二三四五六七八九'[at % 9]}）抓好第{at}项工作" for at in range(20_000))
    )


@case("txt", FACT)
def projects_10_000() -> bytes:
    """10,000 projects, each with a name of its own."""
    names = (f"开工{chr(0x4E00 + at // 100)}{chr(0x5E00 + at % 100)}湖大桥" for at in range(10_000))
    return with_inside("。\n".join(names))


@case("txt", FACT)
def projects_10_000_in_one_list() -> bytes:
    """A list of 10,000 projects in one sentence."""
    names = (f"{chr(0x4E00 + at // 100)}{chr(0x5E00 + at % 100)}湖大桥" for at in range(10_000))
    return with_inside(f"开工{'、'.join(names)}等项目。")


@case("txt", FACT)
def facts_10_000() -> bytes:
    """10,000 figures, each of an indicator of its own."""
    return with_inside("。".join(f"云岭{chr(0x4E00 + at)}产量增长{at}.5%" for at in range(10_000)))
