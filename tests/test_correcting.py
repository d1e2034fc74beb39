"""A reader's corrections change what is extracted and how it scores, at their words and nowhere else."""

from decimal import Decimal
from typing import Any

import pytest
import simplejson

from reportparse import DamagedInputError, extract
from reportparse.correcting import BY_HAND, correct, correct_all, is_corrected
from reportparse.corrections import facts_of
from reportparse.lexicon import load
from reportparse.model.json import corrections_from_json, to_json
from tests.correcting import MADE, REPORT, TEXT, added, by_hand, corrections, judged, standing


def test_facts_go_change_and_come() -> None:
    """The wrong one is gone, its id too; the edited one has its amount; the added one stands on its words."""
    done = correct(REPORT, MADE, load())
    assert done.unplaced == ()
    new = done.report
    assert [p.id for p in new.projects] == [p.id for p in REPORT.projects if p.id != "j1"]
    assert all("j1" not in c.projects for c in new.commitments)
    edited = next(t for t in new.targets if t.id == "t2")
    assert (str(edited.value), str(edited.amount), edited.bound.value) == ("1.7", "17000", "at_least")
    assert (edited.rule, edited.indicator_id) == (BY_HAND, "urban_jobs")
    come = next(t for t in new.targets if t.indicator == "办事跑路")
    assert come.id not in {t.id for t in REPORT.targets}
    assert (come.quote, come.base_unit, come.section) == ("少跑一半路", "%", REPORT.targets[-1].section)
    assert any(come.id in c.targets for c in new.commitments)


def test_corrections_apply_once() -> None:
    """Twice is as once; a report that has them all needs none."""
    new = correct(REPORT, MADE, load()).report
    again = correct(new, MADE, load())
    assert again.report == new


def test_they_find_their_words_in_a_text_read_otherwise() -> None:
    """With paragraphs before them and without others; words that are gone are listed, and so are doubtful ones."""
    moved = extract(
        ("各位代表：\n" + TEXT.replace("松河水库", "松河水厂")).encode(), name="small.txt", place="云州市"
    )
    assert correct(moved, MADE, load()).unplaced == ()
    gone = extract("二、2031年重点工作\n今年地区生产总值增长5.5%左右。\n".encode(), name="small.txt")
    assert [one.kind.value for one in correct(gone, MADE, load()).unplaced] == ["target", "project", "target"]


def test_a_fact_that_this_version_does_not_find_comes_back() -> None:
    """What was right stays right."""
    lean = REPORT.model_copy(update={"targets": REPORT.targets[1:]})
    older = MADE.model_copy(update={"versions": REPORT.versions.model_copy(update={"program": "0.0.1"})})
    new = correct(lean, older, load()).report
    assert any(t.quote == REPORT.targets[0].quote and t.indicator_id == "gdp" for t in new.targets)


@pytest.mark.parametrize("found", [None, {"indicator": "地区生产总值"}, {"value": 5.5, "unit": "%"}])
def test_a_correction_by_hand_may_tell_less(found: dict[str, Any] | None) -> None:
    """So long as one fact only is meant: it is edited or goes, and no second one comes."""
    edited = correct(REPORT, by_hand("edited", found, {"value": 6}), load())
    assert edited.unmet == ()
    assert [str(t.value) for t in edited.report.targets] == ["6", *(str(t.value) for t in REPORT.targets[1:])]
    assert correct(REPORT, by_hand("wrong", found, {}), load()).report.targets == REPORT.targets[1:]


@pytest.mark.parametrize("verdict", ["edited", "wrong", "right"])
@pytest.mark.parametrize(
    "found",
    [
        {"indicator": "工业增加值"},
        {"indicator": "地区生产总值", "measure": "level", "value": 5.5},
    ],
)
def test_a_correction_of_no_fact_is_left_out(verdict: str, found: dict[str, Any]) -> None:
    """Nothing is added beside the fact that it does not describe."""
    right = {"value": 6} if verdict == "edited" else {}
    done = correct(REPORT, by_hand(verdict, found, right), load())
    assert [one.verdict.value for one in done.unmet] == [verdict]
    assert done.report == REPORT


def test_a_new_bound_gives_a_new_tone_and_what_is_edited_says_how() -> None:
    """左右 is soft, 以上 hard; an edited fact without what is right is refused as it is read."""
    new = correct(REPORT, by_hand("edited", None, {"bound": "at_least"}), load()).report.targets[0]
    assert (new.bound.value, new.tone and new.tone.value) == ("at_least", "hard")
    with pytest.raises(DamagedInputError, match="correction 1: what is edited needs fields"):
        by_hand("edited", None, {})


def test_a_correction_may_quote_more_or_less() -> None:
    """The fact that shares words with it, and is as it says, is the one."""
    found = {"indicator": "地区生产总值", "measure": "growth", "value": 5.5}
    for quote in ("增长5.5%", "今年地区生产总值增长5.5%左右"):
        made = corrections(
            REPORT, standing(REPORT, "p2", quote) | {"verdict": "edited", "kind": "target", "found": found,
                                                "right": {"value": 6}})  # fmt: skip
        done = correct(REPORT, made, load())
        assert str(done.report.targets[0].value) == "6"
        assert len(done.report.targets) == len(REPORT.targets)
        assert correct(done.report, made, load()).report == done.report


def test_fields_that_are_none_are_refused() -> None:
    """With the correction's number, its quote and the field."""
    (bad,) = by_hand("edited", None, {"value": 6}).corrections
    made = MADE.model_copy(update={"corrections": (bad.model_copy(update={"right": {"bound": "more"}}),)})
    with pytest.raises(DamagedInputError, match=r"Correction 1, of .*增长5\.5%左右.*bound"):
        correct(REPORT, made, load())


def test_a_misspelt_field_is_told_before_the_one_that_is_missing() -> None:
    """They are one slip."""
    data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
    data["corrections"][0]["verdikt"] = data["corrections"][0].pop("verdict")
    with pytest.raises(DamagedInputError, match="correction 1: there is no field verdikt"):
        corrections_from_json(simplejson.dumps(data).encode(), "made.json")
    with pytest.raises(DamagedInputError, match="1 is no JSON object"):
        corrections_from_json(b"[1, 2]", "made.json")


def test_what_is_no_corrections_is_called_what_it_is() -> None:
    """The JSON that was corrected instead of what corrects it; a list without the report that it is of."""
    with pytest.raises(DamagedInputError, match="holds a report, not corrections of one"):
        corrections_from_json(to_json(REPORT).encode(), "made.json")
    told = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))["corrections"]
    with pytest.raises(DamagedInputError, match="does not say of which report"):
        corrections_from_json(simplejson.dumps(told).encode(), "made.json")


def test_corrections_that_are_broken_are_told_by_the_place() -> None:
    """As a report is; a list of none is whole, and a number without measure is no reason to fail."""
    with pytest.raises(
        DamagedInputError, match=r"made.json is not whole JSON: it breaks at line 2, column 1\."
    ):
        corrections_from_json(b'{"corrections": [3\n}', "made.json")
    with pytest.raises(DamagedInputError, match="holds no corrections"):
        corrections_from_json(b"[]", "made.json")
    with pytest.raises(DamagedInputError, match="a number of 1e999999999 is beyond all measure"):
        corrections_from_json(b'{"corrections": [1e999999999]}', "made.json")


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ({"period": 2031}, "period: 2031 is no text"),
        ({"measure": None}, "measure is missing"),
        ({"value": "1e5000"}, "value: '1e5000' is beyond all measure"),
    ],
)
def test_no_sentence_speaks_of_types_of_python(right: dict[str, Any], said: str) -> None:
    """Of a field that has to be there, and of a number where words stand."""
    (bad,) = by_hand("edited", None, {"value": 6}).corrections
    made = MADE.model_copy(update={"corrections": (bad.model_copy(update={"right": right}),)})
    with pytest.raises(DamagedInputError, match=said):
        correct(REPORT, made, load())


def test_a_number_may_be_told_as_text() -> None:
    """As a table has it."""
    told = correct(REPORT, by_hand("edited", {"value": "5.5"}, {"value": "6"}), load())
    assert (told.unmet, str(told.report.targets[0].amount)) == ((), "6")


@pytest.mark.parametrize(
    ("right", "said"),
    [
        ({"value": 6, "amount": 7}, "amount 7, but from its other fields follows 6"),
        ({"amount": 7}, "amount 7, but from its other fields follows 5.5"),
        ({"bound": "at_least", "tone": "soft"}, "tone soft, but from its other fields follows hard"),
        ({"tone": "hard"}, "tone hard, but from its other fields follows soft"),
        ({"value_max": 7}, "t1 has a value_max, but the bound around"),
        ({"bound": "range", "value_max": 5}, "t1 has the value_max 5, which is not over its value, 5.5"),
        ({"indicator_id": "gpd"}, "t1 has the indicator_id gpd"),
        ({"value": None}, "t1 has neither a value nor a relation"),
    ],
)
def test_what_follows_is_not_replaced_in_silence(right: dict[str, Any], said: str) -> None:
    """A correction that contradicts itself or the codebook is refused."""
    with pytest.raises(DamagedInputError, match=said.replace(".", r"\.")):
        correct(REPORT, by_hand("edited", None, right), load())


def test_what_follows_may_be_told_too() -> None:
    """And an indicator's id that the lexicon has counts as it is told."""
    right = {"value": 6, "amount": 6, "bound": "at_least", "tone": "hard", "indicator_id": "gnp"}
    (new, *_) = correct(REPORT, by_hand("edited", None, right), load()).report.targets
    assert (str(new.amount), new.tone and new.tone.value, new.indicator_id) == ("6", "hard", "gnp")


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ("1234567890123456789012345.6789", "12345678901234567890123456789"),
        ("12345678901234567890123456789", "123456789012345678901234567890000"),
        ("1e60", f"1{'0' * 64}"),
    ],
)
def test_an_amount_is_exact_however_long(value: str, amount: str) -> None:
    """By a correction, and in a JSON that comes back: one that was rounded is refused."""
    told = correct(REPORT, corrections(REPORT, judged(REPORT, "edited", "t2", value=Decimal(value))), load())
    assert str(told.report.targets[1].amount) == amount
    printed = to_json(told.report).encode()
    assert extract(printed) == told.report
    data = simplejson.loads(printed, use_decimal=True)
    data["targets"][1]["amount"] += 1
    with pytest.raises(DamagedInputError, match="t2 has the value"):
        extract(simplejson.dumps(data).encode())


def test_an_added_target_has_the_tone_of_its_words() -> None:
    """A result has none."""
    fields = {"indicator": "办事跑路", "measure": "growth", "value": 50, "unit": "%", "bound": "at_least"}
    for kind, tone in (("target", "hard"), ("result", None)):
        new = correct(
            REPORT, corrections(REPORT, added(REPORT, kind, "p4", "少跑一半路", **fields)), load()
        ).report
        (come,) = (one for one in (*new.targets, *new.results) if one.rule == BY_HAND)
        assert come.tone == tone


def test_two_corrections_of_one_fact_must_agree() -> None:
    """Edited and wrong at once is refused with both numbers; the same twice is as once."""
    edited, wrong = judged(REPORT, "edited", "t1", value=6), judged(REPORT, "wrong", "t1")
    for second in (wrong, wrong | {"id": None, "found": None}):
        with pytest.raises(DamagedInputError, match="Corrections 1 and 2 are both of t1"):
            correct(REPORT, corrections(REPORT, edited, second), load())
    twice = correct(REPORT, corrections(REPORT, edited, edited), load())
    assert (twice.unmet, str(twice.report.targets[0].value)) == ((), "6")


def test_an_id_of_another_fact_is_not_passed_over() -> None:
    """It is left out: nobody knows whether the words or the id are meant."""
    done = correct(REPORT, corrections(REPORT, judged(REPORT, "wrong", "t1") | {"id": "t2"}), load())
    assert (len(done.unmet), done.report) == (1, REPORT)


def test_what_is_out_already_is_done() -> None:
    """Though another fact stands on some of its words, or nothing was told but the words."""
    text = "二、2031年重点工作\n规模以上工业增加值、固定资产投资均增长5.5%。\n"
    report = extract(text.encode(), name="twins.txt", place="云州市")
    for made in (
        corrections(report, judged(report, "wrong", "t1")),
        corrections(REPORT, judged(REPORT, "wrong", "j1") | {"found": None}),
    ):
        first = correct(report if made.source.name == "twins.txt" else REPORT, made, load())
        again = correct(first.report, made, load())
        assert (first.unmet, again.unmet, again.report) == ((), (), first.report)


def test_a_corrected_report_says_so() -> None:
    """Also where facts were struck out only; one without corrections, or with all of them right, does not."""
    struck = correct(REPORT, corrections(REPORT, judged(REPORT, "wrong", "j1")), load()).report
    assert is_corrected(struck)
    assert is_corrected(extract(to_json(struck).encode()))
    assert not is_corrected(
        correct(REPORT, corrections(REPORT, judged(REPORT, "right", "j1")), load()).report
    )


def test_an_id_that_is_free_again_is_not_given_to_another_fact() -> None:
    """What named the fact that was struck out would name the new one."""
    text = (
        "二、2031年重点工作\n确保一般公共预算收入增长4%以上，推动办事少跑一半路。\n"
        "推动城镇新增就业1.6万人，帮助居民找到工作。\n"
    )
    report = extract(text.encode(), name="freed.txt", place="云州市")
    last = report.targets[-1].id
    assert any(last in one.targets for one in report.commitments)
    fields = {"indicator": "办事跑路", "measure": "growth", "value": -50, "unit": "%"}
    more = added(report, "target", "p2", "少跑一半路", **fields)
    new = correct(report, corrections(report, judged(report, "wrong", last), more), load()).report
    (come,) = (one for one in new.targets if one.rule == BY_HAND)
    assert come.id not in {one.id for one in report.targets}
    assert not any(come.id in one.targets for one in new.commitments if one.at.paragraph == "p3")


@pytest.mark.parametrize(
    ("kind", "quote", "fields"),
    [
        ("target", "少跑一半路", {"indicator": "办事跑路", "value": 50, "unit": "%"}),
        ("result", "少跑一半路", {"indicator": "办事跑路", "relation": "与经济同步"}),
        ("project", "办事少跑一半路", {"name": "跑路工程", "stage": "planned", "outlook": "planned"}),
        ("commitment", "少跑一半路", {"object": "半路", "strength": "soft"}),
    ],
)
def test_what_is_added_comes_once(kind: str, quote: str, fields: dict[str, Any]) -> None:
    """Also where fields are left out that have a value of their own, as a measure or a bound."""
    made = corrections(REPORT, added(REPORT, kind, "p4", quote, **fields))
    once = correct(REPORT, made, load()).report
    assert len([one for one in facts_of(once) if one.rule == BY_HAND]) == 1
    assert correct(once, made, load()).report == once


def test_a_fact_that_is_struck_out_and_added_anew_comes_once() -> None:
    """On the same words, with another period: the second time its id is that of the first."""
    target = REPORT.targets[0]
    fields = {name: getattr(target, name) for name in ("indicator", "measure", "value", "unit", "bound")}
    anew = added(REPORT, "target", target.at.paragraph, target.quote, **fields, period="2031-2035")
    made = corrections(REPORT, judged(REPORT, "wrong", "t1"), anew)
    once = correct(REPORT, made, load()).report
    assert (once.targets[0].id, once.targets[0].period) == ("t4", "2031-2035")
    assert correct(once, made, load()).report == once


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_the_order_of_corrections_is_of_no_account(order: tuple[int, int]) -> None:
    """Of a fact that is struck out and added anew, of one that is added and corrected: in one file and in two."""
    target = REPORT.targets[0]
    fields = {name: getattr(target, name) for name in ("indicator", "measure", "value", "unit", "bound")}
    anew = added(REPORT, "target", target.at.paragraph, target.quote, **fields, period="2031-2035")
    steps = {"indicator": "办事跑路", "measure": "growth", "value": -50, "unit": "%", "bound": "exact"}
    new = added(REPORT, "target", "p4", "少跑一半路", **steps)
    of_new = standing(REPORT, "p4", "少跑一半路") | {"kind": "target", "found": {"indicator": "办事跑路"}}
    last = len(REPORT.targets)
    for pair, told in (
        ((judged(REPORT, "wrong", "t1"), anew), ["2031-2035", *(one.period for one in REPORT.targets[1:])]),
        ((new, of_new | {"verdict": "wrong"}), [one.period for one in REPORT.targets]),
        ((new, of_new | {"verdict": "edited", "right": {"period": "2032"}}), [*["2031"] * last, "2032"]),
    ):
        made = [pair[number] for number in order]
        apart = [(str(one["verdict"]), corrections(REPORT, one)) for one in made]
        for files in ([("", corrections(REPORT, *made))], apart):
            done = correct_all(REPORT, files, load())
            assert [one.period for one in done[0].report.targets] == told
            assert [(one.unmet, one.unplaced) for one in done] == [((), ())] * len(files)
            assert correct_all(done[0].report, files, load())[0].report == done[0].report


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_fact_that_comes_to_be_as_another_was_is_not_taken_for_it(order: tuple[int, int]) -> None:
    """6 becomes 7, and 7 becomes 8: on the words of both, with the ids of the page and without any."""
    sentence = "地区生产总值增长6%以上、力争7%"
    report = extract(f"二、2031年重点工作\n今年{sentence}。\n".encode(), name="small.txt")
    whole = standing(report, report.targets[0].at.paragraph, sentence) | {
        "kind": "target",
        "verdict": "edited",
    }
    for ids in ((None, None), ("t1", "t2")):
        pair = [
            whole | {"id": id_, "found": {"value": old}, "right": {"value": new}}
            for id_, old, new in zip(ids, (6, 7), (7, 8), strict=True)
        ]
        made = corrections(report, *(pair[number] for number in order))
        done = correct(report, made, load())
        assert ([str(one.value) for one in done.report.targets], done.unmet) == (["7", "8"], ())


def test_two_files_may_strike_out_one_fact() -> None:
    """The second one has met it, though another one shares its words."""
    sentence = "地区生产总值增长6%以上、力争7%"
    report = extract(f"二、2031年重点工作\n今年{sentence}。\n".encode(), name="small.txt")
    whole = standing(report, report.targets[0].at.paragraph, sentence) | {"kind": "target"}
    made = corrections(report, whole | {"verdict": "wrong", "found": {"value": 7}})
    done = correct_all(report, [("one.json", made), ("other.json", made)], load())
    assert [one.unmet for one in done] == [(), ()]
    assert [str(one.value) for one in done[0].report.targets] == ["6"]


def test_what_comes_back_comes_once() -> None:
    """Though what was found of it leaves its measure open."""
    (back,) = corrections(REPORT, judged(REPORT, "right", "t2")).corrections
    found = {"indicator": "城镇新增就业", "measure": None, "value": Decimal("1.6"), "unit": "万人"}
    made = MADE.model_copy(
        update={
            "versions": REPORT.versions.model_copy(update={"program": "0.0.1"}),
            "corrections": (back.model_copy(update={"found": found}),),
        }
    )
    lean = REPORT.model_copy(update={"targets": REPORT.targets[:1]})
    once = correct(lean, made, load()).report
    assert len(once.targets) == 2
    assert correct(once, made, load()).report == once
