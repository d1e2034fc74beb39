"""Open the DuckDB file that a corpus is, and lay out its tables."""

from __future__ import annotations

from errno import EACCES
from os import strerror
from pathlib import Path
from typing import TYPE_CHECKING

from reportparse.corpus.layout import Type, tables
from reportparse.errors import DamagedInputError, MissingInputError, UsageError, unopened

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LAYOUT = "1"
"""The version of the file's own tables; a corpus of another one is refused."""

TYPES: dict[Type, str] = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
_OWN = (
    "CREATE TABLE _corpus (key VARCHAR, value VARCHAR)",
    "CREATE TABLE _sources (report VARCHAR, digest VARCHAR, failed BOOLEAN)",
    "CREATE TABLE _files (path VARCHAR, told VARCHAR, size BIGINT, mtime_ns BIGINT)",
    "CREATE TABLE _printed (report VARCHAR, n INTEGER, part BLOB)",
)
MEMORY = "64MB"
"""What the database may hold while the corpus is written to; for reading it may use all that is there."""
_GROUP = 16384


def opened(path: Path, *, read_only: bool) -> DuckDBPyConnection:
    """Open a corpus, or make it. Raises UsageError where it is in use, DamagedInputError where it is none."""
    if read_only and not path.exists():
        raise MissingInputError(f"There is no corpus {path}.")
    db = _connected(path, read_only=read_only)
    layout = note(db, "layout")
    if layout is None and not read_only and not _holds_anything(db):
        _make(db)
    elif layout != _LAYOUT:
        db.close()
        raise DamagedInputError(
            f"{path} is no corpus that this version reads.", "Run the batch into a new file."
        )
    elif not read_only:
        _add_columns(db)
    return db


def note(db: DuckDBPyConnection, key: str) -> str | None:
    """Give a note that was kept about the corpus as a whole."""
    import duckdb

    try:
        row = db.execute("SELECT value FROM _corpus WHERE key = ?", [key]).fetchone()
    except duckdb.CatalogException:
        return None
    return str(row[0]) if row else None


def set_note(db: DuckDBPyConnection, key: str, value: str) -> None:
    """Keep a note about the corpus as a whole."""
    db.execute("DELETE FROM _corpus WHERE key = ?", [key])
    db.execute("INSERT INTO _corpus VALUES (?, ?)", [key, value])


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
            db.execute(f"SET memory_limit = '{MEMORY}'")
            db.execute("SET checkpoint_threshold = '1TB'")  # The corpus says when.
        db.execute(f"ATTACH '{file}' AS corpus ({'READ_ONLY, ' if read_only else ''}ROW_GROUP_SIZE {_GROUP})")
        db.execute("USE corpus")
        return db
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise UsageError(
                f"{path} is in use by another program.", "Close it there, or wait for its run."
            ) from error
        if "permission denied" in str(error).lower():
            raise unopened(str(path), PermissionError(EACCES, strerror(EACCES))) from error
        raise DamagedInputError(f"{path} is no corpus.", "Run the batch into a new file.") from error


def _make(db: DuckDBPyConnection) -> None:
    db.begin()
    for each in tables():
        columns = ", ".join(f'"{column.name}" {TYPES[column.type]}' for column in each.columns)
        db.execute(f'CREATE TABLE "{each.name}" ({columns})')
    for statement in _OWN:
        db.execute(statement)
    set_note(db, "layout", _LAYOUT)
    db.commit()


def _holds_anything(db: DuckDBPyConnection) -> bool:
    tables = "SELECT 1 FROM duckdb_tables() WHERE database_name = 'corpus'"
    return db.execute(tables).fetchone() is not None


def _add_columns(db: DuckDBPyConnection) -> None:
    """Add the columns that this version has and the one that made the file had not."""
    for each in tables():
        known = {row[0] for row in db.execute(f'DESCRIBE "{each.name}"').fetchall()}
        for column in each.columns:
            if column.name not in known:
                db.execute(f'ALTER TABLE "{each.name}" ADD COLUMN "{column.name}" {TYPES[column.type]}')


def is_corpus(path: Path) -> bool:
    """Tell by its first bytes whether a file is a DuckDB database. A pipe is none, and is left as it is."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(12)[8:] == b"DUCK"
    except OSError:
        return False
