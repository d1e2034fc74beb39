"""Find the names of a long list in a text: by their first two letters, which takes neither compiling nor a trie."""

from collections.abc import Iterable, Iterator


class NameSet:
    """Be names of two letters and more, to be found in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        sizes: dict[str, set[int]] = {}
        for name in self._names:
            sizes.setdefault(name[:2], set()).add(len(name))
        self._sizes = {head: sorted(found, reverse=True) for head, found in sizes.items()}

    def at(self, text: str, place: int) -> Iterator[str]:
        """Yield the names that begin at a place of a text, longest first."""
        for size in self._sizes.get(text[place : place + 2], ()):
            if (name := text[place : place + size]) in self._names:
                yield name

    def within(self, text: str) -> Iterator[str]:
        """Yield the names in a text from left to right, the longest at each place, without overlap."""
        place = 0
        while place < len(text):
            name = next(self.at(text, place), "")
            if name:
                yield name
            place += len(name) or 1
