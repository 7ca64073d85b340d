#!/usr/bin/env bash
# The quick checks: style, layers, templates, migrations, and the deployment check.
set -euo pipefail
source "$(dirname "$0")/common.sh"

# Only the settings under test count here, not what the shell happens to carry.
unset CLUSTERWISE_DEMO TRUSTED_PROXY ALLOWED_HOSTS CELERY_BROKER_URL
export SECRET_KEY="only-for-this-check-$(printf 'x%.0s' {1..50})0123456789abcdef"
export PUBLIC_URL=https://clusterwise.example.org
export DATABASE_URL=sqlite://:memory: EMAIL_URL=smtp://localhost:25
manage=(.venv/bin/python -W error::DeprecationWarning:__main__ manage.py)

.venv/bin/ruff check --quiet .
.venv/bin/ruff format --check . || stop "Some files want formatting: make fix"
out=$(.venv/bin/lint-imports --no-cache 2>&1) || stop "$out"
if [ -d templates ]; then
  out=$(.venv/bin/djlint --lint --quiet templates 2>&1) || stop "$out"
  .venv/bin/python scripts/check_templates.py templates
fi
"${manage[@]}" makemigrations --check --dry-run
"${manage[@]}" check --deploy --fail-level WARNING
