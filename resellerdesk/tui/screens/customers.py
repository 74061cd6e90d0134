"""The customers, and one of them with all that they hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from resellerdesk.core.customer import Customer
from resellerdesk.core.phase import Phase
from resellerdesk.core.text import T, Text
from resellerdesk.desk.customers import CustomerShown, list_customers, show_customer
from resellerdesk.desk.worklist import WITHIN_DAYS
from resellerdesk.tui.actions import Facts, Place, bindings
from resellerdesk.tui.columns_of import ColumnsOf
from resellerdesk.tui.lines import Line
from resellerdesk.tui.pages.customer import customer_lines
from resellerdesk.tui.pages.headline import title_line
from resellerdesk.tui.screens.builder import BuilderScreen
from resellerdesk.tui.screens.listing import ListingScreen
from resellerdesk.tui.screens.reading import ReadingScreen
from resellerdesk.tui.widgets.columns import Fold
from resellerdesk.tui.wishes import Wishes


class CustomersScreen(ListingScreen[Customer]):
    """Every customer, by number."""

    BINDINGS = bindings(Place.CUSTOMERS)
    fact = "customer"

    def read(self) -> Sequence[Customer]:
        return list_customers(self.session.desk)

    def folds(self) -> Sequence[Fold[Customer]]:
        of = ColumnsOf[Customer](self.session.translator)
        number = of.plain("id", T("Number"), 10, lambda it: it.id)
        name = of.plain("name", T("Name"), 20, lambda it: it.name, 1)
        city = of.plain("city", T("City"), 18, lambda it: it.city)
        country = of.plain("country", T("Country"), 7, lambda it: it.country)
        currency = of.plain("currency", T("Cur."), 4, lambda it: it.currency)
        program = of.plain("program", T("Program"), 11, lambda it: it.program)
        owner = of.plain("owner", T("Owner"), 10, lambda it: it.owner)
        return ((number, name, city, country, currency, program, owner),
                (number, name, country, currency, owner), (number, name))

    def key(self, row: Customer) -> str:
        return row.id

    def words_of(self, row: Customer) -> str:
        return f"{row.id} {row.name} {row.city} {row.country} {row.email} {row.owner}"

    def empty(self) -> tuple[Text, Text]:
        return T("No customers yet."), T("Import a file of customers: i on the worklist.")

    def heading(self, rows: Sequence[Customer]) -> tuple[Text, Sequence[Text]]:
        return T("Customers"), [T("{n} in all", n=len(rows))]

    def chosen(self, row: Customer) -> None:
        self.session.open(CustomerScreen(row.id))


class CustomerScreen(ReadingScreen[CustomerShown]):
    """One customer: who they are, what they hold, what is wrong."""

    BINDINGS = bindings(Place.CUSTOMER)

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number

    def on_mount(self) -> None:
        place = self.session.translator.text(T("Customer"))
        self.title_as(partial(title_line, place, self.session.as_of, [self.number]))

    def facts(self) -> Facts:
        return {"customer": [self.number]}

    def read(self) -> CustomerShown:
        return show_customer(self.session.desk, self.number, self.session.as_of)

    def lines(self, found: CustomerShown, width: int) -> Sequence[Line]:
        return customer_lines(found, self.session.translator, width)

    @property
    def _due(self) -> tuple[str, ...]:
        """What of theirs can be quoted now and ends within the worklist's days."""
        if self.seen is None:
            return ()
        as_of = self.session.as_of
        return tuple(
            record.held.ref for record, _ in self.seen.holdings
            if record.cycle.phase in (Phase.OPEN, Phase.QUOTED)
            and (record.held.columns.period.end - as_of).days <= WITHIN_DAYS
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "quote" or bool(self._due)

    def action_quote(self) -> None:
        self.session.open(BuilderScreen(Wishes(self._due)))
