"""`resellerdesk`: opens the desk, or runs one command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import Text

# name -> where it is written; loaded only when asked for, so that each command starts quickly
_COMMANDS = {
    "demo": "resellerdesk.cli.demo:demo",
    "import": "resellerdesk.cli.importing:import_",
    "due": "resellerdesk.cli.worklist:due",
    "show": "resellerdesk.cli.worklist:show",
    "options": "resellerdesk.cli.options:options",
    "quote": "resellerdesk.cli.quoting:quote",
    "quotes": "resellerdesk.cli.quotes:quotes",
    "explain": "resellerdesk.cli.quotes:explain",
    "accept": "resellerdesk.cli.answers:accept",
    "decline": "resellerdesk.cli.answers:decline",
    "withdraw": "resellerdesk.cli.answers:withdraw",
    "approve": "resellerdesk.cli.answers:approve",
    "orders": "resellerdesk.cli.orders:orders",
    "steps": "resellerdesk.cli.steps:steps",
    "advance": "resellerdesk.cli.steps:advance",
    "undo": "resellerdesk.cli.steps:undo",
    "check": "resellerdesk.cli.check:check",
    "send": "resellerdesk.cli.sending:send",
    "assign": "resellerdesk.cli.assigning:assign",
    "note": "resellerdesk.cli.assigning:note",
    "follow": "resellerdesk.cli.assigning:follow",
    "customers": "resellerdesk.cli.customers:customers",
    "settings": "resellerdesk.cli.settings:settings",
    "plugins": "resellerdesk.cli.plugins:plugins",
    "completion": "resellerdesk.cli.completion:completion",
}

REFUSED = 1
DONE_IN_PART = 3


class _Commands(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        __import__(module)
        command: click.Command = getattr(sys.modules[module], name)
        return command


@click.group(
    cls=_Commands, invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@everywhere
@click.version_option(package_name="resellerdesk")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """ResellerDesk: vendor exports in, exact renewal quotes out.

    Without a command it opens the desk in this terminal. `resellerdesk demo` opens it on sample
    data. Every command takes the options below, before its name or after it.

    Exit status: 0 done, 1 refused, 2 wrong usage, 3 done in part.
    """
    if ctx.invoked_subcommand is None:
        from resellerdesk.cli.opening import open_terminal

        return open_terminal(ctx.ensure_object(Session))
    return 0


def run(args: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status; never raises at a user."""
    try:
        result = cli.main(args=args, prog_name="resellerdesk", standalone_mode=False)
    except Refusal as refusal:
        _tell(_words(refusal.text))
        return REFUSED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        _tell("stopped; nothing more was done")
        return 130
    except BrokenPipeError:
        # Whoever read us has seen enough (`| head`); what is left must not complain at exit.
        sys.stderr.close()
        return 0
    except UnicodeEncodeError as error:
        _tell(f"{error.object[:80]!r} is no UTF-8 text; type it anew, or rename the file")
        return REFUSED
    except Exception as error:
        _tell(trouble(error))
        return REFUSED
    return result if isinstance(result, int) else 0


def main() -> NoReturn:
    """The program's entry point."""
    sys.exit(run())


def _words(text: Text) -> str:
    from resellerdesk.translation.translate import Translator

    return Translator("en").text(text)


def _tell(line: str) -> None:
    from resellerdesk.cli.out import tell

    tell(f"resellerdesk: {line}")


def trouble(error: Exception) -> str:
    """An unforeseen error in one line; its trace is kept for those who mend it."""
    from resellerdesk.desk.keeping_trace import unforeseen

    return _words(unforeseen(error))
