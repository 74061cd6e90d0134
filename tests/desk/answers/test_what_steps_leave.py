"""The tables that a step leaves stand in the history, as its family made them then."""

from __future__ import annotations

from pathlib import Path

from resellerdesk.core.history import tables_left
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.showing import show
from resellerdesk.desk.stepping import advance
from resellerdesk.desk.undoing import undo
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.glance import glance
from resellerdesk.tui.pages.renewal import Sheet, renewal_lines

from desk.answers.harbour import (
    BREW1,
    S15,
    TODAY,
    harbour,
    harbour_file,
    history,
    on,
    strangers,
    verified,
)

__all__ = ["harbour", "harbour_file", "strangers"]


def read(desk: Desk, cups: int) -> None:
    """The machine's counter is read when it is descaled."""
    advance(desk, BREW1, "descale", {"cups": str(cups)}, TODAY)


def test_each_step_keeps_its_own_table(harbour: Desk) -> None:
    read(harbour, 9000)
    read(harbour, 9500)
    tables = [table for event in history(harbour, BREW1) for table in tables_left(event)]
    assert [(table.key, table.rows, table.internal) for table in tables] == [
        ("counter", ((8200, 9000),), True), ("counter", ((9000, 9500),), True),
    ]
    assert [str(title) for _, title in tables[0].columns] == ["Before", "Now"]


def test_a_step_without_a_table_leaves_none(harbour: Desk) -> None:
    verified(harbour, S15)
    assert [tables_left(event) for event in history(harbour, S15)] == [(), ()]


def test_what_was_taken_back_stays_in_the_history(harbour: Desk) -> None:
    read(harbour, 9000)
    undo(harbour, BREW1)
    assert [len(tables_left(event)) for event in history(harbour, BREW1)] == [0, 1, 0]


def test_they_are_shown_without_the_plugin_that_made_them(harbour: Desk, tmp_path: Path) -> None:
    read(harbour, 9000)
    bare = on(open_desk(tmp_path / "desk.db", safe=True), TODAY)
    [_, event] = show(bare, BREW1, TODAY).history
    assert tables_left(event)[0].rows == ((8200, 9000),)


def test_the_terminal_shows_them_below_their_step(harbour: Desk) -> None:
    read(harbour, 9000)
    sheet = Sheet(glance(harbour, BREW1, TODAY), "brewing", TODAY, Translator("en"), 80)
    page = ["".join(run.text for run in line).rstrip() for line in renewal_lines(sheet)]
    at = next(n for n, line in enumerate(page) if "descale" in line and "marie" in line)
    assert [line.split() for line in page[at + 1 : at + 4]] == [
        ["Counter"], ["Before", "Now"], ["8,200", "9,000"]
    ]
