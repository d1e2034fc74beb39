"""What goes beyond a limit ends alone, with a sentence; the next piece of work is done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reportparse.cli import run
from reportparse.confined import Confined
from reportparse.errors import EncryptedInputError, InputTooLargeError, ReportparseError
from reportparse.limits import DEFAULT, Limits, allow_more, limits, within
from tests.conftest import ROOT, SAMPLES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of the system, and fork")

PDF = next(path for path in SAMPLES if path.suffix == ".pdf")


def crash() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def done(name: str) -> object:
    """Do the work of a name; in a child it is another process's."""
    return WORK[name]()


def slow() -> str:
    allow_more(60)
    time.sleep(1.5)
    return "done"


def fail() -> None:
    raise EncryptedInputError("It asks for a password.", "Ask for it.")


WORK: dict[str, Callable[[], object]] = {
    "nothing": os.getpid,
    "seconds": lambda: time.sleep(600),
    "memory": lambda: bytes(8 << 30),
    "some": lambda: len(bytes(50 << 20)),
    "SIGKILL": crash,
    "error": fail,
    "fault": lambda: 1 // 0,
    "slow": slow,
}


@pytest.mark.parametrize("beyond", ["seconds", "memory", "SIGKILL"])
def test_work_beyond_a_limit_ends_alone(beyond: str) -> None:
    """It ends with exit code 4 and says which; what comes before and after it is done."""
    with Confined(done, Limits(seconds=1, megabytes=400)) as confined:
        assert confined("nothing", "first") != os.getpid()
        said = {"seconds": "longer than 1 s"}.get(beyond, beyond)
        with pytest.raises(InputTooLargeError, match=said) as caught:
            confined(beyond, "a.pdf")
        assert "a.pdf" in str(caught.value)
        assert caught.value.hint
        assert confined("nothing", "third") != os.getpid()


def test_errors_come_through_and_faults_say_where() -> None:
    """An error of ours keeps its kind and hint; a fault brings the lines that raised it."""
    with Confined(done, DEFAULT) as confined:
        with pytest.raises(EncryptedInputError) as told:
            confined("error", "a.pdf")
        assert told.value.hint == "Ask for it."
        with pytest.raises(ZeroDivisionError) as fault:
            confined("fault", "a.pdf")
        assert "test_confined.py" in "".join(fault.value.__notes__)


def test_work_may_ask_for_more_time() -> None:
    """Pages that OCR reads take longer than text."""
    with Confined(done, Limits(seconds=1)) as confined:
        assert confined("slow", "scan.pdf") == "done"


def test_limits_hold_in_their_block() -> None:
    """Outside of it the usual ones do."""
    with within(Limits(pages=7)):
        assert limits().pages == 7
    assert limits() is DEFAULT


@pytest.mark.parametrize("options", [["--max-pages", "3"], ["--max-memory", "200"], ["--max-seconds", "1"]])
def test_extract_has_limits(options: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    """Beyond one the exit code is 4, and the sentence names the option that allows more."""
    assert run(["extract", str(PDF), *options]) in (0, 4)
    out, err = capfd.readouterr()
    if options[0] == "--max-pages":
        assert (out, err.count("\n")) == ("", 2)
        assert "--max-pages" in err


@pytest.mark.parametrize(
    "command",
    [
        ["view", str(PDF)],
        ["diff", str(PDF), str(PDF)],
        ["score", str(ROOT / "tests" / "data" / "none.csv"), str(PDF)],
        ["explain", str(PDF), "t1"],
        ["terms", str(PDF), "--dict", "digital"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_that_reads_a_report_has_the_limits_that_its_hint_names(
    command: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    """One that tells of --max-pages takes it."""
    assert run([*command, "--max-pages", "3", "--max-seconds", "90", "--max-memory", "900"]) == 4
    out, err = capfd.readouterr()
    assert out == ""
    assert "--max-pages" in err


def test_a_text_without_end_is_refused(tmp_path: Path) -> None:
    """Before it is read for facts: a text of many megabytes is no report."""
    path = tmp_path / "long.txt"
    path.write_text("加快建设云湖高速公路。\n" * 200, encoding="utf-8")
    from reportparse import extract

    with within(Limits(characters=1000)), pytest.raises(ReportparseError, match="characters"):
        extract(path)


def test_a_batch_loses_one_report_to_a_limit(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The others are in the corpus."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.pdf").write_bytes(PDF.read_bytes())
    (tmp_path / "in" / "short.txt").write_text("二、2031年重点工作\n新建公园12处。", encoding="utf-8")
    code = run(
        ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out.jsonl"), "--max-pages", "3", "--jobs", "1"]
    )
    assert code == 5
    assert "1 report read, 1 failed" in capfd.readouterr().err


HANGS = """
import os, time
from reportparse.confined import Confined
from reportparse.limits import DEFAULT

def work(task):
    print(os.getpid(), flush=True)
    time.sleep(600)

with Confined(work, DEFAULT) as confined:
    confined("task", "a.pdf")
"""


def test_the_child_ends_with_its_parent() -> None:
    """Also where that was killed, and could not end it."""
    with subprocess.Popen([sys.executable, "-c", HANGS], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()
    while Path(f"/proc/{child}").exists():
        with suppress(OSError):
            if " Z " in Path(f"/proc/{child}/stat").read_text():
                break
        time.sleep(0.05)


def test_what_the_parent_holds_is_not_counted() -> None:
    """A process that has much may still have small files read."""
    much = [bytes(64 << 20) for _ in range(8)]
    with Confined(done, Limits(megabytes=200)) as confined:
        assert confined("nothing", "a.pdf") != os.getpid()
        assert confined("some", "b.pdf") == 50 << 20
    assert len(much) == 8
