"""The desk in the terminal."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date

from textual.app import App

from resellerdesk.desk.desk import Desk
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.palette import Actions, Palette
from resellerdesk.tui.screens.help import HelpScreen
from resellerdesk.tui.screens.worklist import WorklistScreen
from resellerdesk.tui.signals import leave_on_signals

FIRST_SCREEN_WAITS = 0.5
"""Seconds that the first painting waits for the list; a slow one is announced instead."""


class DeskApp(App[None]):
    """Opens on the worklist. `as_of` None means the calendar's today, whenever it is asked."""

    TITLE = "ResellerDesk"
    CSS_PATH = "desk.tcss"
    BINDINGS = bindings(Place.EVERYWHERE)
    COMMANDS = {Actions}  # noqa: RUF012  # as Textual declares it
    ALLOW_SELECT = False

    def __init__(self, desk: Desk, as_of: date | None = None) -> None:
        # The terminal's own sixteen colours: light or dark as its owner likes them.
        super().__init__(ansi_color=True)
        self.theme = "ansi-dark"
        self.animation_level = "none"
        self.desk = desk
        self.translator = Translator("en", desk.extensions.locales)
        self._as_of = as_of
        self._unpainted = ExitStack()

    @property
    def as_of(self) -> date:
        return self._as_of or date.today()  # noqa: DTZ011  # the rep's own day

    def on_mount(self) -> None:
        leave_on_signals(self)
        # Textual would paint an empty screen, then a half empty one, then this one.
        self._unpainted.enter_context(self.batch_update())
        self.set_timer(FIRST_SCREEN_WAITS, self.show_first_screen)
        self.push_screen(WorklistScreen())

    def show_first_screen(self) -> None:
        """Paints from now on."""
        self._unpainted.close()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "help":
            return not isinstance(self.screen, HelpScreen)
        return super().check_action(action, parameters)

    def action_help(self) -> None:
        self.push_screen(HelpScreen())

    def action_command_palette(self) -> None:
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))
