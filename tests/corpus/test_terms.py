"""Hold the counts of terms to the texts, and the shipped dictionaries to their form."""

import csv
import io
from pathlib import Path

import pytest
import regex
import simplejson

from reportparse.cli import run
from reportparse.corpus.dictionary import dictionary, shipped
from reportparse.corpus.terms import TABLE
from tests.corpus.making import folder_of_reports

pytestmark = pytest.mark.usefixtures("here")

Capture = pytest.CaptureFixture[str]

TEXT = """# 云岭市政府工作报告

一、2031年工作安排

推进数字经济发展，发展数字经济。建设数字经济产业园。

（一）保护环境

改善生态环境。推进环境治理，让环境更好。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """Give a report with few words."""
    path = tmp_path / "report.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def counts(capfd: Capture, *arguments: str | Path) -> list[dict[str, str]]:
    """Run the command and read its CSV."""
    assert run(["terms", *map(str, arguments), "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capfd.readouterr().out.removeprefix("\ufeff"))))


def own(folder: Path, text: str, name: str = "terms.txt") -> Path:
    """Write a dictionary."""
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_tokens_and_substrings_are_counted_side_by_side(report: Path, tmp_path: Path, capfd: Capture) -> None:
    """A term counts as a token where it is one; a longer term takes its characters from a shorter."""
    terms = own(tmp_path, "数字经济\n环境\n生态环境  # longer\n")
    rows = {row["term"]: row for row in counts(capfd, report, "--dict", terms)}
    assert [(rows[term]["count"], rows[term]["substrings"]) for term in ("数字经济", "环境", "生态环境")] == [
        ("3", "3"),
        ("1", "4"),
        ("1", "1"),
    ]
    assert rows[""]["count"] == "5"
    assert tuple(rows[""]) == TABLE.names


def test_the_denominator_is_chosen_and_printed(report: Path, tmp_path: Path, capfd: Capture) -> None:
    """Characters, tokens, tokens but punctuation: the share is the count by it."""
    terms = own(tmp_path, "数字经济")
    sizes = {}
    for per in ("tokens", "words", "characters"):
        total = counts(capfd, report, "--dict", terms, "--per", per)[0]
        assert total["per"] == per
        assert float(total["share"]) == pytest.approx(3 / int(total["of"]), abs=1e-6)
        sizes[per] = int(total["of"])
    assert sizes["characters"] == len("".join(TEXT.replace("# ", "").split()))
    assert sizes["words"] == sizes["tokens"] - len(regex.findall(r"[，。、（）]", TEXT))


def test_sections_hold_what_is_below_them(report: Path, tmp_path: Path, capfd: Capture) -> None:
    """The part has all three, its section none of the first term."""
    terms = own(tmp_path, "数字经济\n环境治理\n")
    rows = counts(capfd, report, "--dict", terms, "--sections")
    assert [(row["title"], row["count"]) for row in rows if not row["term"]] == [
        ("", "4"),
        ("云岭市政府工作报告", "0"),
        ("2031年工作安排", "4"),
        ("保护环境", "1"),
    ]


def test_reports_are_ranked_by_share_and_terms_by_count(tmp_path: Path, capfd: Capture) -> None:
    """Equals have one rank."""
    for name, words in (("a", "创新"), ("b", "创新、创新、创新"), ("c", "环境、环境、创新")):
        (tmp_path / f"{name}.md").write_text(
            f"# 云岭市政府工作报告\n\n一、工作\n\n我们说{words}。\n", "utf-8"
        )
    files = [tmp_path / f"{name}.md" for name in "abc"]
    rows = counts(capfd, *files, "--dict", own(tmp_path, "创新\n环境\n"))
    assert [(row["report"], row["rank"]) for row in rows if not row["term"]] == [
        ("a.md", "3"),
        ("b.md", "1"),
        ("c.md", "1"),
    ]
    assert [(row["term"], row["rank"]) for row in rows if row["report"] == "c.md" and row["term"]] == [
        ("创新", "2"),
        ("环境", "1"),
    ]


def test_dictionaries_have_several_forms(report: Path, tmp_path: Path, capfd: Capture) -> None:
    """TOML with categories, a table with a column term, a term a line."""
    toml = own(tmp_path, '[terms]\ndigital = ["数字经济"]\ngreen = ["环境治理"]\n', "t.toml")
    table = own(tmp_path, "词,类别\n数字经济,digital\n环境治理,green\n", "t.csv")
    for terms in (toml, table):
        rows = counts(capfd, report, "--dict", terms)
        assert [(row["category"], row["count"]) for row in rows if row["category"] and not row["term"]] == [
            ("digital", "3"),
            ("green", "1"),
        ]
    empty = own(tmp_path, "# nothing\n")
    assert run(["terms", str(report), "--dict", str(empty)]) == 2
    assert run(["terms", str(report), "--dict", "nowhere"]) == 3
    assert run(["terms", str(report), "--dict", str(own(tmp_path, "a,b\n1,2\n", "u.csv"))]) == 2


@pytest.mark.parametrize("name", ["digital", "environment", "innovation"])
def test_shipped_dictionaries_have_sources_and_categories(name: str, capfd: Capture, report: Path) -> None:
    """No term stands twice; each has a category; the source is told with the counts."""
    assert name in shipped()
    chosen = dictionary(name)
    assert "(20" in chosen.source
    assert all(chosen.terms.values())
    assert len(chosen.terms) >= 50
    assert run(["terms", str(report), "--dict", name]) == 0
    out, err = capfd.readouterr()
    assert "of words" in out
    assert chosen.source[:40] in err


def test_a_corpus_is_counted_and_drawn(tmp_path: Path, capfd: Capture) -> None:
    """As the reports that it is made of; the chart has a line a place, the same bytes each time, and no script."""
    reports = folder_of_reports(tmp_path / "reports", ["云岭市", "松河市"])
    assert run(["batch", str(reports), "-o", str(tmp_path / "corpus.duckdb")]) == 0
    corpus = tmp_path / "corpus.duckdb"
    capfd.readouterr()
    of_corpus = counts(capfd, corpus, "--dict", "environment")
    of_files = counts(
        capfd, *sorted(reports.rglob("*.txt"), key=lambda p: p.as_posix()), "--dict", "environment"
    )
    assert [row | {"report": ""} for row in of_corpus] == [row | {"report": ""} for row in of_files]
    drawn = []
    for _ in range(2):
        assert run(["terms", str(corpus), "--dict", "environment", "--format", "svg"]) == 0
        drawn.append(capfd.readouterr().out)
    assert drawn[0] == drawn[1]
    assert drawn[0].startswith("<svg")
    assert "松河市" in drawn[0]
    assert "<script" not in drawn[0]


def test_the_same_bytes_twice_are_counted_once_in_every_form(tmp_path: Path, capfd: Capture) -> None:
    """A corpus of JSON Lines has no table that tells of them; their reports do."""
    reports = folder_of_reports(tmp_path / "reports", ["云岭市"])
    (reports / "copy.txt").write_bytes((reports / "2031云岭市.txt").read_bytes())
    found = []
    for name in ("corpus.duckdb", "corpus.jsonl"):
        assert run(["batch", str(reports), "-o", str(tmp_path / name)]) == 0
        capfd.readouterr()
        found.append(counts(capfd, tmp_path / name, "--dict", "environment"))
    assert [row | {"report": ""} for row in found[0]] == [row | {"report": ""} for row in found[1]]
    assert len({row["report"] for row in found[1]}) == 3


def test_json_holds_the_dictionary(report: Path, capfd: Capture) -> None:
    """And the rows of the CSV."""
    assert run(["terms", str(report), "--dict", "digital", "--format", "json"]) == 0
    data = simplejson.loads(capfd.readouterr().out)
    assert data["dictionary"]["terms"]["数字经济"] == "general"
    assert data["per"] == "words"
    assert [row["count"] for row in data["rows"] if row["term"] == "数字经济"] == [3]
