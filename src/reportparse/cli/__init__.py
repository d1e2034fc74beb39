"""Be the command line: arguments, streams and exit codes around the library."""

from reportparse.cli.main import main, run

__all__ = ["main", "run"]
