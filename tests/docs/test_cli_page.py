"""docs/cli.md is the whole contract of the command line: commands, options, statuses."""

from __future__ import annotations

import re

import click
import pytest

from resellerdesk.cli import main
from resellerdesk.cli.main import cli

from docs.pages import coded, section, sections, text_of

EVERYWHERE = "What holds for every command"
ROOT_CONTEXT = click.Context(cli)
COMMANDS = {name: cli.get_command(ROOT_CONTEXT, name) for name in cli.list_commands(ROOT_CONTEXT)}


def flags(command: click.Command) -> set[str]:
    """The options of a command as they are typed, those of its own commands too."""
    own = {
        flag for param in command.params if isinstance(param, click.Option) for flag in param.opts
    }
    inner = command.commands.values() if isinstance(command, click.Group) else ()
    return own.union(*(flags(one) for one in inner))


SHARED = flags(cli) - {"--version"}


def written(title: str) -> set[str]:
    """The options that the first column of a section's table names."""
    words = [word for row in section("cli", title).rows() for word in coded(row[0])]
    return {flag for word in words for flag in re.findall(r"^--?[a-z-]+", word)}


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    titles = {item.title.strip("`") for item in sections("cli") if item.level == 2}
    assert titles == {EVERYWHERE, *COMMANDS}


def test_the_list_at_the_top_names_each_command_once() -> None:
    linked = re.findall(r"\[`(\w+)`\]\(#(\w+)\)", sections("cli")[0].text)
    assert sorted(linked) == sorted((name, name) for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_options_of_a_command_are_those_on_the_page(name: str) -> None:
    command = COMMANDS[name]
    assert command is not None
    assert written(name) == flags(command) - SHARED


def test_what_every_command_takes_is_what_the_page_says() -> None:
    assert written(EVERYWHERE) == flags(cli) | {"--help", "-h"}
    for name, command in COMMANDS.items():
        assert command is not None
        assert name == "completion" or not SHARED - flags(command)


def test_a_required_option_says_so() -> None:
    for name, command in COMMANDS.items():
        assert command is not None
        must = {param.opts[0] for param in command.params
                if isinstance(param, click.Option) and param.required}
        said = {re.findall("--[a-z-]+", row[0])[0] for row in section("cli", name).rows()
                if "must be given" in row[1]}
        assert must == said, name


def test_the_environment_is_on_the_page() -> None:
    options = [param for param in cli.params if isinstance(param, click.Option)]
    variables = {str(param.envvar) for param in options if param.envvar}
    variables |= {"RESELLERDESK_USER", "RESELLERDESK_STATE"}
    assert set(re.findall("RESELLERDESK_[A-Z_]+", text_of("cli"))) == variables


def test_the_exit_statuses_are_those_of_the_program() -> None:
    rows = section("cli", EVERYWHERE).rows()
    meanings = {row[0]: row[1].partition(":")[0] for row in rows if row[0].isdigit()}
    assert meanings == {"0": "done", "1": "refused", "2": "wrong usage", "3": "done in part"}
    assert (main.REFUSED, main.DONE_IN_PART, click.UsageError("").exit_code) == (1, 3, 2)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_reads_well(name: str) -> None:
    command = COMMANDS[name]
    assert command is not None
    summary = (command.help or "").partition("\n")[0]
    assert summary.endswith((".", ","))
    options = [param for param in command.params if isinstance(param, click.Option)]
    assert not [param.opts[0] for param in options if not param.help]
