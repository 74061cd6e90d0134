"""What a picked option charges, and what is said with it."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Fact, Offer, Picked, Recurring

from resellerdesk_ssl.details import Held, Situated
from resellerdesk_ssl.notes import days_kept, lapse_of, notes_on, notes_on_schedule
from resellerdesk_ssl.options import NEW
from resellerdesk_ssl.schedule import schedule_table
from resellerdesk_ssl.wording import T


def offer_for(held: Held, picked: Picked, ctx: Situated) -> Offer:
    """The plan under its own SKU; add-ons have no price. With it, the certificates it needs."""
    kind = "new" if picked.option.key == NEW else "renewal"
    charge = Recurring("term", held.sku, picked.quantity, picked.period, kind, "term")
    name = held.details.common_name
    schedule = schedule_table(picked.period.end, ctx.as_of, ctx.policy, name)
    return Offer(
        (charge,),
        facts=tuple(_facts(held, picked, ctx)),
        tables=(schedule,),
        notes=(*notes_on(held, picked, ctx), *notes_on_schedule(schedule)),
        lapse=tuple(lapse_of(held, ctx)),
    )


def _facts(held: Held, picked: Picked, ctx: Situated) -> Iterator[Fact]:
    details, facts = held.details, ctx.renewal.facts
    yield Fact("order_id", T("Order ID"), held.reference)
    yield Fact("common_name", T("Common name"), details.common_name)
    if details.dns_names:
        yield Fact("dns_names", T("Alternative names"), " ".join(details.dns_names))
    if picked.option.key != NEW:
        yield Fact("days_kept", T("Days kept"), days_kept(held, ctx), internal=True)
    yield Fact("checked", T("Request checked"), facts.checked_on is not None, internal=True)
    yield Fact("name_changed", T("Name changed"), bool(facts.renamed), internal=True)
