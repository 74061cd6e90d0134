"""The screens that one can go to from the worklist."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from resellerdesk.core.text import T, Text
from resellerdesk.tui.screens.customers import CustomersScreen
from resellerdesk.tui.screens.frame import Frame
from resellerdesk.tui.screens.orders import OrdersScreen
from resellerdesk.tui.screens.plugins import PluginsScreen
from resellerdesk.tui.screens.quotes import QuotesScreen
from resellerdesk.tui.screens.settings import SettingsScreen

DESTINATIONS: Mapping[str, tuple[Text, Callable[[], Frame]]] = {
    "quotes": (T("Quotes"), QuotesScreen),
    "orders": (T("Orders"), OrdersScreen),
    "customers": (T("Customers"), CustomersScreen),
    "settings": (T("Settings"), SettingsScreen),
    "plugins": (T("Plugins"), PluginsScreen),
}
