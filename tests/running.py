"""Run the program as a process of its own, as a shell does."""

import os
import subprocess
import sys
from collections.abc import Mapping

COMMAND = [sys.executable, "-W", "default", "-m", "reportparse"]

Done = subprocess.CompletedProcess[bytes]


def reportparse(*arguments: str | bytes, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> Done:
    """Run it to its end, with these variables added to the environment."""
    command = [*COMMAND, *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, check=False, timeout=120, env=os.environ | (env or {})
    )


def in_shell(script: str, *arguments: object) -> Done:
    """Run a line of bash, in which `reportparse` is the program and $1, $2, … are the arguments."""
    whole = f'reportparse() {{ "{sys.executable}" -m reportparse "$@"; }}\n{script}'
    command = ["bash", "-c", whole, "bash", *map(os.fspath, map(str, arguments))]
    return subprocess.run(command, capture_output=True, check=False, timeout=120, stdin=subprocess.DEVNULL)
