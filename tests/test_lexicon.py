"""The lexicons, whichever loader reads them."""

from __future__ import annotations

from importlib.resources import files

import pytest
import yaml

from pipeline.lexicon import lexicon

HERE = files("pipeline.lexicon")
NAMES = [path.name.removesuffix(".yml") for path in HERE.iterdir() if path.name.endswith(".yml")]


@pytest.mark.parametrize("name", NAMES)
def test_a_lexicon_is_the_same_however_fast_it_is_read(name: str) -> None:
    text = HERE.joinpath(f"{name}.yml").read_text("utf-8")
    assert list(lexicon(name).items()) == list(yaml.safe_load(text).items())
