"""Hold the catalogues complete: every code, heading and label in every language, and none that nobody asks for."""

import importlib
import pkgutil
import tomllib
from pathlib import Path
from string import Formatter

import pytest
import regex

import reportparse
from reportparse.cli import run
from reportparse.corpus.terms import Per
from reportparse.language import Language, Words, chosen, words_of
from reportparse.language.words import SENTENCES
from reportparse.lexicon import load
from reportparse.model import Bound, Vocabulary
from tests.conftest import ROOT

SOURCE = ROOT / "src" / "reportparse"
CATALOGUES = {
    language: tomllib.loads((SOURCE / "language" / f"{language}.toml").read_text("utf-8"))
    for language in Language
}
NOT_SHOWN = {"Markup", "Judgement", "FactKind"}
"""Vocabularies inside the program, and those of corrections, which only the pages name."""

languages = pytest.mark.parametrize("language", Language)


def vocabularies() -> dict[str, set[str]]:
    """Give the codes of every closed vocabulary of the models, by its name; of two of one name, those of both."""
    for module in pkgutil.walk_packages([str(SOURCE / "model")], "reportparse.model."):
        importlib.import_module(module.name)
    found: dict[str, set[str]] = {"Per": {*Per}, "Sector": {entry.id for entry in load().entries("sectors")}}
    for vocabulary in Vocabulary.__subclasses__():
        found.setdefault(vocabulary.__name__, set()).update(vocabulary)
    return {name: {str(code) for code in codes} for name, codes in found.items() if name not in NOT_SHOWN}


def code_text(*endings: str) -> str:
    """Give all of the program that may ask for a word: Python, templates and scripts, or those of some endings."""
    wanted = endings or (".py", ".html", ".js")
    paths = [path for path in SOURCE.rglob("*") if path.suffix in wanted]
    return "\n".join(path.read_text("utf-8") for path in sorted(paths))


@languages
def test_every_code_of_the_models_has_a_name(language: Language) -> None:
    """And no name is of a code that there is not."""
    known = {name: set(table) for name, table in CATALOGUES[language].items() if name[0].isupper()}
    wanted = vocabularies() | {"Step": known["Step"]}
    assert known == wanted


def test_all_languages_have_the_same_names_with_the_same_places() -> None:
    """What one fills into a label the other fills in, too."""
    english, *others = (
        {
            (table, name): {field for _, field, _, _ in Formatter().parse(words) if field and field != "s"}
            for table, names in CATALOGUES[language].items()
            if table not in SENTENCES
            for name, words in names.items()
        }
        for language in (Language.en, Language.zh)
    )
    for other in others:
        assert other == english


@pytest.mark.parametrize("table", ["headings", "labels", "pages"])
def test_no_heading_and_no_label_is_unused(table: str) -> None:
    """Each is named somewhere in the code or on the pages, or is a field of a model."""
    text = code_text() + str(vocabularies_fields())
    unused = [
        name for name in CATALOGUES[Language.en][table]
        if f'"{name}"' not in text and f"'{name}'" not in text and not name.startswith("counted_")
    ]  # fmt: skip
    assert unused == []


def vocabularies_fields() -> list[str]:
    """Give the fields that `explain` shows."""
    models = (reportparse.model.Figure, reportparse.model.Project, reportparse.model.Commitment)
    return [
        *(name for model in models for name in model.model_fields),
        *reportparse.model.At.model_fields,
        *reportparse.model.Baseline.model_fields,
    ]


@languages
def test_what_the_code_asks_for_is_there(language: Language) -> None:
    """Every label and heading that is named in the code, and every field that `explain` shows."""
    text = code_text()
    labels = set(regex.findall(r'\.label\(\s*"(\w+)"', text))
    headings = set(regex.findall(r'\.heading\(\s*"(\w+)"', text)) | set(vocabularies_fields())
    for listed in regex.findall(r"\.headings\(([^)]*)\)", text):
        headings |= set(regex.findall(r'"(\w+)"', listed))
    pages = set(regex.findall(r"""\.page\(\s*["'](\w+)""", text))
    pages |= set(regex.findall(r'(?:words|filled|action|judge)\("(\w+)"', code_text(".js")))
    assert labels <= set(CATALOGUES[language]["labels"])
    assert pages <= set(CATALOGUES[language]["pages"])
    assert headings <= set(CATALOGUES[language]["headings"])


def test_one_of_a_thing_is_no_plural(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On a terminal and on the page: a report of one section, target, project and promise."""
    english = words_of(Language.en)
    assert english.label("counted_targets", count=1) == "1 target"
    assert english.label("counted_targets", count=2) == "2 targets"
    assert words_of(Language.zh).label("counted_targets", count=1) == "目标 1"
    report = tmp_path / "report.txt"
    report.write_text("一、2031年重点工作\n开工云岭湖水厂，今年地区生产总值增长5.5%左右。", encoding="utf-8")
    run(["extract", str(report), "--summary", "--lang", "en"])
    run(["view", str(report), "--lang", "en"])
    run(["batch", str(report), "-o", str(tmp_path / "c.duckdb"), "--lang", "en"])
    out, err = capsys.readouterr()
    told = err + regex.sub("(?s)<(style|script).*?</\\1>|<[^>]*>", " ", out.partition("<!doctype")[2])
    assert "1 section" in told
    assert regex.findall(r"(?<![0-9.])1 (?!as|was|is)[a-z]+s\b", told) == []


def test_chinese_is_chinese() -> None:
    """No name was left in English, but for F1, the keys and our own name."""
    for table, names in CATALOGUES[Language.zh].items():
        for name, words in names.items():
            bare = regex.sub(r"\{.*?\}", "", words)
            left = table not in SENTENCES and name not in ("f1", "keys", "made_by")
            assert not (left and regex.search("[A-Za-z]", bare)), name


def test_words_are_read_when_they_are_asked_for() -> None:
    """To have a language costs nothing."""
    words = Words(Language.zh)
    assert "_tables" not in vars(words)
    assert words.code(Bound.at_least) == "以上"
    assert words.code(None) == ""
    assert words.named("Sector", "my_own") == "my_own"
    assert words.field("verdict", "missed") == "未达到"
    assert words.field("period", "2031") == "2031"
    assert words_of(Language.zh) is words_of(Language.zh)


@pytest.mark.parametrize(
    ("arguments", "locale", "wanted"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        (["extract", "--lang", "zh", "a.pdf"], {"LANG": "C"}, "zh"),
        (["--lang=en", "extract", "a.pdf"], {"LANG": "zh_CN"}, "en"),
        (["--lang", "en", "extract", "--lang", "zh"], {}, "zh"),
        (["extract", "--lang", "fr"], {"LANG": "zh_CN"}, "zh"),
        (["extract", "--", "--lang=zh"], {}, "en"),
        (["extract", "--lang"], {}, "en"),
    ],
)
def test_the_language_is_that_of_the_option_or_of_the_locale(
    arguments: list[str], locale: dict[str, str], wanted: str
) -> None:
    """The first variable that is set decides; a language that is not known is as good as none."""
    assert chosen(arguments, locale) == wanted
