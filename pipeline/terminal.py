"""How the command line looks: French headings and errors for click, and the progress bar."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import click

from pipeline.messages import say

INTERRUPTED = 130
"""Exit code of a command stopped by Ctrl+C: 128 + SIGINT, as shells have it."""


class FrenchFormatter(click.HelpFormatter):
    """click's help page with its own few words in our language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or say("click-usage"))

    def write_heading(self, heading: str) -> None:
        headings: Mapping[str, str] = {"Options": say("click-options"), "Commands": say("click-commands")}
        super().write_heading(headings.get(heading, heading))


click.Context.formatter_class = FrenchFormatter


class FrenchCommand(click.Command):
    """A command whose --help explains itself in our language."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("help-help")
        return option


class FrenchGroup(FrenchCommand, click.Group):
    """A group whose usage errors are said in our language."""

    command_class = FrenchCommand

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - click's own signature
        """Run with click's errors turned into our sentences; exit code 2 as everywhere."""
        try:
            return super().main(*args, **{**kwargs, "standalone_mode": False})
        except click.exceptions.Abort:
            click.echo(say("interrupted"), err=True)
            raise SystemExit(INTERRUPTED) from None
        except click.ClickException as error:
            click.echo(_sentence(error), err=True)
            raise SystemExit(error.exit_code) from None


def _sentence(error: click.ClickException) -> str:
    match error:
        case click.NoSuchOption():
            return say("click-no-such-option", option=error.option_name)
        case click.MissingParameter():
            return say("click-missing", parameter=_parameter(error))
        case click.BadParameter():
            return say("click-bad-value", parameter=_parameter(error), expected=_expected(error))
        case _:
            return say("click-usage-error", detail=error.format_message())


def _parameter(error: click.BadParameter) -> str:
    """The option or argument as one types it."""
    return error.param.opts[0] if error.param else str(error.param_hint or "")


def _expected(error: click.BadParameter) -> str:
    """What a parameter of this type must be, in our language."""
    is_number = error.param is not None and isinstance(error.param.type, click.types.IntParamType)
    return say("click-expected-number" if is_number else "click-expected-value")


def progress(label: str, length: int, *, quiet: bool) -> AbstractContextManager[Any]:
    """A bar on stderr with the document's name, a count and the time left; nothing where it is not wanted."""
    if quiet or not length:
        return nullcontext()
    return click.progressbar(range(length), label=label, file=sys.stderr, show_pos=True, item_show_func=_name, width=24)


def _name(document: object) -> str:
    """The document's name as the bar shows it."""
    return str(document or "")
