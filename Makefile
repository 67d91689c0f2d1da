# Two commands on a fresh machine: `make serve` and `make test`. They need Python 3.11 or newer, nothing else.
PYTHON ?= $(shell for one in python3.12 python3.13 python3.11 python3; do \
	"$$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && break; done)
VENV := .venv
WORKERS := 3
DONE := $(VENV)/.installed
UV := .tools/bin/uv
TOOLS := .tools/.installed
LOCKS := requirements requirements-measure requirements-dev requirements-setup requirements-tools deploy/requirements deploy/requirements-runtime

# Deploying wants Python 3.12 or newer, which Lambda then runs; LocalStack wants 3.13. Found by name, or where pyenv keeps them.
PYENV := $(or $(PYENV_ROOT),$(HOME)/.pyenv)/versions
newer = $(shell for one in $(foreach v,$(1),python$(v) $(wildcard $(PYENV)/$(v).*/bin/python$(v))); do \
	"$$one" -c 'import venv' 2>/dev/null && echo $$one && break; done)
DEPLOY_PYTHON ?= $(call newer,3.12 3.13 3.14)
LOCALSTACK_PYTHON ?= $(call newer,3.13)
OPS := .deploy/ops/.installed
RUNTIME := .deploy/runtime/.installed
LOCALSTACK := .deploy/localstack/.installed

# Installs into the environment at $(1) what $(2) says; pip takes over where uv, which reads none of pip's own settings, finds no packages.
install = $(UV) pip install --python $(1)/bin/python $(2) || $(1)/bin/pip install --quiet --progress-bar on $(2)

# What our many short-lived processes import is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: serve serve-localstack check test deploy destroy package test-deploy audit lock clean

serve: $(DONE) ## set up, harvest, serve API and docs at PORT
	@exec $(VENV)/bin/hub serve --with-parent

serve-localstack: $(DONE) ## the same on LocalStack and an OpenSearch container (needs Docker)
	docker compose -f localstack-compose.yml up --wait
	@AWS_ENDPOINT_URL=http://127.0.0.1:4566 OPENSEARCH_URL=http://127.0.0.1:9200 \
	  AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test HUB_HOME=.hub-localstack \
	  $(VENV)/bin/hub serve --with-parent

check: $(DONE) ## ruff and mypy --strict
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

test: check ## these and all tests, which wait more than they compute: more workers than cores
	$(VENV)/bin/pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

deploy: $(OPS) ## put STAGE (dev or prod) up in the AWS account of the environment, or bring it up to date
	@test -n "$(STAGE)" || { echo "make deploy STAGE=dev (or prod)"; exit 1; }
	@STAGE=$(STAGE) .deploy/ops/bin/python -m deploy up

destroy: $(OPS) ## take STAGE down with all its data; prod wants CONFIRM=prod
	@test -n "$(STAGE)" || { echo "make destroy STAGE=dev"; exit 1; }
	@STAGE=$(STAGE) CONFIRM=$(CONFIRM) .deploy/ops/bin/python -m deploy down

package: $(OPS) ## what the functions run, as a ZIP
	@.deploy/ops/bin/python -m deploy package

test-deploy: $(DONE) ## deploy to LocalStack, use it, destroy it: no Docker; skips where Python 3.13 is missing
ifeq ($(LOCALSTACK_PYTHON),)
	@echo "make test-deploy: skipped, for LocalStack needs Python 3.13, and there is none on the PATH"
else
	@$(MAKE) --no-print-directory $(OPS) $(RUNTIME) $(LOCALSTACK)
	TEST_DEPLOY=1 $(VENV)/bin/pytest tests/deploy
endif

audit: $(TOOLS) ## look all locked packages up in the database of known vulnerabilities
	@.tools/bin/python -m local.audit $(LOCKS:=.txt)

lock: $(UV) ## write the lock files anew from requirements*.in: one version of each package, with hashes
	@for one in $(LOCKS); do $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate --no-emit-index-url --output-file $$one.txt $$one.in || exit 1; done

clean: ## forget environment and local state
	rm -rf $(VENV) .tools .hub .deploy

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
