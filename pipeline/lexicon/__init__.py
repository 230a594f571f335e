"""The language's words, kept as data: one YAML file per family, read once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C takes a ninth of the time; PyYAML has it where it was built with libyaml."""


@cache
def lexicon(name: str) -> Any:  # noqa: ANN401 - each file has its own shape, said in its first comment
    """The content of `<name>.yml`."""
    text = files(__package__).joinpath(f"{name}.yml").read_text(encoding="utf-8")
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - both loaders are safe
