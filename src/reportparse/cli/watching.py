"""Show on standard error how a batch goes: rate, failures and time left; a line a minute where that is no terminal."""

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from reportparse.cli.streams import say, spoken
from reportparse.corpus.inputs import Scan
from reportparse.corpus.run import Tally

_SECONDS = 60.0


class Watch:
    """Be what a run tells of each source; as a context it shows that."""

    def __init__(self, scan: Scan) -> None:
        console = Console(stderr=True)
        self._begin = self._said = time.monotonic()
        self._progress = Progress(
            TextColumn(spoken().label("done_so_far", count="{task.completed}")),
            BarColumn(),
            TaskProgressColumn(),
            TextColumn(
                spoken().label("failed_so_far", count="{task.fields[failed]}", rate="{task.fields[rate]:.2f}")
            ),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        total = scan.count() if console.is_terminal else None
        self._task = self._progress.add_task("", total=total, failed=0, rate=0.0)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()

    def see(self, tally: Tally) -> None:
        """Show how far the run is."""
        now = time.monotonic()
        worked = tally.read + tally.failed
        rate = worked / (now - self._begin) if now > self._begin else 0.0
        self._progress.update(self._task, completed=worked + tally.kept, failed=tally.failed, rate=rate)
        if self._progress.disable and now - self._said > _SECONDS:
            self._said = now
            say(f"{worked + tally.kept} done, {tally.failed} failed, {rate:.2f} a second.")
