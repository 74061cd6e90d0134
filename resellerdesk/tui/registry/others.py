"""Customers, imports, settings and plugins."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.tui.registry.action import Action
from resellerdesk.tui.registry.place import Place

ACTIONS: Sequence[Action] = (
    Action("open", Place.CUSTOMERS, "enter", T("Open the customer"), T("open"),
           command="customers {customer}"),
    Action("search", Place.CUSTOMERS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.CUSTOMERS, "r", T("Read the list again"), T("refresh"),
           command="customers"),
    Action("back", Place.CUSTOMERS, "escape", T("Back"), T("back")),
    Action("quote", Place.CUSTOMER, "q", T("Quote all that is due"), T("quote"),
           command="quote --customer {customer}"),
    Action("refresh", Place.CUSTOMER, "r", T("Read the customer again"), T("refresh"),
           command="customers {customer}"),
    Action("back", Place.CUSTOMER, "escape", T("Back"), T("back")),
    Action("take_in", Place.IMPORT, "w", T("Take the files in"), T("take in")),
    Action("refresh", Place.IMPORT, "r", T("Read the files again"), T("read again")),
    Action("back", Place.IMPORT, "escape", T("Back"), T("back")),
    Action("open", Place.SETTINGS, "enter", T("Change the setting"), T("open"),
           command="settings {setting} VALUE"),
    Action("search", Place.SETTINGS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.SETTINGS, "r", T("Read the list again"), T("refresh"),
           command="settings"),
    Action("back", Place.SETTINGS, "escape", T("Back"), T("back")),
    Action("open", Place.PLUGINS, "enter", T("Say all of its fault"), T("open"), command="plugins"),
    Action("search", Place.PLUGINS, "slash", T("Search this list"), T("search")),
    Action("switch", Place.PLUGINS, "x", T("Switch it off, or on again"), T("on or off")),
    Action("back", Place.PLUGINS, "escape", T("Back"), T("back")),
)
