"""Read sentences: which names stand in them, and which stage words govern them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import regex

from reportparse.extractors.projects.coordination import Item, ListReader
from reportparse.extractors.projects.names import PHASE, NameLexicon, name_lexicon, place_length
from reportparse.extractors.projects.stages import StageLexicon, StageWord, stage_lexicon
from reportparse.grammar.clause import Span, clauses, enclosed, sentences
from reportparse.lexicon import Lexicon

_BLANK = "\ue000"
_AFTER_HEAD = "、和与及等建开投启竣揭成落"
_PLACED = regex.compile("[在于][^，、]{2,16}?(建设|新建|改造)")
_BACKING = ("支持", "推动", "鼓励", "引导")
_SUBJECT = regex.compile(r"[\p{Han}]{2,5}(建设)(?=[\p{Han}]{4})(?!银行|集团|项目|工程)")
_PHASED = regex.compile(f"(?:{PHASE})?(?:工程|项目)*$")


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
    """Be a noun phrase of a clause between predicates, with the stage words on its left and right.

    `start` is where the predicate on its left begins.
    """

    items: tuple[Item, ...]
    start: int
    left: tuple[StageWord, ...]
    right: tuple[StageWord, ...]
    clause: Span

    @property
    def bare(self) -> bool:
        """Tell whether no stage word stands with the names."""
        return not (self.left or self.right or any(item.after or item.before for item in self.items))


def mentions(printed: str, folded: str, start: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the names of a paragraph's text behind `start` that stage words govern, in reading order."""
    reader = _Reader(folded, blanked(printed, folded), name_lexicon(lexicon), stage_lexicon(lexicon))
    for sentence in sentences(printed, start):
        phrases = [phrase for clause in clauses(printed, *sentence) for phrase in reader.phrases(clause)]
        yield from _governed(_borrowed(phrases))


def blanked(printed: str, folded: str) -> str:
    """Blank what stands in brackets and quotation marks, so that no verb is found there."""
    mask = list(folded)
    for span in enclosed(printed):
        mask[span.start : span.end] = _BLANK * (span.end - span.start)
    return "".join(mask)


@dataclass(frozen=True)
class _Reader:
    """Read the clauses of one text."""

    text: str
    mask: str
    names: NameLexicon
    stages: StageLexicon

    def phrases(self, clause: Span) -> list[_Phrase]:
        """Cut a clause at its predicates into noun phrases."""
        found: list[_Phrase] = []
        start = clause.start
        at, left = self._opening(clause)
        for run in (*self.stages.run.finditer(self.mask, at, clause.end), None):
            stop = run.start() if run else clause.end
            at, left = self._shifted(Span(at, stop), left)
            right = self.stages.words(run[0]) if run else ()
            found.append(_Phrase(self._items(Span(at, stop), left), start, left, right, clause))
            if run:
                start, at, left = run.start(), run.end(), right
                if self.mask[at : at + 1] == "、":  # 甲完工、乙开工: what follows has a predicate of its own
                    start, left = at + 1, ()
        return [_owned(phrase, after) for phrase, after in zip(found, [*found[1:], None], strict=True)]

    def _opening(self, clause: Span) -> tuple[int, tuple[StageWord, ...]]:
        """Read the predicate at the head of a clause: where it ends, and its stage words."""
        opening = self.stages.opening.match(self.mask, clause.start, clause.end)
        at = opening.end() if opening else clause.start
        words = self.stages.words(self.mask[clause.start : at])
        head = self.names.head.match(self.text, at, clause.end) if words and words[-1].nominal else None
        if head and (self.mask[head.end()] if head.end() < clause.end else "、") in _AFTER_HEAD:
            return at - len(words[-1].form), words[:-1]  # 加快研究院建设: the verb belongs to the name
        return at, words

    def _shifted(self, span: Span, left: tuple[StageWord, ...]) -> tuple[int, tuple[StageWord, ...]]:
        """Step over a place or subject that stands before the verb: 在某片区建设…, 支持某市建设…."""
        place = _PLACED.match(self.mask, span.start, span.end)
        if place is None and any(word.form in _BACKING for word in left):
            place = _SUBJECT.match(self.mask, span.start, span.end)
        return (place.end(), (*left, *self.stages.words(place[1]))) if place else (span.start, left)

    def _items(self, span: Span, left: tuple[StageWord, ...]) -> tuple[Item, ...]:
        """Read the items of a noun phrase, none where it is an adverbial or the object of a verb of no stage."""
        if span.end <= span.start or self.names.adverbial.match(self.mask, span.start, span.end):
            return ()
        acted = self.names.act.match(self.mask, span.start, span.end)
        if acted and place_length(self.text[span.start : span.end]):
            acted = None  # 大兴 is a verb as well
        if acted and not left and "的" not in span.of(self.mask):
            return ()
        fostered = any(
            word.form == "推动" or entry.stage == "other" for word in left for entry in word.entries
        )
        return ListReader(self.names, self.stages, self.text, self.mask, fostered).items(span)


def _owned(phrase: _Phrase, after: _Phrase | None) -> _Phrase:
    """Leave the predicate between two names to the one behind it, which is its object."""
    if phrase.items and after and after.items and after.left:
        return replace(phrase, right=())
    return phrase


def _borrowed(phrases: Sequence[_Phrase]) -> list[_Phrase]:
    """Give names without stage words those of the next clauses, or else those of the one before."""
    done: list[_Phrase] = []
    for place, phrase in enumerate(phrases):
        if phrase.items and phrase.bare:
            before = done[-1] if done and done[-1].items else None
            phrase = _ahead(phrase, phrases[place + 1 : place + 3]) or _behind(phrase, before)
        done.append(phrase)
    return done


def _ahead(phrase: _Phrase, following: Sequence[_Phrase]) -> _Phrase | None:
    """Borrow from a clause that is all predicate (甲工程，当年完成投资3亿元) or goes on with the list."""
    for other in following:
        words = other.right or other.items[-1].after if other.items and not other.left else ()
        if words or (other.left and not other.items):
            return replace(
                phrase, right=words or other.left, clause=Span(phrase.clause.start, other.clause.end)
            )
    return None


def _behind(phrase: _Phrase, before: _Phrase | None) -> _Phrase:
    """Borrow from the verb of the list before (完成甲工程；乙工程)."""
    return replace(phrase, right=before.left) if before else phrase


def _governed(phrases: Sequence[_Phrase]) -> Iterator[Mention]:
    """Yield the names that stage words govern; a phase alone takes the name before it (甲一期建成，二期开工)."""
    last = ""
    for phrase in phrases:
        own: tuple[StageWord, ...] = ()
        for item in phrase.items:
            name = _PHASED.sub("", last) + item.name if item.grade == "bare" else item.name
            if item.grade == "bare" and not last:
                continue
            last = name
            own = item.before or own
            words = (*(own or phrase.left), *item.after, *phrase.right)
            if words:
                begin = phrase.start if phrase.left and not own else item.start
                yield Mention(name, begin, phrase.clause.end, phrase.clause, words, item.rule)
