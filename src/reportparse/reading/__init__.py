"""Read files into documents."""

from reportparse.reading.reader import MAX_BYTES, read
from reportparse.reading.sniff import kind_of

__all__ = ["MAX_BYTES", "kind_of", "read"]
