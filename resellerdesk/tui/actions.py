"""The registry of actions: what can be done, by which key, and where.

Keys, footer, palette, help and docs/keys.md are all made from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType

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
    Place.BULK: T("Many at once"),
    Place.PAGE: T("On a page"),
    Place.HELP: T("Help"),
    Place.EVERYWHERE: T("Everywhere"),
}


_NOT_SHOWN = Text("")


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `id` names the method `action_<id>` that does it; `keys` are Textual's names of keys that all
    do the same, the first of them shown; `short` is its word in the footer, empty where the
    footer leaves it out. What only moves about is no `command`: the palette leaves it out.
    """

    id: str
    place: Place
    keys: str
    label: Text
    short: Text = _NOT_SHOWN
    command: bool = True

    @property
    def name(self) -> str:
        """Unique, and what a user's own keys will name."""
        return f"{self.place}.{self.id}"


def _moves(place: Place, id_: str, keys: str, label: Text) -> Action:
    return Action(id_, place, keys, label, command=False)


ACTIONS: Sequence[Action] = (
    Action("open", Place.WORKLIST, "enter", T("Open the renewal"), T("open")),
    Action("mark", Place.WORKLIST, "space", T("Select it, or not; go on to the next"),
           T("select")),
    Action("quote", Place.WORKLIST, "q", T("Quote it, or the selection, one for each customer"),
           T("quote")),
    Action("step", Place.WORKLIST, "s", T("Take a step, with it or the selection")),
    Action("assign", Place.WORKLIST, "a", T("Give it, or the selection, to a colleague")),
    Action("follow", Place.WORKLIST, "f", T("Set a day to come back to it, or the selection")),
    Action("go", Place.WORKLIST, "t", T("To quotes, orders, customers, settings..."), T("go to")),
    Action("quotes", Place.WORKLIST, "Q", T("The quotes")),
    Action("import", Place.WORKLIST, "i", T("Import files")),
    Action("search", Place.WORKLIST, "slash", T("Search names, references and products"),
           T("search")),
    Action("views", Place.WORKLIST, "v", T("Another view; saved ones"), T("views")),
    Action("sort", Place.WORKLIST, "S", T("Another order, or turn it around")),
    Action("clear", Place.WORKLIST, "escape", T("Clear the search, then the selection"),
           T("clear")),
    Action("mark_all", Place.WORKLIST, "A", T("Select all that are shown")),
    Action("turn_marks", Place.WORKLIST, "I", T("Select the others of what is shown")),
    Action("fold", Place.WORKLIST, "p", T("Fold the preview, or show it")),
    Action("refresh", Place.WORKLIST, "r", T("Read the list again")),
    _moves(Place.TABLE, "cursor_up", "up,k", T("One row up")),
    _moves(Place.TABLE, "cursor_down", "down,j", T("One row down")),
    _moves(Place.TABLE, "page_up", "pageup", T("One page up")),
    _moves(Place.TABLE, "page_down", "pagedown", T("One page down")),
    _moves(Place.TABLE, "first", "home,g", T("To the first row")),
    _moves(Place.TABLE, "last", "end,G", T("To the last row")),
    Action("to_list", Place.SEARCH, "enter,down", T("To what was found"), T("to the list")),
    Action("leave", Place.SEARCH, "escape", T("Leave the search and clear it"), T("clear")),
    Action("back", Place.RENEWAL, "escape", T("Back to the list"), T("back")),
    Action("quote", Place.RENEWAL, "q", T("Make a quote"), T("quote")),
    Action("step", Place.RENEWAL, "s", T("Take a step of its workflow"), T("step")),
    Action("undo", Place.RENEWAL, "u", T("Take the last step back"), T("undo")),
    Action("note", Place.RENEWAL, "n", T("Write a note"), T("note")),
    Action("follow", Place.RENEWAL, "f", T("Set a day to come back to it")),
    Action("assign", Place.RENEWAL, "a", T("Give it to a colleague")),
    Action("refresh", Place.RENEWAL, "r", T("Read the renewal again")),
    Action("store", Place.BUILDER, "w", T("Store it under a number"), T("store")),
    Action("option", Place.BUILDER, "o", T("Another way to go on, for this line"), T("options")),
    Action("discount", Place.BUILDER, "d", T("Discount"), T("discount")),
    Action("align", Place.BUILDER, "a", T("One end for all lines"), T("align")),
    Action("quantity", Place.BUILDER, "n", T("Quantity of this line"), T("quantity")),
    Action("explain", Place.BUILDER, "e", T("How this amount came about"), T("explain")),
    Action("more", Place.BUILDER, "plus", T("One more line of this customer")),
    Action("addons", Place.BUILDER, "b", T("Add-ons beside this line")),
    Action("drop", Place.BUILDER, "minus", T("Leave this line out")),
    Action("alternative", Place.BUILDER, "t", T("Show another way to go on beside it")),
    Action("language", Place.BUILDER, "l", T("The language of the quote")),
    Action("anew", Place.BUILDER, "x", T("Begin anew, without wishes")),
    Action("back", Place.BUILDER, "escape", T("Leave it; the wishes are kept"), T("leave")),
    Action("accept", Place.QUOTE, "a", T("The customer accepts"), T("accept")),
    Action("revise", Place.QUOTE, "v", T("Make a new revision"), T("revise")),
    Action("send", Place.QUOTE, "m", T("Send it to the customer"), T("mail")),
    Action("pdf", Place.QUOTE, "w", T("Write the PDF to a file"), T("PDF")),
    Action("explain", Place.QUOTE, "e", T("How each amount came about")),
    Action("decline", Place.QUOTE, "d", T("The customer declines")),
    Action("withdraw", Place.QUOTE, "x", T("Take the quote back")),
    Action("approve", Place.QUOTE, "y", T("Let it go out, as a manager")),
    Action("undo", Place.QUOTE, "u", T("Take the last step back"), T("undo")),
    Action("refresh", Place.QUOTE, "r", T("Read the quote again")),
    Action("back", Place.QUOTE, "escape", T("Back"), T("back")),
    Action("open", Place.QUOTES, "enter", T("Open the quote"), T("open")),
    Action("search", Place.QUOTES, "slash", T("Search this list"), T("search")),
    Action("narrow", Place.QUOTES, "v", T("Open ones, expiring ones, or all"), T("which")),
    Action("refresh", Place.QUOTES, "r", T("Read the list again"), T("refresh")),
    Action("back", Place.QUOTES, "escape", T("Back"), T("back")),
    Action("open", Place.ORDERS, "enter", T("Open the order"), T("open")),
    Action("search", Place.ORDERS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.ORDERS, "r", T("Read the list again"), T("refresh")),
    Action("back", Place.ORDERS, "escape", T("Back"), T("back")),
    Action("give_out", Place.ORDER, "w", T("Give it out to the vendor"), T("give out")),
    Action("refresh", Place.ORDER, "r", T("Read the order again"), T("refresh")),
    Action("back", Place.ORDER, "escape", T("Back"), T("back")),
    Action("open", Place.CUSTOMERS, "enter", T("Open the customer"), T("open")),
    Action("search", Place.CUSTOMERS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.CUSTOMERS, "r", T("Read the list again"), T("refresh")),
    Action("back", Place.CUSTOMERS, "escape", T("Back"), T("back")),
    Action("quote", Place.CUSTOMER, "q", T("Quote all that is due"), T("quote")),
    Action("refresh", Place.CUSTOMER, "r", T("Read the customer again"), T("refresh")),
    Action("back", Place.CUSTOMER, "escape", T("Back"), T("back")),
    Action("take_in", Place.IMPORT, "w", T("Take the files in"), T("take in")),
    Action("refresh", Place.IMPORT, "r", T("Read the files again"), T("read again")),
    Action("back", Place.IMPORT, "escape", T("Back"), T("back")),
    Action("open", Place.SETTINGS, "enter", T("Change the setting"), T("open")),
    Action("search", Place.SETTINGS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.SETTINGS, "r", T("Read the list again"), T("refresh")),
    Action("back", Place.SETTINGS, "escape", T("Back"), T("back")),
    Action("open", Place.PLUGINS, "enter", T("Say all of its fault"), T("open")),
    Action("search", Place.PLUGINS, "slash", T("Search this list"), T("search")),
    Action("switch", Place.PLUGINS, "x", T("Switch it off, or on again"), T("on or off")),
    Action("back", Place.PLUGINS, "escape", T("Back"), T("back")),
    Action("back", Place.EXPLAIN, "escape,e", T("Back to the quote"), T("back")),
    Action("enter", Place.FORM, "enter", T("To the next field; after the last, do it"), T("next")),
    Action("do", Place.FORM, "ctrl+o", T("Do it"), T("do it")),
    Action("next", Place.FORM, "down,tab", T("To the next field")),
    Action("previous", Place.FORM, "up,shift+tab", T("To the field before")),
    Action("leave", Place.FORM, "escape", T("Leave it; what was typed is kept"), T("leave")),
    Action("stop", Place.BULK, "escape", T("Stop after the one under way"), T("stop")),
    Action("back", Place.BULK, "escape", T("Back to the list"), T("back")),
    Action("choose", Place.PICK, "enter", T("Take it"), T("take it")),
    Action("back", Place.PICK, "escape", T("Back, choosing nothing"), T("back")),
    _moves(Place.PAGE, "line_up", "up,k", T("One line up")),
    _moves(Place.PAGE, "line_down", "down,j", T("One line down")),
    _moves(Place.PAGE, "page_up", "pageup", T("One page up")),
    _moves(Place.PAGE, "page_down", "pagedown,space", T("One page down")),
    _moves(Place.PAGE, "first", "home,g", T("To the top")),
    _moves(Place.PAGE, "last", "end,G", T("To the bottom")),
    Action("back", Place.HELP, "escape,question_mark", T("Back to where you were"), T("back")),
    Action("help", Place.EVERYWHERE, "question_mark", T("Show all keys"), T("help")),
    Action("command_palette", Place.EVERYWHERE, "ctrl+p", T("Find an action by its name"),
           T("palette"), command=False),
    Action("redraw", Place.EVERYWHERE, "ctrl+l", T("Paint the screen again")),
    Action("quit", Place.EVERYWHERE, "ctrl+q", T("Leave the desk"), T("quit")),
)


def actions_of(place: Place) -> Sequence[Action]:
    return [action for action in ACTIONS if action.place is place]


def bindings(place: Place) -> list[BindingType]:
    """The actions of a place as Textual's bindings, each under its own id.

    They have priority: so each is done before the next key is looked at, and what somebody types
    ahead of a slow line reaches what it was meant for. Textual hands other keys to whatever has
    the focus when they arrive. In a search line or a form they wait for the letters before them.
    """
    return [
        Binding(
            action.keys, action.id, action.label.message, id=action.name, show=False,
            priority=place not in (Place.SEARCH, Place.FORM),
        )
        for action in actions_of(place)
    ]
