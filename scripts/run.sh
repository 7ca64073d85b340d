#!/usr/bin/env bash
# Starts Clusterwise: installs what is missing, brings the stores up to date, loads the demo
# once, and runs the server and one worker until Ctrl-C. The environment decides, see the README.
set -euo pipefail
source "$(dirname "$0")/common.sh"

export CLUSTERWISE_DEMO=${CLUSTERWISE_DEMO-1} BIND=${BIND:-127.0.0.1} PORT=${PORT:-8000}
# honcho gives each of its processes a PORT of its own; links in letters must name the server's.
export PUBLIC_URL=${PUBLIC_URL:-http://localhost:$PORT}

scripts/setup.sh
if is_debian; then
  need_packages "what the PDFs need" $PRINT_PACKAGES
elif ! .venv/bin/python -c 'import weasyprint' 2>/dev/null; then
  stop "WeasyPrint cannot load Pango. Install your system's package of it:
https://doc.courtbouillon.org/weasyprint/stable/first_steps.html"
fi
.venv/bin/python scripts/port_is_free.py "$BIND" "$PORT" || stop "Port $PORT on $BIND is taken, perhaps by a Clusterwise that runs already.
Stop that one, or choose another port: PORT=$((PORT + 1)) make run"
.venv/bin/python manage.py prepare

say "
Clusterwise is at $PUBLIC_URL (Ctrl-C stops it)
"
exec .venv/bin/honcho start --no-colour
