"""The desk's settings: what each does, its value, and changing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from resellerdesk.core.profile import find_setting
from resellerdesk.core.text import T, Text
from resellerdesk.desk.settings import list_settings, set_settings
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.columns_of import ColumnsOf
from resellerdesk.tui.form import Field, Form, Values
from resellerdesk.tui.keymap import refuse_keys
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.listing import ListingScreen
from resellerdesk.tui.widgets.columns import Fold


@dataclass(frozen=True, slots=True)
class Row:
    """One setting as it stands."""

    name: str
    value: str
    about: str


class SettingsScreen(ListingScreen[Row]):
    """Every setting by its dotted name."""

    BINDINGS = bindings(Place.SETTINGS)
    fact = "setting"

    def read(self) -> Sequence[Row]:
        return [Row(name, value, _about(name))
                for name, value in list_settings(self.session.desk).items()]

    def folds(self) -> Sequence[Fold[Row]]:
        of = ColumnsOf[Row](self.session.translator)
        name = of.plain("name", T("Setting"), 27, lambda it: it.name)
        value = of.plain("value", T("Value"), 20, lambda it: it.value, 1)
        about = of.plain("about", T("What it does"), 40, lambda it: it.about, 1)
        return ((name, value, about), (name, value))

    def key(self, row: Row) -> str:
        return row.name

    def words_of(self, row: Row) -> str:
        return f"{row.name} {row.value} {row.about}"

    def empty(self) -> tuple[Text, Text]:
        return T("No setting."), T("esc goes back.")

    def heading(self, rows: Sequence[Row]) -> tuple[Text, Sequence[Text]]:
        return T("Settings"), [T("they hold for everybody at this desk")]

    def chosen(self, row: Row) -> None:
        form = Form(
            T("Setting"), [row.name], f"settings {row.name}",
            [Field("value", row.about or row.name, required=False, value=row.value)],
            partial(self._store, row.name),
            self._set, lambda values: ["settings", row.name, values["value"]],
        )
        self.session.open(FormScreen(form))

    def _store(self, name: str, values: Values) -> None:
        refuse_keys(self.session.desk, name, values["value"])
        set_settings(self.session.desk, {name: values["value"]})

    def _set(self, _: None) -> None:
        self.say_done(T("set"))
        self.action_refresh()



def _about(name: str) -> str:
    """What a host's setting does; a family's says it by its name."""
    setting = find_setting(name)
    return "" if setting is None else setting.about
