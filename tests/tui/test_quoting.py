"""From a renewal to a quote, and what becomes of it, with the keyboard alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.desk.explaining import stored_quote
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.ordering import list_orders
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.stepping import advance
from resellerdesk.tui.app import DeskApp

from documents.viewers import filled
from tui.counter import QUOTED, TODAY
from tui.looking import Screen, cursor_to, hides, screen_text, shows, until

REF = "software:1000000002"
NUMBER = "Q-2026-0002"


@asynccontextmanager
async def builder(desk: Desk, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Screen]:
    """The builder on one renewal, priced."""
    async with DeskApp(desk, TODAY).run_test(size=size) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("slash", *REF[9:], "enter")
        await shows(pilot, "1 due")
        await pilot.press("q")
        await shows(pilot, "New quote", "Total", "valid until")
        yield pilot


async def test_two_keys_from_the_worklist_to_a_stored_quote(counter: Desk) -> None:
    async with builder(counter) as pilot:
        await pilot.press("w")
        await shows(pilot, f"Quote · {NUMBER} · Müller", "stored as Q-2026-0002")
        assert stored_quote(counter, NUMBER).quote.items[0].ref == REF


async def test_wishes_are_priced_as_they_are_made(counter: Desk) -> None:
    async with builder(counter, (120, 40)) as pilot:
        before = screen_text(pilot)
        await pilot.press("d")
        await shows(pilot, "On the whole quote, percent")
        await pilot.press(*"7.5", "ctrl+o")
        await shows(pilot, "7.5 %", f"resellerdesk quote {REF} --discount 7.5")
        assert screen_text(pilot) != before
        await pilot.press("n", *["backspace"] * 3, *"20", "ctrl+o")
        await shows(pilot, f"--quantity {REF}=20")
        await pilot.press("o")
        await shows(pilot, "Ways to go on", "Essential Support, 24 months")
        await pilot.press("escape", "l", "j", "ctrl+o")
        await shows(pilot, "--language ja")
        assert not [head for head in list_quotes(counter, "", TODAY) if head.number == NUMBER]
        await pilot.press("w")
        await shows(pilot, NUMBER)
        quote = stored_quote(counter, NUMBER).quote
        assert (quote.language, quote.items[0].picked.quantity) == ("ja", 20)


async def test_a_wish_that_does_not_work_is_told_and_taken_back(counter: Desk) -> None:
    async with builder(counter) as pilot:
        await pilot.press("a", *["backspace"] * 4, *"2026-12-01", "ctrl+o")
        await shows(pilot, "! ", "earliest")
        await hides(pilot, "--align")
        await pilot.press("d", *"many", "ctrl+o")
        await shows(pilot, "! ", "On the whole quote, percent")


async def test_wishes_outlive_a_dropped_line(counter: Desk) -> None:
    async with builder(counter) as pilot:
        await pilot.press("d", *"5", "ctrl+o")
        await shows(pilot, "--discount 5")
    async with builder(counter) as pilot:
        await shows(pilot, "--discount 5", "what you began before is here again")
        await pilot.press("x")
        await hides(pilot, "--discount 5")


async def test_an_amount_is_explained(counter: Desk) -> None:
    async with builder(counter) as pilot:
        await pilot.press("e")
        await shows(pilot, "How it came about", "price row", "half away from zero")
        await pilot.press("e")
        await shows(pilot, "New quote")


async def test_one_more_line_and_without_it(counter: Desk) -> None:
    async with DeskApp(counter, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("slash", *"1000000010", "enter")
        await shows(pilot, "1 due")
        await pilot.press("q")
        await shows(pilot, "New quote", "Total")
        await pilot.press("plus")
        await shows(pilot, "One more line")
        await cursor_to(pilot, "1000000011")
        await pilot.press("enter")
        await shows(pilot, "2 lines")
        await pilot.press("end", "minus")
        await shows(pilot, "1 line ·")
        await pilot.press("minus")
        await shows(pilot, "! the last line stays")


# ---------------------------------------------------------------- what becomes of it


@asynccontextmanager
async def stored(desk: Desk) -> AsyncIterator[Screen]:
    """The screen of a quote that is open, reached through the list of quotes."""
    async with DeskApp(desk, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        await pilot.press("Q")
        await shows(pilot, "Quotes · open", "Q-2026-0001")
        await cursor_to(pilot, "Q-2026-0001")
        await pilot.press("enter")
        await shows(pilot, "Quote · Q-2026-0001 · Clinique", "open", "Total")
        yield pilot


async def test_the_customer_declines_and_it_can_be_taken_back(counter: Desk) -> None:
    async with stored(counter) as pilot:
        await pilot.press("d")
        await shows(pilot, "*Reason")
        await pilot.press("p", "ctrl+o")
        await shows(pilot, "declined")
        assert stored_quote(counter, "Q-2026-0001").status == "declined"
        await pilot.press("u")
        await shows(pilot, "the last step was taken back", "open")
        assert stored_quote(counter, "Q-2026-0001").status == "open"


async def test_an_acceptance_that_a_guard_refuses_says_what_is_missing(counter: Desk) -> None:
    async with stored(counter) as pilot:
        await pilot.press("a", *"PO-7", "ctrl+o")
        await shows(pilot, "! Q-2026-0001 cannot be accepted")
        # What was typed is still there.
        await shows(pilot, "--po PO-7")


async def test_the_pdf_is_the_one_that_was_issued(
    counter: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with stored(counter) as pilot:
        await pilot.press("w", "enter")
        await shows(pilot, "written to Q-2026-0001.pdf")
        assert (tmp_path / "Q-2026-0001.pdf").read_bytes().startswith(b"%PDF")


async def test_a_revision_begins_from_what_was_quoted(counter: Desk) -> None:
    async with stored(counter) as pilot:
        await pilot.press("v")
        await shows(pilot, "Revision of Q-2026-0001", QUOTED[9:])
        await pilot.press("d", *"2", "ctrl+o")
        await shows(pilot, "--discount 2")
        await pilot.press("w")
        await until(pilot, lambda: stored_quote(counter, "Q-2026-0001").revision == 2)
        await shows(pilot, "revision 2")


async def test_from_the_worklist_to_a_sent_quote_in_under_ten_keys(
    counter: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Typed values apart: the address and the folder."""
    monkeypatch.chdir(tmp_path)
    set_settings(counter, {"reseller.email": "us@reseller.example", "reseller.country": "FR"})
    async with DeskApp(counter, TODAY).run_test(size=(80, 24)) as pilot:
        await shows(pilot, "30 due")
        keys = 0
        for key, then in (("down", "software:1000000002"), ("q", "New quote"), ("w", "stored as"),
                          ("m", "*To")):
            keys += 1
            await pilot.press(key)
            await shows(pilot, then)
        await pilot.press(*"buyer@customer.example")
        keys += 1
        await pilot.press("ctrl+o")
        await shows(pilot, "written: buyer@customer.example Q-2026-0002-r1.eml")
        assert keys < 10
    assert b"buyer@customer.example" in (tmp_path / "Q-2026-0002-r1.eml").read_bytes()


async def test_a_signed_copy_says_itself_what_was_accepted(counter: Desk, tmp_path: Path) -> None:
    advance(counter, QUOTED, "verify", {"renewal_id": QUOTED[9:]}, TODAY)
    copy = tmp_path / "back.pdf"
    issued = issued_pdf(counter, "Q-2026-0001")
    copy.write_bytes(filled(issued, order_number="PO-4711", name="Ada Lovelace"))
    async with stored(counter) as pilot:
        await pilot.press("a", "enter", "enter", "enter", *str(copy), "ctrl+o")
        await shows(pilot, "accepted; the orders are made", "PO-4711", "Ada Lovelace")
    [order] = list_orders(counter)
    assert order.order.purchase_order == "PO-4711"


async def test_another_quote_s_copy_is_refused_and_the_form_stays(
    counter: Desk, tmp_path: Path
) -> None:
    other = make_quote(counter, QuoteRequest((REF,)), TODAY).number
    copy = tmp_path / "back.pdf"
    copy.write_bytes(issued_pdf(counter, str(other)))
    async with stored(counter) as pilot:
        await pilot.press("a", *"PO-1", "enter", "enter", "enter", *str(copy), "ctrl+o")
        await shows(pilot, "! back.pdf", "Q-2026-0002", "--po PO-1")
    assert stored_quote(counter, "Q-2026-0001").status == "open"
