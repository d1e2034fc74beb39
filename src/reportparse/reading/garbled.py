"""Tell of a text whose characters are not those that its author wrote, or not those that the lexicon knows."""

from collections.abc import Iterator, Sequence

import regex

from reportparse.model import DocumentParagraph, Warning
from reportparse.text import common_share

TRADITIONAL = "traditional-characters"
"""The code of the warning of a text in traditional characters."""

_LEAST_COMMON = 0.03
_LEAST_CHARACTERS = 50
_LEAST_TRADITIONAL = 0.02
_TRADITIONAL = regex.compile("[國會產業經發與為萬億個來實農區長點務進現達總額稅將對開關壓統]")
_SIMPLIFIED = regex.compile("[国会产业经发与为万亿个来实农区长点务进现达总额税将对开关压统]")


def text_warnings(paragraphs: Sequence[DocumentParagraph], *, told: bool = False) -> Iterator[Warning]:
    """Give the warnings about the characters of a text; `told` says that its pages have told of their broken ones."""
    text = "".join(paragraph.text for paragraph in paragraphs)
    if not told and (broken := text.count("�")):
        message = f"Characters that are broken in the file, and stand as � in the text: {broken}."
        yield Warning(code="undecoded-characters", message=message)
    if len(text) < _LEAST_CHARACTERS:
        return
    if common_share(text) < _LEAST_COMMON:
        message = (
            "The text is no sentences: it was saved in a wrong encoding, or its font has codes of its own."
        )
        yield Warning(code="garbled-text", message=message)
    traditional, simplified = (len(kind.findall(text)) for kind in (_TRADITIONAL, _SIMPLIFIED))
    if traditional > max(simplified, _LEAST_TRADITIONAL * len(text)):
        message = "The text is in traditional characters, of which few words are known: convert it to simplified ones."
        yield Warning(code=TRADITIONAL, message=message)
