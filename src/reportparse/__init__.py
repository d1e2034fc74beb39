"""Read Chinese government work reports (政府工作报告) into validated facts, each on its place in the text.

The names are loaded when they are first asked for: `reportparse --version` does not wait for the PDF reader.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportparse.api import *  # noqa: F403
    from reportparse.api import __version__ as __version__
else:

    class _Package(ModuleType):
        """Keep `reportparse.extract` the function: loading the package of the same name does not hide it."""

        def __setattr__(self, name: str, value: object) -> None:
            if name != "extract" or not isinstance(value, ModuleType):
                super().__setattr__(name, value)

    sys.modules[__name__].__class__ = _Package

    def __getattr__(name: str) -> object:
        api = import_module("reportparse.api")
        if name == "__all__":
            return api.__all__
        if name not in api.__all__:
            raise AttributeError(f"module 'reportparse' has no attribute {name!r}")
        return getattr(api, name)

    def __dir__() -> list[str]:
        return [*import_module("reportparse.api").__all__]
