#!/bin/sh
# Brings what the site needs up to date, then restarts the two instances one after the other: the archive stays
# reachable. Stops if the first does not come back. Then old releases go, all but the current one and the two newest.
set -eu

cd "$(dirname "$0")"
venv/bin/pip install --quiet --disable-pip-version-check -r current/app/requirements.txt

for port in 8001 8002; do
    systemctl restart "carton@$port"
    tries=0
    until curl --fail --silent --output /dev/null "http://127.0.0.1:$port/"; do
        tries=$((tries + 1))
        if [ "$tries" -ge 60 ]; then
            echo "L'instance carton@$port ne répond pas : l'autre n'a pas été touchée. Voir « journalctl -u carton@$port »." >&2
            exit 1
        fi
        sleep 1
    done
    echo "carton@$port : à jour"
done

current="$(basename "$(readlink current)")"
cd releases
ls | sort | head -n -2 | while read -r release; do
    [ "$release" = "$current" ] || rm -r "$release"
done
