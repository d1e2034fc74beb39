"""Tell the clauses that promise something from those that frame, explain or hope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportparse.extractors.commitments.marks import Marks, marks
from reportparse.extractors.commitments.strength import is_checkable
from reportparse.grammar.clause import Span, clauses, sentences
from reportparse.grammar.coordination import coordinated
from reportparse.grammar.predicate import Predicate, predicate
from reportparse.lexicon import Lexicon
from reportparse.text import fold


@dataclass(frozen=True)
class Promise:
    """Be a clause that promises; `at` is the span of its quote."""

    at: Span
    predicate: Predicate

    def __str__(self) -> str:
        """Give the short form: 完善 | 供水管网."""
        return f"{self.predicate.verb} | {self.predicate.object}"


def promises(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Promise]:
    """Yield what `text[start:end]`, prose of a passage that looks ahead, promises, clause by clause."""
    for sentence in sentences(text, start, end):
        yield from _Sentence(text, sentence, lexicon).promises()


class _Sentence:
    """Be one sentence under the patterns that tell its clauses apart."""

    def __init__(self, text: str, sentence: Span, lexicon: Lexicon) -> None:
        self.text, self.folded = text, fold(text)
        self.lexicon = lexicon
        self.marks: Marks = marks(lexicon)
        self.units: Sequence[Span] = self._joined(clauses(text, *sentence))

    def promises(self) -> Iterator[Promise]:
        told = self._last_told()
        for index, unit in enumerate(self.units):
            last = index + 1 == len(self.units)
            if (
                index <= told
                or self._is_aside(unit)
                or self._frames(unit)
                or (not last and self._leads_in(unit))
            ):
                continue
            for span in coordinated(self.text, *unit, self.lexicon):
                span = self._without_number(span)
                read = predicate(self.text, *span, self.lexicon)
                if not self._is_no_promise(span, read):
                    yield Promise(span, read)

    def _joined(self, spans: Sequence[Span]) -> list[Span]:
        """Put together what a comma parts but the grammar joins: phrases of place, subjects, tails of lists."""
        units: list[Span] = []
        pending: Span | None = None
        for span in spans:
            if pending:
                if self.marks.place.match(self.folded, *pending) or self.marks.willed.match(
                    self.folded, *span
                ):
                    span = Span(pending.start, span.end)
                else:
                    units.append(pending)
                pending = None
            if self.marks.opening.fullmatch(self.folded, *span):
                continue
            if units and self._belongs_to(units[-1], span):
                units[-1] = Span(units[-1].start, span.end)
            elif self._opens_next(span):
                pending = span
            else:
                units.append(span)
        return [*units, pending] if pending else units

    def _opens_next(self, span: Span) -> bool:
        """Tell whether a clause is only a phrase of place, or a subject, of the clause behind it."""
        if self.marks.place.fullmatch(self.folded, *span) or self.marks.subject.match(self.folded, *span):
            return True
        if self.marks.fact.match(self.folded, *span):
            return False
        return predicate(self.text, *span, self.lexicon).manner == "none"

    def _belongs_to(self, before: Span, span: Span) -> bool:
        """Tell whether a clause goes on with the list or the 既…又… of the one before."""
        if self.marks.second_half.match(self.folded, *span):
            return bool(self.marks.first_half.search(self.folded, *before))
        if not self.marks.list_tail.match(self.folded, *span) or "等" in before.of(self.folded):
            return False
        return predicate(self.text, *span, self.lexicon).manner != "head"

    def _last_told(self) -> int:
        """Give the index of the last clause that is told as a fact, with all before it; -1 for none."""
        told, past = -1, False
        for index, unit in enumerate(self.units):
            willed = self.marks.willed.match(self.folded, *unit)
            if not willed and self._is_past(unit):
                told, past = index, True
            elif (
                self.marks.comment.match(self.folded, *unit)
                or (told >= 0 and self.marks.comment_end.search(self.folded, *unit))
                or (past and told == index - 1 and not willed)
            ):
                told = index
        return told

    def _is_past(self, unit: Span) -> bool:
        if self.marks.past.search(self.folded, *unit):
            return True
        if not self.marks.already.search(self.folded, *unit):
            return False
        return predicate(self.text, *unit, self.lexicon).manner not in ("head", "phrase")

    def _is_aside(self, unit: Span) -> bool:
        return bool(
            self.marks.salutation.match(self.folded, *unit) or self.marks.office.match(self.folded, *unit)
        )

    def _frames(self, unit: Span) -> bool:
        """Tell whether a clause says only on what ground, when or how the next one is done."""
        at = self._behind_opening(unit)
        frame = self.marks.frame.match(self.folded, at, unit.end)
        return bool(frame) and not self.marks.framed.match(self.folded, at, unit.end)

    def _leads_in(self, unit: Span) -> bool:
        """Tell whether a clause with another behind it only leads in to that."""
        at = self._behind_opening(unit)
        weak = self.marks.weak_frame.match(self.folded, at, unit.end)
        framed = self.marks.framed.match(self.folded, at, unit.end)
        return bool((weak and not framed) or self.marks.topic.search(self.folded, *unit))

    def _is_no_promise(self, span: Span, read: Predicate) -> bool:
        at = self._behind_opening(span)
        if self.marks.remark.match(self.folded, at, span.end) or self.marks.expected.search(
            self.folded, *span
        ):
            return True
        if self.marks.purpose.match(self.folded, at, span.end):
            return True
        if self.marks.fact.match(self.folded, *span) and not self.marks.willed.match(self.folded, *span):
            return True
        return read.manner == "none" and not is_checkable(self.text, span, self.lexicon)

    def _behind_opening(self, span: Span) -> int:
        opening = self.marks.opening.match(self.folded, *span)
        return opening.end() if opening else span.start

    def _without_number(self, span: Span) -> Span:
        """Drop the number of an item of a list: ③, （2）."""
        number = self.marks.number.match(self.folded, *span)
        return Span(number.end(), span.end) if number and number.end() < span.end else span
