"""Whatever stands in a file is shown as it is: nothing in it styles, acts or moves the cursor."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from resellerdesk.desk.desk import Desk
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.lines import cells
from resellerdesk.tui.widgets.painted import Painted

from tui.counter import TODAY, imported
from tui.looking import Screen, lines, screen_text, shows

NAMES = (
    "[bold]x[/] [@click=app.quit]y[/]",
    "Wipe\x1b[2J\x1b]0;title\x07Co",
    "C1 \x9b31m red",
    "abc\u202egnp.exe",
    "zero\u200bwidth",
    "東京精密機器株式会社",
    "e\u0301galite\u0301 & fils",
    "N" * 300,
)
SHOWN = (
    "[bold]x[/] [@click=app.quit]y[/]",
    "Wipe␛[2J␛]0;title␇Co",
    "C1 <U+009B>31m red",
    "abc<U+202E>gnp.exe",
    "zero<U+200B>width",
    "東京精密機器株式会社",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Desk:
    head = "customer_id,name,country,currency,language"
    customers = [f'H-{n},"{name}",FR,EUR,fr' for n, name in enumerate(NAMES)]
    rows = [
        f'{n},H-{n},SEP-ESS-NEW,"{name}",5,5,08-DEC-2025,0{n + 1}-DEC-2026,Symantec,M{n}'
        for n, name in enumerate(NAMES)
    ]
    return imported(tmp_path, "\n".join([head, *customers]) + "\n", rows)


def acting(text: str) -> set[str]:
    """The characters of a screen that a terminal would obey."""
    return {char for char in text if unicodedata.category(char) in ("Cc", "Cf") and char != "\n"}


def uneven(pilot: Screen) -> list[str]:
    """Lines that are wider or narrower than their widget."""
    return [
        f"{widget.id}: {widget.line_at(y)}"
        for widget in pilot.app.screen.query(Painted)
        for y in range(widget.size.height)
        if cells(widget.line_at(y)) != widget.size.width
    ]


async def test_names_stand_in_the_table_as_they_are(hostile: Desk) -> None:
    async with DeskApp(hostile, TODAY).run_test(size=(160, 30)) as pilot:
        await shows(pilot, "software:0", *SHOWN)
        assert not acting(screen_text(pilot))
        assert not uneven(pilot)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)], ids=str)
async def test_the_table_stays_aligned_at_any_width(hostile: Desk, size: tuple[int, int]) -> None:
    async with DeskApp(hostile, TODAY).run_test(size=size) as pilot:
        await shows(pilot, "software:0", "8 due")
        assert not uneven(pilot)
        ends = {line.rstrip(" ▐")[-3:] for line in lines(pilot, "due")[1:9]}
        assert ends == {"EUR"}


@pytest.mark.parametrize("n", range(len(NAMES)))
async def test_so_do_they_in_the_preview_and_on_the_page(hostile: Desk, n: int) -> None:
    async with DeskApp(hostile, TODAY).run_test(size=(160, 40)) as pilot:
        await shows(pilot, "software:0", "8 due")
        await pilot.press(*["down"] * n)
        shown = SHOWN[n] if n < len(SHOWN) else NAMES[n][:80]
        await shows(pilot, f"{shown}", f"software:{n}" if n < len(SHOWN) else "8 due")
        assert not acting(screen_text(pilot))
        await pilot.press("enter")
        await shows(pilot, "Renewal · ", shown, "Ways to go on")
        assert not acting(screen_text(pilot))
        assert not uneven(pilot)


async def test_markup_in_what_is_typed_is_text(hostile: Desk) -> None:
    async with DeskApp(hostile, TODAY).run_test() as pilot:
        await shows(pilot, "8 due")
        await pilot.press("slash", *"[bold]")
        await shows(pilot, "1 due", "[bold]x[/]")
