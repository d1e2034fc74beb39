"""The page of many places: each headline target over the years, by province and level, place by place, in ranks."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pygal
import pytest
import simplejson
from lxml import html

from reportparse import extract
from reportparse.cli import run
from reportparse.language import ENGLISH
from reportparse.model.json import to_json
from reportparse.show.corpus_charts import LINES, RANKED, Seen, over_time, ranks, small, spread
from reportparse.show.corpus_page import corpus_page
from reportparse.show.svg import drawn, legend, set_years, style
from tests.browsing import DESK, PHONE, browser, needs_chromium
from tests.browsing import Seen as Looked
from tests.test_view import elements, parsed

PLACES = [
    f"{name}市"
    for name in ("云州", "松河", "砚川", "墨池", "绫江", "鹤亭", "茗溪", "岭南屏", "镜澄", "湖口屏")
]


def report(place: str, year: int, growth: str) -> str:
    """Write a small report."""
    return (
        f"{year}年政府工作报告\n——在{place}第一届人民代表大会第一次会议上\n二、{year}年重点工作\n今年主要预期目标是："
        f"地区生产总值增长{growth}%左右；一般公共预算收入增长4%以上。\n"
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of reports, three years of each place."""
    made = tmp_path_factory.mktemp("places")
    for number, place in enumerate(PLACES):
        for year in (2029, 2030, 2031):
            text = report(place, year, f"{5 + number / 4 - (year - 2029) / 2}")
            read = extract(text.encode(), name=f"{place}{year}.txt", place=place)
            (made / f"{place}{year}.json").write_text(to_json(read), "utf-8")
    return made


def test_a_folder_and_a_corpus_give_one_page(folder: Path, tmp_path: Path) -> None:
    """A part for each indicator with its charts, and a table behind each that names every place."""
    page, corpus, again = tmp_path / "page.html", tmp_path / "corpus.duckdb", tmp_path / "again.html"
    assert run(["view", str(folder), "-o", str(page)]) == 0
    tree = parsed(page.read_text("utf-8"))
    parts = elements(tree, "//section[@class='part']")
    assert [part.get("id") for part in parts] == ["gdp", "budget_revenue"]
    tables = elements(parts[0], ".//table")
    assert len(tables) == 3
    assert all(place in str(tables[2].text_content()) for place in PLACES)
    assert len(elements(parts[0], ".//*[local-name()='svg']")) == 3 + len(PLACES)
    assert run(["batch", str(folder), "-o", str(corpus), "--jobs", "1"]) == 0
    assert run(["view", str(corpus), "-o", str(again)]) == 0
    assert again.read_text("utf-8").partition("</h1>")[2] == page.read_text("utf-8").partition("</h1>")[2]


def seen(place: str, year: int, target: str, province: str = "") -> Seen:
    """Make an observation."""
    return Seen(place, "prefecture", province, year, Decimal(target), "%", f"{target} %", "", None, "")


def test_many_places_are_told_by_their_middle() -> None:
    """Few have a line each."""
    words = ENGLISH
    few = [seen(f"甲{n}市", 2031, str(n)) for n in range(LINES)]
    many = [*few, seen("乙市", 2031, "5")]
    assert len(over_time(few, words, "x").rows) == LINES
    assert over_time(many, words, "x").rows == (("prefecture", "4"),)


@pytest.mark.parametrize("provinces", [1, 2, 8, 9, 40])
def test_any_number_of_groups_is_drawn(provinces: int) -> None:
    """Each has its line, its name and its row, and no colour is left out."""
    ones = [
        seen(f"{n}{m}市", 2031, f"{5 + n % 7 + m}", f"第{n}省") for n in range(provinces) for m in range(3)
    ]
    chart = spread(ones, ENGLISH, "x")
    groups = provinces if provinces > 1 else 1
    assert len(chart.rows) == groups
    assert len(set(re.findall(r"[^>]+ \(3\)(?=</text>)", chart.svg))) == (provinces if provinces > 1 else 1)
    assert "None" not in chart.svg


def test_a_style_has_colours_for_any_number_of_series() -> None:
    """The colours of a page are names of variables, which nothing can darken; they come again."""
    drawing = pygal.Line(style=style(("c0", "c1")))
    for number in range(41):
        drawing.add(str(number), [number])
    assert re.search(r"\.color-40[^{]*\{[^}]*var\(--c0\)", drawn(drawing, "x"))


def test_one_year_of_provinces(tmp_path: Path) -> None:
    """31 provinces of one place each are one line of their level, and one year has nothing over the years."""
    page = corpus_page("x", [row(f"第{n}省", 2031, f"{n / 4}") for n in range(31)], "1")
    tree = parsed(page)
    assert [str(one.text_content()) for one in elements(tree, "//figure/h3")] == ["Spread 2031", "Ranks 2031"]
    assert str(elements(tree, "//p[@class='lead']")[0].text_content()).endswith("31 places, 2031")
    several = corpus_page("x", [row("甲省", year, "5") for year in (2030, 2031)], "1")
    assert "2030–2031" in several
    assert "Place by place" in several


def row(place: str, year: int, target: str) -> dict[str, object]:
    """Make a row of a panel."""
    return {
        "place": place, "level": "province", "province": place, "year": year, "indicator_id": "gdp",
        "measure": "growth", "unit": "%", "target": Decimal(target), "target_max": None, "bound": "at_least",
        "tone": "hard", "result": None, "verdict": None,
    }  # fmt: skip


def test_provinces_and_ranks() -> None:
    """The spread has lowest, middle and highest of the last year; ranks fall."""
    words = ENGLISH
    ones = [
        seen("甲市", 2030, "9", "子省"),
        *(seen(f"{n}市", 2031, n, "子省" if n < "5" else "丑省") for n in "1357"),
    ]
    assert spread(ones, words, "x").rows == (("丑省", "2", "5", "6", "7"), ("子省", "2", "1", "2", "3"))
    assert [row[1] for row in ranks(ones, words, "x").rows] == ["7市", "5市", "3市", "1市"]
    place, svg = small(ones, "x")[0]
    assert place == "甲市"
    assert "…" not in svg
    numbers = [v for one in ones for v in (one.target, one.result) if v is not None]
    assert all(f">{end:g}</text>" in svg for end in (min(numbers), max(numbers)))


@needs_chromium
@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_hostile_place_does_no_harm(tmp_path: Path, size: tuple[int, int]) -> None:
    """Its name is words wherever it stands, in charts as well; nothing runs, nothing is asked for, all of it fits."""
    hostile = '"><script>alert(1)</script><img src=x onerror=alert(2)>' + "长" * 60
    lines = []
    for year in (2030, 2031):
        read = extract(report("云州市", year, "5.5").encode(), name="a.txt").to_dict(numbers=float)
        read["meta"]["place"] = hostile
        lines.append(simplejson.dumps(read, ensure_ascii=False))
    corpus, page = tmp_path / "reports.jsonl", tmp_path / "page.html"
    corpus.write_text("\n".join(lines), "utf-8")
    assert run(["view", str(corpus), "-o", str(page)]) == 0
    with browser() as started:
        seen = Looked(started, page, size)
        assert hostile in seen.page.locator("figcaption").first.inner_text()
        assert seen.fits()
        assert (seen.faults, seen.elsewhere()) == ([], [])


def test_ranks_say_how_many_places_are_left_out() -> None:
    """And nothing of it where none is."""
    ones = [seen(f"{number}市", 2031, str(number), "子省") for number in range(1, RANKED + 2)]
    assert ranks(ones, ENGLISH, "x").lead == f"The first {RANKED} of {RANKED + 1} places."
    assert "first" not in ranks(ones[1:], ENGLISH, "x").lead


def test_a_corpus_is_no_pdf(folder: Path, tmp_path: Path) -> None:
    """Nor has one without targets charts."""
    assert run(["view", str(folder / "none"), "-o", str(tmp_path / "x.html")]) == 3
    empty = tmp_path / "empty"
    empty.mkdir()
    for name in "ab":
        (empty / f"{name}.txt").write_text("二、2031年重点工作\n各位代表，让我们继续努力。\n", "utf-8")
    assert run(["view", str(empty), "-o", str(tmp_path / "empty.html")]) == 0
    assert not elements(html.fromstring((tmp_path / "empty.html").read_text("utf-8")), "//section")


@needs_chromium
def test_one_indicator_is_shown_at_a_time(folder: Path, tmp_path: Path) -> None:
    """The one that is picked; at 400 px all of it fits."""
    page = tmp_path / "page.html"
    assert run(["view", str(folder), "-o", str(page)]) == 0
    with browser() as started:
        looked = Looked(started, page, PHONE)
        looked.page.select_option("#pick", "budget_revenue")
        assert [part.get_attribute("id") for part in looked.page.locator(".part:visible").all()] == [
            "budget_revenue"
        ]
        assert looked.fits()
        assert (looked.faults, looked.elsewhere()) == ([], [])


@pytest.mark.parametrize("last", [2031, 2055])
def test_years_below_a_drawing_are_whole_and_do_not_run_into_each_other(last: int) -> None:
    """Of a few all stand there, of many some, the last always."""
    drawing = pygal.Line(js=(), style=style(("c0",)))
    years = [str(year) for year in range(2026, last + 1)]
    set_years(drawing, years)
    drawing.add("", [1] * len(years))
    svg = drawn(drawing, "years")
    told = re.findall(r"<text [^>]*>(20\d\d)</text>", svg)
    assert told[-1] == str(last)
    assert len(told) == min(len(years), 8)
    assert "…" not in svg


@needs_chromium
def test_a_legend_is_not_cut_at_the_edge(tmp_path: Path) -> None:
    """Long names stand two in a row."""
    names = ["under_construction", "planned", "not comparable"]
    drawing = pygal.HorizontalStackedBar(js=(), style=style(("c0",)), width=460, **legend(names))
    for name in names:
        drawing.add(name, [1])
    path = tmp_path / "legend.html"
    path.write_text(f'<div style="width: 400px">{drawn(drawing, "legend")}</div>', "utf-8")
    with browser() as started:
        seen = Looked(started, path, PHONE)
        ends = "all => all.map(one => one.getBoundingClientRect().right)"
        found = seen.page.locator(".legend text").evaluate_all(ends)
        assert len(found) == 3
        assert max(found) <= seen.page.locator("svg").first.evaluate("e => e.getBoundingClientRect().right")


def test_ranks_say_how_a_target_binds() -> None:
    """On the bar, as in the table: ≥ 6 % is no ≈ 6 %."""
    ones = [
        replace(seen(f"{n}市", 2031, "6"), told=told)
        for n, told in enumerate(("≥ 6 %", "≈ 6 %", "5.5–6.5 %"))
    ]
    svg = ranks(ones, ENGLISH, "x").svg
    assert all(one.told in svg for one in ones)
