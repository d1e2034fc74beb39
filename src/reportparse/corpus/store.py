"""Keep a corpus in one DuckDB file: every report's rows are there as a whole or not at all, whatever ends the run."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reportparse.corpus.head import Head
from reportparse.corpus.interrupts import postponed
from reportparse.corpus.layout import Table, Type, table, tables
from reportparse.corpus.source import Stamp
from reportparse.corpus.work import Outcome
from reportparse.errors import DamagedInputError, MissingInputError, UsageError
from reportparse.model import Report
from reportparse.model.json import from_json, to_json

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LAYOUT = "1"
"""The version of the file's own tables; a corpus of another one is refused."""

_TYPES: dict[Type, str] = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
_OWN = (
    "CREATE TABLE _corpus (key VARCHAR, value VARCHAR)",
    "CREATE TABLE _sources (report VARCHAR, digest VARCHAR, failed BOOLEAN)",
    "CREATE TABLE _files (path VARCHAR, told VARCHAR, size BIGINT, mtime_ns BIGINT)",
    "CREATE TABLE _printed (report VARCHAR, n INTEGER, part BLOB)",
)
_MEMORY = "64MB"
_GROUP = 16384
_PART = 8192
"""How many bytes of a printed report stand in a row: the database holds 2,048 rows at once."""
_LOG = 8_000_000
"""After how many characters the log of changes is brought into the file."""
_AT_ONCE = 2000
_TOGETHER = 100_000
"""Up to how many characters rows are put in together: each time costs as much as a short report's rows, and the
database needs many times the memory of what it takes at once."""


class Store:
    """Be an open corpus. Only one process writes to it at a time; closing it leaves one whole file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file, or make it. Raises UsageError where it is in use, DamagedInputError where it is none."""
        self.path = path
        self._unsettled = 0
        if read_only and not path.exists():
            raise MissingInputError(f"There is no corpus {path}.")
        self.db = _connected(path, read_only=read_only)
        layout = self.value("layout")
        if layout is None and not read_only and not self._holds_anything():
            self._make()
        elif layout != LAYOUT:
            self.db.close()
            raise DamagedInputError(
                f"{path} is no corpus that this version reads.", "Run the batch into a new file."
            )
        elif not read_only:
            self._add_columns()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with postponed():
            self.read_freely()
            self.db.close()
        if isinstance(error, Exception) and "interrupted" in str(error).lower():
            raise KeyboardInterrupt from error  # The database's word for it.

    def _make(self) -> None:
        self.db.begin()
        for each in tables():
            columns = ", ".join(f'"{column.name}" {_TYPES[column.type]}' for column in each.columns)
            self.db.execute(f'CREATE TABLE "{each.name}" ({columns})')
        for statement in _OWN:
            self.db.execute(statement)
        self.set_value("layout", LAYOUT)
        self.db.commit()

    def _holds_anything(self) -> bool:
        tables = "SELECT 1 FROM duckdb_tables() WHERE database_name = 'corpus'"
        return self.db.execute(tables).fetchone() is not None

    def _add_columns(self) -> None:
        """Add the columns that this version has and the one that made the file had not."""
        for each in tables():
            known = {row[0] for row in self.db.execute(f'DESCRIBE "{each.name}"').fetchall()}
            for column in each.columns:
                if column.name not in known:
                    self.db.execute(
                        f'ALTER TABLE "{each.name}" ADD COLUMN "{column.name}" {_TYPES[column.type]}'
                    )

    def value(self, key: str) -> str | None:
        """Give a note that was kept about the corpus as a whole."""
        import duckdb

        try:
            row = self.db.execute("SELECT value FROM _corpus WHERE key = ?", [key]).fetchone()
        except duckdb.CatalogException:
            return None
        return str(row[0]) if row else None

    def set_value(self, key: str, value: str) -> None:
        """Keep a note about the corpus as a whole."""
        self.db.execute("DELETE FROM _corpus WHERE key = ?", [key])
        self.db.execute("INSERT INTO _corpus VALUES (?, ?)", [key, value])

    def known(self) -> dict[str, tuple[str, bool]]:
        """Give the digest of every source that is done, and whether it failed, by key."""
        rows = self.db.execute("SELECT report, digest, failed FROM _sources").fetchall()
        return {report: (digest, failed) for report, digest, failed in rows}

    def files(self) -> dict[str, tuple[str, Stamp]]:
        """Give what was told of every file that is done as a whole, and its stamp then, by path."""
        rows = self.db.execute("SELECT * FROM _files").fetchall()
        return {path: (told, Stamp(size, mtime)) for path, told, size, mtime in rows}

    def sources(self) -> list[tuple[str, str, int | None, str | None]]:
        """Give every source that is done: its key, path, row, and the code of its failure."""
        return self.db.execute(
            "SELECT report, path, row, NULL FROM reports UNION ALL SELECT report, path, row, code FROM failures"
        ).fetchall()

    def save(self, outcomes: Sequence[Outcome], seen: Mapping[str, tuple[str, Stamp]]) -> None:
        """Put outcomes in the place of what was there of their sources, and note files as done: all or nothing."""
        self.db.begin()
        try:
            self._replace(outcomes)
            self._note(seen)
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise
        self._unsettled += sum(outcome.characters for outcome in outcomes)
        if self._unsettled > _LOG:
            self._settle_log()

    def _settle_log(self) -> None:
        """Bring what is in the log of changes into the file, which alone may need more memory than the limit."""
        self.read_freely()
        self.db.execute("CHECKPOINT")
        self.db.execute(f"SET memory_limit = '{_MEMORY}'")
        self._unsettled = 0

    def _replace(self, outcomes: Sequence[Outcome]) -> None:
        if not outcomes:
            return
        self._remove([outcome.key for outcome in outcomes])
        for each in tables():
            for rows in _joined(part for o in outcomes for part in o.rows.get(each.name, ())):
                self._insert(each, rows)
        self.db.executemany(
            "INSERT INTO _sources VALUES (?, ?, ?)", [[o.key, o.digest, o.failed] for o in outcomes]
        )
        printed = [
            [o.key, at, o.printed[at : at + _PART]]
            for o in outcomes
            for at in range(0, len(o.printed), _PART)
        ]
        if printed:
            self.db.executemany("INSERT INTO _printed VALUES (?, ?, ?)", printed)
        self.set_value("changed", "yes")

    def _insert(self, into: Table, rows: str) -> None:
        shape = to_json({column.name: _TYPES[column.type] for column in into.columns}, indent=None)
        self.db.execute(
            f"INSERT INTO \"{into.name}\" BY NAME SELECT unnest(from_json(?, '[{shape}]'), recursive := true)",
            [rows],
        )

    def _remove(self, keys: Sequence[str]) -> None:
        known = self.db.execute(
            "SELECT report FROM _sources WHERE report IN (SELECT unnest(?))", [list(keys)]
        ).fetchall()
        if known:
            for name in (*(t.name for t in tables() if t.name != "versions"), "_sources", "_printed"):
                self.db.execute(
                    f'DELETE FROM "{name}" WHERE report IN (SELECT unnest(?))', [[key for (key,) in known]]
                )

    def _note(self, seen: Mapping[str, tuple[str, Stamp]]) -> None:
        if seen:
            self.db.execute("DELETE FROM _files WHERE path IN (SELECT unnest(?))", [list(seen)])
            self.db.executemany(
                "INSERT INTO _files VALUES (?, ?, ?, ?)",
                [[path, told, stamp.size, stamp.mtime_ns] for path, (told, stamp) in seen.items()],
            )

    def drop(self, keys: Sequence[str], paths: Sequence[str]) -> None:
        """Drop the sources and files that are gone."""
        self.db.begin()
        self._remove(keys)
        self.db.execute("DELETE FROM _files WHERE path IN (SELECT unnest(?))", [list(paths)])
        self.set_value("changed", "yes")
        self.db.commit()

    def settle(self, versions: Iterable[Mapping[str, str | None]]) -> None:
        """Bring what depends on all reports up to date: the first of the same bytes, and the versions in use."""
        self.db.begin()
        self.db.execute(_DUPLICATES)
        for row in versions:
            self.db.execute("DELETE FROM versions WHERE version = ?", [row["version"]])
            self._insert(table("versions"), f"[{to_json(row, indent=None)}]")
        self.db.execute(
            "DELETE FROM versions WHERE version NOT IN (SELECT version FROM reports UNION SELECT version FROM failures)"
        )
        self.db.commit()

    def read_freely(self) -> None:
        """Lift the limit of memory that holds while the corpus is written to."""
        self.db.execute("RESET memory_limit")

    def rows(self, of: Table) -> Iterator[tuple[object, ...]]:
        """Yield the rows of a table in the order of its key: the same whatever order they came in."""
        order = ", ".join(f'"{name}"' for name in of.key)
        cursor = self.db.cursor()
        cursor.execute("USE corpus")
        columns = ", ".join(f'"{name}"' for name in of.names)
        cursor.execute(f'SELECT {columns} FROM "{of.name}" ORDER BY {order}')
        while found := cursor.fetchmany(_AT_ONCE):
            yield from found

    def failures(self) -> list[tuple[str, int, str, str]]:
        """Give the kinds of failures, the most frequent first: the code, how many, sentence and hint of one."""
        return self.db.execute(
            "SELECT code, count(*), arg_min(message, report), arg_min(hint, report) FROM failures "
            "GROUP BY code ORDER BY count(*) DESC, code"
        ).fetchall()

    def copy_parquet(self, of: Table, path: Path) -> None:
        """Write a table as a Parquet file, in the order of its key."""
        order = ", ".join(f'"{name}"' for name in of.key)
        columns = ", ".join(f'"{name}"' for name in of.names)
        to = str(path).replace("'", "''")
        self.db.execute(
            f"COPY (SELECT {columns} FROM \"{of.name}\" ORDER BY {order}) TO '{to}' (FORMAT parquet, COMPRESSION zstd)"
        )

    def count(self, of: str) -> int:
        """Count the rows of a table."""
        row = self.db.execute(f'SELECT count(*) FROM "{of}"').fetchone()
        return int(row[0]) if row else 0

    def heads(self) -> list[Head]:
        """Give the heads of all reports, in the order of their keys."""
        rows = self.db.execute(
            "SELECT report, place, division_code, province, level, year, duplicate_of FROM reports ORDER BY report"
        ).fetchall()
        return [Head(*row) for row in rows]

    def printed(self, keys: Sequence[str] | None = None) -> Iterator[tuple[str, str]]:
        """Yield each report's key and JSON as `extract` prints it, in the order of the keys; those given, or all."""
        if keys is None:
            keys = [
                key for (key,) in self.db.execute("SELECT report FROM reports ORDER BY report").fetchall()
            ]
        for key in keys:
            rows = self.db.execute(
                "SELECT n, part FROM _printed WHERE report = ? ORDER BY n", [key]
            ).fetchall()
            if rows:
                yield key, zlib.decompress(b"".join(part for _, part in rows)).decode("utf-8")

    def reports(self, keys: Sequence[str]) -> list[Report]:
        """Give the reports of some keys, in their order."""
        return [from_json(text.encode("utf-8"), key) for key, text in self.printed(keys)]


_DUPLICATES = """
UPDATE reports SET duplicate_of = first.report
FROM (
    SELECT r.report AS own, nullif(min(r.report) OVER (PARTITION BY r.sha256, r.place, r.year), r.report) AS report
    FROM reports r
) first
WHERE reports.report = first.own AND reports.duplicate_of IS DISTINCT FROM first.report
"""


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Join JSON arrays to longer ones, in their order; one that is longer than _TOGETHER by itself stays alone."""
    held: list[str] = []
    size = 0
    for part in parts:
        if held and size + len(part) > _TOGETHER:
            yield f"[{','.join(held)}]"
            held, size = [], 0
        held.append(part[1:-1])
        size += len(part)
    if held:
        yield f"[{','.join(held)}]"


def _connected(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    """Connect to a corpus, whose tables are kept in small groups of rows: the last is written anew at each save.

    While it is written to, memory is limited; for reading all that is there may be used, as the database takes
    2,048 rows at once, however long their text is.
    """
    import duckdb

    file = str(path).replace("'", "''")
    try:
        db = duckdb.connect(config={"threads": 1, "autoinstall_known_extensions": False})
        db.execute(f"SET temp_directory = '{file}.tmp'")
        if not read_only:
            db.execute(f"SET memory_limit = '{_MEMORY}'")
            db.execute("SET checkpoint_threshold = '1TB'")  # The corpus says when.
        db.execute(f"ATTACH '{file}' AS corpus ({'READ_ONLY, ' if read_only else ''}ROW_GROUP_SIZE {_GROUP})")
        db.execute("USE corpus")
        return db
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise UsageError(
                f"{path} is in use by another program.", "Close it there, or wait for its run."
            ) from error
        raise DamagedInputError(f"{path} is no corpus.", "Run the batch into a new file.") from error


def is_corpus(path: Path) -> bool:
    """Tell by its first bytes whether a file is a DuckDB database. A pipe is none, and is left as it is."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(12)[8:] == b"DUCK"
    except OSError:
        return False
