"""Measure how the time of each stage grows with what a text has many of: 10 times as much must take 10 times as long.

python -m tools.linear [--write | --growth] [WORD...]
"""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice, product
from pathlib import Path
from types import FrameType

from reportparse import understand
from reportparse.lexicon import Lexicon, load
from reportparse.outline import outline
from reportparse.reading import read
from tools.hostile.words import LINES

PAGE = Path(__file__).parent.parent / "docs" / "linear.md"
MADE = "<!-- made by python -m tools.linear --write -->\n"
SIZES = (1_000, 10_000, 100_000)
FEW, MANY = 5_000, 20_000
MOST_SECONDS = 20
ROUNDS = 2
FILLING = "我们坚持稳中求进。\n"
"""So that a text of digits or marks is a Chinese one."""


def _names() -> Iterator[str]:
    return map("".join, product("云青江河山林石桥兰溪东南西北金银铜铁松竹", repeat=4))


def _each(text: str, count: int) -> str:
    return "".join(text.format(name) for name in islice(_names(), count))


def _filled(middle: str) -> str:
    return FILLING * (len(middle) // 9) + f"新建改建学校{middle}16所。\n"


TEXTS: dict[str, Callable[[int], str]] = {
    "digits": lambda size: _filled("1" * size),
    "、": lambda size: _filled("、" * size),
    "（": lambda size: _filled("（" * size),
    "以上": lambda size: _filled("以上" * (size // 2)),
    "和": lambda size: _filled("和" * size),
    "letters": lambda size: _filled("云" * size),
    "blanks": lambda size: _filled(" \t" * (size // 2)),
    "clauses of one sentence": lambda size: "新建改建学校16所，" * (size // 9) + "完成。\n",
    "amounts in brackets": lambda size: "新建学校（总投资16亿元），" * (size // 13) + "完成。\n",
    "numbers of one list": lambda size: (
        FILLING * (size // 9) + f"地区生产总值增长{'5.5%、' * (size // 5)}3%。\n"
    ),
    "names of one list": lambda size: "加快建设" + _each("{}水库、", size // 7) + "云江大桥。\n",
    "sentences of one paragraph": lambda size: "加快建设云湖高速公路，完成投资52亿元。" * (size // 20),
    "paragraphs": lambda size: "加快发展。\n" * (size // 6),
    "facts": lambda size: "新建改建学校16所。\n" * (size // 10),
    "headings": lambda size: _each("推进{}工作\n", size // 9),
    "distinct projects": lambda size: _each("开工建设{}水库。\n", size // 11),
}


class _TooLongError(Exception):
    """Say that a text was read for longer than anyone waits here."""


def main() -> int:
    """Print a row for each kind of text, or write all into the page of the documentation; or how each grows."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    lexicon = load()
    signal.signal(signal.SIGPROF, _stop)
    _seconds("\n".join(LINES), lexicon)
    if "--growth" in sys.argv:
        print(f"a letter of {MANY} takes as long as so many of {FEW}, outline and facts:")
        for what, make in TEXTS.items():
            if not words or any(word in what for word in words):
                print(f"{what:27} {_growth(make, lexicon):4.1f}", flush=True)
        return 0
    rows = [
        "| 1,000, 10,000 and 100,000 letters of | reading | outline | facts |",
        "| --- | --- | --- | --- |",
    ]
    for what, make in TEXTS.items():
        if words and not any(word in what for word in words):
            continue
        columns = zip(*(_seconds(_report(make(size)), lexicon) for size in SIZES), strict=True)
        rows.append(f"| {what} | {' | '.join(' · '.join(column) for column in columns)} |")
        print(rows[-1], flush=True)
    if "--write" in sys.argv:
        head, mark, _ = PAGE.read_text("utf-8").partition(MADE)
        PAGE.write_text(f"{head}{mark}\n" + "\n".join(rows) + "\n", "utf-8")
    return 0


def _report(middle: str) -> str:
    return "\n".join((*LINES[:9], middle))


def _seconds(text: str, lexicon: Lexicon) -> tuple[str, str, str]:
    """Give the processor's seconds of reading, of the outline, and of all facts, "-" for what took too long."""
    spent: list[str] = []
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        begin = time.process_time()
        document = read(text.encode(), name="report.txt")
        spent.append(f"{time.process_time() - begin:.2f}")
        begin = time.process_time()
        outline(document, lexicon)
        of_outline = time.process_time() - begin
        spent.append(f"{of_outline:.2f}")
        begin = time.process_time()
        understand(document, lexicon)
        spent.append(f"{max(0.0, time.process_time() - begin - of_outline):.2f}")
    except _TooLongError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    first, second, third, *_ = (*spent, "-", "-", "-")
    return first, second, third


def _growth(make: Callable[[int], str], lexicon: Lexicon) -> float:
    """Give how much longer a letter of a long text takes than one of a short text: 1 where time is linear."""
    few, many = (
        min(_understood(_report(make(size)), lexicon) for _ in range(ROUNDS)) / size for size in (FEW, MANY)
    )
    return many / few


def _understood(text: str, lexicon: Lexicon) -> float:
    document = read(text.encode(), name="report.txt")
    begin = time.process_time()
    understand(document, lexicon)
    return time.process_time() - begin


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooLongError


if __name__ == "__main__":
    sys.exit(main())
