# Everything runs in .venv, made from requirements.lock. `make run` is the whole tour.

PYTHON ?= python3
BIN := .venv/bin
DB ?= biodocket.db

.PHONY: install run serve test test-servers check eval train bench figures lock clean

install: .venv/installed

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "biodocket needs Python 3.11 or newer: install it, or name one with make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python cannot make a virtual environment here: run apt-get install python3-venv, then make again" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@# pip 23.2.1, which comes with Python 3.11.7, crashes on this dependency set
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

run: install
	$(BIN)/biodocket run --sample --db $(DB)

serve: install
	$(BIN)/biodocket serve --db $(DB)

test: install
	$(BIN)/python -m pytest

# WordPress, Hugo and Jekyll, installed from Debian and crawled on loopback: docs/servers.md.
test-servers: install
	tests/servers/install
	$(BIN)/python -m pytest tests/servers --table docs/servers.md

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/cog --check README.md docs/evaluation.md

eval: install
	$(BIN)/biodocket eval nlp/project/gold --floors nlp/project/floors.json
	$(BIN)/biodocket eval nlp/project/blind

# The weights in nlp/weights from the corpus in nlp/project: about a quarter of an hour on two cores.
train: install
	$(BIN)/python -m nlp.training train

bench: install
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/crawl.py

# The tables in the README and docs/evaluation.md, measured again and written.
figures: bench
	$(BIN)/biodocket eval nlp/project/gold --floors nlp/project/floors.json --raise-floors --figures nlp/project/gold.json
	$(BIN)/biodocket eval nlp/project/blind --figures nlp/project/blind.json
	$(BIN)/python -m nlp.training holdout
	$(BIN)/python -m nlp.training curve
	$(BIN)/python benchmarks/baselines.py
	$(BIN)/python benchmarks/relevance.py
	$(BIN)/python benchmarks/copies.py
	$(BIN)/cog -r README.md docs/evaluation.md

lock:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --quiet --output-file requirements.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache build dist
