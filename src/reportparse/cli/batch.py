"""Read whole corpora: the command `batch`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reportparse.cli.exit_codes import SOME_FAILED
from reportparse.cli.inputs import (
    NOT_COUNTED,
    TOLD,
    LexiconOption,
    MemoryOption,
    Ocr,
    OcrOption,
    PagesOption,
)
from reportparse.cli.output import UnwritableOutputError, keep_from_inputs, overwriting
from reportparse.cli.streams import say
from reportparse.cli.watching import Watch
from reportparse.corpus.cluster import cluster as cluster_at
from reportparse.corpus.cluster import killed_its_worker
from reportparse.corpus.columns import Wanted
from reportparse.corpus.crew import Crew, cores, processes
from reportparse.corpus.database import is_corpus
from reportparse.corpus.export import export, form_of, outputs, store_path
from reportparse.corpus.inputs import ENDINGS, Given, Scan
from reportparse.corpus.naming import NamePattern
from reportparse.corpus.run import Made, Run, Tally, made_with
from reportparse.corpus.store import Store
from reportparse.corpus.work import Options
from reportparse.filenames import legible
from reportparse.language.counting import counted, some
from reportparse.limits import DEFAULT, Limits


class Files(StrEnum):
    """Name the forms of the files in a folder."""

    csv = "csv"
    parquet = "parquet"
    jsonl = "jsonl"


PathsArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="PATH...",
        help="Folders, reports, and tables with a report a row: CSV, TSV, XLSX, DTA, Parquet, JSON Lines; corpora.",
    ),
]
CorpusOption = Annotated[
    Path,
    typer.Option(
        "-o", "--output", metavar="OUT",
        help="corpus.duckdb, corpus.jsonl, corpus.xlsx, or a folder of tables. What is there is gone on with.",
    ),
]  # fmt: skip
FilesOption = Annotated[Files, typer.Option("--format", help="What the tables of a folder are.")]
JobsOption = Annotated[
    int | None, typer.Option(min=1, metavar="N", help="How many processes; all cores, unless said.")
]
ClusterOption = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="A Dask scheduler, tcp://host:8786, whose workers do it."),
]
TextOption = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The column of a table that holds the text.")
]
PlaceColumnOption = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The column that names the place.")
]
YearColumnOption = Annotated[
    str | None, typer.Option(metavar="COLUMN", help="The column that gives the year.")
]
NameOption = Annotated[
    str | None,
    typer.Option(
        metavar="PATTERN", help="What the files' names say: {year}, {place}, {province}, * for anything."
    ),
]
RetryOption = Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")]
BatchSecondsOption = Annotated[
    int, typer.Option("--max-seconds", min=1, metavar="N", help="How long one report may take.")
]


def batch(
    paths: PathsArgument,
    output: CorpusOption,
    files: FilesOption = Files.csv,
    jobs: JobsOption = None,
    cluster: ClusterOption = None,
    text: TextOption = None,
    place: PlaceColumnOption = None,
    year: YearColumnOption = None,
    name: NameOption = None,
    retry_failed: RetryOption = False,
    seconds: BatchSecondsOption = DEFAULT.seconds,
    memory: MemoryOption = DEFAULT.megabytes,
    pages: PagesOption = DEFAULT.pages,
    ocr: OcrOption = Ocr.auto,
    lexicon: LexiconOption = None,
) -> int:
    """Read many reports into the tables of a corpus.

    Every report below the paths is read, in several processes. A run that was ended, by whatever, goes on when
    it is called again; what is done is not done twice, and what fails is a row in the table failures.
    """
    keep_from_inputs(output, map(str, paths))
    _keep_from_folders(output, files, paths)
    folder = form_of(output) == "folder"
    ours = (output,) if folder else (output, store_path(output))
    pattern = NamePattern(name) if name else None
    home = output.absolute().parent
    scan = Scan(Given(tuple(paths), home, Wanted(text, place, year), pattern, ours), say)
    made = made_with(ocr.value, lexicon)
    options = Options(made.key, ocr.value, lexicon, Limits(seconds, memory, pages))
    with _writing(output), _crew(options, jobs or cores(), cluster) as crew:
        if folder:
            output.mkdir(exist_ok=True)
        with Store(store_path(output)) as store:
            scan.remember(store.value("roots"))
            store.set_value("roots", scan.roots.told())
            run = partial(Run, scan, store, options, retry_failed=retry_failed, send_bytes=bool(cluster))
            with Watch(scan) as watch:
                tally = run(watch=watch.see).go(crew)
            _finish(store, output, files, made)
            failures = store.count("failures")
            _tell(store, tally, scan)
    return SOME_FAILED if failures else 0


def _keep_from_folders(output: Path, files: Files, paths: Sequence[Path]) -> None:
    """Refuse to overwrite what lies below one of the paths, unless a corpus stands behind it: a batch made it."""
    if is_corpus(store_path(output)):
        return
    folders = [path for path in paths if path.is_dir()]
    for file in outputs(output, files.value):
        if file.is_file() and any(
            above.samefile(path) for above in file.resolve().parents for path in folders
        ):
            raise overwriting(output, legible(file))


@contextmanager
def _crew(options: Options, jobs: int, address: str | None) -> Iterator[Crew]:
    """Give the workers: processes of this machine, or those of a cluster."""
    if address is None:
        yield Crew(lambda: processes(jobs, options.limits), jobs, options)
        return
    with cluster_at(address) as (executor, workers):
        yield Crew(lambda: executor, workers, options, killed_its_worker)


def _finish(store: Store, output: Path, files: Files, made: Made) -> None:
    """Bring the tables up to date, and the output where the corpus changed since it was written."""
    written = f"{files.value} {output.name}"
    store.read_freely()
    if store.value("changed") == "yes":
        store.settle([made.row])
        store.set_value("changed", "no")
        store.set_value("written", "")
    if store.value("written") != written or not all(path.exists() for path in outputs(output, files.value)):
        export(store, output, files.value)
        store.set_value("written", written)


def _tell(store: Store, tally: Tally, scan: Scan) -> None:
    """Say what was done, in a sentence or two."""
    parts = [f"{counted(tally.read, 'report')} read", f"{tally.failed} failed"]
    parts += [f"{tally.kept} {'as it was' if tally.kept == 1 else 'as they were'}"] if tally.kept else []
    parts += [f"{tally.dropped} gone"] if tally.dropped else []
    failures = store.count("failures")
    behind = f" and {counted(failures, 'failure')}" if failures else ""
    say(f"{', '.join(parts)}. The corpus holds {counted(store.count('reports'), 'report')}{behind}.")
    for folder in scan.empty:
        say(f"{legible(folder)} holds no reports.", f"Their names end in {' '.join(ENDINGS)}.")
    for code, number, example, hint in store.failures():
        say(f"{number} failed: {code}, for example {example}", hint)
    if failures:
        say(
            "It is in the table failures; --retry-failed tries it again."
            if failures == 1
            else f"All {failures} are in the table failures, each with a hint; --retry-failed tries them again."
        )
    twice, report, counts = store.duplicates()
    if twice == 1:
        say(f"{report} is the same report as {counts}, which counts (column duplicate_of).")
    elif twice:
        say(f"{twice} reports stand twice: of {report}, for example, {counts} counts (column duplicate_of).")
    _tell_of_warnings(store)
    if len(scan.skipped) == 1:
        say(f"1 file of another kind was skipped, {scan.skipped[0]}.")
    elif scan.skipped:
        say(f"{len(scan.skipped)} files of other kinds were skipped, for example {scan.skipped[0]}.")
    if scan.links:
        say(f"Links to folders are not followed: {some(scan.links)}.", "Name the folders themselves.")


def _tell_of_warnings(store: Store) -> None:
    """Say which texts can't be read well, and count all other warnings by their kind."""
    for told in TOLD:
        number, report, message = store.warned(told)
        if number:
            say(f"{report}: {message}")
        if number > 1:
            say(f"So with {number - 1} more (table warnings, {told}).")
    warned: Counter[str] = Counter()
    doubtful = set[str]()
    for report, code, number in store.warnings():
        if code not in NOT_COUNTED:
            warned[code] += number
            doubtful.add(report)
    if warned:
        codes = ", ".join(f"{code} {number}" for code, number in warned.most_common())
        say(f"Warnings: {warned.total()} in {counted(len(doubtful), 'report')} ({codes}); "
            "the table warnings has them, codebook 6.4 says where to look.")  # fmt: skip


@contextmanager
def _writing(output: Path) -> Iterator[None]:
    """Turn what the system or the database says of an output into a sentence."""
    import duckdb

    if not output.absolute().parent.is_dir():
        raise UnwritableOutputError(f"Can't write {output}: there is no folder {output.parent}.")
    try:
        yield
    except OSError as error:
        raise UnwritableOutputError(f"Can't write {output}: {error.strerror or error}.") from error
    except duckdb.IOException as error:
        raise UnwritableOutputError(f"Can't write {output}: {str(error).splitlines()[0]}.") from error
