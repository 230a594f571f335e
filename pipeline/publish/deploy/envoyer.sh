#!/bin/sh
# Sends this folder: envoyer.sh SERVEUR:/srv/carton. Releases on the server stay, for one of them is being served; which
# one is current is said last, when all of it is there.
set -eu

here="$(cd "$(dirname "$0")" && pwd)"
rsync -a --chmod=a+rX --delete-after --filter 'protect /releases/*' --exclude /current --exclude /venv "$here/" "$1/"
rsync -a "$here/current" "$1/"
