"""What a family can be asked about a renewal where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from resellerdesk.core.option import Option, Picked
from resellerdesk.core.refusal import Refusal
from resellerdesk.sdk.testing.asking import Answer, ask
from resellerdesk.sdk.testing.case import Case

_COTERM = timedelta(days=40)
"""By how much an alignment moves the end of what is picked."""


def situation_answers(case: Case) -> Iterator[Answer]:
    """All that a family can be asked about a renewal but its steps."""
    family, held, ctx = case.family, case.held, case.ctx
    options = ask(case, "options", lambda: family.options(held, ctx))
    yield options
    for option in options.value if options.is_sound else ():
        if isinstance(option, Option):
            yield from (offer_answer(case, picked) for picked in picks(option))
    yield ask(case, "milestones", lambda: family.milestones(held, ctx))
    yield ask(case, "last_day", lambda: family.last_day(held, ctx.catalogue))
    yield from _notices(case)


def standing_answers(case: Case) -> Iterator[Answer]:
    """What changes with the state and the facts of a renewal; the options come first."""
    family, held, ctx = case.family, case.held, case.ctx
    options = ask(case, "options", lambda: family.options(held, ctx))
    yield options
    for option in options.value if options.is_sound else ():
        if isinstance(option, Option) and option.recommended:
            yield from (offer_answer(case, picked) for picked in picks(option))
    yield from _notices(case)


def _notices(case: Case) -> Iterator[Answer]:
    family, held, ctx = case.family, case.held, case.ctx
    yield ask(case, "findings", lambda: family.findings(held, ctx))
    yield ask(case, "facts_shown", lambda: family.facts_shown(held, ctx))


def offer_answer(case: Case, picked: Picked) -> Answer:
    """What a family charges for what was picked."""
    about = "+".join([picked.option.key, *picked.addons])
    return ask(
        case, "offer", lambda: case.family.offer(case.held, picked, case.ctx), about, picked
    )


def picks(option: Option) -> Sequence[Picked]:
    """As it is, and as a host may fix it: aligned, another quantity, with every add-on."""
    try:
        period = option.period
        longer = option.period_until(period.end + _COTERM) if option.aligns else period
    except (Refusal, TypeError, ValueError, OverflowError):
        return []  # the checks of what an option is say so
    plain = Picked(option, period, option.quantity)
    addons: Mapping[str, int] = {addon.key: 2 for addon in option.addons}
    more = 0 if option.quantity_fixed else 2
    return [plain, replace(plain, period=longer, quantity=option.quantity + more, addons=addons)]
