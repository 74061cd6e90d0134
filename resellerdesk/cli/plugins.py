"""`resellerdesk plugins`."""

from __future__ import annotations

from typing import Any

import click

from resellerdesk.cli.context import Session, everywhere
from resellerdesk.cli.out import print_columns, print_json, say, tell
from resellerdesk.desk.plugins import disable_plugin, enable_plugin
from resellerdesk.extensions.registry import Plugin


@click.group(invoke_without_command=True)
@everywhere
@click.pass_context
def plugins(ctx: click.Context) -> None:
    """List the plugins: what is loaded, what failed to load and why."""
    if ctx.invoked_subcommand is not None:
        return
    session = ctx.ensure_object(Session)
    found = session.desk.extensions.plugins
    texts = {
        plugin.name: session.translator.text(plugin.fault.text) if plugin.fault else ""
        for plugin in found
    }
    if session.json:
        print_json([_plugin_json(plugin, texts[plugin.name] or None) for plugin in found])
        return
    if not found:
        tell("no plugins are installed")
        return
    print_columns(
        ["Plugin", "Version", "Status", "Families"],
        [[p.name, p.version, p.status, ", ".join(p.families)] for p in found],
    )
    for plugin in found:
        if texts[plugin.name]:
            say(f"! {texts[plugin.name]}")


@plugins.command()
@click.argument("name")
@everywhere
@click.pass_obj
def enable(session: Session, name: str) -> None:
    """Load a plugin again, from the next start on."""
    enable_plugin(session.desk, name)
    _say_switched(session, name, "enabled")


@plugins.command()
@click.argument("name")
@everywhere
@click.pass_obj
def disable(session: Session, name: str) -> None:
    """Load a plugin no more; it need not load for that."""
    disable_plugin(session.desk, name)
    _say_switched(session, name, "disabled")


def _plugin_json(plugin: Plugin, error: str | None) -> dict[str, Any]:
    return {"name": plugin.name, "version": plugin.version, "families": list(plugin.families),
            "status": plugin.status, "error": error}


def _say_switched(session: Session, name: str, what: str) -> None:
    if session.json:
        switched = [plugin for plugin in session.desk.extensions.plugins if plugin.name == name]
        print_json([{**_plugin_json(plugin, None), "status": what} for plugin in switched])
    else:
        say(f"{name} is {what} from the next start on")
