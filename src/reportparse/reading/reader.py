"""Read any input into a document: find out what it is, and call its reader."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

import regex

from reportparse.errors import (
    DamagedInputError,
    EmptyInputError,
    ForeignInputError,
    InputTooLargeError,
    NoTextError,
    ReportparseError,
)
from reportparse.limits import allow_more, limits
from reportparse.model import Document, DocumentParagraph, Warning
from reportparse.model.document import Reader
from reportparse.reading import plain
from reportparse.reading.engines import PdfEngine
from reportparse.reading.garbled import text_warnings
from reportparse.reading.pages import (
    cut_warning,
    has_text,
    is_legible,
    ocr_warning,
    page_warnings,
    paragraphs_of_pages,
)
from reportparse.reading.sniff import MEDIA_TYPES, Kind, kind_of
from reportparse.reading.source import STANDARD_INPUT, bytes_of, name_of
from reportparse.text import chinese_share

Ocr = Literal["auto", "never", "always"]

_LEAST_CHINESE = 0.3
_MOST_KANA = 0.1
_KANA = regex.compile(r"[\p{Hiragana}\p{Katakana}]")
_SECONDS_A_PICTURE = 30
_SPLIT = "Split it into its reports: the longest that are known have 60000."


class Wish(NamedTuple):
    """Be how a user wants an input to be read."""

    ocr: Ocr = "auto"
    pdf_engine: PdfEngine = "auto"


class Reading(NamedTuple):
    """Be what a reader gives."""

    reader: Reader
    paragraphs: list[DocumentParagraph]
    pages: int | None = None
    warnings: tuple[Warning, ...] = ()


def read(
    source: Path | bytes, *, name: str | None = None, ocr: Ocr = "auto", pdf_engine: PdfEngine = "auto"
) -> Document:
    """Read a file, or the bytes of standard input, into a document.

    Raise MissingInputError, EmptyInputError, DamagedInputError, EncryptedInputError, NoTextError,
    ForeignInputError, or InputTooLargeError for a file. `name` is what the document and messages call the input.
    """
    called = name or (name_of(source) if isinstance(source, Path) else STANDARD_INPUT)
    data = source if isinstance(source, bytes) else bytes_of(source)
    if not data.strip():
        raise EmptyInputError(f"{called} is empty.")
    try:
        kind = kind_of(data, called)
        reading = READERS[kind](data, Wish(ocr, pdf_engine))
    except ReportparseError as error:
        message = str(error) if called in str(error) else f"{called}: {error}"
        raise type(error)(message, error.hint) from error.__cause__
    _refuse_other_texts(reading.paragraphs, called)
    return Document(
        name=called,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPES[kind],
        reader=reading.reader,
        pages=reading.pages,
        paragraphs=tuple(reading.paragraphs),
        warnings=(
            *reading.warnings,
            *text_warnings(reading.paragraphs, told=reading.pages is not None),
        ),
    )


def _refuse_other_texts(paragraphs: list[DocumentParagraph], name: str) -> None:
    text = "".join(paragraph.text for paragraph in paragraphs)
    if not text.strip():
        raise EmptyInputError(f"{name} holds no text.")
    if len(text) > limits().characters:
        raise InputTooLargeError(
            f"{name} holds a text of {len(text)} characters; the limit is {limits().characters}.",
            _SPLIT,
        )
    if chinese_share(text) < _LEAST_CHINESE or len(_KANA.findall(text)) > _MOST_KANA * len(text):
        raise ForeignInputError(f"{name} is not a Chinese text.")


def _read_pdf(data: bytes, wish: Wish) -> Reading:
    """Read a PDF by its engines, of one that was cut short the whole pages; pictures by OCR, if there is one."""
    from reportparse.reading import engines, ocr, salvage

    wanted = wish.ocr
    warnings: list[Warning] = []
    try:
        reader, sheets = engines.sheets(data, wish.pdf_engine)
    except DamagedInputError:
        data = salvage.with_whole_pages(data)
        reader, sheets = engines.sheets(data, wish.pdf_engine)
        warnings.append(cut_warning(len(sheets)))
    pictures = {sheet.number for sheet in sheets if wanted == "always" or not is_legible(sheet)}
    if wanted != "never" and pictures and ocr.is_available():
        allow_more(_SECONDS_A_PICTURE * len(pictures))
        seen = {sheet.number: sheet for sheet in ocr.sheets(data, pictures) if has_text(sheet)}
        sheets = [seen.get(sheet.number, sheet) for sheet in sheets]
        reader = "ocr" if len(seen) == len(sheets) else reader
        warnings += [ocr_warning(sheet) for sheet in seen.values()]
    elif wanted == "always" or not any(has_text(sheet) for sheet in sheets):
        raise ocr.refusal(len(sheets))
    if not any(has_text(sheet) for sheet in sheets):
        raise NoTextError("no text was found on its pages.")
    warnings += page_warnings(sheets)
    return Reading(reader, paragraphs_of_pages(sheets), len(sheets), tuple(warnings))


def _read_picture(data: bytes, wish: Wish) -> Reading:
    """Read a picture of pages by OCR."""
    from reportparse.reading import ocr

    if wish.ocr == "never" or not ocr.is_available():
        raise ocr.refusal(1)
    from reportparse.reading import pictures

    drawn = pictures.pages(data)
    allow_more(_SECONDS_A_PICTURE * len(drawn))
    sheets = list(ocr.read_pictures(drawn, len(drawn)))
    if not any(has_text(sheet) for sheet in sheets):
        raise NoTextError("no text was found on it.")
    warnings = [ocr_warning(sheet) for sheet in sheets if has_text(sheet)]
    return Reading("ocr", paragraphs_of_pages(sheets), len(sheets), tuple(warnings))


def _refuse_json(data: bytes, wish: Wish) -> Reading:
    raise DamagedInputError("This is JSON, not a report's text.", "Give the report that it was made of.")


def _read_docx(data: bytes, _wish: Wish) -> Reading:
    from reportparse.reading import docx

    return Reading("docx", docx.paragraphs(data))


def _read_odt(data: bytes, _wish: Wish) -> Reading:
    from reportparse.reading import odt

    return Reading("odt", odt.paragraphs(data))


def _read_by_office(data: bytes, _wish: Wish) -> Reading:
    """Read an old format as the DOCX that LibreOffice makes of it."""
    from reportparse.reading import docx, office

    allow_more(office.SECONDS)
    return Reading("libreoffice", docx.paragraphs(office.as_docx(data)))


def _read_html(data: bytes, _wish: Wish) -> Reading:
    from reportparse.reading import html

    return Reading("html", html.paragraphs(data))


def _read_text(data: bytes, _wish: Wish) -> Reading:
    _refuse_bytes(data)
    return Reading("text", plain.paragraphs(data))


_MOST_BYTES = 4
"""How many bytes a character has at most, in any encoding."""


def _refuse_bytes(data: bytes) -> None:
    """Refuse a text that must have too many characters, before all its lines are held in memory."""
    least = len(data.translate(None, b" \t\r\n")) // _MOST_BYTES
    if least > limits().characters:
        raise InputTooLargeError(
            f"The text has {least} characters or more; the limit is {limits().characters}.", _SPLIT
        )


def _read_markdown(data: bytes, _wish: Wish) -> Reading:
    _refuse_bytes(data)
    from reportparse.reading import markdown

    return Reading("markdown", markdown.paragraphs(data))


READERS: dict[Kind, Callable[[bytes, Wish], Reading]] = {
    "pdf": _read_pdf,
    "docx": _read_docx,
    "odt": _read_odt,
    "doc": _read_by_office,
    "rtf": _read_by_office,
    "png": _read_picture,
    "jpeg": _read_picture,
    "tiff": _read_picture,
    "html": _read_html,
    "markdown": _read_markdown,
    "text": _read_text,
    "json": _refuse_json,
}
"""The readers: a new format is a module, a line here, and its signature in sniff.

Each is imported when it is first asked, since it brings libraries that the others don't need.
"""
