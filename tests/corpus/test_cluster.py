"""Hold a batch on a cluster to it: a real scheduler, two workers on loopback, one of which is killed in mid-run."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportparse.cli import run
from tests.corpus.making import PLACES, as_csv, folder_of_reports, started

pytest.importorskip("distributed")


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    """End a process with the block."""
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def dask(*arguments: str) -> subprocess.Popen[bytes]:
    """Start a part of Dask as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """Give the address of a scheduler."""
    import simplejson

    told = tmp_path / "scheduler.json"
    with ended(
        dask(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(told)
        )
    ):
        end = time.monotonic() + 60
        while not told.exists() or not told.read_text("utf-8").endswith("}"):
            assert time.monotonic() < end
            time.sleep(0.1)
        yield simplejson.loads(told.read_text("utf-8"))["address"]


def test_a_cluster_gives_the_same_tables_though_a_worker_dies(scheduler: str, tmp_path: Path) -> None:
    """What the dead worker had before it is done by the other."""
    reports = folder_of_reports(tmp_path / "reports", PLACES)
    corpus, whole = tmp_path / "cluster.duckdb", tmp_path / "whole.duckdb"
    worker = ("worker", scheduler, "--nthreads", "1", "--no-dashboard", "--no-nanny")
    with ended(dask(*worker)), ended(dask(*worker)) as other:
        time.sleep(3)
        process = started("batch", reports, "-o", corpus, "--cluster", scheduler)
        time.sleep(4)
        other.kill()
        assert process.wait(timeout=120) == 0
    assert run(["batch", str(reports), "-o", str(whole), "--jobs", "1"]) == 0
    assert as_csv(corpus) == as_csv(whole)


def test_a_scheduler_that_is_not_there_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So is an address that is none; nothing is begun."""
    monkeypatch.setattr("reportparse.corpus.cluster._SECONDS", 2)
    reports = folder_of_reports(tmp_path / "reports", PLACES[:1])
    for address in ("tcp://127.0.0.1:9", "nonsense://x"):
        assert run(["batch", str(reports), "-o", str(tmp_path / "c.duckdb"), "--cluster", address]) == 2
    assert not (tmp_path / "c.duckdb").exists()
