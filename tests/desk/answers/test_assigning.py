"""Owners, notes and follow-ups are steps of the history like any other."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.history import ASSIGNED, FOLLOWED, NOTED, told
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.assigning import LONGEST_NOTE, assign, follow, note
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.worklist import DueQuery, due

from desk.answers.harbour import (
    BREW1,
    MAIL,
    OTHER,
    S15,
    TODAY,
    by,
    everything,
    fulfilled,
    history,
    ordered,
    record,
    refusal,
    state,
)


def test_an_owner_is_told_and_listed(harbour: Desk) -> None:
    assign(by(harbour, "chef"), OTHER, "jonas")
    entry = history(harbour, OTHER)[-1]
    assert (entry.what, entry.by, str(told(entry))) == (ASSIGNED, "chef", "given to jonas")
    mine = due(harbour, DueQuery(owner="jonas"), TODAY)
    assert [row.ref for row in mine] == [OTHER]


def test_nobody_owns_it_any_more(harbour: Desk) -> None:
    assign(harbour, S15, "")
    assert record(harbour, S15).cycle.standing.owner == ""
    assert str(told(history(harbour, S15)[-1])) == "given to nobody"


def test_a_note_stays_in_the_history_and_moves_nothing(harbour: Desk) -> None:
    note(harbour, S15, "  wants the offer by fax; <b>really</b>  ")
    entry = history(harbour, S15)[-1]
    assert (entry.what, entry.data["text"]) == (NOTED, "wants the offer by fax; <b>really</b>")
    assert state(harbour, S15) == "due"


def test_a_follow_up_has_a_day_and_a_reason(harbour: Desk) -> None:
    follow(harbour, BREW1, date(2026, 12, 3), "ask for the meter")
    standing = record(harbour, BREW1).cycle.standing
    assert (standing.follow_on, standing.follow_text) == (date(2026, 12, 3), "ask for the meter")
    entry = history(harbour, BREW1)[-1]
    assert (entry.what, str(told(entry))) == (
        FOLLOWED, "follow up on 2026-12-03: ask for the meter"
    )


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST_NOTE + 1)])
def test_a_text_is_wanted_and_has_a_longest_length(harbour: Desk, text: str) -> None:
    before = everything(harbour)
    for write in (lambda: note(harbour, S15, text),
                  lambda: follow(harbour, S15, TODAY, text)):
        with pytest.raises(Refusal) as refused:
            write()
        assert "1 to 2000 characters" in refusal(refused)
    assert everything(harbour) == before
    note(harbour, S15, "x" * LONGEST_NOTE)


def test_the_owner_goes_on_to_the_next_renewal_the_follow_up_does_not(harbour: Desk) -> None:
    assign(harbour, MAIL, "jonas")
    follow(harbour, MAIL, date(2026, 12, 3), "call")
    ordered(harbour, MAIL)
    fulfilled(harbour, MAIL)
    standing = record(harbour, MAIL).cycle.standing
    assert (standing.owner, standing.follow_on, standing.follow_text) == ("jonas", None, "")


def test_an_unknown_ref_is_refused(harbour: Desk) -> None:
    with pytest.raises(Refusal) as refused:
        note(harbour, "software:S-1", "hello")
    assert "names no entitlement" in refusal(refused)
