"""Cut a text into tokens that carry what the lexicon knows of them: the first step of the one reading of a sentence.

A token is a word, a quantity, a bare number, a name in Latin letters, a mark, or a whole run in brackets or
quotation marks. Each has a `letter`, its class, so that a phrase is a regular expression over a string with a
letter a token.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from reportparse.grammar.calendar import dates
from reportparse.grammar.clause import enclosed, meeting
from reportparse.grammar.quantity import Quantity, ordinal_units, quantities
from reportparse.lexicon import Lexicon, VerbEntry
from reportparse.lexicon.divisions import divisions
from reportparse.lexicon.vocabulary import NOTHING, Features, Vocabulary, vocabulary
from reportparse.words import words

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


PROPER_TAGS = ("nr", "nz", "nt", "nrt", "ns")
"""The dictionary's tags of names: of people, things, bodies and places."""

DIVISIONS = frozenset("省市县区州盟旗乡镇村")
"""What divisions are called, by themselves and at the end of their names."""


@dataclass(frozen=True, slots=True)
class Token:
    """Be `text[start:end]` of the folded text that was cut, with its class and the lexicon's features.

    `tag` is jieba's ("" where no dictionary has the word). `quantity` is set where `letter` is Q.
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
        return self.letter == "G" and self.text.removesuffix("地区") in _places()

    @property
    def is_head(self) -> bool:
        """Tell whether the word can end the name of a work or an institution."""
        return self.features.noun is not None and bool(self.features.noun.head)

    @property
    def is_site(self) -> bool:
        """Tell whether the word names a place, which is a work only with something done to it (沙漠, 片区)."""
        return self.features.noun is not None and self.features.noun.head == "site"

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
    def is_set_phrase(self) -> bool:
        """Tell whether a verb and its object, or two verbs, are one word: 解放思想."""
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
    def is_rate(self) -> bool:
        """Tell whether the word names a proportion, which is a state in % (失业率)."""
        noun = self.features.noun
        if noun is not None and noun.measure:
            return noun.rate
        return self.letter in "NWX" and self.text.endswith("率")


_MEASURE_END = regex.compile("[率额值量数度费款]$")


@lru_cache(maxsize=256)
def tokens(text: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Cut folded text into tokens, in order; only white space lies between them.

    The letters V and W of verbs are what the word is by itself (W where it is a noun as well); `reading.read`
    settles them by their place.
    """
    return tuple(_merged(list(_cut(text, lexicon)), lexicon))


FOOTNOTE = r"\[[0-9]{1,3}\]|[①-⑳]"
"""Matches the mark of a note in folded text, which stands in the midst of names."""

_PIECE = regex.compile(
    rf"(?P<note>(?<=[\p{{Han}}\")）])(?:{FOOTNOTE}))|"
    r"(?P<mark>[，；：])|(?P<stop>[。！？!?]+)|(?P<list>、)|(?P<space>\s+)"
    r"|(?P<date>(?:[0-9]{4}(?:-[0-9]{4})?年(?:度|[0-9]{1,2}月)?|[0-9]{1,2}月)(?:[0-9]{1,2}日|上旬|中旬|下旬|初)?(?:年?底|末)?(?:以?前|之前|以内|内)?)"
    r"|(?P<number>[0-9]+(?:[.,:/\-~×][0-9]+)*|\p{Nl}+)|(?P<latin>[A-Za-z][A-Za-z0-9.\-+/&·]*)|(?P<han>[\p{Han}·]+)|(?P<other>.)",
    regex.DOTALL,
)


def _cut(text: str, lexicon: Lexicon) -> Iterator[Token]:
    shelters = enclosed(text)
    ordinals = ordinal_units(lexicon)
    amounts = [
        q
        for q in quantities(text, lexicon)
        if not meeting(shelters, q.start, q.end)
        and text[q.start : q.end] not in _places()  # 三门
        and "adverb" not in vocabulary(lexicon)[text[q.start : q.end]].roles  # 一道
    ]
    fixed: list[tuple[int, int, str, Quantity | None]] = [
        *((s.start, s.end, "B" if text[s.start] in "（(" else "Y", None) for s in shelters),
        *((q.start, q.end, "O" if q.base_unit in ordinals else "Q", q) for q in amounts),
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


_MARKS = {
    "note": "B",
    "mark": "K",
    "stop": "S",
    "list": "I",
    "date": "T",
    "number": "O",
    "latin": "X",
    "other": "Z",
}


def _plain(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Token]:
    """Cut what holds no quantity, no brackets and no quotation."""
    table, stems = vocabulary(lexicon), _forms(lexicon, "stem")
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
    if any(end in _places() or "emblem" in table[end].roles for end in ends):
        return Features(roles=frozenset(("emblem",)))
    return NOTHING


_PROPER = frozenset(("ns", "nt", "nz"))
"""Tags of proper names."""


def _inherited(word: str, tag: str, table: Vocabulary) -> Features:
    """Give a longer noun what the word that it ends with is: 人均收入 measures as 收入 does.

    A proper name that is no division may end with one letter too (中山路), sites apart (长江).
    A set phrase of two verbs, or of a verb and its object, is the first verb and a noun: 植树造林, 解放思想.
    """
    half = len(word) // 2
    verb = table[word[:half]].verb
    named = tag in _PROPER  # 大兴安岭 is no 大兴
    if half == 2 and verb is not None and not named and (not verb.noun or tag in ("l", "i")):
        return Features(verb=verb.model_copy(update={"noun": True}))
    proper = tag in _PROPER and word not in _places()
    for start in range(1, len(word) - (0 if proper else 1)):
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

_ROLES = {
    "subject": "R",
    "time": "T",
    "date": "T",
    "localizer": "L",
    "modal": "M",
    "connective": "J",
    "preposition": "P",
    "frame": "P",
    "means": "P",
    "agent": "P",
    "place": "G",
    "noun": "N",
    "list_noun": "N",
    "capacity": "N",
    "topic": "N",
    "aim": "N",
    "comment_end": "N",
    "bearing": "N",
    "support": "N",
    "frame_end": "N",
    "adverb": "D",
    "firm": "D",
    "dual": "D",
    "sum": "D",
    "comparison": "D",
}

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
        return "N"
    if tag in _UNSURE and form in _places():
        return "G"
    for role, letter in _ROLES.items():
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
    return max(map(len, _places()))


@cache
def _places() -> frozenset[str]:
    return frozenset(name for division in divisions() for name in (division.name, division.short))


def _merged(found: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Join what is one word: letters that no dictionary word holds (砚+川), stem and complement (抓+实), 第+三."""
    at = 0
    stray = _strays(found)
    while at < len(found):
        token, end = found[at], at + 1
        if _is_stem(token, lexicon) and end < len(found) and _is_complement(found[end], lexicon):
            yield _joined(found[at : end + 1], "V", lexicon)
            at = end + 1
            continue
        if _is_place_with_and(found[max(at - 1, 0) : at], found[at : at + 2]):
            yield _joined(found[at : at + 2], "G", lexicon)
            at += 2
            continue
        if stray[at]:
            while end < len(found) and stray[end] and found[end].start == found[end - 1].end:
                end += 1
            if end - at > 1:
                yield _joined(found[at:end], "X", lexicon)
                at = end
                continue
            token = relettered(token, "X") if token.letter in _LITTLE else token  # 会+龙坪片区
        if end < len(found) and _takes_suffix(token, found[end], found[end + 1 : end + 2]):
            joined = _joined(found[at : end + 1], "N", lexicon)
            own = joined.features if joined.features is not NOTHING else found[end].features
            yield replace(joined, features=own)
            at = end + 1
            continue
        if _is_numbered_school(found[at : at + 3]):
            yield replace(_joined(found[at : at + 2], "N", lexicon), features=vocabulary(lexicon)["一中"])
            at += 2
            continue
        if _is_newly_built(found[at : at + 3]):
            yield replace(_joined(found[at : at + 3], "V", lexicon), features=vocabulary(lexicon)["新建"])
            at += 3
            continue
        if size := _is_done_to_all(found[at : at + 4]):
            whole = _joined(found[at : at + size], "V", lexicon)
            yield replace(whole, features=vocabulary(lexicon)["应保尽保"])
            at += size
            continue
        yield token
        at = end


def _is_place_with_and(before: list[Token], parts: list[Token]) -> bool:
    """Tell whether 和 begins the name of a division, with nothing before it that it could join: 建设|和+县大桥."""
    joins = bool(before) and before[0].letter not in "VWSKI"
    return not joins and parts[0].letter == "C" and "".join(part.text for part in parts) in _places()


def _is_numbered_school(parts: list[Token]) -> bool:
    """Tell whether a number and a letter are the short name of a school: 十四+中, 八+小, 二+幼."""
    if len(parts) < 2 or parts[0].letter != "O" or parts[1].text not in ("中", "小", "幼"):
        return False
    number, school = parts[:2]
    plain = not number.text.isascii() and number.quantity is None and number.end == school.start
    return plain and (len(parts) == 2 or parts[2].letter not in "NXAGO" or parts[2].is_head)


def _is_newly_built(parts: list[Token]) -> bool:
    """Tell whether a verb has its other reading in brackets: 新（改）建."""
    return (
        len(parts) == 3
        and [part.letter for part in parts[1:]] == ["B", "V"]
        and f"{parts[0].text}{parts[2].text}" == "新建"
    )


_ALL = regex.compile(r"[应能愿](\p{Han})尽\1")


def _is_done_to_all(parts: list[Token]) -> int:
    """Give how many tokens say that a deed is done wherever it should or can be: 应+种+尽+种, 0 for none."""
    if parts[0].text[0] not in "应能愿":
        return 0
    sizes = range(1, len(parts) + 1)
    return next((size for size in sizes if _ALL.fullmatch("".join(t.text for t in parts[:size]))), 0)


def _joined(parts: list[Token], letter: str, lexicon: Lexicon) -> Token:
    text = "".join(part.text for part in parts)
    return Token(text, parts[0].start, parts[-1].end, letter, "", vocabulary(lexicon)[text])


def _strays(found: list[Token]) -> list[bool]:
    """Tell of each token whether it is a letter of an unknown name, by itself or by its place.

    A little word is where it ends a member of a list (伊+顺、), a counter where it stands between two such letters
    (砚+家+营).
    """
    stray = [
        _is_stray(token)
        and not (token.text == "好" and at > 0 and found[at - 1].letter in "VW")  # 用好|砚+川
        for at, token in enumerate(found)
    ]
    for at, token in enumerate(found):
        joined = at > 0 and found[at - 1].end == token.start and len(token.text) == 1
        behind = found[at + 1] if at + 1 < len(found) else None
        if not joined or stray[at] or behind is None:
            continue
        ends = token.letter in "PHT" and behind.letter in ("NIE" if token.letter == "T" else "IE")
        within = token.letter == "T" and stray[at + 1]  # 广+清+永高铁
        if token.text not in _WHOLE and (ends or within):
            stray[at] = stray[at - 1]
        elif token.text in _COUNTERS and stray[at - 1] and stray[at + 1]:
            stray[at] = behind.start == token.end
    for at, token in enumerate(found[:-1]):  # 何+仙+观水库
        begins = len(token.text) == 1 and token.letter in "DR" and not token.features.roles and stray[at + 1]
        stray[at] = stray[at] or (begins and token.text not in _WHOLE)
    for at in (*range(len(found) - 2, -1, -1), *range(len(found) - 1)):
        stray[at] = stray[at] or _is_out_of_place(found, at, stray)
    for at, (token, other, way) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        before = found[at - 1].letter if at else "S"
        opens = before in "SKI" or (before in "VW" and token.letter in _LITTLE)
        if opens and way.is_way and _are_letters(token, other):
            stray[at] = stray[at + 1] = (
                True  # 都+松|轨道, 兴+港|高速: nothing is there of which 都 could say all
            )
    for at, token in enumerate(found):
        if token.is_way and len(joined_places := _joined_places(found, at)) >= _ENDS_AND_BETWEEN:
            for place in joined_places:
                stray[place] = True
    return stray


def _are_letters(token: Token, other: Token) -> bool:
    """Tell whether two words are a letter each, next to each other, and none is a mark or a measure."""
    plain = all(len(one.text) == 1 and one.letter not in "IKSUEQH" for one in (token, other))
    return plain and token.end == other.start and token.text not in _WHOLE


_LITTLE = "LMTDFC"
"""The letters of little words, which lean on what stands before them or behind."""


def _is_out_of_place(found: list[Token], at: int, stray: list[bool]) -> bool:
    """Tell whether a little word of one letter has nothing to lean on, and is but a letter of a name.

    A localizer, a conjunction or a complement (成) begins a phrase; a modal stands between a verb and no verb; an
    adverb or a time stands before a letter that no word holds. 建设|中+荷产业园, 推进|会+龙坪片区, 加快|定+埠港.
    """
    token, behind = found[at], found[at + 1]
    if len(token.text) > 1 or token.letter not in _LITTLE or behind.start > token.end:
        return False
    before = found[at - 1].letter if at else "S"
    named = stray[at + 1] or behind.letter == "X" or (behind.letter == "G" and not behind.is_division)
    if any(one.letter == "V" or (one.letter == "X" and one.tag == "v") for one in found[at + 1 : at + 3]):
        return False  # 建设中|走在前列, 转型上|求实效
    match token.letter:
        case "L":
            return before in _AHEAD and (named or _is_no_modal(found, at + 1))
        case "C":  # 和+风西路, but 与|砚川…: two letters are a name without it
            return before in "SKI" and stray[at + 1] and stray[at + 2 : at + 3] != [True]
        case "T":
            return before in "SKI" and stray[at + 1]
        case "F":
            return token.text == "成" and before in "SKIVW" and stray[at + 1]
        case "D":
            return before in "SKIVW" and behind.letter == "X" and len(behind.text) == 1
        case _:
            opening = before == "L" and stray[at - 1]
            named = named or behind.letter == "G"
            return (opening or (before in "VW" and named)) and _is_no_modal(found, at)


_AHEAD = "SKIUVW"
"""The letters of what no phrase goes on behind; none is before a localizer that has a noun to lean on."""


def _is_no_modal(found: list[Token], at: int) -> bool:
    """Tell whether a modal of one letter has no verb behind it, but a noun: 会+龙坪片区, 中+能新材料."""
    token, behind = found[at], found[at + 1 : at + 2]
    alone = token.letter == "M" and len(token.text) == 1 and "preposition" not in token.features.roles
    return alone and bool(behind) and behind[0].letter in "NGX"


_ENDS_AND_BETWEEN = 3
"""How many letters before a way are the places that it joins, whatever else each may be: 成+自+砚|高铁."""


def _joined_places(found: list[Token], way: int) -> range:
    """Give where the letters stand that go right up to a way."""
    at = way
    while (
        at > 0
        and found[at - 1].letter in "FPHANXGT"
        and len(found[at - 1].text) == 1
        and found[at - 1].end == found[at].start
    ):
        at -= 1
    return range(at, way)


_COUNTERS = frozenset("个家座条项所件处户人")


def _is_stray(token: Token) -> bool:
    """Tell whether a letter stands alone because no dictionary has the word it is part of (砚 in 砚川)."""
    return (
        len(token.text) == 1
        and token.letter in "NGXHAV"
        and not token.features.roles
        and not (token.features.verb and token.features.verb.act)
        and token.text not in _WHOLE
    )


_WHOLE = DIVISIONS | frozenset(
    "新老各全多大小高建修改扩治来赴路街巷桥段站厂园楼港矿闸渠线号个家座条项所件处户人年月日"
)
"""Letters that are words of their own beside an unknown name: 修 and 路 in 修砚川路."""


def _takes_suffix(token: Token, behind: Token, after: list[Token]) -> bool:
    """Tell whether a word and the letter behind it are one word: 养护+院, 结算+率, 政府+性, but not 推进+山|大…."""
    noun = behind.features.noun
    if len(token.text) == 1 or len(behind.text) > 1 or noun is None:
        return False
    verb, goes_on = token.features.verb, _goes_on(behind, after)
    if token.letter == "V":
        built = verb is not None and verb.stage in ("started", "under_construction", "completed", "operating")
        whole = (noun.suffix or noun.head) and not built
        urges = verb is not None and "urge" in verb.kinds
        opens = goes_on and (urges or len(after[0].text) == 1)  # 推动|数实融合, 培育|数商, but 保障率
        named = noun.derives or (noun.measure and not opens)
        return named or (bool(whole) and not goes_on)
    begins = behind.is_site or (bool(after) and len(after[0].text) == 1)
    if token.letter == "W" and verb is not None and verb.stage and begins and goes_on:
        return False  # 续建|江云铁路, 建设|金塘产业园
    if token.letter in "NW" or (token.letter == "R" and token.tag.startswith("n")):
        return bool(noun.suffix or noun.head or noun.measure)
    return False


def _goes_on(token: Token, after: list[Token]) -> bool:
    """Tell whether a name goes on right behind a token."""
    return bool(after) and after[0].letter in "NGXAH" and after[0].start == token.end


def _is_stem(token: Token, lexicon: Lexicon) -> bool:
    return len(token.text) == 1 and token.text in _forms(lexicon, "stem")


def _is_complement(token: Token, lexicon: Lexicon) -> bool:
    known = token.text in _forms(lexicon, "complement")
    return known and (token.letter != "F" or len(token.text) > 1)


@lru_cache
def _forms(lexicon: Lexicon, kind: str) -> frozenset[str]:
    return frozenset(form for e in lexicon.of(VerbEntry) if kind in e.kinds for form in e.forms)


def relettered(token: Token, letter: str) -> Token:
    """Give the token as another class."""
    return token if token.letter == letter else replace(token, letter=letter)
