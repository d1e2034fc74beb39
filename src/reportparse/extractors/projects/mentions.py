"""Meet named works in a text, each with the stage words of its predicate."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportparse.extractors.projects.candidates import Candidate, candidates
from reportparse.extractors.projects.ending import is_side
from reportparse.extractors.projects.parts import Part, has_stage, parts, words_of
from reportparse.extractors.projects.stages import is_phase, staged
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Clause, Reading, read
from reportparse.grammar.token import Token
from reportparse.lexicon import Lexicon

__all__ = ["Mention", "mentions"]


@dataclass(frozen=True)
class Mention:
    """Be a candidate met in a text with the words that govern it; its quote is `text[start:end]`.

    `title` says that nothing is done to it: something is made into it, or it is who acts.
    """

    candidate: Candidate
    start: int
    end: int
    clause: Span
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    title: bool = False

    @property
    def words(self) -> tuple[Token, ...]:
        """Give the words of the predicate, those on the left first."""
        return (*self.left, *self.right)


def mentions(text: str, body: int, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield what may be a named work in folded text behind `body`, in reading order.

    Phrases that no stage is said of are left out, unless a phase may go on one of them (云河水库在建，二期开工).
    """
    reading = read(text, lexicon)
    phased = any(map(is_phase, reading.tokens))
    clauses = [clause for clause in reading.clauses if reading.tokens[clause.first].start >= body]
    for sentence in _sentences(reading, clauses):
        found = [(clause, part) for clause in sentence for part in parts(reading, clause)]
        lent = _lent(reading, found)
        if not phased:
            lent = [one for one in lent if has_stage(reading, (*one[1].left, *one[1].right))]
        yield from _governed(reading, lent)


def _sentences(reading: Reading, clauses: Sequence[Clause]) -> Iterator[list[Clause]]:
    own: list[Clause] = []
    for clause in clauses:
        if own and "S" in reading.letters[own[-1].last : clause.first]:
            yield own
            own = []
        own.append(clause)
    if own:
        yield own


def _lent(reading: Reading, found: Sequence[tuple[Clause, Part]]) -> list[tuple[Clause, Part, Clause]]:
    """Give parts without stage words those of the clauses behind, or else those of the one before.

    The third of each is the last clause that its words stand in.
    """
    lent: list[tuple[Clause, Part, Clause]] = []
    for at, (clause, part) in enumerate(found):
        until = clause
        if not part.left and not part.right and not _tells_amount(reading, part):
            ahead = _ahead(reading, found, at)
            if ahead is not None:
                until, places = ahead
                part = replace(part, right=places)
            elif lent and lent[-1][1].left and not lent[-1][1].right:
                part = replace(part, right=lent[-1][1].left)
        lent.append((clause, part, until))
    return lent


def _tells_amount(reading: Reading, part: Part) -> bool:
    """Tell whether a phrase comes to an amount, or tells one of what its works do: 物流园营业额突破百亿元大关."""
    if reading.letters[part.last - 1] == "Q":
        return True
    head = next(
        (at for at in range(part.last - 1, part.first - 1, -1) if reading.tokens[at].is_head), part.last
    )
    amounts = (reading.tokens[at].quantity for at in range(head + 1, part.last))
    return any(
        amount is not None and not amount.enumerates and amount.start < amount.number for amount in amounts
    )


def _ahead(
    reading: Reading, found: Sequence[tuple[Clause, Part]], at: int
) -> tuple[Clause, tuple[int, ...]] | None:
    """Borrow from the next clause whose predicate stands at its end or has no object that could be a name."""
    clause = found[at][0]
    for other, part in found[at + 1 : at + 4]:
        if other is clause:
            return None
        if part.right and has_stage(reading, part.right) and not part.left:
            return other, part.right
        if part.left:
            return (other, part.left) if part.first == part.last and has_stage(reading, part.left) else None
    return None


def _is_part(token: Token) -> bool:
    """Tell whether a word names a part of the work before it in its list: 二期, 南段."""
    return is_phase(token) or is_side(token)


def _governed(reading: Reading, found: Sequence[tuple[Clause, Part, Clause]]) -> Iterator[Mention]:
    last: Candidate | None = None
    for (clause, part, until), own_end in zip(found, _own_ends(reading, found), strict=True):
        left, right = words_of(reading, part.left), words_of(reading, part.right)
        span = reading.span(clause.first, until.last)
        end = span.end if own_end is None else own_end
        for candidate in candidates(reading, part):
            if candidate.tokens and all(map(_is_part, candidate.tokens)) and last is not None:
                stem = tuple(token for token in last.tokens if not _is_part(token))
                candidate = replace(candidate, tokens=(*stem, *candidate.tokens), head=last.head)
            # 云河试验区+突破1万人，二期: what a name goes on with is none of its phase's
            if candidate.head is not None or last is None or last.first != candidate.first:
                last = candidate
            begin = (
                reading.tokens[part.left[0]].start
                if part.left and part.left[0] < part.first
                else reading.tokens[candidate.first].start
            )
            named = {token.start for token in candidate.tokens}
            behind = tuple(token for token in right if token.start not in named)
            if not any(map(staged, (*left, *behind))):
                behind = right
            yield Mention(candidate, begin, end, span, left, behind, part.title or part.acts)


def _own_ends(reading: Reading, found: Sequence[tuple[Clause, Part, Clause]]) -> list[int | None]:
    """Give for each part where what is told of it ends, if another of its clause with verbs of its own follows.

    开工松河大桥、|建设北湖泵站. None where nothing of its clause ends it.
    """
    ends: list[int | None] = []
    later: Clause | None = None
    begins: int | None = None
    for at in range(len(found) - 1, -1, -1):
        clause, part, _ = found[at]
        begins = begins if later is clause else None
        told = part.right and begins is not None and part.right[-1] >= begins
        listed = begins is not None and reading.letters[begins - 1] == "I"
        ends.append(reading.tokens[begins - 1].start if begins is not None and listed and not told else None)
        before = found[at - 1] if at else None
        if before and before[0] is clause and part.left and part.left[0] >= before[1].last:
            begins = part.left[0]
        later = clause
    return ends[::-1]
