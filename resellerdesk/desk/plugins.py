"""Plugins: what is loaded, what failed and why, and switching one on or off."""

from __future__ import annotations

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import DISABLED
from resellerdesk.store.settings import put_settings


def enable_plugin(desk: Desk, name: str) -> None:
    """From the next start on. Raises Refusal where no plugin of that name is installed."""
    _switch(desk, name, "no")


def disable_plugin(desk: Desk, name: str) -> None:
    """From the next start on; the plugin need not load for that."""
    _switch(desk, name, "yes")


def _switch(desk: Desk, name: str, disabled: str) -> None:
    names = [plugin.name for plugin in desk.extensions.plugins]
    if name not in names:
        raise Refusal(
            T("no plugin {name} is installed; there are {names}",
              name=name, names=", ".join(names) or T("none"))
        )
    with desk.store.write() as db:
        put_settings(db, {f"{DISABLED}{name}": disabled})
