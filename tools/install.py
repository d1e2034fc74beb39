"""Install what requirements-dev.txt locks and the package itself, and show how far it is. Standard library only.

Then run the program once, so that what it keeps between starts is there whoever runs it next.

python tools/install.py
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIP = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]


def main() -> int:
    """Run pip twice and the program once, and give the first exit code that is not 0."""
    locked = ROOT / "requirements-dev.txt"
    total = sum(line[:1].isalnum() for line in locked.read_text("utf-8").splitlines())
    print(f"  {total} packages, from the network or pip's cache; each dot is one", flush=True)
    code = _run([*PIP, "--requirement", str(locked)]) or _run([*PIP, "--no-deps", "--editable", str(ROOT)])
    code = code or _first_start()
    print("  done" if code == 0 else "  failed", flush=True)
    return code


def _first_start() -> int:
    command = [sys.executable, "-m", "reportparse", "explain", "--text", "地区生产总值增长6%左右"]
    compiled = subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=False)
    writing = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    started = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=writing)
    return compiled.returncode or started.returncode


def _run(command: list[str]) -> int:
    told: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            told.append(line)
            if line.startswith("Collecting"):
                print(".", end="", flush=True)
            elif line.startswith("Installing collected"):
                print("\n  unpacking", flush=True)
    if pip.returncode:
        print("\n" + "".join(told[-20:]), file=sys.stderr)
    return pip.returncode


if __name__ == "__main__":
    sys.exit(main())
