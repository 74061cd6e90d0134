"""What becomes of quotes: late, revised, taken in part, declined, withdrawn, approved."""

from __future__ import annotations

from datetime import timedelta

from quarter.deals import Deal
from quarter.deeds import MANAGERS, Path
from quarter.model_of_answers import year_from


def to_the_end(deal: Deal, *orders: str) -> Path:
    """From the order to the activation: given out, done by the vendor, taken up."""
    for order in orders:
        yield deal.few(0, 2)
        yield deal.give_out(order)
        for ref in deal.book.orders[order].renewals:
            yield deal.few(2, 9)
            yield deal.finish(ref)
            if ref.startswith("software:"):
                yield deal.few(0, 5)
                yield deal.activate(ref)


def plain(deal: Deal) -> Path:
    yield deal.step("notify")
    yield deal.verify()
    number = yield deal.quote()
    yield deal.few(2, 8)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def answered_on_the_last_day(deal: Deal) -> Path:
    yield deal.verify()
    number = yield deal.quote()
    yield deal.until(number)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def answered_in_time_and_told_late(deal: Deal) -> Path:
    yield deal.verify()
    number = yield deal.quote()
    yield deal.until(number) + 3
    yield deal.refused(["accept", number, "--po", "late"], "was valid until")
    day = deal.last_day(number) - timedelta(days=1)
    yield from to_the_end(deal, *(yield deal.accept(number, also=["--on", str(day)])))


def answered_too_late(deal: Deal) -> Path:
    """Refused, and revised; where it has lapsed by now, it starts on the day of the revision."""
    yield deal.verify()
    number = yield deal.quote()
    yield deal.until(number) + deal.few(1, 9)
    yield deal.refused(["accept", number, "--po", "too late"], "was valid until")
    yield deal.revise(number)
    yield min(deal.few(1, 9), deal.until(number))
    yield from to_the_end(deal, *(yield deal.accept(number)))


def never_answered(deal: Deal) -> Path:
    yield deal.step("notify")
    yield deal.quote()


def revised(deal: Deal) -> Path:
    number = yield deal.quote()
    for discount in ("3", "5"):
        yield deal.few(1, 4)
        yield deal.revise(number, also=["--discount", discount])
    yield deal.verify()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def revised_without_one(deal: Deal) -> Path:
    """The line left out is quoted by itself; the customer takes both."""
    first, second = deal.refs
    number = yield deal.quote()
    yield deal.few(1, 4)
    yield deal.revise(number, first)
    other = yield deal.quote(second)
    yield deal.verify(first)
    yield deal.verify(second)
    yield from to_the_end(deal, *(yield deal.accept(number)))
    yield from to_the_end(deal, *(yield deal.accept(other)))


def revised_with_one_more(deal: Deal) -> Path:
    number = yield deal.quote(deal.refs[0])
    yield deal.few(1, 4)
    yield deal.revise(number, *deal.refs)
    for ref in deal.refs:
        yield deal.verify(ref)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def taken_in_part(deal: Deal) -> Path:
    """One line is ordered, the other goes back to where it was; some come back to it later."""
    first, second = deal.refs
    yield deal.step("notify", second)
    number = yield deal.quote()
    yield deal.verify(first)
    yield deal.few(1, 5)
    orders = yield deal.accept(number, first)
    assert deal.book.held[second].now.state == "notified"
    yield from to_the_end(deal, *orders)
    if deal.random.random() < 0.5:
        other = yield deal.quote(second)
        yield deal.decline(other)


def band_lost(deal: Deal) -> Path:
    """15 and 10 units together have the price from 25 on; the one alone has not."""
    first, _ = deal.refs
    number = yield deal.quote()
    for ref in deal.refs:
        yield deal.verify(ref)
    yield deal.refused(["accept", number, "--po", "part", "--only", first], "instead of €95.00")
    yield deal.revise(number, first)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def alternative(deal: Deal) -> Path:
    """The customer takes three years instead of one."""
    yield deal.verify()
    number = yield deal.quote(also=["--alternative", "essential-36"])
    terms = {deal.ref: year_from(deal.wish(deal.ref, "essential-36", 36).term[0], 3)}
    orders = yield deal.accept(number, also=["--alternative", "essential-36"], terms=terms)
    yield from to_the_end(deal, *orders)


def signed(deal: Deal) -> Path:
    yield deal.verify()
    number = yield deal.quote(option="essential-12+premium")
    yield deal.refused(["accept", number, "--po", "x", "--file", "/no/such/file"], "cannot be read")
    also = ["--file", f"{deal.folder}/signed.pdf"]
    yield from to_the_end(deal, *(yield deal.accept(number, also=also)))


def declined(deal: Deal) -> Path:
    number = yield deal.quote()
    yield deal.few(1, 20)
    yield deal.refused(["decline", number, "--reason", "boredom"], "is none of")
    yield deal.decline(number)
    yield deal.refused(["accept", number, "--po", "after all"], f"{number} is declined")


def reopened(deal: Deal) -> Path:
    number = yield deal.quote()
    yield deal.few(1, 4)
    yield deal.decline(number)
    yield deal.few(1, 4)
    yield deal.step("reopen")
    yield deal.verify()
    number = yield deal.quote()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def withdrawn(deal: Deal) -> Path:
    yield deal.step("notify")
    number = yield deal.quote()
    yield deal.few(1, 4)
    yield deal.end("withdraw", number)
    assert deal.book.held[deal.ref].now.state == "notified"
    yield deal.refused(["quote", "--revise", number], f"{number} is withdrawn")
    if deal.random.random() < 0.5:
        yield deal.verify()
        number = yield deal.quote()
        yield from to_the_end(deal, *(yield deal.accept(number)))


def two_quotes(deal: Deal) -> Path:
    """The renewal stays quoted by the one while the other is declined or withdrawn."""
    yield deal.verify()
    number = yield deal.quote()
    other = yield deal.quote(months=24)
    yield deal.few(1, 4)
    yield deal.decline(other) if deal.random.random() < 0.5 else deal.end("withdraw", other)
    assert deal.book.held[deal.ref].now.state == "quoted"
    yield from to_the_end(deal, *(yield deal.accept(number)))


def ordered_by_the_other(deal: Deal) -> Path:
    """What one quote ordered, the other cannot order again; its own line it can."""
    first, second = deal.refs
    for ref in deal.refs:
        yield deal.verify(ref)
    both = yield deal.quote()
    alone = yield deal.quote(first)
    orders = yield deal.accept(alone)
    yield deal.refused(["accept", both, "--po", "again"], f"{first}: it is ordered already")
    orders += yield deal.accept(both, second)
    yield from to_the_end(deal, *orders)


def beyond_authority(deal: Deal) -> Path:
    """A rep's quote beyond ten percent waits for a manager."""
    yield deal.verify()
    number = yield deal.quote(also=["--discount", "12"], waits=True, by="anna")
    yield deal.refused(["accept", number, "--po", "early"], "waits for approval")
    yield deal.refused(["quotes", number, "--pdf", f"{deal.folder}/early.pdf"],
                       "waits for approval")
    yield deal.refused(["approve", number], "anna may not approve", by="anna")
    yield deal.few(1, 3)
    yield deal.end("approve", number, by=deal.random.choice(MANAGERS))
    yield from to_the_end(deal, *(yield deal.accept(number)))


def below_the_floor(deal: Deal) -> Path:
    """Three percent off a product that leaves three: nothing is left of the margin."""
    number = yield deal.quote(also=["--discount", "3"], waits=True)
    if deal.random.random() < 0.5:
        yield deal.end("withdraw", number)
        return
    yield deal.end("approve", number, by="dora")
    yield deal.revise(number, also=["--discount", "3"], waits=True)
    yield deal.refused(["accept", number, "--po", "x"], "waits for approval")
    yield deal.end("approve", number, by="emil")
    yield deal.verify()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def manager_s_own(deal: Deal) -> Path:
    """A manager's quote waits for nobody."""
    yield deal.verify()
    number = yield deal.quote(also=["--discount", "25"], by="dora")
    yield deal.refused(["approve", number], "only a waiting quote", by="emil")
    yield from to_the_end(deal, *(yield deal.accept(number)))
