"""Who plays what in the quarter: 300 renewals over every path, and the files that bring them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from quarter import paths_of_imports as imports
from quarter import paths_of_machines as machines
from quarter import paths_of_quotes as quotes
from quarter import paths_of_steps as steps
from quarter import paths_together as together
from quarter.deals import Deal
from quarter.deeds import FIRST_DAY, Path, renewed
from quarter.model_of_answers import Book
from quarter.papers import CHEAP, FULL, MACHINE

RENEWALS = 300

AT_LEAST_DAYS, AT_MOST_DAYS = 33, 44
"""From the first look to the end: long enough for every path that answers in time."""

Row = Mapping[str, Any]
Rows = dict[str, tuple[str, Row]]
"""A vendor's list: customer and row, by ref."""


@dataclass(frozen=True)
class Role:
    """A path, how many deals go it, and with what: `s` is a licence, `c` a machine, `b` one on
    the better plan. `ends` are days after the first look, `starts` the days of that."""

    path: Callable[[Deal], Path]
    deals: int
    holds: str = "s"
    starts: tuple[int, int] = (1, 40)
    ends: tuple[int, int] = (AT_LEAST_DAYS, AT_MOST_DAYS)
    sku: str = FULL
    quantities: tuple[int, ...] = (40,)


BEFORE, JUST_BEFORE = (1, imports.NEWER - 30), (imports.NEWER - 26, imports.NEWER - 6)
"""So that a path is where it should be when the export comes, and its quote still stands."""

ROLES = (
    Role(quotes.plain, 16), Role(quotes.answered_on_the_last_day, 5),
    Role(quotes.answered_in_time_and_told_late, 4, starts=(1, 30)),
    Role(quotes.answered_too_late, 5, starts=(1, 25)), Role(quotes.never_answered, 14),
    Role(quotes.revised, 6), Role(quotes.revised_without_one, 3, "ss", starts=(1, 20)),
    Role(quotes.revised_with_one_more, 3, "ss"), Role(quotes.taken_in_part, 6, "ss"),
    Role(quotes.band_lost, 3, "ss", quantities=(15, 10)), Role(quotes.alternative, 5),
    Role(quotes.signed, 3), Role(quotes.declined, 7), Role(quotes.reopened, 5),
    Role(quotes.withdrawn, 5), Role(quotes.two_quotes, 5),
    Role(quotes.ordered_by_the_other, 2, "ss"), Role(quotes.beyond_authority, 6),
    Role(quotes.below_the_floor, 4, sku=CHEAP), Role(quotes.manager_s_own, 3),
    Role(steps.unverified, 3), Role(steps.cancelled, 6), Role(steps.cancelled_in_part, 3, "ss"),
    Role(steps.taken_back, 7), Role(steps.answers_taken_back, 3, "ss"), Role(steps.went_out, 4),
    Role(steps.let_go, 5, starts=(1, 30), ends=(-20, -2)), Role(steps.not_let_go_yet, 3),
    Role(steps.reinstated, 5, starts=(1, 30), ends=(-90, -2)),
    Role(steps.bought_again, 4, ends=(-1200, -800)), Role(steps.watched, 5),
    Role(steps.many_at_once, 3, "sss", starts=(1, 25)), Role(steps.whole_customer, 3, "ss"),
    Role(imports.seen_renewed, 6, starts=BEFORE), Role(imports.seen_renewed, 3, "c", BEFORE),
    Role(imports.renewed_elsewhere, 6, starts=JUST_BEFORE), Role(imports.renewed_unnoticed, 3),
    Role(imports.lost_and_renewed, 4, starts=BEFORE), Role(imports.vanished, 5, starts=BEFORE),
    Role(imports.found_again, 4), Role(imports.changed, 6, starts=JUST_BEFORE),
    Role(imports.confirmed, 3, starts=BEFORE),
    Role(machines.visited, 7, "c"), Role(machines.plan_signed, 6, "b"),
    Role(machines.nobody_there, 4, "c"), Role(machines.scrapped, 3, "c"),
    Role(machines.exchanged, 3, "b"), Role(machines.turned_down, 3, "c"),
    Role(machines.of_both_families, 5, "sc"), Role(machines.of_both_in_part, 2, "sc"),
    Role(together.both_accept, 4), Role(together.yes_and_no, 4), Role(together.both_notify, 2),
    Role(together.both_quote, 4), Role(together.both_note, 2), Role(together.both_revise, 3),
    Role(together.both_approve, 2), Role(together.both_take_back, 3),
)


@dataclass
class Cast:
    """The deals, and what the vendors list: first, and on the day of the newer export."""

    deals: list[Deal]
    first: Rows
    newer: Rows

    def customers(self) -> list[str]:
        return [deal.customer for deal in self.deals]

    def ways(self) -> list[tuple[Deal, Path]]:
        """Each deal with its way through the quarter, not yet begun."""
        return [(deal, role.path(deal)) for deal, role in zip(self.deals, _roles(), strict=True)]


def cast(seed: int, book: Book, folder: str) -> Cast:
    """The same deals for the same seed, whatever becomes of them."""
    found = Cast([], {}, {})
    for number, role in enumerate(_roles()):
        random = Random(f"{seed}/{number}")
        start = random.randint(*role.starts)
        held = _held(role, number, start, random)
        customer = f"C-{number + 1:03d}"
        deal = Deal(role.path.__name__, customer, tuple(held), start, random, book, folder=folder)
        deal.plan = {ref: "barista" if row["sku"] != MACHINE else "basic"
                     for ref, row in held.items() if "cups" in row}
        found.deals.append(deal)
        for ref, row in held.items():
            found.first[ref] = (customer, row)
            newer = _newer(role, row)
            if newer is not None:
                found.newer[ref] = (customer, newer)
    return found


def _roles() -> Iterator[Role]:
    for role in ROLES:
        yield from [role] * role.deals


def _held(role: Role, number: int, start: int, random: Random) -> dict[str, Row]:
    end = FIRST_DAY + timedelta(days=start + random.randint(*role.ends))
    begin = end - timedelta(days=364)
    found: dict[str, Row] = {}
    for n, kind in enumerate(role.holds):
        span = {"start": begin, "end": end}
        if kind == "s":
            quantity = role.quantities[n % len(role.quantities)]
            found[f"software:{7_000_000 + number * 10 + n}"] = {
                **span, "sku": role.sku, "description": f"Product of {role.sku}",
                "licensed": quantity, "covered": quantity, "certificate": f"M{number}",
            }
        else:
            sku = MACHINE if kind == "c" else "COF-BARISTA"
            found[f"coffee:T{number:03d}{n}"] = {**span, "sku": sku, "cups": 4000 + number}
    return found


def _newer(role: Role, row: Row) -> Row | None:
    """What the newer export says of a row of the first; None where it has vanished."""
    if role.path in (imports.vanished, imports.found_again):
        return None
    later = (imports.seen_renewed, imports.renewed_elsewhere, imports.renewed_unnoticed,
             imports.lost_and_renewed)
    if role.path in later:
        start = row["end"] + timedelta(days=1)
        return {**row, "start": start, "end": _year_after(start)}
    if role.path is imports.confirmed:
        start = row["end"] + timedelta(days=1)
        return {**row, "start": start, "end": _year_after(start), "sku": renewed(row["sku"]),
                "certificate": f"{row['certificate']}-2"}
    if role.path is imports.changed:
        return {**row, "licensed": row["licensed"] + 5, "certificate": f"{row['certificate']}-B"}
    return row


def _year_after(start: date) -> date:
    return start.replace(year=start.year + 1) - timedelta(days=1)
