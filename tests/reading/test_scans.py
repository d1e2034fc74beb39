"""Pages that are pictures are read by OCR where it is installed, and nothing of that leaves the machine."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from reportparse.errors import NoTextError
from reportparse.reading import ocr, read, telling
from tests.reading.conftest import PARAGRAPHS
from tests.reading.setting import Look, as_pdf

needs_ocr = pytest.mark.skipif(not ocr.is_available(), reason="no OCR engine: pip install '.[ocr]'")
WRITTEN = PARAGRAPHS[4:9]


def drawn(pdf: bytes) -> list[Image.Image]:
    """Draw the pages of a PDF as a scanner gives them."""
    document = pypdfium2.PdfDocument(pdf)
    return [document[at].render(scale=200 / 72).to_pil() for at in range(len(document))]


def saved(images: list[Image.Image], form: str) -> bytes:
    out = BytesIO()
    images = [image.copy() for image in images]  # Pillow keeps on an image how it was saved last
    if form == "TIFF":
        images[0].save(out, form, save_all=True, append_images=images[1:], compression="tiff_lzw")
    elif form == "PDF":
        images[0].save(out, form, save_all=True, append_images=images[1:])
    else:
        images[0].save(out, form)
    return out.getvalue()


@pytest.fixture(scope="module")
def pages() -> list[Image.Image]:
    """The pages of a report as pictures."""
    return drawn(as_pdf(WRITTEN, Look(centered=0)))


def likeness(found: str, printed: str) -> float:
    """Give the share of characters that are right."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(found.replace(" ", ""), printed.replace(" ", ""))


@needs_ocr
@pytest.mark.parametrize("form", ("PDF", "TIFF", "PNG", "JPEG"))
def test_pictures_are_read(form: str, pages: list[Image.Image]) -> None:
    """A PDF and a TIFF with all their pages, a PNG and a JPEG with one; each page says how sure it is."""
    told: list[str] = []
    with telling(told.append):
        document = read(saved(pages, form), name=f"report.{form.lower()}")
    count = len(pages) if form in ("PDF", "TIFF") else 1
    assert document.reader == "ocr"
    assert [warning.page for warning in document.warnings] == list(range(1, count + 1))
    assert all(warning.confidence and warning.confidence > 0.8 for warning in document.warnings)
    assert len(told) == count
    if count > 1:
        assert likeness("".join(one.text for one in document.paragraphs), "".join(WRITTEN)) > 0.97


@needs_ocr
def test_only_pages_without_text_are_drawn(pages: list[Image.Image]) -> None:
    """A page that has its text keeps it, beside one that is a picture."""
    whole = pypdfium2.PdfDocument(as_pdf(PARAGRAPHS[9:], Look(centered=0)))
    kept = len(whole)
    whole.import_pages(pypdfium2.PdfDocument(saved(pages[:1], "PDF")))
    out = BytesIO()
    whole.save(out)
    assert [warning.page for warning in read(out.getvalue()).warnings] == [kept + 1]
    with_all = read(out.getvalue(), ocr="always")
    assert len(with_all.warnings) == kept + 1
    assert [one.code for one in read(out.getvalue(), ocr="never").warnings] == ["page-without-text"]


def test_a_picture_without_ocr_is_refused_with_a_hint(
    pages: list[Image.Image], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to install, or that it was told not to."""
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    with pytest.raises(NoTextError) as caught:
        read(saved(pages, "PNG"), name="report.png")
    assert "pip install rapidocr" in caught.value.hint


@needs_ocr
def test_nothing_is_written_at_home_and_nothing_is_sent(tmp_path: Path, pages: list[Image.Image]) -> None:
    """onnxruntime's id of the device and its reports of use stay off: no file at home, no socket in the process."""
    (tmp_path / "page.png").write_bytes(saved(pages, "PNG"))
    script = """
import os, sys
from pathlib import Path
from reportparse.reading import read
read(Path(sys.argv[1]))
fds = Path("/proc/self/fd")
links = [os.readlink(fd) for fd in fds.iterdir() if fd.is_symlink()] if fds.exists() else []
print(sum(link.startswith("socket:") for link in links))
"""
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path / "page.png"],
        env={"HOME": str(home), "PYTHONPATH": ":".join(sys.path), "TMPDIR": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "0\n"
    assert not list(home.rglob("*")), [str(path) for path in home.rglob("*")]
