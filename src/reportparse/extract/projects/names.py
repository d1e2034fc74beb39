"""Tell the names of works and institutions from classes of things, by their heads and what stands before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from reportparse.lexicon import HeadEntry, Lexicon, ProjectWordEntry, StageEntry, VerbEntry, alternation
from reportparse.lexicon.divisions import divisions

PHASE = r"第?[一二三四五六七八九十0-9]{1,2}期"
_PREPOSITION = ("自(?![治贸由动然])|以(?!色)|对(?![外口接])|从(?!化)|沿(?![黄江海街河线湖])|为(?!民)|与|同(?![德仁安济城江])"
                "|向(?![阳东西])|因(?!特)|共(?![青建享和])")
_BUILDING = regex.compile(r"改造|扩建|迁建|新建|连通|贯通|打通|扩容|修缮|搬迁|绿化|整治|疏浚|加固|调水|引水|净化|焚烧|供水|水资源|配置|引[\p{Han}]{1,2}[入济补]")
_OPEN_ENDED = regex.compile("(?:重点|重大|和|与|及|级|个|类|型|性|新|大)$")
_PARTICULAR = regex.compile(f"{PHASE}|[东西南北](?:延|段|外?环|内环)|[国省县]道[0-9]|[0-9]号线")
_OPEN, _CLOSE = "\"“‘'", "\"”’'"


@dataclass(frozen=True)
class Name:
    """Be a name found in a piece of text: `piece[start:end]`; `head` is the offset of its head noun.

    `grade` is the head's, "phase" where the name ends in 二期 alone.
    """

    start: int
    head: int
    end: int
    grade: str


@dataclass(frozen=True)
class NameLexicon:
    """Hold the heads and class words with the patterns that read names."""

    grades: dict[str, str]
    head: regex.Pattern[str]
    tail: regex.Pattern[str]
    work: regex.Pattern[str]
    blanket: regex.Pattern[str]
    common: regex.Pattern[str]
    things: regex.Pattern[str]
    refused: regex.Pattern[str]
    counted: regex.Pattern[str]
    broad: regex.Pattern[str]
    adverbial: regex.Pattern[str]
    act: regex.Pattern[str]
    lead: regex.Pattern[str]

    def candidates(self, piece: str) -> Iterator[Name]:
        """Give each way in which `piece` may hold a name, from the longest to the shortest."""
        found, ends = [], set()
        for match in self.head.finditer(piece, overlapped=True):
            if match.end() in ends:  # 园 inside 幼儿园: the longest head at an end is the word
                continue
            ends.add(match.end())
            tail = self.tail.match(piece, match.end())
            end = tail.end() if tail else match.end()
            found.append(Name(0, match.start(), _closed(piece, end), self._grade(piece, match, end)))
        for match in regex.finditer(PHASE + "(?:工程|项目)?", piece):
            found.append(Name(0, match.start(), _closed(piece, match.end()), "phase"))
        yield from sorted(found, key=lambda name: (-name.end, name.grade == "scheme", name.head))

    def _grade(self, piece: str, match: regex.Match[str], end: int) -> str:
        grade = self.grades[match[0]]
        if grade == "site" and self.work.search(piece, match.end(), end):
            return "worked"
        return grade

    def begins(self, piece: str, end: int) -> int:
        """Give where a name that ends at `end` begins: behind 的, 首个 and what else is no part of a name."""
        start = _after_de(piece, end)
        if built := regex.match(r"[\p{Han}]{2,8}建设(?=[\p{Han}]{4})", piece[start:end]):
            subject = built[0].removesuffix("建设")
            if self.broad.match(subject) or regex.search("[省市县区州盟旗]$|地区$|企业$", subject):
                start += built.end()
        while lead := self.lead.match(piece, start, end):
            if lead.end() == lead.start():
                break
            start = lead.end()
        return start

    def open_ended(self, piece: str, name: Name) -> bool:
        """Tell whether a name may be followed by words that are no stage: its head must not run on into a word."""
        return name.end - name.head >= 2 and name.grade in ("self", "own", "semi", "zone", "proper") and piece[name.end : name.end + 1] not in "化主准占体率份经配风信"

    def accepts(self, piece: str, name: Name, listed: bool = False) -> bool:
        """Tell whether a name is that of one thing and not of a class.

        `listed` says that it stands in a list of projects, where a common modifier will do (铁路专用线等项目).
        """
        printed = piece[name.start : name.end]
        text = printed.strip(_OPEN + _CLOSE)
        before = piece[name.start : name.head].strip(_OPEN)
        if not 2 <= len(text) <= 45 or self.broad.match(text) or self.refused.search(text) or self.counted.search(text):
            return False
        if name.grade == "site" or printed.count('"') % 2 or not self._quoted(printed, name):
            return False
        if name.grade == "self":
            return not before or len(before) >= 2
        if listed and not before and len(text) >= 4 and name.grade in ("own", "semi", "proper"):
            return True
        if name.grade == "own" or (listed and name.grade == "proper"):
            return len(before) >= 2 and not self.blanket.fullmatch(before)
        if name.grade == "semi":
            return len(before) >= 2 and not self.blanket.fullmatch(before) and (len(before) >= 4 or self.proper(before))
        if name.grade == "zone":
            return len(before) >= 2 and self.proper(before)
        if len(text) >= 3 and _PARTICULAR.search(text):
            return True
        if name.grade == "scheme":
            return len(before) >= 3 and (self._institution(before) or not self.things.fullmatch(before)) and not _OPEN_ENDED.search(before) and (text.endswith("项目") or self._built(before))
        noun = self.head.match(text, len(before))
        whole = text[: noun.end()] if noun else text
        return bool(before) and (self._institution(whole) or self.proper(before)) and not self.blanket.fullmatch(whole)

    def _quoted(self, text: str, name: Name) -> bool:
        """Decline slogans in quotation marks that merely end like a head; a 谷 and a 中国…湾 are places."""
        whole = text[:1] in _OPEN and text[-1:] in _CLOSE and len(text) > 2
        if not whole:
            return text[-1:] not in _CLOSE or bool(regex.match(r"[\p{Han}]{2,}[\"“][一二两三四五六七八九]", text))
        if text[1:3] in ("中国", "世界"):
            return True
        return name.end - name.head > 3 and not regex.search("[一二两三四五六七八九十0-9]", text)

    def _built(self, text: str) -> bool:
        """Tell whether a so-called 工程 works on a thing or a site, as a programme does not."""
        return bool(_BUILDING.search(text) or self.head.search(text) or regex.search(PHASE, text))

    @staticmethod
    def _institution(text: str) -> bool:
        """Tell whether a name begins with the government that owns it: 市博物馆, 省科技馆."""
        return len(text) > 3 and bool(regex.match("(?:市|省|县|州|旗|自治区)(?![级域政场民容区属直办城])", text))

    def proper(self, text: str) -> bool:
        """Tell whether something is left of `text` when words that name classes are taken away."""
        bare = regex.sub(r"[\"“”‘’'（）()·\-]|[0-9]+(?:个|座|条|处)?", "", text)
        return not self.common.fullmatch(bare) if bare else bool(regex.search("[0-9]", text))


def _closed(piece: str, end: int) -> int:
    """Take in a closing quotation mark that the name opened."""
    if end < len(piece) and piece[end] in _CLOSE and piece[:end].count('"') % 2:
        return end + 1
    return end


def _after_de(piece: str, end: int) -> int:
    depth, start = 0, 0
    for place, char in enumerate(piece[:end]):
        if char in "（(":
            depth += 1
        elif char in "）)":
            depth -= 1
        elif char == '"':
            depth = 1 - min(depth, 1)
        elif char == "的" and depth == 0 and place + 1 < end:
            start = place + 1
    return start


@cache
def name_lexicon(lexicon: Lexicon) -> NameLexicon:
    """Compile the heads and class words of a lexicon."""
    grades: dict[str, str] = {}
    for entry in lexicon.of(HeadEntry):
        for form in entry.forms:
            grades.setdefault(form, entry.grade)
    work = alternation(_words(lexicon, "work"))
    works = f"(?:环境|生态)?{work}(?:[和与及、]?{work})*"
    generic = "(?:建设)?(?:项目|工程)"
    tail = (rf"(?:(?:和|与|及|、)?{works}{generic}?|{PHASE}|{generic}|[（(][^（）()]{{1,12}}[）)]"
            r"|[东西南北中]?(?:段|院区|线|[东西南北中大小]{1,2}环|延|延伸线|延伸段|延长线|延线)|[东西南北中]区|首座工厂|(?<=[国省县]道)[0-9]{2,4}线?|新馆|[一二三四五六七八九0-9]号线"
            r"|(?<=高速|高速公路|铁路|公路)[\p{Han}]{2,8}段|[\p{Han}]{2}至[\p{Han}]{2}段?|集群|群)+")
    blanket = alternation(_words(lexicon, "blanket"))
    common = alternation([*_words(lexicon, "blanket"), *_words(lexicon, "genre"), *_words(lexicon, "work")])
    things = alternation([*_words(lexicon, "blanket"), *_words(lexicon, "genre"), *_words(lexicon, "work"),
                          *(form for form in grades if len(form) > 1)])
    counter = alternation(_words(lexicon, "counter"))
    return NameLexicon(
        grades,
        regex.compile(alternation(grades)),
        regex.compile(tail),
        regex.compile(work),
        regex.compile(f"{blanket}+"),
        regex.compile(f"{common}+"),
        regex.compile(f"{things}+"),
        regex.compile(f"(?:{alternation(_words(lexicon, 'not_head'))}$"
                      f"|{alternation(_words(lexicon, 'never'))}"
                      "|一批|新一轮|航线|一系列|^进|^(?:企业|群众|居民|农民|市民|职工)|(?<=.)向(?![阳东西日上])|若干|各类|各级|多个|各地|所有|每个|部分|更多|等|[，。；：！？《》]|^[0-9]A级|[0-9]A级|国家[一二三]级|(?<![国所公私独特])有(?![限机色线轨])|在(?!线)|被|让|[是]|^[至和与及到、的之])"),
        regex.compile(f"(?:^|[^第A-Za-z0-9])[0-9.]+(?:余|多)?万?{counter}(?<!大(?=[道桥厅]))|^[一二三四五六七八九十两]+{counter}"),
        regex.compile(_broad(lexicon)),
        regex.compile(f"{alternation(_words(lexicon, 'before'))}|{_PREPOSITION}"),
        regex.compile(f"(?!{_places()}){alternation(_acts(lexicon))}"),
        regex.compile(r"(?:首个|首座|首家|首批|首条|全[国省市区]首[个家座批条]|全国唯一|全球领先|国内唯一|了|以及|及|和|与|并|其中|将|把|完成"
                      r"|我[省市区县州]|全长[0-9.]+公里|总投资[0-9.]+[万亿]?元|投资[0-9.]+[万亿]?元|总投资超?[0-9.]+亿元|[0-9]+年)"),
    )


def _acts(lexicon: Lexicon) -> list[str]:
    """Give the verbs that a clause about something else begins with: those of no stage that are no nouns."""
    known = {form for entry in lexicon.of(StageEntry) for form in entry.forms} | set(_words(lexicon, "work"))
    nouns = tuple(form for entry in lexicon.of(HeadEntry) for form in entry.forms)
    return [form for entry in lexicon.of(VerbEntry) if not entry.noun and "act" in entry.kinds
            for form in entry.forms if len(form) > 1 and form not in known and not any(n.startswith(form) for n in nouns)]


@cache
def _places() -> str:
    return alternation({name for division in divisions() for name in (division.name, division.short)})


def _broad(lexicon: Lexicon) -> str:
    """Match what names a whole place or a class, however it ends: a division, a 平安某市, a name that begins with 农村."""
    slogan = "(?:法治|平安|美丽|健康|数字|智慧|生态|幸福|文明|信用|诚信|活力|品质|清廉|绿色|海绵|无废|韧性|宜居|现代化|魅力|大美|和谐|最美)"
    return (f"(?:{slogan})?{_places()}$|{slogan}[\\p{{Han}}]{{2}}$|(?:农村|乡镇|乡村|镇村|各[区县市级类地])"
            f"|(?:城乡|城市|城镇|全[市省县区]|公共|社区).*(?:工程|项目)$")


def _words(lexicon: Lexicon, use: str) -> list[str]:
    return [form for entry in lexicon.of(ProjectWordEntry) if entry.use == use for form in entry.forms]
