"""What becomes of renewals by hand: guards, cancelled orders, undo, what lapsed, notes."""

from __future__ import annotations

from datetime import timedelta

from quarter.deals import Deal
from quarter.deeds import Do, Path
from quarter.model_of_answers import year_from
from quarter.paths_of_quotes import to_the_end
from together.people import Said


def unverified(deal: Deal) -> Path:
    """Nobody orders before the customer has shown that it is theirs."""
    number = yield deal.quote()
    yield deal.refused(["accept", number, "--po", "x"], "is not verified")
    yield deal.refused(["advance", deal.ref, "verify", "--set", "renewal_id=1"],
                       "is not that of")
    yield deal.refused(["advance", deal.ref, "fulfil", "--set", "certificate=M"],
                       "has no step fulfil")
    yield deal.verify()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def cancelled(deal: Deal) -> Path:
    """The vendor never confirms: the order is cancelled, and a later one is done."""
    yield deal.verify()
    number = yield deal.quote()
    [order] = yield deal.accept(number)
    if deal.random.random() < 0.5:
        yield deal.give_out(order)
    yield deal.few(3, 6)
    yield deal.step("cancel", reason="never confirmed")
    number = yield deal.quote()
    yield from to_the_end(deal, *(yield deal.accept(number)))


def cancelled_in_part(deal: Deal) -> Path:
    first, second = deal.refs
    for ref in deal.refs:
        yield deal.verify(ref)
    number = yield deal.quote()
    [order] = yield deal.accept(number)
    yield deal.give_out(order)
    yield deal.few(3, 6)
    yield deal.step("cancel", first, reason="out of stock")
    yield deal.finish(second)


def taken_back(deal: Deal) -> Path:
    """Every step back to the first, and once more to the end."""
    yield deal.step("notify")
    yield deal.verify()
    yield deal.quote()
    for _ in range(3):
        yield deal.undo()
    yield deal.refused(["undo", deal.ref], "nothing to take back")
    yield deal.verify()
    number = yield deal.quote()
    yield deal.few(1, 3)
    yield deal.accept(number)
    yield deal.note("ordered by mistake")
    for _ in range(2):
        yield deal.undo()
    [order] = yield deal.accept(number)
    yield deal.few(1, 3)
    yield deal.finish()
    yield deal.undo()
    yield deal.refused(["advance", deal.ref, "activate", "--set", f"date={deal.today}"],
                       "no period that waits")
    yield from to_the_end(deal, order)


def answers_taken_back(deal: Deal) -> Path:
    """The customer's no was a misunderstanding, and so was our withdrawal."""
    first, second = deal.refs
    number = yield deal.quote()
    yield deal.decline(number)
    yield deal.undo(second)
    yield deal.end("withdraw", number)
    yield deal.undo(first)
    for ref in deal.refs:
        yield deal.verify(ref)
    yield deal.accept(number, first)
    yield deal.undo(second)
    yield deal.few(1, 3)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def went_out(deal: Deal) -> Path:
    """What was given out cannot be taken back; it can be cancelled."""
    yield deal.verify()
    number = yield deal.quote()
    [order] = yield deal.accept(number)
    yield deal.refused(["orders", order, "--out", f"{deal.folder}/no/such/file.csv"],
                       "there is no folder")
    yield deal.give_out(order)
    yield deal.refused(["undo", deal.ref], f"order {order} given out")
    yield deal.step("cancel", reason="customer changed their mind")
    yield deal.undo()
    yield deal.few(1, 5)
    yield deal.finish()


def let_go(deal: Deal) -> Path:
    """Nobody wanted it, and it is past its end; some think better of it."""
    yield deal.step("notify")
    yield deal.few(5, 15)
    yield deal.step("let_go")
    if deal.random.random() < 0.5:
        yield deal.few(3, 9)
        yield deal.step("reopen")
        yield deal.verify()
        number = yield deal.quote()
        yield from to_the_end(deal, *(yield deal.accept(number)))


def not_let_go_yet(deal: Deal) -> Path:
    yield deal.refused(["advance", deal.ref, "let_go"], "only after its end")
    yield deal.step("decline", reason="end_of_life", note="they close")


def reinstated(deal: Deal) -> Path:
    """Lapsed: the months without maintenance are paid for too."""
    yield deal.verify()
    number = yield deal.quote()
    yield deal.few(3, 25)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def bought_again(deal: Deal) -> Path:
    """Gone for years: the licences come with a renewal ID of their own."""
    yield deal.verify()
    number = yield deal.quote(option="repurchase")
    yield deal.few(1, 3)
    terms = {deal.ref: year_from(deal.today)}
    [order] = yield deal.accept(number, terms=terms)
    other = f"N{deal.ref.partition(':')[2]}"
    if deal.random.random() < 0.5:
        yield deal.finish(reference=other)
        yield deal.undo()
        yield deal.refused(["show", other], "names no entitlement")
        return
    yield deal.give_out(order)
    yield deal.few(1, 3)
    yield deal.finish(reference=other)
    yield deal.activate(f"software:{other}")


def watched(deal: Deal) -> Path:
    """Notes, owners and follow-ups are steps like any other, and are taken back like any other."""
    yield deal.note("called, nobody there")
    yield deal.assign("berta")
    yield deal.follow(deal.today + timedelta(days=7), "call again")
    yield deal.few(5, 9)
    yield deal.note("wants an offer in writing")
    yield deal.refused(["note", deal.ref, "  "], "a text of 1 to")
    yield deal.undo()
    yield deal.assign("carl")
    yield deal.undo()
    number = yield deal.quote()
    yield deal.verify()
    yield deal.note("signs tomorrow")
    yield deal.few(1, 3)
    yield from to_the_end(deal, *(yield deal.accept(number)))


def many_at_once(deal: Deal) -> Path:
    """One command for three renewals: each by itself, and what is refused stops no other."""
    first, *others = deal.refs
    yield deal.step("notify", first)
    by = deal.rep()

    def tell(said: Said | None) -> None:
        assert said is not None
        assert f"{first} is notified" in said.err
        assert [shown["ref"] for shown in said.json] == others
        for ref in others:
            deal.book.step(by, ref, "notify")

    yield Do(by, ("advance", *deal.refs, "notify"), deal.refs, tell, status=3, whole=False)
    number = yield deal.quote()
    for ref in deal.refs:
        yield deal.verify(ref)
    yield from to_the_end(deal, *(yield deal.accept(number, *others)))


def whole_customer(deal: Deal) -> Path:
    """What is due for a customer, on one quote."""
    by = deal.rep()
    wishes = {ref: deal.wish(ref, "essential-12", 12) for ref in deal.refs}
    plain = deal.quote(by=by)
    args = ("quote", "--customer", deal.customer, "--within", "90")
    assert set(wishes) == set(deal.refs)
    number = yield Do(by, args, deal.refs, plain.tell)
    for ref in deal.refs:
        yield deal.verify(ref)
    yield from to_the_end(deal, *(yield deal.accept(number)))
