"""The PDF with the facts marked in it: each on the very words of its quote."""

from pathlib import Path

import pypdf
import pypdfium2
import pytest

from reportparse import extract
from reportparse.cli import run
from reportparse.text import fold
from tests.conftest import ROOT

SAMPLE = ROOT / "samples" / "yanchuan-2021.pdf"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the marked PDF of a sample."""
    path = tmp_path_factory.mktemp("pdf") / "marked.pdf"
    assert run(["view", str(SAMPLE), "--pdf", str(path)]) == 0
    return path


def test_every_fact_is_marked_on_its_words(marked: Path) -> None:
    """What stands under a mark, as another library reads it, is the fact's quote."""
    r = extract(SAMPLE)
    quotes = {f.id: f.quote for f in r.targets + r.results}
    quotes |= {f.id: f.quote for f in r.projects} | {f.id: f.quote for f in r.commitments}
    under: dict[str, str] = {}
    document = pypdfium2.PdfDocument(marked)
    for number, page in enumerate(pypdf.PdfReader(marked).pages):
        text = document[number].get_textpage()
        for note in page.get("/Annots", ()):
            note = note.get_object()
            points = [float(value) for value in note["/QuadPoints"]]
            name = str(note["/Contents"]).split()[0]
            for at in range(0, len(points), 8):
                left, top, right, _, _, bottom, *_ = points[at : at + 8]
                under[name] = under.get(name, "") + text.get_text_bounded(left, bottom, right, top)
    assert under.keys() == quotes.keys()
    right = sum(
        "".join(fold(under[name]).split()) == "".join(fold(quote).split()) for name, quote in quotes.items()
    )
    assert right >= 0.98 * len(quotes)


def test_the_original_stays_and_so_do_the_bytes(marked: Path, tmp_path: Path) -> None:
    """Pages and text are those of the original; a second run gives the same bytes."""
    old, new = pypdf.PdfReader(SAMPLE), pypdf.PdfReader(marked)
    assert len(old.pages) == len(new.pages)
    assert old.pages[3].extract_text() == new.pages[3].extract_text()
    again = tmp_path / "again.pdf"
    assert run(["view", str(SAMPLE), "--pdf", str(again), "-o", str(tmp_path / "page.html")]) == 0
    assert again.read_bytes() == marked.read_bytes()
    assert (tmp_path / "page.html").exists()


def test_only_a_pdf_can_be_marked(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Of all else it says so, and never writes onto its input."""
    out = tmp_path / "out.pdf"
    assert run(["view", str(SAMPLE.with_suffix(".md")), "--pdf", str(out)]) == 2
    assert "is no PDF" in capfd.readouterr().err
    assert not out.exists()
    lines, page = tmp_path / "two.jsonl", tmp_path / "page.html"
    two = [str(path) for path in sorted(SAMPLE.parent.glob("yanchuan-*.md"))[:2]]
    assert run(["extract", *two, "-o", str(lines)]) == 0
    for several in (tmp_path, lines):
        capfd.readouterr()
        assert run(["view", str(several), "--pdf", str(out), "-o", str(page)]) == 2
        assert f"{several} is no PDF." in capfd.readouterr().err
        assert not out.exists() and not page.exists()
    assert run(["view", str(SAMPLE), "--pdf", str(SAMPLE)]) == 2
