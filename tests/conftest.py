"""Give the tests the samples and what is extracted from them, each once, and English whatever the machine speaks."""

import os
import signal
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from reportparse import Report, extract

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(p for p in (ROOT / "samples").iterdir() if p.suffix in (".md", ".pdf", ".docx", ".html"))
SAMPLES = [path for path in SAMPLES if path.stem[-4:].isdigit()]
SHARED = ROOT.parent / "shared"

for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
    if os.environ.get(variable, "").startswith("zh"):
        os.environ[variable] = "C.UTF-8"

# A shell lets its background jobs ignore Ctrl-C, and the programs under test would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@cache
def report_of(path: Path) -> Report:
    """Extract a sample once in a session."""
    return extract(path)


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Path:
    """Run a test on every sample file."""
    path = request.param
    assert isinstance(path, Path)
    return path


@pytest.fixture(scope="session")
def extracted() -> Callable[[Path], Report]:
    """Give the report of a sample."""
    return report_of
