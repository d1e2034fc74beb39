"""Join tokens that are one word: the letters of a name that no dictionary has, a stem and its complement."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from reportparse.grammar.quantity import counters
from reportparse.grammar.token import DIVISIONS, Token, places, relettered
from reportparse.lexicon import Lexicon, NounEntry, VerbEntry
from reportparse.lexicon.vocabulary import NOTHING, Features, vocabulary
from reportparse.words import words


def merged(found: list[Token], lexicon: Lexicon) -> Iterator[Token]:
    """Join what is one word: letters that no dictionary word holds (砚+川), stem and complement (抓+实), 第+三."""
    at = 0
    stray = _strays(found, lexicon)
    while at < len(found):
        token, end = found[at], at + 1
        if _is_stem(token, lexicon) and end < len(found) and _is_complement(found[end], lexicon):
            yield _joined(found[at : end + 1], "V", lexicon)
            at = end + 1
            continue
        if token.letter == "E" and end < len(found) and found[end].text == "地":  # 云河、松溪等+地
            yield replace(token, text=token.text + "地", end=found[end].end)
            at = end + 1
            continue
        if _is_place_with_and(found[max(at - 1, 0) : at], found[at : at + 2]):
            yield _joined(found[at : at + 2], "G", lexicon)
            at += 2
            continue
        if _holds_verb(found, at, lexicon):
            yield replace(
                token,
                text=token.text[0],
                end=token.start + 1,
                letter="V",
                features=vocabulary(lexicon)[token.text[0]],
            )
            rest = replace(
                found[end], text=token.text[1] + found[end].text, start=token.start + 1, letter="N", tag="n"
            )
            yield replace(rest, features=vocabulary(lexicon)[rest.text])
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
        if noun := _numbered(found[at : at + 3], lexicon):
            yield replace(_joined(found[at : at + 2], "N", lexicon), features=Features(noun=noun))
            at += 2
            continue
        if verb := _read_twice(found[at : at + 3], lexicon):
            yield replace(_joined(found[at : at + 3], "V", lexicon), features=Features(verb=verb))
            at += 3
            continue
        if size := _is_done_to_all(found[at : at + 4], lexicon):
            whole = _joined(found[at : at + size], "V", lexicon)
            yield replace(whole, features=Features(verb=_done_to_all(lexicon)))
            at += size
            continue
        yield token
        at = end


def _holds_verb(found: list[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a member of a list is a verb and a noun that were cut in the wrong place: 补链|条 for 补|链条."""
    token, rest, after = found[at], found[at + 1 : at + 2], found[at + 2 : at + 3]
    ends = not after or after[0].letter in "SKI"
    if not (rest and ends and len(token.text) == 2 and len(rest[0].text) == 1 and token.end == rest[0].start):
        return False
    before = found[at - 1].letter if at else "S"
    opens = before in "SKDM" and token.letter != "N"  # 想|办法|办、…
    listed = before == "I" or (opens and bool(after) and after[0].letter == "I")
    if not listed or rest[0].is_head or rest[0].letter in "IKS":
        return False
    first, noun = token.text[0], token.text[1] + rest[0].text
    acts = first in forms_of(lexicon, "stem") or vocabulary(lexicon)[first].verb is not None
    whole = words(noun, lexicon)
    return acts and len(whole) == 1 and whole[0].tag.startswith("n")  # but 推进|水


def _is_place_with_and(before: list[Token], parts: list[Token]) -> bool:
    """Tell whether 和 begins the name of a division, with nothing before it that it could join: 建设|和+龙机场."""
    joins = bool(before) and before[0].letter not in "VWSKI"
    return not joins and parts[0].letter == "C" and "".join(part.text for part in parts) in places()


def _numbered(parts: list[Token], lexicon: Lexicon) -> NounEntry | None:
    """Give the noun for which the letter behind a number is short, in a name: 十四+中, 八+小, 二+幼."""
    if len(parts) < 2 or parts[0].letter != "O" or len(parts[1].text) > 1:
        return None
    number, short = parts[:2]
    plain = not number.text.isascii() and number.quantity is None and number.end == short.start
    closes = len(parts) == 2 or parts[2].letter not in "NXAGO" or parts[2].is_head
    return _shorts(lexicon).get(short.text) if plain and closes else None


@lru_cache
def _shorts(lexicon: Lexicon) -> dict[str, NounEntry]:
    """Map the letters that are short for a noun behind a number to it."""
    return {short: noun for noun in lexicon.of(NounEntry) for short in noun.numbered}


def _read_twice(parts: list[Token], lexicon: Lexicon) -> VerbEntry | None:
    """Give the verb that has its other reading in brackets inside it: 新（改）建."""
    if [part.letter for part in parts[1:]] != ["B", "V"]:
        return None
    return vocabulary(lexicon)[parts[0].text + parts[2].text].verb


_ALL = regex.compile(r"(?P<modal>\p{Han})(?P<deed>\p{Han})尽(?P=deed)")


def _is_done_to_all(parts: list[Token], lexicon: Lexicon) -> int:
    """Give how many tokens say that a deed is done wherever it should or can be: 应+种+尽+种, 0 for none."""
    if "modal" not in vocabulary(lexicon)[parts[0].text[0]].roles:
        return 0
    sizes = range(1, len(parts) + 1)
    return next((size for size in sizes if _ALL.fullmatch("".join(t.text for t in parts[:size]))), 0)


@lru_cache
def _done_to_all(lexicon: Lexicon) -> VerbEntry | None:
    """Give the verb of which such a deed is a form."""
    return next((verb for verb in lexicon.of(VerbEntry) if any(map(_ALL.fullmatch, verb.forms))), None)


def _joined(parts: list[Token], letter: str, lexicon: Lexicon) -> Token:
    text = "".join(part.text for part in parts)
    return Token(text, parts[0].start, parts[-1].end, letter, "", vocabulary(lexicon)[text])


def _strays(found: list[Token], lexicon: Lexicon) -> list[bool]:
    """Tell of each token whether it is a letter of an unknown name, by itself or by its place.

    A little word is where it ends a member of a list (伊+顺、), a counter where it stands between two such letters
    (砚+家+营).
    """
    whole = _whole(lexicon)
    counted = whole & counters(lexicon)
    stray = [
        _is_stray(token, whole)
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
        if token.text not in whole and (ends or within):
            stray[at] = stray[at - 1]
        elif token.text in counted and stray[at - 1] and stray[at + 1]:
            stray[at] = behind.start == token.end
    for at, token in enumerate(found[:-1]):  # 何+仙+观水库
        begins = len(token.text) == 1 and token.letter in "DR" and not token.features.roles and stray[at + 1]
        stray[at] = stray[at] or (begins and token.text not in whole)
    for at in (*range(len(found) - 2, -1, -1), *range(len(found) - 1)):
        stray[at] = stray[at] or _is_out_of_place(found, at, stray)
    for at, (token, other, way) in enumerate(zip(found, found[1:], found[2:], strict=False)):
        before = found[at - 1].letter if at else "S"
        opens = before in "SKI" or (before in "VW" and token.letter in _LITTLE)
        if opens and way.is_way and token.text not in whole and _are_letters(token, other):
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
    return plain and token.end == other.start


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


def _is_stray(token: Token, whole: frozenset[str]) -> bool:
    """Tell whether a letter stands alone because no dictionary has the word it is part of (砚 in 砚川)."""
    return (
        len(token.text) == 1
        and token.letter in "NGXHAV"
        and not token.features.roles
        and not (token.features.verb and token.features.verb.act)
        and token.text not in whole
    )


@lru_cache
def _whole(lexicon: Lexicon) -> frozenset[str]:
    """Give the letters that are words of their own beside an unknown name: 修 and 路 in 修砚川路."""
    return DIVISIONS.union(lexicon.forms("project_words", "whole"))


def _takes_suffix(token: Token, behind: Token, after: list[Token]) -> bool:
    """Tell whether a word and the letter behind it are one word: 养护+院, 结算+率, but not 推进+山|大…."""
    noun = behind.features.noun
    if len(token.text) == 1 or len(behind.text) > 1 or noun is None:
        return False
    verb, goes_on = token.features.verb, _goes_on(behind, after)
    if token.letter == "V":
        built = verb is not None and verb.stage in ("started", "under_construction", "completed", "operating")
        whole = (noun.suffix or noun.head) and not built
        opens = goes_on and (token.urges or len(after[0].text) == 1)  # 推动|数实融合, 培育|数商, but 保障率
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
    return len(token.text) == 1 and token.text in forms_of(lexicon, "stem")


def _is_complement(token: Token, lexicon: Lexicon) -> bool:
    known = token.text in forms_of(lexicon, "complement")
    return known and (token.letter != "F" or len(token.text) > 1)


@lru_cache
def forms_of(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """Give the forms of the verbs of a kind."""
    return frozenset(form for e in lexicon.of(VerbEntry) if kind in e.kinds for form in e.forms)
