"""Without a promise of Unicode everything is ASCII, and stands where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from resellerdesk.desk.desk import Desk
from resellerdesk.tui.app import DeskApp
from resellerdesk.tui.ascii import in_ascii, promises_unicode

from tui.counter import TODAY
from tui.looking import shows


@pytest.mark.parametrize(
    ("environment", "promised"),
    [
        ({"LANG": "fr_FR.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LC_CTYPE": "UTF-8"}, True),  # as macOS sends it along
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, True),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "fr_FR.ISO-8859-1"}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX", "LC_ALL": ""}, False),
        ({}, False),
        # Python's own stopgap for a locale that says nothing, or that it does not have.
        ({"LC_CTYPE": "C.UTF-8", "LANG": "fr_FR.ISO-8859-1"}, False),
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "en_GB.UTF-8"}, True),
    ],
)
def test_the_locale_says_whether_unicode_is_promised(
    environment: dict[str, str], promised: bool
) -> None:
    assert promises_unicode(environment) is promised


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Müller & Söhne", "Muller & Sohne"),
        ("Straßenbau Œuvre", "Strasenbau Ouvre"),
        ("── ▐ ≈ 1 · ×50 …", "-- # ~ 1 - x50 ."),
        ("株式会社 Ltd", "???????? Ltd"),
        ("e\u0301te\u0301", "ete"),
        ("€12 £3", "E12 L3"),
        ("plain", "plain"),
    ],
)
def test_each_cell_keeps_its_likeness(text: str, shown: str) -> None:
    assert in_ascii(text) == shown


@given(st.text())
def test_nothing_but_ascii_is_left_and_nothing_moves(text: str) -> None:
    shown = in_ascii(text)
    assert shown.isascii()
    assert cell_len(shown) == sum(cell_len(char) for char in text)


async def test_the_whole_screen_is_ascii(counter: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    async with DeskApp(counter, TODAY).run_test(size=(120, 40)) as pilot:
        await shows(pilot, "Worklist · 30 due", "software:1000000006")
        await pilot.press("slash", *"é")
        painted = "\n".join(
            "".join(segment.text for segment in strip)
            for strip in pilot.app.screen._compositor.render_strips()
        )
        assert painted.isascii()
        assert "Clinique Saint-Exupery" in painted
        assert "Worklist - 30 due" in painted
