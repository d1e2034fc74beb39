"""Have LibreOffice turn old formats (.doc, .wps, .rtf) into DOCX: no other free program reads them as well."""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from reportparse.errors import DamagedInputError, InputTooLargeError, UnreadableInputError

SECONDS = 120
"""How long a conversion may take; a report takes a few."""

_PROGRAMS = ("soffice", "libreoffice")
_HINT = (
    "Install LibreOffice (Debian: apt install libreoffice-writer-nogui), or save it as .docx in Word or WPS."
)
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
"""No macro runs, and nothing that a file links to is fetched."""


def program() -> str | None:
    """Find LibreOffice on PATH, None where there is none."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


def as_docx(data: bytes) -> bytes:
    """Convert a file, in a folder and with a profile of its own that go with it.

    Raises UnreadableInputError where LibreOffice is not installed, DamagedInputError for what it can't read, and
    InputTooLargeError where it takes too long.
    """
    found = program()
    if found is None:
        raise UnreadableInputError("it is an old Word file or RTF, which only LibreOffice reads.", _HINT)
    with tempfile.TemporaryDirectory(prefix="reportparse-") as name:
        folder = Path(name)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
        (folder / "report.doc").write_bytes(data)
        _run([found, *_arguments(folder)], folder)
        made = folder / "made" / "report.docx"
        if not made.is_file():
            raise DamagedInputError("LibreOffice can't read it.", "Save it as .docx in Word or WPS.")
        return made.read_bytes()


def _arguments(folder: Path) -> list[str]:
    return [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "made"),
        str(folder / "report.doc"),
    ]


def _run(command: list[str], folder: Path) -> None:
    """Run a program that knows neither the home folder nor a way out; past its time it ends with all it started."""
    known = {
        name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "SYSTEMROOT") if name in os.environ
    }
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), "http://127.0.0.1:9")
    process = subprocess.Popen(
        command,
        env=known | nowhere | {"HOME": str(folder), "TMPDIR": str(folder)},
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        process_group=0 if os.name == "posix" else None,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise InputTooLargeError(f"LibreOffice takes longer than {SECONDS} s for it.") from None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL) if os.name == "posix" else process.kill()
        process.wait()
