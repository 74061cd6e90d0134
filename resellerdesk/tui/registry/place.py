"""Where an action applies."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from resellerdesk.core.text import T, Text


class Place(StrEnum):
    """Where an action applies: a screen, or the part of it that has the focus."""

    EVERYWHERE = "everywhere"
    WORKLIST = "worklist"
    TABLE = "table"
    SEARCH = "search"
    RENEWAL = "renewal"
    BUILDER = "builder"
    QUOTE = "quote"
    QUOTES = "quotes"
    ORDERS = "orders"
    ORDER = "order"
    CUSTOMERS = "customers"
    CUSTOMER = "customer"
    IMPORT = "import"
    SETTINGS = "settings"
    PLUGINS = "plugins"
    EXPLAIN = "explain"
    FORM = "form"
    PICK = "pick"
    PALETTE = "palette"
    BULK = "bulk"
    HELP = "help"
    PAGE = "page"


PLACES: dict[Place, Text] = {
    Place.WORKLIST: T("Worklist"),
    Place.TABLE: T("In a table"),
    Place.SEARCH: T("In the search line"),
    Place.RENEWAL: T("Renewal"),
    Place.BUILDER: T("A quote being made"),
    Place.QUOTE: T("Quote"),
    Place.QUOTES: T("Quotes"),
    Place.ORDERS: T("Orders"),
    Place.ORDER: T("Order"),
    Place.CUSTOMERS: T("Customers"),
    Place.CUSTOMER: T("Customer"),
    Place.IMPORT: T("Import"),
    Place.SETTINGS: T("Settings"),
    Place.PLUGINS: T("Plugins"),
    Place.EXPLAIN: T("How an amount came about"),
    Place.FORM: T("In a form"),
    Place.PICK: T("Choosing from a list"),
    Place.PALETTE: T("Among the actions"),
    Place.BULK: T("Many at once"),
    Place.PAGE: T("On a page"),
    Place.HELP: T("Help"),
    Place.EVERYWHERE: T("Everywhere"),
}

_ON_A_TABLE = (
    Place.WORKLIST, Place.BUILDER, Place.QUOTES, Place.ORDERS, Place.CUSTOMERS, Place.SETTINGS,
    Place.PLUGINS, Place.PICK,
)
_ON_A_PAGE = (
    Place.RENEWAL, Place.QUOTE, Place.EXPLAIN, Place.ORDER, Place.CUSTOMER, Place.IMPORT,
    Place.BULK, Place.HELP,
)
TOGETHER: Sequence[Sequence[Place]] = (
    *((Place.TABLE, place) for place in _ON_A_TABLE),
    *((Place.PAGE, place) for place in _ON_A_PAGE),
    (Place.SEARCH,), (Place.FORM,), (Place.PALETTE,),
)
"""Places whose actions work at the same time, the nearer first; others work everywhere."""
