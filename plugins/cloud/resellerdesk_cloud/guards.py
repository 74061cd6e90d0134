"""What stands in the way of a step, and what would satisfy it."""

from __future__ import annotations

from resellerdesk.sdk import Phase, Text, grace_end

from resellerdesk_cloud.catalogue import can_renew_itself
from resellerdesk_cloud.details import CARD, Held, Situated
from resellerdesk_cloud.forms import Billing, Paying, Renewal
from resellerdesk_cloud.invoices import ledger, money
from resellerdesk_cloud.options import NEW, has_ended
from resellerdesk_cloud.wording import T


def may_renew_itself(held: Held, ctx: Situated) -> Text | None:
    if held.details.payment_method != CARD:
        return T("automatic renewal wants payment by card; {reference} is paid by {method}",
                 reference=held.reference, method=held.details.payment_method or T("nothing"))
    if not can_renew_itself(held.sku, ctx.catalogue):
        return T("{sku} does not renew itself; order by hand", sku=held.sku)
    if has_ended(ctx):
        return T("it ended on {end}; a new subscription is needed", end=held.period.end)
    return None


def is_in_time(held: Held, ctx: Situated) -> Text | None:
    picked = ctx.renewal.picked
    is_new = picked is not None and picked.option.key == NEW
    if is_new or not has_ended(ctx):
        return None
    return T("it ended on {end}: revise the quote for a new subscription", end=held.period.end)


def is_marked(held: Held, ctx: Situated) -> Text | None:
    """Before it is scheduled, only what the vendor renews by itself can have been charged."""
    if ctx.renewal.phase is Phase.ORDERED or held.details.auto_renew:
        return None
    return T("the vendor does not mark {reference} as renewing itself", reference=held.reference)


def is_new_number(held: Held, given: Billing, ctx: Situated) -> Text | None:
    if ledger(held, ctx).find(given.number) is None:
        return None
    return T("invoice {number} is recorded already", number=given.number)


def is_payable(held: Held, given: Paying, ctx: Situated) -> Text | None:
    invoice = ledger(held, ctx).find(given.number)
    if invoice is None:
        return T("invoice {number} is not recorded; record it first (step invoice)",
                 number=given.number)
    # As money: an export may have written more decimals than anybody can pay.
    left, paying = money(invoice.open, ctx), money(given.amount, ctx)
    if paying.amount > left.amount:
        return T("invoice {number} has {open} open, less than {amount}",
                 number=given.number, open=left, amount=paying)
    return None


def is_settled(held: Held, ctx: Situated) -> Text | None:
    """Every invoice is paid in full, and, but for a new subscription, by the end."""
    book = ledger(held, ctx)
    if not book.invoices:
        return T("no invoice is recorded; record it first (step invoice)")
    for invoice in book.open:
        return T("invoice {number} has {open} open", number=invoice.number,
                 open=money(invoice.open, ctx))
    picked = ctx.renewal.picked
    if picked is not None and picked.option.key == NEW:
        return None
    for invoice, payment in book.paid_after(grace_end(held.period.end, ctx.policy)):
        return T("invoice {number} was paid on {day}, after the end on {end}: it is not renewed; "
                 "cancel the order and quote a new subscription",
                 number=invoice.number, day=payment.date, end=held.period.end)
    return None


def number_fits(held: Held, given: Renewal, ctx: Situated) -> Text | None:
    """Only a new subscription comes under a number of its own."""
    picked, number = ctx.renewal.picked, given.subscription_id
    if number in ("", held.reference) or (picked is not None and picked.option.key == NEW):
        return None
    return T("{ref} keeps its subscription ID: only a new subscription comes with another one; "
             "leave subscription_id out", ref=held.ref)
