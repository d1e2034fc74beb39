"""Put the stages in their order: bytes -> document -> outline -> facts -> report."""

from importlib.metadata import version
from pathlib import Path
from typing import Literal

from reportparse.extractors.commitments import commitments
from reportparse.extractors.figures import figures, not_stated
from reportparse.extractors.link import link_commitments, link_projects
from reportparse.extractors.projects import projects
from reportparse.lexicon import LEXICON_VERSION, Lexicon, load
from reportparse.model import Document, Report, Role, Source, Versions
from reportparse.model.json import from_json, is_report
from reportparse.outline import outline
from reportparse.reading import STANDARD_INPUT, bytes_of, name_of, read

Ocr = Literal["auto", "never", "always"]

CODEBOOK_VERSION = "1.0"


def extract(
    source: Path | str | bytes,
    *,
    name: str | None = None,
    year: int | None = None,
    place: str | None = None,
    ocr: Ocr = "auto",
    lexicon: Path | None = None,
) -> Report:
    """Read one report: a path, or the bytes of a file, whose `name` is then what the report calls its source.

    A JSON that was printed of a report gives that report again, corrections by hand included.
    `year` and `place` overrule what the text says of itself; `lexicon` is a folder of TOML files that are
    merged over the shipped ones. Raises UnreadableInputError or InputTooLargeError for the input, LexiconError
    for the folder.
    """
    words = load(lexicon)
    if isinstance(source, bytes):
        data, called = source, name or STANDARD_INPUT
    else:
        data, called = bytes_of(Path(source)), name or name_of(Path(source))
    if is_report(data):
        return from_json(data, called)
    return understand(read(data, name=called, ocr=ocr), words, year=year, place=place)


def understand(
    document: Document, lexicon: Lexicon, *, year: int | None = None, place: str | None = None
) -> Report:
    """Turn a document into a report. Pure: the same document and lexicon give the same report."""
    outlined = outline(document, lexicon, year=year, place=place)
    targets, results = figures(outlined, lexicon)
    aimed = [passage for passage in outlined.passages if passage.paragraph.role is Role.annual_targets]
    works = link_projects(projects(outlined.passages, lexicon), (*targets, *results), outlined.passages)
    promises = link_commitments(commitments(outlined.passages, lexicon), targets, works, lexicon)
    return Report(
        versions=Versions(program=version("reportparse"), lexicon=LEXICON_VERSION, codebook=CODEBOOK_VERSION),
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
        warnings=(*document.warnings, *outlined.warnings),
    )
