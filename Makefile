# The two commands to know: `make site` and `make test`. `make help` lists the others.

PYTHON ?= python3
BIN := .venv/bin
AS_OF ?=

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

site: .venv/site ## install what is needed and build the site into site/
	@$(BIN)/hub build $(if $(AS_OF),--as-of $(AS_OF))
	@echo "Open it:  $(PYTHON) -m http.server --directory site 8000   then  http://127.0.0.1:8000/"

serve: .venv/site ## show the site and keep it in step with the files while you edit
	@$(BIN)/hub serve

check: .venv/site ## list all problems of the entries
	@$(BIN)/hub check

test: .venv/test tools ## install what is needed and run all tests
	@$(BIN)/python -m pytest

bench: .venv/bench ## measure builds against a compiled generator, the first search and the first view, each in one run
	@$(BIN)/python tests/bench/run.py
	@$(BIN)/python tests/bench/handbook.py
	@$(BIN)/python tests/bench/search.py
	@$(BIN)/python tests/bench/first_view.py

admin: .venv/site ## build the site with the web form for editors under admin/
	@npm ci --prefix admin --silent --no-audit --no-fund --ignore-scripts
	@$(BIN)/hub build --admin

labels: .venv/site ## bring the catalogues of interface words up to date
	@$(BIN)/hub translate labels --update

tools: ## install the browser, Java and the npm tools that tests need
	@sh tests/install_tools.sh

parts: .venv/test ## list every package that builds the site, with its licence, and as an SBOM, into parts/
	@mkdir -p parts
	@$(BIN)/pip-licenses --python $(BIN)/python --packages $$(grep -oE '^[A-Za-z0-9._-]+' requirements/site.txt) --format=markdown --with-urls --output-file parts/licences.md
	@$(BIN)/cyclonedx-py requirements requirements/site.txt --output-format JSON --output-file parts/sbom.json

clean: ## take away everything that can be made again
	rm -rf .venv .cache parts site .site.spare tests/node_modules admin/node_modules

.venv/%: requirements/%.txt pyproject.toml
	@test -x $(BIN)/python || { echo "making .venv"; $(PYTHON) -m venv .venv; }
	@echo "installing requirements/$*.txt"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$*.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.PHONY: help site serve check test bench admin labels tools parts clean
