"""JSON that is no report's, or contradicts itself."""

from tools.hostile.case import case
from tools.hostile.words import TEXT

HEAD = '{"schema_version":"1.0","versions":{"program":"0.1.0","lexicon":"1.0","codebook":"1.0"},'


def _corrected(before: str, after: str) -> bytes:
    """Extract the report and alter what is printed."""
    from reportparse import extract, to_json

    printed = to_json(extract(TEXT.encode(), name="report.txt"), indent=None)
    assert before in printed, before
    return printed.replace(before, after).encode()


@case("json", codes=(3,))
def json_100_000_deep() -> bytes:
    """Lists in lists, 100,000 deep."""
    return (HEAD + '"targets":' + "[" * 100_000 + "]" * 100_000 + "}").encode()


@case("json", codes=(3,))
def json_brackets_only() -> bytes:
    """10 MB of opening brackets."""
    return b"[[" * 5_000_000


@case("json", codes=(3,))
def json_number_of_a_billion_digits() -> bytes:
    """A value of 1e999999999."""
    return _corrected('"value":6.5,', '"value":1e999999999,').replace(
        b'"amount":6.5,', b'"amount":1e999999999,'
    )


@case("json", codes=(3,))
def json_number_that_is_tiny() -> bytes:
    """A value of 1e-999999999."""
    return _corrected('"value":6.5,', '"value":1e-999999999,').replace(
        b'"amount":6.5,', b'"amount":1e-999999999,'
    )


@case("json", codes=(3,))
def json_number_of_a_million_digits() -> bytes:
    """A value of a million digits."""
    digits = "9" * 1_000_000
    return _corrected('"value":6.5,', f'"value":{digits},').replace(
        b'"amount":6.5,', f'"amount":{digits},'.encode()
    )


@case("json", codes=(3,))
def json_not_a_number() -> bytes:
    """A value of NaN."""
    return _corrected('"value":6.5,', '"value":NaN,').replace(b'"amount":6.5,', b'"amount":NaN,')


@case("json", codes=(3,))
def json_offset_out_of_range() -> bytes:
    """A place behind the end of its paragraph."""
    return _corrected('"at":{"paragraph":"p10","start":16', '"at":{"paragraph":"p10","start":170000')


@case("json", codes=(3,))
def json_negative_offset() -> bytes:
    """A place before the beginning of its paragraph."""
    return _corrected('"at":{"paragraph":"p10","start":16', '"at":{"paragraph":"p10","start":-17')


@case("json", codes=(3,))
def json_unknown_paragraph() -> bytes:
    """A place in a paragraph that is none."""
    return _corrected('"at":{"paragraph":"p10","start":16', '"at":{"paragraph":"p999","start":17')


@case("json", codes=(3,))
def json_ids_twice() -> bytes:
    """Two targets of one id."""
    return _corrected('"id":"t2"', '"id":"t1"')


@case("json", codes=(3,))
def json_paragraph_ids_twice() -> bytes:
    """Two paragraphs of one id."""
    return _corrected('"id":"p2"', '"id":"p1"')


@case("json", codes=(3,))
def json_line_out_of_range() -> bytes:
    """A role that is none."""
    return _corrected('"role":"review"', '"role":"gossip"')


@case("json", codes=(3,))
def json_half_a_character() -> bytes:
    """Half a character in a quote."""
    return _corrected("地区生产总值增长6.5%左右", "地区\\ud800生产总值增长6.5%左右")


@case("jsonl")
def json_lines_100_000() -> bytes:
    """100,000 lines that are no reports."""
    return b'{"schema_version":"1.0"}\n' * 100_000
