"""The worklist's columns: what one line says of a renewal, and what it leaves out when narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from rich.cells import cell_len

from resellerdesk.core.money import digits, round_half_up
from resellerdesk.core.phase import Phase
from resellerdesk.core.situation import Situation
from resellerdesk.core.text import T
from resellerdesk.desk.worklist import DueRow
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.lines import Line, Look, Run, left, line, right
from resellerdesk.tui.widgets.columns import Column, Fold

SOON_DAYS = 14
"""From how many days before its end on a renewal is marked."""

LATE_MARK, SOON_MARK, FOLLOW_MARK = "!", "~", "»"

StateName = Callable[[DueRow], str]
DueColumn = Column[DueRow]


def mark_of(row: DueRow) -> tuple[str, Look]:
    """The sign and the colour of how urgent it is; they always go together."""
    return (FOLLOW_MARK, Look.SOON) if row.follow_up else _ending(row)


def _ending(row: DueRow) -> tuple[str, Look]:
    if row.record.cycle.phase is Phase.ORDERED:
        return " ", Look.PLAIN
    if row.days_left < 0:
        # What can no longer be renewed is past its end too, and nothing to be alarmed about.
        gone = row.situation is Situation.GONE
        return LATE_MARK, Look.QUIET if gone else Look.LATE
    return (SOON_MARK, Look.SOON) if row.days_left <= SOON_DAYS else (" ", Look.PLAIN)


@dataclass(frozen=True, slots=True)
class DueCells:
    """Makes the cells of the worklist in one language; `state` names a renewal's state."""

    translator: Translator
    state: StateName

    def folds(self) -> Sequence[Fold[DueRow]]:
        """The ways to lay out the table, the widest first."""
        words = self.translator.text
        mark: DueColumn = Column("mark", "", 1, _mark)
        end: DueColumn = Column("end", words(T("End")), 10, _end)
        days: DueColumn = Column("days", words(T("Days")), 5, _days, at_right=True)
        customer: DueColumn = Column("customer", words(T("Customer")), 16, _customer, share=5)
        what: DueColumn = Column("what", words(T("What")), 26, _what, share=5)
        counted: DueColumn = Column("what", words(T("What")), 17, _what_and_quantity, share=5)
        quantity: DueColumn = Column("quantity", words(T("Qty")), 6, _quantity, at_right=True)
        state: DueColumn = Column("state", words(T("State")), 8, self._state)
        value: DueColumn = Column("value", words(T("Value")), 10, self._value, at_right=True)
        currency: DueColumn = Column("currency", "", 3, _currency)
        owner: DueColumn = Column("owner", words(T("Owner")), 8, _owner, share=1)
        return (
            (mark, end, days, replace(customer, width=22), replace(what, width=30), quantity,
             replace(state, width=10), owner, replace(value, width=13), currency),
            (mark, end, days, replace(customer, width=24), what, quantity,
             replace(state, width=12), replace(value, width=13), currency),
            (mark, end, days, customer, counted, state, value, currency),
            (mark, days, customer, counted, value, currency),
        )

    def _state(self, row: DueRow, width: int) -> Line:
        return line(left(self.state(row), width))

    def _value(self, row: DueRow, width: int) -> Line:
        if row.fault is not None:
            return line(right(self.translator.text(T("fault")), width), Look.LATE)
        if row.value is None or row.value.amount is None:
            return line(right(self.translator.text(T("no price")), width), Look.QUIET)
        return line(right(self._amount(row.value.amount, row.value.currency, width), width))

    def _amount(self, amount: int, currency: str, width: int) -> str:
        """An amount is never cut: it loses its decimals and says so, or is filled altogether."""
        whole = round_half_up(Fraction(amount, 10 ** digits(currency)))
        exact, rounded = self.translator.amount(amount, currency), self.translator.number(whole)
        ways = (exact, f"≈{rounded}", f"≈{whole}")
        fitting = [text for text in ways if cell_len(text) <= width]
        return fitting[0] if fitting else "#" * width


def _mark(row: DueRow, width: int) -> Line:
    return line(*mark_of(row))


def _end(row: DueRow, width: int) -> Line:
    return line(row.record.held.columns.period.end.isoformat(), _ending(row)[1])


def _days(row: DueRow, width: int) -> Line:
    return line(right(str(row.days_left), width), _ending(row)[1])


def _customer(row: DueRow, width: int) -> Line:
    return line(left(row.record.customer, width))


def _what(row: DueRow, width: int) -> Line:
    return line(left(row.record.held.columns.description, width))


def _what_and_quantity(row: DueRow, width: int) -> Line:
    """A long description is cut, never the quantity."""
    quantity = f" ×{row.record.held.columns.quantity}"
    described = left(row.record.held.columns.description, width - cell_len(quantity))
    return (Run(described + quantity),)


def _quantity(row: DueRow, width: int) -> Line:
    return line(right(str(row.record.held.columns.quantity), width))


def _owner(row: DueRow, width: int) -> Line:
    return line(left(row.record.cycle.standing.owner, width))


def _currency(row: DueRow, width: int) -> Line:
    return line(left(row.record.currency, width))
