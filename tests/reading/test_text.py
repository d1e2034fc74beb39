"""DOCX, HTML, Markdown and plain text give the paragraphs that the PDF gives."""

import textwrap
from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from reportparse.model import Document
from reportparse.reading import read
from tests.reading.conftest import PARAGRAPHS

CHROME = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>云江市政府工作报告_云江市人民政府</title></head>
<body><div class="nav"><a href="/">首页</a><a href="/a">政务公开</a><a href="/b">办事服务</a></div>
<div>当前位置：<a href="/">首页</a> &gt; <a href="/a">政务公开</a> &gt; 政府工作报告</div>
<div class="info">发布时间：2023-01-20 10:00 来源：云江日报 浏览次数：123 字体：【<a>大</a> <a>中</a> <a>小</a>】
<a>打印</a> 分享到：<a>微信</a></div>
<div id="zoom" class="TRS_Editor">{}</div>
<div>责任编辑：王小江</div><div>扫一扫在手机打开当前页</div>
<div><h3>相关链接</h3><ul><li><a href="/1">一图读懂政府工作报告</a></li></ul></div>
<div>上一篇：<a href="/2">关于放假的通知</a></div>
<div class="foot">主办：云江市人民政府办公室 版权所有 备案号：江ICP备00000000号 <a>网站地图</a></div></body></html>"""

WRITINGS = {
    "p": lambda text: f"<p>{text}</p>",
    "span": lambda text: f'<p style="text-indent: 2em"><span><font size="4">　　{text}</font></span></p>',
    "br": lambda text: f"　　{text}<br/><br/>\n",
    "div": lambda text: f"<div>{text}</div>",
}


def texts(document: Document) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize("writing", WRITINGS)
def test_html_loses_its_chrome(writing: str, paragraphs: tuple[str, ...]) -> None:
    """Menus, font buttons, editors, links and feet go, however the editor wrote paragraphs."""
    page = CHROME.format("".join(map(WRITINGS[writing], PARAGRAPHS)))
    for encoding in ("utf-8", "gb18030"):
        data = page.replace("utf-8", "gb2312" if encoding == "gb18030" else encoding).encode(encoding)
        assert texts(read(data)) == paragraphs


def test_html_keeps_headings_bold_and_rows() -> None:
    """Heading levels, bold spans and table rows come as hints."""
    body = (
        "<h2>一、工作回顾</h2><p><strong>产业更强。</strong>全年完成投资30亿元，增长6.5%，新增企业120家，经济稳中有进。</p>"
        * 4
    )
    body += "<table><tr><td>新建学校</td><td>16所</td></tr></table>"
    found = read(CHROME.format(body).encode()).paragraphs
    assert (found[0].text, found[0].markup, found[0].level) == ("一、工作回顾", "heading", 2)
    assert [found[1].text[start:end] for start, end in found[1].bold] == ["产业更强。"]
    assert (found[-1].text, found[-1].markup) == ("新建学校 16所", "table")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_plain_text_in_any_encoding(encoding: str, end: str, paragraphs: tuple[str, ...]) -> None:
    """A line a paragraph, indented or not, with or without a byte order mark."""
    text = end.join(f"　　{text}" for text in PARAGRAPHS)
    assert texts(read(text.encode(encoding), name="report.txt")) == paragraphs


@pytest.mark.parametrize("indent", ["　　", "    "])
def test_hard_wrapped_text_is_joined(indent: str, paragraphs: tuple[str, ...]) -> None:
    """Lines broken at a width become paragraphs again, page numbers between them go."""
    lines: list[str] = []
    for text in PARAGRAPHS:
        lines += textwrap.wrap(text, width=30, initial_indent=indent)
    lines[20:20] = ["", "— 1 —", ""]
    assert texts(read("\n".join(lines).encode())) == paragraphs


def test_markdown_of_a_converter(paragraphs: tuple[str, ...]) -> None:
    """Unreliable headings, bullets, stars, tags and page ends leave the text alone."""
    blocks = list(PARAGRAPHS)
    blocks[0] = f"# {blocks[0]}"
    blocks[3] = f"### {blocks[3]}"
    blocks[5] = f"## {blocks[5]}"
    blocks[6] = (
        blocks[6]
        .replace("固定资产", "固定资\n\n— 3 —\n\n<!-- page -->\n\n产")
        .replace("1286.4", "**1286.4**")
    )
    blocks[7] = "- " + blocks[7].replace("增长12.4%", "增长<sup>12.4</sup>%").replace("项目", "项 目")
    found = read("\n\n".join(blocks).encode(), name="report.md").paragraphs
    assert tuple(one.text for one in found) == paragraphs
    assert [found[6].text[start:end] for start, end in found[6].bold] == ["1286.4"]
    assert [one.level for one in found if one.level] == [1, 3, 2]


def test_docx_a_paragraph_a_block(as_docx: Callable[..., bytes], paragraphs: tuple[str, ...]) -> None:
    """The paragraphs of a DOCX are the report's."""
    document = read(as_docx(), name="report.docx")
    assert (document.reader, document.pages) == ("docx", None)
    assert texts(document) == paragraphs


def test_docx_pasted_line_by_line(as_docx: Callable[..., bytes], paragraphs: tuple[str, ...]) -> None:
    """A DOCX that holds the lines of a PDF is joined again."""
    lines: list[str] = []
    for text in PARAGRAPHS:
        lines += textwrap.wrap(text, width=30, initial_indent="　　")
    lines.insert(20, "— 1 —")
    assert texts(read(as_docx(tuple(lines)))) == paragraphs


def test_docx_with_breaks_inside(as_docx: Callable[..., bytes], paragraphs: tuple[str, ...]) -> None:
    """One paragraph with line breaks is as many as it shows."""
    assert texts(read(as_docx(("\n\n".join(PARAGRAPHS),)))) == paragraphs


def test_docx_lists_that_word_counts() -> None:
    """Numbers that stand in no run are written out: 一、 and （一） begin again under each part."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for tag in (
        '<w:abstractNum {ns} w:abstractNumId="90">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
        "</w:abstractNum>",
        '<w:num {ns} w:numId="90"><w:abstractNumId w:val="90"/></w:num>',
    ):
        numbering.append(parse_xml(tag.format(ns=nsdecls("w"))))
    for depth, text in ((0, "工作回顾"), (1, "产业更强"), (1, "民生更好"), (0, "工作安排"), (1, "扩大投资")):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        listed = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="90"/></w:numPr>'
        properties.append(parse_xml(listed))
    out = BytesIO()
    document.save(out)
    numbered = ("一、工作回顾", "（一）产业更强", "（二）民生更好", "二、工作安排", "（一）扩大投资")
    assert texts(read(out.getvalue())) == numbered


@pytest.mark.parametrize("title", ["云岭市\t政府工作报告\t2031", "二〇三一\t年\t云岭市政府工作报告"])
def test_a_title_set_with_tabs_is_no_header_of_a_table(title: str) -> None:
    """What a column may be called, 年 or 政府工作报告, a title may say as well."""
    body = "二、2031年重点工作\n加快建设云岭湖水厂，6月底前开工云岭至松河公路。"
    assert read(f"{title}\n{body}".encode()).media_type == "text/plain"
