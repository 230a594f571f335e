"""What the pages say, from `lexicon/site.fr.yml`: sentences under `words`, names of codes under `labels`."""

from __future__ import annotations

from typing import Any

from pipeline.lexicon import lexicon
from pipeline.messages import LANGUAGE
from pipeline.publish.french import number, typo


def word(key: str, count: float | None = None, **blanks: object) -> str:
    """The sentence under `section.key`; of two, the one for that count (French: none and one are singular).

    Raises KeyError for a key that has no sentence.
    """
    section, _, name = key.partition(".")
    found = _site()["words"][section][name]
    if isinstance(found, list):
        found = found[0 if count is not None and abs(count) < 2 else 1]
    told = number(count) if count is not None else ""
    return typo(str(found).format(count=told, **blanks))


def label(family: str, code: object) -> str:
    """What a code is called on screen; the code itself where it has no name."""
    names = _site()["labels"].get(family, {})
    return str(names.get(code, code if code is not None else ""))


def site_text(key: str) -> Any:  # noqa: ANN401 - each section has its own shape
    """A section of the site's lexicon."""
    return _site()[key]


def _site() -> dict[str, Any]:
    found: dict[str, Any] = lexicon(f"site.{LANGUAGE}")
    return found
