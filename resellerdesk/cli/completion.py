"""`resellerdesk completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script of a shell.

    For bash: resellerdesk completion bash > ~/.local/share/bash-completion/completions/resellerdesk
    """
    maker = get_completion_class(shell)
    assert maker is not None  # the choice offers no other
    root = ctx.find_root().command
    click.echo(maker(root, {}, "resellerdesk", "_RESELLERDESK_COMPLETE").source())
