"""Drop the white space that only a converter put into Chinese text, and keep spans in step."""

from bisect import bisect_left

import regex

from reportparse.reading.printed import Spans

_INVISIBLE = regex.compile(r"[\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff\u00ad\p{Cc}\uf000-\uf0ff]")
_RESIDUE = regex.compile(r"\*\*|^\s*(?:[•●■◆▪‣]|-(?=\s*[(（]|\s+(?:一一|——)))\s*")
_SPACE = regex.compile(r"\s+")
_TIGHT = regex.compile(r"[,;:!?()%\"'\u2010-\u206f\u2100-\U0003ffff·°±×÷]")
_SPACED_DIGITS = regex.compile(r"(?<![0-9.]\s?)[0-9](?:\s[0-9])+(?:\s?\.\s?[0-9](?:\s[0-9])*)?(?![0-9])")
_SPACED_POINT = regex.compile(r"(?<=\P{Nd}[0-9]{1,6})(?:\s+\.\s*|\.\s+)(?=[0-9])|(?<=[0-9])\s+(?=[%‰℃])")
_SPLIT_DECIMALS = regex.compile(
    r"(?<=[0-9]\.[0-9]{1,3}) (?=[0-9]{1,3} ?(?:%|‰|万|亿|千|百|个|户|家|人|名|元|吨|亩|公里|平方|项|所|套|件))"
)


def kept(text: str) -> list[int]:
    """List the indices of the characters that a reader should see, ascending.

    White space goes at both ends and wherever a Chinese character or any mark stands on one side of it;
    between Latin words one space stays. "2 0 0 1 年" and "1.5 5万家" lose theirs too. Bullets before
    numbering, and stars that a converter left, go with them.
    """
    dropped = set()
    for match in _INVISIBLE.finditer(text):
        if not match[0].isspace():
            dropped.add(match.start())
    for match in _RESIDUE.finditer(text):
        dropped.update(range(*match.span()))
    spaced = (_SPACED_DIGITS, _SPACED_POINT, _SPLIT_DECIMALS)
    for match in (match for pattern in spaced for match in pattern.finditer(text)):
        dropped.update(at for at in range(match.start(), match.end()) if text[at].isspace())
    for match in _SPACE.finditer(text):
        start, end = match.span()
        inner = (
            start > 0 and end < len(text) and not (_TIGHT.match(text[start - 1]) or _TIGHT.match(text[end]))
        )
        dropped.update(range(start + inner, end))
    return [at for at in range(len(text)) if at not in dropped]


def without_gaps(text: str, bold: Spans = ()) -> tuple[str, Spans]:
    """Drop converter spaces from a text, and move its spans along; what is left of white space is " "."""
    kept_at = kept(text)
    clean = _SPACE.sub(" ", "".join(text[at] for at in kept_at))
    return clean, moved(bold, kept_at)


def moved(spans: Spans, kept_at: list[int]) -> Spans:
    """Move spans of a text to where they are once only the characters at `kept_at` are left."""
    shifted = ((bisect_left(kept_at, start), bisect_left(kept_at, end)) for start, end in spans)
    return merged(tuple(span for span in shifted if span[0] < span[1]))


def inside(spans: Spans, start: int, end: int) -> Spans:
    """Give what of a text's spans lies in `text[start:end]`, as spans of that piece."""
    pieces = ((max(first, start) - start, min(last, end) - start) for first, last in spans)
    return tuple((first, last) for first, last in pieces if first < last)


def merged(spans: Spans) -> Spans:
    """Merge sorted spans that touch."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
