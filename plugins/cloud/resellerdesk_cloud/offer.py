"""What an option charges, and what is said with it."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Fact, Offer, Picked, Recurring, Table, Text, grace_end

from resellerdesk_cloud.details import Held, Situated
from resellerdesk_cloud.invoices import ledger, money
from resellerdesk_cloud.options import AUTO, MANUAL, NEW, has_ended
from resellerdesk_cloud.wording import T


def offer_for(held: Held, picked: Picked, ctx: Situated) -> Offer:
    """One charge under the subscription's own SKU: renewed, or new after the end."""
    kind = "new" if picked.option.key == NEW else "renewal"
    charge = Recurring("term", held.sku, picked.quantity, picked.period, kind, "term")
    facts = [Fact("subscription_id", T("Subscription ID"), held.reference)]
    if held.details.domain:
        facts.append(Fact("domain", T("Domain"), held.details.domain))
    return Offer(
        (charge,), tuple(facts), tuple(_open_invoices(held, picked, ctx)),
        _notes(held, picked, ctx), _lapse(held, ctx),
    )


def _open_invoices(held: Held, picked: Picked, ctx: Situated) -> Iterator[Table]:
    """What is still to be paid of the running term; by hand nothing is renewed without it."""
    found = ledger(held, ctx).open
    if found:
        columns = (("number", T("Invoice")), ("amount", T("Amount")), ("open", T("Open")))
        rows = tuple((one.number, money(one.amount, ctx), money(one.open, ctx)) for one in found)
        title = T("Open invoices of {reference}", reference=held.reference)
        if picked.option.key == MANUAL:
            title = T("Open invoices of {reference}, to be paid by {end}",
                      reference=held.reference, end=grace_end(held.period.end, ctx.policy))
        yield Table("open_invoices", title, columns, rows)


def days_without_service(held: Held, picked: Picked, ctx: Situated) -> int:
    """The days between the end, with a grace where there is one, and the new start."""
    last = grace_end(held.period.end, ctx.policy)
    return max((picked.period.start - last).days - 1, 0)


def _notes(held: Held, picked: Picked, ctx: Situated) -> tuple[Text, ...]:
    if picked.option.key == AUTO:
        return (
            T("{reference} is charged to the card on {day} and goes on by itself; it can be "
              "cancelled until then.", reference=held.reference, day=picked.period.start),
        )
    gap = days_without_service(held, picked, ctx)
    if not gap:
        return ()
    return (
        T("{reference} ended on {end}: {gap} day without service until the new subscription.",
          plural="{reference} ended on {end}: {gap} days without service until the new "
                 "subscription.", count="gap", gap=gap, reference=held.reference,
          end=grace_end(held.period.end, ctx.policy)),
    )


def _lapse(held: Held, ctx: Situated) -> tuple[Text, ...]:
    if has_ended(ctx):
        return ()
    return (
        T("Access to {reference} ends with {end}; afterwards it is a new subscription.",
          reference=held.reference, end=grace_end(held.period.end, ctx.policy)),
    )
