"""Do the work on one source: what a worker is sent and what it sends back, both small and plain."""

import hashlib
import os
import signal
import threading
import traceback
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from pathlib import Path
from types import FrameType

from reportparse.confined import limit_memory, limit_processor
from reportparse.corpus.agreement import agreed
from reportparse.corpus.layout import Row, rows
from reportparse.corpus.source import Source, digest
from reportparse.corrections import taken_back
from reportparse.errors import DamagedInputError, InputTooLargeError, ReportparseError, unopened
from reportparse.lexicon import load
from reportparse.limits import DEFAULT, Limits, within
from reportparse.model import Report
from reportparse.model.json import is_json, to_json
from reportparse.pipeline import understand
from reportparse.reading import Ocr, read

FAULT = "fault"
_ROWS = 200


@dataclass(frozen=True)
class Options:
    """Say how every report of a run is read. `version` names it all, `limits` are those of one report."""

    version: str
    ocr: Ocr = "auto"
    lexicon: Path | None = None
    limits: Limits = DEFAULT


@dataclass(frozen=True)
class Outcome:
    """Be what became of one source: rows by table, as JSON arrays of a few hundred at most.

    `printed` is the report as `extract` prints it, compressed; empty for a failure, whose only row is that of
    the table `failures`.
    """

    key: str
    digest: str
    rows: dict[str, tuple[str, ...]]
    printed: bytes

    @property
    def failed(self) -> bool:
        """Tell whether there is no report."""
        return not self.printed

    @property
    def characters(self) -> int:
        """Count the characters of its rows: how much it is to save."""
        return sum(len(part) for parts in self.rows.values() for part in parts)


class TooSlowError(InputTooLargeError):
    """Say that a report took longer than a run allows for one (exit code 4)."""

    hint = "Extract it alone, or allow more with --max-seconds."


def work(source: Source, options: Options) -> Outcome:
    """Read one source. Whatever goes wrong with it is its outcome and raises nothing."""
    content = b""
    try:
        if source.broken:
            raise DamagedInputError(source.broken)
        content = source.file.read_bytes() if source.data is None else source.data
        with _limited(options.limits, source.name):
            report = _report(source, content, options)
        return _done(source, report, digest(source, content, options.version), options)
    except ReportparseError as error:
        row = failure_row(source, options, _code(error), str(error), error.hint, error.exit_code, content)
    except OSError as error:
        told = unopened(source.name, error)
        row = failure_row(source, options, _code(told), str(told), told.hint, told.exit_code)
    except MemoryError:
        sentence = f"{source.name} takes more than {options.limits.megabytes} MB of memory."
        hint = "Extract it alone, and allow more with --max-memory."
        row = failure_row(source, options, "input-too-large", sentence, hint, 4, content)
    except Exception as error:
        row = failure_row(source, options, FAULT, _sentence(error), "Please tell us of it.", 1, content)
    return failed(source, row, digest(source, content, options.version))


def _report(source: Source, content: bytes, options: Options) -> Report:
    """Read the report of the source's bytes; a JSON that was printed of a report is that report."""
    lexicon = load(options.lexicon)
    if is_json(content):
        return agreed(source, taken_back(content, source.name, lexicon), None, lexicon)
    document = read(content, name=source.name, ocr=options.ocr)
    report = understand(document, lexicon, year=source.year, place=source.place)
    return agreed(source, report, document, lexicon)


def _done(source: Source, report: Report, fingerprint: str, options: Options) -> Outcome:
    laid_out = rows(report, source.origin, options.version)
    return Outcome(
        source.key,
        fingerprint,
        {name: _json_rows(table) for name, table in laid_out.items() if table},
        zlib.compress(to_json(report, indent=None).encode("utf-8", "replace"), 6),
    )


def failed(source: Source, row: Row, fingerprint: str) -> Outcome:
    """Make the outcome of a source that gave no report."""
    return Outcome(source.key, fingerprint, {"failures": _json_rows([row])}, b"")


def failure_row(
    source: Source, options: Options, code: str, message: str, hint: str, exit_code: int, content: bytes = b""
) -> Row:
    """Lay a failure out as a row of its table."""
    return {
        "report": source.key,
        "path": source.origin.path,
        "row": source.origin.row,
        "name": source.name,
        "place": source.place,
        "year": source.year,
        "code": code,
        "message": message,
        "hint": hint,
        "exit_code": exit_code,
        "sha256": hashlib.sha256(content).hexdigest() if content else None,
        "version": options.version,
    }


def _json_rows(table: list[Row]) -> tuple[str, ...]:
    """Write rows as JSON arrays; half of a character and NUL, which no database takes, become U+FFFD."""
    parts = (table[at : at + _ROWS] for at in range(0, len(table), _ROWS))
    texts = (",".join(to_json(row, indent=None) for row in part) for part in parts)
    return tuple(
        f"[{text.encode('utf-8', 'replace').decode('utf-8')}]".replace("\\u0000", "\ufffd") for text in texts
    )


def _code(error: ReportparseError) -> str:
    """Name a kind of trouble after its class: EncryptedInputError is encrypted-input."""
    name = type(error).__name__.removesuffix("Error")
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")


def _sentence(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    words = " ".join(str(error).split())[:300]
    return f"{type(error).__name__} in {Path(where.filename).name}, line {where.lineno}: {words}"


@contextmanager
def _limited(limits: Limits, name: str) -> Iterator[None]:
    """Raise TooSlowError in the block when its time is over, where the system and the thread can.

    Work that no signal reaches, in a library that is not Python, ends with its process, by the system.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        with within(limits):
            yield
        return

    def too_slow(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"{name} took longer than {limits.seconds} s.")

    def more(seconds: int) -> None:
        left, _ = signal.getitimer(signal.ITIMER_REAL)
        signal.setitimer(signal.ITIMER_REAL, left + seconds)
        limit_processor(limits.seconds + seconds)

    before = signal.signal(signal.SIGALRM, too_slow)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds)
    limit_processor(limits.seconds)
    try:
        with within(limits, more):
            yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        limit_processor(None)
        signal.signal(signal.SIGALRM, before)


def begin_worker(limits: Limits) -> None:
    """Prepare a process that works for another: signals are the parent's, and it ends when the parent is gone."""
    limit_memory(limits.megabytes)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
