# make brochure   data/ -> output/*.pdf          冊子のPDFを作る
# make test       all tests                      テスト
# make lint       style of the code              書き方の検査
# make schema     data/schema/ from the code     YAMLの書式定義を作りなおす
# make benchmark  time, memory, size             速さの測定
# make clean      takes away what the others made
#
# A fresh machine needs Python 3.11 or newer and make; the first run installs the rest into .venv.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint .constraints.txt
# compat: a plain path in site-packages; the default is a finder that every start of Python pays for (10 ms)
EDITABLE := --config-settings editable_mode=compat --editable
FORMATS := brochure section figures style terms mail

.PHONY: brochure test lint schema benchmark clean

brochure: $(VENV)/ready
	$(BIN)/report build

test: $(VENV)/ready-to-test
	$(BIN)/python -m pytest -n logical --dist worksteal

lint: $(VENV)/ready-to-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

schema: $(VENV)/ready
	@mkdir -p data/schema
	for format in $(FORMATS); do \
		$(BIN)/report schema $$format > data/schema/$$format.schema.json || exit 1; done

benchmark: $(VENV)/ready
	$(BIN)/python tests/benchmarks/build.py

clean:
	rm -rf $(VENV) .pytest_cache .ruff_cache .hypothesis *.egg-info output/*.pdf

$(VENV)/ready: pyproject.toml .constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (Python 3.11以上が必要です)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) $(EDITABLE) .
	@$(BIN)/python -m compileall -q report # a tenth of a second a build, where Python may not write bytecode
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready
	$(INSTALL) $(EDITABLE) '.[dev]'
	@touch $@
