"""Plain texts: size, white space, encodings, damaged characters."""

from tools.hostile.case import case
from tools.hostile.words import FACT, LINES, SENTENCE, TEXT, times

MB = 1_000_000


@case("txt")
def text_10_mb_in_one_line() -> bytes:
    """10 MB of sentences in one line."""
    return times(SENTENCE, 10 * MB).encode()


@case("txt")
def text_10_mb_in_many_lines() -> bytes:
    """10 MB of short paragraphs."""
    return times(SENTENCE + "\n", 10 * MB).encode()


@case("txt", FACT)
def text_500_kb() -> bytes:
    """The report, ten times as long as the longest that are known."""
    return times(TEXT + "\n", MB // 2).encode()


@case("txt", codes=(3,))
def text_white_space_only() -> bytes:
    """10 MB of white space."""
    return times(" \t\n　\r\n", 10 * MB).encode()


@case("txt", FACT)
def text_tabs_and_spaces() -> bytes:
    """A run of 200,000 tabs and spaces in the report."""
    return (TEXT + "\t " * 100_000 + "完。").encode()


@case("txt", FACT)
def text_nul_bytes() -> bytes:
    """A NUL behind every line."""
    return TEXT.replace("\n", "\0\n").encode()


@case("txt", FACT)
def text_lone_surrogates_utf16() -> bytes:
    """UTF-16 with halves of characters."""
    return b"\xff\xfe" + (TEXT + "\n\ud872\ndata\udf4a").encode("utf-16-le", "surrogatepass")


@case("txt", FACT)
def text_lone_surrogates_utf8() -> bytes:
    """UTF-8 with halves of characters, as broken programs write them."""
    return (TEXT + "\n开工\ud872项目。").encode("utf-8", "surrogatepass")


@case("txt", "建成𬭊谷大桥")
def text_beyond_the_basic_plane() -> bytes:
    """Letters beyond the basic plane."""
    return (TEXT + "\n建成𬭊谷大桥。").encode()


@case("txt", FACT)
def text_utf8_then_gb18030() -> bytes:
    """Half of the report in UTF-8, half in GB18030."""
    return "\n".join(LINES[:6]).encode() + b"\n" + "\n".join(LINES[6:]).encode("gb18030")


@case("txt", FACT)
def text_utf8_with_broken_bytes() -> bytes:
    """UTF-8 with 0xFF behind every line."""
    return b"\xff\n".join(line.encode() for line in LINES)


@case("txt", "地區生產總值增長6.5%左右")
def text_big5() -> bytes:
    """A traditional text in Big5."""
    table = str.maketrans("区产总值达万长业亿设环财", "區產總值達萬長業億設環財")
    text = TEXT.translate(table)
    return text.encode("big5", "ignore")


@case("txt", FACT)
def text_utf16_cut_in_a_character() -> bytes:
    """UTF-16 that ends within a character."""
    return TEXT.encode("utf-16")[:-1]


@case("txt", "2031")
def text_spaces_in_numbers() -> bytes:
    """Numbers that a converter spaced out."""
    text = TEXT.replace("2031", "2 0 3 1 ").replace("1.6", "1.5 5").replace("96.8", "9 6 . 8")
    return text.encode()


@case("txt", FACT)
def text_lines_that_end_in_commas() -> bytes:
    """20,000 lines that end in a comma."""
    return (TEXT + "\n" + "加强统筹协调，\n" * 20_000).encode()


@case("txt", FACT)
def text_20_000_short_paragraphs() -> bytes:
    """20,000 short paragraphs."""
    return (TEXT + "\n" + "抓好落实\n" * 20_000).encode()


@case("txt", FACT)
def text_combining_marks() -> bytes:
    """100,000 combining marks on one letter."""
    return (TEXT + "\n增" + "\u0301" * 100_000 + "长").encode()


@case("txt", FACT)
def text_direction_marks() -> bytes:
    """Marks of right-to-left writing among the letters."""
    return TEXT.replace("，", "，\u202e\u2066").encode()


@case("bin", codes=(3,))
def bytes_at_random() -> bytes:
    """2 MB of bytes that mean nothing."""
    state, out = 1, bytearray()
    for _ in range(250_000):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        out += state.to_bytes(8, "little")
    return bytes(out)
