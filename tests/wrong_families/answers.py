"""Coffee machines whose options and charges are not as a desk has to find them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from resellerdesk.sdk import Catalogue, Finding, Offer, Option, Picked, Recurring, Situation

from toy_family.machine import Held, Situated
from wrong_families.changed import Changed


class RecommendsNothingLate(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        late = ctx.situation is Situation.GONE
        return [replace(one, recommended=one.recommended and not late)
                for one in super().options(held, ctx)]


class RecommendsBothAtACut(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return [replace(one, recommended=True) if one.is_cut else one
                for one in super().options(held, ctx)]


class RunsBelowItsFloor(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return [replace(one, months=3) if one.key == "basic-12" else one
                for one in super().options(held, ctx)]


class StartsAfterItsCeiling(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        return [replace(one, ceiling=held.period.end, ceiling_why=None)
                if one.key == "barista-12" else one for one in super().options(held, ctx)]


class ChargesWhatNobodyPrices(Changed):
    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        offer = super().offer(held, picked, ctx)
        return replace(offer, charges=tuple(
            replace(charge, sku="COF-MYSTERY") if charge.id == "kit" else charge  # type: ignore[call-arg]
            for charge in offer.charges
        ))


class ChargesAYearWhateverIsPicked(Changed):
    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        offer = super().offer(held, picked, ctx)
        return replace(offer, charges=tuple(
            replace(one, period=picked.option.period) if isinstance(one, Recurring) else one
            for one in offer.charges
        ))


class OffersOneKeyTwice(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        found = list(super().options(held, ctx))
        return [*found, replace(found[-1], recommended=False, current=False)]


class AnswersWithAString(Changed):
    def findings(self, held: Held, ctx: Situated) -> Any:
        return ["it brews"]


class StumblesOverAnOddModel(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        held.details.model.encode("ascii")
        return ()


class StumblesOverItsLastDay(Changed):
    def last_day(self, held: Held, catalogue: Catalogue) -> date | None:
        raise RuntimeError("no calendar")
