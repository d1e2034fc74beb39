"""Say whose figure it is, where it is not the report's own place's: a zone's, a county's, a firm's."""

from collections.abc import Sequence

from reportparse.extractors.figures.claim import Claim
from reportparse.extractors.indicators import identify, named_by_last
from reportparse.grammar.clause import Span
from reportparse.grammar.reading import Reading, read
from reportparse.grammar.token import DIVISIONS, Token
from reportparse.lexicon import Lexicon
from reportparse.lexicon.divisions import short_name
from reportparse.lexicon.headline import headline


def scope_of(text: str, sentence: Span, claim: Claim, lexicon: Lexicon, place: str | None) -> str | None:
    """Give the owner that is named with a figure of a known indicator, or that its sentence is about; else None.

    The place itself, in full or short (砚川市, 砚川), is no other owner.
    """
    if claim.owner:
        return _other(read(claim.owner, lexicon).tokens, place)
    known = identify(claim.indicator, lexicon)  # 农村牧区|居民人均可支配收入 is one name
    reading = read(claim.indicator, lexicon)
    end = None if known else named_by_last([token.text for token in reading.tokens], lexicon)
    if end is not None:
        return _other(reading.tokens[:end], place)
    if known not in headline(lexicon):
        return None
    return _subject(read(text, lexicon), sentence, claim, place)


def _subject(reading: Reading, sentence: Span, claim: Claim, place: str | None) -> str | None:
    """Give the zone or county that the sentence begins with, unless a later clause turns to the whole place."""
    first, last = reading.at(sentence.start), reading.at(claim.item.quantity.start)
    end = first
    while end < last and reading.letters[end] in "GNX":
        end += 1
    if end == last or reading.letters[end] not in "DVW" or claim.item.clause.start == sentence.start:
        return None
    owner = _other(reading.tokens[first:end], place)
    turned = owner and any("own" in token.features.roles for token in reading.tokens[first:last])
    return None if turned else owner


def _other(owner: Sequence[Token], place: str | None) -> str | None:
    """Give the owner's name where it is a place, a zone or a firm other than `place`."""
    if not owner or not _owns(owner[-1]):
        return None
    name = "".join(token.text for token in owner)
    own = short_name(place or "")
    called = place is not None and place.endswith(name)  # 自治区, 新区
    return None if called or (own and name == own) else name


def _owns(token: Token) -> bool:
    noun = token.features.noun
    if noun is not None and noun.head == "zone":
        return True
    if token.letter not in "GNX" or noun or (DIVISIONS.issuperset(token.text) and token.text != _CITY):
        return False  # 省市
    return token.is_division or token.text.endswith(_ENDS)


_CITY = "市区"
"""The city without its counties, a place of its own among the words that only name levels."""
_ENDS = ("区", "县", "市", "镇", "旗", "集团", "公司", "本级")
"""What ends the name of a division or a firm."""
