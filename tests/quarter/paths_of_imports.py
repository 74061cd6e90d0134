"""What an export does to work in progress: it comes on day 46, and the old one again on day 60."""

from __future__ import annotations

from quarter.deals import Deal
from quarter.deeds import Path
from quarter.paths_of_quotes import to_the_end

NEWER, OLD_AGAIN = 46, 60


def after(deal: Deal, day: int) -> int:
    """Days to wait until the day after some day."""
    return max(0, day + 1 - deal.days)


def seen_renewed(deal: Deal) -> Path:
    """Ordered, and the export shows it: won, whatever was still to be recorded."""
    for ref in deal.refs:
        yield deal.verify(ref) if ref.startswith("software:") else deal.descale(ref)
    number = yield deal.quote()
    [order] = yield deal.accept(number)
    if deal.random.random() < 0.5:
        yield deal.give_out(order)
    yield after(deal, NEWER)
    assert deal.book.order_status(deal.book.orders[order]) == "done"
    yield deal.note("the vendor was quicker")


def renewed_elsewhere(deal: Deal) -> Path:
    """Quoted, and renewed without us: the quote has nothing left to order."""
    yield deal.verify()
    number = yield deal.quote()
    yield after(deal, NEWER)
    yield deal.refused(["accept", number, "--po", "x"], "has moved on since")
    if deal.random.random() < 0.5:
        yield deal.end("withdraw", number)
        return
    yield deal.revise(number)
    yield deal.decline(number)


def renewed_unnoticed(deal: Deal) -> Path:
    """Nobody had begun with it."""
    yield after(deal, NEWER)
    yield deal.step("notify")


def lost_and_renewed(deal: Deal) -> Path:
    """Lost is lost; the next one is open, and undo does not reach behind it."""
    number = yield deal.quote()
    yield deal.decline(number)
    yield after(deal, NEWER)
    yield deal.refused(["undo", deal.ref], "nothing to take back")
    yield deal.note("with somebody else since")
    yield deal.undo()


def vanished(deal: Deal) -> Path:
    """Missing from the complete list; what was quoted is closed as it waits for a decision."""
    if deal.random.random() < 0.5:
        yield deal.quote()
    yield after(deal, NEWER)
    assert deal.book.held[deal.ref].missing
    yield deal.step("decline", reason="transferred")
    assert not deal.book.held[deal.ref].missing


def found_again(deal: Deal) -> Path:
    yield after(deal, NEWER)
    assert deal.book.held[deal.ref].missing
    yield after(deal, OLD_AGAIN)
    assert not deal.book.held[deal.ref].missing


def changed(deal: Deal) -> Path:
    """Other columns change the entitlement and never the quote, which is accepted as printed."""
    yield deal.verify()
    number = yield deal.quote()
    orders = (yield deal.accept(number)) if deal.random.random() < 0.5 else None
    yield after(deal, NEWER)
    if orders is None:
        orders = yield deal.accept(number)
    yield from to_the_end(deal, *orders)


def confirmed(deal: Deal) -> Path:
    """Done before the export, which says the same."""
    yield deal.verify()
    number = yield deal.quote()
    yield deal.accept(number)
    yield deal.finish()
    yield deal.activate()
