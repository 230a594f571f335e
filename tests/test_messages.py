"""Every sentence on screen stands in one file, and every one of them is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import pipeline
from pipeline.errors import CartonError
from pipeline.lexicon import lexicon
from pipeline.messages import LANGUAGE, say

SENTENCES = lexicon(f"messages.{LANGUAGE}")
SOURCES = "\n".join(path.read_text("utf-8") for path in Path(pipeline.__file__).parent.rglob("*.py"))


def _errors(kind: type[CartonError]) -> list[type[CartonError]]:
    return [kind, *(error for child in kind.__subclasses__() for error in _errors(child))]


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_used_somewhere(code: str) -> None:
    assert f'"{code}"' in SOURCES


@pytest.mark.parametrize("error", _errors(CartonError), ids=lambda error: error.__name__)
def test_an_error_has_a_sentence(error: type[CartonError]) -> None:
    assert error.code in SENTENCES


@pytest.mark.parametrize("error", _errors(CartonError), ids=lambda error: error.__name__)
def test_an_error_stands_in_the_tree_with_its_exit_code(error: type[CartonError]) -> None:
    tree = pipeline.errors.__doc__ or ""
    line = next(line for line in tree.splitlines() if re.search(rf"\b{error.__name__}\b", line))
    assert error.exit_code == 1 or re.search(rf"\s{error.exit_code}\s", line)


def test_blanks_are_filled() -> None:
    assert "raw/affiche.pdf" in say("file-empty", file="raw/affiche.pdf")


def test_an_unknown_code_is_a_programming_error() -> None:
    with pytest.raises(KeyError):
        say("no-such-sentence")
