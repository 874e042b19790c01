# make app    installs into .venv and serves the dashboard to this machine
# make quick  tests what needs no browser, no torch and no running server, after a light installation
# make test   installs the test extras and, where it may, a browser and PostgreSQL; then checks and
#             tests everything
PYTHON ?= python3
PORT ?= 8501
# Where the dashboard listens: this machine only. For a class: make app ADDRESS=0.0.0.0
ADDRESS ?= localhost
OUT ?= .training
BIN := .venv/bin

.PHONY: app quick test lint typecheck browser postgresql evaluate train train-voices data-named clean

app: .venv/app-installed
	$(BIN)/streamlit run serve.py --server.address $(ADDRESS) --server.port $(PORT)

test: .venv/test-installed browser postgresql lint typecheck
	$(BIN)/python -m pytest -n 2 --dist loadfile

quick: .venv/quick-installed
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore=tests/browser -m "not (server or torch)"

lint: .venv/test-installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

typecheck: .venv/test-installed
	$(BIN)/mypy

browser:
	sh tests/browser/ensure_browser.sh

postgresql:
	sh tests/ensure_postgres.sh

# Trains a release into OUT, installs it into models/slant-minilm and measures it. DATA is the folder
# with the sets. Takes about 15 hours; started again, it goes on. See models/training/README.md.
train: data-named .venv/bin/python
	$(BIN)/python -m pip install --quiet -r requirements-teacher.txt
	$(BIN)/python -m models.training --data "$(DATA)" --out "$(OUT)" --install
	$(BIN)/python -m models.evaluate --data "$(DATA)"

# The same for the second network, models/slant-voices: about 45 minutes. See
# models/training/voices/README.md.
train-voices: data-named .venv/test-installed
	$(BIN)/python -m models.training.voices --data "$(DATA)" --out "$(OUT)/voices" --install
	$(BIN)/python -m models.evaluate --data "$(DATA)" --only slant-voices

evaluate: data-named .venv/test-installed
	$(BIN)/python -m models.evaluate --data "$(DATA)"

data-named:
	@test -d "$(DATA)" || { echo "DATA='$(DATA)' is no folder: name the one with the labelled sets, make $(MAKECMDGOALS) DATA=DIR (models/training/README.md says which they are)." >&2; exit 2; }

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Slant needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv

.venv/app-installed: requirements.txt .venv/bin/python
	$(BIN)/python -m pip install --quiet -r requirements.txt
	touch $@

.venv/quick-installed: requirements.txt requirements-quick.txt .venv/bin/python
	$(BIN)/python -m pip install --quiet -r requirements-quick.txt
	touch $@ .venv/app-installed

# --no-compile: compiling what the tests never import took half of the installation's time.
.venv/test-installed: requirements.txt requirements-train.txt requirements-quick.txt requirements-dev.txt .venv/bin/python
	$(BIN)/python -m pip install --quiet --no-compile -r requirements-dev.txt
	touch $@ .venv/app-installed .venv/quick-installed

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
