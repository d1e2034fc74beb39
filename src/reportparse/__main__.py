"""Run the command line as `python -m reportparse`."""

from reportparse.cli import main

main()
