"""Where the renewal of a subscription can stand."""

from __future__ import annotations

from resellerdesk.sdk import Phase, State

from resellerdesk_cloud.wording import T

DUE = State("due", T("due"), Phase.OPEN)
QUOTED = State("quoted", T("quoted"), Phase.QUOTED)
SCHEDULED = State("scheduled", T("scheduled"), Phase.ORDERED)
CHARGED = State("charged", T("charged"), Phase.ORDERED)
ORDERED = State("ordered", T("ordered"), Phase.ORDERED)
INVOICED = State("invoiced", T("invoiced"), Phase.ORDERED)
PAID = State("paid", T("paid"), Phase.ORDERED)
RENEWED = State("renewed", T("renewed"), Phase.WON)
STATES = (DUE, QUOTED, SCHEDULED, CHARGED, ORDERED, INVOICED, PAID, RENEWED)


def keys_of(*states: State) -> frozenset[str]:
    """The states that a step leads from."""
    return frozenset(state.key for state in states)
