"""The desk in the terminal."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any

from textual.app import App
from textual.await_complete import AwaitComplete
from textual.screen import Screen

from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.keeping_trace import unforeseen
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.ascii import AsciiOnly, promises_unicode
from resellerdesk.tui.clipboard import copying
from resellerdesk.tui.keymap import own_keys
from resellerdesk.tui.refresh import Colleagues, Looked
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.screens.help import HelpScreen
from resellerdesk.tui.screens.palette import PaletteScreen, offers_of
from resellerdesk.tui.screens.worklist import WorklistScreen
from resellerdesk.tui.signals import leave_on_signals
from resellerdesk.tui.themes import look_of

HINT_STAYS = 4.0
"""Seconds that a hint stands on the rule."""

PAINTING_WAITS = 0.5
"""Seconds that a screen waits for what it shows; a slow one is announced instead."""


class DeskApp(App[None]):
    """Opens on the worklist. `as_of` None means the calendar's today, whenever it is asked."""

    TITLE = "ResellerDesk"
    CSS_PATH = Path(__file__).with_name("desk.tcss")
    BINDINGS = bindings(Place.EVERYWHERE)
    ENABLE_COMMAND_PALETTE = False  # ours is made from the registry of actions
    ALLOW_SELECT = False

    def __init__(self, desk: Desk, as_of: date | None = None) -> None:
        look = look_of(desk)
        # Without one: the terminal's own sixteen colours, light or dark as its owner likes them.
        super().__init__(ansi_color=look is None)
        if look is not None:
            self.ansi_theme_dark = self.ansi_theme_light = look.colours
        self.theme = "ansi-dark" if look is None else f"textual-{look.name}"
        self.animation_level = "none"
        if not promises_unicode(os.environ):
            self._filters.append(AsciiOnly())
        self.desk = desk
        self.translator = Translator("en", desk.extensions.locales)
        self.keymap = own_keys(desk)
        self.set_keymap(dict(self.keymap.own))
        self._as_of = as_of
        self._unpainted: ExitStack | None = None
        self._colleagues = Colleagues(self, desk)
        self.trouble = ""
        """What is to be said of an error that ended the desk; empty after an ordinary end."""

    @property
    def as_of(self) -> date:
        return self._as_of or date.today()  # noqa: DTZ011  # the rep's own day

    def on_mount(self) -> None:
        leave_on_signals(self)
        self._colleagues.begin()
        self.open(WorklistScreen())

    def on_unmount(self) -> None:
        self._colleagues.end()

    def on_looked(self, message: Looked) -> None:
        if self._colleagues.seen(message):
            self.catch_up(self.screen)

    def catch_up(self, screen: Screen[Any]) -> None:
        if isinstance(screen, Frame) and screen.changes_seen != self._colleagues.count:
            screen.changes_seen = self._colleagues.count
            screen.see_change()

    def open(self, screen: Screen[None]) -> None:
        self._hold_painting()
        if isinstance(screen, Frame):
            screen.changes_seen = self._colleagues.count
        self.push_screen(screen)

    def back(self) -> None:
        self._hold_painting()
        # Off the stack at once: a second esc, typed ahead, must not take the next screen too.
        self.run_worker(self._after(self.pop_screen()))

    async def _after(self, popped: AwaitComplete) -> None:
        await popped
        self.ready()

    def ready(self) -> None:
        # What the layout still has to say comes first, and is held back too.
        self.screen.call_after_refresh(self._paint)

    def _hold_painting(self) -> None:
        """Textual would paint a screen empty, then half empty, then as it is."""
        if self._unpainted is None:
            self._unpainted = ExitStack()
            self._unpainted.enter_context(self.batch_update())
            self._paints_late = self.set_timer(PAINTING_WAITS, self._paint)

    def _paint(self) -> None:
        if self._unpainted is not None:
            self.screen.refresh(self.screen.size.region)
            self._unpainted.close()
            self._unpainted = None
            self._paints_late.stop()

    def _fatal_error(self) -> None:
        """Where Textual would print pages of trace: one sentence, which says where the trace is."""
        error = sys.exc_info()[1] or self._exception
        if error is not None and not self.trouble:
            self.trouble = self.translator.text(unforeseen(error))
        self._close_messages_no_wait()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "help":
            return not isinstance(self.screen, HelpScreen)
        if action == "command_palette":
            return not isinstance(self.screen, PaletteScreen)
        return super().check_action(action, parameters)

    def action_help_quit(self) -> None:
        """ctrl+c, which leaves other programs, only says how to leave this one."""
        if isinstance(self.screen, Frame):
            frame = self.screen
            frame.tell(T("ctrl+q leaves the desk"))
            self.set_timer(HINT_STAYS, lambda: frame.tell(None))

    def action_redraw(self) -> None:
        self.screen.refresh(self.screen.size.region)

    def action_help(self) -> None:
        here = {Place(name.partition(".")[0]) for name in self._working() if "." in name}
        self.open(HelpScreen(here - {Place.EVERYWHERE}))

    def _working(self) -> set[str]:
        """The names of the actions that work on the screen on top."""
        active = self.screen.active_bindings.values()
        return {str(each.binding.id) for each in active if each.binding.id}

    def action_command_palette(self) -> None:
        frame = self.screen
        if isinstance(frame, Frame):
            words = self.translator.text
            offers = offers_of(frame, frame.facts(), self.keymap,
                               lambda action: words(action.label))
            self.open(PaletteScreen(offers))

    def copy(self, text: str) -> None:
        if self._driver is not None:
            self._driver.write(copying(text, os.environ))
