"""Carton: from a folder of French invitations to an archive one can browse.

    raw/ ──read──▶ Document ──extract──▶ Record ──resolve──▶ Archive ──load──▶ archive.db ──publish──▶ web

Start reading in `run.py`, which tells the story, and `model.py`, which names the things.
"""

__version__ = "0.1.0"
