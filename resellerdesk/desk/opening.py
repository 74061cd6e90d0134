"""Opens a desk: its database, its plugins, and who sits at it."""

from __future__ import annotations

import os
import pwd
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from pathlib import Path

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.extensions.discover import installed
from resellerdesk.extensions.guard import Guard
from resellerdesk.extensions.load import load_extensions
from resellerdesk.store.engine import open_store
from resellerdesk.store.settings import all_settings

DISABLED = "plugin.disabled."


def open_desk(path: Path, *, safe: bool = False, without: Collection[str] = ()) -> Desk:
    """The desk on a database; `safe` loads no plugin, `without` not those named.

    Raises Refusal where the path cannot be a database, or no plugin has a name of `without`.
    """
    store = open_store(path)
    with store.read() as db:
        settings = all_settings(db)
    disabled = {
        name.removeprefix(DISABLED)
        for name, value in settings.items()
        if name.startswith(DISABLED) and value == "yes"
    }
    found = installed()
    _refuse_unknown(without, [plugin.name for plugin in found])
    left_out = {plugin.name for plugin in found} if safe else set(without)
    extensions = load_extensions(found, left_out, disabled, Guard())
    return Desk(store, extensions, user_name(), lambda: datetime.now(UTC))


def _refuse_unknown(without: Collection[str], names: Sequence[str]) -> None:
    for name in sorted(set(without) - set(names)):
        raise Refusal(
            T("no plugin {name} is installed; there are {names}",
              name=name, names=", ".join(names) or T("none"))
        )


def user_name() -> str:
    """The login name of the operating system, which the environment cannot change except by
    RESELLERDESK_USER: meant for tests and scripts, and no lock (docs/security.md)."""
    named = os.environ.get("RESELLERDESK_USER")
    if named:
        return named
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
