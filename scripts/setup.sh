#!/usr/bin/env bash
# Makes .venv and installs the pinned requirements, where they have changed since the last time.
# usage: scripts/setup.sh [development]
set -euo pipefail
source "$(dirname "$0")/common.sh"

requirements=requirements.txt
[ "${1:-}" = development ] && requirements=requirements-dev.txt

# A name can stand on the PATH and still not run (a version manager's shim), so each is tried.
new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; }

choose_python() {
  local name wanted=""
  [ -f .python-version ] && wanted="python$(cut -d. -f1,2 .python-version)"
  for name in $wanted python3.13 python3.12 python3.14 python3; do
    if new_enough "$name"; then command -v "$name"; return; fi
  done
  stop "Clusterwise needs Python 3.12 or newer, and none was found. On Debian 13 or Ubuntu 24.04 and
newer it comes with

    sudo apt-get install -y python3 python3-venv"
}

make_venv() {
  local python=$1 version
  version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
  if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    is_debian || stop "$python cannot make virtual environments: its modules venv and ensurepip are missing."
    need_packages "Python's venv module" "python$version-venv"
  fi
  say "Making .venv with Python $version"
  "$python" -m venv .venv
}

install_requirements() {
  local stamp=.venv/installed-$requirements
  cmp -s "$requirements" "$stamp" && return 0
  say "Installing $requirements (a minute or two, once)"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
    -r "$requirements" || stop "The requirements could not be installed; the lines above say why."
  cp "$requirements" "$stamp"
}

# A .venv whose Python has gone away is made again.
new_enough .venv/bin/python || { rm -rf .venv; python=$(choose_python); make_venv "$python"; }
install_requirements
