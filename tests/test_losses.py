"""Nothing is ever lost: neither an input, nor an output, nor what was done when the program had to end."""

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
import simplejson

from reportparse import Report
from reportparse.cli import run
from reportparse.lexicon import Lexicon
from reportparse.pipeline import extract_part
from reportparse.reading import Part
from tests.conftest import SAMPLES
from tests.running import COMMAND, Done, in_shell, reportparse

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of Unix")

SAMPLE = next(path for path in SAMPLES if path.suffix == ".md")
PLAIN = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
SMALL = "# 政府工作报告\n\n一、2030年工作回顾\n\n全市地区生产总值增长6.5%。\n\n二、2031年重点工作\n\n新建公园12处。\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Give a report of a few lines."""
    path = tmp_path / "small.md"
    path.write_text(SMALL, encoding="utf-8")
    return path


def words(done: Done) -> list[str]:
    """Give the lines of standard error, which never hold a traceback."""
    told = done.stderr.decode("utf-8").splitlines()
    assert not any("Traceback" in line for line in told), "\n".join(told)
    return told


def test_a_pipe_is_read_from_its_start(small: Path) -> None:
    """A report that comes through <(…) has the facts of the file, and JSON comes through as well."""
    done = in_shell('reportparse extract <(cat "$1"); reportparse extract <(reportparse extract "$1")', small)
    assert done.returncode == 0, words(done)
    through, again = done.stdout.decode().split("\n}\n")[:2]
    assert "全市地区生产总值增长6.5%" in through
    assert simplejson.loads(through + "}")["source"]["name"] == "pipe"
    assert simplejson.loads(again + "}")["source"]["name"] == "small.md"


def test_a_fault_of_ours_on_one_report_leaves_the_others(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The others are printed, two lines say which one failed and how, and the exit code is 5."""
    bad = tmp_path / "bad.md"
    bad.write_text(SMALL, encoding="utf-8")

    def failing(part: Part, *, words: Lexicon, **_: object) -> Report:
        if part.name == bad.name:
            raise IndexError("list index out of range")
        return extract_part(part, words=words)

    monkeypatch.setattr("reportparse.pipeline.extract_part", failing)
    assert run(["extract", str(small), str(bad), str(small)]) == 5
    out, err = capfd.readouterr()
    assert len(out.splitlines()) == 2
    assert len(err.splitlines()) == 2
    assert "bad.md" in err
    assert "IndexError" in err


@pytest.mark.parametrize("spelling", ["name", "other", "link", "hard", "stdin"])
def test_an_output_is_never_an_input(
    spelling: str, small: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever it is called; the input stays as it was, and the exit code is 2."""
    (tmp_path / "link.md").symlink_to(small)
    (tmp_path / "hard.md").hardlink_to(small)
    (tmp_path / "sub").mkdir()
    names = {
        "name": small,
        "other": tmp_path / "sub" / ".." / "small.md",
        "link": tmp_path / "link.md",
        "hard": tmp_path / "hard.md",
    }
    if spelling == "stdin":
        done = in_shell('reportparse extract - -o "$1" < "$1"', small)
        code, err = done.returncode, done.stderr.decode()
    else:
        code = run(["extract", str(SAMPLE), str(small), "-o", str(names[spelling])])
        err = capfd.readouterr().err
    assert code == 2
    assert "would overwrite an input" in err
    assert small.read_text("utf-8") == SMALL


def test_no_command_overwrites_its_inputs(small: Path, tmp_path: Path) -> None:
    """`diff` and `score` neither."""
    gold = tmp_path / "gold.csv"
    gold.write_text("kind,quote\ntarget,新建公园12处\n", encoding="utf-8")
    assert run(["diff", str(SAMPLE), str(small), "-o", str(small)]) == 2
    assert run(["score", str(gold), str(small), "-o", str(gold)]) == 2
    assert run(["score", str(gold), str(small), "-o", str(small)]) == 2
    assert small.read_text("utf-8") == SMALL
    assert gold.read_text("utf-8").startswith("kind")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "line",
    [
        'reportparse extract "$1" > /dev/full',
        'PYTHONUNBUFFERED=1 reportparse extract "$1" > /dev/full',
        'reportparse extract "$1" -o /dev/full',
        "reportparse extract --help > /dev/full",
        "reportparse --version > /dev/full",
        "reportparse schema > /dev/full",
    ],
)
def test_a_full_disk_is_a_sentence(line: str, small: Path) -> None:
    """And exit code 1, whatever is written and however."""
    done = in_shell(line, small)
    told = words(done)
    assert done.returncode == 1
    assert os.strerror(errno.ENOSPC) in told[0]


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_fills_up_on_the_way_is_a_sentence(unbuffered: str, tmp_path: Path) -> None:
    """Where only a part of the JSON found room the exit code is 1, and of a file nothing is left."""

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
    for output in ([], ["-o", str(tmp_path / "out.json")]):
        with (tmp_path / "stdout").open("wb") as stdout:
            done = subprocess.run(
                [*COMMAND, "extract", str(SAMPLE), *output], stdout=stdout, stderr=subprocess.PIPE,
                check=False, preexec_fn=small_files, env=environment,
            )  # fmt: skip
        assert done.returncode == 1
        assert os.strerror(errno.EFBIG) in done.stderr.decode()
        assert "Traceback" not in done.stderr.decode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stdout"]


def last_words(process: subprocess.Popen[bytes]) -> bytes:
    """Give standard error of a program that a signal ends, which one that goes on fails to be."""
    try:
        return process.communicate(timeout=30)[1]
    except subprocess.TimeoutExpired:
        process.kill()  # Leaving the block would wait for it.
        raise


def interrupted(
    arguments: list[str], sign: signal.Signals, ready: Path, pattern: str
) -> tuple[int, list[str]]:
    """Start the program, send it a signal when a file that matches has something in it, and give its end."""
    with subprocess.Popen(
        [*COMMAND, *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL) if sign != signal.SIGKILL else None,  # under nohup
    ) as process:  # fmt: skip
        for _ in range(1000):
            if any(path.stat().st_size for path in ready.glob(pattern)):
                break
            time.sleep(0.02)
        process.send_signal(sign)
        err = last_words(process)
    assert b"Traceback" not in err, err.decode()
    return process.returncode, err.decode("utf-8").splitlines()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_reports_that_are_done(sign: signal.Signals, small: Path, tmp_path: Path) -> None:
    """They stand in the file, whole; a sentence says so; nothing else is left beside it."""
    os.mkfifo(tmp_path / "endless")
    out = tmp_path / "out"
    out.mkdir()
    target = out / "reports.jsonl"
    arguments = ["extract", str(small), str(small), str(tmp_path / "endless"), "-o", str(target)]
    code, told = interrupted(arguments, sign, out, ".*.part")
    assert code == 128 + sign
    assert told[-1] == "Interrupted."
    assert "reports.jsonl" in told[0]
    done = [simplejson.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert 1 <= len(done) <= 2
    assert [path.name for path in out.iterdir()] == ["reports.jsonl"]


def test_a_signal_leaves_an_old_output_alone(small: Path, tmp_path: Path) -> None:
    """What is done stands beside it, under a name that a sentence gives."""
    os.mkfifo(tmp_path / "endless")
    out = tmp_path / "out"
    out.mkdir()
    (out / "reports.jsonl").write_text("old", encoding="utf-8")
    arguments = ["extract", str(small), str(tmp_path / "endless"), "-o", str(out / "reports.jsonl")]
    code, told = interrupted(arguments, signal.SIGINT, out, ".*.part")
    assert code == 130
    assert (out / "reports.jsonl").read_text("utf-8") == "old"
    assert simplejson.loads((out / "reports.interrupted.jsonl").read_text("utf-8"))
    assert any("reports.interrupted.jsonl" in line for line in told)
    assert len(list(out.iterdir())) == 2


@pytest.mark.parametrize("milliseconds", [150, 300, 600])
def test_a_signal_at_the_start_is_no_traceback(milliseconds: int, tmp_path: Path) -> None:
    """Not even while the program is being loaded."""
    os.mkfifo(tmp_path / "endless")
    with subprocess.Popen(
        [*COMMAND, "extract", str(tmp_path / "endless")], stderr=subprocess.PIPE
    ) as process:
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGINT)
        err = last_words(process)
    if process.returncode == 130 or b"reportparse" in err:  # Else Python itself was not up yet.
        told = [
            line for line in err.splitlines() if b"ResourceWarning" not in line
        ]  # of the import cut short
        assert (process.returncode, told) == (130, [b"Interrupted."])


def test_a_signal_that_python_drops_comes_again() -> None:
    """What a signal raises in a __del__ is printed and dropped by Python; regex has one in each pattern."""
    code = (
        "import os, signal, time\n"
        "from reportparse.cli.signals import Interrupted, raise_interrupts\n"
        "class Dropping:\n"
        "    def __del__(self):\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "raise_interrupts()\n"
        "try:\n"
        "    Dropping()\n"
        "    time.sleep(30)\n"
        "except Interrupted as interrupt:\n"
        "    print(interrupt.exit_code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout.split(), done.stderr) == (0, [b"143"], b"")


def test_a_signal_when_all_is_done_changes_nothing(small: Path) -> None:
    """Python, which takes its modules down at the very end, would die of the signal there."""
    code = (
        "import os, signal, sys\n"
        "class Late:\n"
        "    def __del__(self, kill=os.kill, me=os.getpid(), sign=signal.SIGINT):\n"
        "        kill(me, sign)\n"
        "sys.late = Late()\n"
        "from reportparse.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code, "extract", small], capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert simplejson.loads(done.stdout)["sections"]


def test_what_a_killed_run_left_is_told_of(small: Path, tmp_path: Path) -> None:
    """SIGKILL leaves the part that was written; the next run names it and leaves it where it is."""
    os.mkfifo(tmp_path / "endless")
    out = tmp_path / "out"
    out.mkdir()
    target = str(out / "reports.jsonl")
    interrupted(
        ["extract", str(small), str(tmp_path / "endless"), "-o", target], signal.SIGKILL, out, ".*.part"
    )
    (left,) = out.iterdir()
    done = reportparse("extract", str(small), "-o", target)
    assert done.returncode == 0
    assert left.name in done.stderr.decode()
    assert left.exists()


def bad_places(folder: Path) -> dict[str, Path]:
    """Give outputs that can't be."""
    (folder / "file").write_text("x", encoding="utf-8")
    return {
        "no folder": folder / "no" / "report.json",
        "a folder": folder,
        "too long": folder / ("长" * 200 + ".json"),
        "under a file": folder / "file" / "report.json",
    }


@pytest.mark.parametrize("place", ["no folder", "a folder", "too long", "under a file"])
def test_an_output_that_cannot_be_is_a_sentence(
    place: str, small: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """And exit code 2."""
    assert run(["extract", str(small), "-o", str(bad_places(tmp_path)[place])]) == 2
    assert len(capfd.readouterr().err.splitlines()) == 2


def test_a_long_name_that_a_disk_takes_is_written(small: Path, tmp_path: Path) -> None:
    """The name that a file has before it is whole is not longer than its own."""
    target = tmp_path / ("长" * 83 + ".json")
    assert run(["extract", str(small), "-o", str(target)]) == 0
    assert target.exists()


def test_an_input_with_too_long_a_name_is_a_sentence(capfd: pytest.CaptureFixture[str]) -> None:
    """And exit code 3."""
    assert run(["extract", "长" * 200 + ".pdf"]) == 3
    assert len(capfd.readouterr().err.splitlines()) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_locked_file_is_not_passed_over(small: Path, tmp_path: Path) -> None:
    """A rename would replace it all the same."""
    target = tmp_path / "locked.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o444)
    assert run(["extract", str(small), "-o", str(target)]) == 2
    assert target.read_text("utf-8") == "old"


def test_an_overwritten_file_keeps_its_mode(small: Path, tmp_path: Path) -> None:
    """A file for the owner alone stays one; a new file has the mode of any new file."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    for target in (old, new):
        assert run(["extract", str(small), "-o", str(target)]) == 0
    (tmp_path / "any").touch()
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == (tmp_path / "any").stat().st_mode


@pytest.mark.parametrize("locale", [{}, PLAIN])
def test_a_name_that_is_no_utf8_is_read_and_named(locale: dict[str, str], tmp_path: Path) -> None:
    """GB18030 is read as such, other bytes are shown as �; the same in a locale without UTF-8."""
    names = {"报告.txt".encode("gb18030"): "报告.txt", b"\xff\xfe.txt": "��.txt", "云.txt".encode(): "云.txt"}
    for raw, shown in names.items():
        path = os.fsencode(tmp_path) + b"/" + raw
        Path(os.fsdecode(path)).write_text(SMALL, encoding="utf-8")
        done = reportparse("extract", path, "--place", "云州市", env=locale)
        assert done.returncode == 0, words(done)
        told = simplejson.loads(done.stdout)
        assert told["source"]["name"] == shown
        assert told["meta"]["place"] == "云州市"
        done = reportparse("extract", path + b".none", env=locale)
        assert done.returncode == 3
        assert shown in words(done)[0]


def test_help_is_printed_in_any_locale() -> None:
    """It holds Chinese words."""
    done = reportparse("--help", env=PLAIN)
    assert done.returncode == 0
    assert "政府工作报告" in done.stdout.decode("utf-8")
    assert done.stderr == b""


CLOSED = {
    "stdout": ('reportparse extract "$1" >&-', 1, 2),
    "stdin": ("reportparse extract - <&-", 3, 2),
    "stderr": ("reportparse extract missing.md 2>&-", 3, 0),
    "stdout with a file": ('reportparse extract "$1" -o "$1.json" >&-', 0, 0),
    "all": ('reportparse extract "$1" -o "$1.json" <&- >&- 2>&-', 0, 0),
}


@pytest.mark.parametrize(("line", "code", "lines"), CLOSED.values(), ids=CLOSED)
def test_a_closed_stream_is_a_sentence(line: str, code: int, lines: int, small: Path) -> None:
    """What was to go there goes nowhere else: no message to standard output, none into a file."""
    done = in_shell(line, small)
    assert done.returncode == code
    assert done.stdout == b""
    assert len(words(done)) == lines
    if "-o" in line:
        assert simplejson.loads(Path(f"{small}.json").read_text("utf-8"))["source"]["name"] == "small.md"


def folder_of(tmp_path: Path) -> Path:
    """Give a folder of two reports."""
    folder = tmp_path / "hx"
    folder.mkdir()
    (folder / "2030.txt").write_text(SMALL.replace("203", "202"), encoding="utf-8")
    (folder / "2031.txt").write_text(SMALL, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["extract", "diff", "panel", "terms --dict digital", "view"])
@pytest.mark.parametrize("spelling", ["name", "link", "hard"])
def test_an_output_is_no_report_of_a_folder(
    command: str, spelling: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever the command and whatever it is called; the report stays as it was, and the exit code is 2."""
    folder = folder_of(tmp_path)
    report = folder / "2031.html" if command == "view" else folder / "2031.txt"
    if command == "view":
        (folder / "2031.txt").rename(report)
    (tmp_path / "link").symlink_to(report)
    (tmp_path / "hard").hardlink_to(report)
    output = report if spelling == "name" else tmp_path / spelling
    form = {"extract": ["--format", "jsonl"], "panel": ["--format", "csv"]}.get(command, [])
    name, *options = command.split()
    assert run([name, str(folder), *options, *form, "-o", str(output)]) == 2
    assert f"would overwrite an input, {report}.\nName another file" in capfd.readouterr().err
    assert report.read_text("utf-8") == SMALL


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("extract", "all.json"),
        ("extract", "all.jsonl"),
        ("diff", "diff.json"),
        ("diff", "diff.html"),
        ("diff", "diff.md"),
        ("panel", "panel.jsonl"),
        ("terms --dict digital", "terms.json"),
        ("view", "page.html"),
    ],
)
def test_an_output_in_its_folder_is_written_again(command: str, name: str, tmp_path: Path) -> None:
    """It is no input of the second run, which gives the same."""
    folder = folder_of(tmp_path)
    for report in folder.iterdir():
        aims = "地区生产总值增长6%左右，新建公园"
        text = report.read_text("utf-8").replace("# ", "# 合肥市", 1).replace("新建公园", aims)
        report.write_text(text, encoding="utf-8")
    line, *options = command.split()
    arguments = [line, str(folder), *options, "-o", str(folder / name)]
    assert run(arguments) == 0
    first = (folder / name).read_bytes()
    assert run(arguments) == 0
    assert (folder / name).read_bytes() == first


def test_reports_in_a_folder_that_cannot_be_made_again_stay(tmp_path: Path) -> None:
    """Prints of what is not there, and any print where another command would put its own output."""
    folder = folder_of(tmp_path)
    for name in ("small.json", "small.jsonl"):
        kept = folder / name
        assert run(["extract", str(SAMPLE), "-o", str(kept)]) == 0
        before = kept.read_bytes()
        assert run(["extract", str(folder), "-o", str(kept)]) == 2
        assert run(["diff", str(folder), "--format", "json", "-o", str(kept)]) == 2
        assert kept.read_bytes() == before
        kept.unlink()


def test_batch_overwrites_nothing_below_its_paths_but_its_own(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Printed reports are not lost to the corpus; a corpus in the folder is gone on with."""
    folder = folder_of(tmp_path)
    printed = folder / "corpus.jsonl"
    assert run(["extract", str(folder / "2031.txt"), "-o", str(printed)]) == 0
    (folder / "targets.csv").write_text("mine", encoding="utf-8")
    before = printed.read_bytes()
    for output in (printed, folder / "." / "corpus.jsonl", folder):
        capfd.readouterr()
        assert run(["batch", str(folder), "-o", str(output)]) == 2
        assert "would overwrite an input" in capfd.readouterr().err
    assert printed.read_bytes() == before
    assert (folder / "targets.csv").read_text("utf-8") == "mine"
    for name in ("own.jsonl", "own.duckdb"):
        for _ in range(2):
            assert run(["batch", str(folder), "-o", str(folder / name)]) == 0


def test_an_output_is_none_of_the_files_that_options_name(small: Path, tmp_path: Path) -> None:
    """A dictionary, a file of corrections, the words of a user."""
    dictionary, words = tmp_path / "words.txt", tmp_path / "lexicon"
    dictionary.write_text("公园\n", encoding="utf-8")
    words.mkdir()
    own = words / "own.toml"
    own.write_text("", encoding="utf-8")
    table = tmp_path / "d.csv"
    table.write_text("term\n公园\n", encoding="utf-8")
    saved = tmp_path / "saved.pdf"
    saved.write_text("{}", encoding="utf-8")
    for path in (dictionary, table):
        before = path.read_bytes()
        assert run(["terms", str(small), "--dict", str(path), "-o", str(path)]) == 2
        assert path.read_bytes() == before
    assert run(["extract", str(small), "--lexicon", str(words), "-o", str(own)]) == 2
    assert own.read_text("utf-8") == ""
    assert run(["view", str(small), "--corrections", str(saved), "--pdf", str(saved)]) == 2
    assert saved.read_text("utf-8") == "{}"
