"""What a picked option charges, and what is said with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from resellerdesk.sdk import (
    Charge,
    Fact,
    Late,
    Offer,
    Once,
    Period,
    Picked,
    Recurring,
    Share,
    Situation,
    grace_end,
)

from resellerdesk_software.addons import addon_charges
from resellerdesk_software.catalogue import licence_sku, renewal_sku
from resellerdesk_software.details import Held, Situated
from resellerdesk_software.notes import lapse_of, notes_on
from resellerdesk_software.options import REPURCHASE
from resellerdesk_software.policy import reinstatement_percent
from resellerdesk_software.wording import T

_DAY = timedelta(days=1)
_A_MONTH = 30


def offer_for(held: Held, picked: Picked, ctx: Situated) -> Offer:
    """Back maintenance and its fee where the customer is late, the term, then the add-ons."""
    missed = missed_days(held, picked, ctx)
    charges: tuple[Charge, ...] = (
        *(_reinstatement(held, picked, missed, ctx) if missed else ()),
        _term(held, picked, ctx),
        *addon_charges(picked, ctx.catalogue),
    )
    return Offer(
        charges,
        facts=tuple(_facts(held, ctx)),
        notes=tuple(notes_on(held, picked, missed, ctx)),
        lapse=tuple(lapse_of(held, ctx)),
        late=_late(held, picked, ctx),
    )


def _late(held: Held, picked: Picked, ctx: Situated) -> Late | None:
    """What is charged for the days missed, were it renewed a month after its end and grace."""
    if ctx.situation not in (Situation.ON_TIME, Situation.IN_GRACE):
        return None
    end = held.period.end
    days = (grace_end(end, ctx.policy) - end).days + _A_MONTH
    missed = Period(end + _DAY, end + timedelta(days=days))
    return Late(days, tuple(_reinstatement(held, picked, missed, ctx)))


def missed_days(held: Held, picked: Picked, ctx: Situated) -> Period | None:
    """The days without maintenance before a lapsed renewal starts; None where there are none."""
    first, last = held.period.end + _DAY, picked.period.start - _DAY
    if ctx.situation is not Situation.LAPSED or last < first:
        return None
    return Period(first, last)


def _reinstatement(held: Held, picked: Picked, missed: Period, ctx: Situated) -> Iterator[Charge]:
    percent = reinstatement_percent(ctx.policy)
    yield Recurring(
        "arrears", renewal_sku(held.sku, ctx.catalogue), picked.quantity, missed,
        "back_maintenance", "arrears", T("Back maintenance: {product}", product=held.description),
    )
    if percent:
        yield Share(
            "reinstatement", "arrears", percent, "reinstatement_fee",
            T("Reinstatement fee, {percent} % of the back maintenance", percent=percent),
        )


def _term(held: Held, picked: Picked, ctx: Situated) -> Charge:
    if picked.option.key == REPURCHASE:
        return Once("term", licence_sku(held.sku), picked.quantity, "new", "term")
    sku = renewal_sku(held.sku, ctx.catalogue)
    return Recurring("term", sku, picked.quantity, picked.period, "renewal", "term")


def _facts(held: Held, ctx: Situated) -> Iterator[Fact]:
    yield Fact("renewal_id", T("Renewal ID"), held.reference)
    if held.details.certificate:
        yield Fact("certificate", T("Certificate"), held.details.certificate)
    yield Fact("licensed", T("Licensed units"), held.details.licensed, internal=True)
    yield Fact(
        "ownership_verified", T("Ownership verified"), ctx.renewal.facts.verified, internal=True
    )
