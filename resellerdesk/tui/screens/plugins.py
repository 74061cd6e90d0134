"""The plugins: what is loaded, what failed to and why, and switching one off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.message import Message

from resellerdesk.core.text import T, Text
from resellerdesk.desk.plugins import disable_plugin, enable_plugin
from resellerdesk.extensions.registry import Plugin
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.columns_of import ColumnsOf
from resellerdesk.tui.jobs import start
from resellerdesk.tui.lines import Look
from resellerdesk.tui.screens.listing import ListingScreen
from resellerdesk.tui.widgets.columns import Fold


class PluginsScreen(ListingScreen[Plugin]):
    """Every plugin that is installed, loaded or not."""

    BINDINGS = bindings(Place.PLUGINS)

    @dataclass
    class Switched(Message):
        """One was switched on or off."""

        said: Text

    def read(self) -> Sequence[Plugin]:
        return self.session.desk.extensions.plugins

    def folds(self) -> Sequence[Fold[Plugin]]:
        of = ColumnsOf[Plugin](self.session.translator)
        name = of.plain("name", T("Plugin"), 14, lambda it: it.name)
        version = of.plain("version", T("Version"), 8, lambda it: it.version)
        status = of.marked("status", T("Status"), 10, lambda it: (
            it.status, Look.LATE if it.fault is not None else Look.PLAIN))
        families = of.plain("families", T("Families"), 14, lambda it: ", ".join(it.families))
        why = of.plain("why", T("Why not"), 20, lambda it: (
            "" if it.fault is None else self.session.translator.text(it.fault.text)), 1)
        return ((name, version, status, families, why), (name, status, why))

    def key(self, row: Plugin) -> str:
        return row.name

    def words_of(self, row: Plugin) -> str:
        return f"{row.name} {row.status} {' '.join(row.families)}"

    def empty(self) -> tuple[Text, Text]:
        return T("No plugin is loaded."), T("Without --safe the desk loads those installed.")

    def heading(self, rows: Sequence[Plugin]) -> tuple[Text, Sequence[Text]]:
        return T("Plugins"), [T("{n} in all", n=len(rows))]

    def chosen(self, row: Plugin) -> None:
        """Its fault in full, where there is one: the column may be too narrow for it."""
        told = T("{name} {version} is loaded", name=row.name, version=row.version)
        self.tell(told if row.fault is None else row.fault.text)

    def action_switch(self) -> None:
        row = self.current
        if row is None:
            return
        off = row.status != "disabled"
        change = disable_plugin if off else enable_plugin
        said = (T("{name} is off from the next start on", name=row.name) if off else
                T("{name} is on from the next start on", name=row.name))
        work = partial(change, self.session.desk, row.name)
        start(self, "switch", work, lambda _: self.Switched(said))

    def on_plugins_screen_switched(self, message: Switched) -> None:
        self.say_done(message.said)
