"""Name the files of a corpus: as seen from its folder, or by the folder that was given, wherever that lies."""

import os
from collections.abc import Iterable
from pathlib import Path

import simplejson

_HERE = "./"


class Roots:
    """Be the folders and files that were given and lie outside the corpus's own folder, each with a name.

    A name is the folder's own, `reports`; a second folder of that name is `reports-2`. Names are kept with the
    corpus, so that a file has one key however its folder is given, and after that folder was moved.
    """

    def __init__(self, home: Path, given: Iterable[Path], known: str | None = None) -> None:
        """Take the names that are known, as `told` gave them, and name what is new."""
        self._home = absolute(home)
        places = simplejson.loads(known) if known else {}
        self._at = {name: absolute(self._home / place) for name, place in places.items()}
        for path in given:
            self._add(absolute(path))

    def _add(self, root: Path) -> None:
        if any(root.is_relative_to(known) for known in (self._home, *self._at.values())):
            return
        own = name = root.name or "files"
        number = 1
        while name in self._at and self._at[name].exists():  # Where it is gone it was moved to here.
            number += 1
            name = f"{own}-{number}"
        self._at[name] = root

    def name(self, file: Path) -> str:
        """Name a file, with / between folders."""
        file = absolute(file)
        if file.is_relative_to(self._home):
            inside = file.relative_to(self._home).as_posix()
            return f"{_HERE}{inside}" if inside.partition("/")[0] in self._at else inside
        for name, root in self._at.items():
            if file.is_relative_to(root):
                return "/".join((name, *file.relative_to(root).parts))
        return file.as_posix()

    def place(self, name: str) -> Path:
        """Give the file of a name, there or gone."""
        first, _, rest = name.partition("/")
        return absolute(self._at[first] / rest if first in self._at else self._home / name)

    def told(self) -> str:
        """Write the names and their places, as seen from the corpus's folder."""
        return simplejson.dumps(
            {name: self._seen(root) for name, root in self._at.items()}, ensure_ascii=False
        )

    def _seen(self, root: Path) -> str:
        try:
            return Path(os.path.relpath(root, self._home)).as_posix()
        except ValueError:  # Another drive.
            return root.as_posix()


def absolute(path: Path) -> Path:
    """Give a path from the root, without .. and with its links as they are."""
    return Path(os.path.normpath(path.absolute()))
