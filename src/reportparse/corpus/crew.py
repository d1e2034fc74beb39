"""Have sources worked on by an executor, a few at a time, and survive the death of its workers."""

import multiprocessing
import os
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)

from reportparse.corpus.interrupts import inherited_deafness
from reportparse.corpus.source import Source, digest
from reportparse.corpus.work import Options, Outcome, begin_worker, failed, failure_row, work
from reportparse.limits import DEFAULT, Limits

AHEAD = 3
"""How many sources a worker has before it: enough that none waits, few enough that memory stays flat."""


def processes(jobs: int, limits: Limits = DEFAULT) -> Executor:
    """Start a pool of processes on this machine, each fresh: nothing of this process is shared or copied."""
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), begin_worker, (limits,))


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Crew:
    """Be an executor that is started when there is work and again when its workers have died.

    `died` tells of an exception whether the source it came with killed its worker; all others are raised.
    """

    def __init__(
        self,
        start: Callable[[], Executor],
        workers: int,
        options: Options,
        died: Callable[[BaseException], bool] = lambda error: False,
    ) -> None:
        self._start, self._options, self._died = start, options, died
        self._window = AHEAD * workers
        self._executor: Executor | None = None

    def outcomes(self, sources: Iterator[Source]) -> Generator[Outcome, None, None]:
        """Yield what becomes of each source, in the order in which that is known.

        A source is taken only when there is room for it. Ends all work when it is closed.
        """
        flying: dict[Future[Outcome], Source] = {}
        try:
            for source in sources:
                yield from self._sent(source, flying)
                if len(flying) >= self._window:
                    yield from self._landed(flying)
            while flying:
                yield from self._landed(flying)
        finally:
            self._stop(flying)

    def _submit(self, source: Source) -> Future[Outcome]:
        with inherited_deafness():
            if self._executor is None:
                self._executor = self._start()
            return self._executor.submit(work, source, self._options)

    def _sent(self, source: Source, flying: dict[Future[Outcome], Source]) -> Iterator[Outcome]:
        try:
            flying[self._submit(source)] = source
        except BrokenExecutor:
            yield from self._one_by_one([*flying.values(), source])
            flying.clear()

    def _landed(self, flying: dict[Future[Outcome], Source]) -> Iterator[Outcome]:
        """Wait for one and yield all that have landed; where the workers died, all that flew are sent again."""
        done, _ = wait(flying, return_when=FIRST_COMPLETED)
        for future in done:
            error = _error(future)
            if isinstance(error, BrokenExecutor):
                yield from self._one_by_one([*flying.values()])
                flying.clear()
                return
            source = flying.pop(future)
            if error is None:
                yield future.result()
            elif self._died(error):
                yield self._lost(source)
            else:
                raise error

    def _one_by_one(self, sources: list[Source]) -> Iterator[Outcome]:
        """Work on sources alone, to find the one whose worker dies of it."""
        for source in sources:
            self._stop()
            try:
                yield self._submit(source).result()
            except BrokenExecutor:
                yield self._lost(source)
        self._stop()

    def _lost(self, source: Source) -> Outcome:
        message = f"The process that read {source.name} died of it, for want of memory perhaps."
        hint = "Extract it alone, or run with fewer --jobs; then --retry-failed."
        content = source.file.read_bytes() if source.data is None else source.data
        row = failure_row(source, self._options, "worker-died", message, hint, 4, content)
        return failed(source, row, digest(source, content, self._options.version))

    def _stop(self, flying: Iterable[Future[Outcome]] = ()) -> None:
        """End the workers at once, whatever they do; of a cluster take back what flies and leave its workers."""
        executor, self._executor = self._executor, None
        if executor is None:
            return
        if not isinstance(executor, ProcessPoolExecutor):
            for future in flying:
                future.cancel()
            executor.shutdown(wait=False)
            return
        workers = list((getattr(executor, "_processes", None) or {}).values())
        executor.shutdown(
            wait=False, cancel_futures=True
        )  # A future that we cancelled would trouble its thread.
        for worker in workers:
            worker.terminate()


def _error(future: Future[Outcome]) -> BaseException | None:
    """Give what a future ended with; one that was cancelled, not by us, ended with that."""
    try:
        return future.exception()
    except CancelledError as error:
        return error
