"""Presences as archive.db packs them: all of one event in a few bytes, so that those of a big town are read at once.

Of each presence three whole numbers of four bytes, the lowest byte first: the person or 0, the body or 0, the role.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from pipeline.network import Presences

NUMBER = np.dtype("<i4")


def pack(presences: Iterable[tuple[int, int, int]]) -> bytes:
    """Person, body and role of everyone at one event."""
    return np.array(list(presences), NUMBER).tobytes()


def unpack(gatherings: Iterable[tuple[int, int | None, bytes]], role: int | None = None) -> Presences:
    """Presences at events, each given with its number, its year and what `pack` made; of one role only, if asked."""
    rows = list(gatherings)
    people, bodies, roles = np.frombuffer(b"".join(row[2] for row in rows), NUMBER).reshape(-1, 3).astype(np.int64).T
    each = [len(row[2]) // (3 * NUMBER.itemsize) for row in rows]
    events = np.repeat(np.array([row[0] for row in rows], np.int64), each)
    years = np.repeat(np.array([row[1] or 0 for row in rows], np.int64), each)
    kept = slice(None) if role is None else roles == role
    return Presences(events[kept], people[kept], bodies[kept], years[kept])
