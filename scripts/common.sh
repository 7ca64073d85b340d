# Sourced by the other scripts: words for people, and what the machine can do.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# WeasyPrint sets pages with Pango, subsets fonts with HarfBuzz, and needs at least one font.
PRINT_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fonts-liberation fonts-urw-base35"

say() { printf '%s\n' "$*"; }
stop() { printf '\n%s\n' "$*" >&2; exit 1; }

is_debian() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }
installed() { dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# need_packages WHAT-FOR PACKAGE...: installs what is missing as root on Debian, otherwise
# prints the exact command and stops.
need_packages() {
  local what=$1 package missing=()
  shift
  for package in "$@"; do installed "$package" || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ]; then
    stop "${what^} is missing. Install it with

    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}

and run this again."
  fi
  say "Installing $what: ${missing[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    >/dev/null || stop "${what^} could not be installed; the lines above say why."
}
