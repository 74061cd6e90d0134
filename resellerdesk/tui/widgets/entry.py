"""One field of a form: a name, and what is typed or chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from resellerdesk.tui.actions import Place, actions_of, bindings
from resellerdesk.tui.lines import Line, Look, Run, cells, fitted, said
from resellerdesk.tui.session import keys_for
from resellerdesk.tui.widgets.painted import Painted

Pressed = Callable[[str], None]
"""Does an action of the form, by its id."""


class Changed(Message):
    """A field holds something else."""


def for_the_form(widget: Widget, event: Key, press: Pressed) -> bool:
    """Hands a key of the form to it, in the order in which keys were typed; whether it did.

    A key that came before another field had the focus is passed on to that one.
    """
    if widget.screen.focused is not widget:
        _taken(event)
        widget.app.simulate_key(event.key)
        return True
    for action in actions_of(Place.FORM):
        if event.key in keys_for(widget, action):
            _taken(event)
            press(action.id)
            return True
    return False


def _taken(event: Key) -> None:
    event.stop()
    event.prevent_default()


class Typed(Input):
    """A field for text, numbers, dates and the names of files."""

    BINDINGS = bindings(Place.FORM)

    def __init__(self, name: str, value: str, hint: str, press: Pressed) -> None:
        super().__init__(
            value=value, placeholder=hint, compact=True, select_on_focus=False, name=name
        )
        self.cursor_blink = False
        self._press = press

    def watch_value(self, value: str) -> None:
        self.post_message(Changed())

    def on_key(self, event: Key) -> None:
        for_the_form(self, event, self._press)


class Chosen(Painted, can_focus=True):
    """A field whose value is one of a list; left and right, or a first letter, go through it."""

    def __init__(
        self, name: str, choices: Sequence[tuple[str, str]], value: str, press: Pressed
    ) -> None:
        super().__init__(id=f"chosen-{name}")
        self._name = name
        self._choices = choices
        self._at = next((n for n, (key, _) in enumerate(choices) if key == value), -1)
        self._press = press

    @property
    def value(self) -> str:
        """The key of what is chosen; empty where nothing is."""
        return self._choices[self._at][0] if self._at >= 0 else ""

    def line_at(self, y: int) -> Line:
        look = Look.CURSOR if self.has_focus else Look.PLAIN
        if self._at < 0:
            shown: list[Run] = [said("‹ ›", look)]
        else:
            shown = [said(f"‹ {self._choices[self._at][1]} ›", look)]
        count = f"  {self._at + 1}/{len(self._choices)}"
        room = self.size.width - cells(shown) - len(count)
        return fitted([*shown, Run(count if room >= 0 else "", Look.QUIET)], self.size.width)

    def on_key(self, event: Key) -> None:
        if for_the_form(self, event, self._press):
            return
        if event.key in ("right", "space", "left"):
            step = -1 if event.key == "left" else 1
            self._choose((max(self._at, 0 if step < 0 else -1) + step) % len(self._choices))
        elif event.character:
            after = [*range(self._at + 1, len(self._choices)), *range(self._at + 1)]
            letter = event.character.casefold()
            meant = [n for n in after if self._choices[n][1].casefold().startswith(letter)]
            if not meant:
                return
            self._choose(meant[0])
        else:
            return
        _taken(event)

    def _choose(self, at: int) -> None:
        self._at = at
        self.refresh()
        self.post_message(Changed())

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
