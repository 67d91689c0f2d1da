# Two commands on a fresh machine: `make serve` and `make test`. They need Python 3.11 or newer and make, nothing else.
PYTHON ?= $(shell for one in python3.12 python3.13 python3.11 python3; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
VENV := .venv
WORKERS := 3
PARALLEL := --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder
DONE := $(VENV)/.installed
UV := .tools/bin/uv
TOOLS := .tools/.installed
LOCKS := requirements requirements-measure requirements-dev requirements-setup requirements-tools deploy/requirements deploy/requirements-runtime \
	explorer/requirements

# Deploying wants Python 3.12 or newer, which Lambda then runs; LocalStack wants 3.13. Found by name, or where pyenv keeps them.
PYENV := $(or $(PYENV_ROOT),$(HOME)/.pyenv)/versions
newer = $(shell for one in $(foreach v,$(1),python$(v) $(wildcard $(PYENV)/$(v).*/bin/python$(v))); do \
	"$$one" -c 'import venv' 2>/dev/null && echo $$one && break; done)
DEPLOY_PYTHON ?= $(call newer,3.12 3.13 3.14)
LOCALSTACK_PYTHON ?= $(call newer,3.13)
OPS := .deploy/ops/.installed
RUNTIME := .deploy/runtime/.installed
LOCALSTACK := .deploy/localstack/.installed
NODE := .node/.installed
NODE_MODULES := explorer/node_modules/.package-lock.json
EXPLORER := chalicelib/explorer/.built

# Installs $(2) into the environment at $(1); pip takes over where uv, which ignores pip's settings, finds no packages.
install = $(UV) pip install --python $(1)/bin/python $(2) || $(1)/bin/pip install --quiet --progress-bar on $(2)

# The many short-lived processes compile what they import once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help serve serve-localstack check test test-slow collect deploy destroy package test-deploy explorer explorer-types screenshots audit lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 18

serve: $(DONE) explorer ## set up, harvest, and serve the API and its docs at PORT
	@exec $(VENV)/bin/hub serve --with-parent

serve-localstack: $(DONE) explorer ## serve from LocalStack and an OpenSearch container (needs Docker)
	docker compose -f localstack-compose.yml up --wait
	@AWS_ENDPOINT_URL=http://127.0.0.1:4566 OPENSEARCH_URL=http://127.0.0.1:9200 \
	  AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test HUB_HOME=.hub-localstack \
	  $(VENV)/bin/hub serve --with-parent

check: $(DONE) ## run ruff and mypy --strict
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

test: $(DONE) ## run ruff, mypy and all tests but the slow ones
	@$(MAKE) --no-print-directory -j2 check explorer collect
	$(VENV)/bin/pytest -m "not slow" $(PARALLEL)

test-slow: $(DONE) explorer ## run the tests that open a browser, start stacks of their own or take ten seconds
	$(VENV)/bin/pytest -m slow $(PARALLEL)

collect: $(DONE) # what the tests import is compiled here, beside mypy, and not by every worker; they say what is wrong
	@$(VENV)/bin/pytest --collect-only --numprocesses 0 > /dev/null 2>&1 || true

deploy: $(OPS) $(EXPLORER) ## create or update STAGE (dev or prod) in the AWS account of the environment
	@test -n "$(STAGE)" || { echo "make deploy STAGE=dev (or prod)"; exit 1; }
	@STAGE=$(STAGE) .deploy/ops/bin/python -m deploy up

destroy: $(OPS) ## delete STAGE with all its data; prod needs CONFIRM=prod
	@test -n "$(STAGE)" || { echo "make destroy STAGE=dev"; exit 1; }
	@STAGE=$(STAGE) CONFIRM=$(CONFIRM) .deploy/ops/bin/python -m deploy down

package: $(OPS) $(EXPLORER) ## build the ZIP that the functions run
	@.deploy/ops/bin/python -m deploy package

test-deploy: $(DONE) ## deploy to LocalStack, test it, delete it; no Docker; skips without Python 3.13
ifeq ($(LOCALSTACK_PYTHON),)
	@echo "make test-deploy: skipped, for LocalStack needs Python 3.13, and there is none on the PATH"
else
	@$(MAKE) --no-print-directory $(OPS) $(RUNTIME) $(LOCALSTACK)
	TEST_DEPLOY=1 $(VENV)/bin/pytest tests/deploy/deployed
endif

explorer: $(UV) ## build the page at /explore/; fetches Node and packages once
	@$(MAKE) --no-print-directory $(EXPLORER) || echo "The explorer was not built; /explore/ says so, and all else works."

explorer-types: $(DONE) $(NODE_MODULES) ## rewrite the explorer's types from the API's description
	@$(VENV)/bin/python -c 'import json; from chalicelib.routes.openapi import description; print(json.dumps(description("http://localhost")))' \
	  | explorer/node.sh types.mjs > explorer/src/api/types.new
	@mv explorer/src/api/types.new explorer/src/api/types.d.ts

screenshots: $(DONE) ## picture every view of the explorer that runs at PORT, into .screenshots
	@$(VENV)/bin/python -m tests.explorer.screenshots http://127.0.0.1:$(or $(PORT),8000) .screenshots

audit: $(TOOLS) ## check all locked packages for known vulnerabilities; needs the network (SERVICE=pypi or osv)
	@.tools/bin/python -m local.audit $(if $(SERVICE),--service $(SERVICE)) $(LOCKS:=.txt)

lock: $(UV) ## rewrite the lock files from requirements*.in, with hashes
	@for one in $(LOCKS); do $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --output-file $$one.txt $$one.in || exit 1; done

clean: ## delete the environments and all local state
	rm -rf $(VENV) .tools .hub .deploy .node explorer/node_modules chalicelib/explorer

$(UV): requirements-setup.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none is on the PATH."; exit 1; }
	@test -x .tools/bin/python || $(PYTHON) -m venv .tools
	@.tools/bin/pip install --quiet --progress-bar on --disable-pip-version-check -r $<
	@touch $@

$(DONE): $(UV) requirements.txt requirements-dev.txt pyproject.toml
	@echo "setting up the environment ($(PYTHON))"
	@test -x $(VENV)/bin/python || $(PYTHON) -m venv $(VENV)
	@$(call install,$(VENV),-r requirements-dev.txt)
	@$(call install,$(VENV),--no-deps --no-build-isolation --editable .)
	@touch $(DONE)

$(TOOLS): requirements-tools.txt $(UV)
	@$(call install,$(@D),-r $<)
	@touch $@

$(OPS): $(UV) requirements.txt deploy/requirements.txt
	@test -n "$(DEPLOY_PYTHON)" || { echo "The package is built by Python 3.12 or newer, which Lambda then runs; none is on the PATH."; exit 1; }
	@echo "setting up the environment that deploys ($(DEPLOY_PYTHON))"
	@test -x $(@D)/bin/python || $(DEPLOY_PYTHON) -m venv $(@D)
	@$(call install,$(@D),-r deploy/requirements.txt)
	@touch $@

$(RUNTIME): deploy/requirements-runtime.txt $(UV) # what a Lambda function finds beside its package: boto3, and nothing else
	@test -x $(@D)/bin/python || $(DEPLOY_PYTHON) -m venv $(@D)
	@$(call install,$(@D),-r $<)
	@touch $@

$(LOCALSTACK): deploy/localstack/requirements.txt $(UV) $(wildcard deploy/localstack/process_executor/*.py)
	@echo "setting up LocalStack ($(LOCALSTACK_PYTHON)); once, some 500 MB"
	@test -x $(@D)/bin/python || $(LOCALSTACK_PYTHON) -m venv $(@D)
	@$(call install,$(@D),-r $<)
	@$(call install,$(@D),--no-deps --force-reinstall ./deploy/localstack)
	@touch $@

$(NODE): explorer/requirements.txt $(UV) # Node comes as a wheel, so that Python and make are enough
	@echo "setting up Node for the explorer (some 60 MB, once)"
	@test -x $(@D)/bin/python || $(PYTHON) -m venv $(@D)
	@$(call install,$(@D),-r $<)
	@touch $@

$(NODE_MODULES): $(NODE) explorer/package.json explorer/package-lock.json
	@explorer/node.sh npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
	@touch $@

$(EXPLORER): $(NODE_MODULES) explorer/build.mjs explorer/index.html explorer/tsconfig.json $(shell find explorer/src -type f)
	@explorer/node.sh build.mjs > /dev/null
	@touch $@
