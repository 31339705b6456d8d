# Everything a fresh clone needs. `make run` shows Sixday at work; `make test` proves it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# Behind a proxy uv's own certificates fail: use the system's.
export UV_SYSTEM_CERTS ?= 1

UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
STAGES := intake classification escalation dispatch followup decision
LOCKS := $(STAGES:%=functions/%/requirements.txt)

.PHONY: help lock
help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# ---- environments: each is made once, and again when its lock changes -------------------

.tools/bin/uv:
	python3 -m venv .tools && .tools/bin/pip install --quiet uv

.venv/ready: tests/requirements.txt pyproject.toml | $(UV)
	$(UV) venv --quiet --clear --python 3.13 .venv
	$(UV) pip install --quiet --python .venv --require-hashes -r tests/requirements.txt
	$(UV) pip install --quiet --python .venv --no-deps --editable .
	touch $@

# ---- locks ---------------------------------------------------------------------------------

COMPILE = $(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: | $(UV) ## renew every hash-locked requirements file
	for stage in $(STAGES); do \
	  $(COMPILE) --group $$stage --universal -o functions/$$stage/requirements.txt; done
	$(COMPILE) --group dev -o tests/requirements.txt
	$(COMPILE) --group sam -o infra/ops/sam.txt
	$(COMPILE) --group localstack -o infra/local/localstack/requirements.txt
