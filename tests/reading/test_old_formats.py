"""Old and neighbouring formats give the paragraphs of the DOCX that they were, or a sentence that says what to do."""

import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.shared import Pt

from reportparse.errors import UnreadableInputError
from reportparse.reading import office, read
from tests.reading.conftest import PARAGRAPHS

needs_office = pytest.mark.skipif(
    office.program() is None, reason="LibreOffice is not on PATH: apt install libreoffice-writer-nogui"
)


@needs_office
@pytest.mark.parametrize("suffix", ("doc", "rtf", "odt"))
def test_what_libreoffice_writes_is_read(
    suffix: str, as_docx: Callable[..., bytes], paragraphs: tuple[str, ...], tmp_path: Path
) -> None:
    """DOC and RTF by LibreOffice itself, and so the document says; ODT without it."""
    (tmp_path / "report.docx").write_bytes(as_docx())
    program = str(office.program())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            program,
            "--headless",
            profile,
            "--convert-to",
            suffix,
            "--outdir",
            tmp_path,
            tmp_path / "report.docx",
        ],
        env={"HOME": str(tmp_path), "PATH": str(Path(program).parent)},
        capture_output=True,
        timeout=120,
        check=True,
    )
    document = read(tmp_path / f"report.{suffix}")
    assert tuple(one.text for one in document.paragraphs) == paragraphs
    assert document.reader == ("odt" if suffix == "odt" else "libreoffice")


def test_without_libreoffice_a_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint names the package, and the way around."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableInputError, match=r"report\.rtf.* LibreOffice") as caught:
        read(rb"{\rtf1 ...}", name="report.rtf")
    assert "libreoffice-writer-nogui" in caught.value.hint
    assert ".docx" in caught.value.hint


def test_a_strict_file_is_read(as_docx: Callable[..., bytes], paragraphs: tuple[str, ...]) -> None:
    """Word's "Strict Open XML Document" has the names of the ISO standard, and lengths in pt."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(as_docx())) as usual, zipfile.ZipFile(out, "w") as strict:
        for name in usual.namelist():
            content = usual.read(name)
            for kind in ("officeDocument", "wordprocessingml", "drawingml"):
                usual_name = f"http://schemas.openxmlformats.org/{kind}/2006/".encode()
                content = content.replace(usual_name, f"http://purl.oclc.org/ooxml/{kind}/".encode())
            strict.writestr(name, content)
    assert tuple(one.text for one in read(out.getvalue()).paragraphs) == paragraphs


@pytest.mark.parametrize("length", ("28.35pt", "567.5", "0.5in", "200"))
def test_indents_of_any_kind_are_read(length: str) -> None:
    """A first line may be indented by a decimal or with a unit."""
    document = docx.Document()
    for text in PARAGRAPHS:
        paragraph = document.add_paragraph(text)
        paragraph.paragraph_format.first_line_indent = Pt(28)
    out = BytesIO()
    document.save(out)
    changed = BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            indent = f'w:firstLine="{length}"'.encode()
            new.writestr(name, old.read(name).replace(b'w:firstLine="560"', indent))
    assert len(read(changed.getvalue()).paragraphs) == len(PARAGRAPHS)


def test_hidden_text_is_not_read() -> None:
    """What Word does not print is no part of the report."""
    document = docx.Document()
    paragraph = document.add_paragraph("全市地区生产总值增长")
    paragraph.add_run("（待核）9%").font.hidden = True
    paragraph.add_run("5.2%。")
    out = BytesIO()
    document.save(out)
    assert [one.text for one in read(out.getvalue()).paragraphs] == ["全市地区生产总值增长5.2%。"]
