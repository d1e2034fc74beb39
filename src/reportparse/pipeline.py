"""Put the stages in their order: bytes -> document -> outline -> facts -> report."""

from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from itertools import islice
from pathlib import Path

from reportparse.correcting import correct, correct_all, is_of
from reportparse.corrections import taken_back
from reportparse.doubts import doubts
from reportparse.errors import UsageError
from reportparse.extractors.commitments import commitments
from reportparse.extractors.figures import figures, not_stated
from reportparse.extractors.link import link_commitments, link_projects
from reportparse.extractors.projects import projects
from reportparse.extractors.tables import tabled
from reportparse.grammar.calendar import Calendar, is_real
from reportparse.lexicon import LEXICON_VERSION, Lexicon, load
from reportparse.model import Document, Figure, Report, Role, Source, Versions
from reportparse.model.corrections import Corrections
from reportparse.model.json import corrections_from_json, is_json
from reportparse.outline import outline
from reportparse.reading import STANDARD_INPUT, Ocr, Part, PdfEngine, bytes_of, parts_from, parts_of, read

CODEBOOK_VERSION = "1.0"


def extract(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    year: int | None = None,
    place: str | None = None,
    ocr: Ocr = "auto",
    pdf_engine: PdfEngine = "auto",
    lexicon: Path | None = None,
    corrections: Path | Corrections | None = None,
) -> Report:
    """Read one report: a path, or the bytes of a file, whose `name` is then what the report calls its source.

    A JSON that was printed of a report gives that report again, corrections by hand included.
    `year` and `place` overrule what the text says of itself; `lexicon` is a folder of TOML files that are
    merged over the shipped ones; `corrections` are a reader's, as saved on the page of `view`: those that have no
    place in the report are left out. Raises UnreadableInputError or InputTooLargeError for the input, LexiconError
    for the folder, UsageError for an input of several reports, which `extract_all` reads.

    >>> from reportparse import extract
    >>> report = extract("二、2031年重点工作\\n今年地区生产总值增长5.5%左右。".encode(), name="report.txt")
    >>> [(target.indicator, str(target.value), target.unit, target.bound.value) for target in report.targets]
    [('地区生产总值', '5.5', '%', 'around')]
    """
    first, *more = islice(parts(source, name), 2)
    if more:
        raise UsageError(
            f"{first.name} is not the only report of its file.", "extract_all gives all of them."
        )
    report = extract_part(first, year=year, place=place, ocr=ocr, pdf_engine=pdf_engine, words=load(lexicon))
    if isinstance(corrections, Path):
        made = corrections_from_json(bytes_of(corrections), corrections.name)
        if own := [(corrections.name, one) for one in made if is_of(one, report)]:
            report = correct_all(report, own, load(lexicon))[-1].report
    elif corrections is not None:
        report = correct(report, corrections, load(lexicon)).report
    return report


def extract_all(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    year: int | None = None,
    place: str | None = None,
    ocr: Ocr = "auto",
    pdf_engine: PdfEngine = "auto",
    lexicon: Path | None = None,
) -> Iterator[Report]:
    """Read all reports of an input: those of JSON Lines one after the other, else the one. Raises as `extract`."""
    words = load(lexicon)
    for part in parts(source, name):
        yield extract_part(part, year=year, place=place, ocr=ocr, pdf_engine=pdf_engine, words=words)


def parts(source: Path | str | bytes, name: str | None = None) -> Iterator[Part]:
    """Give the reports of an input as bytes, each of which `extract_part` reads. Raises UnreadableInputError."""
    if isinstance(source, bytes):
        return parts_from(BytesIO(source), name or STANDARD_INPUT)
    return parts_of(Path(source), name)


def extract_part(
    part: Part,
    *,
    words: Lexicon,
    year: int | None = None,
    place: str | None = None,
    ocr: Ocr = "auto",
    pdf_engine: PdfEngine = "auto",
) -> Report:
    """Read one part of an input. Raises as `extract`."""
    if not is_json(part.data):
        document = read(part.data, name=part.name, ocr=ocr, pdf_engine=pdf_engine)
        return understand(document, words, year=year, place=place)
    report = taken_back(part.data, part.name, words)
    if year or place:
        raise UsageError(
            f"{part.name} was extracted already: --year and --place can't change it.",
            "Extract the report itself again, or correct meta in the JSON.",
        )
    return report


def understand(
    document: Document, lexicon: Lexicon, *, year: int | None = None, place: str | None = None
) -> Report:
    """Turn a document into a report. Pure: the same document and lexicon give the same report."""
    outlined = outline(document, lexicon, year=year, place=place)
    read = tabled(outlined, lexicon)
    passages = read.outline.passages
    targets, results = map(_in_real_years, figures(read.outline, lexicon, read.told))
    aimed = [passage for passage in outlined.passages if passage.paragraph.role is Role.annual_targets]
    calendar = Calendar.of(outlined.meta.year, outlined.meta.review_year)
    works = link_projects(projects(passages, calendar, lexicon), (*targets, *results), outlined.passages)
    promises = link_commitments(commitments(passages, lexicon), targets, works, lexicon)
    return Report(
        versions=versions(),
        source=Source(
            name=document.name,
            sha256=document.sha256,
            media_type=document.media_type,
            pages=document.pages,
            reader=document.reader,
        ),
        meta=outlined.meta,
        sections=outlined.sections,
        paragraphs=tuple(passage.paragraph for passage in outlined.passages),
        targets=targets,
        results=results,
        annual_targets=tuple(passage.paragraph.id for passage in aimed),
        not_stated=not_stated(targets, aimed, outlined.meta, lexicon),
        projects=works,
        commitments=promises,
        warnings=(
            *document.warnings,
            *outlined.warnings,
            *doubts(read.outline, (*targets, *results), lexicon),
        ),
    )


def _in_real_years(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Leave out the periods of a report that does not tell its year; what names its own keeps it."""
    return tuple(
        figure.model_copy(update={"period": None})
        if figure.period is not None and not is_real(figure.period)
        else figure
        for figure in figures
    )


def versions() -> Versions:
    """Name what makes an output, so that a paper can cite it."""
    return Versions(program=version("reportparse"), lexicon=LEXICON_VERSION, codebook=CODEBOOK_VERSION)
