"""What a page's own style sheets hide is read as little as what its elements hide themselves."""

import time

import pytest

from reportparse.reading import read

SHOWN = "全市新建改建学校16所，城镇新增就业1.6万人，群众生活明显改善。"


def found(style: str, marks: str, *, around: str = "") -> str:
    """Give what is read of a page in whose one paragraph stands 新建医院, with marks on it."""
    page = (
        f"<html><head><style>{style}</style></head><body><div class='article'>"
        f"<p>{SHOWN}</p><div {around}><p {marks}>新建医院9所。</p></div></div></body></html>"
    )
    return "".join(paragraph.text for paragraph in read(page.encode(), name="page.html").paragraphs)


HIDING = {
    "by class": (".note{display:none}", "class='note'"),
    "by one of its classes": (".b { color: red; Display : NONE ! important }", "class='a b c'"),
    "by id": ("#n1{visibility:hidden}", "id=n1"),
    "by name and class": ("p.note, td{display:none}", "class=note"),
    "below another": (".article div .note{display:none}", "class=note"),
    "behind a comment and a rule of media": (
        "/* .x{ */ @media print{.article{display:none}} .note{display:none}", "class=note",
    ),
    "the last of two rules": (".note{display:block} .note{display:none}", "class=note"),
    "the one that says more": ("p.note{display:none} .note{display:block}", "class=note"),
    "in a sheet without an end": (".note{display:none", "class=note"),
}  # fmt: skip
SHOWING = {
    "another class": (".note{display:none}", "class='notes'"),
    "in print only": ("@media print{.note{display:none}}", "class=note"),
    "under the pointer only": (".note:hover{display:none}", "class=note"),
    "a later rule": (".note{display:none} .note.on{display:block}", "class='note on'"),
    "the element itself": (".note{display:none}", "class=note style='display:block'"),
    "below none such": (".menu .note{display:none}", "class=note"),
    "a rule in a comment": ("/* .note{display:none} */", "class=note"),
    "another property": (".note{-x-display:none;backface-visibility:hidden}", "class=note"),
}


@pytest.mark.parametrize("case", HIDING)
def test_what_a_rule_hides_is_not_read(case: str) -> None:
    """As no reader of the page sees it; what is around it is."""
    assert found(*HIDING[case]) == SHOWN


@pytest.mark.parametrize("case", SHOWING)
def test_what_no_rule_hides_is_read(case: str) -> None:
    """By the order and the weight of rules, on a screen, with no pointer on it."""
    assert found(*SHOWING[case]) == f"{SHOWN}新建医院9所。"


def test_a_hidden_element_hides_what_is_in_it() -> None:
    """Whatever that has of its own."""
    assert found(".box{display:none}", "style='display:block'", around="class=box") == SHOWN


def test_a_page_that_a_script_shows_is_read() -> None:
    """Where a rule would hide most of what it says."""
    assert found(".article{display:none}", "") == f"{SHOWN}新建医院9所。"


def test_time_grows_with_the_sheet() -> None:
    """Thousands of rules, comments and braces without an end."""
    for style in (
        "/*" * 200_000,
        "{" * 400_000,
        ".a .b{display:none}" * 20_000,
        ".a" * 200_000 + "{display:none}",
    ):
        begun = time.process_time()
        assert SHOWN in found(style, "class='a b'")
        assert time.process_time() - begun < 5
