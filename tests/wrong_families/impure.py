"""Coffee machines that know, do or change what nobody handed them."""

from __future__ import annotations

import itertools
import random
import socket
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import Field

from resellerdesk.sdk import Finding, Option

from toy_family.family import CoffeeFamily
from toy_family.machine import Held, Situated, Upkeep
from wrong_families.changed import Changed, T


class RemembersWhatItWasAsked(Changed):
    def __init__(self) -> None:
        self.asked = itertools.count()

    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("asked", T("asked {times} times", times=next(self.asked))),)


class ThrowsDice(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        found = list(super().options(held, ctx))
        return found if random.random() < 0.9 else found[::-1]


class CountsTheCups(Changed):
    """Writes into the entitlement that it was handed."""

    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        held.details.cups += 1
        return ()


class MarksTheCatalogue(Changed):
    catalogue = tuple(
        replace(product, attributes=dict(product.attributes)) for product in CoffeeFamily.catalogue
    )

    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        product = ctx.catalogue.product("COF-BASIC")
        if product is not None:
            product.attributes["seen"] = held.reference  # type: ignore[index]
        return ()


class StartsToday(Changed):
    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        today = date.today()  # noqa: DTZ011
        return [replace(one, start=max(one.start, min(today, one.start)))
                for one in super().options(held, ctx)]


class StampsWhatItSays(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("stamp", T("brewing since {day}", day=datetime.now(UTC).date())),)


class DatedUpkeep(Upkeep):
    looked_at: date = Field(default_factory=date.today)


class DefaultsToToday(Changed):
    facts = DatedUpkeep


class AsksTheMaker(Changed):
    """And goes on without an answer where there is none."""

    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        try:
            socket.create_connection(("127.0.0.1", 9), timeout=0.01).close()
        except OSError:
            return ()
        return (Finding("maker", T("the maker answers")),)


class ReadsAPriceFile(Changed):
    def more(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        return (Finding("prices", T("{text}", text=Path(__file__).read_text("utf-8")[:4])),)
