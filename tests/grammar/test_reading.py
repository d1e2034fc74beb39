"""The one reading of a sentence: words, their classes, phrases, and lists spelled out."""

import pytest

from reportparse.grammar.members import members
from reportparse.grammar.reading import read
from reportparse.lexicon import load
from reportparse.text import fold


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("高标准推进绿道建设55公里", "verb 高标准推进|noun 绿道|verb 建设|amount 55公里"),
        ("粮食产量在旱情影响下达到86万吨", "noun 粮食产量|aside 在旱情影响下|verb 达到|amount 86万吨"),
        ("加快砚川产业园建设", "verb 加快|noun 砚川产业园建设"),
        ("完善农村教师补充机制", "verb 完善|noun 农村教师补充机制"),
        ("支持企业开展技术改造", "verb 支持|noun 企业|verb 开展|noun 技术改造"),
        ("建成技术应用推进中心", "verb 建成|noun 技术应用推进中心"),
        ("城西养护院开工", "noun 城西养护院|verb 开工"),
        ("新投运充电站30座", "verb 新投运|noun 充电站|amount 30座"),
        ("统筹推进灾后重建", "verb 统筹推进|noun 灾后|noun 重建"),
        ("充分发挥水利优势", "verb 充分发挥|noun 水利优势"),
        ("失业率控制在4%以内", "noun 失业率|verb 控制|amount 4%以内"),
        ("推进山大创新港建设", "verb 推进|noun 山大创新港建设"),
        ("6月底前完成勘察", "aside 6月底前|verb 完成|noun 勘察"),
        ("6月30日前完成勘察", "aside 6月30日前|verb 完成|noun 勘察"),
        ("5月中旬以前完成勘察", "aside 5月中旬以前|verb 完成|noun 勘察"),
        ("三年内建成", "aside 三年内|verb 建成"),
        ("将两项税率降至5%", "aside 将两项税率|verb 降至|amount 5%"),
        ("发行抗疫特别国债", "verb 发行|noun 抗疫特别国债"),
        ("新增规模化供水村庄40个", "verb 新增|noun 规模化供水村庄|amount 40个"),
        ("滩区6万人圆了安居梦", "noun 滩区|amount 6万人|verb 圆了|noun 安居梦"),
        ("网上可办率超过98%", "noun 网上可办率|amount 超过98%"),
        ("引进青年人才60人", "verb 引进|noun 青年人才|amount 60人"),
        ("完成6栋沿街楼房亮化", "verb 完成|amount 6栋|noun 沿街楼房亮化"),
        ("政务服务持续改革", "noun 政务服务|verb 持续改革"),
        ("城西竞赛馆建成", "noun 城西竞赛馆|verb 建成"),
        ("推广率达到9%", "noun 推广率|verb 达到|amount 9%"),
        ("完成6万平方米既有建筑节能改造", "verb 完成|amount 6万平方米|noun 既有建筑节能改造"),
        ("14项支持事项全部下放", "amount 14项|noun 支持事项|verb 全部下放"),
        ("北溪灌区二期建成通水", "noun 北溪灌区二期|verb 建成通水"),
        ("推进成渝中线高铁建设", "verb 推进|noun 成渝中线高铁建设"),
        ("推进什邡通用机场建设", "verb 推进|noun 什邡通用机场建设"),
        ("产业园和长三角科创走廊", "noun 产业园和长三角科创走廊"),
        ("水土保持工程", "noun 水土保持工程"),
        ("伊顺、砚家营等市场", "noun 伊顺、砚家营等市场"),
        ("修砚川路", "verb 修|noun 砚川路"),
        ("将执法与服务有机融合", "aside 将执法与服务|verb 有机融合"),
        ("推动数实融合", "verb 推动|noun 数实融合"),
        ("住房保障率100%", "noun 住房保障率|amount 100%"),
        ("处置低效用地2000亩", "verb 处置|noun 低效用地|amount 2000亩"),
        ("去年末存款余额增长8%", "aside 去年末|noun 存款余额|verb 增长|amount 8%"),
        ("加快建设和砚高速、和安大道", "verb 加快建设|noun 和砚高速、和安大道"),
        ("整修和扩建旧校舍", "verb 整修和扩建|noun 旧校舍"),
        ("确保16个产粮镇应种尽种", "verb 确保|amount 16个|noun 产粮镇|verb 应种尽种"),
        ("新建泵站、闸门各5座", "verb 新建|noun 泵站、闸门|amount 5座"),
        ("做好第二中学前期工作", "verb 做好|noun 第二中学前期工作"),
        ("加快建设中湄产业园", "verb 加快建设|noun 中湄产业园"),
        ("推进会龙坪片区更新", "verb 推进|noun 会龙坪片区更新"),
        ("向改革要动力", "aside 向改革|verb 要|noun 动力"),
        ("共同缔造中走在前列", "verb 共同缔造|verb 走|noun 前列"),
        ("5个达到Ⅲ级水平的学科", "amount 5个|verb 达到|noun Ⅲ级水平的学科"),
    ],
)
def test_phrases(text: str, phrases: str) -> None:
    """A clause falls into noun phrases, verb groups, amounts and asides that end where words do."""
    reading = read(fold(text), load())
    found = (f"{p.kind} {reading.words(p.first, p.last)}" for c in reading.clauses for p in c.phrases)
    assert "|".join(found) == phrases


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("济松、济莱高铁", "济松高铁|济莱高铁"),
        ("云河、砚山等4个抽水蓄能电站", "云河抽水蓄能电站|砚山抽水蓄能电站"),
        ("柳河、青浦、新安3个通用机场", "柳河通用机场|青浦通用机场|新安通用机场"),
        ("青云、下渚小学", "青云小学|下渚小学"),
        ("双鹿、金鸡岭消防站", "双鹿消防站|金鸡岭消防站"),
        ("日云、松河至五岭高铁", "日云高铁|松河至五岭高铁"),
        ("双口、巴塘水电站和查口光伏", "双口水电站|巴塘水电站|查口光伏"),
        ("轨道交通5、6号线", "轨道交通5号线|轨道交通6号线"),
        ("轨道交通6号线、8号线一期", "轨道交通6号线|轨道交通8号线一期"),
        ("松塘水库以及白浦水厂", "松塘水库|白浦水厂"),
        ("砚川1号线、六河电厂二期", "砚川1号线|六河电厂二期"),
        ("云河至砚山高速", "云河至砚山高速"),
        ("云河高速与砚山大道连接线", "云河高速与砚山大道连接线"),
        ("松塘河保护和修复工程", "松塘河保护和修复工程"),
        ("云河、砚山两个220千伏变电站", "云河220千伏变电站|砚山220千伏变电站"),
        ("三川酰胺及尼龙、云普原料及磷酸铁、松瑞电池", "三川酰胺及尼龙|云普原料及磷酸铁|松瑞电池"),
    ],
)
def test_members_of_works(text: str, names: str) -> None:
    """A member without an end takes that of the next one, or the class behind 等 or a count."""
    reading = read(fold(text), load())
    found = members(reading, 0, len(reading.tokens), lambda token: token.is_head)
    assert "|".join(member.name for member in found) == names
