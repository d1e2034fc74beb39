"""Part a text that was saved without paragraphs at the marks that open them."""

from itertools import pairwise

import regex

from reportparse.model import DocumentParagraph
from reportparse.reading.openings import opening

_LONG = 4000  # The longest paragraphs of real reports have some 2,000 characters.
_AFTER_SENTENCE = regex.compile(r"(?<=[。！：])(?=[一二三四五六七八九十（(各])")
_PARTS = {"part", "item", "address"}


def parted(paragraph: DocumentParagraph) -> list[DocumentParagraph]:
    """Part an overlong paragraph before 一、, （一） and 各位代表; give any other as it is."""
    text = paragraph.text
    if len(text) < _LONG or paragraph.lines:
        return [paragraph]
    cuts = [
        found.start() for found in _AFTER_SENTENCE.finditer(text) if opening(text[found.start() :]) in _PARTS
    ]
    return [
        paragraph.model_copy(
            update={"text": text[start:end].strip(), "bold": _within(paragraph.bold, start, end)}
        )
        for start, end in pairwise([0, *cuts, len(text)])
        if text[start:end].strip()
    ]


def _within(spans: tuple[tuple[int, int], ...], start: int, end: int) -> tuple[tuple[int, int], ...]:
    return tuple((max(a, start) - start, min(b, end) - start) for a, b in spans if a < end and b > start)
