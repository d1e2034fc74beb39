"""Hold a batch to its word that nothing is lost or doubled, whatever ends its processes."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from reportparse.cli import run
from reportparse.corpus.crew import Crew, processes
from reportparse.corpus.layout import Origin
from reportparse.corpus.source import Source
from reportparse.corpus.work import Options, Outcome
from tests.corpus.making import PLACES, as_csv, cells, folder_of_reports, started, text


def test_a_run_that_is_killed_goes_on(tmp_path: Path) -> None:
    """Killed at random moments, then run to its end: the tables are those of a run that nothing disturbed."""
    reports = folder_of_reports(tmp_path / "reports", PLACES, (2031, 2032, 2033))
    (reports / "empty.pdf").write_bytes(b"")
    killed, whole = tmp_path / "killed.duckdb", tmp_path / "whole.duckdb"
    assert started("batch", reports, "-o", whole, "--jobs", "2").wait() == 5
    moments = random.Random(13)
    for _ in range(2):
        process = started("batch", reports, "-o", killed, "--jobs", "2")
        time.sleep(moments.uniform(1.5, 5))
        process.kill()
        process.wait()
    assert started("batch", reports, "-o", killed, "--jobs", "2").wait() == 5
    assert as_csv(killed) == as_csv(whole)
    assert cells(killed, "count(*), count(DISTINCT report)", "reports") == [(12, 12)]


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")
def test_workers_end_with_a_killed_run(tmp_path: Path) -> None:
    """None is left behind when the process that they work for is gone."""
    reports = folder_of_reports(tmp_path / "reports", PLACES, (2031, 2032, 2033))
    process = started("batch", reports, "-o", tmp_path / "corpus.duckdb", "--jobs", "1")
    _until(lambda: len(_alive(process.pid)) > 1)
    process.kill()
    process.wait()
    _until(lambda: not _alive(process.pid))


@pytest.mark.parametrize("moment", [0.3, 1.5])
def test_a_signal_ends_a_run_at_once(moment: float, tmp_path: Path) -> None:
    """With 130, one sentence, and a corpus that holds what was done; while workers start, too."""
    reports = folder_of_reports(tmp_path / "reports", PLACES, range(2031, 2191))
    corpus = tmp_path / "corpus.duckdb"
    process = started("batch", reports, "-o", corpus, "--jobs", "1", told=True)
    _until(corpus.exists)
    time.sleep(moment)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.decode().splitlines()[-1].startswith("Interrupted")
    assert "Traceback" not in said.decode(), said.decode()
    assert run(["batch", str(reports), "-o", str(corpus), "--jobs", "2"]) == 0
    assert cells(corpus, "count(*), count(DISTINCT report)", "reports") == [(640, 640)]


def _until(true: Callable[[], bool], seconds: float = 30) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def _alive(group: int) -> list[str]:
    """Name the processes of a group that are no zombies."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, process_group = file.read_text("utf-8").rpartition(")")[2].split()[:3]
            if process_group == str(group) and state != "Z":
                found.append(file.parent.name)
    return found


def _sources(folder: Path, number: int) -> list[Source]:
    made = []
    for at in range(number):
        file = folder / f"{at}.txt"
        file.write_text(text("云岭市", 2031), encoding="utf-8")
        made.append(Source(Origin(file.name, file.name, None), file, file.name))
    return made


def deadly(source: Source, options: Options) -> Outcome:
    """Work on a source; one of them kills the process, as a want of memory does."""
    if source.name == "2.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return Outcome(source.key, "", {}, b"{}")


def test_a_report_that_kills_its_worker_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It alone: the workers are started anew and all others are read."""
    monkeypatch.setattr("reportparse.corpus.crew.work", deadly)
    crew = Crew(lambda: processes(2), 2, Options("1"))
    found = {outcome.key: outcome.failed for outcome in crew.outcomes(iter(_sources(tmp_path, 6)))}
    assert found == {f"{at}.txt": at == 2 for at in range(6)}


def test_sources_are_taken_only_as_there_is_room(tmp_path: Path) -> None:
    """However many there are, few are ever under way."""
    sources = iter(_sources(tmp_path, 20))
    outcomes = Crew(lambda: processes(1), 1, Options("1")).outcomes(sources)
    next(outcomes)
    outcomes.close()
    assert len(list(sources)) >= 17
