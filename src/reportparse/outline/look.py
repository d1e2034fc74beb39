"""Say which way a passage looks by its own words, where its part says nothing of time.

Most reports before 2004 go by topic: one part on farming tells first what 去年 brought and then what 今年要 and 必须.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

import regex

from reportparse.grammar.calendar import YEAR, year_of
from reportparse.lexicon import Lexicon
from reportparse.model import Outlook
from reportparse.words import Word, words

_SENTENCE = regex.compile(r"[^。！？；]+")
_YEAR = regex.compile(rf"(?P<base>比|较|由|从|自)?(?P<year>{YEAR})年(?P<since>以来)?")
_YEARS_BACK = regex.compile(r"(?:近|[几一两三四五六七八九十])年(?:多)?来|[几一两三四五六七八九十]年间")
_COMPARED = ("比", "较", "同", "与", "和", "由", "从")


class Lean(IntEnum):
    """Say how a sentence leans; passages add their sentences up."""

    back = -1
    none = 0
    ahead = 1


@dataclass(frozen=True)
class Words:
    """Hold the words that tell, and the year of the tasks."""

    back: frozenset[str]
    ahead: frozenset[str]
    year: int


def look_words(lexicon: Lexicon, year: int) -> Words:
    """Take the words from the lexicon."""

    def forms(entry: str) -> frozenset[str]:
        return frozenset(lexicon.forms("roles", entry))

    return Words(forms("back_words"), forms("ahead_words"), year)


def own_look(text: str, told: Words, lexicon: Lexicon) -> Outlook | None:
    """Give the way that most sentences of a folded passage look, the last that tells where they are as many.

    None where no sentence has a word of time or duty.
    """
    leans = [lean_of(found[0], words(found[0], lexicon), told) for found in _SENTENCE.finditer(text)]
    said = [lean for lean in leans if lean]
    if not said:
        return None
    return Outlook.planned if (sum(said) or said[-1]) > 0 else Outlook.done


def turns(text: str, told: Words, lexicon: Lexicon, first: Outlook) -> tuple[tuple[int, Outlook], ...]:
    """Give the offsets of a folded passage at which it turns, with the way it looks from there on.

    A sentence, or what stands between two semicolons, without words of time or duty looks as the one before it;
    `first` is how those before the first word look. None where all look the same way.
    """
    found: list[tuple[int, Outlook]] = []
    looks = [
        (part.start(), lean_of(part[0], words(part[0], lexicon), told)) for part in _SENTENCE.finditer(text)
    ]
    said = [lean for _, lean in looks if lean]
    if len(set(said)) < 2:
        return ()
    now = first
    for start, lean in looks:
        outlook = now if not lean else Outlook.planned if lean > 0 else Outlook.done
        if not found or outlook is not now:
            found.append((start, outlook))
        now = outlook
    return tuple(found)


def lean_of(text: str, sentence: tuple[Word, ...], told: Words) -> Lean:
    """Say how one sentence leans: by the first of its words of time and duty.

    要总结去年的经验 leans ahead, 去年打下了基础，今年要… neither way.
    """
    cues = sorted((*_word_cues(sentence, told), *_year_cues(text, told.year)))
    if not cues or (cues[0][1] < 0 and any(lean > 0 for _, lean in cues)):
        return Lean.none
    return cues[0][1]


def _word_cues(sentence: tuple[Word, ...], told: Words) -> Iterator[tuple[int, Lean]]:
    for at, word in enumerate(sentence):
        compared = at > 0 and sentence[at - 1].text in _COMPARED
        if word.text in told.ahead and not compared:
            since = word.text == "今年" and at + 1 < len(sentence) and sentence[at + 1].text == "以来"
            yield word.start, Lean.back if since else Lean.ahead
        elif word.text in told.back and not compared and not _is_attribute(sentence, at):
            yield word.start, Lean.back


def _is_attribute(sentence: tuple[Word, ...], at: int) -> bool:
    """Tell a word of time inside the attribute of an object: 继续执行去年出台的政策 looks ahead."""
    return at > 0 and any(word.text == "的" for word in sentence[at + 2 : at + 4])


def _year_cues(text: str, year: int) -> Iterator[tuple[int, Lean]]:
    yield from ((match.start(), Lean.back) for match in _YEARS_BACK.finditer(text))
    for match in _YEAR.finditer(text):
        named = year_of(match["year"])
        if not match["base"] and not match["since"]:
            yield match.start(), Lean.ahead if named >= year else Lean.back
