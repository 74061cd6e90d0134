"""Going from view to view: by a list, at the left where there is room, and in which order."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual import on
from textual.message import Message

from resellerdesk.core.text import T
from resellerdesk.desk.views import DUE, View, forget_view, views
from resellerdesk.store.paging import Sort
from resellerdesk.tui.jobs import start
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.pick import Pick, PickScreen
from resellerdesk.tui.screens.selection import SelectionScreen
from resellerdesk.tui.view_picks import DROP, NO_VIEWS, SAVE, save_form, sort_picks, view_picks
from resellerdesk.tui.widgets.view_list import ViewList

LEFT_FROM = 146
"""From how many cells on the views stand at the left, and the table loses no column to them."""


class PickingScreen(SelectionScreen):
    """Picks, saves and drops views; the screen below it holds the search."""

    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        *SelectionScreen.HORIZONTAL_BREAKPOINTS, (LEFT_FROM, "-broad"),
    ]

    @dataclass
    class Listed(Message):
        """What views there are was read, to stand at the left."""

        found: Sequence[View]

    @dataclass
    class Views(Message):
        """What views there are was read, to pick one."""

        found: Sequence[View]

    @dataclass
    class Dropped(Message):
        """The view that was shown is no longer saved."""

    @abstractmethod
    def show_search(self, text: str) -> None:
        """Puts a view's own search where one types."""

    def make_list(self) -> ViewList:
        return ViewList(self.session.translator, id="views")

    def on_mount(self) -> None:
        self._views: Sequence[View] = ()
        self._list_views()

    def _list_views(self) -> None:
        start(self, "listed", partial(views, self.session.desk), self.Listed)

    def on_picking_screen_listed(self, message: Listed) -> None:
        self._views = message.found
        self._mark_view()

    def _mark_view(self) -> None:
        self.query_one("#views", ViewList).tell(self._views, (self.view or DUE).key)

    def look_at(self, view: View) -> None:
        super().look_at(view)
        self._mark_view()

    @on(ViewList.Picked)
    def _go_to(self, message: ViewList.Picked) -> None:
        self.show_search(message.view.query.search)
        self.look_at(message.view)

    def action_views(self) -> None:
        start(self, "views", partial(views, self.session.desk), self.Views)

    def on_picking_screen_views(self, message: Views) -> None:
        words, shown = self.session.translator.text, self.view or DUE
        picks = view_picks(message.found, shown, self.session.desk.user, words)
        by_key = {view.key: view for view in message.found}
        self.session.open(PickScreen(
            T("Views"), [], picks, partial(self._view_picked, by_key), NO_VIEWS, shown.key))

    def _view_picked(self, by_key: Mapping[str, View], pick: Pick) -> None:
        if pick.key in by_key:
            self.show_search(by_key[pick.key].query.search)
            self.look_at(by_key[pick.key])
        elif pick.key == SAVE and self.query_asked is not None:
            words = self.session.translator.text
            form = save_form(self.session.desk, self.query_asked, words, self._view_saved)
            self.session.open(FormScreen(form))
        elif pick.key == DROP and self.view is not None:
            start(self, "drop", partial(forget_view, self.session.desk, self.view),
                  lambda _: self.Dropped())

    def _view_saved(self, view: View) -> None:
        self.view = view
        self.retitle()
        self._list_views()
        self.say_done(T("{name} is saved; v has it", name=view.title))

    def on_picking_screen_dropped(self) -> None:
        self.look_at(DUE)
        self._list_views()

    def action_sort(self) -> None:
        asked = self.query_asked
        if asked is not None:
            picks = sort_picks(asked, self.session.translator.text)
            self.session.open(PickScreen(T("Order"), [], picks, self._sort_picked, NO_VIEWS,
                                         asked.sort.value))

    def _sort_picked(self, pick: Pick) -> None:
        asked = self.query_asked
        if asked is not None:
            sort = Sort(pick.key)
            reverse = not asked.reverse if sort is asked.sort else False
            self.sort(replace(asked, sort=sort, reverse=reverse))
