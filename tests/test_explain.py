"""Hold `explain` to the extraction: it tells of the same facts, and of what was declined."""

from collections.abc import Callable
from pathlib import Path

import pytest
import simplejson

from reportparse import Report
from reportparse.cli import run
from reportparse.errors import UsageError
from reportparse.explain import Fact, around, explain_fact, explain_text, fact_of
from reportparse.lexicon import load
from reportparse.model import Outlook
from reportparse.model.trace import Verdict
from tests.conftest import SAMPLES

SAMPLE = next(path for path in SAMPLES if path.suffix == ".md")
TEXT = "培育10至12家企业，推进三年行动计划。"


def test_every_match_of_a_quantity_rule_is_told() -> None:
    """What an earlier rule reads outdoes a later one, and a number that is a name is declined with its reason."""
    steps = explain_text(TEXT, load(), year=2031)
    told = {(step.stage, step.rule, step.words, step.verdict) for step in steps}
    assert ("quantity", "range", "10至12家", Verdict.read) in told
    assert ("quantity", "arabic", "12家", Verdict.outdone) in told
    assert ("figure", "ordinal-or-period", "三年", Verdict.declined) in told


def test_words_are_slices_of_the_text() -> None:
    """Offsets are those of the explained text."""
    for step in explain_text(TEXT, load(), year=2031):
        assert TEXT[step.start : step.end] == step.words


def test_outlook_tells_targets_from_results() -> None:
    """The same text is a result where the report looks back."""
    stages = {step.stage for step in explain_text("新建公园12处。", load(), outlook=Outlook.done, year=2031)}
    assert "result" in stages
    assert "target" not in stages


@pytest.mark.parametrize("name", ["t1", "r1", "j1", "c1"])
def test_a_fact_is_explained_by_its_own_rule(name: str, extracted: Callable[[Path], Report]) -> None:
    """The rule that stands in the JSON is among the steps, at the fact's place."""
    report = extracted(SAMPLE)
    fact, steps = explain_fact(report, name, load())
    assert fact == fact_of(report, name)
    assert any(s.rule == fact.rule and (s.start, s.end) == (fact.at.start, fact.at.end) for s in steps)


def test_facts_are_shown_in_their_sentence(
    extracted: Callable[[Path], Report], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Several ids in one call, each with its quote marked; as data what stands before and behind it."""
    report = extracted(SAMPLE)
    facts: list[Fact] = [*report.targets, *report.projects]
    for fact in facts:
        before, behind = around(report, fact)
        text = next(p.text for p in report.paragraphs if p.id == fact.at.paragraph)
        assert f"{before}{fact.quote}{behind}" in text
        assert "。" not in before + fact.quote[:-1] + behind[:-1]
    assert run(["explain", str(SAMPLE), "t1", "r3", "c12", "--format", "json"]) == 0
    told = [simplejson.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert [one["fact"]["id"] for one in told] == ["t1", "r3", "c12"]
    assert run(["explain", str(SAMPLE), "t1", "r3"]) == 0
    shown = capfdbinary.readouterr().out.decode().replace("\n", "").replace(" ", "")
    for one in told[:2]:
        quote, behind = (one[key].replace(" ", "") for key in ("behind", "before"))
        assert f"【{one['fact']['quote'].replace(' ', '')}】" in shown
        assert quote[:9] in shown and behind[-9:] in shown
    assert run(["explain", str(SAMPLE), "t1", "t99999"]) == 2
    assert capfdbinary.readouterr().out == b""


def test_an_unknown_id_is_wrong_usage(extracted: Callable[[Path], Report]) -> None:
    """With a hint at what ids there are."""
    report = extracted(SAMPLE)
    with pytest.raises(UsageError, match="t99999") as told:
        explain_fact(report, "t99999", load())
    assert f"facts are t1–{report.targets[-1].id}, r1–" in str(told.value.hint)
    turned = report.model_copy(update={"targets": report.targets[::-1]})
    with pytest.raises(UsageError, match="t99999") as told:
        explain_fact(turned, "t99999", load())
    assert f"facts are t1–{report.targets[-1].id}, r1–" in str(told.value.hint)
    none = report.model_copy(update=dict.fromkeys(("targets", "results", "projects", "commitments"), ()))
    with pytest.raises(UsageError, match="t1") as told:
        explain_fact(none, "t1", load())
    assert told.value.hint == "It has no facts."


def test_a_text_in_which_nothing_is_read_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    """A table without rows would leave its reader in doubt."""
    assert run(["explain", "--text", "hello"]) == 0
    assert "No rule reads anything in this text." in capfd.readouterr().err
    assert run(["explain", "--text", "新建公园12处。"]) == 0
    assert capfd.readouterr().err == ""


def test_the_command_prints_data(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`--format json` has the steps, and no fact for a text."""
    assert run(["explain", "--text", TEXT, "--format", "json"]) == 0
    data = simplejson.loads(capfdbinary.readouterr().out)
    assert data["fact"] is None
    assert data["steps"][0]["stage"] == "quantity"
    assert run(["explain"]) == 2
