"""Keep a corpus in one DuckDB file: every report's rows are there as a whole or not at all, whatever ends the run."""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from reportparse.corpus.database import MEMORY, TYPES, note, opened, set_note
from reportparse.corpus.head import Head
from reportparse.corpus.interrupts import postponed
from reportparse.corpus.layout import Table, table, tables
from reportparse.corpus.source import Stamp
from reportparse.corpus.work import Outcome
from reportparse.correcting import BY_HAND, CORRECTED, LISTS
from reportparse.model import Report
from reportparse.model.json import from_json, to_json

_PART = 8192
"""How many bytes of a printed report stand in a row: the database holds 2,048 rows at once."""
_LOG = 8_000_000
"""After how many characters the log of changes is brought into the file."""
_AT_ONCE = 2000
_TOGETHER = 100_000
"""Up to how many characters rows are put in together: each time costs as much as a short report's rows, and the
database needs many times the memory of what it takes at once."""
_CORRECTED = f"""
SELECT report FROM warnings WHERE code = '{CORRECTED}'
{"".join(f"UNION SELECT report FROM {name} WHERE rule = '{BY_HAND}' " for name, _ in LISTS.values())}
"""
"""Selects the reports that a reader corrected."""
_DUPLICATES = f"""
UPDATE reports SET duplicate_of = first.report
FROM (
    SELECT r.report AS own, nullif(first_value(r.report) OVER (
        PARTITION BY r.sha256, r.place, r.year
        ORDER BY r.report NOT IN ({_CORRECTED}), r.path NOT ILIKE '%.json%', r.report
    ), r.report) AS report
    FROM reports r
) first
WHERE reports.report = first.own AND reports.duplicate_of IS DISTINCT FROM first.report
"""
"""Names in each report the one that counts of those with the same bytes, place and year: one that a reader corrected,
else one that was printed, and may have been corrected since, before the file that it was read from; of several the
first."""


class Store:
    """Be an open corpus. Only one process writes to it at a time; closing it leaves one whole file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open the file, or make it. Raises UsageError where it is in use, DamagedInputError where it is none."""
        self.path = path
        self._unsettled = 0
        self.db = opened(path, read_only=read_only)

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

    def value(self, key: str) -> str | None:
        """Give a note that was kept about the corpus as a whole."""
        return note(self.db, key)

    def set_value(self, key: str, value: str) -> None:
        """Keep a note about the corpus as a whole."""
        set_note(self.db, key, value)

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

    def unopened(self) -> set[str]:
        """Give the keys of the sources that could not be opened: no bytes of them were seen."""
        found = self.db.execute(
            "SELECT report FROM failures WHERE code = 'unreadable-input' AND sha256 IS NULL"
        ).fetchall()
        return {key for (key,) in found}

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
        self.db.execute(f"SET memory_limit = '{MEMORY}'")
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
        shape = to_json({column.name: TYPES[column.type] for column in into.columns}, indent=None)
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

    def duplicates(self) -> tuple[int, str, str]:
        """Count the reports that another stands for, with one of them and its other."""
        return self.db.execute(
            "SELECT count(*), coalesce(min(report), ''), coalesce(arg_min(duplicate_of, report), '') "
            "FROM reports WHERE duplicate_of IS NOT NULL"
        ).fetchall()[0]

    def warned(self, code: str) -> tuple[int, str, str]:
        """Count the reports with a warning of a code, with one of them and what it says."""
        return self.db.execute(
            "SELECT count(DISTINCT report), coalesce(min(report), ''), coalesce(arg_min(message, report), '') "
            "FROM warnings WHERE code = ?", [code]
        ).fetchall()[0]  # fmt: skip

    def warnings(self) -> list[tuple[str, str, int]]:
        """Give the warnings of all reports: a report, a code, and how often it has it."""
        return self.db.execute(
            "SELECT report, code, count(*) FROM warnings GROUP BY report, code ORDER BY code, report"
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
            "SELECT report, place, division_code, province, level, year, duplicate_of, "
            f"report IN ({_CORRECTED}) FROM reports ORDER BY report"
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
