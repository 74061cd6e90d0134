"""The ways to go on: by hand, charged by itself, or a new subscription after the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from resellerdesk.sdk import Option, Situation

from resellerdesk_cloud.catalogue import can_renew_itself
from resellerdesk_cloud.details import CARD, Held, Situated
from resellerdesk_cloud.wording import T

MANUAL, AUTO, NEW = "manual-12", "auto-12", "new-12"
ORDER, OPT_IN = "order", "opt_in"
TERM_MONTHS = 12
SHORTEST_MONTHS = 1


def options_for(held: Held, ctx: Situated) -> Sequence[Option]:
    """What the vendor marks as renewing itself is today's way, where it can; else by hand.

    Today's way is recommended, unless its charge failed: then it is to be renewed by hand.
    """
    if has_ended(ctx):
        return (_new(held, ctx),)
    auto = can_go_by_itself(held, ctx)
    today = AUTO if auto and held.details.auto_renew else MANUAL
    best = MANUAL if ctx.renewal.facts.failed else today
    keys = (MANUAL, AUTO) if auto else (MANUAL,)
    return tuple(_renewal(held, key, is_today=key == today, is_best=key == best) for key in keys)


def has_ended(ctx: Situated) -> bool:
    """Whether its end is past, with the grace that a policy may give."""
    return ctx.situation in (Situation.LAPSED, Situation.GONE)


def can_go_by_itself(held: Held, ctx: Situated) -> bool:
    """Automatic renewal wants a product that supports it, and a card."""
    return can_renew_itself(held.sku, ctx.catalogue) and held.details.payment_method == CARD


def _renewal(held: Held, key: str, is_today: bool, is_best: bool) -> Option:
    automatic = key == AUTO
    return Option(
        key=key,
        title=T("12 months, charged on the renewal date") if automatic
        else T("12 months, by order"),
        start=held.period.end + timedelta(days=1),
        months=TERM_MONTHS,
        floor=SHORTEST_MONTHS,
        quantity=held.quantity,
        aligns=not automatic,  # the vendor charges its own term
        current=is_today,
        recommended=is_best,
        accept=OPT_IN if automatic else ORDER,
    )


def _new(held: Held, ctx: Situated) -> Option:
    return Option(
        key=NEW,
        title=T("New subscription, 12 months"),
        mode="new",
        start=ctx.as_of,
        months=TERM_MONTHS,
        floor=SHORTEST_MONTHS,
        quantity=held.quantity,
        recommended=True,
        accept=ORDER,
    )
