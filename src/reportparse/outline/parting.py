"""Part a text that was saved in one piece at the marks that open paragraphs: numbers, dashes, salutations.

A text loses its paragraphs in a cell of a table, a line, a <pre>. Its headings then run into what follows them,
一、2030年工作回顾2030年是…, and are parted from it where the prose begins anew.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

import regex

from reportparse.grammar.number import whole
from reportparse.lexicon import Lexicon, alternation
from reportparse.model import DocumentParagraph, Markup
from reportparse.outline.ending import PROSE_BEGINS, Run, part_words, title_ends
from reportparse.outline.targets import REFERS, sets_headlines
from reportparse.reading.spacing import inside
from reportparse.text import NUMERALS, fold

_NTH: Final = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_MARK: Final = regex.compile(
    rf"""(?:(?<![{NUMERALS}])(?P<part>{_NTH})、(?![{NUMERALS}]{{1,2}}[、产次级线])|（(?P<item>{_NTH})）、?|第(?P<chapter>{_NTH})部分
      |(?P<point>[0-9]{{1,2}})[.、](?![0-9\s]))""",
    regex.VERBOSE,
)
_BORDER: Final = regex.compile(
    r"""(?<=[。！？：；…]["’』）]?)\s*(?=(?:各位[^，。]{1,12}[：！，]|同志们[：！，]|--+|一一|（(?:掌声|热烈)|$))
      |(?<=工作报告)\s*(?=-|（|\p{Han}{2,12}[省市区县州盟旗]长|各位)|(?<=会议上)\s*(?=\p{Han}{0,16}?(?:总理|主席|[省市区县州盟旗]长))
      |(?<=[。！？；）])\s*(?=附[件表][0-9\p{Han}]|名词解释)|(?=附件[0-9]?[0-9]{4}年|名词解释[1一][.、])
      |(?<=[。！？；）]名词解释)(?=[\p{Han}"])|(?<=附件)(?=[0-9]{4}年)|(?<=附件[0-9])(?=[0-9]{4}年|\p{Han})|(?<=名词解释)(?=[1一][.、])
      |(?<!尊敬的)(?=(?:尊敬的)?各位(?:代表|委员)[：！])|(?<=各位(?:代表|委员)：)\s*(?=\S)""",
    regex.VERBOSE,
)
_ENDED: Final = regex.compile(r"[。！？：；…][\"’』）]?\s*$")
_SENTENCE: Final = regex.compile(r"[。！？；]")
_THIS_YEAR: Final = regex.compile(r"(?<=[。！？])(?:今年|[0-9]{4}年)[^。！？]+。")
_MOST: Final = 0.5
"""A paragraph with more of the text than this is no paragraph."""


def parted(paragraphs: Sequence[DocumentParagraph], lexicon: Lexicon) -> tuple[DocumentParagraph, ...]:
    """Part each paragraph that holds most of a text, or several of its parts; give the others as they are."""
    size = sum(len(one.text) for one in paragraphs)
    found: list[DocumentParagraph] = []
    for one in paragraphs:
        found += _pieces(one, lexicon) if not one.lines and _is_run_together(fold(one.text), size) else (one,)
    return tuple(found)


def _is_run_together(text: str, size: int) -> bool:
    """Tell a text in one piece: it holds parts with their sections, or two parts and most of the report."""
    kinds = [found.lastgroup for at in _marks(text) if (found := _MARK.match(text, at))]
    parts = [kind for kind in kinds if kind in ("part", "chapter")]
    items = [kind for kind in kinds if kind == "item"]
    salutes = len(regex.findall(r"各位(?:代表|委员)[：！，]", text)) > 1
    if len(items) > 1 and (parts or salutes):
        return True
    return len(parts) > 1 and len(text) > _MOST * size


def _pieces(paragraph: DocumentParagraph, lexicon: Lexicon) -> Iterator[DocumentParagraph]:
    text = paragraph.text
    cuts = sorted({0, len(text), *cuts_of(fold(text), lexicon)})
    for start, end in pairwise(cuts):
        if text[start:end].strip():
            yield paragraph.model_copy(
                update={
                    "text": text[start:end].strip(),
                    "bold": inside(paragraph.bold, start, end),
                    "markup": Markup.body,
                    "row": None,
                }
            )


def cuts_of(text: str, lexicon: Lexicon) -> set[int]:
    """Give the offsets at which a folded text in one piece is to be parted."""
    cuts = {found.end() for found in _BORDER.finditer(text)}
    for found in _titles(lexicon).finditer(text):
        cuts |= {found.start("title"), found.end("title")}
    for found in _targets(lexicon).finditer(text):
        cuts |= {found.start("words"), found.end("words")}
    for found in _THIS_YEAR.finditer(text):
        if sets_headlines(found[0], lexicon):
            cuts |= set(found.span())
    marks = _marks(text)
    runs: list[list[Run]] = []
    open_: dict[str, list[Run]] = {}
    for at, after in pairwise([*marks, len(text)]):
        cuts.add(at)
        mark = _MARK.match(text, at)
        assert mark is not None
        kind = mark.lastgroup or "part"
        if kind == "point":
            continue
        if kind not in open_ or whole(mark[kind]) == 1:
            runs.append(open_.setdefault(kind, []))
            if open_[kind]:
                runs[-1] = open_[kind] = []
        open_[kind].append(Run(mark.end(), after, last=after == len(text)))
    for sisters in runs:
        cuts |= title_ends(text, sisters, lexicon)
    return cuts


def _marks(text: str) -> list[int]:
    """Give the offsets of numbers that count on from the last of their kind, or begin anew, and open something.

    A number opens something behind a whole sentence, and at the head of what a heading without a stop runs into.
    """
    last = dict.fromkeys(("part", "item", "chapter", "point"), 0)
    annexes = [
        found.end()
        for found in regex.finditer(r"附件[0-9]?(?=[0-9]{4}年|\p{Han})|名词解释(?=[1一][.、])", text)
    ]
    found: list[int] = []
    for match in _MARK.finditer(text):
        kind = match.lastgroup or "part"
        number = whole(match[kind])
        before = max([0, *found[-1:], *(at for at in annexes if at < match.start())])
        opens = match.start() == 0 or _ENDED.search(text, before, match.start()) is not None
        runs_in = not _SENTENCE.search(text, before, match.start()) and (bool(found) or number == 1)
        again = bool(found) and text.startswith(text[found[-1] : match.start()], match.start())
        if again or (number in (1, last[kind] + 1) and (opens or runs_in)):
            found.append(match.start())
            last[kind] = number
            if kind in ("part", "chapter", "item"):
                last["point"] = 0
            if kind in ("part", "chapter"):
                last["item"] = 0
    return found


@cache
def _titles(lexicon: Lexicon) -> regex.Pattern[str]:
    """Compile the title of a part without a number, behind a sentence and before prose: 2030年工作回顾2030年，…."""
    return regex.compile(
        rf"(?:^|(?<=[。！：]))(?P<title>(?:(?:努力|扎实|全力)?(?:做好)?[0-9]{{4}}年|过去[一五]年|(?:全面|切实|持续)?加强政府)"
        rf"[^，。；：]{{0,12}}?{part_words(lexicon).pattern}(?:建议)?)"
        rf"(?=(?:{PROSE_BEGINS.pattern})|[{NUMERALS}]、)",
        regex.VERBOSE,
    )


@cache
def _targets(lexicon: Lexicon) -> regex.Pattern[str]:
    """Compile the sentence that sets the year's targets, which reports keep in a paragraph of its own."""
    names = alternation(lexicon.forms("roles", "annual_targets"))
    return regex.compile(
        rf"(?<=[。！])(?P<words>(?!.{{0,6}}(?:{REFERS}))[^。！]{{0,40}}?{names}(?:建议)?[是为：][^。]*。)"
    )
