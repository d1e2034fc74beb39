"""Commitments: done, repeated, dropped, new; one to one."""

from collections import Counter

import pytest

from reportparse.compare import compare
from reportparse.model import Commitment, Measure, Outlook, Stage
from reportparse.model.comparison import ComparedCommitment, Fate, Reported
from tests.compare.making import commitment, figure, project, report


def _rows(
    old: list[Commitment], new: list[Commitment], review: tuple[str, ...] = ()
) -> tuple[ComparedCommitment, ...]:
    return compare([report(2020, commitments=old), report(2021, commitments=new, review=review)]).commitments


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("推进砚川高新区扩区调位", "加快砚川高新区扩区调位步伐"),
        ("健全防汛抗旱应急机制", "完善防汛抗旱应急机制"),
        ("出台《砚川市停车管理条例》", "推动出台《砚川市停车管理条例》"),
        ("严肃处理各种侵权案", "对侵权案依法惩处"),
        ("落实各项工作", "落实各项工作"),
        ("筹办砚川市青年运动会", "认真做好砚川市青年运动会筹备工作"),
    ],
)
def test_what_is_promised_again(old: str, new: str) -> None:
    """Other verbs and adverbs leave it the same promise; words that say nothing only count verbatim."""
    (row,) = _rows([commitment(old)], [commitment(new)])
    assert row.fate is Fate.repeated
    assert (row.likeness == 1) is (old == new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("加大文物保护力度", "加大招商引资力度"),
        ("提高城镇低保标准", "提高农村低保标准"),
        ("推进环湖快速路一期建设", "推进环湖快速路二期建设"),
        ("落实各项工作", "做好各项工作"),
        ("发挥企业主体作用", "更好发挥政府主体作用"),
        ("严肃处理问题", "依法惩处问题"),
    ],
)
def test_what_only_sounds_alike(old: str, new: str) -> None:
    """Shared verbs and common nouns make no pair."""
    assert Counter(row.fate for row in _rows([commitment(old)], [commitment(new)])) == {
        Fate.dropped: 1,
        Fate.new: 1,
    }


@pytest.mark.parametrize(
    ("told", "fate"),
    [("砚川景区接待游客突破6.3万人次", Fate.done), ("砚川景区接待游客水平进一步提高", Fate.dropped)],
)
def test_a_promised_number_is_answered_by_a_number(told: str, fate: Fate) -> None:
    """What is only said to be better, or measured in another unit, tells nothing of it."""
    target = figure("砚川景区接待游客", "6", "万人次", measure=Measure.level, period="2020")
    promise = commitment("砚川景区接待游客突破6万人次", targets=("t1",))
    results = [figure("砚川景区接待游客", "6.3", "万人次", measure=Measure.level)] if "6.3" in told else []
    old = report(2020, targets=[target], commitments=[promise])
    (row,) = compare([old, report(2021, results=results, review=(f"{told}。",))]).commitments
    assert row.fate is fate


def test_what_the_review_tells_is_done() -> None:
    """`new` is then the passage, with its place."""
    review = ("一年来，砚川高新区扩区调位顺利完成，各项工作取得成效。",)
    (row,) = _rows([commitment("推进砚川高新区扩区调位")], [], review)
    assert row.fate is Fate.done
    assert isinstance(row.new, Reported)
    assert review[0][row.new.at.start : row.new.at.end] == row.new.quote


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("推广节水灌溉", "节水灌溉面积达到9万亩"),
        ("培育一批夜间市集", "夜间市集由4个增至9个"),
        ("整治河道采砂和违规捕捞", "查处违规捕捞案件31起"),
        ("打造“砚川红茶”区域品牌", "“砚川红茶”入选地理标志名录"),
        ("盘活国有闲置厂房", "盘活国有厂房2.4万平方米"),
    ],
)
def test_a_promise_is_done_by_its_object_with_another_verb(promise: str, told: str) -> None:
    """The clause has its very letters, the last member of its list, its title, or the most of its words."""
    (row,) = _rows([commitment(promise)], [], (f"{told}。",))
    assert (row.fate, row.because) == (Fate.done, "words")


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("提升实力", "综合实力显著增强"),
        ("维护海外侨胞和归侨侨眷合法权益", "海外侨胞捐款捐物"),
        ("推广节水灌溉", "灌区渠系建设加快"),
        ("扩大技能培训", "技能人才待遇提高、培训基地挂牌"),
    ],
)
def test_a_word_of_the_object_alone_tells_of_nothing(promise: str, told: str) -> None:
    """A short or common word, a first member without its head, words of another thing."""
    (row,) = _rows([commitment(promise)], [], (f"{told}。",))
    assert row.fate is Fate.dropped


def test_a_promise_on_another_project_is_another() -> None:
    """砚湖公园 and 云湖公园 have all but a name in common; one project told in two ways is one promise."""
    names = (("砚湖公园", "云湖公园"), ("云岭至松河高速公路", "云松高速云岭段"))
    fates = []
    for older, newer in names:
        old = commitment(f"建设{older}", projects=("j1",))
        new = commitment(f"加快{newer}建设", projects=("j1",))
        reports = [
            report(2020, commitments=[old], projects=[project(older, Stage.under_construction)]),
            report(2021, commitments=[new], projects=[project(newer, Stage.under_construction)]),
        ]
        fates.append(compare(reports).commitments[0].fate)
    assert fates == [Fate.dropped, Fate.repeated]


@pytest.mark.parametrize(("again", "fate"), [(True, Fate.repeated), (False, Fate.dropped)])
def test_a_promise_on_what_was_set_back(again: bool, fate: Fate) -> None:
    """续建 is repeated where the plan promises on the stadium again, however little; nothing is done of it."""
    old = commitment("续建墨池体育场", projects=("j1",))
    new = [commitment("优化墨池体育场设计方案", projects=("j1",))] if again else []
    older = report(2020, commitments=[old], projects=[project("墨池体育场", Stage.under_construction)])
    newer = report(2021, commitments=new, projects=[project("墨池体育场", Stage.planned)])
    assert compare([older, newer]).commitments[0].fate is fate


def test_of_several_promised_projects_all_have_to_be_told() -> None:
    """建成甲、乙两所学校 is done by one of them, and short."""
    schools = [
        project(f"{name}小学", Stage.completed, id_=f"j{at}") for at, name in enumerate(("白塘", "柳沟"), 1)
    ]
    promise = commitment("建成白塘小学和柳沟小学", projects=("j1", "j2"))
    for built, short in ((schools[:1], True), (schools, False)):
        review = [school.model_copy(update={"outlook": Outlook.done}) for school in built]
        newer = report(2021, projects=review, review=("白塘小学建成。",))
        (row,) = compare([report(2020, commitments=[promise], projects=schools), newer]).commitments
        assert (row.fate, row.because, row.short) == (Fate.done, "project", short)


def test_thanks_tell_of_nothing() -> None:
    """我代表…向… names those who are thanked, and no work."""
    promise = commitment("认真办理人大代表建议和政协委员提案")
    (row,) = _rows([promise], [], ("我代表市政府，向人大代表、政协委员，表示衷心的感谢。",))
    assert row.fate is Fate.dropped


def test_a_list_told_again_among_others() -> None:
    """One member is not enough to be known by, all of them are."""
    promise = commitment("稳步推进棚户区、城中村改造")
    told = "加快实施城中村、砖瓦窑厂、铁路货场、纺织车间、沿街商铺、{}改造。"
    fates = [_rows([promise], [], (told.format(last),))[0].fate for last in ("棚户区", "机械车间")]
    assert fates == [Fate.done, Fate.dropped]


OTHERS = [
    "改造砚川汽配城", "举办墨池灯会", "疏浚云溪", "种植油茶", "培训乡村医生", "排查燃气隐患", "评选非遗工坊",
]  # fmt: skip


@pytest.mark.parametrize(
    ("again", "fate"),
    [
        ("重点扶持茶农、渔户和灯匠等手艺传承群体的日常生产", Fate.repeated),
        ("重点扶持茶农、渔户和灯匠等群体", Fate.dropped),
    ],
)
def test_what_a_list_is_summed_up_as(again: str, fate: Fate) -> None:
    """A clause may be known by what stands behind 等 alone, if that says enough."""
    (row, *_) = _rows([commitment("手艺传承群体的生产")], [commitment(again), *map(commitment, OTHERS)])
    assert row.fate is fate


def test_a_class_that_sums_up_a_list_is_none_of_its_kind() -> None:
    """Other inns are other promises."""
    promise = commitment("确保听雨楼、望江阁、砚湖旅行社培训基地等客栈投入运营")
    (row, *_) = _rows([promise], [commitment("确保砚湖客栈、墨池客栈投入运营"), *map(commitment, OTHERS)])
    assert row.fate is Fate.dropped


def test_lists_are_compared_either_way_round() -> None:
    """Whichever of two lists of one length says less, it is told in the other."""
    one, other = commitment("发展夜间经济、赛事经济"), commitment("促进夜间经济、赛事经济健康成长")
    (there,), (back,) = _rows([one], [other]), _rows([other], [one])
    assert there.fate is back.fate is Fate.repeated


def test_what_is_done_and_promised_again_keeps_both() -> None:
    """The nearer decides; the passage stands beside a repeated one."""
    promise = commitment("推进砚川高新区扩区调位")
    (row,) = _rows([promise], [promise], ("砚川高新区扩区调位有序推进。",))
    assert row.fate is Fate.repeated
    assert row.reported is not None


def test_a_number_that_was_not_reached_is_told_short() -> None:
    """The review speaks of it, so it is done, and short."""
    level = Measure.level
    target = figure("养老床位", "1500", "张", measure=level)
    told = figure("养老床位", "1180", "张", measure=level, period="2020")
    reports = [
        report(2020, targets=[target], commitments=[commitment("新增养老床位1500张", targets=("t1",))]),
        report(2021, results=[told], review=("新增养老床位1180张。",)),
    ]
    (row,) = compare(reports).commitments
    assert (row.fate, row.short) == (Fate.done, True)


def test_a_promised_figure_is_done_by_its_result() -> None:
    """Whatever words stand around it, and though the like is promised again; `because` says so."""
    target = figure("普及率", "85", measure=Measure.share)
    told = figure("普及率", "86.2", measure=Measure.share, period="2020")
    promise = commitment("普及率超85%", targets=("t1",))
    reports = [
        report(2020, targets=[target], commitments=[promise]),
        report(2021, targets=[target], commitments=[promise], results=[told], review=("达到86.2%。",)),
    ]
    row = compare(reports).commitments[0]
    assert (row.fate, row.because, row.short) == (Fate.done, "result", False)
    assert isinstance(row.new, Reported) and row.new.quote == "达到86.2%"


@pytest.mark.parametrize(("stage", "short"), [(Stage.operating, False), (Stage.under_construction, True)])
def test_a_promised_project_is_done_by_how_far_it_is(stage: Stage, short: bool) -> None:
    """The review tells of it under another name; short where it is not as far as promised."""
    promise = commitment("确保云岭机场三跑道投用", projects=("j1",))
    reports = [
        report(2020, projects=[project("云岭机场三跑道", Stage.operating)], commitments=[promise]),
        report(2021, projects=[project("云岭砚山机场第三跑道", stage, Outlook.done)], review=("飞起来了。",)),
    ]
    (row,) = compare(reports).commitments
    assert (row.fate, row.because, row.short) == (Fate.done, "project", short)


def test_a_member_of_a_list_is_told_of() -> None:
    """Its own words decide, not those of the whole list."""
    review = ("柳林公园二期、砚梅江公园北段和56个口袋公园向市民开放，其他工作也有进展。",)
    (row,) = _rows([commitment("建成砚梅江公园北段")], [], review)
    assert row.fate is Fate.done


@pytest.mark.parametrize(
    ("promise", "review"),
    [
        ("降低砚川工业园区用水价格", "砚川工业园区用水价格提高。"),
        ("整治砚川旧城区占道经营", "砚川旧城区占道经营没有整治。"),
        ("全力打造“两个中心”", "围绕“两个中心”建设，各项工作有进展。"),
    ],
)
def test_what_goes_the_other_way_or_tells_nothing_is_not_done(promise: str, review: str) -> None:
    """Direction, negation, and a circumstance without a predicate."""
    (row,) = _rows([commitment(promise)], [], (review,))
    assert row.fate is Fate.dropped


def test_pairs_are_one_to_one() -> None:
    """A promise made twice and once again is repeated once and dropped once."""
    promise = commitment("推进砚川高新区扩区调位")
    fates = Counter(row.fate for row in _rows([promise, promise], [promise]))
    assert fates == {Fate.repeated: 1, Fate.dropped: 1}


def test_the_best_pairs_together_win() -> None:
    """An exact repeat is not taken by a promise that is only like it."""
    old = [commitment("推进滨湖新区智慧停车系统建设"), commitment("推进滨湖新区智慧停车系统二次开发")]
    new = [commitment("推进滨湖新区智慧停车系统二次开发"), commitment("加快滨湖新区智慧停车系统建设")]
    assert [row.new.quote for row in _rows(old, new) if row.new] == [new[1].quote, new[0].quote]


def test_pairs_of_three_reports() -> None:
    """Each report is paired with the next, with their years."""
    promise = commitment("推进砚川高新区扩区调位")
    rows = compare([report(year, commitments=[promise]) for year in (2019, 2020, 2021)]).commitments
    assert [(row.years, row.fate) for row in rows] == [
        ((2019, 2020), Fate.repeated),
        ((2020, 2021), Fate.repeated),
    ]
