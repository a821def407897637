# `make` alone lists the targets. Every target sets up what it needs, and is quick the second time.

PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
ANSWERABLE_TEST_POSTGRES ?= postgresql://postgres@127.0.0.1:5432/postgres
export ANSWERABLE_TEST_POSTGRES

.DEFAULT_GOAL := help
.PHONY: help demo test test-long check fix docs bench corpus wheel assets lock clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

demo: .venv/.run assets ## Set up, load the sample material, serve the site
	@$(BIN)/answerable demo $(ARGS)

test: .venv/.dev assets ## Set up, run all tests on SQLite, and on PostgreSQL when one is reachable
	@$(BIN)/python -m tests.support.suite $(ARGS)

test-long: .venv/.dev assets ## The same, with many more generated cases
	@HYPOTHESIS_PROFILE=long $(BIN)/python -m tests.support.suite $(ARGS)

check: .venv/.dev ## Format, lint, types, import contracts, migrations, locks
	@$(BIN)/python -m tests.support.checks

fix: .venv/.dev ## Format, and mend what the linter can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: .venv/.dev ## Write the generated reference pages
	@$(BIN)/python -m tests.support.reference

bench: .venv/.dev assets ## Measure speed and memory: rates and ratios of one run
	@$(BIN)/python -m bench $(ARGS)

corpus: .venv/.dev ## Read the corpus: gains and losses against the last release
	@$(BIN)/python -m tests.support.corpus_report $(ARGS)

wheel: .venv/.dev assets ## Build a wheel with the compiled pages inside
	@$(BIN)/python -m hatchling build -t wheel -d dist

assets: src/answerable/web/static/built/.stamp ## Compile styles, scripts and translations

lock: .venv/.setup ## Lock the dependencies again
	@requirements/lock.sh

clean: ## Remove what was set up and built
	rm -rf .venv node_modules dist build src/answerable/web/static/built .cache

# ── Set-up ───────────────────────────────────────────────────────────────────────────────────────

.venv/.setup: requirements/setup.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Answerable needs Python 3.11 or newer: set PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up .venv …"
	@$(PYTHON) -m venv .venv \
		|| { echo "Python cannot make a virtual environment: on Debian, apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

.venv/.run: .venv/.setup requirements/run.txt pyproject.toml
	@echo "Installing what the product runs on …"
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --compile-bytecode --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.setup requirements/dev.txt pyproject.toml
	@echo "Installing what the tests and checks need …"
	@VIRTUAL_ENV=.venv $(BIN)/uv pip sync --quiet --compile-bytecode --require-hashes requirements/dev.txt
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch .venv/.run $@

node_modules/.stamp: package-lock.json .npmrc .venv/.setup
	@echo "Installing what the pages are made of …"
	@$(BIN)/python assets/node.py npm ci --silent
	@touch $@

src/answerable/web/static/built/.stamp: node_modules/.stamp .venv/.run $(shell find assets src/answerable/locale -name '*.po' -o -path 'assets/*' -type f 2>/dev/null)
	@$(BIN)/python assets/build.py
	@touch $@
