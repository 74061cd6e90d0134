"""The palette: every action that works where one is, found by its name, with its command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Input

from resellerdesk.core.text import T
from resellerdesk.tui.actions import ACTIONS, Action, Facts, Place, bindings, command_of
from resellerdesk.tui.keymap import Keymap
from resellerdesk.tui.keys import key_names
from resellerdesk.tui.lines import Line, Look, Run, left, line, said
from resellerdesk.tui.pages.empty import told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.bar import Bar
from resellerdesk.tui.widgets.columns import Column
from resellerdesk.tui.widgets.finder import Finder
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule

NOTHING = (T("No action is called that."), T("Here are only those that work where you were."))


@dataclass(frozen=True, slots=True)
class Offer:
    """One action that works: what it is called, the keys for it, its command, and doing it."""

    name: str
    keys: str
    command: str
    run: Callable[[], object]


def offers_of(
    screen: Screen[None], facts: Facts, keymap: Keymap, words: Callable[[Action], str]
) -> list[Offer]:
    """The actions that work on a screen, in the order of the registry."""
    active = {
        each.binding.id: each for each in screen.active_bindings.values() if each.enabled
    }
    return [
        Offer(words(action), key_names(keymap.keys(action)),
              command_of(action, facts) or "",
              partial(screen.app.run_action, here.binding.action, here.node))
        for action in ACTIONS
        if action.in_palette and (here := active.get(action.name)) is not None
    ]


class PaletteScreen(Frame):
    """Typing narrows the list; enter does what the cursor stands on, where one came from."""

    BINDINGS = bindings(Place.PALETTE)
    AUTO_FOCUS = "#finder"

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._offers = offers

    def body(self) -> ComposeResult:
        finder = Finder(self.press, id="finder")
        yield Horizontal(Bar(id="slash"), finder, id="search-line")
        yield Grid(_FOLDS, lambda offer: (offer.name, offer.keys), id="offers")
        yield Rule(id="rule")
        yield Bar(id="command")

    def on_mount(self) -> None:
        words = self.session.translator.text
        self.query_one("#slash", Bar).show(lambda width: ((Run(" "), Run(">", Look.KEY)),))
        self.title_as(partial(title_line, words(T("Actions")), self.session.as_of, []))
        self._show("")
        self.call_after_refresh(self.session.ready)

    @property
    def grid(self) -> Grid[Offer]:
        return self.query_one("#offers", Grid)

    def on_input_changed(self, message: Input.Changed) -> None:
        self._show(message.value)

    def _show(self, typed: str) -> None:
        wanted = typed.casefold().split()
        found = [offer for offer in self._offers
                 if all(word in offer.name.casefold() for word in wanted)]
        self.grid.show(found, partial(told_to, NOTHING, self.session.translator))
        self.grid.move_to(0)

    def on_grid_moved(self) -> None:
        shown = self.command()
        self.query_one("#command", Bar).show(lambda width: [(Run(" "), said(shown, Look.QUIET))])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "run":
            return self.grid.current is not None
        if action == "copy":
            return bool(self.command())
        return True

    def press(self, action: str) -> None:
        """Does one of the palette's own actions."""
        if self.check_action(action, ()):
            getattr(self, f"action_{action}")()

    def action_up(self) -> None:
        self.grid.action_cursor_up()

    def action_down(self) -> None:
        self.grid.action_cursor_down()

    def on_grid_chosen(self) -> None:
        self.action_run()

    def action_run(self) -> None:
        offer = self.grid.current
        if offer is not None:
            self.session.back()
            self.app.call_later(offer.run)

    def command(self) -> str:
        return "" if self.grid.current is None else self.grid.current.command

    def action_back(self) -> None:
        self.session.back()


def _name(offer: Offer, width: int) -> Line:
    return line(left(offer.name, width))


def _keys(offer: Offer, width: int) -> Line:
    return line(left(offer.keys, width), Look.KEY)


def _command(offer: Offer, width: int) -> Line:
    return line(left(offer.command, width), Look.QUIET)


_NAME: Column[Offer] = Column("name", "", 50, _name, share=1)
_KEYS: Column[Offer] = Column("keys", "", 8, _keys)
_COMMAND: Column[Offer] = Column("command", "", 44, _command, share=2)
_FOLDS = ((_NAME, _KEYS, _COMMAND), (_NAME, _KEYS))
