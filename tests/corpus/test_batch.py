"""Hold `batch` to it: every report is read or a failure, and what is done is done once."""

import os
from pathlib import Path

import duckdb
import pytest
import simplejson
from PIL import Image

from reportparse.cli import run
from reportparse.corpus.layout import Table
from reportparse.corpus.store import Store
from tests.corpus.making import PLACES, as_csv, cells, folder_of_reports, text

pytestmark = pytest.mark.usefixtures("here")

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with six reports, two of them deeper."""
    return folder_of_reports(tmp_path / "reports", PLACES[:2], (2031, 2032, 2033))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Give the name of a corpus beside the folder."""
    return tmp_path / "corpus.duckdb"


def batch(*arguments: str | Path) -> int:
    """Run the command."""
    return run(["batch", *map(str, arguments)])


def test_every_report_below_the_paths_is_read(reports: Path, corpus: Path, capfd: Capture) -> None:
    """Folders are gone through; keys are paths as seen from the corpus; nothing goes to standard output."""
    assert batch(reports, "-o", corpus) == 0
    assert cells(corpus, "report, place, year", "reports")[:3] == [
        ("reports/2031云岭市.txt", "云岭市", 2031),
        ("reports/2032云岭市.txt", "云岭市", 2032),
        ("reports/2033云岭市.txt", "云岭市", 2033),
    ]
    assert cells(corpus, "count(*)", "reports") == [(6,)]
    assert cells(corpus, "value, unit, bound, tone", "targets", "year = 2031 AND indicator_id = 'gdp'") == [
        (6.0, "%", "around", "soft"),
        (6.5, "%", "around", "soft"),
    ]
    out, err = capfd.readouterr()
    assert out == ""
    assert err.splitlines() == ["6 reports read, 0 failed. The corpus holds 6 reports."]


def test_nothing_to_read_is_told(reports: Path, tmp_path: Path, corpus: Path, capfd: Capture) -> None:
    """A folder without reports, beside others too, and standard input, which only single reports come through."""
    (tmp_path / "empty").mkdir()
    assert batch(tmp_path / "empty", "-o", corpus) == 0
    assert f"{tmp_path / 'empty'} holds no reports.\nTheir names end in .pdf" in capfd.readouterr().err
    assert batch(tmp_path / "empty", reports, tmp_path / "empty", "-o", corpus) == 0
    assert capfd.readouterr().err.count("holds no reports.") == 1
    assert batch(tmp_path / "empty" / "-", "-o", corpus) == 3
    assert "There is no file or folder" in capfd.readouterr().err
    assert batch("-", "-o", corpus) == 3
    assert "batch reads files, not standard input.\nOf what comes through" in capfd.readouterr().err


def test_a_folder_is_not_made_under_the_name_of_a_file(reports: Path, tmp_path: Path, capfd: Capture) -> None:
    """Of a report, or of another program's; a folder that is there may be called as it likes."""
    for name in ("corpus.docx", "corpus.xls"):
        assert batch(reports, "-o", tmp_path / name) == 2
        assert f"{name} is no name of a corpus." in capfd.readouterr().err
        assert not (tmp_path / name).exists()
        (tmp_path / name).mkdir()
        assert batch(reports, "-o", tmp_path / name) == 0


def test_several_reports_in_one_file_are_told(reports: Path, corpus: Path, capfd: Capture) -> None:
    """As a list and one behind the other, with how to make a table of them."""
    for name in ("list.json", "behind.json"):
        assert run(["extract", str(reports / "2031云岭市.txt"), "-o", str(reports / name)]) == 0
    printed = (reports / "list.json").read_text("utf-8")
    (reports / "list.json").write_text(f"[{printed},{printed}]", "utf-8")
    (reports / "behind.json").write_text(printed + printed, "utf-8")
    (reports / "other.json").write_text('{"a": 1}\n{"a": 2}\n', "utf-8")
    assert batch(reports, "-o", corpus) == 5
    assert cells(corpus, "message, hint", "failures") == [
        (f"{name} holds a list of reports, not one.",
         "Make JSON Lines of it: reportparse extract FILE -o reports.jsonl")
        for name in ("behind.json", "list.json")
    ] + [
        ("other.json is not whole JSON: it breaks at line 2, column 1.", "Correct it there, or extract it again.")
    ]  # fmt: skip
    capfd.readouterr()


def test_what_may_not_be_opened_is_no_damaged_corpus(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """It may be a good one, or none yet."""

    def refuse(**_: object) -> None:
        raise duckdb.IOException(f'IO Error: Cannot open file "{corpus}": Permission denied')

    monkeypatch.setattr("duckdb.connect", refuse)
    assert batch(reports, "-o", corpus) == 3
    assert (
        "can't be opened: Permission denied.\nCheck the path and its permissions." in capfd.readouterr().err
    )


def test_no_pipe_is_waited_for_and_no_link_passed_over_in_silence(
    reports: Path, corpus: Path, capfd: Capture
) -> None:
    """A pipe in a folder may have no end; a link to a folder may lead back to it."""
    os.mkfifo(reports / "pipe.txt")
    (reports / "again").symlink_to(reports)
    (reports / "lost.txt").symlink_to(reports / "nowhere.txt")
    assert batch(reports, "-o", corpus) == 5
    assert cells(corpus, "report", "failures") == [("reports/lost.txt",)]
    told = capfd.readouterr().err.splitlines()
    assert "1 file of another kind was skipped, pipe.txt." in told
    assert "Links to folders are not followed: again." in told


def test_keys_do_not_depend_on_where_the_corpus_is(reports: Path, tmp_path: Path, capfd: Capture) -> None:
    """Nor on how the folder is given, nor on its place: what was moved with its corpus left behind is known again."""
    far = tmp_path / "far" / "away"
    far.mkdir(parents=True)
    near, corpus = tmp_path / "near.duckdb", far / "corpus.duckdb"
    keys = "report, path"
    assert batch(reports, "-o", near) == 0
    assert batch(reports, "-o", corpus) == 0
    assert cells(corpus, keys, "reports") == cells(near, keys, "reports")
    capfd.readouterr()
    assert batch(reports / "more", "-o", corpus) == 0
    assert capfd.readouterr().err.startswith("0 reports read, 0 failed, 3 as they were. The corpus holds 6")
    moved = tmp_path / "moved" / "reports"
    moved.parent.mkdir()
    reports.rename(moved)
    assert batch(moved, "-o", corpus) == 0
    assert capfd.readouterr().err.startswith("0 reports read, 0 failed, 6 as they were.")
    assert cells(corpus, keys, "reports") == cells(near, keys, "reports")


def test_two_folders_of_one_name_stay_apart(tmp_path: Path, capfd: Capture) -> None:
    """In one run and in two; a file of the corpus's own folder is a third."""
    out = tmp_path / "out"
    corpus = out / "corpus.duckdb"
    folders = [tmp_path / one / "reports" for one in "ab"]
    for folder, place in zip((*folders, out / "reports"), PLACES, strict=False):
        folder_of_reports(folder, [place], [2031])
        (folder / f"2031{place}.txt").rename(folder / "2031.txt")
    assert batch(folders[0], "-o", corpus) == 0
    assert batch(*folders, out / "reports", "-o", corpus) == 0
    assert cells(corpus, "report, place", "reports") == [
        ("./reports/2031.txt", PLACES[2]),
        ("reports-2/2031.txt", PLACES[1]),
        ("reports/2031.txt", PLACES[0]),
    ]
    (folders[1] / "2031.txt").unlink()
    capfd.readouterr()
    assert batch(folders[1], "-o", corpus) == 0
    assert "1 gone" in capfd.readouterr().err
    assert cells(corpus, "count(*)", "reports") == [(2,)]


def test_a_bad_file_is_a_row_and_stops_nothing(reports: Path, corpus: Path, capfd: Capture) -> None:
    """It has a code, a sentence and a hint; the run ends with 5."""
    (reports / "empty.pdf").write_bytes(b"")
    (reports / "cut.docx").write_bytes(b"PK\x03\x04 and no more")
    (reports / "english.txt").write_text("We propose a new architecture. " * 50, encoding="utf-8")
    (reports / "notes.xyz").write_text("?", encoding="utf-8")
    (reports / "gone.txt").symlink_to(reports / "nowhere")
    assert batch(reports, "-o", corpus) == 5
    assert cells(corpus, "code, exit_code, length(message) > 9 AND length(hint) > 9", "failures") == [
        ("damaged-input", 3, True),
        ("empty-input", 3, True),
        ("foreign-input", 3, True),
        ("unreadable-input", 3, True),
    ]
    assert cells(corpus, "count(*)", "reports") == [(6,)]
    assert "notes.xyz" in capfd.readouterr().err


def test_a_fault_of_ours_is_a_row(reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says where the program failed."""

    def at_fault(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("reportparse.corpus.work.understand", at_fault)
    assert batch(reports, "-o", corpus) == 5
    assert cells(corpus, "DISTINCT code, exit_code, message LIKE 'IndexError in %'", "failures") == [
        ("fault", 1, True)
    ]


def test_a_second_run_does_nothing(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """No report is even opened; the tables stay as they are."""
    (reports / "empty.pdf").write_bytes(b"")
    assert batch(reports, "-o", corpus) == 5
    before = as_csv(corpus)
    monkeypatch.setattr("reportparse.corpus.run._content", pytest.fail)
    capfd.readouterr()
    assert batch(reports, "-o", corpus) == 5
    assert as_csv(corpus) == before
    assert capfd.readouterr().err.startswith("0 reports read, 0 failed, 7 as they were.")


def test_only_what_changed_is_done_anew(reports: Path, corpus: Path, capfd: Capture) -> None:
    """A file with other words is; one that was only touched or is new under the same name is looked at."""
    batch(reports, "-o", corpus)
    changed, touched = reports / "2031云岭市.txt", reports / "2032云岭市.txt"
    changed.write_text(text("云岭市", 2031, growth="9.5"), encoding="utf-8")
    touched.write_text(touched.read_text("utf-8"), encoding="utf-8")
    (reports / "2034云岭市.txt").write_text(text("云岭市", 2034), encoding="utf-8")
    (reports / "2033云岭市.txt").unlink()
    capfd.readouterr()
    assert batch(reports, "-o", corpus) == 0
    said = capfd.readouterr().err
    assert said.startswith("2 reports read, 0 failed, 4 as they were, 1 gone.")
    assert cells(corpus, "year, value", "targets", "place = '云岭市' AND indicator_id = 'gdp'") == [
        (2031, 9.5),
        (2032, 6.25),
        (2034, 6.5),
    ]


def test_another_version_does_all_anew(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """Of the codebook, for one; the table of versions has the new one only."""
    batch(reports, "-o", corpus)
    monkeypatch.setattr("reportparse.corpus.run.CODEBOOK_VERSION", "9.9")
    capfd.readouterr()
    batch(reports, "-o", corpus)
    assert capfd.readouterr().err.startswith("6 reports read, 0 failed.")
    assert cells(corpus, "codebook", "versions") == [("9.9",)]
    assert cells(corpus, "count(*)", "reports") == [(6,)]


def test_failures_are_tried_again_when_asked(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """Without --retry-failed they stay failures; with it only they are read."""
    with monkeypatch.context() as patched:
        patched.setattr("reportparse.corpus.work.understand", lambda *_, **__: 1 / 0)
        assert batch(reports / "more", "-o", corpus) == 5
    assert batch(reports, "-o", corpus) == 5
    capfd.readouterr()
    assert batch(reports, "-o", corpus, "--retry-failed") == 0
    assert capfd.readouterr().err.startswith("3 reports read, 0 failed, 3 as they were.")
    assert cells(corpus, "count(*)", "failures") == [(0,)]


def test_what_failed_for_want_of_a_helper_is_tried_again_with_it(
    tmp_path: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """Once, when it is new; the end of a run says where the failures are, what to try, and how to try again."""
    monkeypatch.setattr("reportparse.reading.ocr.is_available", lambda: False)
    pages = tmp_path / "pages"
    pages.mkdir()
    Image.new("RGB", (600, 800), "white").save(pages / "scan.pdf")
    (pages / "empty.txt").write_bytes(b"")
    (pages / "notes.xyz").write_bytes(b"")
    assert batch(pages, "-o", corpus, "--ocr", "never") == 5
    said = capfd.readouterr().err
    assert "pip install rapidocr onnxruntime" in said
    assert "All 2 are in the table failures" in said and "--retry-failed" in said
    assert "1 file of another kind was skipped, notes.xyz." in said
    with monkeypatch.context() as patched:
        patched.setattr("reportparse.corpus.run.helpers", lambda: frozenset({"ocr"}))
        for first in (
            "0 reports read, 1 failed, 1 as it was.",
            "0 reports read, 0 failed, 2 as they were.",
        ):
            assert batch(pages, "-o", corpus, "--ocr", "never") == 5
            assert capfd.readouterr().err.startswith(first)


def test_warnings_are_counted_in_a_line(tmp_path: Path, corpus: Path, capfd: Capture) -> None:
    """By their kind, as by extract; that of a text in traditional characters says what to do."""
    reports = folder_of_reports(tmp_path / "reports", ["云岭市"], [2031])
    (reports / "old.md").write_text(
        "# 政府工作報告\n\n" + "我們繼續發展經濟，實現國內產業轉變。\n\n" * 40, encoding="utf-8"
    )
    (reports / "松河市2035.txt").write_text(text("云岭市", 2032), encoding="utf-8")
    assert batch(reports, "-o", corpus, "--name", "{place}{year}") == 0
    said = capfd.readouterr().err
    assert "reports/old.md: The text is in traditional characters" in said and "convert it" in said
    (line,) = [line for line in said.splitlines() if line.startswith("Warnings: ")]
    assert "place-disagrees 1" in line and "year-disagrees 1" in line and "traditional" not in line
    assert line.endswith("the table warnings has them, codebook 6.4 says where to look.")


def test_what_could_not_be_opened_is_tried_again(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch, capfd: Capture
) -> None:
    """As after chmod, which changes no stamp; the first line tells the failures that stay from those of the run."""
    (reports / "empty.pdf").write_bytes(b"")
    read_bytes = Path.read_bytes

    def locked(path: Path) -> bytes:
        if path.name == "2031云岭市.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "read_bytes", locked)
        assert batch(reports, "-o", corpus) == 5
        assert (
            "5 reports read, 2 failed. The corpus holds 5 reports and 2 failures." in capfd.readouterr().err
        )
    assert batch(reports, "-o", corpus) == 5
    said = capfd.readouterr().err
    assert said.startswith(
        "1 report read, 0 failed, 6 as they were. The corpus holds 6 reports and 1 failure."
    )


def test_names_of_files_tell_place_and_year(tmp_path: Path, corpus: Path, capfd: Capture) -> None:
    """They overrule the text, with a warning where it disagrees; a name that does not fit is told."""
    reports = folder_of_reports(tmp_path / "reports", ["云岭市"], [2031])
    (reports / "2031云岭市.txt").rename(reports / "松河市2035.txt")
    (reports / "notes.txt").write_text(text("云岭市", 2032), encoding="utf-8")
    assert batch(reports, "-o", corpus, "--name", "{place}{year}") == 0
    assert cells(corpus, "place, year", "reports") == [("云岭市", 2032), ("松河市", 2035)]
    assert cells(corpus, "code", "warnings") == [("place-disagrees",), ("year-disagrees",)]
    assert "notes.txt does not fit --name" in capfd.readouterr().err


def test_the_same_bytes_twice_are_told(reports: Path, corpus: Path, capfd: Capture) -> None:
    """Both are reports; the second names the first."""
    twin = reports / "twin.txt"
    twin.write_bytes((reports / "2031云岭市.txt").read_bytes())
    batch(reports, "-o", corpus)
    assert cells(corpus, "report, duplicate_of", "reports", "duplicate_of IS NOT NULL") == [
        ("reports/twin.txt", "reports/2031云岭市.txt")
    ]
    told = (
        "reports/twin.txt is the same report as reports/2031云岭市.txt, which counts (column duplicate_of)."
    )
    assert told in capfd.readouterr().err


def test_a_printed_report_counts_before_its_file(reports: Path, corpus: Path, capfd: Capture) -> None:
    """It may have been corrected since; where several stand twice one of them is named."""
    for source in sorted(reports.glob("*.txt")):
        assert run(["extract", str(source), "-o", str(source.with_suffix(".json"))]) == 0
    batch(reports, "-o", corpus)
    pairs = cells(corpus, "report, duplicate_of", "reports", "duplicate_of IS NOT NULL")
    assert pairs and all(counts == str(report).replace(".txt", ".json") for report, counts in pairs)
    told = f"{len(pairs)} reports stand twice: of {pairs[0][0]}, for example, {pairs[0][1]} counts"
    assert told in capfd.readouterr().err


def test_short_reports_are_saved_together(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A table at a time, so that one process keeps up with many workers; long ones are not put in at once."""
    put: list[tuple[str, int]] = []
    insert = Store._insert

    def noted(self: Store, into: Table, rows: str) -> None:
        put.append((into.name, len(simplejson.loads(rows))))
        insert(self, into, rows)

    monkeypatch.setattr(Store, "_insert", noted)
    monkeypatch.setattr("reportparse.corpus.run._SECONDS", 60.0)
    batch(reports, "-o", corpus)
    assert [rows for name, rows in put if name == "reports"] == [6]
    monkeypatch.setattr("reportparse.corpus.store._TOGETHER", 1)
    put.clear()
    batch(reports, "-o", corpus.with_name("alone.duckdb"))
    assert [rows for name, rows in put if name == "reports"] == [1] * 6
    assert as_csv(corpus) == as_csv(corpus.with_name("alone.duckdb"))


def test_an_interrupt_keeps_what_is_done(
    reports: Path, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It ends with 130, and the next run reads the rest."""
    batch(reports, "-o", corpus.with_name("whole.duckdb"))
    done = 0

    def interrupted(tally: object) -> None:
        nonlocal done
        done += 1
        if done == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("reportparse.cli.watching.Watch.see", lambda _, tally: interrupted(tally))
        assert batch(reports, "-o", corpus) == 130
    assert cells(corpus, "count(*)", "reports") == [(2,)]
    assert batch(reports, "-o", corpus) == 0
    assert as_csv(corpus) == as_csv(corpus.with_name("whole.duckdb"))


def test_a_corpus_that_is_open_elsewhere_is_left_alone(reports: Path, corpus: Path, capfd: Capture) -> None:
    """Wrong usage, in a sentence; so is a file that is no corpus."""
    import subprocess
    import sys

    batch(reports, "-o", corpus)
    holding = (
        "import duckdb, sys; d = duckdb.connect(sys.argv[1]); print(); sys.stdout.flush(); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding, str(corpus)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        capfd.readouterr()
        assert batch(reports, "-o", corpus) == 2
        assert "in use" in capfd.readouterr().err
        other.communicate()
    no_corpus = corpus.with_name("no.duckdb")
    no_corpus.write_text("no corpus", encoding="utf-8")
    assert batch(reports, "-o", no_corpus) == 3
    assert no_corpus.read_text("utf-8") == "no corpus"


TROUBLE = {
    "no such path": (["nowhere"], 3),
    "one table only": (["-o", "facts.csv"], 2),
    "unknown field of names": (["--name", "{town}"], 2),
    "no field in names": (["--name", "report"], 2),
    "lexicon that is none": (["--lexicon", "nowhere"], 2),
    "no folder for the output": (["-o", "nowhere/corpus.duckdb"], 2),
}


@pytest.mark.parametrize(("arguments", "code"), TROUBLE.values(), ids=TROUBLE)
def test_trouble_is_said_before_the_work(
    arguments: list[str],
    code: int,
    reports: Path,
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: Capture,
) -> None:
    """Two lines and the exit code of the contract, and no corpus."""
    monkeypatch.chdir(reports.parent)
    more = [] if "-o" in arguments else ["-o", str(corpus)]
    assert batch(reports, *arguments, *more) == code
    assert len(capfd.readouterr().err.splitlines()) == 2
    assert not corpus.exists()


def test_the_report_can_be_had_back_as_extract_prints_it(
    reports: Path, corpus: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """To the byte."""
    batch(reports, "-o", corpus)
    capfdbinary.readouterr()
    file = reports / "2031云岭市.txt"
    assert run(["extract", str(file), "--format", "jsonl"]) == 0
    with Store(corpus, read_only=True) as store:
        assert [f"{text}\n" for _, text in store.printed(["reports/2031云岭市.txt"])] == [
            capfdbinary.readouterr().out.decode("utf-8")
        ]
