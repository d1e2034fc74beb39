"""Tell from words alone where a paragraph begins and whether one has ended."""

import regex

_OPENING = regex.compile(
    r"""\s*(?:[-•●■◆▪‣·]\s*(?=[（(一—]))?(?:
      (?P<part>第?[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]{1,3}(?:部分|章|节))
    | (?P<item>[(（][一二三四五六七八九十]{1,3}[)）]、?)
    | (?P<point>[0-9０-９]{1,2}[.．、](?![0-9０-９])|[(（][0-9０-９]{1,2}[)）]|[①-⑳])
    | (?P<ordinal>[一二三四五六七八九十]{1,2}[是要](?=[\p{Han}])|第[一二三四五六七八九十]{1,2}[,，、])
    | (?P<dash>——|--+|一一(?=\p{Han}))
    | (?P<address>(?:各位|同志们|尊敬的)[^，。]{0,12}[：:！!])
    | (?P<note>附件|附[：:]|注[：:]|名词解释|责任单位|牵头单位)
    )""",
    regex.VERBOSE,
)
_TERMINAL = regex.compile(r"""[。！？：；…!?:;.][”’"'』」)）》】]*$|[)）】]$""")
_SENTENCE_INSIDE = regex.compile(r"[。！？!?]")
_LEANING = regex.compile(r"[，、,—][”’\"]?$|(?<!参)[和与及或的把]$|[（(《“]$")
_TAIL = 40  # where an end stands; a search goes through a text from its beginning
_PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”"}


def opening(text: str) -> str | None:
    """Name the kind of mark that opens a paragraph (part, item, point, ordinal, dash …), None for none."""
    match = _OPENING.match(text)
    return match.lastgroup if match else None


def is_ended(text: str) -> bool:
    """Tell whether a text ends as a sentence or a list item does."""
    return bool(_TERMINAL.search(text.rstrip()[-_TAIL:]))


def has_sentence(text: str) -> bool:
    """Tell whether a sentence ends somewhere in a text."""
    return bool(_SENTENCE_INSIDE.search(text))


def leans_forward(text: str) -> bool:
    """Tell whether a text can't end here: at a comma, after 和 or 的, inside 《 or （."""
    text = text.rstrip()
    if _LEANING.search(text[-_TAIL:]):
        return True
    return any(text.count(left) > text.count(right) for left, right in _PAIRS.items()) and not is_ended(text)
