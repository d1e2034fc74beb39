"""A report that a hand corrected is taken where it agrees with itself and its text, and refused by the entry's id."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import simplejson

from reportparse import DamagedInputError, extract
from reportparse.cli import run
from reportparse.corpus.opening import opened
from reportparse.corrections import LINKS_LEFT_OUT, facts_of
from reportparse.language import Language, words_of
from reportparse.model.json import to_json
from tests.conftest import SAMPLES

TEXT = (
    "二、2031年重点工作\n今年地区生产总值增长5.5%左右，城镇新增就业1.6万人至1.8万人，新建云岭大桥。\n"
    "地区生产总值增长5.5%左右，要全力以赴。加快云岭大桥建设。去年粮食产量80万吨以上。\n"
)
PRINTED = to_json(extract(TEXT.encode(), name="small.txt"))

Data = dict[str, Any]
Capture = pytest.CaptureFixture[str]


def corrected(change: Callable[[Data], object]) -> bytes:
    """Give the JSON of the text with a change by hand."""
    data = simplejson.loads(PRINTED, use_decimal=True)
    change(data)
    return simplejson.dumps(data, ensure_ascii=False, use_decimal=True).encode()


SLIPS: dict[str, tuple[Callable[[Data], object], str]] = {
    "a quote that is no slice": (lambda d: d["targets"][0].update(quote="地区生产总值增长6%左右"), "t1"),
    "an offset": (lambda d: d["projects"][0]["at"].update(start=3), "j1"),
    "a paragraph that is none": (lambda d: d["commitments"][0]["at"].update(paragraph="p99"), "c1"),
    "a value": (lambda d: d["targets"][0].update(value=6), "t1"),
    "a value left out": (lambda d: d["targets"][0].update(value=None), "t1"),
    "the end of a range": (lambda d: d["targets"][1].update(value_max=2), "t2"),
    "a unit": (lambda d: d["targets"][1].update(unit="人"), "t2"),
    "a unit and its base": (lambda d: d["targets"][1].update(base_unit="户"), "t2"),
    "an id twice": (lambda d: d["targets"][1].update(id="t1"), "t1"),
    "a period in other words": (lambda d: d["targets"][0].update(period="2031年"), "t1"),
    "a deadline in other words": (lambda d: d["commitments"][0].update(deadline="6月底前"), "c1"),
    "a section that is none": (lambda d: d["projects"][0].update(section="s9"), "j1"),
    "a bound without its tone": (lambda d: d["targets"][0].update(bound="at_least"), "t1"),
    "a tone without its bound": (lambda d: d["targets"][0].update(tone="hard"), "t1"),
    "a hedge without its tone": (lambda d: d["targets"][0].update(bound="exact", hedge="确保"), "t1"),
    "a tone of a result": (lambda d: d["results"][0].update(tone="hard"), "r1"),
    "a range that falls": (lambda d: d["targets"][1].update(value_max=1.5, amount_max=15000), "t2"),
    "a range without its end": (lambda d: d["targets"][1].update(value_max=None, amount_max=None), "t2"),
    "an end without a range": (lambda d: d["targets"][0].update(value_max=6, amount_max=6), "t1"),
    "an end without a beginning": (lambda d: d["targets"][1].update(value=None, amount=None), "t2"),
    "neither value nor relation": (lambda d: d["targets"][0].update(value=None, amount=None), "t1"),
    "an indicator that is none": (lambda d: d["targets"][0].update(indicator_id="gpd"), "t1"),
    "a link to itself": (lambda d: d["targets"][0].update(repeats="t1"), "t1"),
    "a link to another kind": (lambda d: d["commitments"][0].update(projects=["t1"]), "c1"),
    "a link to nothing": (lambda d: d["projects"][0].update(same_as="云岭大桥"), "j1"),
    "a section without the one above": (lambda d: d["sections"][0].update(parent="s9"), "s1"),
    "a passage that is none": (lambda d: d.update(annual_targets=["p99"]), "p99"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_refused_with_the_id(slip: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """In two lines, with exit code 3."""
    change, name = SLIPS[slip]
    path = tmp_path / "by-hand.json"
    path.write_bytes(corrected(change))
    assert run(["extract", str(path)]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert name in err.splitlines()[0].replace(",", " ").split()


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["targets"][0].update(value=6, amount=6),
        lambda d: d["targets"][0].update(indicator="生产总值", bound="at_least", tone="hard"),
        lambda d: d["targets"][1].update(
            value=None,
            amount=None,
            value_max=None,
            amount_max=None,
            bound="exact",
            tone=None,
            relation="与经济增长同步",
        ),
        lambda d: d["targets"].pop(0),
        lambda d: d["meta"].update(place="云州市"),
        lambda d: d.update(paragraphs=[], sections=[]),
    ],
)
def test_a_correction_that_agrees_is_kept(change: Callable[[Data], object]) -> None:
    """It is a report like any other, and so is one with lists left out."""
    assert to_json(extract(corrected(change), name="by-hand.json"), indent=None) != ""


@pytest.mark.parametrize("lines", [1, 2])
@pytest.mark.parametrize(
    "command", [["batch", "-o", "corpus.duckdb"], ["panel"], ["view", "-o", "page.html"]]
)
def test_every_command_refuses_a_slip(
    command: list[str], lines: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """As extract does, in JSON Lines as well; in a batch it is a failure, told by its id."""
    monkeypatch.chdir(tmp_path)
    slip = corrected(lambda data: data["targets"][0].update(value=6))
    Path("by-hand.jsonl").write_bytes(b"\n".join([slip, corrected(dict)][:lines]))
    assert run([command[0], "by-hand.jsonl", *command[1:]]) in (3, 5)
    assert "t1 has the value 6 %, which is not its amount, 5.5 %" in capfd.readouterr().err


def test_lines_are_held_to_the_codebook_when_they_are_opened_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not again when their reports are asked for; ids that lead nowhere are gone from those, too."""
    (tmp_path / "made.jsonl").write_bytes(corrected(lambda data: data["projects"].pop(0)))
    asked: list[str] = []
    monkeypatch.setattr(
        "reportparse.corrections.refuse_slips", lambda report, name, lexicon: asked.append(name)
    )
    with opened(tmp_path / "made.jsonl") as corpus:
        (report,) = corpus.reports([head.report for head in corpus.heads()])
    assert asked == ["made.jsonl#1"]
    assert LINKS_LEFT_OUT in {warning.code for warning in report.warnings}


def test_what_does_not_fit_the_schema_is_told_by_its_id() -> None:
    """Not by its number in the list, which no reader counts."""
    for change, said in (
        (lambda data: data["targets"][1].update(bound="atleast"), "targets.t2.bound: 'atleast' is none of"),
        (lambda data: data["projects"][0].pop("stage"), "projects.j1.stage: it is missing."),
        (lambda data: data["meta"].update(level="town"), "meta.level: 'town' is none of"),
        (lambda data: data["meta"].update(year="next"), "meta.year: 'next' is no whole number."),
        (lambda data: data["targets"][1].update(period=2031), "targets.t2.period: 2031 is no text."),
        (lambda data: data["targets"][1].update(value=True), "targets.t2.value: true is no number."),
        (
            lambda data: data["targets"][1].update(value="1e5000"),
            "targets.t2.value: '1e5000' is beyond all measure.",
        ),
        (lambda data: data["meta"].update(year="x" * 99), f"meta.year: '{'x' * 39}…' is no whole number."),
        (lambda data: data["targets"][1]["at"].update(start=1.5), "at.start: 1.5 is no whole number."),
        (
            lambda data: data["targets"][1].update(valeu=data["targets"][1].pop("value")),
            "there is no such field.",
        ),
        (lambda data: data.update(targets={}), " at targets: {…} is no list."),
        (lambda data: data.update(meta=None), " at meta: null is no JSON object."),
    ):
        with pytest.raises(DamagedInputError, match=re.escape(said)) as told:
            extract(corrected(change))
        chinese = words_of(Language.zh).retold(str(told.value))
        assert not re.search(r"\b(?:is|it|there)\b", chinese)


def test_a_comma_too_many_is_told_by_its_place() -> None:
    """In words of the program, in Chinese too."""
    with pytest.raises(DamagedInputError, match=r"breaks at line [0-9]+, column 1\.") as told:
        extract(corrected(dict).replace(b'"meta"', b'\n,"meta"', 1))
    assert "line" not in words_of(Language.zh).retold(str(told.value))
    assert "extract it again" in str(told.value.hint)


def test_ids_of_what_a_hand_took_out_go_from_the_others() -> None:
    """Which a warning tells once; the next mention of a project, or of a target, is the first of it then."""

    def change(data: Data) -> None:
        data["targets"].pop(0)
        data["projects"].pop(0)

    report = extract(corrected(change), name="by-hand.json")
    before = extract(PRINTED.encode())
    assert (before.targets[-1].repeats, before.projects[1].same_as) == ("t1", "j1")
    assert (report.targets[-1].repeats, report.projects[0].same_as) == (None, None)
    assert all("t1" not in one.targets and "j1" not in one.projects for one in report.commitments)
    (told,) = (warning for warning in report.warnings if warning.code == LINKS_LEFT_OUT)
    assert "j2 j1" in told.message
    assert extract(to_json(report).encode()) == report


@pytest.mark.parametrize("emptied", [("projects",), ("targets", "results"), ("targets", "projects")])
def test_a_list_that_a_hand_emptied_is_gone_as_one_fact_is(emptied: tuple[str, ...]) -> None:
    """The report holds its text, so nothing was left out with --only."""
    report = extract(corrected(lambda data: data.update({key: [] for key in emptied})), name="by-hand.json")
    here = {fact.id for fact in facts_of(report)}
    named = {id_ for one in report.commitments for id_ in (*one.targets, *one.projects)}
    assert named | {id_ for one in report.projects for id_ in one.figures} <= here
    assert [one.code for one in report.warnings].count(LINKS_LEFT_OUT) == 1
    assert extract(to_json(report).encode()) == report


@pytest.mark.parametrize(
    "only", ["targets", "projects", "commitments", "projects,commitments", "commitments,paragraphs"]
)
def test_what_only_left_out_is_not_missed(only: str, tmp_path: Path, capfd: Capture) -> None:
    """Commitments name the targets and projects that a print of commitments alone has not, and go on naming them."""
    path = tmp_path / "small.json"
    path.write_text(PRINTED, "utf-8")
    assert run(["extract", str(path), "--only", only]) == 0
    printed = capfd.readouterr().out
    report, whole = extract(printed.encode()), extract(PRINTED.encode())
    assert report.warnings == whole.warnings
    assert all(getattr(report, name) == getattr(whole, name) for name in only.split(","))
    assert to_json(report).strip() == printed.strip()


def test_own_words_need_their_lexicon(tmp_path: Path, capfd: Capture) -> None:
    """An indicator that another lexicon has is refused with what to do, and taken with that lexicon."""
    (tmp_path / "indicators.toml").write_text(
        '[[entry]]\nid = "lights"\nforms = ["路灯盏数"]\nenglish = "street lights"\nunit = "盏"\n'
        'example = "路灯盏数增长5%"\n',
        "utf-8",
    )
    path = tmp_path / "by-hand.json"
    path.write_bytes(corrected(lambda data: data["targets"][0].update(indicator_id="lights")))
    assert run(["extract", str(path)]) == 3
    assert "--lexicon" in capfd.readouterr().err
    assert run(["extract", str(path), "--lexicon", str(tmp_path)]) == 0


def test_several_slips_are_counted() -> None:
    """The first is told, and how many more there are."""

    def change(data: Data) -> None:
        for target in data["targets"]:
            target["quote"] = "不在原文"

    with pytest.raises(DamagedInputError) as raised:
        extract(corrected(change))
    assert raised.value.hint.startswith("More entries that are at odds: 2.")


def test_what_the_program_prints_agrees_with_itself(sample: Path, extracted: Callable[[Path], Any]) -> None:
    """Every sample comes back."""
    report = extracted(sample)
    assert extract(to_json(report).encode()) == report
    assert sample in SAMPLES
