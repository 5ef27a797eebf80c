# Every habit has a word; bare `make` lists them. It works with GNU make 3.81, which macOS still carries.
# Each package comes from the two requirement files, hash by hash; they hold no address, so a mirror serves them too.

# The first Python that is new enough; `make PYTHON=…` names another. macOS has an old python3 beside newer ones.
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c '$(NEW_ENOUGH)' 2>/dev/null && echo $$p && break; done)
UV   := uv==0.13.9
BIN  := .venv/bin
HUSH := $(if $(V),,>/dev/null 2>&1)

# uv shall neither fetch a Python of its own nor look for another venv that happens to be active.
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV CONDA_PREFIX PYTHONHOME PYTHONPATH

NO_PYTHON := Askback needs Python 3.11 or newer: install it (Debian: apt-get install python3 python3-venv; \
	macOS: brew install python), or name yours with make PYTHON=/path/to/python3.
NO_VENV := This Python cannot make virtual environments: install what it lacks (Debian: apt-get install python3-venv) \
	and call make again.
NO_FOLDER := The folder .venv cannot be made here: see that the disk has room and that you may write here, \
	then call make again.
NO_FETCH := The Python packages could not be installed: check the network (or the mirror that pip is set to) \
	and call make again; make V=1 shows all that is said on the way.

.PHONY: help run setup test test-faults check format words lock sheets bench shots clean

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' Makefile

run: .venv/run.stamp ## set up everything, create the starter workbook and serve it
	@$(BIN)/askback

setup: .venv/run.stamp ## set up what running needs; leaves .venv/bin/askback
	@:

test: check ## set up what tests need (a browser, PostgreSQL), check, and run every test
	@$(BIN)/python tests/setup_browser.py
	@$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

test-faults: .venv/test.stamp ## try each fault as often as it takes to believe it: kills, full disks, damaged databases
	@$(BIN)/python tests/setup_browser.py
	@ASKBACK_TEST_LONG=1 $(BIN)/python -m pytest $(FAULTS) --capture=no

check: .venv/test.stamp ## format, lint, types, import rules and templates, changing nothing
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@if [ -n "$(TEMPLATES)" ]; then $(BIN)/djlint templates --lint --quiet; fi

format: .venv/test.stamp ## put code into the form that check wants
	@$(BIN)/ruff check --fix --quiet || true
	@$(BIN)/ruff format --quiet

words: .venv/run.stamp ## bring the Chinese catalogue up to the sentences of code and templates, and list the new ones
	@$(BIN)/python -m tests.language.extract

lock: .venv/run.stamp ## write down version and hash of each package; UPGRADE=1 takes the newest ones
	@$(LOCK) -o requirements.txt
	@$(LOCK) --all-extras --group test -c requirements.txt -o requirements-test.txt

sheets: .venv/test.stamp ## read and write ten thousand generated sheets
	@ASKBACK_TEST_LONG=1 $(BIN)/python -m pytest tests/markdown/test_generated.py --numprocesses 2 --dist worksteal --quiet

bench: .venv/test.stamp ## measure speed
	@$(BIN)/python -m bench

shots: .venv/test.stamp ## take pictures of the pages
	@$(BIN)/python tests/setup_browser.py
	@$(BIN)/python tests/shots.py

clean: ## remove what these words made here; workbooks live elsewhere and stay
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

FAULTS = tests/faults $(addprefix tests/browser/test_,faults.py full.py offline.py)
TEMPLATES = $(shell find templates -name '*.html' 2>/dev/null | head -n 1)
LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-annotate --no-header \
	$(if $(UPGRADE),--upgrade)

# pip is slower than uv, but it knows the mirrors, proxies and certificates that its own settings name.
# The file `unfinished` marks an install; found at the start of one, it says that the last was cut off: lay all anew.
begin = again=; [ ! -e .venv/unfinished ] || again=re; touch .venv/unfinished
install = { $(BIN)/uv pip install $${again:+--reinstall} --python $(BIN)/python $(1) $(HUSH) || \
	$(BIN)/python -m pip --disable-pip-version-check install $${again:+--force-reinstall} $(1) $(HUSH); }

# One recipe makes the venv and fills it: only so does it know whether a failure leaves a venv to take away again.
.venv/run.stamp: pyproject.toml requirements.txt
	@made=; \
	stop() { [ -z "$$made" ] || rm -rf .venv; echo "$$1" >&2; exit 1; }; \
	trap 'stop "Stopped; call make again to go on."' HUP INT TERM; \
	if ! $(BIN)/uv --version >/dev/null 2>&1; then \
	  "$(PYTHON)" -c '$(NEW_ENOUGH)' 2>/dev/null || stop "$(NO_PYTHON)"; \
	  "$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || stop "$(NO_VENV)"; \
	  made=yes; \
	  "$(PYTHON)" -m venv --clear .venv $(HUSH) || stop "$(NO_FOLDER)"; \
	  $(BIN)/python -m pip --disable-pip-version-check install "$(UV)" $(HUSH) || stop "$(NO_FETCH)"; \
	fi; \
	$(begin); \
	$(call install,--require-hashes -r requirements.txt) && $(call install,--no-deps -e .) || stop "$(NO_FETCH)"; \
	rm -f .venv/unfinished; \
	touch $@

.venv/test.stamp: .venv/run.stamp requirements-test.txt
	@$(begin); \
	$(call install,--require-hashes -r requirements-test.txt) || { echo "$(NO_FETCH)" >&2; exit 1; }; \
	rm -f .venv/unfinished; \
	touch $@
