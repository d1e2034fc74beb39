"""Read what closes a list of projects: 等项目, 等5条高速公路, 等湿地保护."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import regex

from reportparse.extractors.projects.names import NameLexicon
from reportparse.extractors.projects.stages import StageLexicon, StageWord

_AND_SO_ON = regex.compile("(?<![高中初平同对优均劣特头上甲乙丙])等(?![级待候专额效距同于式温离教职院])")
_NUMBER = "(?:[0-9]+余?|[一二三四五六七八九十两]+)(?:个|项|条|座|家|大|处|所)"
_COUNT = f'(?:一批|{_NUMBER}|"[^"]*"|“[^”]*”)'
_COUNTS = regex.compile(f"{_COUNT}*")
_COUNTED = regex.compile(rf"(?<=[\p{{Han}}A-Za-z]){_COUNT}")
_TOTAL = regex.compile("[0-9.]+(?:余|多)?(?:条|个|处|座|公里|家|所)$")
_QUOTED = regex.compile('["“]([^"”]*)["”]')
_OPEN_SCHEME = regex.compile(r"[\p{Han}]{0,8}?(?:项目|工程|道路|公路)")
_SCHEME = regex.compile("(?:项目|工程)$")
_RANKS = regex.compile("^(?:重点|重大|特色|大型|骨干|新型|一批|现代|省|市)+")
_NO_PROJECTS = regex.compile(
    "企业|产业$|航线|领域|行业|活动|政策|制度|业态|品牌|地区|国家|部门|单位|人员|问题|方式|措施|工作|服务$|产品|会"
    "|赛事|因素|建设|[省市县区镇乡村]$|目标|任务|机制|行为|要求|战略|改革|内容|场景|技术|指标|模式|项$"
)
_NO_LICENSE = regex.compile("企业|活动|政策|培训|行动")
_LONGEST = 30


@dataclass(frozen=True)
class Closing:
    """Be what closes a list: `kind` is its noun, `shared` what items without a head take from it (等湿地).

    `licenses` says that whatever stands in the list is a project; `after` holds the stage words behind the noun.
    """

    kind: str
    shared: str
    licenses: bool
    after: tuple[StageWord, ...]


@dataclass(frozen=True)
class ClosingReader:
    """Read closings with the two lexica."""

    names: NameLexicon
    stages: StageLexicon

    def headed(self, text: str) -> bool:
        """Tell whether a text ends with a head noun."""
        return any(name.end == len(text) for name in self.names.candidates(text))

    def mark(self, mask: str, start: int, end: int) -> int | None:
        """Give where the 等 of a list stands in `mask[start:end]`, None without one."""
        found = _AND_SO_ON.search(mask, start, end)
        return found.start() if found and found.start() > start else None

    def number(self, mask: str, start: int, end: int) -> int | None:
        """Give where a number closes a list (甲、乙、丙3个项目), None without one."""
        found = _COUNTED.search(mask, start, end)
        return found.start() if found and found.start() - start >= 2 else None

    def read(self, text: str, mask: str, start: int, end: int, open_: bool = False) -> Closing | None:
        """Read the closing in `text[start:end]`: a count, the kind of the items, the stage words behind it.

        `open_` says that the list's own clause goes on behind a 、 (等项目路基、桥梁完工). None where what
        stands there is no kind of project (等企业) or is followed by words that tell of something else.
        """
        counts = _COUNTS.match(text, start, end)
        begin = counts.end() if counts else start
        if counts and (quoted := _QUOTED.search(counts[0])) and self.stages.closing.match(mask, begin, end):
            return replace(self._closing(quoted[1], mask[begin:end]), shared="")
        if total := _TOTAL.search(mask, begin, end):
            end = total.start()
        if open_ and (scheme := _OPEN_SCHEME.match(mask, begin, end)):
            return self._closing(scheme[0], "")
        stop = next(self._stops(text, mask, begin, end), None)
        return None if stop is None else self._closing(text[begin:stop], mask[stop:end])

    def _stops(self, text: str, mask: str, begin: int, end: int) -> Iterator[int]:
        """Yield where the kind may end: with a head, the longest first; at once (等加快建设); as any short noun."""
        stops = [
            stop
            for stop in range(min(end, begin + _LONGEST), begin - 1, -1)
            if self.stages.closing.match(mask, stop, end)
        ]
        yield from (stop for stop in stops if self.headed(text[begin:stop]))
        if begin in stops:
            yield begin
        yield from (stop for stop in stops if stop - begin <= 8 and not _NO_PROJECTS.search(text[begin:stop]))

    def _closing(self, kind: str, behind: str) -> Closing:
        grades = {name.grade for name in self.names.candidates(kind) if name.end == len(kind)}
        licenses = bool(grades - {"site", "zone", "semi"}) and not _NO_LICENSE.search(kind)
        return Closing(kind, self._shared(kind), licenses, self.stages.words(behind))

    def _shared(self, kind: str) -> str:
        """Give the concrete noun that headless items before 等 share (等湿地, 等特色小镇), or nothing."""
        bare = _SCHEME.sub("", _RANKS.sub("", kind))
        found = [name for name in self.names.candidates(bare) if name.end == len(bare)]
        shorter = kind != bare and any(name.end - name.head == 1 for name in found)  # 入园项目 is of no 园
        unfit = len(bare) > 8 or (shorter and _SCHEME.search(kind))
        return (
            ""
            if unfit or not {name.grade for name in found} - {"site", "scheme", "phase", "worked"}
            else bare
        )
