"""Say what scanned pages need; the place where an OCR engine will be called."""

from reportparse.errors import NoTextError

_HINT = "Run OCR on it first, for example: ocrmypdf -l chi_sim scan.pdf text.pdf"


def refusal(pages: int) -> NoTextError:
    """Make the error for a document whose pages are all pictures."""
    noun = "page is a picture" if pages == 1 else "pages are pictures"
    return NoTextError(f"The {pages} {noun} without text, and no OCR engine is installed.", _HINT)
