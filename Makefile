# Two commands on a fresh machine: `make serve` and `make test`. They need Python 3.11 or newer, nothing else.
PYTHON ?= $(shell for one in python3.12 python3.13 python3.11 python3; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
VENV := .venv
DONE := $(VENV)/.installed

.PHONY: serve serve-localstack test clean

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

clean: ## forget environment and local state
	rm -rf $(VENV) .hub

$(DONE): requirements.txt requirements-dev.txt pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none is on the PATH."; exit 1; }
	@echo "setting up the environment ($(PYTHON))"
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/pip install --quiet --progress-bar on --disable-pip-version-check -r requirements-dev.txt
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . 
	@touch $(DONE)
