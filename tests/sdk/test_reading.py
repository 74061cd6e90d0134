"""Cells as exports write them: what is read, and what rejects a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import (
    Unreadable,
    day_month_year,
    day_named_month_year,
    decimal_number,
    is_blank,
    iso_date,
    one_of,
    plausible_day,
    required,
    text,
    whole_number,
    yes_no,
)

Read = Callable[[Mapping[str, Cell], str], object]


def said_of(read: Read, value: Cell) -> str:
    """The reason why a cell rejects its row, which names column and value too."""
    with pytest.raises(Unreadable) as caught:
        read({"Fin": value}, "Fin")
    rejected = caught.value.rejected
    assert rejected.column == "Fin"
    assert rejected.value == ("" if value is None else str(value).strip())
    return rejected.reason.message.format_map(dict(rejected.reason.args))


class TestBlankRows:
    @pytest.mark.parametrize("cells", [{}, {"a": ""}, {"a": " \t\u00a0", "b": None}])
    def test_nothing_but_space_is_blank(self, cells: Mapping[str, Cell]) -> None:
        assert is_blank(cells)

    @pytest.mark.parametrize("value", [0, False, "0", "-"])
    def test_a_nought_is_something(self, value: Cell) -> None:
        assert not is_blank({"a": "", "b": value})


class TestTexts:
    @pytest.mark.parametrize(
        ("value", "read"),
        [
            (" C-1008\u00a0", "C-1008"), ("", ""), (None, ""), (1008, "1008"),
            (Decimal("7.5"), "7.5"),
        ],
    )
    def test_what_stands_around_it_is_no_part_of_it(self, value: Cell, read: str) -> None:
        assert text({"id": value}, "id") == read

    def test_a_missing_column_is_empty(self) -> None:
        assert text({}, "id") == ""

    @pytest.mark.parametrize("value", ["", "  ", None])
    def test_one_that_must_be_there(self, value: Cell) -> None:
        with pytest.raises(Unreadable) as caught:
            required({"id": value}, "id")
        assert caught.value.rejected.reason.message == "is empty; every row needs it"
        assert required({"id": " C-1 "}, "id") == "C-1"


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "number"),
        [
            ("1200", 1200),
            ("1 200", 1200),
            ("1\u00a0200", 1200),
            ("1\u202f200", 1200),
            ("1'200", 1200),
            ("1’200", 1200),
            (" 1 234 567 ", 1234567),
            ("+5", 5),
            ("0", 0),
            ("007", 7),
            (25, 25),
            (Decimal("25"), 25),
        ],
    )
    def test_whole_numbers_with_thousands_set_off(self, value: Cell, number: int) -> None:
        assert whole_number({"Fin": value}, "Fin") == number

    @pytest.mark.parametrize(
        "value",
        [
            "", None, "-1", "1.5", "1,200", "2 5", "1 2000", "12 00", "25 units", "1e3", "1_000",
            "١٢", "２５", "²", True, "9" * 16, "9" * 5000,
        ],
    )
    def test_what_is_no_whole_number(self, value: Cell) -> None:
        assert said_of(whole_number, value) == "is no whole number such as 25"

    @given(st.integers(0, 10**15 - 1), st.sampled_from(["", " ", "\u00a0", "\u202f", "'"]))
    def test_any_quantity_in_any_of_these_forms(self, number: int, between: str) -> None:
        written = f"{number:,}".replace(",", between)
        assert whole_number({"Fin": written}, "Fin") == number

    @pytest.mark.parametrize(
        ("value", "number"),
        [
            ("31.20", "31.20"),
            ("-5", "-5"),
            ("1 234.50", "1234.50"),
            (Decimal("7.5"), "7.5"),
            (31, "31"),
        ],
    )
    def test_decimals(self, value: Cell, number: str) -> None:
        assert decimal_number({"Fin": value}, "Fin") == Decimal(number)

    @pytest.mark.parametrize(
        "value", ["", None, "31,20", "1.234,50", "NaN", "Infinity", "1e9", "1_000", "٣", ".5", "5."]
    )
    def test_what_is_no_decimal(self, value: Cell) -> None:
        assert said_of(decimal_number, value) == "is no number such as 31.20"


class TestWords:
    @pytest.mark.parametrize("value", ["Grand compte", "GRAND COMPTE", " grand compte "])
    def test_case_does_not_matter_in_the_file(self, value: str) -> None:
        words = {"pme": "small_business", "grand compte": "enterprise"}
        assert one_of({"Segment": value}, "Segment", words) == "enterprise"

    def test_nor_in_the_layout(self) -> None:
        assert one_of({"Segment": "pme"}, "Segment", {"PME": "small_business"}) == "small_business"

    def test_another_word_is_answered_with_those_that_would_do(self) -> None:
        def segment(cells: Mapping[str, Cell], column: str) -> str:
            return one_of(cells, column, {"PME": "small_business", "Grand compte": "enterprise"})

        assert said_of(segment, "TPE") == "is none of PME, Grand compte"

    @pytest.mark.parametrize(
        ("value", "meant"), [("oui", True), ("NON", False), (True, True), (False, False)]
    )
    def test_yes_and_no_in_the_words_of_the_export(self, value: Cell, meant: bool) -> None:
        assert yes_no({"En service": value}, "En service", "Oui", "Non") is meant

    @pytest.mark.parametrize("value", ["", None, "peut-être", 1])
    def test_neither_yes_nor_no(self, value: Cell) -> None:
        assert said_of(yes_no, value) == "is none of yes, no"


LAST_DAY = date(2026, 12, 31)
READERS = [iso_date, day_month_year, day_named_month_year]


class TestDates:
    @pytest.mark.parametrize(
        ("read", "value"),
        [
            (iso_date, "2026-12-31"),
            (iso_date, " 2026-12-31 "),
            (iso_date, "2026-12-31T23:59:59"),
            (iso_date, "2026-12-31T23:59:59Z"),
            (iso_date, "2026-12-31 23:59:59+00:00"),
            (iso_date, "2026-12-31T22:00:00-01:30"),
            (iso_date, "2027-01-01T01:00:00+02:00"),
            (day_month_year, "31/12/2026"),
            (day_named_month_year, "31-DEC-2026"),
            (day_named_month_year, "31-dec-2026"),
        ],
    )
    def test_the_last_day_of_a_year(self, read: Read, value: str) -> None:
        assert read({"Fin": value}, "Fin") == LAST_DAY

    @pytest.mark.parametrize(
        ("read", "value", "day"),
        [
            (day_month_year, "03/04/2026", date(2026, 4, 3)),
            (day_month_year, "3/4/2026", date(2026, 4, 3)),
            (day_named_month_year, "1-APR-2016", date(2016, 4, 1)),
            (iso_date, "2026-12-31T23:59:59-05:00", date(2027, 1, 1)),
            (iso_date, "2028-02-29", date(2028, 2, 29)),
        ],
    )
    def test_the_order_is_the_layouts_and_a_stamp_counts_as_its_utc_date(
        self, read: Read, value: str, day: date
    ) -> None:
        assert read({"Fin": value}, "Fin") == day

    @pytest.mark.parametrize("read", READERS)
    @pytest.mark.parametrize("value", [LAST_DAY, datetime.fromisoformat("2026-12-31T08:12")])
    def test_a_workbooks_own_date_needs_no_reading(self, read: Read, value: Cell) -> None:
        assert read({"Fin": value}, "Fin") == LAST_DAY

    @pytest.mark.parametrize("read", READERS)
    @pytest.mark.parametrize(
        "value", ["", None, "soon", "31.12.2026", 46387, "31/12/26", "//", "--"]
    )
    def test_what_is_no_date(self, read: Read, value: Cell) -> None:
        assert said_of(read, value).startswith("is no date such as ")

    @pytest.mark.parametrize(
        ("read", "value", "example"),
        [
            (iso_date, "31/12/2026", "2026-12-31"),
            (iso_date, "2026-02-29", "2026-12-31"),
            (iso_date, "0001-01-01T00:00:00+05:00", "2026-12-31"),
            (iso_date, "9999-12-31T23:59:59-05:00", "2026-12-31"),
            (day_month_year, "2026-12-31", "31/12/2026"),
            (day_month_year, "12/31/2026", "31/12/2026"),
            (day_month_year, "31/04/2026", "31/12/2026"),
            (day_month_year, "٣١/١٢/٢٠٢٦", "31/12/2026"),
            (day_month_year, "３１/１２/２０２６", "31/12/2026"),
            (day_month_year, "0031/12/2026", "31/12/2026"),
            (day_named_month_year, "31-DÉC-2026", "31-DEC-2026"),
            (day_named_month_year, "31-12-2026", "31-DEC-2026"),
            (day_named_month_year, "29-FEB-2026", "31-DEC-2026"),
            (day_named_month_year, "٣١-DEC-٢٠٢٦", "31-DEC-2026"),
        ],
    )
    def test_a_date_of_another_kind_is_never_guessed_at(
        self, read: Read, value: str, example: str
    ) -> None:
        assert said_of(read, value) == f"is no date such as {example}"

    @given(st.dates())
    def test_any_day_in_its_own_form(self, day: date) -> None:
        month = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV",
                 "DEC"][day.month - 1]
        cells = {
            "iso": day.isoformat(),
            "french": f"{day.day:02}/{day.month:02}/{day.year:04}",
            "named": f"{day.day:02}-{month}-{day.year:04}",
        }
        assert iso_date(cells, "iso") == day
        assert day_month_year(cells, "french") == day
        assert day_named_month_year(cells, "named") == day

    @pytest.mark.parametrize(
        ("value", "fits"),
        [("1979-12-31", False), ("1980-01-01", True), ("2199-12-31", True), ("2200-01-01", False)],
    )
    def test_a_period_begins_and_ends_between_1980_and_2199(self, value: str, fits: bool) -> None:
        def read(cells: Mapping[str, Cell], column: str) -> date:
            return plausible_day(cells, column, iso_date)

        if fits:
            assert read({"Cell": value}, "Cell") == date.fromisoformat(value)
        else:
            assert said_of(read, value) == "lies outside the years 1980 to 2199"
        assert said_of(read, "soon") == "is no date such as 2026-12-31"
