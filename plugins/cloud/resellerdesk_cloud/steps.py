"""From due to renewed: by hand with invoices, or charged by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from resellerdesk.sdk import (
    Acceptance,
    Effect,
    Fact,
    Finish,
    Nothing,
    On,
    Phase,
    State,
    Step,
    Text,
    standard,
)

from resellerdesk_cloud.catalogue import can_renew_itself
from resellerdesk_cloud.details import (
    CARD,
    Held,
    Invoice,
    Payment,
    Progress,
    Settings,
    Situated,
    Subscription,
)
from resellerdesk_cloud.forms import Billing, Charge, Consent, Failure, Paying
from resellerdesk_cloud.invoices import ledger
from resellerdesk_cloud.options import NEW, OPT_IN, ORDER
from resellerdesk_cloud.wording import T

CloudEffect = Effect[Subscription, Progress]

DUE = State("due", T("due"), Phase.OPEN)
QUOTED = State("quoted", T("quoted"), Phase.QUOTED)
SCHEDULED = State("scheduled", T("scheduled"), Phase.ORDERED)
CHARGED = State("charged", T("charged"), Phase.ORDERED)
ORDERED = State("ordered", T("ordered"), Phase.ORDERED)
INVOICED = State("invoiced", T("invoiced"), Phase.ORDERED)
PAID = State("paid", T("paid"), Phase.ORDERED)
RENEWED = State("renewed", T("renewed"), Phase.WON)
_STATES = (DUE, QUOTED, SCHEDULED, CHARGED, ORDERED, INVOICED, PAID, RENEWED)


def _may_renew_itself(held: Held, ctx: Situated) -> Text | None:
    if held.details.payment_method != CARD:
        return T("automatic renewal wants payment by card; {reference} is paid by {method}",
                 reference=held.reference, method=held.details.payment_method or T("nothing"))
    if not can_renew_itself(held.sku, ctx.catalogue):
        return T("{sku} does not renew itself; order by hand", sku=held.sku)
    if ctx.as_of > held.period.end:
        return T("it ended on {end}; a new subscription is needed", end=held.period.end)
    return None


def _consented(held: Held, given: Consent, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, consent=given.consent, consent_on=ctx.as_of, failed="")


def _accepted_by_itself(held: Held, given: Acceptance, ctx: Situated) -> CloudEffect:
    """The purchase order stands for the consent."""
    facts = ctx.renewal.facts.model_copy(
        update={"consent": given.purchase_order, "consent_on": ctx.as_of, "failed": ""}
    )
    return Effect(facts=facts, for_vendor=_for_vendor(held))


def _in_time(held: Held, ctx: Situated) -> Text | None:
    picked = ctx.renewal.picked
    is_new = picked is not None and picked.option.key == NEW
    if is_new or ctx.as_of <= held.period.end:
        return None
    return T("it ended on {end}: revise the quote for a new subscription", end=held.period.end)


def _ordered(held: Held, given: Acceptance, ctx: Situated) -> CloudEffect:
    return Effect(for_vendor=_for_vendor(held))


def _for_vendor(held: Held) -> tuple[Fact, ...]:
    return (
        Fact("subscription_id", T("Subscription ID"), held.reference),
        Fact("domain", T("Domain"), held.details.domain),
    )


def _marked(held: Held, ctx: Situated) -> Text | None:
    """From due, a charge can be recorded only where the vendor renews by itself."""
    if ctx.renewal.state != DUE.key or held.details.auto_renew:
        return None
    return T("the vendor does not mark {reference} as renewing itself", reference=held.reference)


def _charged(held: Held, given: Charge, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, charge_reference=given.reference, charged_on=given.date, failed="")


def _failed(held: Held, given: Failure, ctx: Situated) -> CloudEffect:
    return _recorded(ctx, failed=given.reason)


def _new_number(held: Held, given: Billing, ctx: Situated) -> Text | None:
    if ledger(held, ctx).find(given.number) is None:
        return None
    return T("invoice {number} is recorded already", number=given.number)


def _billed(held: Held, given: Billing, ctx: Situated) -> CloudEffect:
    invoice = Invoice(number=given.number, amount=given.amount)
    return _recorded(ctx, invoices=ledger(held, ctx).adding(invoice).invoices)


def _payable(held: Held, given: Paying, ctx: Situated) -> Text | None:
    invoice = ledger(held, ctx).find(given.number)
    if invoice is None:
        return T("invoice {number} is not recorded; record it first (step invoice)",
                 number=given.number)
    if given.amount > invoice.open:
        return T("invoice {number} has {open} open, less than {amount}",
                 number=given.number, open=invoice.open, amount=given.amount)
    return None


def _paid(held: Held, given: Paying, ctx: Situated) -> CloudEffect:
    payment = Payment(amount=given.amount, date=given.date)
    return _recorded(ctx, invoices=ledger(held, ctx).paying(given.number, payment).invoices)


def _settled(held: Held, ctx: Situated) -> Text | None:
    """Every invoice is paid in full, and, but for a new subscription, by the end."""
    book = ledger(held, ctx)
    if not book.invoices:
        return T("no invoice is recorded; record it first (step invoice)")
    for invoice in book.open:
        return T("invoice {number} has {open} open", number=invoice.number, open=invoice.open)
    picked = ctx.renewal.picked
    if picked is not None and picked.option.key == NEW:
        return None
    for invoice, payment in book.paid_after(held.period.end):
        return T("invoice {number} was paid on {day}, after the end on {end}: it is not renewed",
                 number=invoice.number, day=payment.date, end=held.period.end)
    return None


def _renewed(held: Held, given: Nothing, ctx: Situated) -> CloudEffect:
    return Effect(finish=Finish())


def _recorded(ctx: Situated, **changes: object) -> CloudEffect:
    return Effect(facts=ctx.renewal.facts.model_copy(update=changes))


def _from(*states: State) -> frozenset[str]:
    return frozenset(state.key for state in states)


_STEPS: Sequence[Step[Subscription, Progress, Settings, Any]] = (
    Step(OPT_IN, T("Record the consent"), _from(DUE), SCHEDULED.key, Consent,
         ready=_may_renew_itself, effect=_consented),
    Step(OPT_IN, T("Accepted, charged by itself"), _from(QUOTED), SCHEDULED.key, Acceptance,
         On.ACCEPTED, ready=_may_renew_itself, effect=_accepted_by_itself),
    Step("cancel_auto", T("Cancel the automatic renewal"), _from(SCHEDULED), DUE.key, Nothing),
    Step("charge", T("Record the charge"), _from(SCHEDULED, DUE), CHARGED.key, Charge,
         ready=_marked, effect=_charged),
    Step("charge_failed", T("The charge failed"), _from(SCHEDULED), DUE.key, Failure,
         effect=_failed),
    Step("quote", T("Quote stored"), _from(DUE), QUOTED.key, Nothing, On.QUOTE_STORED),
    Step(ORDER, T("Order"), _from(QUOTED), ORDERED.key, Acceptance, On.ACCEPTED,
         ready=_in_time, effect=_ordered),
    Step("invoice", T("Record an invoice"), _from(ORDERED, INVOICED), INVOICED.key, Billing,
         guard=_new_number, effect=_billed),
    Step("pay", T("Record a payment"), _from(*_STATES[:-1]), None, Paying,
         guard=_payable, effect=_paid),
    Step("settle", T("All paid"), _from(ORDERED, INVOICED), PAID.key, Nothing, ready=_settled),
    Step("renew", T("Renewed"), _from(CHARGED, PAID), RENEWED.key, Nothing, effect=_renewed),
)

WORKFLOW = standard(_STATES, _STEPS)
