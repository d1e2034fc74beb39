"""Read Chinese government work reports (政府工作报告) into validated facts, each on its place in the text.

The names are loaded when they are first asked for: a program that only wants one does not wait for the PDF reader,
and the command line answers to Ctrl-C from its first moment.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportparse.api import *  # noqa: F403
    from reportparse.api import __all__ as __all__
    from reportparse.api import __version__ as __version__
else:

    def __getattr__(name: str) -> object:
        if find_spec(f"{__name__}.{name}"):  # a module of the package: `from reportparse import pipeline`
            return import_module(f"{__name__}.{name}")
        api = import_module("reportparse.api")
        if name == "__all__":
            return api.__all__
        if name not in api.__all__:
            raise AttributeError(f"module 'reportparse' has no attribute {name!r}")
        return getattr(api, name)

    def __dir__() -> list[str]:
        return [*import_module("reportparse.api").__all__]
