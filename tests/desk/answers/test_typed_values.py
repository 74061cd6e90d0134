"""What is typed for a step that does not fit is named with what would work, in one line."""

from __future__ import annotations

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.stepping import advance

from desk.answers.harbour import BREW1, TODAY, descaled, ordered, refusal
from desk.answers.test_stepping import with_a_photo


def said(desk: Desk, step: str, given: dict[str, str | bytes]) -> str:
    with pytest.raises(Refusal) as refused:
        advance(desk, BREW1, step, given, TODAY)
    told = refusal(refused)
    assert "\n" not in told
    return told


@pytest.mark.parametrize("typed", ["many", "5.5", "", "five", "1e3"])
def test_a_number(harbour: Desk, typed: str) -> None:
    assert said(harbour, "descale", {"cups": typed}) == (
        f"{BREW1}: cups {typed}: a number is wanted, such as 5"
    )


@pytest.mark.parametrize("typed", ["31.12.2026", "soon", "", "2026-02-30", "2026-13-01"])
def test_a_date(harbour: Desk, typed: str) -> None:
    descaled(harbour, BREW1)
    ordered(harbour, BREW1)
    assert said(harbour, "service", {"day": typed}) == (
        f"{BREW1}: day {typed}: a date is wanted, such as 2026-12-31"
    )


def test_what_is_missing_and_what_is_too_much(harbour: Desk) -> None:
    assert said(harbour, "descale", {}) == (
        f"{BREW1}: step descale needs cups (number): --set cups=VALUE"
    )
    assert said(with_a_photo(harbour), "photograph", {}) == (
        f"{BREW1}: step photograph needs picture (file): --set picture=@PATH"
    )
    assert said(harbour, "descale", {"tea": "5"}).startswith(
        "step descale takes no value tea; it takes cups"
    )


def test_of_a_file_that_does_not_fit_its_size_alone_is_told(harbour: Desk) -> None:
    assert said(harbour, "descale", {"cups": b"\x89PNG\n"}).startswith(f"{BREW1}: cups 5 bytes: ")
