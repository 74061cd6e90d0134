"""What a rep should know: consent, charges to confirm, invoices; and what `show` says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from resellerdesk.sdk import Fact, Finding, Milestone, Table, Text, Value, grace_end

from resellerdesk_cloud.details import Held, Situated
from resellerdesk_cloud.invoices import ledger, money
from resellerdesk_cloud.states import DUE, SCHEDULED
from resellerdesk_cloud.wording import T


def findings_on(held: Held, ctx: Situated) -> Iterator[Finding]:
    facts, end = ctx.renewal.facts, held.period.end
    waits = ctx.renewal.state == SCHEDULED.key or (
        ctx.renewal.state == DUE.key and held.details.auto_renew and not facts.failed
    )
    if held.details.auto_renew and not facts.consent and not ctx.renewal.phase.is_closed:
        yield Finding("consent_missing", T(
            "the vendor renews it by itself; the customer's consent is not recorded"))
    # The situation is frozen from the order on; the day is not.
    if waits and ctx.as_of > grace_end(end, ctx.policy):
        yield Finding("charge_to_confirm", T(
            "charge to confirm: it ended on {end} and no charge is recorded", end=end))
    if facts.failed:
        yield Finding("charge_failed", T("the charge failed: {why}; renew it by hand",
                                         why=facts.failed))
    if ctx.as_of >= end - timedelta(days=ctx.settings.invoice_warning_days):
        for invoice in ledger(held, ctx).open:
            yield Finding("invoice_open", T(
                "invoice {number} has {open} open, and it ends on {end}",
                number=invoice.number, open=money(invoice.open, ctx), end=end))


def facts_on(held: Held, ctx: Situated) -> Iterator[Fact | Table]:
    """What `show` says besides the common columns; all of it the reseller's own."""
    details, facts = held.details, ctx.renewal.facts
    yield _own("domain", T("Domain"), details.domain)
    yield _own("payment_method", T("Paid by"), details.payment_method)
    yield _own("auto_renew", T("Renews itself"), details.auto_renew)
    yield _own("auto_billing", T("Invoiced automatically"), details.auto_billing)
    yield _own("consent", T("Consent"), facts.consent or T("not recorded"))
    invoices = ledger(held, ctx).invoices
    if invoices:
        columns = (("number", T("Invoice")), ("amount", T("Amount")), ("open", T("Open")))
        rows = tuple((one.number, money(one.amount, ctx), money(one.open, ctx))
                     for one in invoices)
        yield Table("invoices", T("Invoices"), columns, rows, internal=True)


def milestones_for(ctx: Situated) -> Sequence[Milestone]:
    days = (*ctx.settings.reminder_days, *(-day for day in ctx.settings.days_after_the_end))
    return tuple(Milestone(day, "customer") for day in days)


def _own(key: str, title: Text, value: Value) -> Fact:
    return Fact(key, title, value, internal=True)
