"""Say what a name is made of, whether it can stand alone, and clean it at both ends."""

from collections.abc import Sequence

import regex

from reportparse.extractors.figures.phrase import WordsBefore, act, within
from reportparse.extractors.figures.phrase.words import is_named
from reportparse.grammar.clause import Span
from reportparse.grammar.cutting import FOOTNOTE
from reportparse.grammar.reading import read
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import vocabulary

_EDGES = " ，、；：:·"

OFFICES = DIVISIONS | {"国", "国家"}
"""What those whose works are listed are called: 国家、省重点工程."""


def is_whole(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is a part that takes its owner's name (投资, 总量)."""
    noun = vocabulary(lexicon)[name].noun
    return noun is not None and noun.part


def takes_owner(text: str, read: WordsBefore, lexicon: Lexicon) -> bool:
    """Tell whether what is measured is named with whose it is: a part, and what firms or a trade reach.

    建材企业|实现工业产值; whether it is a place's or a zone's is told by the figure's scope.
    """
    if read.owner is None or is_whole(cleaned(trimmed(text, read.name).of(text), lexicon), lexicon):
        return read.owner is not None
    owner, measured = within(text, read.owner, lexicon), within(text, read.name, lexicon)
    verb = vocabulary(lexicon)[read.head].verb
    one = bool(owner and measured) and all(token.letter not in "IC" for token in measured)
    if not one or not measured[-1].is_measure or verb is None or verb.act != "reach":
        return False
    last, noun = owner[-1], owner[-1].features.noun
    kind = noun is not None and (noun.kind or noun.class_mark or noun.head not in ("", "zone", "site"))
    return kind or is_named(last) or are_firms(last, lexicon)


def are_firms(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word names bodies that act, by itself or by its end: 企业, 中小企业."""
    return "subject" in vocabulary(lexicon)[token.text[-2:]].roles


def ends_in_landmark(name: str, lexicon: Lexicon) -> bool:
    """Tell whether a name is what a number that is reached may be called, or ends so: 千亿台阶."""
    found = read(name, lexicon).tokens
    return bool(found) and "landmark" in found[-1].features.roles


def trimmed(text: str, span: Span) -> Span:
    """Cut particles, marks and brackets without a mate from both ends of a name."""
    start, end = span
    while start < end and (text[start] in _EDGES or text[start] == "）"):
        start += 1
    while start < end and text[end - 1] in _EDGES:
        end -= 1
    inner = text[start:end]
    if inner.count("（") > inner.count("）"):
        cut = inner.rfind("（")
        end = start + cut if cut > 1 else end
    elif inner.count("）") > inner.count("（"):
        start += inner.find("）") + 1
    if text[start:end].count('"') % 2 and start < end:
        inner = text[start:end]
        if inner.endswith('"') and not inner.startswith('"'):
            start, end = start, end - 1
        elif (at := inner.rfind('"')) >= 0 and at < len(inner) / 2:
            start += at + 1
    return Span(start, max(start, end))


def without_manner(name: str, lexicon: Lexicon) -> str:
    """Leave out the adverbs before the verb of an amount, or at the end, in a name: 城镇持续新增就业, 生猪有序出栏."""
    found = read(name, lexicon).tokens
    kept = [token for at, token in enumerate(found) if not (at and _is_manner(found, at))]
    return name if len(kept) == len(found) else "".join(token.text for token in kept)


def _is_manner(found: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb stands at a place, of the verb behind it or with nothing but adverbs behind it.

    A modal is one wherever it stands: 产业预计产值.
    """
    roles = found[at].features.roles
    if found[at].letter == "M" and len(found[at].text) > 1:
        return True
    if found[at].letter != "D" or "mean" in roles or not roles & {"adverb", "sum", "past"}:
        return False
    own = next((place for place in range(at, len(found)) if found[place].letter != "D"), len(found))
    deeds = all(token.letter in "VW" for token in found[own:])  # 管网分类|提质改造
    return deeds or bool(act(found[own]))


def is_ordinal(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before a number only say that things are the first of their kind: 首批, but 一期."""
    found = within(text, name, lexicon)
    return bool(found) and all(token.letter == "O" and token.quantity is None for token in found)


def only_says_whose(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before a number only say whose the things behind it are, or where: 市级|61项事项."""
    found = within(text, name, lexicon)
    return bool(found) and all(
        token.letter in "RG" or is_grade(token) or token.is_site or "own" in token.features.roles
        for token in found
    )


_AIMS = frozenset(("aim", "striving", "comment_end"))


def only_says_aim(text: str, name: Span, lexicon: Lexicon) -> bool:
    """Tell whether words beside a number say nothing but that it is an aim: 奋斗目标|8%, 扩招3万人|任务."""
    found = within(text, name, lexicon)
    return bool(found) and all(map(is_aim, found))


def is_aim(token: Token) -> bool:
    """Tell whether a word says that something is to be done (任务, 目标)."""
    return bool(token.features.roles & _AIMS)


def without_aim(name: str, lexicon: Lexicon) -> str:
    """Leave out that a number is aimed at, behind what it is a number of: 工业投资增长|的预期目标, 物价涨幅|目标."""
    found = read(name, lexicon).tokens
    last = len(found)
    while last > 1 and (
        "aim" in found[last - 1].features.roles or (last < len(found) and found[last - 1].letter == "U")
    ):
        last -= 1
    grows = last > 1 and found[last - 1].letter in "VW" and act(found[last - 1]) == "grow"
    if grows and last > 2 and found[last - 2].features.hedge:  # 贷款余额|预期增长
        last -= 2
    if last == len(found):
        return name
    if grows and found[last - 2].is_measure and found[last - 1].letter == "W":
        last -= 1
    measures = grows or found[last - 1].is_measure or found[last - 1].features.indicator
    return "".join(token.text for token in found[:last]) if measures else name


def is_done(token: Token) -> bool:
    """Tell whether a word says that a work is done, whatever comes of it: 竣工|投产."""
    verb = token.features.verb
    return verb is not None and verb.stage == "completed" and verb.weight != "noun" and "occur" in verb.kinds


def is_grade(token: Token) -> bool:
    """Tell whether a word says of which grade a thing is (省级, 4A级)."""
    return token.letter in "NAHX" and token.text.endswith("级")


def is_counted(token: Token) -> bool:
    """Tell whether a word names what can be counted or acts, as far as the lexicon knows."""
    return token.is_countable or "subject" in token.features.roles


def is_unit(token: Token) -> bool:
    """Tell whether a word is one of what is counted, a division by its one letter (帮扶|县) as well."""
    return is_counted(token) or token.text in DIVISIONS


def only_tells_how(token: Token) -> bool:
    """Tell whether an adverb is none that may be a work as well: 普遍, but 适老化."""
    return token.letter == "D" and not token.text.endswith("化")


_FOOTNOTE = regex.compile(FOOTNOTE)


_LONG = 16
"""A name of so many letters is cut to its class noun, if it lists things of that class: nobody reads it whole."""


def cleaned(name: str, lexicon: Lexicon) -> str:
    """Drop footnote marks, little words at the ends, and all but the class noun of a long list closed by 等.

    甲、乙、丙等重大赛事 gives 重大赛事; a class noun of one word (等资金) would say too little.
    """
    bare_name = _FOOTNOTE.sub("", name).strip(" 、，")
    found = read(bare_name, lexicon).tokens
    last = len(found)
    while last and (found[last - 1].letter in "UEICJT" or only_tells_how(found[last - 1])):
        last -= 1
    close = max((at for at in range(last - 1) if found[at].letter == "E"), default=-1)
    says = last - close > 2 or (last > 0 and found[last - 1].is_measure)
    listed = says and any(token.letter == "I" for token in found[: max(close, 0)])
    first = close + 1 if listed and len(bare_name) > _LONG else 0
    return bare_name[found[first].start : found[last - 1].end] if last else ""
