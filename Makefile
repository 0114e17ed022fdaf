# `make pdf` builds every briefing of sources/, `make test` runs the tests; both set up .venv by themselves, once.
# Needs Python 3.11 or later and GNU make (3.81 will do). `make pdf NAME=demo` builds one briefing.

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
TOOLS := $(VENV)/.ready-tools
PINS := pyproject.toml constraints.txt
# What `make bench` compares with lives in an environment of its own.
BENCH := .venv-bench
PEERS := $(BENCH)/.ready
PEER_PINS := tests/benchmarks/requirements.txt
# So does what makes the documentation site.
SITE := .venv-docs
SITE_READY := $(SITE)/.ready
SITE_PINS := docs/requirements.txt
# So does what builds and checks the packages that others install.
DIST := .venv-dist
DIST_READY := $(DIST)/.ready
DIST_PINS := .ci/dist.txt
# PYTHONWARNINGS: setuptools warns at every editable install that folders of the same name come first, which is what we want.
INSTALL := PYTHONWARNINGS=ignore $(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
NAME ?=
FILE ?=

# The first Python that is new enough; another one: `make PYTHON=/path/to/python3`.
PYTHON = $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)

.PHONY: pdf test test-quick fuzz lint check new table release bench docs dist clean

pdf: $(READY)
	@$(RUN) -m reportgen build $(NAME)

test: $(TOOLS)
	$(RUN) -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Half a minute: all tests but those that tests/slow.txt names.
test-quick: $(TOOLS)
	$(RUN) -m pytest -m quick --numprocesses auto --maxprocesses 4 --dist worksteal

# Damages briefings at random and looks whether the command still keeps its promises.
MINUTES ?= 10
SEED ?= 1
fuzz: $(TOOLS)
	@$(RUN) -m tests.fuzz --minutes $(MINUTES) --seed $(SEED)

lint: $(TOOLS)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

check: $(READY)
	@$(RUN) -m reportgen check $(NAME)

new: $(READY)
	@$(RUN) -m reportgen new $(NAME)

# make table FILE=sources/NAME/data/FILE.xlsx: its entry for tables.yaml
table: $(READY)
	@$(RUN) -m reportgen table $(FILE)

release: $(READY)
	@$(RUN) -m reportgen release $(NAME)

bench: $(READY) $(PEERS)
	@$(RUN) -m tests.benchmarks.bench $(BENCH)/bin/python

# The documentation as a site in output/docs; a link that leads nowhere stops it.
docs: $(READY) $(SITE_READY)
	@$(RUN) -m reportgen build gallery --charts >/dev/null
	@$(RUN) docs/site.py build/docs
	@NO_MKDOCS_2_WARNING=1 $(SITE)/bin/mkdocs build --quiet --config-file build/docs/mkdocs.yml
	@echo output/docs/index.html

# The source distribution and the wheel that is made of it, in dist/.
dist: $(DIST_READY)
	rm -rf dist
	$(DIST)/bin/python -m build --no-isolation --outdir dist . >/dev/null
	$(DIST)/bin/python -m twine check --strict dist/*

clean:
	rm -rf $(VENV) $(BENCH) $(SITE) $(DIST) output build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

# The stamps say what is installed; they are older than a changed pin, and then pip runs again.
$(READY): $(PINS)
	@$(venv)
	$(INSTALL) .
	@touch $(READY)

$(TOOLS): $(PINS)
	@$(venv)
	$(INSTALL) '.[test]'
	@touch $(READY) $(TOOLS)

$(PEERS): $(PEER_PINS) | $(READY)
	$(RUN) -m venv --clear $(BENCH)
	$(BENCH)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $(PEER_PINS)
	@touch $(PEERS)

$(SITE_READY): $(SITE_PINS) | $(READY)
	$(RUN) -m venv --clear $(SITE)
	$(SITE)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $(SITE_PINS)
	@touch $(SITE_READY)

$(DIST_READY): $(DIST_PINS) | $(READY)
	$(RUN) -m venv --clear $(DIST)
	$(DIST)/bin/python -m pip install --quiet --disable-pip-version-check --requirement $(DIST_PINS)
	@touch $(DIST_READY)

# A venv without pip was broken off, or made by a Python without ensurepip: it is made again.
define venv
if ! $(RUN) -m pip --version >/dev/null 2>&1; then \
	rm -rf $(VENV); \
	if [ -z "$(PYTHON)" ]; then \
		echo "reportgen needs Python 3.11 or later, and found none." >&2; \
		echo "Install it (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python), or name it:" >&2; \
		echo "make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	if ! $(PYTHON) -m venv $(VENV) >/dev/null 2>&1; then \
		rm -rf $(VENV); \
		echo "$(PYTHON) can't make a virtual environment: its module venv is missing." >&2; \
		echo "Install it (Debian, Ubuntu: sudo apt install python3-venv), then run make again." >&2; \
		exit 1; \
	fi; \
fi
endef
