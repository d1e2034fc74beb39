"""Read plain text: any encoding met in China, a line a paragraph or hard-wrapped."""

import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

import regex

from reportparse.errors import DamagedInputError
from reportparse.model import DocumentParagraph
from reportparse.reading.furniture import is_page_mark, is_rule
from reportparse.reading.joining import joined, paragraphs_of, rejoined
from reportparse.reading.printed import PrintedLine, Spans
from reportparse.text import chinese_share, common_share

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_GAP = regex.compile(r"\s*\t\s*+(?:——)?")
_TABS = regex.compile(r"\t+")
_LEAST_BYTES = 12
_WRAP_AT_MOST = 64


def decoded(data: bytes) -> str:
    """Decode bytes: by their mark, else UTF-8, else UTF-16, GB18030 or Big5, else the likeliest encoding.

    Most texts in Big5 are texts in GB18030 too, of rare characters: what has more of the common ones is meant.

    Raise DamagedInputError for bytes that are no text.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").lstrip("\ufeff")
    guesses = ["utf-8", "gb18030", "big5hkscs"]
    if data.count(0) > len(data) // 50:
        guesses = ["utf-16-le", "utf-16-be"]
    with suppress(UnicodeDecodeError):
        if guesses[0] == "utf-8":
            return data.decode()
    if mixed := _decoded_by_lines(data):
        return mixed
    texts = []
    for encoding in guesses:
        try:
            texts.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    likely = [text for text in texts if chinese_share(text) > 0.3]
    if likely:
        return max(likely, key=lambda text: (common_share(text), chinese_share(text)))
    if data.count(0) == 0:
        from charset_normalizer import from_bytes

        if guess := from_bytes(data).best():
            return str(guess)
    if b"\0" not in data:  # a few broken bytes in a text that is otherwise one of the two
        lossy = (data.decode(encoding, errors="replace") for encoding in ("utf-8", "gb18030"))
        return min(lossy, key=lambda text: text.count("�"))
    raise DamagedInputError("The file is not text in any encoding that is known here.")


def _decoded_by_lines(data: bytes) -> str | None:
    """Decode a text whose lines are in UTF-8 here and in GB18030 there, or broken; None for a text of one encoding.

    Two characters of GB18030 may look like UTF-8; a whole line of them does not.
    """
    lines = data.split(b"\n")
    if b"\0" in data or not any(_is_utf8(line) for line in lines):
        return None
    return "\n".join(_line(line) for line in lines)


def _is_utf8(line: bytes) -> bool:
    try:
        return len(line) - len(line.decode()) >= _LEAST_BYTES
    except UnicodeDecodeError:
        return False


def _line(line: bytes) -> str:
    lossy = line.decode("utf-8", errors="replace")
    if lossy.count("�") > len(lossy) // 10:
        with suppress(UnicodeDecodeError):
            return line.decode("gb18030")
    return lossy


def paragraphs(data: bytes) -> list[DocumentParagraph]:
    """Read the paragraphs of a plain text."""
    text = _GAP.sub(_with_breaks, decoded(data))
    return paragraphs_of_text(text.replace("\x0c", "\n").splitlines())


def _with_breaks(gap: regex.Match[str]) -> str:
    """Take tabs before an indent or a dash for the line breaks that a copy lost."""
    end = len(gap[0]) if gap[0].endswith("——") else gap[0].rfind("\u3000") + 1
    return _TABS.sub("\n", gap[0][:end]) + gap[0][end:]


def paragraphs_of_text(lines: Iterable[str], bold: Sequence[Spans] = ()) -> list[DocumentParagraph]:
    """Join lines without layout: hard-wrapped ones by their lengths, others one by one."""
    typed = [
        typed_line(text, bold[at] if at < len(bold) else (), row=at)
        for at, text in enumerate(lines)
        if text.strip() and not is_page_mark(text) and not is_rule(text)
    ]
    if wrapped := wrapped_lines(typed):
        return paragraphs_of(wrapped)
    return rejoined([paragraph for line in typed if (paragraph := joined([line])).text])


def typed_line(text: str, bold: Spans = (), indent: float = 0.0, row: int = 0) -> PrintedLine:
    """Measure a typed line in widths of a Han character; leading white space is its indent."""
    left = indent + typed_width(text[: len(text) - len(text.lstrip())])
    right = left + typed_width(text.strip())
    return PrintedLine(text, left=left, right=right, top=row, bottom=row + 1, size=1.0, bold=bold)


def typed_width(text: str) -> float:
    """Give the width of a text in Han characters."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def wrapped_lines(lines: Sequence[PrintedLine]) -> list[PrintedLine] | None:
    """Set the margins of hard-wrapped lines, None if lines were not broken at a width.

    They were if few are much longer than the width that most reach, in widths or in counts of characters.
    """
    by_count = [replace(line, right=line.left + len(line.text.strip())) for line in lines]
    best = max((lines, by_count), key=_reaching)
    if len(best) < 12 or _reaching(best) < 0.5:
        return None
    width = _usual_right(best)
    if not 12 <= width <= _WRAP_AT_MOST or max(line.right for line in best) > 1.25 * width + 4:
        return None
    left = min((line.left for line in best if line.left < 1.5), default=0.0)
    return [line.within(left, width) for line in best]


def _reaching(lines: Sequence[PrintedLine]) -> float:
    """Give the share of lines that reach the usual right edge."""
    if not lines:
        return 0.0
    width = _usual_right(lines)
    return sum(1 for line in lines if line.right > width - 3) / len(lines)


def _usual_right(lines: Sequence[PrintedLine]) -> float:
    rights = sorted(line.right for line in lines)
    return rights[int(0.9 * (len(rights) - 1))]
