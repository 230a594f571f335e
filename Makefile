# Everything starts here: `make archive` builds the archive, `make serve` publishes it, `make test` checks all.
VENV ?= .venv
ALPHA ?= .venv-alpha
BIN := $(VENV)/bin

.PHONY: archive serve test check rebuilt alpha docs pictures install clean

archive: $(VENV)/installed  ## read raw/, build extracted/ and archive.db
	@$(BIN)/carton run

serve: archive  ## publish archive.db on this machine
	@$(BIN)/carton serve

test: check rebuilt  ## what CI runs: style, types, tests, and the sample archive rebuilt without a difference
	@$(BIN)/pytest

check: $(VENV)/installed  ## style and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/mypy --no-error-summary

rebuilt: $(VENV)/installed  ## read the sample again from scratch and compare
	@$(BIN)/python tests/rebuild.py

alpha:  ## test the site on the newest pre-release of Datasette, in an environment of its own
	@[ -e $(ALPHA)/installed ] || ./setup.sh $(ALPHA)
	@$(ALPHA)/bin/pip install --quiet --upgrade --pre datasette
	@$(ALPHA)/bin/pytest tests/publish tests/browser

docs: $(VENV)/installed  ## write the pages on the command line and the tables anew
	@$(BIN)/python docs/generate.py

pictures: archive  ## take the pictures of the documentation anew; needs the Debian package chromium
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[docs]'
	@$(BIN)/python docs/screenshots.py

install: $(VENV)/installed  ## set everything up, once; what network and map are drawn with as often as it is missing
	@[ -d pipeline/publish/plugin/static/drawn ] || pipeline/publish/browser/build.sh $(VENV)

$(VENV)/installed: setup.sh pyproject.toml constraints.txt $(wildcard pipeline/publish/browser/*.*)
	@./setup.sh $(VENV)

clean:  ## forget what can be built again
	rm -rf $(VENV) $(ALPHA) archive.db private.db .mypy_cache .ruff_cache .pytest_cache
