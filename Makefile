# Two commands on a fresh machine: `make serve` and `make test`. They need Python 3.11 or newer, nothing else.
PYTHON ?= $(shell for one in python3.12 python3.13 python3.11 python3; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
VENV := .venv
DONE := $(VENV)/.installed
TOOLS := .tools/.installed
LOCKS := requirements requirements-dev requirements-tools

.PHONY: serve serve-localstack test audit lock clean

serve: $(DONE) ## set up, harvest, serve API and docs at PORT
	@exec $(VENV)/bin/hub serve --with-parent

serve-localstack: $(DONE) ## the same on LocalStack and an OpenSearch container (needs Docker)
	docker compose -f localstack-compose.yml up --wait
	@AWS_ENDPOINT_URL=http://127.0.0.1:4566 OPENSEARCH_URL=http://127.0.0.1:9200 \
	  AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test HUB_HOME=.hub-localstack \
	  $(VENV)/bin/hub serve --with-parent

test: $(DONE) ## ruff, mypy --strict and all tests
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/pytest

audit: $(TOOLS) ## look all locked packages up in the database of known vulnerabilities
	@.tools/bin/python -m local.audit $(LOCKS:=.txt)

lock: $(TOOLS) ## write the lock files anew from requirements*.in: one version of each package, with hashes
	@for one in $(LOCKS); do .tools/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --output-file $$one.txt $$one.in || exit 1; done

clean: ## forget environment and local state
	rm -rf $(VENV) .tools .hub

$(DONE): requirements.txt requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none is on the PATH."; exit 1; }
	@echo "setting up the environment ($(PYTHON))"
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --progress-bar on --disable-pip-version-check -r requirements-dev.txt
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . 
	@touch $(DONE)

$(TOOLS): requirements-tools.txt
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	@$(@D)/bin/pip install --quiet --disable-pip-version-check -r $<
	@touch $@
