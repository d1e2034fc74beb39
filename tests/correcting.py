"""Make corrections of a small report, as the page of view saves them and as a hand writes them."""

from typing import Any

import jsonschema
import simplejson

from reportparse import Report, extract
from reportparse.model.corrections import Corrections
from reportparse.model.json import corrections_from_json
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
    return standing(report, fact.at.paragraph, fact.quote) | {
        "verdict": verdict, "kind": kind, "id": name,
        "found": {field: getattr(fact, field) for field in fields}, "right": right or None,
    }  # fmt: skip


def added(report: Report, kind: str, paragraph: str, quote: str, **right: Any) -> dict[str, Any]:
    """Give the correction that adds a fact."""
    return standing(report, paragraph, quote) | {"verdict": "added", "kind": kind, "right": right}


def standing(report: Report, paragraph: str, quote: str) -> dict[str, Any]:
    """Give where words stand, as a correction tells it."""
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


def by_hand(verdict: str, found: dict[str, Any] | None, right: dict[str, Any]) -> Corrections:
    """Give a correction of the first target, as somebody writes it who knows the schema only."""
    return corrections(REPORT, judged(REPORT, verdict, "t1", **right) | {"found": found})
