"""Read files into documents."""

from reportparse.reading.engines import PdfEngine
from reportparse.reading.reader import Ocr, read
from reportparse.reading.sniff import kind_of
from reportparse.reading.source import (
    MAX_BYTES,
    STANDARD_INPUT,
    Part,
    bytes_of,
    name_of,
    parts_from,
    parts_of,
)
from reportparse.reading.telling import telling

__all__ = [
    "MAX_BYTES",
    "STANDARD_INPUT",
    "Ocr",
    "Part",
    "PdfEngine",
    "bytes_of",
    "kind_of",
    "name_of",
    "parts_from",
    "parts_of",
    "read",
    "telling",
]
