"""Files that were altered at random give facts on their words, or a sentence; never a traceback."""

import os
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
import simplejson
from jsonschema import Draft202012Validator

from reportparse import Commitment, Figure, Project, Report, ReportparseError, extract, to_json
from tests.conftest import SAMPLES
from tools.hostile import docx, pdf
from tools.hostile.words import TEXT

ROUNDS = int(os.environ.get("MUTATIONS", "20"))
SPLICES = (
    "，", "。", "（", "\n", "2031年", "亿", "以上", "和", "、", "\ud83d", "𬭊", "\0", "%", "9" * 30, "一是", "**",
)  # fmt: skip


def _short(path: Path) -> bytes:
    """Give the beginning of a sample of text, enough for all kinds of facts."""
    return path.read_text("utf-8")[:3000].encode()


FORMS: dict[str, Callable[[], bytes]] = {
    "md": lambda: _short(next(path for path in SAMPLES if path.suffix == ".md")),
    "html": lambda: _short(next(path for path in SAMPLES if path.suffix == ".html")),
    "txt": lambda: TEXT.encode("gb18030"),
    "docx": lambda: docx.packed(docx.body(docx.paragraphs())),
    "pdf": lambda: pdf.pages([pdf.stream(pdf.REPORT)]),
    "json": lambda: to_json(extract(TEXT.encode(), name="report.txt")).encode(),
}


@cache
def _whole(form: str) -> bytes:
    return FORMS[form]()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Alter bytes in one to four places: cut, doubled, exchanged, overwritten, or words put in."""
    for _ in range(chance.randint(1, 4)):
        a, b = sorted(chance.randrange(len(data)) for _ in range(2))
        b = min(b, a + chance.choice((1, 4, 40, 400)))
        kind = chance.randrange(6)
        if kind == 0:
            data = data[:a] + data[b:]
        elif kind == 1:
            data = data[:b] + data[a:b] + data[b:]
        elif kind == 2:
            data = data[:a] + bytes(chance.randrange(256) for _ in range(b - a)) + data[b:]
        elif kind == 3:
            data = data[:a] + chance.choice(SPLICES).encode("utf-8", "surrogatepass") + data[a:]
        elif kind == 4:
            data = data[:a] + data[a:b][::-1] + data[b:]
        else:
            data = data[: max(a, len(data) // 2)]
    return data


def held(report: Report) -> None:
    """Hold a report to its promises: quotes are slices, and the JSON fits the schema."""
    texts = {paragraph.id: paragraph.text for paragraph in report.paragraphs}
    facts: list[Figure | Project | Commitment] = [*report.targets, *report.results, *report.projects]
    for fact in (*facts, *report.commitments):
        assert texts[fact.at.paragraph][fact.at.start : fact.at.end] == fact.quote
    VALIDATOR.validate(simplejson.loads(to_json(report).encode("utf-8", "replace")))


VALIDATOR = Draft202012Validator(simplejson.loads(Path("schemas/report.schema.json").read_text("utf-8")))


@pytest.mark.parametrize("seed", range(ROUNDS))
@pytest.mark.parametrize("form", FORMS)
def test_what_is_altered_is_read_or_refused(form: str, seed: int) -> None:
    """Whatever stands in a file is a report, or one of our errors with a sentence and a hint."""
    data = mutated(_whole(form), random.Random(f"{form} {seed}"))
    try:
        report = extract(data, name=f"report.{form}")
    except ReportparseError as error:
        assert str(error)
        assert error.hint
        return
    held(report)
