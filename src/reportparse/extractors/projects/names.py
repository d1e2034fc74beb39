"""Tell the names of works and institutions from classes of things, by their heads and what stands before."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from reportparse.lexicon import (
    HeadEntry,
    Lexicon,
    ProjectWordEntry,
    StageEntry,
    VerbEntry,
    alternation,
)
from reportparse.lexicon.divisions import divisions

PHASE = r"第?[一二三四五六七八九十0-9]{1,2}期"
_OPEN, _CLOSE = "\"“‘'", "\"”’'"
_PREPOSITION = (
    "自(?![治贸由动然])|以(?!色)|对(?![外口接])|从(?!化)|沿(?![黄江海街河线湖])|为(?!民)|与"
    "|同(?![德仁安济城江])|向(?![阳东西])|因(?!特)|共(?![青建享和])"
)
_CONSTRUCTION = regex.compile(
    r"改造|扩建|迁建|新建|连通|贯通|打通|扩容|修缮|搬迁|绿化|整治|疏浚|加固|调水|引水|净化|焚烧|供水|水资源"
    r"|配置|引[\p{Han}]{1,2}[入济补]"
)
_OPEN_ENDED = regex.compile("(?:重点|重大|和|与|及|级|个|类|型|性|新|大)$")
_PARTICULAR = regex.compile(f"{PHASE}|[东西南北](?:延|段|外?环|内环)|[国省县]道[0-9]|[0-9]号线")
_OWNER = regex.compile("(?:市|省|县|州|旗|自治区)(?![级域政场民容区属直办城])")
_BUILDER = regex.compile(r"[\p{Han}]{2,8}建设(?=[\p{Han}]{4})")
_PLACE_END = regex.compile("[省市县区州盟旗]$|地区$|企业$")
_SLOGAN = (
    "(?:法治|平安|美丽|健康|数字|智慧|生态|幸福|文明|信用|诚信|活力|品质|清廉|绿色|海绵|无废|韧性|宜居|现代化"
    "|魅力|大美|和谐|最美)"
)
_SLOGANS = regex.compile(_SLOGAN)
_NO_BEGINNING = regex.compile("进|企业|群众|居民|农民|市民|职工|[至和与及到、的之]")
_LEAD = regex.compile(
    r"了|以及|其中|完成|首[个座家批条]|全[国省市区]首[个家座批条]|全国唯一|全球领先|国内唯一|我[省市区县州]|[0-9]+年"
    r"|全长[0-9.]+公里|(?:总投资|投资)超?[0-9.]+[万亿]*元"
)


@dataclass(frozen=True)
class Name:
    """Be a name found in a piece of text: `piece[start:end]`; `head` is the offset of its head noun.

    `grade` is the head's; "worked" for a site with a work on it, "phase" where the name ends in 二期 alone.
    """

    start: int
    head: int
    end: int
    grade: str


@dataclass(frozen=True)
class NameLexicon:
    """Hold the heads and class words with the patterns that read names.

    `common` matches text of words that name classes, `things` such with heads among them, `blanket` text of
    words that make a class of any noun. `refused` and `counted` find what no name holds, `broad` matches what
    names a class however it ends. `adverbial` and `act` match what opens a phrase about something else.
    """

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
    work_end: regex.Pattern[str]

    def candidates(self, piece: str) -> list[Name]:
        """Give each way in which `piece` may hold a name, from the longest to the shortest."""
        found, ends = [], set()
        for match in self.head.finditer(piece, overlapped=True):
            if match.end() in ends:  # 园 inside 幼儿园: the longest head at an end is the word
                continue
            ends.add(match.end())
            tail = self.tail.match(piece, match.end())
            end = tail.end() if tail else match.end()
            found.append(Name(0, match.start(), _closed(piece, end), self._grade(piece, match, end)))
        found += [
            Name(0, phase.start(), _closed(piece, phase.end()), "phase") for phase in _PHASES.finditer(piece)
        ]
        return sorted(found, key=lambda name: (-name.end, name.grade == "scheme", name.head))

    def _grade(self, piece: str, match: regex.Match[str], end: int) -> str:
        grade = self.grades[match[0]]
        return "worked" if grade == "site" and self.work.search(piece, match.end(), end) else grade

    def begins(self, piece: str, end: int) -> int:
        """Give where a name that ends at `end` begins: behind 的, 首个, 某市建设 and the like."""
        start = _after_attribute(piece, end)
        if built := _BUILDER.match(piece, start, end):
            subject = built[0].removesuffix("建设")
            if self.is_broad(subject) or _PLACE_END.search(subject):
                start = built.end()
        while lead := _LEAD.match(piece, start, end):
            start = lead.end()
        return start

    def open_ended(self, piece: str, name: Name) -> bool:
        """Tell whether a name may be followed by words of no stage: its head must not run on into a word."""
        named = name.grade in ("self", "own", "semi", "zone", "proper") and name.end - name.head >= 2
        sound = self.proper(piece[: name.head]) and not regex.search("[和与及]", piece[: name.head])
        return named and sound and not regex.match("[化主准占体率份经配风信增0-9]", piece[name.end :])

    def refuses(self, text: str) -> bool:
        """Tell whether a text holds what stands in no name, or begins as none does."""
        return bool(self.refused.search(text) or (_NO_BEGINNING.match(text) and not place_length(text)))

    def is_broad(self, text: str) -> bool:
        """Tell whether a text names a whole place or a class: a division, 平安某市, 农村…."""
        slogan = _SLOGANS.match(text)
        place = text[slogan.end() :] if slogan else text
        return bool(self.broad.match(text)) or text in _places() or place in _places()

    def accepts(self, piece: str, name: Name, listed: bool = False) -> bool:
        """Tell whether a name is that of one thing and not of a class.

        `listed` says that it stands in a list of projects, where a common modifier will do (铁路专用线等项目).
        """
        printed = piece[name.start : name.end]
        text = printed.strip(_OPEN + _CLOSE)
        if not 2 <= len(text) <= 45 or printed.count('"') % 2 or not _quoted(printed, name):
            return False
        if self.is_broad(text) or self.refuses(text) or self.counted.search(text):
            return False
        return self._graded(text, piece[name.start : name.head].strip(_OPEN), name.grade, listed)

    def _graded(self, text: str, before: str, grade: str, listed: bool) -> bool:
        """Ask of a name what the grade of its head asks (project_heads.toml)."""
        if grade == "site":
            return False
        if grade == "self":
            return not before or len(before) >= 2
        if listed and grade in ("own", "semi", "proper"):
            return len(text) >= 4 if not before else len(before) >= 2 and not self.blanket.fullmatch(before)
        if grade == "own":
            return len(before) >= 2 and not self.blanket.fullmatch(before)
        if grade == "semi":
            special = len(before) >= 3 or place_length(before)
            return (special and self.proper(before)) or (
                len(before) >= 4 and not self.blanket.fullmatch(before)
            )
        if grade == "zone":
            return len(before) >= 2 and self.proper(before)
        if len(text) >= 3 and _PARTICULAR.search(text):
            return True
        if grade == "scheme":
            return self._scheme(text, before)
        noun = self.head.match(text, len(before))
        whole = text[: noun.end()] if noun else text
        return bool(before) and (_owned(whole) or self.proper(before)) and not self.blanket.fullmatch(whole)

    def _scheme(self, text: str, before: str) -> bool:
        """Tell a 项目 or 工程 of its own from a programme: a 工程 must build on a thing or a site."""
        if (
            len(before) < 3
            or _OPEN_ENDED.search(before)
            or not (_owned(before) or not self.things.fullmatch(before))
        ):
            return False
        return text.endswith("项目") or bool(_CONSTRUCTION.search(before) or self.head.search(before))

    def proper(self, text: str) -> bool:
        """Tell whether something is left of `text` when words that name classes are taken away."""
        bare = regex.sub(r"[\"“”‘’'（）()·\-]|[0-9]+(?:个|座|条|处)?", "", text)
        return not self.common.fullmatch(bare) if bare else bool(regex.search("[0-9]", text))


_PHASES = regex.compile(f"{PHASE}(?:工程|项目)?")


def _owned(text: str) -> bool:
    """Tell whether a name begins with the government that owns it: 市博物馆, 省科技馆."""
    return len(text) > 3 and bool(_OWNER.match(text))


def _quoted(text: str, name: Name) -> bool:
    """Decline slogans in quotation marks that merely end like a head; a 中国…谷 is a place."""
    whole = text[:1] in _OPEN and text[-1:] in _CLOSE and len(text) > 2
    if not whole:
        slogan = name.end - name.head < 3 or not regex.match(
            r"[\p{Han}]{2,}[\"“][一二两三四五六七八九]", text
        )
        return text[-1:] not in _CLOSE or not slogan
    if text[1:3] in ("中国", "世界"):
        return True
    return name.end - name.head > 3 and not regex.search("[一二两三四五六七八九十0-9]", text)


def _closed(piece: str, end: int) -> int:
    """Take in a closing quotation mark that the name opened."""
    return end + 1 if piece[end : end + 1] and piece[end] in _CLOSE and piece[:end].count('"') % 2 else end


def _after_attribute(piece: str, end: int) -> int:
    """Give the offset behind the last 的 outside brackets and quotation marks."""
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
    blanket, work = _words(lexicon, "blanket"), _words(lexicon, "work")
    common = [*blanket, *_words(lexicon, "genre"), *work]
    return NameLexicon(
        grades=grades,
        head=regex.compile(alternation(grades)),
        tail=regex.compile(_tail(alternation(work))),
        work=regex.compile(alternation(work)),
        blanket=regex.compile(f"{alternation(blanket)}+"),
        common=regex.compile(f"{alternation(common)}+"),
        things=regex.compile(f"{alternation([*common, *(form for form in grades if len(form) > 1)])}+"),
        refused=regex.compile(_refused(lexicon)),
        counted=regex.compile(_counted(alternation(_words(lexicon, "counter")))),
        broad=regex.compile(_broad()),
        adverbial=regex.compile(f"{alternation(_words(lexicon, 'before'))}|{_PREPOSITION}"),
        act=regex.compile(alternation(_acts(lexicon))),
        work_end=regex.compile(f"{alternation(work)}$"),
    )


def _tail(work: str) -> str:
    """Match what may follow a head inside the name: works, phases, sections, wings, a bracket."""
    works = f"(?:环境|生态)?{work}(?:[和与及、]?{work})*"
    generic = "(?:建设)?(?:项目|工程)"
    return (
        rf"(?:(?:和|与|及|、)?{works}{generic}?|{PHASE}|{generic}|[（(][^（）()]{{1,12}}[）)]|[东西南北中]区"
        r"|[东西南北中]?(?:段|院区|线|延|延伸线|延伸段|延长线|延线)|[东西南北中大小]{1,2}环"
        r"|首座工厂|新馆|集群|群|(?<=[国省县]道)[0-9]{2,4}线?|[一二三四五六七八九0-9]号线"
        r"|(?<=高速|高速公路|高铁|铁路|公路|公园|运河|大道|城际)[\p{Han}]{2,8}段|[\p{Han}]{2}至[\p{Han}]{2}段?)+"
    )


def _refused(lexicon: Lexicon) -> str:
    """Match what stands in no name: classes that end like one, many of a kind, a subject, marks."""
    return (
        f"{alternation(_words(lexicon, 'not_head'))}$|{alternation(_words(lexicon, 'never'))}"
        "|一批|新一轮|航线|一系列|若干|各类|各级|多个|各地|所有|每个|部分|更多|等|[，。；：！？《》]"
        "|(?<=.)向(?![阳东西日上])|在(?!线)|被|让|是"
        "|[0-9]A级|国家[一二三]级|(?<![国所公私独特])有(?![限机色线轨])"
    )


def _counted(counter: str) -> str:
    """Match a count of things, which makes a class of them: 3座变电站, 十大工程."""
    return rf"(?:^|[^第A-Za-z0-9])[0-9.]+(?:余|多)?万?{counter}(?<!大(?=[道桥厅]))|^[一二三四五六七八九十两]+{counter}"


def _broad() -> str:
    """Match what names a class, however it ends: 农村…, 城市…工程."""
    return (
        rf"{_SLOGAN}[\p{{Han}}]{{2}}$|(?:农村|乡镇|乡村|镇村|各(?!庄))"
        "|道路$|(?:城乡|城市|城镇|全[市省县区]|公共|社区).*(?:工程|项目)$"
    )


@cache
def _places() -> frozenset[str]:
    return frozenset(name for division in divisions() for name in (division.name, division.short))


def place_length(text: str) -> int:
    """Give the length of the longest name of a division that `text` begins with, full or short, 0 without one."""
    return next((length for length in range(min(len(text), 14), 1, -1) if text[:length] in _places()), 0)


def _acts(lexicon: Lexicon) -> Iterator[str]:
    """Yield the verbs that a clause about something else begins with: those of no stage that are no nouns."""
    known = {form for entry in lexicon.of(StageEntry) for form in entry.forms} | set(_words(lexicon, "work"))
    heads = tuple(form for entry in lexicon.of(HeadEntry) for form in entry.forms)
    for entry in lexicon.of(VerbEntry):
        for form in entry.forms if "act" in entry.kinds and not entry.noun else ():
            if len(form) > 1 and form not in known and not any(head.startswith(form) for head in heads):
                yield form


def _words(lexicon: Lexicon, use: str) -> list[str]:
    return [form for entry in lexicon.of(ProjectWordEntry) if entry.use == use for form in entry.forms]
