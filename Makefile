# Each command does all of its own set-up. `make` alone prints what there is.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
# Processes that run tests side by side. One file's tests stay together: they share the sites they build.
WORKERS ?= 2
PYTEST := $(BIN)/pytest -n $(WORKERS) --dist loadfile

# `make lock UPGRADE=1` takes the newest versions; without it only what pyproject.toml asks for changes.
COMPILE := UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile --quiet \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
	$(if $(UPGRADE),--upgrade)

.PHONY: help
help: ## Print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: html
html: runtime ## Build the preview into output/: drafts and future bulletins shown, marked
	$(BIN)/pelican content -s pelicanconf.py -o output
	@echo 'Xem trang: chạy «make serve» rồi mở http://localhost:8000'

.PHONY: serve
serve: runtime ## Preview at http://localhost:8000, rebuilt and reloaded when a file changes
	$(BIN)/bantin serve

.PHONY: new
new: runtime ## Make a file for a new bulletin; it asks, or: make new KIND=hoi-nghi TITLE='…'
	@$(BIN)/bantin new $(KIND) $(if $(TITLE),"$(TITLE)")

.PHONY: admin
admin: runtime ## Write bulletins in a form at http://localhost:8001; each save is a commit
	@$(BIN)/python tools/admin_packages.py
	$(BIN)/bantin admin

.PHONY: check
check: runtime ## Check content/ and list every error and warning; builds nothing
	$(BIN)/bantin check $(if $(FORMAT),--format $(FORMAT))

.PHONY: publish
publish: runtime ## Build the public site into public/: no drafts, nothing of the future
	$(BIN)/pelican content -s publishconf.py -o public

.PHONY: test
test: test-tools ## Run the quick tests (15 minutes at most)
	$(PYTEST) -m 'not long'

.PHONY: test-all
test-all: test-tools long-test-tools ## Run all tests, the long ones too (60 minutes at most)
	$(PYTEST)

.PHONY: bench
bench: test-packages ## Measure speed and quality; BULLETIN_CORPUS=FOLDER uses real texts
	@status=0; for script in tests/bench/bench_*.py; do \
		echo "== $$script"; $(BIN)/python "$$script" || status=1; done; exit $$status

.PHONY: lint
lint: test-packages ## Check the code's style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.PHONY: lock
lock: test-packages ## Write the locks anew from pyproject.toml (UPGRADE=1: newest versions)
	$(COMPILE) pyproject.toml --group build --output-file requirements.txt
	$(COMPILE) pyproject.toml --group build --group test --constraint requirements.txt --output-file requirements-test.txt
	$(COMPILE) --group npm --output-file requirements-npm.txt
	npm install --prefix tools --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

.PHONY: clean
clean: ## Remove built sites and caches; .venv stays
	rm -rf output public .state .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -path ./tools/node_modules -prune -o -name __pycache__ -prune -exec rm -rf {} +

.PHONY: runtime test-packages test-tools long-test-tools
runtime:
	@tools/setup.sh runtime

test-packages:
	@tools/setup.sh test

test-tools: test-packages
	@$(BIN)/python tools/browser_and_checker.py
	@$(BIN)/python tools/admin_packages.py

long-test-tools: test-packages
	@$(BIN)/python tools/spreadsheet.py
	@$(BIN)/python tools/servers.py
