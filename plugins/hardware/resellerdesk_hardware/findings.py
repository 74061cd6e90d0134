"""What a rep should know: a level too low, use after the end, the end of support life."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk.sdk import Finding

from resellerdesk_hardware.details import Held, Situated
from resellerdesk_hardware.tiers import is_below, ladder, tier_held, tier_named
from resellerdesk_hardware.wording import T


def findings_on(held: Held, ctx: Situated) -> Iterator[Finding]:
    yield from _level_findings(held, ctx)
    if held.details.in_use and ctx.as_of > held.period.end:
        yield Finding(
            "in_use_after_end",
            T("ended on {end} and is still marked as in use", end=held.period.end),
        )
    yield from _support_life_findings(held, ctx)


def _level_findings(held: Held, ctx: Situated) -> Iterator[Finding]:
    wanted = held.details.required_level
    if not wanted:
        return
    today = tier_held(held, ctx.catalogue)
    required = tier_named(wanted, ladder(ctx.catalogue))
    if required is None:
        yield Finding(
            "unknown_required_level",
            T("its contract asks for {required}, which is no level in the catalogue",
              required=wanted),
        )
    elif is_below(today, required):
        yield Finding(
            "level_below_contract",
            T("held at {level}, below {required} that its contract asks for",
              level=today.title, required=required.title),
        )


def _support_life_findings(held: Held, ctx: Situated) -> Iterator[Finding]:
    last = held.details.end_of_support
    if last is None:
        return
    days, model = (last - ctx.as_of).days, held.details.model
    if days < 0:
        yield Finding(
            "end_of_support",
            T("the end of support life of model {model} was {day}", model=model, day=last),
        )
    elif days <= ctx.settings.end_of_support_days:
        yield Finding(
            "end_of_support",
            T("the end of support life of model {model} is {day}; {days} day is left",
              plural="the end of support life of model {model} is {day}; {days} days are left",
              count="days", model=model, day=last, days=days),
        )
