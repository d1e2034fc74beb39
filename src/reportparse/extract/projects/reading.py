"""Read sentences: which names stand in them, and which stage words govern them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from reportparse.extract.projects.coordination import Item, ListReader
from reportparse.extract.projects.names import PHASE, name_lexicon
from reportparse.extract.projects.stages import StageLexicon, StageWord, stage_lexicon
from reportparse.grammar.clause import Span, clauses, enclosed, sentences
from reportparse.lexicon import Lexicon

_PLACED = regex.compile("[在于][^，、]{2,16}?(建设|新建|改造)")
_BACKING = ("支持", "推动", "鼓励", "引导")
_SUBJECT = regex.compile(r"[\p{Han}]{2,5}(建设)(?=[\p{Han}]{4})(?!银行|集团|项目|工程)")
_PHASED = regex.compile(f"(?:{PHASE})?(?:工程|项目)*$")
_BLANK = "\ue000"


@dataclass(frozen=True)
class Mention:
    """Be a name met in a clause: `words` are the stage words that govern it, `start`–`end` its quote."""

    name: str
    start: int
    end: int
    clause: Span
    words: tuple[StageWord, ...]
    rule: str


@dataclass(frozen=True)
class _Phrase:
    """Be a noun phrase of a clause between predicates, with the stage words on its left and right."""

    items: tuple[Item, ...]
    start: int
    left: tuple[StageWord, ...]
    right: tuple[StageWord, ...]
    clause: Span


def blanked(printed: str, folded: str) -> str:
    """Blank what stands in brackets and quotation marks, so that no verb is found there."""
    mask = list(folded)
    for span in enclosed(printed):
        mask[span.start : span.end] = _BLANK * (span.end - span.start)
    return "".join(mask)


def mentions(printed: str, folded: str, start: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names of a paragraph's text behind `start` that stage words govern, in reading order."""
    stages = stage_lexicon(lexicon)
    reader = ListReader(name_lexicon(lexicon), stages)
    mask = blanked(printed, folded)
    for sentence in sentences(printed, start):
        phrases = [phrase for clause in clauses(printed, *sentence)
                   for phrase in _phrases(folded, mask, clause, stages, reader)]
        yield from _governed(_borrowed(phrases))


def _phrases(text: str, mask: str, clause: Span, stages: StageLexicon, reader: ListReader) -> list[_Phrase]:
    """Cut a clause at its predicates into noun phrases."""
    left: tuple[StageWord, ...] = ()
    start, at = clause.start, clause.start
    opening = stages.opening.match(mask, clause.start, clause.end)
    if opening and opening.end() > clause.start:
        at = opening.end()
        left = stages.words(mask[clause.start : at])
        if left and left[-1].nominal and reader.names.head.match(text, at):
            at -= len(left[-1].form)  # 运营中心: the verb belongs to the name
            left = left[:-1]
    phrases: list[_Phrase] = []
    for run in (*stages.run.finditer(mask, at, clause.end), None):
        stop = run.start() if run else clause.end
        right = stages.words(run[0]) if run else ()
        at, left = _shifted(mask, at, stop, left, stages)
        items = _items(text, mask, at, stop, left, reader)
        phrases.append(_Phrase(items, start, left, right, clause))
        if run:
            start, at, left = run.start(), run.end(), right
            if mask[at : at + 1] == "、":  # 甲完工、乙开工: what follows has a predicate of its own
                start, left = at + 1, ()
    return [_owned(phrase, phrases[place + 1 :]) for place, phrase in enumerate(phrases)]


def _shifted(mask: str, start: int, end: int, left: tuple[StageWord, ...], stages: StageLexicon) -> tuple[int, tuple[StageWord, ...]]:
    """Step over a place or subject that stands before the verb: 在某片区建设…, 支持某市建设…."""
    place = _PLACED.match(mask, start, end)
    if place is None and any(word.form in _BACKING for word in left):
        place = _SUBJECT.match(mask, start, end)
    return (place.end(), (*left, *stages.words(place[1]))) if place else (start, left)


def _items(text: str, mask: str, start: int, end: int, left: tuple[StageWord, ...], reader: ListReader) -> tuple[Item, ...]:
    """Read the items of a noun phrase, none where it is an adverbial or the object of a verb of no stage."""
    if end <= start or reader.names.adverbial.match(mask, start, end):
        return ()
    if not left and "的" not in mask[start:end] and reader.names.act.match(mask, start, end):
        return ()
    fostered = any(word.form == "推动" or entry.stage == "other" for word in left for entry in word.entries)
    return reader.items(text, mask, start, end, fostered)


def _owned(phrase: _Phrase, later: list[_Phrase]) -> _Phrase:
    """Leave the predicate between two names to the one behind it, which is its object."""
    if phrase.items and later and later[0].items and later[0].left:
        return replace(phrase, right=())
    return phrase


def _borrowed(phrases: list[_Phrase]) -> list[_Phrase]:
    """Give names without stage words those of the next clause, or else those of the one before."""
    done = []
    for place, phrase in enumerate(phrases):
        if phrase.items and not (phrase.left or phrase.right or any(item.after or item.before for item in phrase.items)):
            for other in phrases[place + 1 : place + 3]:
                if other.left and not other.items:
                    phrase = replace(phrase, right=other.left, clause=Span(phrase.clause.start, other.clause.end))
                    break
                if other.items and not other.left and (words := other.right or other.items[-1].after):
                    phrase = replace(phrase, right=words, clause=Span(phrase.clause.start, other.clause.end))
                    break
            else:
                before = [other for other in done if other.items and other.left]
                if before and phrases[place - 1] is before[-1]:
                    phrase = replace(phrase, right=before[-1].left)
        done.append(phrase)
    return done


def _governed(phrases: list[_Phrase]) -> Iterator[Mention]:
    last = ""
    for phrase in phrases:
        own: tuple[StageWord, ...] = ()
        for item in phrase.items:
            if item.grade == "bare":  # 二期工程开工: of the project named before
                if not last:
                    continue
                item = replace(item, name=_PHASED.sub("", last) + item.name)
            last = item.name
            own = item.before or own
            words = (*(own or phrase.left), *item.after, *phrase.right)
            if words:
                begin = phrase.start if phrase.left and not own else item.start
                yield Mention(item.name, begin, phrase.clause.end, phrase.clause, words, item.rule)
