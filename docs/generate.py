"""Writes docs/cli.md and docs/schema.md from the program itself, so that they are never wrong.

Run by `make docs`; a test fails while a page differs from what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

from click.testing import CliRunner

from pipeline.cli import main
from pipeline.errors import CartonError
from pipeline.lexicon import lexicon
from pipeline.load.schema import FULL_TEXT, PRIVATE, PUBLIC, VIEWS, Table
from pipeline.messages import LANGUAGE, say
from pipeline.terminal import INTERRUPTED

DOCS = Path(__file__).parent
SQL_NAMES = {str: "text", int: "integer", float: "real", bytes: "blob"}


def pages() -> dict[Path, str]:
    """What stands in each generated page."""
    return {DOCS / "cli.md": "\n".join(_cli()) + "\n", DOCS / "schema.md": "\n".join(_schema()) + "\n"}


# ── the command line ─────────────────────────────────────────────────────────────────────────────────────────────────


def _cli() -> Iterator[str]:
    yield "# The command line"
    yield ""
    yield "Written by `make docs`. The program speaks French; `python -m pipeline` is the same as `carton`."
    for arguments in ([], *([name] for name in main.commands)):
        yield from ("", f"## {' '.join(['carton', *arguments])}", "", "```text")
        yield CliRunner().invoke(main, [*arguments, "--help"], prog_name="carton", terminal_width=100).output.rstrip()
        yield "```"
    yield from ("", "## Exit codes", "", "| Code | Class in `errors.py` | What is said |", "|---|---|---|")
    yield "| 0 | – | all went well; documents that could not be read are issues, not failures |"
    yield "| 2 | – | the command line was not understood |"
    for error in sorted(CartonError.__subclasses__(), key=lambda error: error.exit_code):
        if error.exit_code > 1:
            yield f"| {error.exit_code} | `{error.__name__}` | {lexicon(f'messages.{LANGUAGE}')[error.code]} |"
    yield f"| {INTERRUPTED} | – | {say('interrupted')} |"


# ── the tables ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _schema() -> Iterator[str]:
    yield "# The tables of archive.db and private.db"
    yield ""
    yield "Written by `make docs`. Descriptions are those the published site shows, hence in French."
    for table in PUBLIC:
        yield from _table(table)
    yield from ("", "## Views")
    for name, sql in VIEWS.items():
        yield from ("", f"### {name}", "", _told(name).get("description", ""), "", "```sql", dedent(sql).strip(), "```")
    yield from ("", "## Full text", "", "```sql", dedent(FULL_TEXT).strip(), "```")
    yield from ("", "# private.db", "", "Never served, never part of a publication.")
    for table in PRIVATE:
        yield from _table(table)


def _told(name: str) -> dict[str, object]:
    """What the site says of a table or view."""
    told: dict[str, object] = lexicon(f"site.{LANGUAGE}")["tables"].get(name, {})
    return told


def _table(table: Table) -> Iterator[str]:
    told = _told(table.name)
    columns = told.get("columns", {})
    yield from ("", f"## {table.name}", "")
    if told:
        yield from (str(told["description"]), "")
    yield from ("| Column | Type | Points to | |", "|---|---|---|---|")
    for name, kind in table.columns.items():
        key = " (key)" if name == table.pk else ""
        meaning = columns.get(name, "") if isinstance(columns, dict) else ""
        yield f"| {name} | {SQL_NAMES[kind]}{key} | {table.references.get(name, '')} | {meaning} |"


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")
