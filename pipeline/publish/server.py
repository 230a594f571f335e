"""`carton serve`: the archive in the browser, on this machine."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import chdir
from pathlib import Path

from pipeline.database import opened
from pipeline.errors import CannotServe
from pipeline.messages import say

HOST = "127.0.0.1"
SETTINGS = {
    "default_page_size": 50,
    "max_returned_rows": 1000,
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 400,
    "suggest_facets": False,
    "default_cache_ttl": 60,
}
"""SQL stays open: this is the archivist's own machine."""


def serve(database: Path, port: int) -> None:
    """Serve until interrupted.

    Raises `CannotServe` when there is no archive yet, when it is damaged, or when the port is taken.
    """
    if not database.exists():
        raise CannotServe(detail=say("no-archive"))
    _probe(database)
    port = _free_port(port)
    import uvicorn  # noqa: PLC0415 - the web server is not loaded for the other commands

    from pipeline.publish.site import site  # noqa: PLC0415

    print(say("serving", address=f"http://{HOST}:{port}/"), flush=True)  # noqa: T201 - the one line the user waits for
    with chdir(database.parent):
        app = site(Path(database.name), SETTINGS, originals=True).app()
        uvicorn.run(app, host=HOST, port=port, log_level="warning", lifespan="on")


def _probe(database: Path) -> None:
    """See that the file is an archive before the web server does."""
    try:
        with opened(database) as connection:
            connection.execute("select carton from runs").fetchone()
    except sqlite3.Error as error:
        raise CannotServe(detail=say("archive-damaged", detail=error)) from error


def _free_port(port: int) -> int:
    """The port itself, or for 0 any that is free."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise CannotServe(detail=say("port-taken", port=port)) from error
        return int(probe.getsockname()[1])
