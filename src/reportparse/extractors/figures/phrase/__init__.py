"""Take the words before a quantity apart: circumstances, head verb, name, and the verb that brings the number."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportparse.extractors.figures.phrase.ending import opens_list, subject_end, tail_of
from reportparse.extractors.figures.phrase.middle import bare, is_ended, middle_of
from reportparse.extractors.figures.phrase.opening import event_act, head_act, opening_of
from reportparse.extractors.figures.phrase.words import act, finishes, sets_going
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Reading, read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon

__all__ = ["WordsBefore", "act", "bare", "holds_for_each", "letters", "phrase", "within"]


@dataclass(frozen=True)
class WordsBefore:
    """Be the words before a quantity, taken apart; spans are offsets in the text.

    `name` is the name without verbs and adverbs, maybe empty. `head` is the verb before it and `head_act` what
    that does to a number (add, cut, raise or count), `tail` the verb behind it, that brings the number, and `tail_act`
    its act: grow, fall, rise_to, fall_to or reach. `owner` is a subject before an inner verb (园区完成投资: owner
    园区, name 投资). `adverbs` is what else was said. `governs` tells that the verb right before the number has
    what is counted as its object (实施12个项目), and no further verb is its predicate; `sets_going` that the object
    is what is done to that (推进12个项目建设); `adds` that the verb that brings the number counts what is more than
    before (新增, 添).
    """

    name: Span
    owner: Span | None
    head: str
    head_act: str
    tail: str
    tail_act: str
    adverbs: str
    governs: bool = False
    adds: bool = False
    sets_going: bool = False


def within(text: str, span: Span, lexicon: Lexicon) -> tuple[Token, ...]:
    """Give the tokens of `text[start:end]` as the reading of the whole text has them.

    Where the span begins or ends inside one of them (a name in brackets), the piece is read by itself.
    """
    reading = read(text, lexicon)
    first, last = _places(reading, span)
    found = reading.tokens[first:last]
    if not found or (found[0].start >= span.start and found[-1].end <= span.end):
        return found
    inner = read(span.of(text), lexicon)
    return tuple(
        Token(t.text, t.start + span.start, t.end + span.start, t.letter, t.tag, t.features, t.quantity)
        for t in inner.tokens
    )


def holds_for_each(adverbs: str, lexicon: Lexicon) -> bool:
    """Tell whether adverbs say that a number holds for each of several: 均, 双双, 各, but 人均, 日均."""
    return any("each" in token.features.roles for token in read(adverbs, lexicon).tokens)


def letters(text: str, span: Span, lexicon: Lexicon) -> str:
    """Give the classes of the tokens of `text[start:end]`."""
    return "".join(token.letter for token in within(text, span, lexicon))


def _places(reading: Reading, span: Span) -> tuple[int, int]:
    first = bisect_right(reading.ends, span.start)
    return first, max(first, bisect_left(reading.starts, span.end))


@lru_cache(maxsize=4096)
def phrase(
    text: str, span: Span, lexicon: Lexicon, moved: bool = False, reached: bool = False
) -> WordsBefore:
    """Take the words before a quantity apart; `text` is folded. `moved` says that a verb follows behind the span.

    `reached` says that the bound of the quantity is one.
    """
    found = within(text, span, lexicon)
    if found and _is_first(found[-1]) and all(token.letter in "VDM" for token in found[:-1]):
        found = found[:-1]  # 建成首批|9个驿站
    last, tail, tail_act, behind = tail_of(found)
    last = subject_end(found, last) if tail and last else last
    ended = not tail and is_ended(found[:last])
    first, head, ahead = opening_of(found[: last - ended], moved or reached or ended or bool(tail), tail_act)
    if ended:
        first = 0 if head is not None and head.features.verb and head.features.verb.noun else first
        last, head = last - 1, found[last - 1]
    first, last, head, owner = middle_of(found, first, last, head, moved or bool(tail))
    first, last = bare(found, first, last)
    governing = (_does(found) if not tail or (last == first and finishes(found[-1])) else None) or head
    last_moved = next((t for t in reversed(found) if t.letter == "V"), None) if tail else None
    return WordsBefore(
        _span(found, first, last, span.end),
        _span(found, *bare(found, *owner), span.end) if owner else None,
        head.text if head else "",
        head_act(found, head)
        if tail or first == last
        else event_act(found[last - 1]) or head_act(found, head),
        tail,
        tail_act,
        ahead + behind,
        _rules(found, governing)
        and not _only_says_which(found)
        and (first == last or governing is found[-1] or opens_list(found, first, governing)),
        last_moved is not None and act(last_moved) == "add",
        head is not None and sets_going(head),
    )


def _is_first(token: Token) -> bool:
    """Tell whether a word says that the things counted behind it are the first of their kind: 首批."""
    return token.letter == "O" and token.quantity is None and token.text.startswith("首")


def _does(found: Sequence[Token]) -> Token | None:
    """Give the verb of deeds right before a number, whatever stands before it: 企业融入|6条产业链."""
    return found[-1] if found and found[-1].letter == "V" and "act" in found[-1].kinds else None


def _rules(found: Sequence[Token], head: Token | None) -> bool:
    """Tell whether the verb before a number has what is counted for its object, which no preposition takes: 对7条路."""
    return head is not None and not head.controls and all(token.letter != "P" for token in found)


def _only_says_which(found: Sequence[Token]) -> bool:
    """Tell whether all that is done before a number closes with 的 and says which things are meant: 确定的|90项工作."""
    return bool(found) and found[-1].letter == "U" and sum(token.letter == "V" for token in found) == 1


def _span(found: Sequence[Token], first: int, last: int, end: int) -> Span:
    if first < last:
        return Span(found[first].start, found[last - 1].end)
    at = found[first].start if first < len(found) else end
    return Span(at, at)
