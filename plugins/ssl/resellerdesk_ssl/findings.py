"""What a rep should know or act on."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Finding, Text, grace_end

from resellerdesk_ssl.details import Held, Situated
from resellerdesk_ssl.fields import ORDERED, same_words, title_of
from resellerdesk_ssl.states import SCHEDULED
from resellerdesk_ssl.wording import T, listed


def findings_on(held: Held, ctx: Situated) -> Iterator[Finding]:
    facts = ctx.renewal.facts
    differing = tuple(_differs_from_order(held, ctx))
    if differing:
        yield Finding("name_differs_from_order", T(
            "the certificate's name differs from its order: {fields}", fields=listed(differing)))
    if facts.installation_pending:
        yield Finding("installation_pending", T(
            "certificate {serial} is issued and not yet installed: record it with the step install",
            serial=facts.issued_serial))
    if ctx.renewal.state == SCHEDULED.key and ctx.as_of > grace_end(held.period.end, ctx.policy):
        yield Finding("charge_to_confirm", T(
            "charge to confirm: the plan ended on {end} and no charge is recorded",
            end=held.period.end))
    if facts.charge_failed:
        yield Finding("charge_failed", T(
            "the charge failed: {why}; renew it by hand", why=facts.charge_failed))


def _differs_from_order(held: Held, ctx: Situated) -> Iterator[Text]:
    """Field by field, what the order names and the certificate that was compared does not carry."""
    compared = ctx.renewal.facts.comparison
    carried = {row.field: row.old for row in compared}
    for field in ORDERED if compared else ():
        ordered, found = getattr(held.details, field), carried.get(field, "")
        if ordered and not same_words(ordered, found):
            yield T("{field} {found} instead of {ordered}", field=title_of(field),
                    found=found or T("missing"), ordered=ordered)
