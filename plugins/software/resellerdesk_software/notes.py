"""What a quote says in the customer's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from resellerdesk.sdk import Period, Picked, Situation, Text, grace_end

from resellerdesk_software.details import Held, Situated
from resellerdesk_software.policy import reinstatement_percent, repurchase_after_days
from resellerdesk_software.wording import T


def notes_on(held: Held, picked: Picked, missed: Period | None, ctx: Situated) -> Iterator[Text]:
    """Quantity against licences, grace, and how late it is."""
    yield from _quantity_note(held, picked, ctx)
    if ctx.situation is Situation.IN_GRACE:
        yield T(
            "{reference} ended on {end}. Ordered by {last}, it goes on without a gap or a fee.",
            reference=held.reference, end=held.period.end,
            last=grace_end(held.period.end, ctx.policy),
        )
    if missed is not None:
        yield _lateness(held, missed, ctx)
    if ctx.situation is Situation.GONE:
        yield T(
            "{reference} ended on {end}, too long ago to be renewed: "
            "the licences are bought again.",
            reference=held.reference, end=held.period.end,
        )


def lapse_of(held: Held, ctx: Situated) -> Iterator[Text]:
    """What happens without renewal: to this entitlement, and by the vendor's rules to any."""
    end, reference = held.period.end, held.reference
    match ctx.situation:
        case Situation.ON_TIME:
            yield T("Maintenance of {reference} ends on {end}.", reference=reference, end=end)
        case Situation.IN_GRACE:
            yield T(
                "Maintenance of {reference} ended on {end}; its grace ends on {last}.",
                reference=reference, end=end, last=grace_end(end, ctx.policy),
            )
        case Situation.LAPSED:
            yield T(
                "{reference} stays without maintenance, and each day adds to what is charged "
                "later. After {last} its licences must be bought again.",
                reference=reference,
                last=end + timedelta(days=repurchase_after_days(ctx.policy)),
            )
        case Situation.GONE:
            return
    yield _rule(ctx)


def _quantity_note(held: Held, picked: Picked, ctx: Situated) -> Iterator[Text]:
    licensed = held.details.licensed
    rest = picked.quantity - licensed
    if ctx.situation is Situation.GONE or rest == 0:
        return
    names = {"reference": held.reference, "quantity": picked.quantity, "licensed": licensed}
    if rest < 0:
        yield T(
            "{reference}: {quantity} of {licensed} licensed units are renewed; "
            "{rest} stays without maintenance.",
            plural="{reference}: {quantity} of {licensed} licensed units are renewed; "
            "{rest} stay without maintenance.",
            count="rest", rest=-rest, **names,
        )
    else:
        yield T(
            "{reference}: {quantity} units are renewed and {licensed} are licensed; "
            "a licence is needed for {rest} more.",
            plural="{reference}: {quantity} units are renewed and {licensed} are licensed; "
            "licences are needed for {rest} more.",
            count="rest", rest=rest, **names,
        )


def _lateness(held: Held, missed: Period, ctx: Situated) -> Text:
    percent = reinstatement_percent(ctx.policy)
    return T(
        "{reference} ended on {end}: {days} day without maintenance is charged, "
        "with a fee of {percent} % of that amount.",
        plural="{reference} ended on {end}: {days} days without maintenance are charged, "
        "with a fee of {percent} % of that amount.",
        count="days", days=missed.days,
        reference=held.reference, end=held.period.end, percent=percent,
    )


def _rule(ctx: Situated) -> Text:
    return T(
        "Renewed late, software also pays for the days without maintenance, with a fee of "
        "{percent} % of that; more than {days} days after its end it can no longer be renewed, "
        "and the licences must be bought again.",
        percent=reinstatement_percent(ctx.policy), days=repurchase_after_days(ctx.policy),
    )
