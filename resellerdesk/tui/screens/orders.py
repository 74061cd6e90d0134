"""The orders, and one of them: what goes to each vendor, and giving it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from resellerdesk.core.text import T, Text
from resellerdesk.desk.ordering import OrderShown, list_orders, show_order
from resellerdesk.tui.actions import Facts, Place, bindings
from resellerdesk.tui.columns_of import ColumnsOf
from resellerdesk.tui.lines import Line
from resellerdesk.tui.order_form import out_form
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.pages.order import order_lines
from resellerdesk.tui.screens.form import FormScreen
from resellerdesk.tui.screens.listing import ListingScreen
from resellerdesk.tui.screens.reading import ReadingScreen
from resellerdesk.tui.widgets.columns import Fold


class OrdersScreen(ListingScreen[OrderShown]):
    """Every order, the newest first."""

    BINDINGS = bindings(Place.ORDERS)
    fact = "number"

    def read(self) -> Sequence[OrderShown]:
        return sorted(list_orders(self.session.desk), key=lambda it: it.order.number, reverse=True)

    def folds(self) -> Sequence[Fold[OrderShown]]:
        of = ColumnsOf[OrderShown](self.session.translator)
        number = of.plain("number", T("Order"), 12, lambda it: it.order.number)
        status = of.plain("status", T("Status"), 10, lambda it: it.status)
        vendor = of.plain("vendor", T("Vendor"), 12, lambda it: it.order.vendor)
        customer = of.plain("customer", T("Customer"), 16, lambda it: it.order.customer.name, 1)
        quote = of.plain("quote", T("Quote"), 12, lambda it: it.order.quote)
        po = of.plain("po", T("Purchase order"), 15, lambda it: it.order.purchase_order)
        day = of.plain("day", T("As of"), 10, lambda it: it.order.as_of.isoformat())
        lines = of.at_right("lines", T("Lines"), 6, lambda it: str(len(it.order.ordered)))
        return ((number, status, vendor, customer, quote, po, day, lines),
                (number, status, vendor, customer, day), (number, status, customer))

    def key(self, row: OrderShown) -> str:
        return row.order.number

    def words_of(self, row: OrderShown) -> str:
        order = row.order
        return (f"{order.number} {order.vendor} {order.customer.name} {order.quote} "
                f"{order.purchase_order} {row.status}")

    def empty(self) -> tuple[Text, Text]:
        return T("No orders yet."), T("A quote that the customer accepts makes them.")

    def heading(self, rows: Sequence[OrderShown]) -> tuple[Text, Sequence[Text]]:
        waiting = sum(row.status == "new" for row in rows)
        return T("Orders"), [T("{n} in all", n=len(rows)), T("{n} to give out", n=waiting)]

    def chosen(self, row: OrderShown) -> None:
        self.session.open(OrderScreen(row.order.number))


class OrderScreen(ReadingScreen[OrderShown]):
    """One order as it goes to its vendor."""

    BINDINGS = bindings(Place.ORDER)

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Order"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.number]))

    def facts(self) -> Facts:
        return {"number": [self.number]}

    def read(self) -> OrderShown:
        return show_order(self.session.desk, self.number)

    def lines(self, found: OrderShown, width: int) -> Sequence[Line]:
        return order_lines(found, self.session.translator, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.seen is not None or action != "give_out"

    def action_give_out(self) -> None:
        if self.seen is not None:
            form = out_form(self.session.desk, self.seen, self.session.translator, self._out)
            self.session.open(FormScreen(form))

    def _out(self, path: str) -> None:
        self.say_done(T("given out as {path}", path=path))
        self.action_refresh()
