"""What a stored quote still lacks: as its renewals stand now, not as they stood."""

from __future__ import annotations

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import withdraw
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.live_points import points_now

from desk.answers.harbour import MAIL, S15, TODAY, ordered, quoted, verified, yes


def lacking(desk: Desk, number: str) -> list[str]:
    return [point.ref for point in points_now(desk, stored_quote(desk, number), TODAY)]


def test_what_was_missing_is_gone_once_its_step_is_taken(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, S15)
    assert lacking(harbour, number) == [MAIL, S15]
    verified(harbour, MAIL)
    assert lacking(harbour, number) == [S15]


def test_an_accepted_quote_lacks_nothing_more(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    yes(harbour, number)
    assert lacking(harbour, number) == []


def test_neither_does_one_that_was_withdrawn(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    withdraw(harbour, number, "", "")
    assert lacking(harbour, number) == []


def test_a_second_quote_is_a_point_while_it_is_open(harbour: Desk) -> None:
    number = quoted(harbour, MAIL)
    verified(harbour, MAIL)
    assert lacking(harbour, number) == []
    second = quoted(harbour, MAIL)
    assert lacking(harbour, number) == [MAIL]
    withdraw(harbour, second, "", "")
    assert lacking(harbour, number) == []


def test_a_line_that_was_ordered_by_another_quote_says_so(harbour: Desk) -> None:
    number = quoted(harbour, MAIL, S15)
    ordered(harbour, MAIL)
    verified(harbour, S15)
    assert lacking(harbour, number) == [MAIL]
