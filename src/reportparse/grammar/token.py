"""Be a word of a text with its class and what the lexicon knows of it.

A token is a word, a quantity, a bare number, a name in Latin letters, a mark, or a whole run in brackets or
quotation marks. Each has a `letter`, its class, so that a phrase is a regular expression over a string with a
letter a token.
"""

from dataclasses import dataclass, replace
from functools import cache

import regex

from reportparse.grammar.quantity import Quantity
from reportparse.lexicon.divisions import GOVERNED, divisions
from reportparse.lexicon.vocabulary import NOTHING, Features

LETTERS = {
    "V": "a verb that is a predicate",
    "W": "a verb used as a noun (管网建设), or one that the position leaves open",
    "N": "a noun",
    "A": "an attribute: adjective, 省级, 新",
    "G": "the name of a place",
    "X": "an unknown word or Latin letters: most likely a proper name",
    "Y": "a run in quotation marks",
    "B": "a run in brackets",
    "Q": "a quantity: number, unit and bound",
    "O": "a bare number or ordinal: 2 (号线), 第三",
    "H": "a measure word without a number: 各类, 批",
    "D": "an adverb",
    "M": "a modal: 要, 将",
    "P": "a preposition",
    "F": "a complement of direction or result behind a verb: 到, 至, 成, 为",
    "R": "a pronoun, or who acts: 我们, 全市",
    "T": "a time",
    "L": "a localizer: 中, 以来, 方面",
    "C": "a conjunction between nouns: 和, 与, 及",
    "J": "a connective between clauses: 同时, 并",
    "I": "the list mark 、",
    "U": "的",
    "E": "等",
    "K": "a mark between clauses: ，；：",
    "S": "a mark between sentences",
    "Z": "anything else",
}
"""What the letters say."""


NAME_TAGS = ("nz", "nt", "ns")
"""The dictionary's tags of the names of things, bodies and places."""

PROPER_TAGS = (*NAME_TAGS, "nr", "nrt")
"""The tags of all names; those of people stand beside other words too, which end as people are called (采取措施)."""

DIVISIONS = frozenset(f"{GOVERNED}乡镇村")
"""What divisions are called, by themselves and at the end of their names."""


@dataclass(frozen=True, slots=True)
class Token:
    """Be `text[start:end]` of the folded text that was cut, with its class and the lexicon's features.

    `tag` is jieba's ("" where no dictionary has the word). `quantity` is set where `letter` is Q, or was before its
    place settled it (三年内, the 5 of 5、6号线).
    """

    text: str
    start: int
    end: int
    letter: str
    tag: str = ""
    features: Features = NOTHING
    quantity: Quantity | None = None

    @property
    def is_division(self) -> bool:
        """Tell whether the word is the name of a division, in full or short: no 海洋, which to jieba is a place."""
        return self.letter == "G" and self.text.removesuffix("地区") in places()

    @property
    def is_head(self) -> bool:
        """Tell whether the word can end the name of a work or an institution."""
        return self.features.noun is not None and bool(self.features.noun.head)

    @property
    def is_site(self) -> bool:
        """Tell whether the word names a place, which is a work only with something done to it (沙漠, 片区)."""
        return self.features.noun is not None and self.features.noun.head == "site"

    @property
    def is_graded(self) -> bool:
        """Tell whether the word ends as words of grade, size and manner do (省级, 大型, 公益性, 开放式)."""
        return self.text.endswith(("级", "型", "性", "式"))

    @property
    def is_scheme(self) -> bool:
        """Tell whether the word says only that something is a work: 项目, 工程."""
        return self.features.noun is not None and self.features.noun.head == "scheme"

    @property
    def is_way(self) -> bool:
        """Tell whether the word is one of what leads from place to place (高铁, 大道)."""
        return self.features.noun is not None and self.features.noun.way

    @property
    def is_kind_of_way(self) -> bool:
        """Tell whether the word is the kind of a way and nothing of its name (铁路, but not 云河路)."""
        noun = self.features.noun
        return noun is not None and noun.way and self.text in noun.forms

    @property
    def is_countable(self) -> bool:
        """Tell whether the lexicon knows the word as one of what is counted (水厂, 事项)."""
        noun = self.features.noun
        return noun is not None and bool(noun.head or noun.kind)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Give the constructions that the word heads as a verb, () where it is none."""
        return self.features.verb.kinds if self.features.verb else ()

    @property
    def urges(self) -> bool:
        """Tell whether the word has as its object what another does or what else is done: 推动, 加快."""
        return "urge" in self.kinds

    @property
    def controls(self) -> bool:
        """Tell whether the object of the word acts on its own: 支持|企业改造厂房."""
        return self.features.verb is not None and self.features.verb.controls

    @property
    def moves_doers(self) -> bool:
        """Tell whether the word has as its object those who act on their own: 引导, 支持, but 确保, 力争."""
        return self.controls and "reach" not in self.kinds

    @property
    def does_work(self) -> bool:
        """Tell whether the word is a verb for what is done to a site or a thing: 改造, 治理."""
        return self.features.verb is not None and self.features.verb.work

    @property
    def tells_stage(self) -> bool:
        """Tell whether the word is a verb that says how far a work is: 开工, 建成."""
        return self.features.verb is not None and self.features.verb.stage not in ("", "other")

    def says_which(self, behind: "Token") -> bool:
        """Tell whether the word is a verb by which something happens to the doers behind it, so that it says which.

        上市|企业, but 引进|企业.
        """
        return "occur" in self.kinds and "subject" in behind.features.roles

    @property
    def comes_about(self) -> bool:
        """Tell whether the word is a verb by which a work is begun, done or in use: 开工, 竣工, 投产."""
        verb = self.features.verb
        return verb is not None and verb.stage in ("started", "completed", "operating")

    @property
    def only_occurs(self) -> bool:
        """Tell a verb of what happens to its subject, which is no noun as well (应检尽检, 见底)."""
        verb = self.features.verb
        return verb is not None and verb.kinds == ("occur",) and not verb.noun

    @property
    def is_idiom(self) -> bool:
        """Tell whether a phrase of the dictionary is a verb with more behind it, and no form of that: 解放思想."""
        verb = self.features.verb
        return verb is not None and self.is_set_phrase and self.text not in verb.forms

    @property
    def is_set_phrase(self) -> bool:
        """Tell whether a word begins with its verb and goes on with more: 解放思想, 竣工投产, 打造成."""
        verb = self.features.verb
        return verb is not None and self.text != verb.forms[0] and self.text.startswith(verb.forms[0])

    @property
    def disposes(self) -> bool:
        """Tell whether the word puts the object before its verb: 把, 将."""
        return self.letter == "P" and self.text in ("把", "将")

    @property
    def is_to(self) -> bool:
        """Tell whether the word stands between the two ends of something: 至, 到."""
        return self.text in ("至", "到")

    @property
    def is_toward(self) -> bool:
        """Tell whether the word opens whom or what something is done for: 对, 对于."""
        return self.text in ("对", "对于")

    @property
    def passes(self) -> bool:
        """Tell whether a word that opens the means is the verb of what stands before it: 泵站|通过验收."""
        return self.letter == "V" and self.features.verb is None and "means" in self.features.roles

    @property
    def gets_somewhere(self) -> bool:
        """Tell whether the word is a verb that says where its subject gets, or what comes of it: 走上, 变成, 捧回."""
        verb = self.features.verb
        known = verb is not None and not verb.noun and verb.act != "reach"  # no 完成
        return len(self.text) > 1 and self.text[-1] in "上到回成" and (known or self.letter == "X")

    @property
    def puts(self) -> bool:
        """Tell whether the word is a verb that says where its object is put: 摆在, 用在."""
        return self.features.verb is not None and self.text.endswith("在")

    @property
    def is_measure(self) -> bool:
        """Tell whether the word names what a number measures (产值, 失业率)."""
        noun = self.features.noun
        if noun is not None:
            return noun.measure
        return self.letter in "NW" and _MEASURE_END.search(self.text) is not None

    @property
    def is_event(self) -> bool:
        """Tell whether the word is the name of a deed that amounts are told of (脱贫, 引才)."""
        return self.features.noun is not None and self.features.noun.event

    @property
    def is_aspect(self) -> bool:
        """Tell whether the word names a side of a thing or a deed (步伐, 力度)."""
        return self.features.noun is not None and self.features.noun.aspect

    @property
    def marks_class(self) -> bool:
        """Tell whether the word says what sort of things is meant, and names none (重点, 企业)."""
        return self.features.noun is not None and self.features.noun.class_mark

    def totals(self, what: str) -> bool:
        """Tell whether the word says how much there is of what is named before it, a deed (人次) or a thing (总量)."""
        return self.features.noun is not None and what in self.features.noun.totals

    @property
    def is_rate(self) -> bool:
        """Tell whether the word names a proportion, which is a state in % (失业率)."""
        noun = self.features.noun
        if noun is not None and noun.measure:
            return noun.rate
        return self.letter in "NWX" and self.text.endswith("率")


_MEASURE_END = regex.compile("[率额值量数度费款]$")


@cache
def places() -> frozenset[str]:
    """Give the names of the divisions, in full and short."""
    return frozenset(name for division in divisions() for name in (division.name, division.short))


def relettered(token: Token, letter: str) -> Token:
    """Give the token as another class."""
    return token if token.letter == letter else replace(token, letter=letter)
