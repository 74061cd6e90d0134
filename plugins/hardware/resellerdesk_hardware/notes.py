"""What a quote says in the customer's words.

What holds for many units alike names no serial number, so that a quote for hundreds says it once.
"""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Picked, Situation, Text, grace_end

from resellerdesk_hardware.catalogue import inspection_sku
from resellerdesk_hardware.details import Held, Situated
from resellerdesk_hardware.support_life import has_a_day_left
from resellerdesk_hardware.tiers import Tier, is_below, ladder, tier_named
from resellerdesk_hardware.wording import T


def notes_on_cover(held: Held, picked: Picked, tier: Tier, ctx: Situated) -> Iterator[Text]:
    """What every level includes, a level too low, and how late it is."""
    yield T("Every level includes technical support around the clock and system updates.")
    required = tier_named(held.details.required_level, ladder(ctx.catalogue))
    if required is not None and is_below(tier, required):
        yield T(
            "{serial}: its contract asks for {required}, and {level} is below that.",
            serial=held.reference, required=required.title, level=tier.title,
        )
    if ctx.situation is Situation.IN_GRACE:
        yield T(
            "{model}: support ended on {end}. Ordered by {last}, it goes on without a gap or "
            "an inspection.",
            model=held.details.model, end=held.period.end,
            last=grace_end(held.period.end, ctx.policy),
        )
    if ctx.situation is Situation.LAPSED:
        yield _lateness(held, picked)


def notes_on_replacing(held: Held, ctx: Situated) -> Iterator[Text]:
    """Why the unit cannot be covered any longer."""
    last = held.details.end_of_support
    if last is None or has_a_day_left(held, ctx):
        yield T(
            "Support of {serial} ended on {end}, too long ago to be taken up again: "
            "the unit is to be replaced.",
            serial=held.reference, end=held.period.end,
        )
    else:
        yield T(
            "The end of support life of model {model} is {day}: {serial} cannot be covered any "
            "longer and is to be replaced.",
            model=held.details.model, day=last, serial=held.reference,
        )


def lapse_of(held: Held, ctx: Situated) -> Iterator[Text]:
    """What happens without renewal: to units like this one, and by the vendor's rules to any."""
    model, end = held.details.model, held.period.end
    match ctx.situation:
        case Situation.ON_TIME:
            yield T("{model}: support ends on {end}.", model=model, end=end)
        case Situation.IN_GRACE:
            yield T(
                "{model}: support ended on {end}; its grace ends on {last}.",
                model=model, end=end, last=grace_end(end, ctx.policy),
            )
        case _:
            yield T("{model}: without support since {end}.", model=model, end=end)
    if inspection_sku(ctx.catalogue):
        yield T("Renewed late, a unit is first inspected, for a fee.")


def _lateness(held: Held, picked: Picked) -> Text:
    return T(
        "{model}: support ended on {end}. A lapsed unit is inspected before it is covered "
        "again, from {start} on.",
        model=held.details.model, end=held.period.end, start=picked.period.start,
    )
