"""Value at stake of renewals, computed where what is stored no longer holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from resellerdesk.core.charge import Offer
from resellerdesk.core.derivation import Discount
from resellerdesk.core.option import Option
from resellerdesk.core.phase import Phase
from resellerdesk.core.pricebook import MissingPrice, PriceBook, PriceRow
from resellerdesk.core.pricing import Bill, Line, Market, price_bills
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import gone_after
from resellerdesk.core.value import Value, holds_until, value_of
from resellerdesk.desk.case import Case, load_cases
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.offering import bill, offer_of, options_of, pick, price_rows, skus_of
from resellerdesk.desk.papers import Papers
from resellerdesk.desk.rules import Rules
from resellerdesk.extensions.fault import Faulted, PluginFault
from resellerdesk.store.engine import Database
from resellerdesk.store.quotes import quoted_amounts
from resellerdesk.store.renewals import Cycle, Record, keep_values


@dataclass(frozen=True, slots=True)
class Valued:
    """The values of some renewals by the renewal's id, and the faults met on the way; `fresh`
    are those that were computed just now, as they stood then."""

    values: Mapping[int, Value]
    faults: Mapping[int, PluginFault]
    fresh: tuple[Cycle, ...]


@dataclass(frozen=True, slots=True)
class _Pending:
    case: Case
    option: Option
    offer: Offer


def values_of(
    desk: Desk, db: Database, rules: Rules, records: Sequence[Record],
    papers: Papers | None = None,
) -> Valued:
    """The value of each renewal on the as-of date: as stored where that still holds."""
    known = {r.cycle.id: r.value for r in records if r.value is not None and _holds(r, rules)}
    stale = [record for record in records if record.cycle.id not in known]
    cases = load_cases(desk, db, rules, stale, papers)
    faults = {
        record.cycle.id: case
        for record in stale
        if isinstance(case := cases.get(record.held.id), PluginFault)
    }
    pending = []
    for case in cases.values():
        if isinstance(case, Case):
            try:
                pending.append(_pending(desk, case))
            except (Faulted, Refusal) as error:
                if isinstance(error, Faulted):
                    faults[case.record.cycle.id] = error.fault
    fresh = _priced(db, rules, pending)
    standing = tuple(record.cycle for record in stale if record.cycle.id in fresh)
    return Valued({**known, **fresh}, faults, standing)


def keep(desk: Desk, valued: Valued, rules: Rules) -> None:
    """Stores what was computed afresh, so that it need not be computed again."""
    with desk.store.write() as db:
        keep_values(db, [(cycle, valued.values[cycle.id]) for cycle in valued.fresh], rules.stamp)


def _holds(record: Record, rules: Rules) -> bool:
    value = record.value
    return (
        value is not None
        and record.value_stamp == rules.stamp
        and value.since <= rules.as_of <= value.until
    )


def _pending(desk: Desk, case: Case) -> _Pending:
    option = next(option for option in options_of(desk, case) if option.recommended)
    return _Pending(case, option, offer_of(desk, case, pick(option)))


def _priced(db: Database, rules: Rules, pending: Sequence[_Pending]) -> dict[int, Value]:
    by_currency: dict[str, list[_Pending]] = {}
    for item in pending:
        by_currency.setdefault(item.case.customer.currency, []).append(item)
    quoted = quoted_amounts(
        db, [p.case.record.cycle.id for p in pending if p.case.record.cycle.phase is Phase.QUOTED]
    )
    found: dict[int, Value] = {}
    for currency, items in by_currency.items():
        skus = {sku for item in items for sku in skus_of(item.case, item.offer)}
        book = PriceBook(rows := price_rows(db, skus, currency))
        for item in items:
            id_ = item.case.record.cycle.id
            found[id_] = _value(rules, item, book, rows, quoted.get(id_))
    return found


def _value(
    rules: Rules, item: _Pending, book: PriceBook, rows: Sequence[PriceRow], quoted: int | None
) -> Value:
    case = item.case
    market = Market(
        book, case.customer.currency, rules.as_of, case.customer.agreed_quantity
    )
    charged: Bill = bill(case, item.offer.charges, Discount())
    lines: Sequence[Line] = ()
    amount = quoted
    try:
        if item.option.unpriced is None:
            lines = price_bills([charged], market)
            amount = value_of(lines) if quoted is None else quoted
    except MissingPrice:
        pass  # unknown, which is not nothing
    held = case.entitlement
    policy = case.ctx.policy
    boundaries = [held.period.end, case.grace_end, gone_after(held.period.end, policy)]
    boundaries += [row.valid_to for line in lines for row in line.prices if row.valid_to]
    skus = {sku for _, sku in skus_of(case, item.offer)}
    changes = [row.valid_from for row in rows if row.sku in skus]
    changes += rules.policies.dates(held.vendor, held.family)
    changes += [item.option.opens] if item.option.opens else []
    until = holds_until(rules.as_of, item.option, boundaries, changes)
    return Value(amount, case.customer.currency, rules.as_of, until)
