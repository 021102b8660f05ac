# Everything goes through .venv, which is made at the first use.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PARITY := .venv/.parity
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: demo test lab build check audit bench bench-grading docs clean

demo: $(READY) bubblewrap  ## a made-up class through everything
	coursekit demo

# One thread for each worker: two that share two cores wait for each other in every matrix product. Files in the order of
# their names, which puts long ones first; else those of few tests come last, and these are the long ones.
test: $(PARITY) bubblewrap  ## all tests; those in a browser need chromium
	OPENBLAS_NUM_THREADS=1 python -m pytest -n auto --dist loadfile --no-loadscope-reorder $(PYTEST_ARGS)

lab: $(READY)  ## JupyterLab for an instructor, with formgrader
	jupyter lab $$(test "$$(id -u)" != 0 || echo --allow-root)

build: $(READY)  ## course/ -> source/ -> release/
	coursekit build

check: $(READY)  ## style, and whether generated files are up to date
	ruff check .
	ruff format --check lib tests
	coursekit build --check

audit: $(READY)  ## prove that the checks tell right from wrong
	coursekit audit

bench: $(PARITY)  ## how fast nnref is, beside PyTorch -> docs/bench.md; takes two quiet minutes
	python -m tests.benchmarks.nnref

bench-grading: $(READY) bubblewrap  ## how fast grading is, beside plain nbgrader -> docs/bench-grading.md; takes a quiet half hour
	python -m tests.benchmarks.grading $(BENCH_ARGS)

docs: $(READY)  ## the modules of nnref and the contracts they are tested for -> docs/nnref.md
	python -m tests.nnref.document
	python -m tests.attacks.document

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("make: found Python %d.%d; expected 3.11 or newer: make PYTHON=python3.12" % v[:2])'
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq python3-venv; } || { echo "make: found no venv module; install it with: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]' || { echo "make: pip could not install the packages (its message stands above); is there a network?"; exit 1; }
	@touch $(READY)

# PyTorch, to compare with: large, so only for tests and benchmarks, which go on without it.
$(PARITY): $(READY)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[parity]' && touch $(PARITY) || echo "make: pip could not install PyTorch; what compares with it is skipped"

# The sandbox for student code. Root on Debian or Ubuntu gets it; others are told how by coursekit.
.PHONY: bubblewrap
bubblewrap:
	@command -v bwrap >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq bubblewrap >/dev/null; } || echo "make: found no bubblewrap, which keeps student code away from everything else; install it with: sudo apt install bubblewrap"

clean:
	rm -rf .venv build dist work/demo
