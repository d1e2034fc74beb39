"""Fill pages that need nothing else: no network, no file beside them, one look for all of them.

What reports say is never trusted: it goes through Jinja's escaping, or as JSON into an element that is no script.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any

from reportparse.model.json import to_json

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

_ESCAPES = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def page(name: str, *scripts: str, **values: Any) -> str:
    """Fill the template `name` with values; `scripts` are files that make the one script that may run on the page.

    Raises jinja2.UndefinedError for a value that the template asks for and does not get: a fault of ours.
    """
    code = _joined(scripts)
    digest = b64encode(sha256(code.encode("utf-8")).digest()).decode("ascii")
    template = _environment().get_template(name)
    return template.render(look=asset("look.css"), script=code, script_hash=f"sha256-{digest}", **values)


def fragment(name: str, **values: Any) -> str:
    """Fill a template that is a piece of somebody else's page: no script, no look of its own."""
    return _environment().get_template(name).render(**values)


def _joined(scripts: Iterable[str]) -> "Markup":
    from markupsafe import Markup

    return Markup("").join(asset(script) for script in scripts)


def island(value: Mapping[str, object]) -> "Markup":
    """Write JSON for an element that is read, not run: no text in it can end the element, or be run."""
    from markupsafe import Markup

    printed = to_json(value, indent=None)
    return Markup("".join(_ESCAPES.get(char, char) for char in printed))


@cache
def asset(name: str) -> "Markup":
    """Give one of our own files to stand in a page as it is."""
    from markupsafe import Markup

    return Markup((resources.files("reportparse.show") / "pages" / name).read_text("utf-8"))


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("reportparse", "show/pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["island"] = island
    return environment
