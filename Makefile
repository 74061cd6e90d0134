# The jobs of a day; each does its own set-up. `make help` lists them.
#   PYTHON=python3.12   another interpreter (3.11 or newer)
#   HEADLESS=out        the demo without a terminal, into that folder

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
PY      := $(BIN)/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check -c constraints.txt
JOBS    ?= 2

# Stamps: what is installed is not installed again until its list changes.
ENVIRONMENT   := $(VENV)/.made
INSTALLED     := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test lint types layers test-system system-tools bench rehearsal soak snapshots quotes fonts clean

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{ printf "make %-12s %s\n", $$1, $$2 }'

demo: $(INSTALLED) ## open the desk on sample data (HEADLESS=out: run the main job into a folder)
	@if [ -n "$(HEADLESS)" ] || ! [ -t 0 ] || ! [ -t 1 ]; then \
		exec $(BIN)/resellerdesk demo --headless "$(or $(HEADLESS),out)"; \
	else \
		exec $(BIN)/resellerdesk demo; \
	fi

test: lint types layers $(INSTALLED_DEV) ## lint, types, layers and every test that pip packages can run
	$(PY) -m pytest -n $(JOBS)

lint: $(INSTALLED_DEV) ## ruff
	$(PY) -m ruff check .

types: $(INSTALLED_DEV) ## mypy, strict
	$(PY) -m mypy

layers: $(INSTALLED_DEV) ## import-linter: imports run one way
	$(BIN)/lint-imports

test-system: $(INSTALLED_DEV) system-tools ## the tests in a real terminal and with outside PDF tools
	PATH="$(CURDIR)/$(BIN):$$PATH" $(PY) -m pytest -m system

rehearsal: $(INSTALLED_DEV) ## walk every family's workflow by every path; prints the table
	$(PY) -m pytest tests/rehearsal -n $(JOBS) -rP

bench: $(INSTALLED_DEV) ## measure; prints ratios
	$(PY) -m bench

soak: $(INSTALLED_DEV) ## long random runs
	$(PY) -m pytest -m soak

snapshots: $(INSTALLED_DEV) ## draw the snapshots of the screens anew; look at the difference before committing
	$(PY) -m pytest -n $(JOBS) --snapshot-update

quotes: $(INSTALLED_DEV) ## draw the quotes of docs/quotes anew; look at the difference before committing
	$(PY) tools/quotes

fonts: $(INSTALLED_DEV) ## make the quote's fonts anew (needs npm)
	tools/fonts/fetch-and-build $(CURDIR)/$(PY) resellerdesk/documents/fonts

clean: ## remove the environment, caches and what the demo left
	rm -rf $(VENV) build dist out .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f snapshot_report.html
	find resellerdesk plugins tests bench tools -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

system-tools:
	@tools/system-tools

$(ENVIRONMENT):
	@tools/environment "$(PYTHON)" $(VENV)
	@touch $@

$(INSTALLED): $(ENVIRONMENT) pyproject.toml constraints.txt
	$(INSTALL) -e .
	@touch $@

$(INSTALLED_DEV): $(ENVIRONMENT) pyproject.toml constraints.txt
	$(INSTALL) -e '.[dev]'
	@touch $(INSTALLED) $@
