"""Give the ordinary report that hostile inputs are made of, and runs of its parts."""

FACT = "新建改建学校16所"
TARGET = "地区生产总值增长6.5%左右"
LINES = (
    "政府工作报告",
    "——2031年1月9日在云岭市第五届人民代表大会第三次会议上",
    "云岭市人民政府市长　林远山",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议。",
    "一、2030年工作回顾",
    "过去一年，全市地区生产总值达到1286.4亿元，增长5.2%，一般公共预算收入完成96.8亿元，增长7.1%。",
    "（一）着力稳增长，经济实力迈上新台阶。云岭大桥建成通车，江北水厂二期投入使用，城镇新增就业1.6万人。",
    "二、2031年工作安排",
    f"今年经济社会发展主要预期目标是：{TARGET}，一般公共预算收入增长5%以上，城镇新增就业1.8万人以上。",
    "（一）全力扩大有效投资。加快建设云岭高铁新城，开工云湖高速公路，推进江南污水处理厂扩建。",
    f"（二）全力保障改善民生。{FACT}，新增学位1.2万个，改造老旧小区48个。",
    "各位代表！让我们同心同德、实干笃行，为建设富强美丽新云岭而努力奋斗！",
)
TEXT = "\n".join(LINES)
BODY = "\n".join(LINES[5:])
"""The report from its first heading on: what can be repeated."""

PARAGRAPH = LINES[7]
SENTENCE = "加快建设云湖高速公路，完成投资52亿元，增长6.5%。"


def times(text: str, size: int) -> str:
    """Repeat a text until it has so many bytes as UTF-8, or some more."""
    return text * (size // len(text.encode()) + 1)


def with_inside(middle: str) -> bytes:
    """Give the report with a paragraph of one's own before the last."""
    return "\n".join((*LINES[:-1], middle, LINES[-1])).encode()
