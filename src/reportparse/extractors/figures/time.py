"""Say when a figure holds, and whether the report looks ahead or back at it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

import regex

from reportparse.extractors.figures.claim import Claim
from reportparse.extractors.figures.measure import RATIOS
from reportparse.extractors.figures.phrase import act, within
from reportparse.grammar.calendar import Calendar, Mention, mentions, years
from reportparse.grammar.clause import Span
from reportparse.grammar.outlook import is_of_object, says_which, tells_ahead, tells_past
from reportparse.grammar.reading import Reading, read
from reportparse.lexicon import Lexicon
from reportparse.model import Measure, Outlook

_WITHIN = regex.compile(r"全年|当年|年内")
_A_MEASURE = regex.compile(r"的[0-9]")
"""Matches what makes a year the measure of a number: 不超过上年的95%."""
_A_RECORD = regex.compile(
    r"来?的?(?:历史|同期)?(?:新高|新低|首次|[^，。；、0-9]{0,6}最[高低好优大快多])|之和|的?总和|[^，。；、0-9]{0,6}相比"
)
"""Matches what makes years the measure of a record or of a sum: 创近六年来新高, 是前五年之和, 与前三年平均数相比."""
_ON_BASIS = regex.compile(r"[^，。；]*基础上")
"""Matches what makes a year the ground that a later one builds on: 在2029年大幅下降的基础上."""

_AVERAGED = regex.compile(r"年均|年平均(?!数)|平均每年")
"""Matches what says that an amount is the average of the years that it holds for."""


def is_averaged(said: str) -> bool:
    """Tell whether words before a number say that it is an average over years."""
    return _AVERAGED.search(said) is not None


def names_average(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is that of an average, so that 年均 says nothing of the number: PM2.5年均浓度."""
    found = read(name, lexicon).tokens
    return any(_AVERAGED.fullmatch(token.text) and behind.letter in "NX" for token, behind in pairwise(found))


@dataclass(frozen=True)
class Setting:
    """Be the time a passage speaks of: its default years and which way it looks."""

    first: int
    last: int
    outlook: Outlook
    calendar: Calendar


def setting(period: str | None, outlook: Outlook, calendar: Calendar) -> Setting:
    """Make a passage's setting from its default period ("2020", "2016-2020")."""
    if period is None:
        year = calendar.review if outlook is Outlook.done else calendar.year
        return Setting(year, year, outlook, calendar)
    first, _, last = period.partition("-")
    return Setting(int(first), int(last or first), outlook, calendar)


def dated(
    text: str, sentence: Span, claim: Claim, here: Setting, standing: Mention | None, lexicon: Lexicon
) -> tuple[str, Outlook, bool]:
    """Give a claim's period, outlook, and whether the period was carried over.

    `standing` is a date that opened the passage before this sentence (到2025年, …).
    """
    clause = claim.item.clause
    own = (
        m
        for m in _named(text, sentence, claim, here, lexicon)
        if not m.base and not (m.this_year and here.outlook is Outlook.done and m.end <= clause.start)
    )
    mention = next(own, standing)
    named = _named(text, sentence, claim, here, lexicon)
    averaged = is_averaged(claim.adverbs)
    goes_on = claim.carried and averaged  # 比2020年增加12亿元，年均增长5%
    near = named if goes_on else takewhile(lambda m: m.end > clause.start, named)
    base = next((m for m in near if m.base), None)
    first, last = here.first, here.last
    if mention is None and first == last and here.outlook is Outlook.done:
        first = last - _streak(text, claim, lexicon)
    if last > first and _WITHIN.search(text, claim.item.clause.start, claim.item.quantity.start):
        first = last = here.calendar.review if here.outlook is Outlook.done else here.calendar.year
    flows = claim.measure in (Measure.growth, Measure.change) or averaged or "累计" in claim.adverbs
    if mention:
        if mention.point or mention.first == mention.last:
            year = mention.last
            dated_state = mention.point or mention is standing or averaged
            if here.first < here.last and year == here.last and flows and dated_state:
                first, last = here.first, here.last
            elif flows and mention.point and year > here.calendar.year and averaged:
                first, last = min(here.first, year), year
            else:
                first = last = year
        else:
            first, last = mention.first, mention.last
    if base and claim.measure in (Measure.change, Measure.growth) and last - base.last > 1:
        first = base.last + 1
    outlook = _outlook(text, claim, here, mention, last, lexicon)
    if outlook is Outlook.done and mention is not None and mention.this_year and here.outlook is Outlook.done:
        first = last = here.calendar.review
    return years(first, last), outlook, mention is None or mention is standing


def _named(text: str, sentence: Span, claim: Claim, here: Setting, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the times that a sentence names before a number, the last one first."""
    found = mentions(text, *sentence, here.calendar)
    # 是2025年的2倍, but 提高到2025年的45%
    compared = claim.baseline is None and claim.item.quantity.kind in RATIOS
    reading = read(text, lexicon)
    for place in range(bisect_right(found, claim.item.quantity.start, key=lambda m: m.end) - 1, -1, -1):
        mention = found[place]
        told = text[mention.start : mention.end].endswith("平均") and mention.end <= claim.item.clause.start
        earlier = mention.end <= claim.item.clause.start
        measures = (compared or earlier) and _A_MEASURE.match(text, mention.end)
        lasts = earlier and text.endswith("连续", 0, mention.start)  # 连续四年新增超百家，…
        if (
            _begins_word(text, mention.start, claim.item.quantity.start, lexicon)
            and not (measures or lasts or _is_of_title(reading, mention) or says_which(reading, mention))
            and not (here.outlook is Outlook.planned and _dates_things(reading, mention, here.calendar))
            and not _A_RECORD.match(text, mention.end)
            and not _ON_BASIS.match(text, mention.end, claim.item.quantity.start)
            and not told  # 三年平均增长6%，…
        ):
            yield mention


def _is_of_title(reading: Reading, mention: Mention) -> bool:
    """Tell whether a year begins the name of a title that is won: 入选|2029年全国百强."""
    before = reading.at(mention.start) - 1
    return before >= 0 and act(reading.tokens[before]) == "honour"


def _dates_things(reading: Reading, mention: Mention, calendar: Calendar) -> bool:
    """Tell whether a year gone by says which things will be acted on: 推进|2030年度6个村建设."""
    return is_of_object(reading, mention) and mention.last <= calendar.review


def _begins_word(text: str, at: int, number: int, lexicon: Lexicon) -> bool:
    """Tell whether a word begins at an offset before a number: no 前三年 of 学前三年, no 两年 of "三年任务两年完成".

    In brackets it does where the number stands in the same ones.
    """
    reading = read(text, lexicon)
    if reading.begins(at):
        return True
    around = reading.tokens[reading.at(number)]
    inner = within(text, Span(around.start, number), lexicon) if around.start <= at else ()
    return any(token.start == at for token in inner)


def _streak(text: str, claim: Claim, lexicon: Lexicon) -> int:
    """Give for how many years before the last one a clause says that a figure held: 连续4年超过90万人 gives 3."""
    found = within(text, Span(claim.item.left.start, claim.item.quantity.start), lexicon)
    for token, behind in pairwise(found):
        years = behind.quantity if token.text == "连续" else None
        if years is not None and years.base_unit == "年":
            return int(years.value) - 1
    return 0


def _outlook(
    text: str, claim: Claim, here: Setting, mention: Mention | None, last: int, lexicon: Lexicon
) -> Outlook:
    calendar, end = here.calendar, claim.item.quantity.end
    if mention is not None:
        if here.outlook is Outlook.planned and last <= calendar.review:
            return Outlook.done
        if here.outlook is Outlook.done and last > calendar.review:
            # A report of December says 今年 of the year that it reviews.
            behind = within(text, Span(mention.end, end), lexicon)
            coming = not mention.this_year or tells_ahead(behind)
            return Outlook.planned if coming else Outlook.done
    clause = within(text, Span(claim.item.clause.start, end), lexicon)
    if here.outlook is Outlook.planned and tells_past(clause):
        return Outlook.done
    return here.outlook


def opening_date(text: str, sentence: Span, calendar: Calendar, standing: Mention | None) -> Mention | None:
    """Give the date that holds from a sentence on, until the next: 到2025年, …; `standing` held before it."""
    opening = _opening(text, sentence, calendar)
    return opening if opening is not None and opening.point else standing


def opening_span(text: str, sentence: Span, calendar: Calendar, standing: Mention | None) -> Mention | None:
    """Give the span that a sentence without figures opens for those behind it: 过去五年，成绩来之不易."""
    opening = _opening(text, sentence, calendar)
    spans = (
        opening is not None and opening.first < opening.last and text[opening.end : opening.end + 1] == "，"
    )
    return opening if spans else standing


def _opening(text: str, sentence: Span, calendar: Calendar) -> Mention | None:
    near = mentions(text, sentence.start, min(sentence.end, sentence.start + 14), calendar)
    return next((m for m in near if m.start <= sentence.start + 1), None)
