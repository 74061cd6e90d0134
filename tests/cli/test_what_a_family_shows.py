"""Facts and tables of the families, as somebody at the command line reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from resellerdesk.cli.fact_text import word

from cli.typing_in import Typed

CERTIFICATE, UNIT = "ssl:990200001", "hardware:4200645771"
SUBSCRIPTION = "cloud:08fcc90d-f2bf-4534-a7b8-01cf2311f2cc"
SCHEDULE = [
    ["2026-11-24", "2027-06-11", "200", "yes"], ["2027-05-12", "2027-08-19", "100", "yes"],
    ["2027-07-20", "2027-10-27", "100", "no"], ["2027-09-27", "2027-12-17", "82", "yes"],
]


def rows_below(said: str, title: str, count: int) -> list[list[str]]:
    """The rows of the table whose line of column titles follows a line."""
    lines = said.splitlines()
    at = next(n for n, line in enumerate(lines) if line.strip().startswith(title))
    return [line.split() for line in lines[at + 2 : at + 2 + count]]


def test_levels_stand_side_by_side_with_response_and_difference(typed: Typed) -> None:
    titles, *rows = typed("options", UNIT).out.splitlines()
    assert titles.split()[-3:] == ["EUR", "Difference", "Response"]
    assert [" ".join(row[titles.index("End") + 12 :].split()) for row in rows[:4]] == [
        "431.62 0.00 10 days after receipt recommended, current",
        "751.86 320.24 replacement sent ahead",
        "1239.17 807.55 next business day",
        "2339.11 1907.49 4 hours, 24x7",
    ]


def test_what_all_options_have_alike_is_no_column(typed: Typed) -> None:
    assert "Serial number" not in typed("options", UNIT).out
    assert typed("options", "2368167839").out.splitlines()[0].split() == [
        "Option", "Start", "End", "EUR", "Difference"
    ]


def test_the_schedule_of_certificates_stands_with_options_quote_and_show(typed: Typed) -> None:
    options = typed("options", CERTIFICATE).out
    assert rows_below(options, "Certificates for www.lenoir.example until", 4) == SCHEDULE
    quote = typed("quote", CERTIFICATE, "--language", "en", "--dry-run").out
    assert rows_below(quote, "Certificates for www.lenoir.example until", 4) == SCHEDULE
    assert rows_below(typed("show", CERTIFICATE).out, "schedule:", 4) == SCHEDULE


def test_of_two_plans_on_a_quote_each_has_its_own_schedule(typed: Typed) -> None:
    said = typed("quote", CERTIFICATE, "670725925", "--language", "en", "--dry-run").out
    assert rows_below(said, "Certificates for www.lenoir.example until", 4) == SCHEDULE
    [first, *_] = rows_below(said, "Certificates for shop.customer-104.example until", 4)
    assert first == SCHEDULE[0]


def test_old_certificate_and_new_request_stand_field_by_field(
    typed: Typed, samples: Path
) -> None:
    files = samples / "ssl"
    typed("advance", CERTIFICATE, "check", "--set", f"old=@{files / 'old.pem'}",
          f"request=@{files / 'name-and-key-changed.csr'}")
    said = typed("show", CERTIFICATE).out
    rows = rows_below(said, "comparison:", 6)
    assert [(row[0], row[-2], row[-1]) for row in rows] == [
        ("Common", "yes", "yes"), ("Organisation", "no", "no"), ("City", "yes", "yes"),
        ("Country", "no", "no"), ("Alternative", "yes", "no"), ("Key", "yes", "no"),
    ]
    assert "               -----BEGIN CERTIFICATE REQUEST-----\n" in said


def test_invoices_are_a_table_and_nothing_is_shown_as_python_writes_it(typed: Typed) -> None:
    said = typed("show", SUBSCRIPTION).out
    assert rows_below(said, "invoices:", 1) == [["INV-45580", "2467.24", "2467.24"]]
    for ref in (SUBSCRIPTION, CERTIFICATE, UNIT, "2368167839"):
        assert not set("{}[]'") & set(typed("show", ref).out)


@pytest.mark.parametrize(
    ("value", "said"),
    [(True, "yes"), (False, "no"), (None, ""), ("", ""), ([], ""), ({}, ""), (0, "0"),
     (["a", "b"], "a, b"), ({"I-1": "5.00", "I-2": True}, "I-1: 5.00, I-2: yes")],
)
def test_a_value_in_a_word(value: object, said: str) -> None:
    assert word(value) == said
