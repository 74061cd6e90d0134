"""The views of the worklist: those that every desk has, one for each family, and saved ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import Label, T
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.view_query import EXPIRING_DAYS, Only, ViewQuery
from resellerdesk.desk.worklist import WITHIN_DAYS
from resellerdesk.store.paging import Sort
from resellerdesk.store.renewals import owns_anything
from resellerdesk.store.views import StoredView, drop_view, put_view, views_for

LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class View:
    """A question to the worklist under a name; `about` says what it asks, or whose it is.

    `owner` is who saved it, empty for those that every desk has.
    """

    key: str
    title: Label
    query: ViewQuery
    about: Label = ""
    owner: str = ""
    shared: bool = False


DUE = View("due", T("due"), ViewQuery(), T("ends within {days} days, or has ended",
                                           days=WITHIN_DAYS))
MINE = View("mine", T("mine"), ViewQuery(mine=True), T("of these, what I look after"))
_OTHERS = (
    View("overdue", T("overdue"), ViewQuery(Only.OVERDUE), T("has ended")),
    View("month", T("this month"), ViewQuery(Only.MONTH, sort=Sort.END),
         T("ends in this month")),
    View("approval", T("waiting for approval"), ViewQuery(Only.APPROVAL),
         T("on a quote that a manager has to let go out")),
    View("expiring", T("quotes expiring"), ViewQuery(Only.EXPIRING),
         T("on an open quote that is valid for {days} days at most", days=EXPIRING_DAYS)),
    View("ordered", T("orders unconfirmed"), ViewQuery(Only.ORDERED, sort=Sort.END),
         T("ordered, and not confirmed by the vendor yet")),
    View("all", T("all"), ViewQuery(Only.ALL), T("every renewal that is under way")),
)


def home_view(desk: Desk) -> View:
    """What the worklist opens on: what is due, and of that one's own once one owns something."""
    with desk.store.read() as db:
        return MINE if owns_anything(db, desk.user) else DUE


def views(desk: Desk) -> Sequence[View]:
    """All that can be looked at, saved ones last."""
    families = [
        View(f"family:{key}", loaded.family.title, replace(DUE.query, family=key),
             T("due, of this family"))
        for key, loaded in sorted(desk.extensions.families.items())
    ]
    with desk.store.read() as db:
        saved = [_saved(stored, desk.user) for stored in views_for(db, desk.user)]
    return [DUE, MINE, *_OTHERS, *families, *saved]


def _saved(stored: StoredView, user: str) -> View:
    if stored.owner != user:
        about = T("saved and shared by {owner}", owner=stored.owner)
    else:
        about = T("my own, shared") if stored.shared else T("my own")
    return View(
        f"saved:{stored.owner}:{stored.name}", stored.name, ViewQuery.from_json(stored.query),
        about, stored.owner, stored.shared,
    )


def save_view(desk: Desk, name: str, query: ViewQuery, *, shared: bool) -> View:
    """Saves a view under a name, in the place of one's own of that name.

    Raises Refusal for a name that is empty or too long.
    """
    said = " ".join(name.split())
    if not said or len(said) > LONGEST_NAME:
        raise Refusal(
            T("a view wants a name of 1 to {longest} characters, this one has {length}",
              longest=LONGEST_NAME, length=len(said))
        )
    stored = StoredView(desk.user, said, shared, query.as_json())
    with desk.store.write() as db:
        put_view(db, stored)
    return _saved(stored, desk.user)


def forget_view(desk: Desk, view: View) -> None:
    """Drops a view that one saved oneself. Raises Refusal for any other."""
    if view.owner != desk.user:
        raise Refusal(T("{name} is not a view of yours; only who saved it can drop it",
                        name=view.title))
    with desk.store.write() as db:
        if not drop_view(db, desk.user, str(view.title)):
            raise Refusal(T("there is no view {name} of yours any more", name=view.title))
