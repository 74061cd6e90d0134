"""A new revision: the number stays, what is not given anew carries over, the changes are shown."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from resellerdesk.core.option import Choice
from resellerdesk.core.quote import Item
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk import revising
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.live_points import live_points
from resellerdesk.desk.occasion import Occasion
from resellerdesk.desk.revising import Revised, price_revision, revise
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import (
    BREW1,
    BREW2,
    KESTREL,
    LATE,
    MAIL,
    OTHER,
    S10,
    S15,
    TODAY,
    asked,
    by,
    everything,
    facts,
    fulfilled,
    open_points,
    ordered,
    quoted,
    refusal,
    state,
    states,
    status,
    verified,
    yes,
)


def revised(desk: Desk, number: str, *refs: str, as_of: date = TODAY, **wishes: object) -> Revised:
    return revise(desk, number, asked(*refs, **wishes), as_of)


def item(desk: Desk, number: str, ref: str) -> Item:
    """A line of the newest revision."""
    return next(i for i in stored_quote(desk, number).quote.items if i.ref == ref)


def refs(desk: Desk, number: str) -> list[str]:
    return [i.ref for i in stored_quote(desk, number).quote.items]


def test_the_number_stays_and_the_revision_rises(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    new = revised(harbour, number, discount="10").numbered
    assert (new.number, new.revision, new.status) == (number, 2, "open")
    assert (status(harbour, number, 1), status(harbour, number, 2)) == ("superseded", "open")
    [head] = list_quotes(harbour, "", TODAY)
    assert (head.number, head.revision, head.total) == (number, 2, 11880)
    assert quoted(harbour, MAIL) == "Q-2026-0002"


def test_a_stored_revision_is_never_changed(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, discount="5")
    first = stored_quote(harbour, number, 1).quote
    revised(harbour, number, discount="10")
    assert stored_quote(harbour, number, 1).quote == first


def test_what_changed_is_shown_line_by_line(harbour: Desk) -> None:
    """A line left out, one with another discount, one that is new; what is as it was is not."""
    number = quoted(harbour, MAIL, KESTREL, S15)
    changes = revised(
        harbour, number, MAIL, KESTREL, LATE, discounts={KESTREL: "10"}
    ).changes
    shown = [
        (change.line.ref, change.line.kind, change.before is None, change.after is None,
         change.difference)
        for change in changes
    ]
    assert shown == [
        (KESTREL, "renewal", False, False, -12000),
        (LATE, "back_maintenance", True, False, 7235),
        (LATE, "reinstatement_fee", True, False, 1445),
        (LATE, "renewal", True, False, 60000),
        (S15, "renewal", False, True, -46800),
    ]


def test_a_revision_without_wishes_changes_nothing(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, S15, discount="7.5", discounts={S15: "3"}, align="auto")
    assert not revised(harbour, number).changes


def test_who_makes_the_revision_is_no_change_of_a_line(harbour: Desk) -> None:
    """Marie granted the discount; Jonas only revises: the customer pays the same."""
    number = quoted(harbour, MAIL, discount="7.5")
    assert not revised(by(harbour, "jonas"), number).changes


def test_options_carry_over_each(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL, BREW1, options={
        S15: "essential-24+education=3", MAIL: "essential-12+premium", BREW1: "barista-12+kit=2",
    })
    revised(harbour, number, discount="1")
    chosen = [(i.ref, i.picked.option.key, i.picked.addons)
              for i in stored_quote(harbour, number).quote.items]
    assert chosen == [
        (S15, "essential-24", {"education": 3}), (MAIL, "essential-12", {"premium": 1}),
        (BREW1, "barista-12", {"kit": 2}),
    ]


def test_an_option_given_anew_for_one_line_leaves_the_others(harbour: Desk) -> None:
    number = quoted(harbour, S15, LATE, option="essential-24+education", options={
        LATE: "essential-12+education=2"
    })
    revised(harbour, number, S15, LATE, options={S15: "essential-36"})
    assert item(harbour, number, S15).picked.option.key == "essential-36"
    assert item(harbour, number, LATE).picked.addons == {"education": 2}


def test_an_option_for_all_and_another_for_one(harbour: Desk) -> None:
    """As a first quote would have it."""
    number = quoted(harbour, S15, S10)
    revised(harbour, number, S15, S10, option="essential-24", options={S10: "essential-36"})
    assert [item(harbour, number, ref).picked.option.key for ref in (S15, S10)] == [
        "essential-24", "essential-36"
    ]


def test_quantities_carry_over_and_can_be_given_anew(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10, quantities={S15: 12, S10: 8})
    revised(harbour, number, quantities={S10: 9})
    assert [item(harbour, number, ref).picked.quantity for ref in (S15, S10)] == [12, 9]
    revised(harbour, number, S15, S10, quantity=5, quantities={S10: 6})
    assert [item(harbour, number, ref).picked.quantity for ref in (S15, S10)] == [5, 6]


def test_discounts_whole_and_named_carry_over_apart(harbour: Desk) -> None:
    number = quoted(harbour, S15, S10, MAIL, discount="5", discounts={S10: "12"})
    revised(harbour, number, language="en")
    given = {i.ref: (i.discount.percent, i.discount.named)
             for i in stored_quote(harbour, number).quote.items}
    assert given == {
        S15: (Decimal(5), False), S10: (Decimal(12), True), MAIL: (Decimal(5), False)
    }


def test_the_whole_discount_carries_over_to_a_line_that_is_new(harbour: Desk) -> None:
    number = quoted(harbour, S15, discount="5")
    revised(harbour, number, S15, S10)
    assert item(harbour, number, S10).discount.percent == 5


def test_a_discount_of_nothing_takes_it_back(harbour: Desk) -> None:
    number = quoted(harbour, S15, discount="5")
    revised(harbour, number, discount="0")
    assert item(harbour, number, S15).discount.percent == 0


def test_alignment_and_language_carry_over(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL, align=date(2028, 1, 31), language="de")
    revised(harbour, number, discount="1")
    quote = stored_quote(harbour, number).quote
    assert (quote.align, quote.language) == (date(2028, 1, 31), "de")
    assert {str(line.period.end) for line in quote.lines} == {"2028-01-31"}
    revised(harbour, number, align="auto", language="fr")
    quote = stored_quote(harbour, number).quote
    assert (quote.align, quote.language) == ("auto", "fr")


def test_alternatives_carry_over(harbour: Desk) -> None:
    number = quoted(harbour, S15, alternatives=("essential-24", "essential-36+premium"))
    revised(harbour, number, discount="1")
    found = stored_quote(harbour, number).quote.alternatives
    assert [other.key for other in found] == ["essential-24", "essential-36+premium"]
    revised(harbour, number, alternatives=("essential-36",))
    assert [o.key for o in stored_quote(harbour, number).quote.alternatives] == ["essential-36"]


def test_refs_given_are_the_new_set_of_lines(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL, quantities={MAIL: 3})
    revised(harbour, number, "S-MAIL", KESTREL)
    assert refs(harbour, number) == [MAIL, KESTREL]
    assert item(harbour, number, MAIL).picked.quantity == 3
    assert states(harbour, S15, MAIL, KESTREL) == ["due", "quoted", "quoted"]


def test_a_line_left_out_goes_back_with_what_was_recorded(harbour: Desk) -> None:
    advance(harbour, S15, "notify", {}, TODAY)
    number = quoted(harbour, S15, MAIL)
    verified(harbour, S15)
    revised(harbour, number, MAIL)
    assert state(harbour, S15) == "notified"
    assert facts(harbour, S15)["verified_on"] == "2026-11-24"


def test_a_line_left_out_stays_quoted_where_another_quote_names_it(harbour: Desk) -> None:
    number = quoted(harbour, S15, MAIL)
    quoted(harbour, S15)
    revised(harbour, number, MAIL)
    assert state(harbour, S15) == "quoted"


def test_it_is_priced_anew_as_of_its_own_day(harbour: Desk) -> None:
    """A quote that expired is revised: a lapsed renewal has more days behind it now."""
    number = quoted(harbour, LATE)
    later = date(2027, 1, 10)
    assert list_quotes(harbour, "", later)[0].status == "expired"
    changes = revised(harbour, number, as_of=later).changes
    quote = stored_quote(harbour, number).quote
    assert (quote.as_of, str(quote.validity.until)) == (later, "2027-02-09")
    assert [str(line.period.start) for line in quote.lines] == [
        "2026-10-11", "2026-10-11", "2027-01-10"
    ]
    assert changes


@pytest.mark.parametrize("ended", ["accepted", "declined", "withdrawn"])
def test_a_quote_that_ended_is_not_revised(harbour: Desk, ended: str) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    if ended == "accepted":
        yes(harbour, number)
    elif ended == "declined":
        decline(harbour, number, "price", "")
    else:
        withdraw(harbour, number)
    with pytest.raises(Refusal) as refused:
        revised(harbour, number)
    assert f"{number} is {ended}" in refusal(refused)


def test_a_dry_run_shows_the_changes_and_stores_nothing(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    before = everything(harbour)
    found = price_revision(harbour, number, asked(discount="10"), TODAY)
    assert [change.difference for change in found.changes] == [-1100]
    assert (found.numbered.number, found.numbered.revision) == (None, None)
    assert everything(harbour) == before


def test_a_refused_revision_leaves_the_quote_as_it_is(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        revised(harbour, number, MAIL, OTHER)
    assert "a quote is for one customer" in refusal(refused)
    with pytest.raises(Refusal) as refused:
        revised(harbour, number, option="essential-48")
    assert "has no option essential-48" in refusal(refused)
    assert everything(harbour) == before


def test_lines_that_were_ordered_meanwhile_want_refs(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    ordered(harbour, MAIL)
    with pytest.raises(Refusal) as refused:
        revised(harbour, number)
    assert "software:S-MAIL cannot be quoted: its renewal is ordered" in refusal(refused)
    revised(harbour, number, KESTREL)
    assert states(harbour, MAIL, KESTREL) == ["ordered", "quoted"]


def test_a_second_open_quote_is_a_warning_and_names_the_first(harbour: Desk) -> None:
    first = quoted(harbour, BREW2, option="barista-12")
    second = quoted(harbour, BREW2, option="barista-12")
    assert not open_points(harbour, first)
    assert open_points(harbour, second) == [
        (BREW2, f"it also stands on the open quote {first}")
    ]


def test_a_quote_that_expired_is_no_second_open_one(harbour: Desk) -> None:
    quoted(harbour, BREW2, option="barista-12")
    later = quoted(harbour, BREW2, option="barista-12", as_of=date(2027, 3, 1))
    assert not [text for _, text in open_points(harbour, later) if "also stands" in text]


def test_a_revision_is_no_second_quote_beside_itself(harbour: Desk) -> None:
    number = quoted(harbour, BREW2, option="barista-12")
    revised(harbour, number, discount="5")
    assert not open_points(harbour, number)


def live(desk: Desk, number: str) -> list[str]:
    return [point.ref for point in live_points(desk, stored_quote(desk, number))]


def test_what_orders_or_closes_a_renewal_is_a_point_on_its_other_open_quotes(
    harbour: Desk,
) -> None:
    number = quoted(harbour, MAIL, KESTREL, S15)
    assert not live(harbour, number)
    ordered(harbour, MAIL)
    advance(harbour, S15, "decline", {"reason": "price"}, TODAY)
    assert live(harbour, number) == [MAIL, S15]
    fulfilled(harbour, MAIL)
    assert live(harbour, number) == [MAIL, S15]
    verified(harbour, KESTREL)
    yes(harbour, number, KESTREL)
    assert not live(harbour, number)


def test_of_two_revisions_at_once_the_second_reads_who_was_first(
    harbour: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Jonas stores his revision between Marie's pricing and her storing."""
    number = quoted(harbour, MAIL)
    original = revising.occasion

    def meanwhile(desk: Desk) -> Occasion:
        if desk.user == "marie":
            monkeypatch.setattr(revising, "occasion", original)
            revised(by(harbour, "jonas"), number, discount="3")
        return original(desk)

    monkeypatch.setattr(revising, "occasion", meanwhile)
    with pytest.raises(Refusal) as refused:
        revised(harbour, number, discount="10")
    assert "jonas made revision 2 meanwhile" in refusal(refused)
    assert stored_quote(harbour, number).quote.items[0].discount.percent == 3


def test_choices_are_kept_as_they_were_typed(harbour: Desk) -> None:
    assert Choice("essential-12", {"education": 5}).text == "essential-12+education=5"
    number = quoted(harbour, S15, alternatives=("essential-24+education=5",))
    revised(harbour, number, discount="2")
    [other] = stored_quote(harbour, number).quote.alternatives
    assert other.key == "essential-24+education=5"
