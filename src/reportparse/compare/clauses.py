"""Read the clauses that are compared: what a report promises, what its review tells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

import regex

from reportparse.compare.horizon import averaged
from reportparse.compare.wording import Wording, predicated
from reportparse.grammar.clause import clauses
from reportparse.grammar.reading import read
from reportparse.lexicon import Lexicon
from reportparse.model import At, Commitment, Figure, Outlook, Project, Report, Role
from reportparse.model.comparison import Reported
from reportparse.text import fold

_SHORTEST = 5
"""A clause of the review with fewer characters tells nothing by itself."""

_TITLE = regex.compile("[《“]([^《》“”]{4,})[》”]")

Fact = TypeVar("Fact", Figure, Project, Commitment)


class Thing(NamedTuple):
    """Be what a promise is about: its letters, and the words among them."""

    letters: str
    words: Wording


@dataclass(frozen=True)
class Text:
    """Be a clause with its figures and projects, and the words that it is compared by, their names included.

    `listed` are the words of the members of a list: 建成A公园、B广场 is compared as a whole and by each of both.
    `summed_up` are those of what 等 sums a list up as, where it does: 改造甲街、乙巷等老街 is compared by 老街 too.
    `ways` are those that its verbs go: "up", "down", and "not" where it denies. `things` are what a promise is about,
    without its verb: its whole object, behind it each member of a list.
    """

    clause: Commitment | Reported
    figures: tuple[Figure, ...]
    projects: tuple[Project, ...]
    words: Wording
    listed: tuple[Wording, ...] = ()
    summed_up: tuple[Wording, ...] = ()
    ways: frozenset[str] = frozenset()
    things: tuple[Thing, ...] = ()

    @property
    def pieces(self) -> tuple[Wording, ...]:
        """Give the words of all parts of a list that a clause may be known by."""
        return (*self.listed, *self.summed_up)

    @property
    def titles(self) -> frozenset[str]:
        """Give what stands in 《》 and “”: names of laws, plans and programmes."""
        return frozenset(found.group(1) for found in _TITLE.finditer(self.clause.quote))

    @property
    def members(self) -> tuple[frozenset[str], ...]:
        """Give the proper words of each member of a list that has some."""
        return tuple(piece.proper for piece in self.listed if piece.proper)

    @property
    def printed(self) -> tuple[str, tuple[str, ...]]:
        """Give the clause with its indicators: two for which this is equal are one clause printed twice."""
        return self.clause.quote, tuple(figure.indicator for figure in self.figures)


def promised(report: Report, lexicon: Lexicon) -> tuple[Text, ...]:
    """Read a report's commitments, in order."""
    targets = {figure.id: figure for figure in report.targets}
    projects = {project.id: project for project in report.projects}
    return tuple(
        _text(
            commitment,
            [targets[id_] for id_ in commitment.targets if id_ in targets],
            [projects[id_] for id_ in commitment.projects if id_ in projects],
            lexicon,
        )
        for commitment in report.commitments
    )


def told(report: Report, lexicon: Lexicon) -> tuple[Text, ...]:
    """Read the clauses of a report's review that tell of something, in order.

    What promises is no tale though it stand in the review, nor is a circumstance (围绕…, 按照…).
    """
    results = _by_paragraph(report.results)
    projects = _by_paragraph(project for project in report.projects if project.outlook is Outlook.done)
    return tuple(
        _text(
            clause,
            _inside(clause.at, results.get(clause.at.paragraph, ())),
            _inside(clause.at, projects.get(clause.at.paragraph, ())),
            lexicon,
        )
        for clause in _review(report)
        if _tells(clause.quote, lexicon)
    )


def _review(report: Report) -> list[Reported]:
    promises = _by_paragraph(report.commitments)
    found = []
    for paragraph in report.paragraphs:
        if paragraph.role is Role.review:
            for span in clauses(paragraph.text):
                promised = any(span.meets(c.at.start, c.at.end) for c in promises.get(paragraph.id, ()))
                if span.end - span.start >= _SHORTEST and not promised:
                    at = At(paragraph=paragraph.id, start=span.start, end=span.end, page=paragraph.page)
                    found.append(Reported(quote=span.of(paragraph.text), section=paragraph.section, at=at))
    return found


def _tells(quote: str, lexicon: Lexicon) -> bool:
    """Tell whether a clause tells of something: neither thanks do, nor without a verb 围绕… or 我代表…向…."""
    reading = read(fold(quote), lexicon)
    if any("remark" in token.features.roles for token in reading.tokens):
        return False
    return "V" in reading.letters or not ("P" in reading.letters and reading.letters[0] in "PR")


def _by_paragraph(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.at.paragraph, []).append(fact)
    return found


def _inside(clause: At, facts: Iterable[Fact]) -> list[Fact]:
    """Give the facts that begin inside a clause."""
    return [fact for fact in facts if clause.start <= fact.at.start < clause.end]


def _text(
    clause: Commitment | Reported, figures: Sequence[Figure], projects: Sequence[Project], lexicon: Lexicon
) -> Text:
    """Give a clause the words of its facts: 达到309亿元 is of the indicator before it, and of a level."""
    named = "、".join((*(figure.indicator for figure in figures), *(project.name for project in projects)))
    plain = lexicon.forms("plain_words")
    measured = {f"{f.indicator_id or f.indicator} {f.measure}" for f in figures if f.indicator not in plain}
    whole = predicated(f"{clause.quote}、{named}", lexicon, measured)
    members, summed_up = _members(clause.quote, lexicon)
    listed = tuple(predicated(member, lexicon) for member in members if len(members) > 1)
    sums = (predicated(summed_up, lexicon),) if summed_up else ()
    ways = _ways(clause.quote, lexicon)
    things = _things(clause, lexicon)
    return Text(clause, tuple(figures), tuple(projects), whole, listed, sums, ways, things)


def _things(clause: Commitment | Reported, lexicon: Lexicon) -> tuple[Thing, ...]:
    """Read what a promise is about: its object, and each member where that is a list."""
    if not isinstance(clause, Commitment) or not clause.object:
        return ()
    members, _ = _members(clause.object, lexicon)
    parts = members if len(members) > 1 else []
    return tuple(Thing(_named(part, lexicon), predicated(part, lexicon)) for part in (clause.object, *parts))


def _named(thing: str, lexicon: Lexicon) -> str:
    """Give the letters of a thing without what counts it and what is done to it: 夜间街区 of 发展一批夜间街区."""
    tokens = read(fold(thing), lexicon).tokens
    first = next((at for at, token in enumerate(tokens) if token.letter not in "QMDV"), 0)
    return "".join(token.text for token in tokens[first:])


def _members(quote: str, lexicon: Lexicon) -> tuple[list[str], str]:
    """Give what the marks and words of a list part, and what its 等 sums it up as, "" where it has none.

    甲公园、乙公园和丙公园 has three; of 甲街、乙巷等老街的面貌 the second is 乙巷等老街的面貌, and the sum 老街的面貌.
    """
    members, start, summed_up = [], 0, ""
    for token in read(fold(quote), lexicon).tokens:
        if token.letter in "IC":
            members.append(quote[start : token.start])
            start = token.end
        elif token.letter == "E" and members:
            summed_up = quote[token.end :]
    return [*members, quote[start:]], summed_up


_WAYS = {"grow": "up", "add": "up", "fall": "down", "cut": "down"}


def _ways(quote: str, lexicon: Lexicon) -> frozenset[str]:
    found = set()
    for token in read(fold(quote), lexicon).tokens:
        if "negation" in token.features.roles:
            found.add("not")
        elif token.features.verb and (way := _WAYS.get(token.features.verb.act)):
            found.add(way)
    return frozenset(found)


def opposed(one: Text, other: Text) -> bool:
    """Tell whether two clauses go opposite ways: 提高 and 降低, or one denies what the other says."""
    if ("not" in one.ways) is not ("not" in other.ways):
        return True
    a, b = one.ways - {"not"}, other.ways - {"not"}
    return bool(a and b) and not a & b


def answers(promise: Text, tale: Text) -> bool:
    """Tell whether a clause of the review can be what became of a promise: numbers are answered by such numbers.

    接待游客6万人次 is not answered by 接待水平提高, growth of a year not by an average over years.
    """
    asked = {_asked(figure) for figure in promise.figures if figure.value is not None}
    return not asked or bool(asked & {_asked(figure) for figure in tale.figures})


def _asked(figure: Figure) -> tuple[str | None, bool]:
    return figure.base_unit, averaged(figure)
