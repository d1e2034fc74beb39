"""Join real reports into one piece, and list what is then read otherwise.

python -m tools.joined FOLDER
"""

import sys
from collections import Counter
from collections.abc import Iterable
from typing import Any

from reportparse import Report, extract
from reportparse.model import Figure, Role
from tools.reports import folder_argument, report_files

_APART = (Role.annex, Role.glossary)
_COUNT = 20


def in_one_piece(report: Report) -> str:
    """Give a report's text as one paragraph, without a break or a mark where its paragraphs ended."""
    return "".join(paragraph.text.strip().lstrip("#").strip() for paragraph in report.paragraphs)


def told(report: Report) -> dict[str, Any]:
    """Give what may not hang on paragraphs: year and date, the parts with their roles, all targets and results.

    Annexes are left out: the rows of their tables can't be told without breaks.
    """
    apart = {section.id for section in report.sections if section.role in _APART}

    def figures(facts: Iterable[Figure]) -> list[tuple[str | None, ...]]:
        return sorted(
            (one.indicator, one.measure, str(one.value), one.bound, one.period or "")
            for one in facts
            if one.section not in apart
        )

    return {
        "year": report.meta.year,
        "date": report.meta.date,
        "parts": [
            (s.number, s.title, s.role.value)
            for s in report.sections
            if s.level == 1 and s.role not in _APART
        ],
        "targets": figures(report.targets),
        "results": figures(report.results),
        "not_stated": report.not_stated,
    }


def main() -> int:
    """Compare a spread of the reports in a folder; give 1 where one differs."""
    folder = folder_argument("reports to join")
    if folder is None:
        return 0
    files = [path for path in report_files(folder) if path.suffix != ".pdf"]
    chosen = files[:: max(1, len(files) // _COUNT)]
    same: Counter[str] = Counter()
    for path in chosen:
        report = extract(path)
        joined = extract(in_one_piece(report).encode(), name=f"{path.stem}.txt", place=report.meta.place)
        before, after = told(report), told(joined)
        wrong = [key for key in before if before[key] != after[key]]
        same.update(key for key in before if key not in wrong)
        same["all"] += not wrong
        print(f"{path.stem}: {'the same' if not wrong else 'other ' + ', '.join(wrong)}")
        for key in wrong:
            print(f"    {key}\n        {before[key]}\n        {after[key]}")
    print(f"{same['all']} of {len(chosen)} reports say in one piece what they say in paragraphs.")
    print(", ".join(f"{key} {count}" for key, count in same.items()))
    return 1 if same["all"] < len(chosen) else 0


if __name__ == "__main__":
    sys.exit(main())
