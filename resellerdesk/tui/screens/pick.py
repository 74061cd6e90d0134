"""Choosing one from a short list: a step, an option, a view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult

from resellerdesk.core.text import Text
from resellerdesk.tui.actions import Place, bindings
from resellerdesk.tui.lines import Line, Look, left, line
from resellerdesk.tui.pages.empty import told_to
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.widgets.columns import Column
from resellerdesk.tui.widgets.grid import Grid
from resellerdesk.tui.widgets.rule import Rule

MOST = 30


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to choose; `why_not` says why it cannot be taken now."""

    key: str
    title: str
    told: str = ""
    why_not: Text | None = None


class PickScreen(Frame):
    """Shows what there is to choose; `chosen` is called when the list is closed again."""

    BINDINGS = bindings(Place.PICK)
    AUTO_FOCUS = "#picks"

    def __init__(
        self, heading: Text, subject: Sequence[str], picks: Sequence[Pick],
        chosen: Callable[[Pick], None], empty: tuple[Text, Text], current: str = "",
    ) -> None:
        """`current` is the key of the one that the cursor begins on."""
        super().__init__()
        self._current = current
        self._heading, self._subject, self._picks = heading, subject, picks
        self._chosen, self._empty = chosen, empty

    def body(self) -> ComposeResult:
        widest = max((cell_len(pick.title) for pick in self._picks), default=0)
        title = Column("title", "", min(widest, MOST) + 1, self._title)
        told = Column("told", "", 20, self._told, share=1)
        yield Grid([(title, told)], lambda pick: pick.key, id="picks")
        yield Rule(id="rule")

    def on_mount(self) -> None:
        words = self.session.translator
        self.title_as(
            partial(title_line, words.text(self._heading), self.session.as_of, self._subject)
        )
        self.grid.show(self._picks, partial(told_to, self._empty, words))
        keys = [pick.key for pick in self._picks]
        if self._current in keys:
            self.grid.move_to(keys.index(self._current))
        self.call_after_refresh(self.session.ready)

    @property
    def grid(self) -> Grid[Pick]:
        return self.query_one("#picks", Grid)

    def _title(self, pick: Pick, width: int) -> Line:
        look = Look.PLAIN if pick.why_not is None else Look.QUIET
        return line(left(pick.title, width), look)

    def _told(self, pick: Pick, width: int) -> Line:
        if pick.why_not is None:
            return line(left(pick.told, width), Look.QUIET)
        return line(left(self.session.translator.text(pick.why_not), width), Look.SOON)

    @on(Grid.Chosen)
    def action_choose(self) -> None:
        pick = self.grid.current
        if pick is None:
            return
        if pick.why_not is not None:
            self.tell(pick.why_not)
            return
        self.session.back()
        self._chosen(pick)

    def action_back(self) -> None:
        self.session.back()
