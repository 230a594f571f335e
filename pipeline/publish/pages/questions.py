"""Questions: the canned queries as forms, each answered by a page of Datasette that gives CSV and JSON as well."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.publish.page import Ask, Head, Page
from pipeline.publish.reader import Reader
from pipeline.publish.words import site_text, word

PARAMETER = re.compile(r":([a-z_]+)")


@dataclass(frozen=True)
class Question:
    """A canned query: its name in the address, and what is to be filled in."""

    name: str
    title: str
    description: str | None
    parameters: tuple[str, ...]


@dataclass(frozen=True)
class Questions:
    """All of them."""

    head: Head
    questions: tuple[Question, ...]


def build(_read: Reader, _ask: Ask) -> Questions:
    """The questions of the lexicon."""
    told = tuple(
        Question(name, query["title"], query.get("description"), tuple(dict.fromkeys(PARAMETER.findall(query["sql"]))))
        for name, query in site_text("queries").items()
    )
    return Questions(Head(word("questions.title"), word("questions.description"), "/questions"), told)


PAGE = Page(r"/questions", "questions.html", build)
