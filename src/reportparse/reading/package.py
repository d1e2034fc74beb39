"""Take out of a DOCX the parts that its text needs: as much as the limits allow, and sound."""

import io
import zipfile
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from reportparse.errors import InputTooLargeError
from reportparse.limits import limits

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NEEDED = ("/officeDocument", "/styles", "/numbering")
_PIECE = 1 << 20


def text_parts(data: bytes) -> bytes:
    """Pack anew the document, its styles and its lists, and nothing else.

    Pictures, links and what they point to are no part of the text: one that is missing or broken harms nothing.
    Raises InputTooLargeError, whatever sizes the archive tells; what zipfile and lxml raise for a broken one.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = _Kept(archive)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for name, part in kept.parts():
                packed.writestr(name, part)
    return out.getvalue()


class _Kept:
    """Know what was unpacked of an archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = set(archive.namelist())
        self._bytes = 0

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield names and contents: the types, the relations of the package and what they lead to."""
        yield "[Content_Types].xml", self._read("[Content_Types].xml")
        yield from self._below("", "_rels/.rels")

    def _below(self, owner: str, relations: str) -> Iterator[tuple[str, bytes]]:
        """Yield the relations of a part, only to parts that are there and needed, and these parts."""
        if relations not in self._names:
            return
        tree = etree.fromstring(self._read(relations), _parser())
        targets = []
        for relation in tree.findall(_RELATIONS):
            target = normpath(join("/", dirname(owner), relation.get("Target", ""))).lstrip("/")
            needed = relation.get("Type", "").endswith(_NEEDED) and relation.get("TargetMode") != "External"
            if needed and target in self._names and (not owner or self._is_sound(target)):
                targets.append(target)
            else:
                tree.remove(relation)
        yield relations, etree.tostring(tree)
        for target in dict.fromkeys(targets):
            yield target, self._read(target)
            if not owner:
                folder, _, name = target.rpartition("/")
                yield from self._below(target, join(folder, "_rels", f"{name}.rels"))

    def _is_sound(self, name: str) -> bool:
        """Tell whether a part can be parsed; without its styles a text is still a text."""
        try:
            etree.fromstring(self._read(name), _parser())
        except (etree.XMLSyntaxError, zipfile.BadZipFile):
            return False
        return True

    def _read(self, name: str) -> bytes:
        pieces = []
        with self._archive.open(name) as part:
            while piece := part.read(_PIECE):
                pieces.append(piece)
                self._bytes += len(piece)
                if self._bytes > limits().unpacked:
                    raise InputTooLargeError(
                        f"The DOCX unpacks to more than {limits().unpacked // 1_000_000} MB.",
                        "Save its text anew, without what makes it so large.",
                    )
        return b"".join(pieces)


def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True)
