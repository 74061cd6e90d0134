"""What there is to choose of views: another one, another order, and saving or dropping one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from resellerdesk.core.text import Label, T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.view_query import ViewQuery
from resellerdesk.desk.views import View, save_view
from resellerdesk.store.paging import Sort
from resellerdesk.tui.form import Field, Form
from resellerdesk.tui.screens.pick import Pick

Words = Callable[[Label], str]

SAVE, DROP = "save", "drop"
NO_VIEWS = (T("There are no views."), T("esc goes back."))

SORTS: Sequence[tuple[Sort, Text]] = (
    (Sort.END, T("by end")),
    (Sort.VALUE, T("by value at stake")),
    (Sort.CUSTOMER, T("by customer")),
    (Sort.STATE, T("by state")),
    (Sort.OWNER, T("by owner")),
)


def view_picks(views: Sequence[View], shown: View, user: str, words: Words) -> Sequence[Pick]:
    """The views, then what can be done with the one that is shown."""
    picks = [Pick(view.key, words(view.title), words(view.about)) for view in views]
    picks.append(Pick(SAVE, words(T("save as...")), words(T("this view with its search"))))
    if shown.owner == user:
        picks.append(Pick(DROP, words(T("drop {name}", name=shown.title)),
                          words(T("the view, not what it shows"))))
    return picks


def sort_picks(query: ViewQuery, words: Words) -> Sequence[Pick]:
    """The orders; the one that is in force turns around."""
    around = words(T("turns it around"))
    return [
        Pick(sort.value, words(title), around if sort is query.sort else "")
        for sort, title in SORTS
    ]


def save_form(desk: Desk, query: ViewQuery, words: Words, then: Callable[[View], None]
              ) -> Form[View]:
    """Asks under which name a view is saved, and for whom."""
    whom = [("no", words(T("for me alone"))), ("yes", words(T("for everybody")))]
    return Form(
        T("Save this view"), [], "save view",
        [Field("name", T("Name")), Field("shared", T("For whom"), choices=whom, value="no")],
        lambda values: save_view(desk, values["name"], query, shared=values["shared"] == "yes"),
        then, lambda values: (),
    )
