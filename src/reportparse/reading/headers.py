"""Know the header of a table that holds a report a row: what its columns are usually called."""

from typing import Final

import regex

USUAL: Final = {
    "text": (
        "doc", "text", "content", "report", "fulltext", "full_text", "body", "document",
        "正文", "全文", "文本", "内容", "报告", "原文", "报告内容", "报告全文", "报告正文",
        "政府工作报告", "政府工作报告全文", "工作报告", "文本内容",
    ),
    "place": (
        "place", "city", "prefecture", "county", "region", "area", "city_name", "cityname",
        "地名", "地区", "城市", "地级市", "市", "县", "区县", "县区", "城市名称", "城市名",
        "地市", "地区名称", "所在城市", "行政区",
    ),
    "province": ("province", "prov", "province_name", "省", "省份", "所属省份", "省份名称", "所在省份"),
    "year": ("year", "年", "年份", "年度", "报告年份", "所属年份"),
}  # fmt: skip
"""What the columns are usually called, the likeliest first; case and white space do not count."""

_SEVERAL = regex.compile(r"\w{1,12}(?:[,;\t]\w{1,12}){2,}")
_BETWEEN = regex.compile(r"[,;\t]")
_NAMES: Final = frozenset(name for names in USUAL.values() for name in names)
_TELLING: Final = frozenset(name for name in _NAMES if len(name) > 1 and "报告" not in name)
"""The names that show a header alone; of the others, which a title set with tabs may have as well, it takes two."""


def heads_reports(line: str) -> bool:
    """Tell the header of a table of reports from the first line of a report."""
    names = _NAMES.intersection(_BETWEEN.split(line)) if _SEVERAL.fullmatch(line) else frozenset()
    return len(names) > 1 or bool(names & _TELLING)
