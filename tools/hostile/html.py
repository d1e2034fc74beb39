"""HTML pages: size, depth, charsets, what is hidden."""

from tools.hostile.case import case
from tools.hostile.words import FACT, LINES, TEXT, times

MB = 1_000_000
PARAGRAPHS = "".join(f"<p>{line}</p>\n" for line in LINES)
BEFORE = "".join(f"<p>{line}</p>\n" for line in LINES[:-2])
LAST = f"{FACT}，新增学位1.2万个。"


def page(body: str, charset: str = "utf-8") -> str:
    """Put a body into a page that declares a charset."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>政府工作报告</title></head>'
        f"<body>{body}</body></html>"
    )


@case("html", FACT)
def html_5_mb() -> bytes:
    """A page of 5 MB of paragraphs."""
    return page(times(PARAGRAPHS, 5 * MB)).encode()


@case("html")
def html_50_mb() -> bytes:
    """A page of 50 MB of paragraphs."""
    return page(times(PARAGRAPHS, 50 * MB)).encode()


@case("html", FACT)
def html_200_000_links() -> bytes:
    """200,000 links beside the report."""
    return page(PARAGRAPHS + '<a href="/1">下一页</a>' * 200_000).encode()


@case("html", FACT)
def html_a_million_line_breaks() -> bytes:
    """A million <br>."""
    return page(PARAGRAPHS + "<br>" * MB).encode()


@case("html", FACT)
def html_undefined_charset() -> bytes:
    """A charset that is none."""
    return page(PARAGRAPHS, "x-user-defined").encode()


@case("html", FACT)
def html_charset_that_is_no_text() -> bytes:
    """A charset that Python knows as something else than an encoding of text."""
    return page(PARAGRAPHS, "base64").encode()


@case("html", FACT)
def html_utf8_declared_as_latin1() -> bytes:
    """UTF-8 that calls itself ISO-8859-1."""
    return page(PARAGRAPHS, "iso-8859-1").encode()


@case("html", FACT)
def html_utf8_declared_as_utf16() -> bytes:
    """UTF-8 that calls itself UTF-16."""
    return page(PARAGRAPHS, "utf-16").encode()


@case("html", FACT)
def html_gb18030_declared_as_utf8() -> bytes:
    """GB18030 that calls itself UTF-8."""
    return page(PARAGRAPHS).encode("gb18030")


@case("html", FACT)
def html_utf8_then_gb18030() -> bytes:
    """A page in UTF-8, included into it the report in GB18030."""
    head, tail = page("\n汉字\n{}").split("{}")
    return head.encode() + PARAGRAPHS.encode("gb18030") + tail.encode()


@case("html", FACT)
def html_300_tags_deep() -> bytes:
    """The last paragraph 300 tags deep."""
    return page(BEFORE + "<div>" * 300 + f"<p>{LAST}</p>").encode()


@case("html", FACT)
def html_3_000_tags_deep() -> bytes:
    """The last paragraph 3,000 tags deep."""
    return page(BEFORE + "<div>" * 3_000 + f"<p>{LAST}</p>").encode()


@case("html")
def html_100_000_tags_deep() -> bytes:
    """The last paragraph 100,000 tags deep."""
    return page(BEFORE + "<b>" * 100_000 + f"<p>{LAST}</p>").encode()


@case("html", FACT)
def html_attribute_of_10_mb() -> bytes:
    """An attribute of 10.5 MB, a picture in the page, before the last paragraph."""
    return page(BEFORE + f'<img src="data:,{"A" * 10_500_000}"><p>{LAST}</p>').encode()


@case("html", FACT)
def html_script_of_10_mb() -> bytes:
    """A script of 10.5 MB before the last paragraph."""
    return page(BEFORE + f"<script>{'a=1;' * 2_625_000}</script><p>{LAST}</p>").encode()


@case("html", FACT)
def html_comment_of_10_mb() -> bytes:
    """A comment of 10.5 MB before the last paragraph."""
    return page(BEFORE + f"<!--{'注' * 3_500_000}--><p>{LAST}</p>").encode()


@case("html", FACT)
def html_text_of_10_mb_in_one_tag() -> bytes:
    """A style of 10.5 MB in one tag, and the report behind it."""
    return page(f"<style>{'a{} ' * 2_625_000}</style>{PARAGRAPHS}").encode()


@case("html", FACT)
def html_hidden_parts() -> bytes:
    """Facts that are hidden in four ways, which no reader sees."""
    hidden = (
        "<p hidden>新建医院91所。</p><div style='display: none'><p>新建医院92所。</p></div>"
        "<p style='visibility:hidden'>新建医院93所。</p>"
        "<style>.old, .never{display:none}</style><p class='old'>新建医院94所。</p>"
    )
    return page(PARAGRAPHS + hidden).encode()


@case("html", FACT)
def html_thousands_of_rules() -> bytes:
    """Rules by the thousand that all mean the same 20,000 elements, each below another."""
    rules = "".join(f".a{at} .b{{display:none}}" for at in range(1_900))
    return page(f"<style>{rules}</style>{PARAGRAPHS}{'<i class=b></i>' * 20_000}").encode()


@case("html", FACT)
def html_pre() -> bytes:
    """The report as a <pre>."""
    return page(f"<pre>{TEXT}</pre>").encode()


@case("html", FACT)
def html_100_000_cells() -> bytes:
    """A table of 100,000 cells in one row."""
    return page(PARAGRAPHS + f"<table><tr>{'<td>1</td>' * 100_000}</tr></table>").encode()


@case("html", FACT)
def html_tables_50_deep() -> bytes:
    """The last paragraph in 50 tables, one in the other."""
    return page(BEFORE + "<table><tr><td>" * 50 + f"<p>{LAST}</p>").encode()


@case("html", FACT)
def html_100_000_unclosed_tags() -> bytes:
    """100,000 tags that are opened on the way and not closed."""
    return page(BEFORE + "<p><span>抓好<b>落实" * 33_000 + f"<p>{LAST}</p>").encode()


@case("html", FACT)
def html_200_000_references() -> bytes:
    """200,000 character references, some to no character."""
    return page(PARAGRAPHS + f"<p>{'&#22269;&#x110000;&#xD800;&nbsp;' * 50_000}</p>").encode()


@case("html", FACT)
def html_200_000_attributes() -> bytes:
    """A tag of 200,000 attributes."""
    return page(BEFORE + f"<p {' '.join(f'a{at}=1' for at in range(200_000))}>{LAST}</p>").encode()
