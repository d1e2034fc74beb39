"""Ask jieba for words and their tags, with the lexicon's words known to it.

jieba is loaded at the first question, since that takes a second; it writes no cache and prints nothing.
"""

import warnings
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from reportparse.lexicon import Lexicon, VerbEntry


class Word(NamedTuple):
    """Be `text[start:end]` with jieba's tag of its part of speech (v, n, d …)."""

    text: str
    tag: str
    start: int
    end: int


def words(text: str, lexicon: Lexicon) -> tuple[Word, ...]:
    """Cut a stretch of text into words without a gap. Offsets are those in `text`."""
    found, at = [], 0
    for word, tag in _tagger(lexicon)(text):
        found.append(Word(word, tag, at, at + len(word)))
        at += len(word)
    return tuple(found)


@cache
def _tagger(lexicon: Lexicon) -> Callable[[str], Iterable[tuple[str, str]]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
        import jieba.posseg
    tokenizer = jieba.Tokenizer()
    # What jieba's initialize does, less the cache in the temporary folder and the lines on standard error.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    tagger = jieba.posseg.POSTokenizer(tokenizer)
    for entry in lexicon.of(VerbEntry):
        for form in entry.forms:
            if len(form) == 2 and "stem" not in entry.kinds and "complement" not in entry.kinds:
                tagger.word_tag_tab[form] = "vn" if entry.noun else "v"
                tokenizer.add_word(form)
    return lambda text: ((pair.word, pair.flag) for pair in tagger.lcut(text, HMM=False))
