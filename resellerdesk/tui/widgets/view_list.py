"""The views at the left of a wide worklist; a click goes to one, `v` lists them everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from resellerdesk.desk.views import View
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import EMPTY, Line, Look, left, line
from resellerdesk.tui.widgets.bar import Bar

HERE, ELSEWHERE = "» ", "  "
HEADING = 1


class ViewList(Bar):
    """Shows which view one looks at, among all that there are."""

    @dataclass
    class Picked(Message):
        """Somebody clicked a view."""

        view: View

    def __init__(self, translator: Translator, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._translator = translator
        self._views: Sequence[View] = ()

    def tell(self, views: Sequence[View], shown: str) -> None:
        """The views, and the key of the one that is looked at."""
        self._views = views
        self.show(lambda width: [EMPTY, *(self._line(view, shown, width) for view in views)])

    def _line(self, view: View, shown: str, width: int) -> Line:
        here = view.key == shown
        title = left(self._translator.text(view.title), width - len(HERE) - 1)
        return line(f"{HERE if here else ELSEWHERE}{title} ", Look.STRONG if here else Look.PLAIN)

    def on_click(self, event: events.Click) -> None:
        if HEADING <= event.y < HEADING + len(self._views):
            self.post_message(self.Picked(self._views[event.y - HEADING]))
