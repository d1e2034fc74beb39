"""Build small reports of invented places, a paragraph a string."""

from collections.abc import Callable

import pytest

from reportparse.lexicon import load
from reportparse.model import Document, DocumentParagraph, Outline
from reportparse.outline import outline

Read = Callable[..., Outline]


@pytest.fixture
def understand() -> Read:
    """Give a function from paragraphs to their outline."""

    def read(
        *texts: str, year: int | None = None, place: str | None = None, name: str = "report.txt"
    ) -> Outline:
        document = Document(
            name=name,
            sha256="0" * 64,
            media_type="text/plain",
            reader="text",
            pages=None,
            paragraphs=tuple(DocumentParagraph(text=text) for text in texts),
        )
        return outline(document, load(), year=year, place=place)

    return read
