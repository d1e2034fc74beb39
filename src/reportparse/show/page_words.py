"""Hold the words of the pages, in the languages of their readers."""

from collections.abc import Mapping

EN: Mapping[str, str] = {
    "lang": "en",
    "headline_chart": "Headline targets",
    "headline_lead": "Those of the year; bars are the ones in per cent, a range by its middle.",
    "projects_chart": "Projects by sector and stage",
    "projects_lead": "Each project once, where it is first met.",
    "commitments_chart": "Commitments by part and strength",
    "commitments_lead": "Hard ones can be checked: a figure, a date, a completion.",
    "no_part": "before the first part",
    "unsorted": "no sector",
    "none": "neither",
    "sum": "all",
    "table_behind": "The table behind it",
    "outline": "Outline",
    "text": "Text",
    "facts": "Facts",
    "overview": "Overview",
    "warnings": "Warnings",
    "search": "Search words, names, ids …",
    "kind": "Kind",
    "target": "Target",
    "result": "Result",
    "project": "Project",
    "commitment": "Commitment",
    "targets": "Targets",
    "results": "Results",
    "projects": "Projects",
    "commitments": "Commitments",
    "any_field": "Any field",
    "any_value": "Any value",
    "sort": "Sort",
    "in_order": "In the text's order",
    "by_name": "By name",
    "by_value": "By amount, largest first",
    "by_length": "Longest quote first",
    "shown": "{shown} of {all} facts",
    "page_no": "p. {page}",
    "right": "Right",
    "wrong": "Wrong",
    "edit": "Edit",
    "edited": "Edited",
    "added": "Added",
    "unmarked": "Not marked",
    "mark": "Mark",
    "clear": "Clear the mark",
    "keep": "Keep",
    "cancel": "Cancel",
    "close": "Close",
    "add": "Add a fact here",
    "added_as": "Missing fact as",
    "save": "Save corrections",
    "load": "Load",
    "complete": "I have checked all of it: what is not marked is right",
    "marks": "{n} marks",
    "keys": "Keys: j, k next and previous fact · r right · w wrong · e edit · c clear · / search · s save · "
    "Esc close. Select words in the text to add a fact that is missing.",
    "also_here": "Also on these words",
    "fields": "Fields",
    "rule_help": "the rule that read it",
    "inferred_help": "not in the quote, carried over: check these first",
    "nothing": "No fact fits.",
    "one_paragraph": "Select words of one paragraph.",
    "not_of_this": "This file holds corrections of another report.",
    "no_corrections": "This file holds no corrections.",
    "choose": "Click a fact in the text or in the list.",
    "charts": "Charts",
    "filter_rows": "Filter rows …",
    "targets_and_results": "Targets and results",
    "targets_and_results_lead": "Each year has the target that was set for it and the result that the next report "
    "gives; a range stands by its middle.",
    "over_time": "Over the years",
    "lines_lead": "The target of each place.",
    "medians_lead": "The middle of the places of each level.",
    "spread": "Spread",
    "spread_lead": "Boxes hold the middle half of the places.",
    "ranks": "Ranks",
    "ranks_lead": "The first {drawn} of {all} places.",
    "small": "Place by place",
    "small_lead": "Targets dashed, results in full, all on one scale.",
    "least": "lowest",
    "most": "highest",
    "no_level": "no level",
    "no_province": "no province",
    "corpus_told": "Headline targets of {places} places, {first}–{last}",
    "left_out": "{n} targets in another measure or unit are left out.",
    "made_by": "Made by reportparse {version}",
    "pages": "{n} pages",
}

LANGUAGES: Mapping[str, Mapping[str, str]] = {"en": EN}


class PageWords:
    """Give the words of a page in one language; a code that no entry has stands as it is, with blanks."""

    def __init__(self, language: str = "en") -> None:
        self.table = LANGUAGES[language]

    def __call__(self, key: str) -> str:
        """Give the word for a key of the table or a code of the output."""
        return self.table.get(key) or key.replace("_", " ")
