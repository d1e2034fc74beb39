"""Gather the Python face of the package; `reportparse` itself loads it when a name is first asked for."""

from importlib.metadata import version

from reportparse.compare import Tolerances, diff
from reportparse.errors import (
    DamagedInputError,
    EmptyInputError,
    EncryptedInputError,
    ForeignInputError,
    InputTooLargeError,
    LexiconError,
    MissingInputError,
    NoTextError,
    ReportparseError,
    UnreadableInputError,
    UsageError,
)
from reportparse.model import Commitment, Document, Figure, Meta, Project, Report, Section, Warning
from reportparse.model.comparison import Comparison
from reportparse.model.json import to_json
from reportparse.pipeline import extract, extract_all, understand

__version__ = version("reportparse")

__all__ = [
    "Commitment",
    "Comparison",
    "DamagedInputError",
    "Document",
    "EmptyInputError",
    "EncryptedInputError",
    "Figure",
    "ForeignInputError",
    "InputTooLargeError",
    "LexiconError",
    "Meta",
    "MissingInputError",
    "NoTextError",
    "Project",
    "Report",
    "ReportparseError",
    "Section",
    "Tolerances",
    "UnreadableInputError",
    "UsageError",
    "Warning",
    "__version__",
    "diff",
    "extract",
    "extract_all",
    "to_json",
    "understand",
]
