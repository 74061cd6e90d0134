"""The toy family's own ways: two plans, a visit that nobody kept, the scrapyard."""

from __future__ import annotations

from quarter.deals import Deal
from quarter.deeds import Path
from quarter.paths_of_quotes import to_the_end


def visited(deal: Deal) -> Path:
    """The basic plan wants a descaled machine before anybody books the visit."""
    number = yield deal.quote()
    yield deal.refused(["accept", number, "--po", "x"], "is not descaled")
    yield deal.descale()
    yield deal.few(1, 6)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def plan_signed(deal: Deal) -> Path:
    number = yield deal.quote()
    yield deal.few(1, 6)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def nobody_there(deal: Deal) -> Path:
    """The order is over with the visit that nobody kept; a second one is kept."""
    yield deal.descale()
    number = yield deal.quote()
    yield deal.accept(number)
    yield deal.few(2, 6)
    yield deal.step("no_show")
    number = yield deal.quote()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def scrapped(deal: Deal) -> Path:
    yield deal.refused(["advance", deal.ref, "scrap"], "still brews")
    yield deal.refused(["quote", deal.ref, "--option", "scrap"], "cannot be quoted")
    yield deal.descale(burnt_out="yes")
    yield deal.few(1, 6)
    yield deal.step("scrap")


def exchanged(deal: Deal) -> Path:
    """Another machine stands there now: the old one is closed, and the new one goes on."""
    number = yield deal.quote()
    yield deal.accept(number)
    yield deal.few(2, 6)
    yield deal.finish(reference=f"X{deal.ref.partition(':')[2]}")


def turned_down(deal: Deal) -> Path:
    number = yield deal.quote()
    yield deal.few(2, 6)
    yield deal.decline(number)
    yield deal.undo()
    yield deal.decline(number)


def of_both_families(deal: Deal) -> Path:
    """One quote, and an order to each of the two vendors."""
    licence, machine = deal.refs
    yield deal.verify(licence)
    yield deal.descale(machine)
    number = yield deal.quote()
    yield deal.few(1, 6)
    orders = yield deal.accept(number)
    assert len(orders) == 2
    yield from to_the_end(deal, *orders)


def of_both_in_part(deal: Deal) -> Path:
    """Only the machine; the licence is quoted again."""
    licence, machine = deal.refs
    yield deal.descale(machine)
    number = yield deal.quote()
    yield from to_the_end(deal, *(yield deal.accept(number, machine)))
    number = yield deal.quote(licence)
    yield deal.decline(number)
