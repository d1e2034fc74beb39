"""Have the work of a batch done by a cluster that runs Dask."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager

from reportparse.errors import ReportparseError, UsageError, install

_SECONDS = 30


class LostClusterError(ReportparseError):
    """Say that the cluster went while it was at work; what was done is kept (exit code 1)."""

    exit_code = 1
    hint = "See to the scheduler, and run the batch again: it goes on."


@contextmanager
def cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Give an executor on a scheduler's workers, and how many threads they have.

    Raises UsageError where distributed is not installed or no scheduler answers, LostClusterError for a
    scheduler or connection that is lost in the block.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError("--cluster needs an extra.", install("distributed")) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # Its troubles are told in our words.
    try:
        client = Client(address, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"No scheduler answers at {address}.", "dask scheduler prints its address."
        ) from error
    try:
        client.wait_for_workers(1, timeout=_SECONDS)
        yield client.get_executor(pure=False), max(1, sum(client.nthreads().values()))
    except TimeoutError as error:
        raise UsageError(
            f"The scheduler at {address} has no workers.", f"dask worker {address} --nthreads 1"
        ) from error
    finally:
        client.close(timeout=5)


def killed_its_worker(error: BaseException) -> bool:
    """Tell of an error whether the scheduler gave a source up because its workers died, one after the other.

    Raises LostClusterError for an error of the cluster itself.
    """
    from concurrent.futures import CancelledError

    from distributed import CancelledError as Forgotten
    from distributed import KilledWorker
    from distributed.comm.core import CommClosedError

    if isinstance(error, KilledWorker):
        return True
    if isinstance(error, CancelledError | Forgotten | CommClosedError | OSError):
        raise LostClusterError("The cluster was lost.") from error
    return False
