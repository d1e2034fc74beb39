"""PDF files, written object by object: much on a page, much behind a filter, objects that contain themselves."""

import zlib
from collections.abc import Sequence

from tools.hostile.case import case
from tools.hostile.words import FACT, LINES

MB = 1 << 20
FONTS = (
    b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
    b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>",
    b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880"
    b"/Descent -120/CapHeight 880/StemV 80>>",
)
"""The objects 3 to 5 of every file: a font that all readers know, and that needs no embedding."""


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """Write a stream object."""
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(data), data)


def packed(data: bytes, extra: bytes = b"") -> bytes:
    """Write a stream object, compressed."""
    return stream(zlib.compress(data), b"/Filter/FlateDecode" + extra)


def written(objects: Sequence[bytes]) -> bytes:
    """Write a file of objects numbered from 1; the first is the catalog."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def pages(
    contents: Sequence[bytes],
    box: str = "0 0 595 842",
    extra: bytes = b"",
    resources: bytes = b"",
    more: Sequence[bytes] = (),
) -> bytes:
    """Write a file of a page for each content stream; `more` are the objects from 6 on."""
    first = 6 + len(more)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids)]
    objects += [*FONTS, *more]
    for at, content in enumerate(contents):
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents %d 0 R%s/Resources<</Font<</F 3 0 R>>%s>>>>"
        objects += [page % (box.encode(), first + 2 * at + 1, extra, resources), content]
    return written(objects)


def shown(text: str) -> bytes:
    """Write a text as the operand of Tj in the font of every file."""
    return b"<%s>" % text.encode("utf-16-be").hex().encode()


def set_lines(lines: Sequence[str], size: int = 12, left: int = 60, top: int = 780) -> bytes:
    """Set lines one below the other, wrapped at 38 characters."""
    wrapped = [line[at : at + 38] for line in lines for at in range(0, len(line), 38)]
    moves = b"".join(b"%s Tj 0 -%d Td " % (shown(line), size + 8) for line in wrapped)
    return b"BT /F %d Tf %d %d Td %sET" % (size, left, top, moves)


REPORT = set_lines(LINES)


@case("pdf", FACT)
def pdf_as_it_should_be() -> bytes:
    """The report on one page, to compare with."""
    return pages([packed(REPORT)])


@case("pdf")
def pdf_a_million_characters_on_a_page() -> bytes:
    """A million characters on a page."""
    line = b"%s Tj 0 -1 Td " % shown("加快建设云湖高速公路" * 10)
    return pages([packed(REPORT + b" BT /F 1 Tf 60 800 Td " + line * 10_000 + b"ET")])


@case("pdf", FACT)
def pdf_300_000_text_operators() -> bytes:
    """300,000 text operators that show nothing."""
    return pages([packed(REPORT + b" BT /F 12 Tf " + b"1 0 0 1 60 800 Tm () Tj " * 150_000 + b"ET")])


@case("pdf")
def pdf_300_000_characters_one_by_one() -> bytes:
    """300,000 text objects of a character each, in one place."""
    return pages([packed(REPORT + b" " + (b"BT /F 12 Tf 60 20 Td %s Tj ET " % shown("云")) * 300_000)])


@case("pdf", FACT)
def pdf_cid_range_of_4_g() -> bytes:
    """A font whose table of characters has ranges of four billion."""
    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> "
        b"endcodespacerange 1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange "
        b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap end"
    )
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 7 0 R/ToUnicode 7 0 R/DescendantFonts[4 0 R]>>"
    more = [font, packed(table, b"/Type/CMap/CMapName/X")]
    text = packed(REPORT + b" BT /G 12 Tf 60 30 Td <0041004200430044> Tj ET")
    data = pages([text], more=more)
    return data.replace(b"/F 3 0 R", b"/F 3 0 R/G 6 0 R")


@case("pdf")
def pdf_gigabytes_behind_two_filters() -> bytes:
    """3 GB of spaces behind two Flate filters."""
    inner = zlib.compressobj(9)
    once = b"".join(
        [inner.compress(REPORT + b"\n"), *(inner.compress(b" " * MB) for _ in range(3000)), inner.flush()]
    )
    return pages([stream(zlib.compress(once, 9), b"/Filter[/FlateDecode/FlateDecode]")])


@case("pdf", codes=(3,))
def pdf_2_000_empty_pages() -> bytes:
    """2,000 pages with nothing on them."""
    return pages([stream(b"")] * 2000)


@case("pdf", codes=(4,))
def pdf_20_000_pages() -> bytes:
    """20,000 pages."""
    return pages([packed(REPORT)] * 20_000)


def _forms(calls: Sequence[bytes]) -> bytes:
    more = [
        packed(
            content,
            b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</X %d 0 R>>>>"
            % (7 + at),
        )
        for at, content in enumerate(calls)
    ]
    return pages(
        [packed(REPORT + b" /X Do")], resources=b"/XObject<</X 6 0 R>>", more=[*more, packed(REPORT)]
    )


@case("pdf")
def pdf_form_fan_out() -> bytes:
    """Forms that show forms, ten times each and nine deep: a billion."""
    return _forms([b"/X Do " * 10] * 9 + [b"BT /F 1 Tf " + shown("云") + b" Tj ET"])


@case("pdf", FACT)
def pdf_form_that_contains_itself() -> bytes:
    """A form that shows itself."""
    own = packed(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>")
    return pages([packed(REPORT + b" /X Do")], resources=b"/XObject<</X 6 0 R>>", more=[own])


@case("pdf")
def pdf_pages_that_contain_themselves() -> bytes:
    """A tree of pages that is its own branch."""
    return pages([packed(REPORT)]).replace(b"/Kids[6 0 R]", b"/Kids[6 0 R 2 0 R]")


@case("pdf")
def pdf_contents_that_refer_to_themselves() -> bytes:
    """Contents that are a list of themselves."""
    return pages([packed(REPORT), b"[9 0 R]"])


@case("pdf", FACT)
def pdf_ligatures() -> bytes:
    """Glyphs that stand for two characters, and for a thousand."""
    many = ("云" * 1000).encode("utf-16-be").hex().encode()
    table = (
        b"begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
        b"2 beginbfchar <41> <653F5E9C> <42> <%s> endbfchar endcmap" % many
    )
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    data = pages([packed(REPORT + b" BT /G 12 Tf 60 30 Td (AB) Tj ET")], more=[font, packed(table)])
    return data.replace(b"/F 3 0 R", b"/F 3 0 R/G 6 0 R")


@case("pdf", FACT)
def pdf_200_000_rectangles() -> bytes:
    """200,000 rectangles."""
    drawn = b"".join(b"%d %d 3 3 re S " % (at % 590, at // 590) for at in range(200_000))
    return pages([packed(REPORT + b" " + drawn)])


@case("pdf")
def pdf_grid_of_100_000_cells() -> bytes:
    """Rules that make a table of 100,000 cells."""
    across = b"".join(b"0 %d m 595 %d l S " % (at, at) for at in range(0, 842, 2))
    down = b"".join(b"%d 0 m %d 842 l S " % (at, at) for at in range(0, 595, 2))
    return pages([packed(REPORT + b" " + across + down)])


@case("pdf")
def pdf_page_of_20_000_points_with_an_image() -> bytes:
    """A page of 20,000 points that is a picture."""
    image = packed(
        bytes(64 * 64),
        b"/Type/XObject/Subtype/Image/Width 64/Height 64/ColorSpace/DeviceGray/BitsPerComponent 8",
    )
    text = packed(b"q 20000 0 0 20000 0 0 cm /I Do Q")
    return pages([text], "0 0 20000 20000", resources=b"/XObject<</I 6 0 R>>", more=[image])


@case("pdf", FACT)
def pdf_upside_down() -> bytes:
    """A page that is turned by 180 degrees, and its text with it."""
    return pages([packed(REPORT)], extra=b"/Rotate 180")


@case("pdf", FACT)
def pdf_text_upside_down() -> bytes:
    """Text that stands on its head."""
    return pages([packed(b"-1 0 0 -1 595 842 cm " + REPORT)])


@case("pdf", FACT)
def pdf_vertical() -> bytes:
    """Text in columns from top to bottom."""
    text = b"BT /F 12 Tf 540 800 Td " + b"".join(b"%s Tj -24 0 Td " % shown(line) for line in LINES) + b"ET"
    return pages([packed(text)]).replace(b"UniGB-UCS2-H", b"UniGB-UCS2-V")


@case("pdf", "建成𬭊谷大桥")
def pdf_beyond_the_basic_plane() -> bytes:
    """A letter beyond the basic plane, in a file without a table of objects."""
    return _odd_letter("d872df4a")


@case("pdf", FACT)
def pdf_half_a_character() -> bytes:
    """Half a character."""
    return _odd_letter("d872")


def _odd_letter(code: str) -> bytes:
    table = (
        b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"1 beginbfchar <0001> <%s> endbfchar endcmap"
    )
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 7 0 R/DescendantFonts[4 0 R]>>"
    )
    line = b" BT /F 12 Tf 60 300 Td %s Tj /G 12 Tf <0001> Tj /F 12 Tf %s Tj ET" % (
        shown("建成"),
        shown("谷大桥。"),
    )
    data = pages([packed(REPORT + line)], more=[font, packed(table % code.encode())])
    return data.replace(b"/F 3 0 R", b"/F 3 0 R/G 6 0 R")


@case("pdf")
def pdf_characters_without_unicode() -> bytes:
    """A text whose font says not which characters it shows."""
    font = FONTS[0].replace(b"UniGB-UCS2-H", b"Identity-H").replace(b"STSong-Light", b"ABCDEF+X")
    plain = FONTS[1].replace(b"/Ordering(GB1)", b"/Ordering(Identity)").replace(b"STSong-Light", b"ABCDEF+X")
    return pages([packed(REPORT)]).replace(FONTS[0], font).replace(FONTS[1], plain)


@case("pdf", FACT)
def pdf_cut_short() -> bytes:
    """Three pages whose file ends within the third."""
    whole = pages([stream(REPORT), stream(REPORT), stream(set_lines(LINES[:3] * 9))])
    return whole[: whole.rindex(b"endstream") - 600]


@case("pdf", FACT)
def pdf_lost_table_of_objects() -> bytes:
    """A file whose table of objects points nowhere."""
    return pages([packed(REPORT)]).replace(b"startxref\n", b"startxref\n9")


@case("pdf")
def pdf_brackets_100_000_deep() -> bytes:
    """A list in a list in a list, 100,000 deep."""
    return pages([packed(REPORT + b" " + b"[" * 100_000)])


@case("pdf", FACT)
def pdf_lists_100_000_deep_in_an_object() -> bytes:
    """An object that is a list 100,000 deep."""
    return pages([packed(REPORT)], extra=b"/Annots 6 0 R", more=[b"[" * 100_000 + b"]" * 100_000])


@case("pdf")
def pdf_tree_of_pages_5_000_deep() -> bytes:
    """A page below 5,000 branches."""
    more = [b"<</Type/Pages/Count 1/Parent %d 0 R/Kids[%d 0 R]>>" % (5 + at, 7 + at) for at in range(5000)]
    return pages([packed(REPORT)], more=more).replace(b"/Kids[5006 0 R]", b"/Kids[6 0 R]")
