"""Where the renewal of a plan can stand."""

from __future__ import annotations

from resellerdesk.sdk import Phase, State

from resellerdesk_ssl.wording import T

DUE = State("due", T("due"), Phase.OPEN)
QUOTED = State("quoted", T("quoted"), Phase.QUOTED)
SCHEDULED = State("scheduled", T("scheduled"), Phase.ORDERED)
ORDERED = State("ordered", T("ordered"), Phase.ORDERED)
VALIDATED = State("validated", T("validated"), Phase.ORDERED)
ISSUED = State("issued", T("issued"), Phase.WON)
STATES = (DUE, QUOTED, SCHEDULED, ORDERED, VALIDATED, ISSUED)


def keys_of(*states: State) -> frozenset[str]:
    """The states that a step leads from."""
    return frozenset(state.key for state in states)
