"""Tell whether a clause can be checked by its own words, and by when it is due."""

from functools import cache

import regex

from reportparse.grammar.clause import Span, enclosed
from reportparse.lexicon import ClauseWordEntry, Lexicon, UnitEntry, alternation
from reportparse.text import fold

_YEAR = regex.compile(r"(?:到|至|在)?(20[0-9]{2})年(?:[0-9]{1,2}月)?(?:年?底|末|前|以前|之前|内)?")
_PLAN = regex.compile(r"(?:到|至)(20[0-9]{2})年")


def is_checkable(text: str, clause: Span, lexicon: Lexicon) -> bool:
    """Tell whether a clause holds a figure, a date or a completion; names in quotation marks hold none."""
    folded = list(fold(text)[clause.start : clause.end])
    for shelter in enclosed(text, *clause):
        if folded[shelter.start - clause.start] != "（":
            folded[shelter.start - clause.start : shelter.end - clause.start] = " " * (
                shelter.end - shelter.start
            )
    return bool(_checks(lexicon).search("".join(folded)))


def deadline(text: str, clause: Span) -> str | None:
    """Give the year that a clause itself names as its time, None where it names none."""
    found = _YEAR.match(fold(text), *clause) or _PLAN.search(fold(text), *clause)
    return found[1] if found else None


@cache
def _checks(lexicon: Lexicon) -> regex.Pattern[str]:
    def of_role(role: str) -> str:
        return alternation(form for e in lexicon.of(ClauseWordEntry) if e.role == role for form in e.forms)

    units = alternation(form for e in lexicon.of(UnitEntry) if e.kind != "time" for form in e.forms)
    scale = "[多余]?[十百千万亿]*[多余]?"
    figure = rf"(?<![A-Za-z0-9.\-第])[0-9]+(?:\.[0-9]+)?{scale}(?:%|‰|{units})(?!线|期|钟|级(?!以上))"
    class_size = rf"(?:突破|超过?|达到?|过|跨越){scale}(?<=[十百千万亿]){units}"
    counted = r"(?<![第一-十])[一二两三四五六七八九十]+(?:个|家|座|条|所|项|处)百分点"
    date = rf"[0-9]{{4}}年(?!行动|计划|版|度|会)|[0-9]{{1,2}}月|{of_role('date')}"
    done = rf"(?<![创构共搭组新修筹]){of_role('completion')}(?![区率果效就的])(?<!全覆盖(?=[^、和等]))"
    completion = rf"{done}|(?:全部|全面)[^，、]{{1,5}}化$"
    return regex.compile("|".join((figure, class_size, counted, date, completion)))
