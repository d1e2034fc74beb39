"""Install what requirements-dev.txt locks and the package itself, and show how far it is. Standard library only.

python tools/install.py
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PIP = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--progress-bar", "off"]


def main() -> int:
    """Run pip twice, and give its exit code."""
    locked = ROOT / "requirements-dev.txt"
    total = sum(line[:1].isalnum() for line in locked.read_text("utf-8").splitlines())
    print(f"  {total} packages, from the network or pip's cache; each dot is one", flush=True)
    code = _run([*PIP, "--requirement", str(locked)]) or _run([*PIP, "--no-deps", "--editable", str(ROOT)])
    print("  done" if code == 0 else "  failed", flush=True)
    return code


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
