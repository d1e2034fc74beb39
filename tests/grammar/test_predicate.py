"""Hold the reading of predicates, and the cutting of clauses that hold several."""

import pytest

from reportparse.grammar.coordination import coordinated
from reportparse.grammar.predicate import predicate
from reportparse.grammar.reading import read
from reportparse.lexicon import load
from reportparse.text import fold

PREDICATES = [
    ("加快建设云溪大桥", "加快", "建设云溪大桥", "head"),
    ("统筹推进灾后重建", "推进", "灾后重建", "head"),
    ("统筹发展和安全", "统筹", "发展和安全", "head"),
    ("严格监督管理", "严格", "监督管理", "head"),
    ("做大做强临港产业", "做大", "临港产业", "head"),
    ("落实和完善惠企政策", "落实", "惠企政策", "head"),
    ("补短板强弱项", "补", "短板强弱项", "head"),
    ("新（改）建农村公路90公里", "新（改）建", "农村公路90公里", "head"),
    ("到2030年建成环湖铁路", "建成", "环湖铁路", "head"),
    ("“一企一策”帮扶重点企业", "帮扶", "重点企业", "head"),
    ("增长9%", "增长", "9%", "reach"),
    ("投资增长9%以上", "增长", "投资", "reach"),
    ("建设用地供应增长5%", "增长", "建设用地供应", "reach"),
    ("粮食产量稳定在90万吨", "稳定", "粮食产量", "reach"),
    ("年收入8万元以上的村占比达到六成", "达到", "年收入8万元以上的村占比", "reach"),
    ("积极服务和融入发展大局", "服务", "发展大局", "head"),
    ("升级改造乡村道路超90公里", "升级", "乡村道路超90公里", "head"),
    ("检测样品应检尽检", "应检尽检", "检测样品", "occur"),
    ("公务用车全部新能源化", "新能源化", "公务用车", "occur"),
    ("把山乡文旅品牌擦亮擦响", "擦亮", "山乡文旅品牌", "phrase"),
    ("将三个镇纳入试点", "纳入", "三个镇", "phrase"),
    ("对困难家庭给予一次性补助", "给予", "一次性补助", "phrase"),
    ("以水权改革引领产业创新", "引领", "产业创新", "phrase"),
    ("在绿色转型中培育新动能", "培育", "新动能", "phrase"),
    ("推进前期的要抓紧完成报批手续", "完成", "报批手续", "subject"),
    ("北环高速建成通车", "建成", "北环高速", "occur"),
    ("接报火警下降11%", "下降", "接报火警", "reach"),
    ("惠民便利店覆盖60%以上的村", "覆盖", "惠民便利店", "reach"),
    ("年收入超8万元的村达到15个", "达到", "年收入超8万元的村", "reach"),
    ("粮食产量持续增长3%", "增长", "粮食产量", "reach"),
    ("医疗队下沉到乡镇", "下沉", "乡镇", "subject"),
    ("新增财力继续向山乡倾斜", "倾斜", "新增财力", "subject"),
    ("培训补助政策向山乡倾斜", "倾斜", "培训补助政策", "subject"),
    ("推动医疗资源向山乡倾斜", "推动", "医疗资源向山乡倾斜", "head"),
    ("60%以上的中学通过市级达标验收", "通过", "市级达标验收", "subject"),
    ("继续为化解用水难题发挥示范作用", "发挥", "示范作用", "phrase"),
    ("将创业补贴范围扩大到全县", "扩大", "创业补贴范围", "phrase"),
    ("变荒坡为果园", "变", "荒坡为果园", "head"),
    ("解放和发展农村生产力", "解放", "农村生产力", "head"),
    ("坚持和完善河湖巡查制度", "坚持", "河湖巡查制度", "head"),
    ("合理配置和充分利用水资源", "配置", "水资源", "head"),
    ("建立和完善帮扶机制", "建立", "帮扶机制", "head"),
    ("打造具有山乡特色的集市", "打造", "具有山乡特色的集市", "head"),
    ("实施提振夜间消费专项行动", "实施", "提振夜间消费专项行动", "head"),
    ("大力进行改造提升", "进行", "改造提升", "head"),
    ("发展更高层次的服务业", "发展", "更高层次的服务业", "head"),
    ("以一域之稳服务全省大局", "服务", "全省大局", "phrase"),
    ("突出重点领域风险防控", "突出", "重点领域风险防控", "head"),
    ("强化协同联动", "强化", "协同联动", "head"),
    ("把惠民阳光更多洒向山乡", "洒向", "惠民阳光", "phrase"),
    ("严密防范、严厉打击违法捕捞行为", "防范", "违法捕捞行为", "head"),
    ("探索、推广治水新模式", "探索", "治水新模式", "head"),
    ("抓实签约、落地、投产环节", "抓实", "签约、落地、投产环节", "head"),
    ("对违规者依法严惩、对守法者无事不扰", "严惩", "", "phrase"),
    ("对历年已完成整改问题开展“回头看”", "开展", "“回头看”", "phrase"),
    ("善于利用和转化生态优势", "利用", "生态优势", "head"),
    ("在新起点上坚定走好振兴之路", "走好", "振兴之路", "phrase"),
    ("在更高起点上建设生态强县", "建设", "生态强县", "phrase"),
    ("节能减排减污降碳完成省级目标", "完成", "省级目标", "subject"),
    ("精准帮扶农村劳动力就业", "帮扶", "农村劳动力就业", "head"),
    ("完成好全年工作任务", "完成", "全年工作任务", "head"),
    ("做好收集归档资料工作", "做好", "收集归档资料工作", "head"),
    ("外贸总额90亿元、增长7%以上", "增长", "外贸总额90亿元", "reach"),
    ("粮食产量90万吨以上", "", "粮食产量90万吨以上", "none"),
    ("工业总产值比2020年翻一番", "翻", "工业总产值", "reach"),
    ("失地农民补助标准由300元提高到360元", "提高", "失地农民补助标准", "reach"),
]

COORDINATIONS = [
    ("开工学校3所、建成医院2所", ["开工学校3所", "建成医院2所"]),
    ("推进跨县通办、丰富服务场景", ["推进跨县通办", "丰富服务场景"]),
    ("低保标准提高到800元、补贴标准提高到90元", ["低保标准提高到800元", "补贴标准提高到90元"]),
    ("推动龙头企业聚焦主业、做大做强", ["推动龙头企业聚焦主业、做大做强"]),
    ("提升抓改革、促发展的能力", ["提升抓改革、促发展的能力"]),
    ("工业投资、技改投资均增长9%", ["工业投资、技改投资均增长9%"]),
    ("确保开工率上半年达到40%、三季度达到80%", ["确保开工率上半年达到40%、三季度达到80%"]),
    ("力争项目开工60个、竣工30个", ["力争项目开工60个、竣工30个"]),
    ("力争接待游客90万人次、实现收入7亿元", ["力争接待游客90万人次", "实现收入7亿元"]),
    ("展示兴修水利、改善民生等方面取得的成就", ["展示兴修水利、改善民生等方面取得的成就"]),
    ("完善岗位开发、支付保障机制", ["完善岗位开发、支付保障机制"]),
    ("开展清理河道、整治村庄等行动", ["开展清理河道、整治村庄等行动"]),
]


@pytest.mark.parametrize(("text", "verb", "object_", "manner"), PREDICATES)
def test_verb_and_object_are_read_from_a_clause(text: str, verb: str, object_: str, manner: str) -> None:
    """The verb is the first of its predicate, without adverbs; the object is what it governs."""
    reading = read(fold(text), load())
    found = predicate(reading, 0, len(reading.tokens), load())
    assert (found.verb.of(text), found.object.of(text), found.manner) == (verb, object_, manner)


@pytest.mark.parametrize(("text", "clauses"), COORDINATIONS)
def test_predicates_joined_by_a_list_mark_are_cut(text: str, clauses: list[str]) -> None:
    """Lists of nouns, of doings under one verb, and what others are urged to do stay whole."""
    reading = read(fold(text), load())
    pieces = coordinated(reading, 0, len(reading.tokens), load())
    assert [reading.span(*piece).of(text) for piece in pieces] == clauses
