"""The plans on offer, what they charge, and the visits that come with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from resellerdesk.sdk import (
    AddOn,
    Charge,
    Fact,
    Family,
    Finding,
    Milestone,
    Offer,
    Once,
    Option,
    Period,
    Phase,
    Picked,
    Policy,
    PolicyRow,
    Product,
    Read,
    Recurring,
    Situation,
    Table,
    Value,
    months_later,
)

from toy_family.machine import FAMILY, VENDOR, Held, House, Machine, Situated, T, Upkeep
from toy_family.steps import WORKFLOW

_DAY = timedelta(days=1)
_DESCALER, _CHECK = "COF-DESCALE", "COF-CHECK"
_PLAN_TITLES = {"basic": T("Basic warranty"), "barista": T("Barista warranty")}
_ACCEPTED_BY = {"basic": "book", "barista": "sign"}


def _rule(name: str, effective: date, value: str) -> PolicyRow:
    return PolicyRow(VENDOR, FAMILY, "*", name, effective, value)


class CoffeeFamily(Family[Machine, Upkeep, House]):
    """Warranty on coffee machines: a plan for a year, a kit beside it, or the scrapyard."""

    key = FAMILY
    title = T("Coffee machines")
    vendor = VENDOR
    details = Machine
    facts = Upkeep
    settings = House
    workflow = WORKFLOW
    reads = frozenset({Read.HOLDINGS})
    policy = (
        _rule("grace_days", date(2020, 1, 1), "10"),
        _rule("visits_per_year", date(2020, 1, 1), "2"),
        _rule("visits_per_year", date(2027, 6, 1), "3"),
    )
    catalogue = (
        Product(VENDOR, "COF-BASIC", FAMILY, "Basic warranty", attributes={"plan": "basic"}),
        Product(VENDOR, "COF-BARISTA", FAMILY, "Barista warranty", attributes={"plan": "barista"}),
        Product(VENDOR, _DESCALER, FAMILY, "Descaling kit"),
        Product(VENDOR, _CHECK, FAMILY, "Inspection of a lapsed machine"),
    )

    def options(self, held: Held, ctx: Situated) -> Sequence[Option]:
        late = ctx.situation in (Situation.LAPSED, Situation.GONE)
        start = ctx.as_of if late else held.period.end + _DAY
        spares = held.details.spares_until
        done = ctx.renewal.facts.burnt_out or (spares is not None and spares < start)
        plans = [] if done else [_plan(plan, held, start, ctx) for plan in _PLAN_TITLES]
        return (*plans, _scrap(start, recommended=done))

    def offer(self, held: Held, picked: Picked, ctx: Situated) -> Offer:
        machine = held.details
        if picked.option.unpriced is not None:
            return Offer((), notes=(T("{tag} is fetched and recycled.", tag=held.reference),))
        return Offer(
            tuple(_charges(picked, ctx)),
            facts=(
                Fact("model", T("Model"), machine.model),
                Fact("cups", T("Cups so far"), machine.cups, internal=True),
            ),
            tables=(_visits(picked.period, ctx.policy),),
            notes=(T("{tag} is serviced where it stands.", tag=held.reference),),
            lapse=(T("Without warranty, each repair is charged."),),
        )

    def milestones(self, held: Held, ctx: Situated) -> Sequence[Milestone]:
        return (Milestone(14, "customer"), Milestone(-1, "owner"))

    def findings(self, held: Held, ctx: Situated) -> Sequence[Finding]:
        if held.details.cups < 10_000 or ctx.renewal.facts.descaled_on is not None:
            return ()
        return (Finding("scale", T("{cups} cups and not descaled", cups=held.details.cups)),)


def _plan(plan: str, held: Held, start: date, ctx: Situated) -> Option:
    sku = _sku_of(plan, ctx)
    opens = held.period.end - timedelta(days=ctx.settings.window_days)
    return Option(
        key=f"{plan}-12",
        title=_PLAN_TITLES[plan],
        start=start,
        months=12,
        floor=6,
        ceiling=held.details.spares_until,
        ceiling_why=T("Spare parts for the {model} are made until then.", model=held.details.model),
        quantity=held.quantity,
        aligns=plan == "basic",
        addons=(AddOn("kit", T("Descaling kit")),),
        current=sku == held.sku,
        recommended=plan == ("barista" if _is_fleet(held, ctx) else "basic"),
        opens=opens if ctx.as_of < opens else None,
        accept=_ACCEPTED_BY[plan],
    )


def _scrap(start: date, *, recommended: bool) -> Option:
    return Option(
        key="scrap", title=T("Scrap it"), mode="replace", start=start, months=12, quantity=1,
        aligns=False, recommended=recommended, unpriced=T("a new machine is quoted by hand"),
    )


def _sku_of(plan: str, ctx: Situated) -> str:
    products = ctx.catalogue.having("plan")
    return next(product.sku for product in products if product.attributes["plan"] == plan)


def _is_fleet(held: Held, ctx: Situated) -> bool:
    """Whether the customer holds enough machines, this one among them."""
    open_ones = {
        other.entitlement.reference
        for other in ctx.holdings
        if other.phase is not Phase.LOST and other.entitlement.period.end >= ctx.as_of
    }
    return len(open_ones | {held.reference}) >= ctx.settings.fleet_size


def _charges(picked: Picked, ctx: Situated) -> Iterator[Charge]:
    plan = picked.option.key.removesuffix("-12")
    yield Recurring(
        "term", _sku_of(plan, ctx), picked.quantity, picked.period, "renewal", "term"
    )
    if ctx.situation in (Situation.LAPSED, Situation.GONE):
        yield Once("check", _CHECK, 1, "inspection_fee", "fee", T("Inspection"))
    if kits := picked.addons.get("kit"):
        yield Once("kit", _DESCALER, kits, "descaling", "service", T("Descaling kit"))


def _visits(period: Period, policy: Policy) -> Table:
    """A schedule under the rules of days to come: how often is asked anew at each visit."""
    rows: list[tuple[Value, ...]] = []
    day = period.start
    while day <= period.end:
        rows.append((len(rows) + 1, day))
        day = months_later(day, 12 // int(policy.value("visits_per_year", day) or 1))
    columns = (("visit", T("Visit")), ("day", T("Day")))
    return Table("visits", T("Service visits"), columns, tuple(rows))
