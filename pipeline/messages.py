"""What Carton says on screen: every sentence stands in `lexicon/messages.fr.yml`, under a code."""

from __future__ import annotations

from pipeline.lexicon import lexicon

LANGUAGE = "fr"


def say(code: str, **blanks: object) -> str:
    """The sentence for a code, its blanks filled. Raises KeyError for a code that has no sentence."""
    return str(lexicon(f"messages.{LANGUAGE}")[code]).format(**blanks)
