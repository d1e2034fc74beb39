# What to do with the project. `make` alone lists the verbs.

VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SHARED ?= ../shared
REPORTS ?= 20 200

# The first interpreter that is really there and new enough.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.DEFAULT_GOAL := help
.PHONY: help demo test check format gold floors names golden consistent faults odd joined corpus bench hostile schema docs site browser pictures lock clean

help:  ## list the verbs
	@echo 'make VERB, where VERB is one of'
	@sed -n 's/^\([a-z]*\):.*##  *\(.*\)/  \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-10s %s\n", $$1, $$2 }'

$(READY): pyproject.toml requirements-dev.txt
	@test -n '$(PYTHON)' || { echo 'reportparse needs Python 3.11 or newer; none was found.'; exit 1; }
	@echo 'Setting up $(VENV), once; half a minute to a few minutes:'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python tools/install.py
	@touch $@

demo: $(READY)  ## set up, read the sample reports, show what is in them
	@$(BIN)/python -m tools.demo

test: $(READY)  ## set up and run the tests
	@$(BIN)/python -m pytest

check: $(READY)  ## everything that must hold: format, lint, types, import layers, tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m pytest

format: $(READY)  ## format and mend what the linter can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

gold: $(READY)  ## score every set of hand-made gold in ../shared, against the floors
	@$(BIN)/python -m tools.gold $(SHARED)

floors: $(READY)  ## let the floors rise to what is measured now
	@$(BIN)/python -m tools.gold $(SHARED) --raise

names: $(READY)  ## weigh anew what tells the name of a work from a class, on the gold in ../shared
	@$(BIN)/python -m tools.names $(SHARED) --write

golden: $(READY)  ## write the golden outputs of the samples anew
	@test -z "$$CI" || { echo 'Golden files are not written where CI is set.'; exit 1; }
	@$(BIN)/python -m tools.golden

faults: $(READY)  ## break the program on purpose, a line at a time, and list what no test catches
	@$(BIN)/python -m tools.faults

consistent: $(READY)  ## change one word in all sentences of the corpora, and list what else that changes
	@$(BIN)/python -m tools.consistent

odd: $(READY)  ## list what looks odd in the extraction of all reports in ../shared
	@$(BIN)/python -m tools.odd $(SHARED)/reports

joined: $(READY)  ## join twenty reports in ../shared into one piece each, and compare what is read
	@$(BIN)/python -m tools.joined $(SHARED)/reports

corpus: $(READY)  ## summarise the extraction of all reports in ../shared
	@$(BIN)/python -m tools.corpus $(SHARED)/reports

bench: $(READY)  ## time the stages, as ratios in one run, and batches (REPORTS="100 1000 10000")
	@$(BIN)/python -m tools.bench samples
	@$(BIN)/python -m tools.linear --growth
	@$(BIN)/python -m tools.scale $(firstword $(wildcard $(SHARED)/reports) samples) $(REPORTS)

hostile: $(READY)  ## run the program on hostile inputs, each in a process: seconds, memory, exit code (INPUTS="docx pdf")
	@$(BIN)/python -m tools.hostile $(INPUTS)

schema: $(READY)  ## write schemas/ from the models
	@for shape in report diff corrections; do $(BIN)/reportparse schema $$shape > schemas/$$shape.schema.json; done

docs: $(READY)  ## write the tables of docs/: indicators, columns, rules, columns of a corpus, and the accuracy on the gold
	@$(BIN)/python -m tools.indicators
	@$(BIN)/python -m tools.columns
	@$(BIN)/python -m tools.rules
	@$(BIN)/python -m tools.corpus_tables
	@$(BIN)/python -m tools.accuracy $(SHARED)

site: $(READY)  ## build docs/ into build/site, pages that are read without a network
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --requirement docs/requirements.txt
	@$(BIN)/python -m sphinx -q -W --keep-going -b html docs build/site
	@echo 'Open build/site/index.html.'

browser: $(READY)  ## install chromium (Debian, as root) where there is none, and look at the pages in it
	@command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq chromium fonts-noto-cjk; }
	@$(BIN)/python -m pytest tests/compare/test_browser.py tests/test_view_browser.py tests/test_view_corpus.py

pictures: $(READY)  ## take the pictures of the READMEs from a sample, in chromium
	@$(BIN)/python -m tools.screenshots docs/pictures

lock: $(READY)  ## write requirements-dev.txt from pyproject.toml
	@$(BIN)/python -m pip install -qq --disable-pip-version-check uv
	@$(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --group dev pyproject.toml \
		--custom-compile-command 'make lock' --output-file requirements-dev.txt

clean:  ## remove what make and the tools made
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
