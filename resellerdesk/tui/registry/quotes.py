"""Quotes: being made, made, explained; and orders."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.core.text import T
from resellerdesk.tui.registry.action import Action
from resellerdesk.tui.registry.place import Place

ACTIONS: Sequence[Action] = (
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
    Action("copy", Place.BUILDER, "ctrl+y", T("Copy the command that does the same")),
    Action("anew", Place.BUILDER, "x", T("Begin anew, without wishes")),
    Action("back", Place.BUILDER, "escape", T("Leave it; the wishes are kept"), T("leave")),
    Action("accept", Place.QUOTE, "a", T("The customer accepts"), T("accept"),
           command="accept {number} --po PO"),
    Action("revise", Place.QUOTE, "v", T("Make a new revision"), T("revise"),
           command="quote --revise {number}"),
    Action("send", Place.QUOTE, "m", T("Send it to the customer"), T("mail"),
           command="send {number}"),
    Action("pdf", Place.QUOTE, "w", T("Write the PDF to a file"), T("PDF"),
           command="quotes {number} --pdf FILE"),
    Action("explain", Place.QUOTE, "e", T("How each amount came about"),
           command="explain {number}"),
    Action("decline", Place.QUOTE, "d", T("The customer declines"),
           command="decline {number} --reason REASON"),
    Action("withdraw", Place.QUOTE, "x", T("Take the quote back"),
           command="withdraw {number} --reason REASON"),
    Action("approve", Place.QUOTE, "y", T("Let it go out, as a manager"),
           command="approve {number}"),
    Action("undo", Place.QUOTE, "u", T("Take the last step back"), T("undo"), command="undo {ref}"),
    Action("refresh", Place.QUOTE, "r", T("Read the quote again"), command="quotes {number}"),
    Action("back", Place.QUOTE, "escape", T("Back"), T("back")),
    Action("open", Place.QUOTES, "enter", T("Open the quote"), T("open"),
           command="quotes {number}"),
    Action("search", Place.QUOTES, "slash", T("Search this list"), T("search")),
    Action("narrow", Place.QUOTES, "v", T("Open ones, expiring ones, or all"), T("which")),
    Action("refresh", Place.QUOTES, "r", T("Read the list again"), T("refresh"), command="quotes"),
    Action("back", Place.QUOTES, "escape", T("Back"), T("back")),
    Action("back", Place.EXPLAIN, "escape,e", T("Back to the quote"), T("back")),
    Action("open", Place.ORDERS, "enter", T("Open the order"), T("open"),
           command="orders {number}"),
    Action("search", Place.ORDERS, "slash", T("Search this list"), T("search")),
    Action("refresh", Place.ORDERS, "r", T("Read the list again"), T("refresh"), command="orders"),
    Action("back", Place.ORDERS, "escape", T("Back"), T("back")),
    Action("give_out", Place.ORDER, "w", T("Give it out to the vendor"), T("give out"),
           command="orders {number} --out FILE"),
    Action("refresh", Place.ORDER, "r", T("Read the order again"), T("refresh"),
           command="orders {number}"),
    Action("back", Place.ORDER, "escape", T("Back"), T("back")),
)
