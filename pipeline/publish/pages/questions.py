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
        Question(name, query["title"], query.get("description"), _parameters(query["sql"]))
        for name, query in site_text("queries").items()
    )
    return Questions(Head(word("questions.title"), word("questions.description"), "/questions"), told)


def _parameters(sql: str) -> tuple[str, ...]:
    """What a query asks for, in the order of the lexicon."""
    order = list(site_text("labels")["parameter"])
    return tuple(sorted(set(PARAMETER.findall(sql)), key=order.index))


PAGE = Page(r"/questions", "questions.html", build)
