"""Two people at the same renewal in the same moment."""

from __future__ import annotations

from quarter.deals import Deal
from quarter.deeds import Path, Race
from quarter.paths_of_quotes import to_the_end


def both_accept(deal: Deal) -> Path:
    yield deal.verify()
    number = yield deal.quote()
    won = yield Race(deal.accept(number, by="anna"), deal.accept(number, by="berta"))
    [orders] = won.values()
    yield from to_the_end(deal, *orders)


def yes_and_no(deal: Deal) -> Path:
    """One heard yes, the other no."""
    yield deal.verify()
    number = yield deal.quote()
    won = yield Race(deal.accept(number, by="anna"), deal.decline(number, by="berta"))
    assert len(won) == 1
    if "anna" in won:
        yield from to_the_end(deal, *won["anna"])


def both_notify(deal: Deal) -> Path:
    won = yield Race(deal.step("notify", by="anna"), deal.step("notify", by="berta"))
    assert len(won) == 1


def both_quote(deal: Deal) -> Path:
    """Two quotes, or one and a refusal; the customer gets one."""
    yield deal.verify()
    won = yield Race(deal.quote(by="anna"), deal.quote(by="berta"))
    number, *others = sorted(won.values())
    for other in others:
        yield deal.end("withdraw", other)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def both_note(deal: Deal) -> Path:
    won = yield Race(deal.note("called them", by="anna"), deal.note("wrote to them", by="berta"))
    assert len(won) == 2


def both_revise(deal: Deal) -> Path:
    yield deal.verify()
    number = yield deal.quote()
    yield Race(deal.revise(number, by="anna", also=["--discount", "2"]),
               deal.revise(number, by="berta", also=["--discount", "4"]))
    yield from to_the_end(deal, *(yield deal.accept(number)))


def both_approve(deal: Deal) -> Path:
    number = yield deal.quote(also=["--discount", "12"], waits=True)
    won = yield Race(deal.end("approve", number, by="dora"), deal.end("approve", number, by="emil"))
    assert len(won) == 1
    yield deal.end("withdraw", number)


def both_take_back(deal: Deal) -> Path:
    """One undo; the other takes back the step before, or is told to look again."""
    yield deal.step("notify")
    yield deal.note("they will call back")
    yield Race(deal.undo(by="anna"), deal.undo(by="berta"))
    yield deal.note("they called back")
