"""The header row is found by the columns that a layout needs, however they are dressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from resellerdesk.files.header import find_header

from files.opening import Open, Refused

KNOWN = [frozenset({"Qté", "SKU"})]


def names(*row: str) -> tuple[str, ...]:
    header = find_header("export.csv", [row], KNOWN)
    assert header is not None
    return header.names


def test_names_are_trimmed_and_spelt_one_way() -> None:
    assert names("  SKU ", "Qte\u0301", "In\n Use", "Site\u00a0Name") == (
        "SKU", "Qté", "In Use", "Site Name",
    )


def test_of_equal_names_the_first_keeps_it_and_empty_ones_are_told_by_their_column() -> None:
    assert names("SKU", "Note", "", "Qté", "Note", "") == (
        "SKU", "Note", "column 3", "Qté", "Note (column 5)", "column 6",
    )


@given(st.lists(st.sampled_from(["", "a", "column 1", "column 3", "a (column 3)"]), max_size=9))
def test_no_two_columns_have_one_name(more: list[str]) -> None:
    found = names("SKU", *more, "Qté")
    assert len({*found}) == len(found) == len(more) + 2


def test_the_first_row_with_all_columns_is_the_header() -> None:
    rows = [["SKU list"], ["SKU", "Product"], ["SKU", "Qté", "Fin"], ["Qté", "SKU"]]
    header = find_header("export.csv", rows, KNOWN)
    assert header is not None
    assert header.row == 3


def test_the_header_stands_in_the_first_20_rows(opened: Open, refused: Refused) -> None:
    table = b"customer_id,name\nC-1,Smith\n"
    assert opened(b"\n" * 19 + table).header_row == 20
    assert refused(b"\n" * 20 + table).startswith("export.csv: none of the first 20 rows")


def test_a_needed_column_that_is_there_twice_is_refused(refused: Refused) -> None:
    assert refused(b"customer_id,name,Name,name\nC-1,Smith,,Jones\n") == (
        "export.csv: the header in row 1 has name in 2 columns; rename all but the one that counts"
    )


def test_other_headers_are_named_with_what_the_nearest_layout_also_wants(
    refused: Refused,
) -> None:
    assert refused(b"Quarterly report\nRenewal ID;SKU;Expires\n1;2;3\n") == (
        "export.csv: none of the first 20 rows is a header of a known layout; found "
        "Renewal ID, SKU, Expires; the nearest layout also wants End Date"
    )


def test_where_nothing_is_near_a_header_that_would_do_is_named(refused: Refused) -> None:
    assert refused(b"Dear all,\nplease find the figures attached.\n") == (
        "export.csv: none of the first 20 rows is a header of a known layout; found "
        "Dear all; wanted is a header such as End Date, Renewal ID, SKU"
    )


def test_a_long_row_is_cut_where_it_is_named(refused: Refused) -> None:
    said = refused(b"one very long line of some text " * 40)
    assert f"found {('one very long line of some text ' * 4)[:120]}…; wanted" in said
