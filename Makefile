# The way in: each target is one readable script under scripts/.
.PHONY: setup run test check fix bench

setup: ## make .venv with everything that development needs
	@scripts/setup.sh development

run: ## start the demo (or the server that the environment describes)
	@scripts/run.sh

test: setup ## everything, on SQLite and on PostgreSQL
	@scripts/test.sh

check: setup ## the quick checks, under 30 seconds
	@scripts/check.sh

fix: setup ## let the formatters mend what they can
	@.venv/bin/ruff check --fix --quiet .; .venv/bin/ruff format --quiet .

bench: setup ## times what is slow, beside DuckDB alone and plain pandas
	@.venv/bin/python bench/bench.py
