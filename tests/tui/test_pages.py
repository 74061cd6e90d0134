"""What the screens say, line by line, made from what the desk knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from resellerdesk.core.fact import Fact
from resellerdesk.core.option import Option
from resellerdesk.core.text import T
from resellerdesk.desk.choosing import Choices, PricedOption
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.worklist import DueQuery, DueRow, due
from resellerdesk.translation.translate import Translator
from resellerdesk.tui.glance import glance
from resellerdesk.tui.lines import Line, Look
from resellerdesk.tui.pages.blocks import beside, named, table
from resellerdesk.tui.pages.due_columns import DueCells, mark_of
from resellerdesk.tui.pages.options import options_block
from resellerdesk.tui.pages.preview import preview_lines
from resellerdesk.tui.widgets.columns import fold_for, row_line

from tui.counter import TODAY

ENGLISH = Translator("en")


def text(lines: Sequence[Line]) -> list[str]:
    return ["".join(run.text for run in line).rstrip() for line in lines]


def rows_of(desk: Desk) -> dict[str, DueRow]:
    return {row.ref: row for row in due(desk, DueQuery(), TODAY)}


@pytest.fixture
def rows(counter: Desk) -> dict[str, DueRow]:
    return rows_of(counter)


# ---------------------------------------------------------------- the worklist


@pytest.mark.parametrize(
    ("ref", "mark"),
    [
        ("1000000001", ("!", Look.QUIET)),  # two years ago: no longer to be renewed
        ("1000000002", ("!", Look.LATE)),
        ("1000000005", ("~", Look.SOON)),   # its last day
        ("1000000006", ("~", Look.SOON)),
        ("1000000007", (" ", Look.PLAIN)),  # the fifteenth day from now
    ],
)
def test_every_colour_has_its_sign(
    rows: dict[str, DueRow], ref: str, mark: tuple[str, Look]
) -> None:
    assert mark_of(rows[f"software:{ref}"]) == mark


def worklist_row(row: DueRow, width: int) -> str:
    folds = DueCells(ENGLISH, lambda row: row.record.cycle.state).folds()
    return text([row_line(fold_for(folds, width), width, row)])[0]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (119, ("~ 2026-12-06 12 Clinique Saint-Exupéry Endpoint Protection Essential 250 quoted "
              "7,800.00 EUR")),
        (79, "~ 2026-12-06 12 Clinique Saint-… Endpoint Pr… ×250 quoted 7,800.00 EUR"),
        (59, "~ 12 Clinique Saint-… Endpoint Pr… ×250 7,800.00 EUR"),
    ],
)
def test_a_row_gives_way_by_width(rows: dict[str, DueRow], width: int, shown: str) -> None:
    assert worklist_row(rows["software:1000000006"], width).split() == shown.split()


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(99_999_999, "999,999.99"), (123_456_789_50, "≈123456790"), (123_456_789_012_00, "#" * 10)],
)
def test_an_amount_is_never_cut(rows: dict[str, DueRow], amount: int, shown: str) -> None:
    row = rows["software:1000000006"]
    assert row.value is not None
    dear = replace(row, value=replace(row.value, amount=amount))
    assert worklist_row(dear, 79).endswith(f" {shown} EUR")


def test_a_follow_up_whose_day_has_come_is_marked(rows: dict[str, DueRow]) -> None:
    row = rows["software:1000000007"]
    standing = row.record.cycle.standing

    def followed(day: date) -> DueRow:
        cycle = replace(row.record.cycle, standing=replace(standing, follow_on=day))
        return replace(row, record=replace(row.record, cycle=cycle))

    assert mark_of(followed(TODAY)) == ("»", Look.SOON)
    assert mark_of(followed(date(2026, 11, 25))) == (" ", Look.PLAIN)


# ---------------------------------------------------------------- the preview


@pytest.mark.parametrize(
    ("ref", "standing", "next_"),
    [
        ("1000000001", "! ended 2024-10-31, 754 days ago; too late to be renewed",
         "Licences bought again · price on request: "),
        ("1000000002", "! ended 2026-10-10, 45 days ago; lapsed; from 2026-11-25 on €3.90 more",
         "Essential Support, 12 months · 2026-11-24 – 2027-11-23 · €1,"),
        ("1000000005", "~ ends today, 2026-11-24; from 2026-11-26 on £",
         "Essential Support, 12 months · 2026-11-25 – 2027-11-24 · £122,292.00 · no quote yet"),
        ("1000000006", "~ ends 2026-12-06, in 12 days; from 2026-12-08 on €27.50 more",
         "quoted Q-2026-0001 on 2026-11-23: €7,800.00, valid until 2026-12-06"),
        ("1000000007", "ends 2026-12-09, in 15 days", "Essential Support, 12 months"),
    ],
)
def test_the_preview_says_what_waiting_costs_and_what_is_next(
    counter: Desk, ref: str, standing: str, next_: str
) -> None:
    shown = text(preview_lines(glance(counter, ref, TODAY), TODAY, ENGLISH, 120))
    assert f"software:{ref}" in shown[0]
    assert shown[1].strip().startswith(standing)
    assert shown[2].strip().startswith(next_)


def test_the_preview_counts_the_findings_that_it_has_no_room_for(counter: Desk) -> None:
    shown = text(preview_lines(glance(counter, "1000000002", TODAY), TODAY, ENGLISH, 60))
    assert shown[3].startswith(" findings: 10 of 12 licensed units are covered")


# ---------------------------------------------------------------- options side by side


def priced(key: str, total: int | None, difference: int | None, *facts: Fact) -> PricedOption:
    option = Option(
        key, T("Support for a long time"), date(2027, 1, 1), 12, 1, current=key == "a",
        recommended=key == "b",
    )
    why = None if total is not None else T("price on request")
    return PricedOption(option, option.period, total, difference, why, (), facts, (), ())


def test_options_stand_side_by_side_and_say_in_what_they_differ() -> None:
    model, hours = T("Model"), T("Response")
    block = text(options_block(
        Choices("x:1", "EUR", (
            priced("a", 10_000, 0, Fact("m", model, "S410"), Fact("h", hours, "4 hours")),
            priced("b", 7_500, -2_500, Fact("m", model, "S410"), Fact("h", hours, "next day")),
            priced("c", None, None, Fact("m", model, "S410")),
        )), ENGLISH, 120,
    ))
    cells = {line[:11].strip(): line[11:].split("  ") for line in block}
    values = {name: [cell.strip() for cell in row if cell.strip()] for name, row in cells.items()}
    assert values["before tax"] == ["€100.00", "€75.00", "no price"]
    assert values["difference"] == ["-25.00"]
    assert values["Response"] == ["4 hours", "next day"]
    assert "Model" not in values  # the same in all of them
    assert any("as today" in line and "* recommended" in line for line in block)
    assert block[-1] == "price on request"


def test_where_there_is_no_room_beside_options_go_on_below() -> None:
    options = tuple(priced(key, 100, 0) for key in "abcd")
    block = text(options_block(Choices("x:1", "EUR", options), ENGLISH, 60))
    assert [line.split()[0] for line in block if line.startswith("from")] == ["from", "from"]
    assert all(len(line) <= 60 for line in block)


# ---------------------------------------------------------------- blocks


def test_named_values_leave_out_what_is_empty_and_wrap_what_is_long() -> None:
    shown = text(named([("SKU", "A"), ("team", ""), ("period", "one two three four")], 18))
    assert shown == ["SKU     A", "period  one two", "        three four"]


def test_a_table_is_as_wide_as_it_must_and_never_wider_than_it_may() -> None:
    rows = [["Q-1", "7,020.00"], ["Q-2", "65.00"]]
    assert text(table(["Number", "Total"], rows, " >", 40)) == [
        "Number     Total", "Q-1     7,020.00", "Q-2        65.00",
    ]
    assert max(map(len, text(table(["a", "b"], [["x" * 99, "y"]], "", 20)))) <= 20


def test_two_blocks_stand_beside_each_other_where_there_is_room() -> None:
    one, other = named([("a", "1"), ("b", "2")], 40), named([("c", "3")], 40)
    assert text(beside(one, other, 100)) == [f"{'a  1':50}c  3", "b  2"]
    assert text(beside(one, other, 80)) == ["a  1", "b  2", "c  3"]
