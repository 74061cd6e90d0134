"""What a quote says in the customer's words."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Picked, Situation, Table, Text, grace_end

from resellerdesk_ssl.comparison import named
from resellerdesk_ssl.details import Held, Situated
from resellerdesk_ssl.options import AUTO, EXPRESS, NEW, has_ended
from resellerdesk_ssl.wording import T


def notes_on(held: Held, picked: Picked, ctx: Situated) -> Iterator[Text]:
    """Why it is no renewal, or which days are kept; and what the add-ons mean."""
    name = held.details.common_name
    if picked.option.key == NEW:
        yield _why_new(held, ctx)
        return
    kept = days_kept(held, ctx)
    if kept:
        yield T(
            "{name}: {days} day of the running plan is kept; the new one starts on {start}.",
            plural="{name}: {days} days of the running plan are kept; "
            "the new one starts on {start}.",
            count="days", days=kept, name=name, start=picked.period.start,
        )
    else:
        yield T(
            "{name}: the plan ended on {end}. Ordered by {last}, it is still renewed.",
            name=name, end=held.period.end, last=grace_end(held.period.end, ctx.policy),
        )
    if EXPRESS in picked.addons:
        yield T("{name}: no new request is needed while name and key stay valid.", name=name)
    if AUTO in picked.addons:
        yield T("{name}: the auto-renewal service is recorded with the new plan.", name=name)


def notes_on_schedule(schedule: Table) -> Iterator[Text]:
    """Why a plan is more than one certificate; said alike of every plan."""
    if len(schedule.rows) > 1:
        yield T(
            "Browsers accept a certificate for a limited time only, so a plan is delivered as "
            "several, one after another. All are included in its price; the schedule says when "
            "each is issued, and which issue needs a new proof of domain control."
        )


def days_kept(held: Held, ctx: Situated) -> int:
    """How many days of the running plan a renewal carries over, today included."""
    return max(0, (held.period.end - ctx.as_of).days + 1)


def lapse_of(held: Held, ctx: Situated) -> Iterator[Text]:
    """What happens without renewal: to this plan, and by the rules to any."""
    name, end = held.details.common_name, held.period.end
    match ctx.situation:
        case Situation.ON_TIME:
            yield T("The certificate plan of {name} ends on {end}.", name=name, end=end)
        case Situation.IN_GRACE:
            yield T(
                "The certificate plan of {name} ended on {end}; it can be renewed until {last}.",
                name=name, end=end, last=grace_end(end, ctx.policy),
            )
        case _:
            return
    yield T(
        "Without a valid certificate, browsers warn visitors of the site. A plan that has ended "
        "cannot be renewed: a new certificate must be bought, and no days are carried over."
    )


def _why_new(held: Held, ctx: Situated) -> Text:
    name, end = held.details.common_name, held.period.end
    changed = ctx.renewal.facts.renamed
    if changed and not has_ended(ctx):
        return T(
            "{name}: the request changes the name ({fields}). That is no renewal: a new "
            "certificate is bought, and no days are carried over.",
            name=name, fields=named(changed),
        )
    return T(
        "{name}: the plan ended on {end} and cannot be renewed. A new certificate is bought, and "
        "no days are carried over.", name=name, end=end,
    )
