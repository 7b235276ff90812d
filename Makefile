# run: start the app.  test: everything.  check: the quick half.  bench: what performance claims rest on.  sample: make the sample data anew.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test check bench sample columns clean

run: .venv/app.done
	@echo "Gleaner opens on http://127.0.0.1:8501 - stop it with Ctrl+C"
	@$(BIN)/streamlit run server.py --server.address 127.0.0.1 --server.port 8501

# The summary of the test runner comes last, so that whoever reads only the end reads the verdict.
# Two processes, each with whole files, in the order of the folders: the browser, which mostly waits, starts first.
test: check .venv/browser.done
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .venv/dev.done
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@$(MAKE) --no-print-directory .venv/sql.done

bench: .venv/dev.done
	$(BIN)/python -m bench

sample: .venv/dev.done
	$(BIN)/python -m sample_data.generate

columns: .venv/app.done
	$(BIN)/python -m analytics.ingest.recognise.accepted_columns > docs/columns.md

clean:
	rm -rf .venv

# Linting all SQL takes most of a minute, so only what changed since the last clean run is linted;
# clean/ holds macros of DuckDB, whose layout the linter does not know.
.venv/sql.done: $(shell find analytics -name '*.sql' -not -path '*/clean/*') pyproject.toml
	@$(BIN)/sqlfluff lint --processes 2 --disable-progress-bar $(filter %.sql,$?)
	@touch $@

.venv/app.done: requirements.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Gleaner needs Python 3.11 or newer; set PYTHON=python3.12, for example')"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --requirement requirements.txt
	@touch $@

.venv/dev.done: .venv/app.done requirements-dev.txt
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	@touch $@

# Browser tests drive the system's Chromium; where it may not be installed, one line says what to do.
.venv/browser.done: .venv/dev.done
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
	|| { echo "Browser tests need Chromium: install the package 'chromium' (sudo apt-get install chromium), then run make test again."; exit 1; }
	@touch $@
