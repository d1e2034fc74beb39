"""Hold the output of the samples byte for byte; `make golden` writes it anew."""

from pathlib import Path

import pytest

from reportparse.model.json import to_json
from tests.conftest import report_of
from tools.golden import golden_pairs

PAIRS = list(golden_pairs())


@pytest.mark.parametrize(("sample", "golden"), PAIRS, ids=[sample.name for sample, _ in PAIRS])
def test_output_is_the_golden_one(sample: Path, golden: Path) -> None:
    """A change that was meant is shown by `git diff tests/golden` after `make golden`."""
    assert to_json(report_of(sample)) + "\n" == golden.read_text("utf-8"), "run make golden and look"
