"""Cut a text into tokens that carry what the lexicon knows of them: the first step of the one reading of a sentence."""

from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from reportparse.grammar.calendar import dates
from reportparse.grammar.clause import enclosed, meeting
from reportparse.grammar.merging import forms_of, merged
from reportparse.grammar.quantity import Quantity, quantities, units_that_name, units_with
from reportparse.grammar.token import NAME_TAGS, Token, places
from reportparse.lexicon import Lexicon
from reportparse.lexicon.vocabulary import CLASSES, NOTHING, Features, Vocabulary, vocabulary
from reportparse.words import words


@lru_cache(maxsize=256)
def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Cut folded text into tokens, in order; only white space lies between them.

    The letters V and W of verbs are what the word is by itself (W where it is a noun as well); `reading.read`
    settles them by their place.
    """
    return tuple(merged(list(_cut(text, lexicon)), lexicon))


FOOTNOTE = r"\[[0-9]{1,3}\]|[①-⑳]"
"""Matches the mark of a note in folded text, which stands in the midst of names."""

_PIECE = regex.compile(
    rf"(?P<note>(?<=[\p{{Han}}\"）])(?:{FOOTNOTE}))|"
    r"(?P<mark>[，；：])|(?P<stop>[。！？]+)|(?P<list>、)|(?P<space>\s+)"
    r"|(?P<number>[0-9]+(?:[.,:/\-~×][0-9]+)*|\p{Nl}+)|(?P<latin>[A-Za-z][A-Za-z0-9.\-+/&·]*)|(?P<han>[\p{Han}·]+)|(?P<other>.)",
    regex.DOTALL,
)


def _cut(text: str, lexicon: Lexicon) -> Iterator[Token]:
    shelters = enclosed(text)
    ordinals = units_with(lexicon, "ordinal")
    amounts = [
        q
        for q in quantities(text, lexicon)
        if not meeting(shelters, q.start, q.end)
        and text[q.start : q.end] not in places()  # 三门
        and "adverb" not in vocabulary(lexicon)[text[q.start : q.end]].roles  # 一道
    ]
    fixed: list[tuple[int, int, str, Quantity | None]] = [
        *((s.start, s.end, "B" if text[s.start] in "（(" else "Y", None) for s in shelters),
        *((_opens(q, lexicon), q.end, "O" if q.base_unit in ordinals else "Q", q) for q in amounts),
        *((start, end, "T", None) for start, end in dates(text)),
    ]
    at = 0
    for start, end, letter, quantity in sorted(fixed, key=lambda one: (one[0], -one[1])):
        if start < at:
            continue
        yield from _plain(text, at, start, lexicon)
        features = _quoted(text[start:end], vocabulary(lexicon)) if letter == "Y" else NOTHING
        yield Token(text[start:end], start, end, letter, features=features, quantity=quantity)
        at = end
    yield from _plain(text, at, len(text), lexicon)


def _opens(amount: Quantity, lexicon: Lexicon) -> int:
    """Give where an amount opens: behind the verb where it only says that there are several (突破|一批技术)."""
    several = amount.counts and amount.chinese and amount.unit in units_that_name(lexicon)
    return amount.number if several else amount.start


_MARKS = {
    "note": "B",
    "mark": "K",
    "stop": "S",
    "list": "I",
    "number": "O",
    "latin": "X",
    "other": "Z",
}


def _plain(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    """Cut what holds no quantity, no brackets and no quotation."""
    table, stems = vocabulary(lexicon), forms_of(lexicon, "stem")
    for piece in _PIECE.finditer(text, start, end):
        kind = piece.lastgroup
        if kind == "space":
            continue
        if kind != "han":
            yield Token(piece[0], *piece.span(), _MARKS[str(kind)])
            continue
        for word in words(text, lexicon, *piece.span()):
            features = table[word.text]
            if features is NOTHING and word.tag[:1] in ("l", "i", "n"):
                features = _inherited(word.text, word.tag, table)
            letter = _letter(word.text, word.tag, features)
            if letter == "V" and len(word.text) == 1 and features is NOTHING and word.text not in stems:
                letter = "X"  # 尚安街, 固镇县: a letter that is a verb to jieba alone is most likely a name's
            yield Token(word.text, word.start, word.end, letter, word.tag, features)


def _quoted(run: str, table: Vocabulary) -> Features:
    """Give a run in quotation marks what the word that it ends with is, where that can end a name: “城市大脑”.

    What ends as titles, prizes and brands do (“砚川工匠奖”), or with a place (“平安砚川”), is an emblem.
    """
    inner = run[1:-1]
    for start in range(max(0, len(inner) - 1)):
        if (noun := table[inner[start:]].noun) and noun.head:
            return Features(noun=noun)
    ends = [inner[start:] for start in range(max(1, len(inner) - _longest_place()), len(inner))]
    if any(end in places() or "emblem" in table[end].roles for end in ends):
        return Features(roles=frozenset(("emblem",)))
    return NOTHING


def _inherited(word: str, tag: str, table: Vocabulary) -> Features:
    """Give a longer noun what the word that it ends with is: 人均收入 measures as 收入 does, 各项政策 is a document.

    A proper name that is no division may end with one letter too (中山路), sites apart (长江).
    A set phrase of two verbs, or of a verb and its object, is the first verb and a noun: 植树造林, 解放思想.
    """
    half = len(word) // 2
    verb = table[word[:half]].verb
    named = tag in NAME_TAGS  # 大兴安岭 is no 大兴
    if half == 2 and verb is not None and not named and (not verb.noun or tag in ("l", "i")):
        return Features(verb=verb.model_copy(update={"noun": True}))
    proper = tag in NAME_TAGS and word not in places()
    for start in range(1, len(word) - (0 if proper else 1)):
        if "document" in table[word[start:]].roles:
            return Features(roles=frozenset(("document",)))
        if noun := table[word[start:]].noun:
            if start == len(word) - 1 and noun.head in ("", "site"):
                return NOTHING
            return Features(noun=noun) if noun.head or noun.measure else NOTHING
    return NOTHING


_FORMS = {
    "的": "U", "之": "U", "等": "E", "和": "C", "与": "C", "及": "C", "以及": "C", "暨": "C", "及其": "C", "或": "C",
    "到": "F", "至": "F", "成": "F", "成为": "F", "为": "F", "于": "F",
    "起来": "F", "下来": "F", "下去": "F", "出来": "F", "出去": "F", "上来": "F", "上去": "F", "进来": "F", "进去": "F",
    "了": "Z", "地": "Z", "得": "Z",
}  # fmt: skip
"""The little words of the language whose class is their own."""

_TAGS = {
    tag: letter
    for letter, tags in {
        "N": "n an s l i j nr nt nz nrt",
        "G": "ns",
        "W": "vn",
        "V": "v vd vi vg",
        "A": "a ad ag b z",
        "D": "d",
        "P": "p",
        "J": "c",
        "O": "m",
        "H": "q",
        "R": "r",
        "T": "t tg",
        "L": "f",
        "X": "eng ng zg",
        "U": "uj",
        "Z": "u ul uv ud uz ug y e o h k",
    }.items()
    for tag in tags.split()
}
"""The classes of jieba's tags."""


def _letter(form: str, tag: str, features: Features) -> str:
    if own := _FORMS.get(form):
        return own
    if features.verb:
        return "W" if features.verb.noun or features.noun else "V"
    if features.noun:
        return "H" if tag == "q" and features.noun.derives else "N"  # 两类, but 惠民类
    if tag in _UNSURE and form in places():
        return "G"
    for role, (letter, _) in CLASSES.items():
        if role in features.roles:
            return letter
    if features.hedge:
        return "M"
    if len(form) == 1 and not tag:
        return "X"
    return _TAGS.get(tag, "X" if not tag else "N")


_UNSURE = frozenset(("v", "vn", "nr", "nz", ""))
"""Tags of words that may be the names of places as well: 安化."""


@cache
def _longest_place() -> int:
    return max(map(len, places()))
