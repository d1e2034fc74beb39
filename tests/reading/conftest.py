"""A short report of an invented city, and how it looks in each format."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest

PARAGRAPHS = (
    "政府工作报告",
    "——2023年1月9日在云江市第五届人民代表大会第三次会议上",
    "云江市人民政府市长 林远山",
    "各位代表：",
    "现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。",
    "一、2022年工作回顾",
    "过去一年，我们顶住压力、稳住大盘，全市地区生产总值达到1286.4亿元，增长5.2%，一般公共预算收入完成96.8亿元，"
    "同口径增长7.1%，规模以上工业增加值增长8.3%，固定资产投资增长9.6%，社会消费品零售总额突破500亿元，居民人均可支配收入"
    "达到32650元，经济运行稳中向好、质效齐升。",
    "（一）着力稳增长，经济实力迈上新台阶。大力实施项目攻坚年行动，228个市级重点项目完成投资410亿元，云江大桥建成通车，"
    "江北水厂二期投入使用，全年新增减税降费23.5亿元，新登记经营主体1.6万户，总量达到11.2万户，增长12.4%，市场活力不断增强。",
    "（二）着力促创新，发展动能加快转换。全社会研发投入占比达到2.46%，新增高新技术企业86家、专精特新企业41家，云江实验室揭牌运行，"
    "技术合同成交额增长35%，万人发明专利拥有量达到18.7件，创新型城市建设迈出坚实步伐。",
    "二、2023年工作安排",
    "今年经济社会发展主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长6.5%以上，城镇新增就业1.8万人以上，"
    "居民消费价格涨幅控制在3%左右，粮食产量稳定在68万吨以上，单位生产总值能耗完成省下达任务。",
    "（一）全力扩大有效投资。",
    "加快建设云江高铁新城，开工云湖高速公路，推进江南污水处理厂扩建，确保完成交通投资52亿元，力争新增专项债券60亿元以上，"
    "以高质量的项目支撑高质量的发展。",
    "（二）全力保障改善民生。",
    "新建改扩建学校16所，新增学位1.2万个，改造老旧小区48个，建成社区养老服务中心9处，让群众的获得感成色更足。",
    "各位代表！蓝图已经绘就，奋进正当其时。让我们同心同德、实干笃行，为建设富强美丽新云江而努力奋斗！",
)


@pytest.fixture(scope="session")
def paragraphs() -> tuple[str, ...]:
    """The paragraphs that every format must give."""
    return tuple(text.replace(" ", "") for text in PARAGRAPHS)


@pytest.fixture(scope="session")
def as_docx() -> Callable[..., bytes]:
    """Write paragraphs into a DOCX."""

    def make(texts: tuple[str, ...] = PARAGRAPHS) -> bytes:
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        out = BytesIO()
        document.save(out)
        return out.getvalue()

    return make
