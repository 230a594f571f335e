"""The command `carton`: arguments, progress bar and messages, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from pipeline import __version__, load, read, run
from pipeline.errors import ArchiveInconsistent, CannotServe, CannotUseFile, CartonError
from pipeline.evaluate import evaluate, report
from pipeline.folder import Folder
from pipeline.messages import say
from pipeline.model import OcrMode
from pipeline.publish import release, server
from pipeline.terminal import FrenchGroup, progress

PORT = 8001
Stage = Callable[[Folder, run.Plan, run.Watch], None]

archive = click.option(
    "--archive",
    "root",
    type=click.Path(path_type=Path),
    default=".",
    metavar=say("metavar-folder"),
    help=say("help-archive"),
)
ocr = click.option("--ocr", type=click.Choice(["auto", "always", "never"]), default=None, help=say("help-ocr"))
quiet = click.option("--quiet", is_flag=True, help=say("help-quiet"))


@contextmanager
def _explained() -> Iterator[None]:
    """What Carton can explain becomes a sentence on stderr and the exit code of `errors.py`."""
    try:
        with _files_named():
            yield
    except CartonError as error:
        click.echo(str(error), err=True)
        raise SystemExit(error.exit_code) from error


def _opened(root: Path) -> Folder:
    """The archive folder with its ZIPs and e-mails unpacked, so that every command sees the same documents."""
    folder = Folder(root)
    run.unpack_members(folder)
    return folder


@contextmanager
def _files_named() -> Iterator[None]:
    """What the system refuses becomes an error that names the file; a closed pipe has none and stays what it is."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            raise
        raise CannotUseFile(file=error.filename, detail=error.strerror) from error


def _follow(label: str, stage: Stage, folder: Folder, plan: run.Plan, *, quiet: bool) -> None:
    """Run a stage behind a progress bar."""
    with progress(say(label), len(plan.stale), quiet=quiet) as bar:
        stage(folder, plan, lambda document_id: bar.update(1, document_id) if bar else None)


@click.group(
    cls=FrenchGroup,
    help=say("help-carton"),
    subcommand_metavar=say("metavar-command"),
    context_settings={"help_option_names": ["--help"]},
)
@click.version_option(__version__, prog_name="carton", help=say("help-version"))
def main() -> None:
    """The group all verbs belong to."""


@main.command("run", help=say("help-run"))
@archive
@ocr
@quiet
def run_all(root: Path, ocr: OcrMode | None, *, quiet: bool) -> None:
    """Read, extract, load; the last line sums up."""
    with _explained():
        folder = _opened(root)
        reading = run.plan_reading(folder, ocr)
        _follow("reading", run.read_documents, folder, reading, quiet=quiet)
        _follow("drawing", run.draw_pages, folder, run.plan_drawing(folder), quiet=quiet)
        _follow("extracting", run.extract_documents, folder, run.plan_extraction(folder), quiet=quiet)
        run.load_archive(folder)
        counts = load.counts(folder.database)
        click.echo(say("summary", read=len(reading.stale), unchanged=len(reading.unchanged), **counts))


@main.command("read", help=say("help-read"))
@archive
@ocr
@quiet
def read_only(root: Path, ocr: OcrMode | None, *, quiet: bool) -> None:
    """raw/ → pages in extracted/."""
    with _explained():
        folder = _opened(root)
        plan = run.plan_reading(folder, ocr)
        _follow("reading", run.read_documents, folder, plan, quiet=quiet)
        click.echo(say("summary-read", done=len(plan.stale), unchanged=len(plan.unchanged)))


@main.command("extract", help=say("help-extract"))
@archive
@quiet
def extract_only(root: Path, *, quiet: bool) -> None:
    """Pages in extracted/ → mentions and events in extracted/."""
    with _explained():
        folder = _opened(root)
        plan = run.plan_extraction(folder)
        _follow("extracting", run.extract_documents, folder, plan, quiet=quiet)
        click.echo(say("summary-extract", done=len(plan.stale), unchanged=len(plan.unchanged)))


@main.command("load", help=say("help-load"))
@archive
def load_only(root: Path) -> None:
    """extracted/ and decisions.jsonl → archive.db and private.db."""
    with _explained():
        folder = _opened(root)
        run.load_archive(folder)
        click.echo(say("summary-load", **load.counts(folder.database)))


@main.command("check", help=say("help-check"))
@archive
def check(root: Path) -> None:
    """Every file of raw/ accounted for, checksums right, archive.db up to date."""
    with _explained():
        folder = _opened(root)
        differences = run.differences(folder)
        for difference in differences:
            click.echo(difference)
        if differences:
            raise ArchiveInconsistent(count=len(differences))
        click.echo(say("check-good", documents=len(folder.documents())))


@main.command("evaluate", help=say("help-evaluate"))
@click.argument("gold", type=click.Path(path_type=Path), metavar=say("metavar-gold"))
@archive
@click.option("--misses", is_flag=True, help=say("help-misses"))
def evaluate_extraction(gold: Path, root: Path, *, misses: bool) -> None:
    """extracted/ held against an archivist's own gold."""
    with _explained():
        evaluation = evaluate(gold, Folder(root).extracted)
        tables = [report.quality(evaluation), report.calibration(evaluation)]
        click.echo("\n\n".join("\n".join(lines) for lines in (*tables, *([report.misses(evaluation)] * misses))))


@main.command("show", help=say("help-show"))
@click.argument("document", metavar=say("metavar-document"))
@archive
@click.option("--to", "target", type=click.Path(path_type=Path), default="lecture", help=say("help-show-to"))
def show(document: str, root: Path, target: Path) -> None:
    """What was read, drawn over the pages."""
    with _explained():
        for picture in run.show_reading(_opened(root), document, target):
            click.echo(picture)


@main.command("serve", help=say("help-serve"))
@archive
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    metavar=say("metavar-port"),
    help=say("help-port", port=PORT),
)
def serve(root: Path, port: int) -> None:
    """archive.db in the browser, on this machine only."""
    with _explained():
        server.serve(Folder(root).database, port)


@main.command("publish", help=say("help-publish"))
@archive
@click.option(
    "--to", type=click.Path(path_type=Path), required=True, metavar=say("metavar-folder"), help=say("help-to")
)
def publish(root: Path, to: Path) -> None:
    """Everything a server needs, in a folder."""
    with _explained():
        folder = Folder(root)
        faults = load.faults(folder.database)
        if faults:
            raise CannotServe(detail=faults[0])
        if folder.database.exists() and not run.is_loaded(folder):
            click.echo(say("publish-stale"), err=True)
        click.echo(say("published", release=release.write(folder, to, read.blacken), to=to))
