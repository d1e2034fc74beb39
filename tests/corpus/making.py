"""Make small reports of invented places, and corpora of them."""

import csv
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from reportparse.corpus.export import csv_chunks
from reportparse.corpus.layout import tables
from reportparse.corpus.store import Store

PLACES = ("云岭市", "松河市", "砚川县", "茗溪县")
YEARS = (2031, 2032, 2033)


def text(place: str, year: int, *, growth: str = "6.5", reached: str = "6.8", breaks: str = "\n") -> str:
    """Write a report of a few paragraphs: two targets, two results, a project and a promise."""
    tier = place[-1]
    return breaks.join(
        (
            f"{place}政府工作报告",
            f"——{year}年1月12日在{place}第九届人民代表大会第三次会议上",
            f"{place}{tier}长  林远山",
            "各位代表：",
            f"现在，我代表{place}人民政府，向大会报告工作，请予审议。",
            f"一、{year - 1}年工作回顾",
            f"过去一年，全{tier}地区生产总值增长{reached}%，城镇新增就业1.7万人。云岭湖水厂建成投用。",
            f"二、{year}年工作安排",
            f"今年主要预期目标是：地区生产总值增长{growth}%左右；城镇新增就业1.6万人以上。",
            "加强生态环境保护，推进数字经济发展。6月底前开工云岭至松河公路。",
        )
    )


def folder_of_reports(folder: Path, places: Sequence[str] = PLACES, years: Sequence[int] = YEARS) -> Path:
    """Write a report for each place and year, named like 2031云岭市.txt, half of them in a folder of their own."""
    for at, place in enumerate(places):
        inside = folder / "more" if at % 2 else folder
        inside.mkdir(parents=True, exist_ok=True)
        for year in years:
            growth = f"{6 + at / 2 + (year - 2031) / 4:g}"
            (inside / f"{year}{place}.txt").write_text(text(place, year, growth=growth), encoding="utf-8")
    return folder


def table_of_reports(path: Path, rows: Sequence[Mapping[str, object]], encoding: str = "utf-8") -> Path:
    """Write a CSV with a report a row."""
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def as_csv(corpus: Path) -> dict[str, str]:
    """Give every table of a corpus as CSV."""
    with Store(corpus, read_only=True) as store:
        return {each.name: "".join(csv_chunks(store, each)) for each in tables()}


def cells(corpus: Path, columns: str, of: str, where: str = "true") -> list[tuple[object, ...]]:
    """Give some columns of a table in the order of its reports."""
    with Store(corpus, read_only=True) as store:
        return store.db.execute(f"SELECT {columns} FROM {of} WHERE {where} ORDER BY ALL").fetchall()


def started(*arguments: str | Path, told: bool = False) -> subprocess.Popen[bytes]:
    """Start the program as a process of its own, the leader of its group; `told` keeps what it says."""
    code = "from reportparse.cli import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE if told else subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
