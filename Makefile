# Everything a fresh clone needs. `make run` shows Sixday at work; `make test` proves it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
# Behind a proxy uv's own certificates fail: use the system's.
export UV_SYSTEM_CERTS ?= 1
export SAM_CLI_TELEMETRY ?= 0
# LocalStack, the SAM CLI and tests start again and again: three seconds each without bytecode.
unexport PYTHONDONTWRITEBYTECODE

UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
STAGES := intake classification escalation dispatch followup decision erasure
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

# LocalStack's pins clash with current ones: it has an environment of its own, with our two
# extension points installed beside it.
.localstack-venv/ready: infra/local/localstack/requirements.txt $(shell find infra/local/localstack -name '*.py' -o -name pyproject.toml) | $(UV)
	$(UV) venv --quiet --clear --python 3.13 .localstack-venv
	$(UV) pip install --quiet --python .localstack-venv --require-hashes -r infra/local/localstack/requirements.txt
	rm -rf infra/local/localstack/build
	$(UV) pip install --quiet --python .localstack-venv --no-deps --no-build-isolation ./infra/local/localstack
	rm -rf infra/local/localstack/build
	touch $@

# Compiled at once: its second command has other modules than its first.
.sam-venv/ready: infra/ops/sam.txt | $(UV)
	$(UV) venv --quiet --clear --python 3.13 .sam-venv
	$(UV) pip install --quiet --python .sam-venv --compile-bytecode --require-hashes -r infra/ops/sam.txt
	touch $@

.model-venv/ready: infra/model/requirements.txt | $(UV)
	$(UV) venv --quiet --clear --python 3.13 .model-venv
	$(UV) pip install --quiet --python .model-venv --require-hashes -r infra/model/requirements.txt
	touch $@

# PyTorch has wheels without CUDA (some GB) for some Pythons only, and uv would take the one with it:
# an environment of its own, by pip, which takes the CPU's wherever that is at hand.
.encoder-venv/ready: infra/model/tuning/requirements.txt | $(UV)
	$(UV) venv --quiet --clear --seed --python 3.11 .encoder-venv
	.encoder-venv/bin/pip install --quiet --requirement infra/model/tuning/requirements.txt
	touch $@

.security-venv/ready: infra/ops/security.txt | $(UV)
	$(UV) venv --quiet --clear --python 3.13 .security-venv
	$(UV) pip install --quiet --python .security-venv --require-hashes -r infra/ops/security.txt
	touch $@

# ---- artifacts: `sam build` calls build-<Function>; what `make build` does ----------------------

# Lambda's platform: x86_64-manylinux2014, or aarch64-manylinux2014 for Architecture=arm64.
# Classification stays on x86_64: its language model has no build for arm64. Numpy wants glibc 2.28;
# Lambda's Python 3.13 has 2.34.
PLATFORM ?= x86_64-manylinux2014
BUILD ?= build# where each stage's dependencies wait for its code
PLATFORM_FOR = $(if $(filter classification,$(1)),x86_64-manylinux_2_28,$(PLATFORM))
SERVICES_intake := sqs s3 secretsmanager dynamodb
SERVICES_classification := sqs s3 secretsmanager dynamodb
SERVICES_escalation := sqs sns ssm dynamodb
SERVICES_dispatch := sqs ssm secretsmanager dynamodb
SERVICES_followup := sqs ssm dynamodb
SERVICES_decision := sqs ssm dynamodb
SERVICES_erasure := sqs ssm s3 secretsmanager dynamodb

.PHONY: build
PACKAGES = $(foreach stage,$(STAGES),$(BUILD)/$(call PLATFORM_FOR,$(stage))/$(stage)/ready)
build: .venv/ready .sam-venv/ready ## every artifact, as sam deploy takes it
	@$(MAKE) --no-print-directory --jobs 2 $(PACKAGES)
	.sam-venv/bin/sam build

# For LocalStack: it takes what is zipped once, where the SAM CLI zips again for every stack.
.PHONY: packed
packed: build
	.venv/bin/python -m infra.local.packed

build-%Function: .venv/ready
	$(MAKE) --no-print-directory artifact STAGE=$(shell echo $* | tr A-Z a-z) TO="$(ARTIFACTS_DIR)"

.PHONY: artifact
artifact: $(BUILD)/$(call PLATFORM_FOR,$(STAGE))/$(STAGE)/ready
	cp -a $(BUILD)/$(call PLATFORM_FOR,$(STAGE))/$(STAGE)/packages/. "$(TO)"
	.venv/bin/python -m infra.ops.ship $(STAGE) "$(TO)"

# Dependencies change seldom: each stage's are made once for its lock. Only the AWS services that
# the stage calls stay in botocore (a cold start reads their models), and all of it is compiled:
# Lambda can't write bytecode, and without it pays 0.7 s a cold start.
$(BUILD)/%/ready: pyproject.toml infra/ops/trim.py | $(UV)
	rm -rf $(BUILD)/$* && mkdir -p $(BUILD)/$*/packages
	$(UV) pip install --quiet --require-hashes -r functions/$(notdir $*)/requirements.txt \
	  --target $(BUILD)/$*/packages --python-version 3.13 --python-platform $(firstword $(subst /, ,$*)) \
	  --only-binary :all: --no-compile-bytecode
	.venv/bin/python -m infra.ops.trim $(BUILD)/$*/packages $(SERVICES_$(notdir $*))
	.venv/bin/python -m compileall -q --invalidation-mode unchecked-hash \
	  -s $(BUILD)/$*/packages $(BUILD)/$*/packages
	touch $@

# ---- locks ---------------------------------------------------------------------------------

COMPILE = $(UV) pip compile --quiet --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: | $(UV) ## renew every hash-locked requirements file
	for stage in $(STAGES); do \
	  $(COMPILE) --group $$stage --universal -o functions/$$stage/requirements.txt; done
	$(COMPILE) --group dev -o tests/requirements.txt
	$(COMPILE) --group model -o infra/model/requirements.txt
	$(COMPILE) --group sam -o infra/ops/sam.txt
	$(COMPILE) --group security -o infra/ops/security.txt
	$(COMPILE) --group localstack -o infra/local/localstack/requirements.txt

# ---- proof -----------------------------------------------------------------------------------

.PHONY: test unit check audit sbom drill bench bench-model load
READY := .venv/ready .localstack-venv/ready .sam-venv/ready

# Side by side: what needs LocalStack waits for it more than it computes, and goes first where both
# want a processor. Two stacks stand beside each other; what looks back at a run looks at each.
test: ## everything, on the embedded LocalStack too
	@$(MAKE) --no-print-directory --jobs 2 $(READY)
	@$(MAKE) --no-print-directory packed
	$(MAKE) --no-print-directory --jobs 4 --keep-going --output-sync=target \
	  on-the-stack on-localstack alone check

unit: .venv/ready ## what needs no LocalStack, on both cores
	.venv/bin/pytest -n 2 -m "not localstack"

.PHONY: alone on-localstack on-the-stack
alone: .venv/ready
	nice .venv/bin/pytest -n 2 -m "not localstack"
on-localstack: $(READY)
	.venv/bin/pytest -m "localstack and not asks_everything"
on-the-stack: $(READY)
	.venv/bin/pytest -m "localstack and (asks_everything or last)"

check: .venv/ready .sam-venv/ready .security-venv/ready ## types, style, templates, security
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	nice .venv/bin/mypy
	.venv/bin/cfn-lint template.yaml infra/alarms/*.yaml infra/dashboard.yaml infra/queries.yaml
	.sam-venv/bin/sam validate --lint --region eu-west-1
	nice .security-venv/bin/checkov --config-file .checkov.yaml
	.security-venv/bin/bandit --quiet --recursive --configfile pyproject.toml --severity-level medium \
	  functions shared infra
	@$(MAKE) --no-print-directory audit

# The advisories are a service on the network: what can't be asked isn't a failure of this tree.
OSV := https://api.osv.dev/v1/vulns/PYSEC-2018-28
audit: .security-venv/ready ## known holes in what the functions are shipped with
	@if curl --silent --fail --max-time 5 --output /dev/null $(OSV); then \
	  .security-venv/bin/pip-audit --vulnerability-service osv --disable-pip --require-hashes $(LOCKS:%=-r %); \
	else echo "pip-audit: not run, its database can't be reached from here"; fi

sbom: .security-venv/ready ## what each artifact is made of, as CycloneDX: build/sbom
	mkdir -p build/sbom
	@for stage in $(STAGES); do .security-venv/bin/cyclonedx-py requirements --output-reproducible \
	  --outfile build/sbom/$$stage.cdx.json functions/$$stage/requirements.txt; done

drill: .venv/ready ## ten faults, each with the alarm that it raises and how it is mended: two minutes
	@.venv/bin/python -m tests.drill.drill

# One life again: make proof SEED=…. Without a seed all that takes too long for every commit.
LIVES ?= 10000
proof: .venv/ready ## ten thousand lives, every planted fault, long fuzzing: SEED=… lives one again
	.venv/bin/python -m tests.simulation.proof $(if $(SEED),--seed $(SEED),--lives $(LIVES))
	$(if $(SEED),,.venv/bin/python -m tests.simulation.mutants.hunt)
	$(if $(SEED),,FUZZ=long .venv/bin/pytest tests/fuzz -n 2)

bench: $(READY) build bench-model ## what it costs, beside baselines of the same run: infra/bench.md; minutes
	@.venv/bin/python -m tests.bench.bench

load: $(READY) packed ## two thousand webhooks through a stack on LocalStack, none lost: ten minutes
	@.venv/bin/python -m tests.bench.load

# SIXDAY_DATA: the folder of public sets (infra/model/CARD.md names them); what isn't there is skipped.
bench-model: .venv/ready .model-venv/ready ## how well posts are understood: held-out posts, public sets
	@.venv/bin/python -m tests.bench.classifier
	@.model-venv/bin/python -m infra.model.architecture

# ---- the classifier ------------------------------------------------------------------------

.PHONY: encoder model
TUNED := all fold-0 fold-1 fold-2 language-en language-es language-it language-nb
encoder: .model-venv/ready .encoder-venv/ready ## tune the sentence encoder on the posts, before `make model`: an hour
	rm -rf build/model/tuned
	.model-venv/bin/python -m infra.model.tuning.prepare
	.encoder-venv/bin/python -m infra.model.tuning.tune below
	$(MAKE) --no-print-directory --jobs 2 $(TUNED:%=build/model/tuned/%.npz)
	.encoder-venv/bin/python -m infra.model.tuning.gather

build/model/tuned/%.npz:
	.encoder-venv/bin/python -m infra.model.tuning.tune $*

model: .model-venv/ready ## learn from the posts: writes the arrays, the card and its picture
	.model-venv/bin/python -m infra.model.train $(if $(CORRECTIONS),--corrections $(CORRECTIONS))
	.model-venv/bin/python -m infra.model.card

# ---- the cloud -------------------------------------------------------------------------------

.PHONY: deploy
CONFIG ?= dev
deploy: build ## to AWS, with your credentials: make deploy CONFIG=dev|staging|prod
	.sam-venv/bin/sam deploy --config-env $(CONFIG)

# ---- the main job --------------------------------------------------------------------------

.PHONY: run stop
run: ## the five stories, answered by the real stack on this machine; KEEP=1 leaves it up
	@python3 -m infra.local.run $(if $(KEEP),--keep)

stop: ## end what `make run KEEP=1` left running
	@.venv/bin/python -m infra.local.kept

.PHONY: clean
clean: ## back to a fresh clone
	rm -rf .venv .tools .sam-venv .model-venv .encoder-venv .security-venv .localstack-venv .localstack .aws-sam build *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
