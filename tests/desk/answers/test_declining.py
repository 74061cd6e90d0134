"""The customer says no, or the quote is taken back: what becomes of its renewals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from resellerdesk.core.close_reason import CLOSE_REASONS, LOST, NOT_COUNTED, counts_as_lost
from resellerdesk.core.history import STEP
from resellerdesk.core.phase import Phase
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import (
    BREW1,
    KESTREL,
    MAIL,
    S15,
    TODAY,
    by,
    everything,
    facts,
    history,
    ordered,
    phase,
    quoted,
    refusal,
    state,
    states,
    status,
    verified,
    yes,
)


def test_declining_closes_each_renewal_with_the_reason(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, BREW1)
    assert decline(harbour, number, "competitor", "went to Acme").status == "declined"
    assert status(harbour, number) == "declined"
    assert states(harbour, MAIL, BREW1) == ["declined", "declined"]
    assert phase(harbour, BREW1) is Phase.LOST
    entry = history(harbour, MAIL)[-1]
    assert entry.data["values"] == {"reason": "competitor", "note": "went to Acme"}
    assert entry.data["quote"] == number


def test_reasons_are_data_and_some_do_not_count_as_lost(harbour: Desk) -> None:
    assert list(LOST) == [
        "competitor", "direct", "price", "no_budget", "no_answer", "out_of_business",
        "renewed_elsewhere", "lapsed",
    ]
    assert list(NOT_COUNTED) == ["consolidated", "replaced", "end_of_life", "transferred", "void"]
    assert [reason for reason in CLOSE_REASONS if not counts_as_lost(reason)] == [*NOT_COUNTED]


def test_an_unknown_reason_is_refused_with_those_there_are(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    before = everything(harbour)
    for refuse in (lambda: decline(harbour, number, "bored", ""),
                   lambda: withdraw(harbour, number, "bored")):
        with pytest.raises(Refusal) as refused:
            refuse()
        assert "reason bored is none of competitor, direct, price" in refusal(refused)
    assert everything(harbour) == before


def test_what_another_open_quote_names_stays_quoted_on_declining(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    other = quoted(harbour, MAIL)
    decline(harbour, number, "price", "")
    assert states(harbour, MAIL, KESTREL) == ["quoted", "declined"]
    decline(harbour, other, "price", "")
    assert state(harbour, MAIL) == "declined"


def test_an_expired_quote_still_holds_its_renewals(harbour: Desk) -> None:
    """Expiry moves nothing: it is listed, and revised or withdrawn."""
    first = quoted(harbour, MAIL)
    second = quoted(harbour, MAIL)
    later = date(2027, 1, 10)
    assert [head.status for head in list_quotes(harbour, "", later)] == ["expired", "expired"]
    withdraw(harbour, first)
    assert state(harbour, MAIL) == "quoted"
    withdraw(harbour, second)
    assert state(harbour, MAIL) == "due"


def test_what_was_ordered_by_another_quote_is_not_closed(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, KESTREL)
    ordered(harbour, MAIL)
    decline(harbour, number, "price", "")
    assert states(harbour, MAIL, KESTREL) == ["ordered", "declined"]


def test_withdrawing_puts_back_into_the_state_before_the_first_quote(harbour: Desk) -> None:
    advance(harbour, MAIL, "notify", {}, TODAY)
    first = quoted(harbour, MAIL, KESTREL)
    second = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    withdraw(harbour, second)
    assert state(harbour, MAIL) == "quoted"
    withdraw(harbour, first, note="wrong prices")
    assert states(harbour, MAIL, KESTREL) == ["notified", "due"]
    assert facts(harbour, MAIL)["verified_on"] == "2026-11-24"
    assert facts(harbour, MAIL)["notified_on"] == "2026-11-24"


def test_put_back_of_a_family_with_other_words(harbour: Desk) -> None:
    number = quoted(harbour, BREW1)
    advance(harbour, BREW1, "descale", {"cups": "9000"}, TODAY)
    withdraw(harbour, number)
    assert (state(harbour, BREW1), facts(harbour, BREW1)["descaled_on"]) == (
        "brewing", "2026-11-24"
    )


def test_withdrawing_with_a_reason_and_a_note_is_told(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    withdraw(harbour, number, "consolidated", "with the big one")
    entry = history(harbour, MAIL)[-1]
    assert (entry.what, entry.data["quote"]) == (STEP, number)
    assert entry.data["values"] == {"reason": "consolidated", "note": "with the big one"}


@pytest.mark.parametrize("again", [lambda desk, number: decline(desk, number, "price", ""),
                                   withdraw])
def test_a_quote_that_ended_is_neither_declined_nor_withdrawn_again(
    harbour: Desk, again: Callable[[Desk, str], object]
) -> None:
    number = quoted(harbour, MAIL)
    withdraw(by(harbour, "jonas"), number)
    before = everything(harbour)
    with pytest.raises(Refusal) as refused:
        again(harbour, number)
    assert f"{number} is withdrawn" in refusal(refused)
    assert "jonas" in refusal(refused)
    assert everything(harbour) == before


def test_the_history_tells_of_a_quote_that_moved_nothing(harbour: Desk) -> None:
    """Its one renewal was ordered by another quote: still one wants to know who ended it."""
    number = quoted(harbour, MAIL)
    ordered(harbour, MAIL)
    withdraw(by(harbour, "jonas"), number)
    entry = history(harbour, MAIL)[-1]
    assert (entry.by, entry.data["quote"], entry.data["status"]) == ("jonas", number, "withdrawn")
    with pytest.raises(Refusal) as refused:
        yes(harbour, number)
    assert "jonas" in refusal(refused)


def test_a_declined_renewal_can_be_opened_and_quoted_again(harbour: Desk) -> None:
    number = quoted(harbour, S15)
    decline(harbour, number, "no_budget", "")
    advance(harbour, S15, "reopen", {}, TODAY)
    again = quoted(harbour, S15)
    verified(harbour, S15)
    yes(harbour, again)
    assert (state(harbour, S15), status(harbour, number)) == ("ordered", "declined")


def test_withdrawing_after_reopening_goes_back_to_the_state_before_the_new_quote(
    harbour: Desk,
) -> None:
    """Not to that before a quote of the time before it was closed."""
    decline(harbour, quoted(harbour, S15), "no_budget", "")
    advance(harbour, S15, "reopen", {}, TODAY)
    advance(harbour, S15, "notify", {}, TODAY)
    withdraw(harbour, quoted(harbour, S15))
    assert state(harbour, S15) == "notified"


def test_what_has_no_price_is_shown_never_quoted_and_ends_as_replaced(harbour: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        quoted(harbour, BREW1, option="scrap")
    assert "option scrap has no price and cannot be quoted" in refusal(refused)
    advance(harbour, BREW1, "decline", {"reason": "replaced"}, TODAY)
    assert phase(harbour, BREW1) is Phase.LOST
    assert not counts_as_lost("replaced")


def test_without_its_plugin_a_quote_can_be_taken_back_but_not_declined(harbour: Desk) -> None:
    """To put back takes the history alone; to close is a step of the family."""
    number = quoted(harbour, MAIL)
    bare = open_desk(harbour.store.path, without={"software"})
    for refuse in (lambda: decline(bare, number, "price", ""), lambda: yes(bare, number)):
        with pytest.raises(Refusal) as refused:
            refuse()
        assert "no plugin for family software is loaded" in refusal(refused)
    withdraw(bare, number)
    assert state(harbour, MAIL) == "due"
