"""Domain names: what is known of one, how it may go on, what that charges, which steps it takes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from resellerdesk.sdk import (
    Acceptance,
    Charge,
    Context,
    Effect,
    Entitlement,
    Family,
    Finding,
    Finish,
    Nothing,
    Offer,
    On,
    Once,
    Option,
    Phase,
    Picked,
    PolicyRow,
    Product,
    Recurring,
    Situation,
    State,
    Step,
    Text,
    standard,
    texts,
)

T = texts("resellerdesk_domains")
FAMILY, VENDOR, YEAR, RESTORE = "domains", "Namewell", "DOM-YEAR", "DOM-RESTORE"


class Domain(BaseModel):
    """What is known of a name, besides what every entitlement has."""

    locked: bool = False


Held = Entitlement[Domain]
Now = Context[Domain, Nothing, Nothing]
Done = Effect[Domain, Nothing]


def is_unlocked(held: Held, ctx: Now) -> Text | None:
    if not held.details.locked:
        return None
    return T("{name} is locked: take the step unlock first", name=held.reference)


def unlock(held: Held, given: Nothing, ctx: Now) -> Done:
    return Effect(details=Domain(locked=False))


def confirm(held: Held, given: Nothing, ctx: Now) -> Done:
    return Effect(finish=Finish())


STATES = (
    State("expiring", T("expiring"), Phase.OPEN),
    State("offered", T("offered"), Phase.QUOTED),
    State("requested", T("requested"), Phase.ORDERED),
    State("registered", T("registered"), Phase.WON),
)
STEPS: Sequence[Step[Domain, Nothing, Nothing, Any]] = (
    Step("unlock", T("Unlock"), frozenset({"expiring", "offered"}), None, Nothing, effect=unlock),
    Step("offer", T("Offer"), frozenset({"expiring"}), "offered", Nothing, On.QUOTE_STORED),
    Step("request", T("Request"), frozenset({"offered"}), "requested", Acceptance, On.ACCEPTED,
         ready=is_unlocked),
    Step("confirm", T("Confirm"), frozenset({"requested"}), "registered", Nothing, effect=confirm),
)


class Domains(Family[Domain, Nothing, Nothing]):
    """Names registered by the year; after 30 days of grace the registry asks for a fee."""

    key = FAMILY
    title = T("Domain names")
    vendor = VENDOR
    details, facts, settings = Domain, Nothing, Nothing
    workflow = standard(STATES, STEPS)
    policy = (PolicyRow(VENDOR, FAMILY, "*", "grace_days", date(2020, 1, 1), "30"),)
    catalogue = (Product(VENDOR, YEAR, FAMILY, "Domain name"),)

    def options(self, held: Held, ctx: Now) -> Sequence[Option]:
        start = ctx.as_of if is_late(ctx) else held.period.end + timedelta(days=1)
        return [
            Option(f"years-{months}", T("{months} months", months=months), start, months,
                   held.quantity, current=months == 12, recommended=months == 12)
            for months in (12, 24, 60)
        ]

    def offer(self, held: Held, picked: Picked, ctx: Now) -> Offer:
        charges: list[Charge] = [
            Recurring("term", YEAR, picked.quantity, picked.period, "renewal", "term")
        ]
        if is_late(ctx):
            charges.append(Once("restore", RESTORE, 1, "restore_fee", "fee", T("Restore fee")))
        lapse = T("Without renewal, {name} is free for others to take.", name=held.reference)
        return Offer(tuple(charges), lapse=(lapse,))

    def findings(self, held: Held, ctx: Now) -> Sequence[Finding]:
        return (Finding("locked", T("locked at the registry")),) if held.details.locked else ()


def is_late(ctx: Now) -> bool:
    return ctx.situation in (Situation.LAPSED, Situation.GONE)
