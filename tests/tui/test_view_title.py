"""The worklist's title line: view, count, selection and what is at stake, as room allows."""

from __future__ import annotations

from array import array

import pytest

from resellerdesk.core.money import Money
from resellerdesk.core.reporting import Sum
from resellerdesk.desk.viewing import Whole
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.pages.view_title import Headed, view_title

from tui.counter import TODAY

EUROS = Sum(Money(1_011_000, "EUR"), False, ())
CONVERTED = Sum(Money(41_248_000, "EUR"), True, ())
APART = Sum(None, False, (Money(1_011_000, "EUR"), Money(12_229_200, "GBP"), Money(562_500, "JPY")))


def title(
    stake: Sum, width: int, view: str = "", marked: int = 0, stale: int = 0, count: int = 4
) -> str:
    whole = Whole(array("q", range(count)), stake, stale)
    runs = view_title(Headed(view, whole, marked, TODAY), Translator("en"), width)
    return "".join(run.text for run in runs).strip().removeprefix("ResellerDesk  ")


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (title(EUROS, 80), "Worklist · 4 due · 10,110.00 EUR at stake"),
        # A sum that does not fit is not cut but left out.
        (title(EUROS, 60), "Worklist · 4 due"),
        (title(CONVERTED, 80, "mine", count=38),
         "Worklist · mine · 38 due · ≈ 412,480.00 EUR at stake"),
        (title(EUROS, 80, marked=3), "Worklist · 4 due · 3 selected"),
        (title(EUROS, 100, marked=3), "Worklist · 4 due · 3 selected · 10,110.00 EUR at stake"),
        (title(APART, 120),
         "Worklist · 4 due · 10,110.00 EUR, 122,292.00 GBP, 562,500 JPY at stake"),
        (title(APART, 80), "Worklist · 4 due · at stake in 3 currencies"),
        # What is not worked out yet, or out of date, makes a sum that is not exact.
        (title(EUROS, 100, stale=120),
         "Worklist · 4 due · ≈ 10,110.00 EUR at stake, 120 not worked out yet"),
        (title(EUROS, 80, stale=120), "Worklist · 4 due · ≈ 10,110.00 EUR at stake"),
        (title(Sum(None, False, ()), 80, count=0), "Worklist · 0 due"),
        (title(EUROS, 80, "[bold]x[/]\x1b[2J"), "Worklist · [bold]x[/]␛[2J · 4 due"),
    ],
)
def test_it_says_what_there_is_room_for(shown: str, told: str) -> None:
    assert shown.endswith("2026-11-24")
    assert shown.removesuffix("2026-11-24").strip() == told


def test_while_it_is_being_counted_there_is_no_number() -> None:
    runs = view_title(Headed("all", None, 0, TODAY), Translator("en"), 60)
    assert "".join(run.text for run in runs).split()[1:] == ["Worklist", "·", "all", "2026-11-24"]
