"""What holds for whole comparisons: against itself, mirrored, in the order of years."""

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import jsonschema
import pytest
import simplejson

from reportparse import Report
from reportparse.compare import compare, differs
from reportparse.errors import UsageError
from reportparse.model import Outlook, Stage
from reportparse.model.comparison import Comparison
from reportparse.model.json import to_json
from reportparse.model.schema import diff_schema
from tests.compare.making import commitment, figure, project, report
from tests.conftest import ROOT

YEARS = [ROOT / "samples" / f"yanchuan-{year}.md" for year in (2021, 2022, 2023)]
MIRROR = {
    "raised": {"lowered"}, "lowered": {"raised"}, "hardened": {"softened"}, "softened": {"hardened"},
    "new": {"dropped", "vanished"}, "dropped": {"new"}, "vanished": {"new"}, "advanced": {"set_back", "unchanged"},
    "set_back": {"advanced", "completed"}, "completed": {"set_back", "unchanged"},
}  # fmt: skip


def test_a_report_against_itself_differs_in_nothing(extracted: Callable[[Path], Report]) -> None:
    """Whatever it says twice meets itself."""
    for path in YEARS:
        same = compare([extracted(path), extracted(path)])
        assert not differs(same)
        assert [warning.code for warning in same.warnings] == ["same-year"]
        assert not same.fulfilment
        for row in same.commitments:
            assert row.old == row.new


def test_two_years_differ(extracted: Callable[[Path], Report]) -> None:
    """And whatever the order they are given in, the older is the old one."""
    old, new = (extracted(path) for path in YEARS[:2])
    forth = compare([old, new])
    assert differs(forth)
    assert to_json(forth) == to_json(compare([new, old]))


def test_two_of_one_year_mirror(extracted: Callable[[Path], Report]) -> None:
    """Where the order given decides, swapping swaps every change."""
    old, new = (extracted(path) for path in YEARS[:2])
    new = new.model_copy(update={"meta": old.meta})
    forth, back = compare([old, new]), compare([new, old])
    keys, yek = ([r.key for r in c.reports] for c in (forth, back))
    assert keys == yek
    mirrored = {
        (getattr(r.by_year.get(keys[1]), "id", None), getattr(r.by_year.get(keys[0]), "id", None)): r.change
        for r in back.targets
    }
    for row in forth.targets:
        pair = tuple(getattr(row.by_year.get(key), "id", None) for key in keys)
        assert mirrored[pair] in MIRROR.get(row.change, {row.change}), row  # type: ignore[index]
    assert _pairs(forth, "old", "new") == _pairs(back, "new", "old")


def _pairs(comparison: Comparison, first: str, second: str) -> set[tuple[object, object]]:
    rows: Iterable[object] = (*comparison.commitments, *comparison.sections)
    return {tuple(getattr(getattr(row, side), "id", None) for side in (first, second)) for row in rows}  # type: ignore[misc]


def test_no_fact_is_lost_and_none_stands_twice(extracted: Callable[[Path], Report]) -> None:
    """Each target, project and commitment of each report stands in exactly one place."""
    reports = [extracted(path) for path in YEARS[:2]]
    result = compare(reports)
    for made, side in zip(reports, result.reports, strict=True):
        targets = [row.by_year[side.key].id for row in result.targets if side.key in row.by_year]
        targets += [id_ for row in result.targets for id_ in row.repeats.get(side.key, ())]
        assert sorted(targets) == sorted(target.id for target in made.targets)
        mentions = [
            id_
            for row in result.projects
            if side.key in row.by_year
            for id_ in row.by_year[side.key].mentions
        ]
        assert sorted(mentions) == sorted(project.id for project in made.projects)
    old = [row.old.id for row in result.commitments if row.old]
    assert old == [promise.id for promise in reports[0].commitments]


def test_the_json_fits_the_schema(extracted: Callable[[Path], Report]) -> None:
    """All three samples together, with the types of JSON."""
    data = simplejson.loads(to_json(compare([extracted(path) for path in YEARS])))
    jsonschema.validate(data, diff_schema(), cls=jsonschema.Draft202012Validator)
    assert [r["year"] for r in data["reports"]] == [2021, 2022, 2023]
    assert (
        data["targets"]
        and data["fulfilment"]
        and data["projects"]
        and data["commitments"]
        and data["sections"]
    )


def test_the_same_bytes_twice(extracted: Callable[[Path], Report]) -> None:
    """Nothing depends on the run."""
    reports = [extracted(path) for path in YEARS[:2]]
    assert to_json(compare(reports)) == to_json(compare(reports))


def test_places_that_differ_are_a_warning() -> None:
    """A city can be set against its province; the keys say which is which."""
    result = compare([report(2021, "江右省", targets=[figure("地区生产总值", "7")]),
                      report(2021, targets=[figure("地区生产总值", "8")])])  # fmt: skip
    assert [warning.code for warning in result.warnings] == ["places-differ"]
    assert [side.key for side in result.reports] == ["2021 江右省", "2021 砚川市"]
    assert result.targets[0].change == "raised"


def test_a_report_without_a_year_stands_last() -> None:
    """With a warning, since nothing says that it is the newest."""
    result = compare([report(None), report(2021)])
    assert [side.key for side in result.reports] == ["2021", "undated"]
    assert [warning.code for warning in result.warnings] == ["year-unknown"]


def test_one_report_is_no_comparison() -> None:
    """It takes two."""
    with pytest.raises(UsageError):
        compare([report()])


def test_two_of_one_place_and_year_have_keys_of_their_own() -> None:
    """A draft and the final text can be compared."""
    draft = report(2021, targets=[figure("地区生产总值", "8")], name="draft.txt")
    final = report(2021, targets=[figure("地区生产总值", "7")], name="final.txt")
    result = compare([draft, final])
    assert len({side.key for side in result.reports}) == 2
    assert result.targets[0].change == "lowered"
    assert compare([final, draft]).targets[0].change == "raised"


def test_each_kind_of_change_is_a_difference() -> None:
    """--exit-code hears of every list."""
    stage, done = Stage.planned, Outlook.done
    for old, new in (
        (report(2020, targets=[figure("地区生产总值", "8")]), report(2021)),
        (
            report(2020, projects=[project("砚水水库", stage)]),
            report(2021, projects=[project("砚水水库", stage, done)]),
        ),
        (
            report(2020, commitments=[commitment("推进扩区调位")]),
            report(2021, commitments=[commitment("加快扩区调位")]),
        ),
    ):
        assert differs(compare([old, new]))
    assert not differs(compare([report(2020), report(2021)]))


NAMES = (
    "砚鹤高速",
    "松云高铁",
    "云松高铁",
    "砚山功能区",
    "砚山园区",
    "墨池大桥",
    "砚光半导体",
    "砚光半导体产业化项目",
    "茗溪水厂二期",
)
WORDS = (
    "推进砚川高新区扩区调位",
    "完善防汛抗旱应急机制",
    "健全防汛抗旱应急机制",
    "建设滨湖新区智慧停车系统",
    "整治旧城区占道经营",
)


@pytest.mark.parametrize("seed", range(12))
def test_generated_pairs_mirror(seed: int) -> None:
    """Whatever two reports of one year say, the pairs of the one against the other are those turned round."""
    chance = random.Random(seed)
    sides = [
        report(
            2020,
            name=f"{number}.txt",
            projects=[
                project(name, chance.choice(list(Stage)[:5]), chance.choice(list(Outlook)), id_=f"j{at}")
                for at, name in enumerate(chance.sample(NAMES, 5), start=1)
            ],
            commitments=[
                commitment(words, id_=f"c{at}") for at, words in enumerate(chance.sample(WORDS, 3), start=1)
            ],
        )
        for number in (1, 2)
    ]
    forth, back = compare(sides), compare(sides[::-1])
    keys, yek = ([r.key for r in c.reports] for c in (forth, back))
    assert _pairs(forth, "old", "new") == _pairs(back, "new", "old")
    assert _mentions(forth, keys) == _mentions(back, yek[::-1])


def _mentions(comparison: Comparison, keys: list[str]) -> set[tuple[object, ...]]:
    return {
        tuple(row.by_year[key].mentions if key in row.by_year else None for key in keys)
        for row in comparison.projects
    }


def test_projects_of_the_samples_mirror(extracted: Callable[[Path], Report]) -> None:
    """Of two reports of one year, as given; what is only seen in a text has no mentions on either side."""
    old, new = (extracted(path) for path in YEARS[:2])
    new = new.model_copy(update={"meta": old.meta})
    forth, back = compare([old, new]), compare([new, old])
    keys, yek = ([r.key for r in c.reports] for c in (forth, back))
    assert _mentions(forth, keys) == _mentions(back, yek[::-1])
