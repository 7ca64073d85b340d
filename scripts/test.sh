#!/usr/bin/env bash
# Everything, browser tests included. Arguments go to pytest: scripts/test.sh tests/core -k jobs
set -euo pipefail
source "$(dirname "$0")/common.sh"

if is_debian; then
  need_packages "what the PDFs need" $PRINT_PACKAGES
  need_packages "the browser of the tests" chromium
elif [ ! -x /usr/bin/chromium ]; then
  stop "The browser tests need Chromium at /usr/bin/chromium."
fi
exec .venv/bin/python scripts/run_tests.py "$@"
