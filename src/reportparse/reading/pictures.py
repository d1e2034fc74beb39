"""Take the pages of a picture: a PNG or JPEG is one, a TIFF has as many as were scanned into it."""

import io
import warnings

import numpy
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from reportparse.errors import DamagedInputError, InputTooLargeError
from reportparse.reading.ocr import Picture
from reportparse.reading.pages import refuse_more_pages

_A4 = 595.0
"""The width of a page in points: how wide a picture was on paper is seldom told truly."""
_MOST = 4000


def pages(data: bytes) -> list[Picture]:
    """Give the pages of a picture, turned as its camera says. Raise DamagedInputError or InputTooLargeError."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as image:
                count = getattr(image, "n_frames", 1)
                refuse_more_pages(count)
                return [_page(frame, at) for at, frame in enumerate(ImageSequence.Iterator(image), 1)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputTooLargeError(
            "The picture has more than 89 million pixels.", "Save it smaller."
        ) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise DamagedInputError("The picture can't be read: it breaks its own format.") from error


def _page(frame: Image.Image, number: int) -> Picture:
    page = (ImageOps.exif_transpose(frame) or frame).convert("RGBA")
    white = Image.new("RGBA", page.size, "white")
    page = Image.alpha_composite(white, page).convert("RGB")
    page.thumbnail((_MOST, _MOST))
    pixels = numpy.asarray(page)[:, :, ::-1]
    return Picture(number, numpy.ascontiguousarray(pixels), min(page.size) / _A4)
