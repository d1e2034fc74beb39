"""Tell whether what a conjunction joins is one name or two, by whose it is and what it says of the work."""

from collections.abc import Sequence

from reportparse.extractors.projects.ending import ends_name
from reportparse.extractors.projects.stages import is_phase, is_work
from reportparse.grammar.members import Member
from reportparse.grammar.reading import Reading
from reportparse.grammar.token import PROPER_TAGS, Token
from reportparse.lexicon.divisions import GOVERNED


def is_told(bare: Sequence[Token]) -> bool:
    """Tell whether a member says whose it is and, by a noun of its own, what: 云河抽水蓄能, but not 云浦 or 大桥镇."""
    last = bare[-1]
    if last.letter == "Y" and not last.features.roles:
        return is_owned(bare[:-1])
    if last.letter not in "NWX" or last.is_site or last.tag in PROPER_TAGS:
        return False
    if (last.letter == "X" or len(last.text) == 1) and not any(
        token.letter in "NWV" and len(token.text) > 1 for token in bare[:-1]
    ):
        return False
    return is_owned(bare[:-1])


def is_several(bare: Sequence[Token]) -> bool:
    """Tell whether a member is more than whose it is, as far as words tell: 砚高清洁煤电, but not 东云岭."""
    return len(bare) > 1 and any(
        token.letter in "NW" and len(token.text) > 1 and token.tag not in _NAMES and not token.is_site
        for token in bare
    )


_NAMES = ("nr", "nrt", "ns")
"""The dictionary's tags of names of people and places; those of things and bodies are common words as often."""


def is_one_name(reading: Reading, one: Member, other: Member) -> bool:
    """Tell whether a conjunction stands inside a name: 云河绿色石化和新材料|产业基地, 云河算力监测与调度|平台.

    It does between verbs, between works on one thing (云河整治和生态修复|工程), and outside lists between what has
    an owner and what has none.
    """
    before, behind = reading.tokens[one.first : one.last], reading.tokens[other.first : other.last]
    if reading.letters[one.last] != "C" or other.first != one.last + 1:
        return False
    if all(token.letter in "VW" for token in (before[-1], *behind)):  # 云河机床制造及维修
        return is_told(before)
    if not other.own:
        return False
    opens = next((token for token in behind if token.letter != "A"), behind[0])
    if is_owner(opens):
        return False
    if _are_common(before):
        return True
    if not is_owned(before[:1]):
        return False
    if is_work(before[-1]):
        return all(token.is_scheme for token in behind if token.is_head)
    told = is_told(before) and before[-1].letter != "X" and not ends_name(before[-1])
    if before[-1].letter == "W":
        worked = any(map(is_work, behind)) and all(token.is_scheme for token in behind if token.is_head)
        return told and (worked or behind[0].letter in "VW")
    amid = reading.letters[other.last : other.last + 1] == "I"
    return told and not any(token.is_site for token in behind) and not amid


def _are_common(tokens: Sequence[Token]) -> bool:
    """Tell whether words only say of what kind a work is, the last of them by a noun: 食品加工, 国家网络."""
    last = tokens[-1]
    return (
        last.letter in "NWA"
        and len(last.text) > 1
        and not (last.is_graded or last.marks_class)
        and not any(map(is_owner, tokens))
        and not any(map(ends_name, tokens))
    )


def are_two(before: Sequence[Token], other: Member) -> bool:
    """Tell whether each of two joined members ends as a work does, and is one: 老镇二期和|商务区."""
    ended = before[-1].is_head or is_phase(before[-1])
    return other.own and ended and not before[-1].is_site


def is_owner(token: Token) -> bool:
    """Tell whether a word may say whose a work is or where it stands: a place, a name, letters that no word holds."""
    return token.letter in "GXYO" or token.tag in PROPER_TAGS


def is_owned(tokens: Sequence[Token]) -> bool:
    """Tell whether words say whose a work is, 市 and the like by standing first."""
    return any(map(is_owner, tokens)) or (len(tokens) > 0 and tokens[0].text in OWNERS)


OWNERS = tuple(GOVERNED)
"""What a report calls its own place by: 市图书馆."""
