"""Say what a hostile input is: a function that makes its bytes, and what must come of it."""

from collections.abc import Callable
from dataclasses import dataclass

Make = Callable[[], bytes]


@dataclass(frozen=True)
class Case:
    """Be one input: `make` gives the bytes of a file with this ending, or, where it is `sh`, a line of shell.

    In a line of shell `reportparse` is the program and `$1` an ordinary report. `holds` are words that must be in
    the output where the program ends with 0 and says no doubt; what ends with 3 or 4 has said a sentence.
    """

    name: str
    what: str
    ending: str
    make: Make
    holds: tuple[str, ...] = ()
    codes: tuple[int, ...] = (0, 3, 4)


CASES: dict[str, Case] = {}
"""All inputs by name, in the order in which their modules were loaded."""


def case(ending: str, *holds: str, codes: tuple[int, ...] = (0, 3, 4)) -> Callable[[Make], Make]:
    """Enter a function as an input; its name and the first line of its docstring are those of the input."""

    def entered(make: Make) -> Make:
        name = f"{make.__name__.replace('_', '-')}"
        what = (make.__doc__ or "").partition("\n")[0].rstrip(".")
        assert name not in CASES, name
        CASES[name] = Case(name, what, ending, make, holds, codes)
        return make

    return entered
