"""The palette: every action that works where one is, found by its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets import Input

from resellerdesk.translation.translate import Translator
from resellerdesk.tui.actions import ACTIONS
from resellerdesk.tui.keys import key_names

NAMES = 44
"""Cells for the names of actions; their keys stand behind."""


class Actions(Provider):
    """The registry's actions, as far as they work on the screen that the palette covers."""

    async def discover(self) -> Hits:
        for name, keys, run in self._working():
            yield DiscoveryHit(_with_keys(Content(name), keys), run, text=name)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for name, keys, run in self._working():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, _with_keys(matcher.highlight(name), keys), run, text=name)

    def _working(self) -> Iterator[tuple[str, str, partial[Any]]]:
        translator = Translator("en")
        active = {
            each.binding.id: each for each in self.screen.active_bindings.values() if each.enabled
        }
        for action in ACTIONS:
            here = active.get(action.name)
            if action.in_palette and here is not None:
                run = partial(self.app.run_action, here.binding.action, here.node)
                yield translator.text(action.label), key_names(action.keys), run


def _with_keys(name: Content, keys: str) -> Content:
    return Content.assemble(name, " " * (NAMES - name.cell_length), (keys, "bold"))


class Palette(CommandPalette):
    """Textual's, without a blinking cursor."""

    def on_mount(self) -> None:
        self.query_one(Input).cursor_blink = False
