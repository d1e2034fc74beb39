"""DOCX: archives that unpack to much or lie, depth, parts that are missing."""

import io
import struct
import zipfile
from collections.abc import Iterable
from functools import cache

import docx
from docx.oxml.ns import nsdecls

from tools.hostile.case import case
from tools.hostile.words import FACT, LINES

DOCUMENT = "word/document.xml"
MB = 1 << 20
LAST = f"<w:p><w:r><w:t>{FACT}。</w:t></w:r></w:p>"


def paragraphs(lines: tuple[str, ...] = LINES) -> str:
    """Write lines as the paragraphs of Word."""
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)


def body(inside: str) -> bytes:
    """Write the part that holds the text."""
    return f"<w:document {nsdecls('w')}><w:body>{inside}</w:body></w:document>".encode()


@cache
def _parts() -> dict[str, bytes]:
    out = io.BytesIO()
    docx.Document().save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(document: bytes, others: dict[str, bytes] | None = None, *, behind: Iterable[bytes] = ()) -> bytes:
    """Pack a DOCX; `behind` is written behind the part that holds the text, piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (_parts() | (others or {})).items():
            if name != DOCUMENT:
                archive.writestr(name, data)
        with archive.open(DOCUMENT, "w") as part:
            part.write(document)
            for piece in behind:
                part.write(piece)
    return out.getvalue()


def _related(target: str) -> dict[str, bytes]:
    name = "word/_rels/document.xml.rels"
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    more = f'<Relationship Id="rId900" Type="{image}" Target="{target}"/></Relationships>'
    return {name: _parts()[name].replace(b"</Relationships>", more.encode())}


@case("docx")
def docx_900_mb_of_zeros() -> bytes:
    """900 MB of zeros behind the text."""
    return packed(body(paragraphs()), behind=[bytes(MB)] * 900)


@case("docx")
def docx_900_mb_of_spaces() -> bytes:
    """A run of 900 MB of spaces in the text."""
    before, after = body(paragraphs() + "<w:p><w:r><w:t>|</w:t></w:r></w:p>").split(b"|")
    return packed(before, behind=[*[b" " * MB] * 900, after])


@case("docx", FACT)
def docx_5_gb() -> bytes:
    """5 GB of zeros as a picture."""
    out = io.BytesIO(packed(body(paragraphs()), _related("media/image1.png")))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/media/image1.png", "w", force_zip64=True) as part,
    ):
        for _ in range(5000):
            part.write(bytes(MB))
    return out.getvalue()


@case("docx")
def docx_that_lies_about_its_size() -> bytes:
    """An archive whose text is 1.9 GB and says that it is 1 KB."""
    data = bytearray(packed(body(paragraphs()), behind=[bytes(MB)] * 1900))
    size = struct.pack("<I", len(body(paragraphs())) + 1900 * MB)
    assert data.count(size)
    return bytes(data).replace(size, struct.pack("<I", 1000))


@case("docx", FACT)
def docx_20_000_short_paragraphs() -> bytes:
    """20,000 short paragraphs."""
    return packed(body(paragraphs() + "<w:p><w:r><w:t>抓好落实</w:t></w:r></w:p>" * 20_000))


@case("docx", FACT)
def docx_200_000_runs() -> bytes:
    """200,000 runs in a paragraph, every other bold."""
    runs = "<w:r><w:rPr><w:b/></w:rPr><w:t>抓</w:t></w:r><w:r><w:t>好</w:t></w:r>" * 100_000
    return packed(body(paragraphs() + f"<w:p>{runs}</w:p>"))


@case("docx", FACT)
def docx_tables_14_deep() -> bytes:
    """The fact in 14 tables, one in the other."""
    return packed(body(paragraphs(LINES[:-2]) + _in_tables(14)))


@case("docx")
def docx_tables_80_deep() -> bytes:
    """The fact in 80 tables, one in the other."""
    return packed(body(paragraphs(LINES[:-2]) + _in_tables(80)))


def _in_tables(depth: int) -> str:
    inside = LAST
    for _ in range(depth):
        inside = f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    return inside


@case("docx", FACT)
def docx_text_boxes_20_deep() -> bytes:
    """The fact in 20 text boxes, one in the other."""
    inside = LAST
    for _ in range(20):
        inside = f"<w:p><w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r></w:p>"
    return packed(body(paragraphs(LINES[:-2]) + inside))


@case("docx", FACT)
def docx_without_a_picture() -> bytes:
    """A relation to a picture that is not in the archive."""
    return packed(body(paragraphs()), _related("media/image99.png"))


@case("docx", FACT)
def docx_picture_of_nothing() -> bytes:
    """A relation to a picture whose target is NULL."""
    return packed(body(paragraphs()), _related("../NULL"))


@case("docx", FACT)
def docx_odd_numbers() -> bytes:
    """A list depth, an indent and a start that are no numbers."""
    odd = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="y"/></w:numPr><w:ind w:firstLine="z"/></w:pPr>'
    return packed(body(paragraphs() + odd + "<w:r><w:t>完。</w:t></w:r></w:p>"))


@case("docx", FACT)
def docx_without_styles() -> bytes:
    """No part of styles, which paragraphs name all the same."""
    styled = body(paragraphs()).replace(b"<w:p>", b'<w:p><w:pPr><w:pStyle w:val="none"/></w:pPr>', 3)
    return packed(styled, {"word/styles.xml": b"<w:styles/>"})


@case("docx")
def docx_entities() -> bytes:
    """Entities that stand for entities, a billion letters in all, and one for a file."""
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "笑" * 10}">' for at in range(10))
    head = f'<!DOCTYPE w:document [{entities}<!ENTITY file SYSTEM "file:///etc/hostname">]>'.encode()
    return packed(head + body(paragraphs() + "<w:p><w:r><w:t>&e9;&file;</w:t></w:r></w:p>"))


@case("docx", codes=(3,))
def docx_cut_short() -> bytes:
    """The first half of a file."""
    whole = packed(body(paragraphs()))
    return whole[: len(whole) // 2]


@case("docx")
def docx_of_100_000_files() -> bytes:
    """An archive of 100,000 empty files."""
    out = io.BytesIO(packed(body(paragraphs())))
    with zipfile.ZipFile(out, "a") as archive:
        for at in range(100_000):
            archive.writestr(f"word/media/{at}.png", b"")
    return out.getvalue()
