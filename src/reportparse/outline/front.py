"""Read what stands before the first part: title, date, meeting, speaker and salutation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from reportparse.grammar.number import whole
from reportparse.lexicon.divisions import GOVERNED
from reportparse.rule import Match, Rule
from reportparse.text import NUMERALS, fold

_FRONT_LIMIT = 25


@dataclass(frozen=True)
class Words:
    """Be one piece of the front matter: what it is, and its words."""

    what: str
    words: str

    def __str__(self) -> str:
        return f"{self.what} {self.words}"


def _date(match: Match) -> Words | None:
    year, month, day = (whole(match[name]) for name in ("year", "month", "day"))
    if not (1949 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Words("date", f"{year:04d}-{month:02d}-{day:02d}")


_HAN = f"零{NUMERALS}"

DATE: Final = Rule(
    "report-date",
    regex.compile(
        rf"(?P<year>[0-9]{{4}}|[{_HAN}]{{4}})\s*年\s*(?P<month>[0-9]{{1,2}}|[{_HAN}]{{1,3}})\s*月\s*"
        rf"(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})\s*日"
    ),
    _date,
    (
        ("——2031年1月12日在云州市第九届人民代表大会第三次会议上", "date 2031-01-12"),
        ("二〇三一年一月二十日", "date 2031-01-20"),
    ),
    ("2031年重点工作",),
)

MEETING: Final = Rule(
    "report-meeting",
    regex.compile(
        r"(?:(?<!\p{Han})|(?<=(?<!现)在|向))(?P<meeting>(?:(?!日?[在向])[\p{Han} ]){0,20}?"
        rf"第[{NUMERALS}0-9 ]+(?:届|次)[\p{{Han}} ]{{0,12}}?"
        rf"人民代表大会(?:常务委员会)?(?:第[{NUMERALS}0-9 ]+次(?:全体)?会议)?)"
    ),
    lambda match: Words("meeting", match["meeting"].replace(" ", "")),
    (
        ("2031年1月12日在云州市第九届人民代表大会第三次会议上", "meeting 云州市第九届人民代表大会第三次会议"),
        ("在第二十届全国人民代表大会第一次会议上", "meeting 第二十届全国人民代表大会第一次会议"),
    ),
    ("现在，我代表市人民政府向大会报告工作",),
)

_POST = (
    r"(?:人民政府)?(?:代理|代)?"
    r"(?:省长|市长|区长|县长|州长|盟长|旗长|自治区主席|主席|行政公署专员)"
)
_OFFICES = rf"(?:国务院(?:代)?总理|(?:(?:(?!会议)\p{{Han}}){{2,12}}?)?{_POST})"


def _speaker(match: Match) -> Words | None:
    name = match["name"].replace(" ", "").removesuffix("同志")
    if not 2 <= len(name) <= 4 and "·" not in name:
        return None
    return Words("speaker", f"{match['office'].replace(' ', '')}|{name}")


SPEAKER: Final = Rule(
    "report-speaker",
    regex.compile(
        rf"(?:^|会议上|[ （-])(?P<office>{_OFFICES})[： ]*"
        rf"(?P<name>\p{{Han}}(?:[\p{{Han}}·]| (?=\p{{Han}}\b)){{1,12}}?|"
        rf"\p{{Han}}\s+\p{{Han}})\s*(?:作政府工作报告|[）。]|$)"
    ),
    _speaker,
    (
        ("云州市市长 林清源", "speaker 云州市市长|林清源"),
        ("市长  林  源", "speaker 市长|林源"),
        ("云州市人民政府代市长 林清源", "speaker 云州市人民政府代市长|林清源"),
        ("会议上云州市市长林清源", "speaker 云州市市长|林清源"),
    ),
    ("市长信箱办理群众来信",),
)

_PERSON = r"(?:\p{Han}{2,4}?|\p{Han}+·[\p{Han}·]+|\p{Han} +\p{Han})"

SPEAKER_AT: Final = Rule(
    "report-speaker-at",
    regex.compile(
        rf"(?:^[—– -]*|(?<=日)[， ]*)(?:(?P<office>{_OFFICES})[： ]*(?P<name>{_PERSON})(?:同志)?|"
        rf"(?P<name>{_PERSON})(?<!副) ?(?P<office>{_POST}))[， ]*(?=在[\p{{Han}}0-9 ]*(?:人民代表大会|人大))"
    ),
    _speaker,
    (
        ("——2031年1月15日林清源市长在云州市第九届人民代表大会第三次会议的报告", "speaker 市长|林清源"),
        (
            "2031年1月14日云东省省长 林源在云东省第七届人民代表大会第四次会议上的讲话",
            "speaker 云东省省长|林源",
        ),
        ("自治区人民政府主席林清源在第九届人民代表大会上", "speaker 自治区人民政府主席|林清源"),
    ),
    (
        "2031年1月15日市长热线在会议上通报",
        "2031年1月15日林清源副市长在第三次人民代表大会上",
        "林清源在云州市第九届人民代表大会第三次会议上",
    ),
)
"""Who spoke where, in one line: office and name, or name and office, before the meeting."""

TITLE: Final = Rule(
    "report-title",
    regex.compile(
        r"\A[#\s]*(?P<title>(?:[\p{Han} ]{0,25}?[0-9]{4}年度?)?[\p{Han} ]{0,25}?政 ?府 ?工 ?作 ?报 ?告)"
        r"(?:（[^）]{0,12}）)?(?:全文)?(?P<rest>(?:\s|-)+(?=.{0,12}[0-9零一二三四五六七八九]{4}\s*年).*)?\s*\Z"
    ),
    lambda match: Words("title", match["title"].strip()),
    (
        ("政府工作报告", "title 政府工作报告"),
        ("2031年云州市人民政府工作报告", "title 2031年云州市人民政府工作报告"),
        ("云州市2031年政府工作报告", "title 云州市2031年政府工作报告"),
        ("政 府 工 作 报 告", "title 政 府 工 作 报 告"),
        ("云州市政府工作报告--2031年1月8日在云州市人民代表大会上", "title 云州市政府工作报告"),
    ),
    ("现在，我代表市人民政府作政府工作报告", "政府工作报告任务分解表"),
)

_TITLE_HEAD: Final = regex.compile(rf"(?:[{GOVERNED}年]|政 ?府?|政府工作)\Z")
SALUTATION: Final = regex.compile(
    r"(?:尊敬的)?(?:各位|同志们)|(?:现在|下面|我代表|我受).{0,12}(?:我代表|代表|向)"
)
_REQUEST: Final = regex.compile(
    r"(?:现在|下面)?，?(?:请允许)?我(?:代表|受).{0,30}(?:报告|作)|请予审议|请审议"
)

RULES: Final = (DATE, MEETING, SPEAKER, SPEAKER_AT, TITLE)


@dataclass(frozen=True)
class Front:
    """Be the front matter: paragraphs `[0, end)`, with what they say.

    `titles` are the positions of the paragraphs that make up the title, more than one where it is split.
    """

    end: int
    titles: tuple[int, ...] = ()
    title: str | None = None
    date: str | None = None
    meeting: str | None = None
    speaker: str | None = None
    office: str | None = None


def title_span(text: str) -> tuple[int, int]:
    """Give where a title stands in its folded paragraph, which may go on with the date and the meeting."""
    begin = len(text) - len(text.lstrip("# \t"))
    whole = TITLE.pattern.match(text)
    end = whole.start("rest") if whole and whole["rest"] else len(text)
    return begin, len(text[:end].rstrip())


def read_front(texts: Sequence[str], printed: Sequence[str]) -> Front:
    """Read the front matter of a document's folded paragraphs; without a salutation it ends with its title.

    The title is given as `printed`.
    """
    end = _front_end(texts)
    head = [text.strip() for text in texts[:end]]
    titles = _title(head)
    spans = {i: title_span(texts[i]) for i in titles}
    lines = [text if i not in spans else texts[i][spans[i][1] :] for i, text in enumerate(head)]
    date = _first(DATE, lines)
    meeting = max(
        (_first(MEETING, lines), _first(MEETING, ["".join(lines)])), key=lambda found: len(found or "")
    )
    told = [text for text in lines if not _REQUEST.search(text)]
    speaker = _first(SPEAKER, told) or _first(SPEAKER_AT, told)
    office, _, name = speaker.partition("|") if speaker else ("", "", "")
    title = "".join("".join(printed[i][slice(*spans[i])].split()) for i in titles) or None
    return Front(end, titles, title, date, meeting, name or None, office or None)


def _front_end(texts: Sequence[str]) -> int:
    end = 0
    for i, text in enumerate(texts[:_FRONT_LIMIT]):
        line = text.strip()
        greets = SALUTATION.match(line) and len(line) < 40
        if greets or (_REQUEST.search(line) and len(line) < 160):
            end = i + 1
        elif end and not (len(line) < 20 and greets):
            break
    if end:
        return end
    titles = _title([text.strip() for text in texts[:_FRONT_LIMIT]])
    return titles[-1] + 1 if titles else 0


def _title(lines: list[str]) -> tuple[int, ...]:
    """Give where the title stands: the plain 政府工作报告 before a web page's longer one, or its pieces."""
    found = [
        (i, value.words)
        for i, line in enumerate(lines)
        if (match := TITLE.pattern.match(line)) and (value := TITLE.build(match))
    ]
    if found:
        plain = [i for i, words in found if words.replace(" ", "") == "政府工作报告"]
        return (plain[-1],) if plain else (found[0][0],)
    for size in (4, 3, 2):
        for i in range(len(lines) - size + 1):
            pieces = lines[i : i + size]
            short = all(len(piece) <= 14 for piece in pieces)
            if short and _TITLE_HEAD.search(pieces[0]) and TITLE.pattern.match("".join(pieces)):
                return tuple(range(i, i + size))
    return ()


def _first(rule: Rule[Words], lines: list[str]) -> str | None:
    for line in lines:
        for _, value in rule.readings(fold(line)):
            return value.words
    return None
