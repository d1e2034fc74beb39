"""A reader's corrections change what is extracted and how it scores, at their words and nowhere else."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import simplejson

from reportparse import DamagedInputError, Report, extract
from reportparse.cli import run
from reportparse.correcting import BY_HAND, correct, is_corrected
from reportparse.corrections import facts_of
from reportparse.lexicon import load
from reportparse.model.corrections import Corrections
from reportparse.model.json import corrections_from_json, to_json
from reportparse.model.schema import corrections_schema

TEXT = (
    "二、2031年重点工作\n今年地区生产总值增长5.5%左右，城镇新增就业1.6万人。\n"
    "新建云岭大桥，开工松河水库。\n一般公共预算收入增长4%以上，推动办事少跑一半路。\n"
)
REPORT = extract(TEXT.encode(), name="small.txt", place="云州市")


def judged(report: Report, verdict: str, name: str, **right: Any) -> dict[str, Any]:
    """Give a correction of a fact of a report, as the page saves it."""
    kinds = {"targets": "target", "results": "result", "projects": "project", "commitments": "commitment"}
    kind, fact = next((kinds[k], f) for k in kinds for f in getattr(report, k) if f.id == name)
    fields = {
        "target": (
            "indicator",
            "measure",
            "value",
            "value_max",
            "unit",
            "bound",
            "basis",
            "hedge",
            "tone",
            "period",
        ),
        "project": ("name", "stage", "outlook", "period", "sector"),
        "commitment": ("verb", "object", "strength", "deadline", "period"),
    }[kind]
    return _at(report, fact.at.paragraph, fact.quote) | {
        "verdict": verdict, "kind": kind, "id": name,
        "found": {field: getattr(fact, field) for field in fields}, "right": right or None,
    }  # fmt: skip


def added(report: Report, kind: str, paragraph: str, quote: str, **right: Any) -> dict[str, Any]:
    """Give the correction that adds a fact."""
    return _at(report, paragraph, quote) | {"verdict": "added", "kind": kind, "right": right}


def _at(report: Report, paragraph: str, quote: str) -> dict[str, Any]:
    text = next(p.text for p in report.paragraphs if p.id == paragraph)
    start = text.index(quote)
    return {"quote": quote, "before": text[max(0, start - 30) : start], "behind": text[start + len(quote) :][:30],
            "paragraph": paragraph, "start": start}  # fmt: skip


def corrections(report: Report, *made: dict[str, Any], complete: bool = False) -> Corrections:
    """Give corrections of a report, by way of their JSON."""
    whole = {
        "source": {"name": report.source.name, "sha256": report.source.sha256},
        "place": report.meta.place, "year": report.meta.year, "complete": complete, "corrections": list(made),
    }  # fmt: skip
    (read,) = corrections_from_json(simplejson.dumps(whole, use_decimal=True).encode(), "made.json")
    jsonschema.validate(simplejson.loads(simplejson.dumps(whole, use_decimal=True)), corrections_schema())
    return read


MADE = corrections(
    REPORT,
    judged(REPORT, "right", "t1"),
    judged(REPORT, "edited", "t2", value=1.7, bound="at_least"),
    judged(REPORT, "wrong", "j1"),
    added(REPORT, "target", "p4", "少跑一半路", indicator="办事跑路", measure="growth", value=-50, unit="%",
          bound="exact", period="2031"),
)  # fmt: skip


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


def by_hand(verdict: str, found: dict[str, Any] | None, right: dict[str, Any]) -> Corrections:
    """Give a correction of the first target, as somebody writes it who knows the schema only."""
    return corrections(REPORT, judged(REPORT, verdict, "t1", **right) | {"found": found})


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
            REPORT, _at(REPORT, "p2", quote) | {"verdict": "edited", "kind": "target", "found": found,
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


SLIPS: dict[str, tuple[dict[str, Any], str, str]] = {
    "a field": ({"verdikt": "right"}, "correction 1: there is no field verdikt.", "Do you mean verdict?"),
    "a field found": (
        {"found": {"indicater": "地区生产总值"}},
        "correction 1: there is no field indicater in found.",
        "Do you mean indicator, indicator_id?",
    ),
    "a field right": ({"right": {"valeu": 6}}, "correction 1: there is no field valeu in right.", "Do you mean value?"),
    "a field of another kind": (
        {"right": {"stage": "started"}}, "correction 1: there is no field stage in right.", "reportparse schema",
    ),
    "the place": (
        {"right": {"quote": "增长6%"}}, "correction 1: there is no field quote in right.", "reportparse schema",
    ),
    "no number": (
        {"right": {"value": "6%"}}, "correction 1: right.value is '6%', which is no number.", "reportparse schema"
    ),
    "a verdict that is none": (
        {"verdict": "edit"}, "correction 1: verdict: 'edit' is none of 'right', 'wrong'", "Do you mean edited?"
    ),
    "no quote": ({"quote": None}, "correction 1: quote: ", "reportparse schema"),
}  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize("command", ["extract", "score"])
def test_a_slip_in_corrections_is_told(
    slip: str, command: str, files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """By the correction's number and the field, with the one that may be meant; the exit code is 3."""
    report, made = files
    change, said, hint = SLIPS[slip]
    data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
    data["corrections"][0].update(change)
    made.write_text(simplejson.dumps(data), "utf-8")
    call = [command, str(report), "--corrections", str(made)]
    assert run(call if command == "extract" else [command, str(made), str(report)]) == 3
    told = capfd.readouterr().err.splitlines()
    assert said in told[0]
    assert hint in told[1]


def test_every_slip_in_corrections_is_told_in_chinese(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """With nothing left in English but names of fields and files."""
    report, made = files
    for change, _, _ in SLIPS.values():
        data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
        data["corrections"][0].update(change)
        made.write_text(simplejson.dumps(data), "utf-8")
        run(["extract", str(report), "--corrections", str(made), "--lang", "zh"])
        told = capfd.readouterr().err
        assert "第 1 条更正：" in told
        assert "Corrections are" not in told


def test_a_misspelt_field_is_told_before_the_one_that_is_missing() -> None:
    """They are one slip."""
    data = simplejson.loads(to_json(by_hand("edited", None, {"value": 6})))
    data["corrections"][0]["verdikt"] = data["corrections"][0].pop("verdict")
    with pytest.raises(DamagedInputError, match="correction 1: there is no field verdikt"):
        corrections_from_json(simplejson.dumps(data).encode(), "made.json")
    with pytest.raises(DamagedInputError, match="it is no JSON object"):
        corrections_from_json(b"[1, 2]", "made.json")


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


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Give the report and its corrections as files."""
    report, made = tmp_path / "small.txt", tmp_path / "small.corrections.json"
    report.write_text(TEXT, "utf-8")
    made.write_text(to_json(MADE), "utf-8")
    return report, made


def test_extract_applies_them(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """And the JSON goes on into CSV, batch and diff; a report that they are not of is told."""
    report, made = map(str, files)
    out = str(tmp_path / "new.json")
    assert run(["extract", report, "--place", "云州市", "--corrections", made, "-o", out]) == 0
    assert run(["extract", out, "--format", "csv", "--only", "targets"]) == 0
    assert "办事跑路" in capfd.readouterr().out
    assert run(["batch", out, "-o", str(tmp_path / "corpus.jsonl"), "--jobs", "1"]) == 0
    assert "办事跑路" in (tmp_path / "corpus.jsonl").read_text("utf-8")
    other = tmp_path / "other.txt"
    other.write_text("二、2030年重点工作\n今年地区生产总值增长6%左右。\n", "utf-8")
    assert run(["diff", str(other), out, "--format", "json"]) == 0
    assert "办事跑路" in capfd.readouterr().out
    assert run(["extract", str(other), "--corrections", made]) == 5
    assert "云州市 2031, which is none" in capfd.readouterr().err
    assert run(["extract", report, "--corrections", report]) == 2 + 1


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
@pytest.mark.parametrize("here", [{}, {"id": None, "found": None}])
def test_two_files_must_agree_as_one(
    here: dict[str, Any],
    order: tuple[int, int],
    files: tuple[Path, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """In either order; each is named with its number. Files that agree are applied one after the other."""
    report, _ = files
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    paths[0].write_text(to_json(corrections(REPORT, judged(REPORT, "edited", "t1", value=6))), "utf-8")
    right, wrong = judged(REPORT, "right", "j1"), judged(REPORT, "wrong", "t1") | here
    paths[1].write_text(to_json(corrections(REPORT, right, wrong)), "utf-8")
    call = ["extract", str(report), "--place", "云州市"]
    given = [option for at in order for option in ("--corrections", str(paths[at]))]
    assert run([*call, *given]) == 3
    named = [("1 of a.json", "2 of b.json")[at] for at in order]
    out, told = capfd.readouterr()
    assert (out, f"Corrections {named[0]} and {named[1]} are both of t1, and differ: " in told) == ("", True)
    assert run([*call, *given, "--lang", "zh"]) == 3
    assert "a.json 的第 1 条" in capfd.readouterr().err
    paths[1].write_text(to_json(corrections(REPORT, right, judged(REPORT, "wrong", "t2"))), "utf-8")
    assert run([*call, *given]) == 0
    targets = simplejson.loads(capfd.readouterr().out)["targets"]
    assert [(one["id"], one["value"]) for one in targets] == [
        ("t1", 6),
        *((t.id, t.value) for t in REPORT.targets[2:]),
    ]


def test_ids_of_two_versions_are_not_one_id(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """What an earlier version called t1 may be another fact: its words say which."""
    report, made = files
    other = tmp_path / "other.json"
    made.write_text(to_json(corrections(REPORT, judged(REPORT, "wrong", "t1"))), "utf-8")
    old = REPORT.versions.model_copy(update={"program": "0.0.1"})
    earlier = corrections(REPORT, judged(REPORT, "edited", "t2", value=1.7) | {"id": "t1"})
    other.write_text(to_json(earlier.model_copy(update={"versions": old})), "utf-8")
    call = [
        "extract",
        str(report),
        "--place",
        "云州市",
        "--corrections",
        str(made),
        "--corrections",
        str(other),
    ]
    assert run(call) == 0
    assert "1.7" in capfd.readouterr().out


def test_a_correction_that_has_no_place_is_an_exit_code(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The rest is done and written; without such a one the code is 0."""
    report, made = map(str, files)
    changed, out = tmp_path / "changed.txt", tmp_path / "changed.json"
    changed.write_text(TEXT.replace("办事少跑一半路", "办事更方便"), "utf-8")
    assert run(["extract", report, "--place", "云州市", "--corrections", made, "-o", str(out)]) == 0
    call = [
        "extract",
        str(changed),
        "--place",
        "云州市",
        "--year",
        "2031",
        "--corrections",
        made,
        "-o",
        str(out),
    ]
    assert run(call) == 5
    assert "no sure place" in capfd.readouterr().err
    assert out.exists()


def test_a_correction_that_meets_no_fact_is_an_exit_code(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """It is told with what it says was found; the rest is done and written."""
    report, _ = files
    made, out = tmp_path / "by-hand.json", tmp_path / "out.json"
    made.write_text(to_json(by_hand("wrong", {"indicator": "工业增加值"}, {})), "utf-8")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made), "-o", str(out)]) == 5
    assert "no one target of small.txt on" in capfd.readouterr().err
    assert "5.5" in out.read_text("utf-8")


def test_python_takes_them(files: tuple[Path, Path]) -> None:
    """As a path or as they are."""
    report, made = files
    new = extract(report, place="云州市", corrections=made)
    assert any(t.indicator == "办事跑路" for t in new.targets)
    assert new.targets == extract(report, place="云州市", corrections=MADE).targets


def rates(gold: Path, report: str, capfd: pytest.CaptureFixture[str]) -> dict[str, tuple[int, int, int]]:
    """Give what was asked for, found and hit with all fields, by kind."""
    assert run(["score", str(gold), report, "--format", "json"]) == 0
    kinds = simplejson.loads(capfd.readouterr().out)["kinds"]
    return {
        one["kind"]: (one["strict"]["gold"], one["strict"]["found"], one["strict"]["hit"]) for one in kinds
    }


def test_score_takes_them_as_gold(
    files: tuple[Path, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Only what was judged counts; the corrected report is all right."""
    report, made = files
    assert rates(made, str(report), capfd) == {"targets": (3, 2, 1), "projects": (0, 1, 0)}
    out = str(tmp_path / "new.json")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made), "-o", out]) == 0
    assert rates(made, out, capfd) == {"targets": (3, 3, 3), "projects": (0, 0, 0)}


def detected(gold: Path, report: str, capfd: pytest.CaptureFixture[str]) -> dict[str, tuple[int, int, int]]:
    """Give what was asked for, found and hit in the right place, by kind."""
    assert run(["score", str(gold), report, "--format", "json"]) == 0
    kinds = simplejson.loads(capfd.readouterr().out)["kinds"]
    return {one["kind"]: tuple(one["detection"][name] for name in ("gold", "found", "hit")) for one in kinds}


def test_what_was_edited_was_found(files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]) -> None:
    """Its value or name is wrong, its place is not: neither is missed, nor is another one spurious."""
    report, made = files
    edits = [
        judged(REPORT, "edited", "t2", value=1.7),
        judged(REPORT, "edited", "j1") | {"right": {"name": "松河二桥"}},
    ]
    made.write_text(to_json(corrections(REPORT, *edits)), "utf-8")
    assert detected(made, str(report), capfd) == {"targets": (1, 1, 1), "projects": (1, 1, 1)}
    assert rates(made, str(report), capfd) == {"targets": (1, 1, 0), "projects": (1, 1, 0)}


@pytest.mark.parametrize("found", [None, {"indicator": "城镇新增就业"}])
def test_score_asks_for_no_more_than_extract(
    found: dict[str, Any] | None,
    files: tuple[Path, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """What `found` does not tell is as the report has it; the version need not be told."""
    report, made = files
    edited, wrong = judged(REPORT, "edited", "t2", value=1.7), judged(REPORT, "wrong", "j1")
    data = simplejson.loads(to_json(corrections(REPORT, edited | {"found": found}, wrong | {"found": None})))
    made.write_text(
        simplejson.dumps({key: data[key] for key in data if key != "corrections_version"}), "utf-8"
    )
    assert rates(made, str(report), capfd) == {"targets": (1, 1, 0), "projects": (0, 1, 0)}
    out = str(tmp_path / "new.json")
    assert run(["extract", str(report), "--corrections", str(made), "-o", out]) == 0
    assert rates(made, out, capfd) == {"targets": (1, 1, 1), "projects": (0, 0, 0)}


def test_corrections_of_another_report_are_told(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """Of a file of that name with other bytes, and of another place with the same bytes; score refuses the first."""
    report, made = files
    data = simplejson.loads(to_json(MADE)) | {"place": "松河市"}
    made.write_text(simplejson.dumps(data), "utf-8")
    assert run(["extract", str(report), "--place", "云州市", "--corrections", str(made)]) == 0
    assert "corrections of 松河市 2031, and small.txt is of 云州市 2031" in capfd.readouterr().err
    data["source"]["sha256"] = "0" * 64
    made.write_text(simplejson.dumps(data | {"place": None, "year": None}), "utf-8")
    assert run(["extract", str(report), "--corrections", str(made)]) == 5
    assert "small.txt as other bytes than those of the report" in capfd.readouterr().err
    assert run(["score", str(made), str(report)]) == 2
    assert "which is none of the reports" in capfd.readouterr().err


def test_what_was_not_judged_counts_neither_for_nor_against(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Though it stands on the very words of what was judged, with its number, or is called nearly as what is wrong."""
    text = "二、2031年重点工作\n今年规模以上工业增加值、固定资产投资均增长5.5%。\n新建云岭高速一期、云岭高速二期。\n"
    report = extract(text.encode(), name="twins.txt", place="云州市")
    assert len(report.targets) == len(report.projects) == 2
    marks = [judged(report, "right", "t2"), judged(report, "wrong", "j1")]
    made, out = tmp_path / "twins.corrections.json", tmp_path / "twins.json"
    made.write_text(to_json(corrections(report, *marks)), "utf-8")
    out.write_text(to_json(report), "utf-8")
    assert rates(made, str(out), capfd) == {"targets": (1, 1, 1), "projects": (0, 1, 0)}
    assert run(["extract", str(out), "--corrections", str(made), "-o", str(tmp_path / "new.json")]) == 0
    assert rates(made, str(tmp_path / "new.json"), capfd) == {"targets": (1, 1, 1), "projects": (0, 0, 0)}


def test_a_report_that_was_looked_at_as_a_whole_counts_as_a_whole(
    files: tuple[Path, Path], capfd: pytest.CaptureFixture[str]
) -> None:
    """What was not judged is then held against the report."""
    report, made = files
    made.write_text(to_json(MADE.model_copy(update={"complete": True})), "utf-8")
    assert rates(made, str(report), capfd)["projects"][1] == len(REPORT.projects)
