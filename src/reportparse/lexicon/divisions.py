"""Hold the administrative divisions: every province, prefecture and county with its code."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

import regex

from reportparse.errors import LexiconError

_LINE = regex.compile(r"(?P<code>[0-9]{6})\t(?P<name>[㐀-鿿]{2,})(?:\t(?P<former>former))?")

GOVERNED = "省市州盟县区旗"
"""What the divisions are called whose governments report, in a letter each; a class of letters in patterns."""

MUNICIPALITIES = ("11", "12", "31", "50")
"""How the codes of the provinces begin that are cities, with nothing between them and their counties."""

# Longest first: an 自治州 is no 州, and what is left must still be a name (北京, but 县 of 和县 stays).
_KINDS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "特区",
    "新区",
    "矿区",
    "省",
    "市",
    "盟",
    "州",
    "县",
    "旗",
    "区",
)
_PEOPLES = regex.compile(
    r"(?:(?:壮|回|维吾尔|哈萨克|蒙古|藏|羌|彝|苗|土家|布依|侗|瑶|白|傣|景颇|傈僳|哈尼|朝鲜|柯尔克孜|满|畲|黎|"
    r"拉祜|佤|布朗|纳西|普米|怒|独龙|仡佬|水|毛南|仫佬|土|撒拉|裕固|东乡|保安|达斡尔|鄂温克|鄂伦春|锡伯|"
    r"塔吉克|各)族|维吾尔|哈萨克|蒙古|柯尔克孜|达斡尔|塔吉克|锡伯)+$"
)


@dataclass(frozen=True)
class Division:
    """Be one division: `code` is that of GB/T 2260, `former` marks names and divisions that are no more."""

    code: str
    name: str
    former: bool = False

    @property
    def level(self) -> str:
        """Say the tier: province, prefecture or county."""
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @cached_property
    def short(self) -> str:
        """Give the name as prose has it: 青山 for 青山区, 云岭 for 云岭苗族自治州; 和县 stays whole."""
        kind = next((kind for kind in _KINDS if self.name.endswith(kind)), "")
        bare = self.name.removesuffix(kind)
        if kind.startswith("自治") and (people := _PEOPLES.search(bare, 2)):
            bare = bare[: people.start()]
        return bare if len(bare) > 1 else self.name


@lru_cache
def short_name(place: str) -> str:
    """Give the name of a place as prose has it, known or not: 苏州 for 苏州市, 砚川 for 砚川县."""
    return Division("", place).short


@cache
def divisions() -> tuple[Division, ...]:
    """Load all divisions in the order of their codes, former ones last.

    Raises LexiconError for a line that does not fit or a current code that stands twice.
    """
    found = []
    text = (resources.files("reportparse.lexicon") / "divisions.tsv").read_text("utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise LexiconError(f"divisions.tsv: line {number} is no code and name.")
        found.append(Division(match["code"], match["name"], match["former"] is not None))
    codes = [division.code for division in found if not division.former]
    if len(codes) != len(set(codes)):
        raise LexiconError("divisions.tsv: a code stands twice.")
    return tuple(found)
