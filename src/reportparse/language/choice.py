"""Choose the language: by --lang, else by the locale."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

OPTION = "--lang"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


class Language(StrEnum):
    """Name the languages that there is a catalogue for."""

    zh = "zh"
    en = "en"


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Choose by the arguments of a command line, and where they name no language that is known by the locale.

    The arguments are looked through before they are parsed, so that what is wrong with them is told in the
    language, too. Of the locale's variables the first that is set decides, as everywhere.

    >>> chosen(["extract", "--lang", "zh", "report.pdf"], {})
    <Language.zh: 'zh'>
    >>> chosen(["extract", "report.pdf"], {"LANG": "zh_CN.UTF-8"})
    <Language.zh: 'zh'>
    """
    named = ""
    for argument, following in pairwise([*arguments, ""]):
        if argument == "--":
            break
        if argument == OPTION:
            named = following
        elif argument.startswith(f"{OPTION}="):
            named = argument.removeprefix(f"{OPTION}=")
    if named in tuple(Language):
        return Language(named)
    locale = next(filter(None, map(environment.get, _LOCALE)), "")
    return Language.zh if locale.lower().startswith("zh") else Language.en
