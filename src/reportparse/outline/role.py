"""Say what parts and passages do, from the words of the lexicon."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import regex

from reportparse.lexicon import Lexicon, alternation
from reportparse.model import Role

_PARTS: Final = ("glossary", "annex", "self_government", "review", "outlook", "tasks")
_TITLE_HEAD: Final = regex.compile(
    r"[0-9]{4}年|过去|今年|今后|未来|全面|持之以恒|切实|加强|努力|政府|关于|名词|附|扎实|认真|\"十|五年|一年|主要|全力|着力|"
    r"深入|不断|大力|坚持|总体|回顾|奋力|坚定|持续|提[高升]|打造|有关|相关"
)
"""How the line of a part without a number begins; without this a sentence of the text could pass for one."""


@dataclass(frozen=True)
class PartRoles:
    """Hold the patterns of parts by role, and those of passages."""

    parts: tuple[tuple[Role, regex.Pattern[str]], ...]
    passages: tuple[tuple[Role, regex.Pattern[str]], ...]
    titles: regex.Pattern[str]
    remains: regex.Pattern[str]
    achieved: regex.Pattern[str]


@cache
def part_roles(lexicon: Lexicon) -> PartRoles:
    """Compile the patterns once for a lexicon."""

    def pattern(role: str) -> regex.Pattern[str]:
        return regex.compile(alternation(lexicon.forms("roles", role)))

    words = alternation(lexicon.forms("roles", *_PARTS))
    titles = regex.compile(rf"^(?=.{{2,40}}$)(?=(?:{_TITLE_HEAD.pattern})).*{words}")
    return PartRoles(
        tuple((Role(role), pattern(role)) for role in _PARTS),
        (
            (Role.closing, pattern("closing")),
            (Role.problems, regex.compile(_problems(lexicon))),
            (Role.annual_targets, pattern("annual_targets")),
        ),
        titles,
        pattern("other"),
        pattern("achieved"),
    )


def _problems(lexicon: Lexicon) -> str:
    def words(entry: str) -> str:
        return alternation(lexicon.forms("roles", entry))

    return (
        rf"\A(?!面对).*?(?:{words('problems')}|{words('problem_verbs')}[^。]{{0,30}}{words('problem_nouns')})"
    )


def part_role(title: str, roles: PartRoles) -> Role:
    """Give the role of a part by its folded title, `other` where no word tells.

    A title that names both several years and one (今后五年…和2031年…) is the outlook's.
    """
    for role, words in roles.parts:
        if words.search(title):
            return role
    return Role.other


def is_mixed(title: str, roles: PartRoles) -> bool:
    """Tell a part whose title looks back and ahead: 过去五年的回顾和今后五年的目标."""
    named = {role for role, words in roles.parts if words.search(title)}
    return Role.review in named and bool(named & {Role.outlook, Role.tasks})


def passage_role(text: str, roles: PartRoles) -> Role | None:
    """Give the role of a passage that its first sentences show, None where it does what its part does."""
    head = text[:90]
    for role, words in roles.passages:
        if role is Role.closing:
            if words.search(text):
                return role
        elif words.search(head if role is Role.problems else text[:60]):
            return role
    return None
