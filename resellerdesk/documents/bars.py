"""A family's table of periods: its rows as text, and beside them as bars on a time axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resellerdesk.core.fact import Bars, Table
from resellerdesk.core.period import months_later
from resellerdesk.documents.boxes import Block, Box, Panel, stacked
from resellerdesk.documents.fonts import printable
from resellerdesk.documents.measure import Style, width
from resellerdesk.documents.page import Flow
from resellerdesk.documents.plain_table import (
    narrow_columns,
    put_rows,
    put_table,
    table_row,
    table_title,
    title_again,
)
from resellerdesk.documents.press import Press
from resellerdesk.documents.structure import Element
from resellerdesk.documents.table import head_block

_LEAST = 150.0  # narrower than this, bars tell nothing
_GAP = 12.0
_BAR, _MARK = 7.0, 5.0
_MONTH = Style(6.8, 9.4, colour="muted")
_LEGEND = Style(7.4, 10.0, colour="muted")
_STEPS = (1, 2, 3, 6, 12, 24, 60)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days from `first` to `last` along a room of the page."""

    first: date
    last: date
    x: float
    w: float

    def at(self, day: date) -> float:
        """Where a day begins."""
        return self.x + self.w * (day - self.first).days / self._days

    def after(self, day: date) -> float:
        """Where a day ends."""
        return self.x + self.w * ((day - self.first).days + 1) / self._days

    @property
    def months(self) -> list[date]:
        """The first day of each month but that in which it begins."""
        begin = self.first.replace(day=1)
        count = 12 * (self.last.year - begin.year) + self.last.month - begin.month
        return [months_later(begin, n) for n in range(1, count + 1)]

    @property
    def _days(self) -> int:
        return (self.last - self.first).days + 1


def put_bars(press: Press, flow: Flow, table: Table, bars: Bars) -> None:
    """Places a table with its bars; as a plain table where its rows or the page do not allow."""
    spans = _spans(table, bars)
    columns = narrow_columns(press, table)
    x = columns[-1].x + columns[-1].w + _GAP if columns else press.paper.right
    room = press.paper.right - x
    if not spans or room < _LEAST:
        put_table(press, flow, table)
        return
    axis = _Axis(min(first for first, _, _ in spans), max(last for _, last, _ in spans), x, room)
    ticks = _ticks(press, axis)
    element = Element("Table")
    head = head_block(columns, element)
    _label(press, head, ticks)
    rows = [table_row(press, row, columns, element) for row in table.rows]
    for row, span in zip(rows, spans, strict=True):
        _draw(row, span, axis, [at for _, at in ticks])
    if any(is_marked for _, _, is_marked in spans):
        rows[-1] = stacked([rows[-1], _legend(press, table, bars, x)])
    put_rows(flow, [table_title(press, table), head], title_again(press, table), rows)


def _spans(table: Table, bars: Bars) -> list[tuple[date, date, bool]]:
    """First day, last day and mark of each row; none where a row has not both days in order."""
    keys = [key for key, _ in table.columns]
    if bars.first not in keys or bars.last not in keys:
        return []
    spans = []
    for row in table.rows:
        cells = dict(zip(keys, row, strict=False))
        first, last = cells.get(bars.first), cells.get(bars.last)
        if not isinstance(first, date) or not isinstance(last, date) or last < first:
            return []
        spans.append((first, last, cells.get(bars.mark) is True))
    return spans


def _ticks(press: Press, axis: _Axis) -> list[tuple[str, float]]:
    """The first days of months, as many as have room for their names."""
    for step in _STEPS:
        chosen = [day for day in axis.months if (12 * day.year + day.month - 1) % step == 0]
        named = [(printable(press.translator.month(day)), axis.at(day)) for day in chosen]
        ends = [at for _, at in named[1:]]
        if all(at + width(words, _MONTH) + 6 <= end
               for (words, at), end in zip(named, ends, strict=False)):
            return [(words, at) for words, at in named
                    if at + width(words, _MONTH) <= axis.x + axis.w]
    return []


def _label(press: Press, head: Block, ticks: Sequence[tuple[str, float]]) -> None:
    """The months over the bars; nobody needs to hear them, for the rows say their days."""
    for words, at in ticks:
        y = head.height - _MONTH.leading - 3
        head.boxes.append(Box("bars.month", at, y, width(words, _MONTH) + 0.1, _MONTH.leading,
                              words, _MONTH))


def _draw(row: Block, span: tuple[date, date, bool], axis: _Axis, ticks: Sequence[float]) -> None:
    first, last, is_marked = span
    middle = (row.height - 0.4) / 2
    for at in ticks:
        row.panels.append(Panel(at, 0, 0.4, row.height, fill="hairline"))
    row.panels.append(Panel(axis.x, middle - _BAR / 2, axis.w, _BAR, fill="tint", radius=1.5))
    end = max(axis.after(last), axis.x + 1.0)
    start = min(axis.at(first), end - 1.0)  # a day among years is still seen
    row.panels.append(Panel(start, middle - _BAR / 2, end - start, _BAR, fill="accent",
                            radius=min(1.5, (end - start) / 2)))
    if is_marked:
        row.panels.append(_mark(min(start + 1.0, axis.x + axis.w - _MARK), middle))


def _mark(x: float, middle: float) -> Panel:
    return Panel(x, middle - _MARK / 2, _MARK, _MARK, "white", "warning", 1.2, _MARK / 2)


def _legend(press: Press, table: Table, bars: Bars, x: float) -> Block:
    """What the mark means: the title of its column."""
    legend = Block()
    title = next(title for key, title in table.columns if key == bars.mark)
    legend.write("bars.legend", press.say(title), _LEGEND, (x + 10, 4, press.paper.right - x - 10))
    legend.panels.append(_mark(x, 4 + _LEGEND.leading / 2))
    return legend
