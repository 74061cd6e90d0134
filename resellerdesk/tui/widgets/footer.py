"""The footer: at most seven keys, each of which works here and now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events

from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import ACTIONS, Action
from resellerdesk.tui.keymap import STANDARD, Keymap
from resellerdesk.tui.keys import key_name
from resellerdesk.tui.lines import Line, Look, Run, cells, said
from resellerdesk.tui.widgets.bar import Bar

MOST = 7
GAP = "  "


def footer_actions(works: Iterable[str]) -> Sequence[Action]:
    """Of the actions that work here, by name, those that the footer shows."""
    here = set(works)
    return [a for a in ACTIONS if a.short.message and a.name in here][:MOST]


def footer_line(
    actions: Iterable[Action], translator: Translator, keymap: Keymap = STANDARD
) -> Line:
    runs: list[Run] = [Run(" ")]
    for action in actions:
        runs += [
            said(key_name(keymap.keys(action).split(",")[0]), Look.KEY),
            said(f" {translator.text(action.short)}{GAP}"),
        ]
    return tuple(runs)


class Footer(Bar):
    """Follows the focus; a click on an action does it."""

    def __init__(self, translator: Translator, keymap: Keymap, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._translator = translator
        self._keymap = keymap
        self._actions: Sequence[Action] = ()

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.update())
        self.call_after_refresh(self.update)

    def update(self) -> None:
        active = self.screen.active_bindings.values()
        self._actions = footer_actions(
            each.binding.id for each in active if each.enabled and each.binding.id
        )
        self.show(lambda width: (self._line(self._fitting(width)),))

    def _fitting(self, width: int) -> Sequence[Action]:
        """Those that there is room for: a key that is half shown tells nothing."""
        shown = self._actions
        while shown and cells(self._line(shown)) - len(GAP) > width:
            shown = shown[:-1]
        return shown

    def _line(self, actions: Sequence[Action]) -> Line:
        return footer_line(actions, self._translator, self._keymap)

    async def on_click(self, event: events.Click) -> None:
        shown = self._fitting(self.size.width)
        for n, action in enumerate(shown, 1):
            if event.x < cells(self._line(shown[:n])):
                self.app.simulate_key(self._keymap.keys(action).split(",")[0])
                return
