"""Let the tests of the corpus work in this process, where starting others would be most of their time."""

from concurrent.futures import Executor, ThreadPoolExecutor

import pytest


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the work of a batch in a thread of this process."""

    def threads(jobs: int, _limits: object) -> Executor:
        return ThreadPoolExecutor(1)

    monkeypatch.setattr("reportparse.cli.batch.processes", threads)
