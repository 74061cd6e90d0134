"""Files come in: recognised, checked, merged; bad rows are left out alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.customers import show_customer
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import check_files, import_files
from resellerdesk.desk.settings import set_settings
from resellerdesk.store.settings import values_stamp

from desk.exports import customer, licence, price, without, write
from desk.quay import AS_OF, CUSTOMERS, Quay, counts, reasons


def everything(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, to see what a second import changes: nothing."""
    with desk.store.read() as db:
        tables = db.execute(
            "select name from sqlite_master where type = 'table' and name not like '%search%'"
        ).fetchall()
        return {name: db.execute(f"select * from {name}").fetchall() for (name,) in tables}


class TestSamples:
    def test_all_files_as_they_come(self, empty_desk: Desk, software_files: list[Path]) -> None:
        reports = {Path(r.file).stem: r for r in import_files(empty_desk, software_files)}
        assert {name: counts(report) for name, report in reports.items()} == {
            "catalogue": (20, 0, 0, 0),
            "customer-aliases": (6, 0, 0, 0),
            "customers": (29, 0, 0, 0),
            "kestrel-licenses": (4, 0, 0, 0),
            "kestrel-policy": (4, 0, 0, 0),
            "kestrel-prices": (2, 0, 0, 0),
            "price-list": (2604, 0, 0, 0),
            "price-list-2016": (2, 0, 0, 0),
            "software-certificats": (300, 0, 1, 0),
            "software-licenses-2016": (6, 0, 0, 0),
        }
        assert {name: report.layout for name, report in reports.items()} == {
            "catalogue": "catalogue", "customer-aliases": "aliases", "customers": "customers",
            "kestrel-licenses": "software-licenses", "kestrel-policy": "policy",
            "kestrel-prices": "prices", "price-list": "prices", "price-list-2016": "prices",
            "software-certificats": "software-certificats",
            "software-licenses-2016": "software-licenses",
        }

    def test_a_second_run_changes_nothing(self, desk: Desk, software_files: list[Path]) -> None:
        before = everything(desk)
        for report in import_files(desk, software_files):
            assert counts(report) == (0, 0, report.read, 0)
        assert everything(desk) == before

    @pytest.mark.parametrize("seed", range(4))
    def test_the_order_of_the_files_does_not_matter(
        self, empty_desk: Desk, software_files: list[Path], seed: int
    ) -> None:
        paths = random.Random(seed).sample(software_files, len(software_files))
        reports = import_files(empty_desk, paths)
        assert [Path(report.file) for report in reports] == paths
        assert sum(report.created for report in reports if "licenses" in report.layout) == 10
        assert not [row for report in reports for row in report.rejected]

    def test_a_dry_run_reports_the_same_and_changes_nothing(
        self, empty_desk: Desk, software_files: list[Path]
    ) -> None:
        before = everything(empty_desk)
        reported = check_files(empty_desk, software_files)
        assert everything(empty_desk) == before
        assert reported == import_files(empty_desk, software_files)


class TestRecognising:
    def test_a_layout_may_be_named(self, quay: Quay) -> None:
        path = write(quay.folder / "odd.csv", licence())
        [report] = import_files(quay.desk, [path], "software-licenses")
        assert report.layout == "software-licenses"

    def test_a_layout_that_there_is_not_is_refused_with_those_that_there_are(
        self, quay: Quay
    ) -> None:
        path = write(quay.folder / "odd.csv", licence())
        with pytest.raises(Refusal) as caught:
            import_files(quay.desk, [path], "licences")
        said, _, layouts = str(caught.value).partition("; there are ")
        assert said == "there is no layout licences"
        assert {"aliases", "customers", "software-licenses"} <= set(layouts.split(", "))

    def test_a_file_of_nothing_known_stops_the_import_before_anything_is_merged(
        self, quay: Quay
    ) -> None:
        good = write(quay.folder / "a.csv", licence())
        odd = quay.folder / "b.csv"
        odd.write_text("Fruit,Colour\napple,red\n")
        with pytest.raises(Refusal, match=r"b\.csv: none of the first 20 rows is a header"):
            import_files(quay.desk, [good, odd])
        with pytest.raises(Refusal, match="R-1 names no entitlement"):
            quay.show("R-1")

    def test_a_missing_file_is_one_line(self, quay: Quay) -> None:
        with pytest.raises(Refusal) as caught:
            import_files(quay.desk, [quay.folder / "gone.csv"])
        assert str(caught.value).startswith(f"{quay.folder}/gone.csv: cannot be read: No such file")

    def test_the_same_file_named_twice_is_read_once(self, quay: Quay) -> None:
        path = write(quay.folder / "export.csv", licence())
        reports = import_files(quay.desk, [path, path])
        assert [counts(report) for report in reports] == [(1, 0, 0, 0)] * 2


class TestBadRows:
    def test_each_is_rejected_alone_by_the_row_that_a_spreadsheet_shows(self, quay: Quay) -> None:
        report = quay.take_in(
            licence("R-1"),
            licence("R-2", customer="C-9"),
            licence("R-3", covered="ten"),
            licence("R-4", end="31/12/2026"),
            licence("R-5", start="01-JAN-2027"),
            licence(""),
            licence("R-7"),
        )
        assert counts(report) == (2, 0, 0, 5)
        assert reasons(report) == [
            (3, "Account Number", "C-9",
             ("is no customer's number, and no account number of Symantec that we know; "
             "import the customer or the alias first")),
            (4, "Covered Qty", "ten", "is no whole number such as 25"),
            (5, "End Date", "31/12/2026", "is no date such as 31-DEC-2026"),
            (6, "End Date", "31-DEC-2026", "lies before the start, 1 January 2027"),
            (7, "Renewal ID", "", "is empty; every row needs it"),
        ]
        assert [row.ref for row in quay.due(within=60)] == ["software:R-1", "software:R-7"]

    def test_an_identical_row_counts_as_unchanged(self, quay: Quay) -> None:
        assert counts(quay.take_in(licence(), licence())) == (1, 0, 1, 0)

    def test_one_that_contradicts_an_earlier_row_is_rejected_naming_that(
        self, quay: Quay
    ) -> None:
        report = quay.take_in(licence(), licence("R-2"), licence(covered=9))
        assert counts(report) == (2, 0, 0, 1)
        assert reasons(report) == [
            (4, "Renewal ID", "R-1", "says something else than row 2, which was taken")
        ]
        assert quay.show("R-1").record.held.columns.quantity == 10

    def test_in_the_desks_own_tables_too(self, quay: Quay) -> None:
        report = quay.take_in(
            price("X", "1.00"), price("X", "1.00"), price("X", "2.00"), price("X", "-1"),
            price("X", "1.234", min_quantity=2), price("X", "3", currency="EURO"),
        )
        assert counts(report) == (1, 0, 1, 4)
        assert [(row, column, value) for row, column, value, _ in reasons(report)] == [
            (4, "sku", "Symantec X EUR 12 1 2026-01-01"), (5, "unit_price", "-1"),
            (6, "unit_price", "1.234"), (7, "currency", "EURO"),
        ]

    def test_an_unknown_rule_is_a_rejected_row(self, quay: Quay) -> None:
        rule = {"family": "software", "region": "*", "name": "grace_weeks",
                "effective": "2026-01-01", "value": "4"}
        report = quay.take_in(rule, rule | {"name": "grace_days", "value": "a month"})
        assert [(row, column, value) for row, column, value, _ in reasons(report)] == [
            (2, "name", "grace_weeks"), (3, "value", "a month"),
        ]


class TestCustomers:
    def test_the_number_decides_and_a_differing_name_is_a_finding(self, quay: Quay) -> None:
        report = quay.take_in(
            licence(name="Cafe du Port SARL"), licence("R-2", name="Café du Port")
        )
        assert counts(report) == (2, 0, 0, 0)
        [finding] = report.findings
        assert (finding.row, finding.about, finding.finding.key) == (2, "C-1", "customer_name")
        said = str(finding.finding.text)
        assert said == "Symantec calls customer C-1 Cafe du Port SARL; we call them Café du Port"
        found = show_customer(quay.desk, "C-1", AS_OF).findings
        assert [str(item.text) for item in found] == [said]

    def test_the_vendors_own_number_is_an_alias(self, quay: Quay) -> None:
        alias = {"vendor": "Symantec", "account_number": "SYM-7", "customer_id": "C-2"}
        quay.take_in(alias, name="aliases.csv")
        quay.take_in(licence(customer="SYM-7", name="Straßenbau Groß KG"))
        assert quay.show("R-1").record.held.columns.customer_id == "C-2"

    def test_an_alias_of_nobody_is_a_rejected_row(self, quay: Quay) -> None:
        alias = {"vendor": "Symantec", "account_number": "SYM-7", "customer_id": "C-9"}
        assert reasons(quay.take_in(alias)) == [
            (2, "customer_id", "C-9", "is no customer's number; import the customers first")
        ]

    def test_a_vat_number_that_fails_its_check_is_a_finding(self, quay: Quay) -> None:
        report = quay.take_in(customer("C-4", "Typo GmbH", country="DE", vat_number="DE290010962"))
        assert counts(report) == (1, 0, 0, 0)
        assert [str(item.finding.text) for item in report.findings] == [
            "VAT number DE290010962 fails the check of DE"
        ]

    def test_a_column_that_a_file_lacks_leaves_what_is_held(self, quay: Quay) -> None:
        report = quay.take_in(customer("C-2", "Straßenbau Groß AG", country="DE"))
        assert counts(report) == (0, 1, 0, 0)
        held = show_customer(quay.desk, "C-2", AS_OF).customer
        assert (held.name, held.vat_number) == ("Straßenbau Groß AG", "DE290010961")

    def test_an_empty_cell_empties_it(self, quay: Quay) -> None:
        quay.take_in(customer("C-2", "Straßenbau Groß KG", country="DE", vat_number=""))
        assert show_customer(quay.desk, "C-2", AS_OF).customer.vat_number == ""


class TestVendors:
    def test_a_file_that_names_none_means_the_layouts_plugins_vendor(self, quay: Quay) -> None:
        quay.take_in(licence())
        assert quay.show("R-1").record.held.columns.vendor == "Symantec"

    def test_or_the_one_that_is_set(self, quay: Quay) -> None:
        set_settings(quay.desk, {"vendor.default": "Broadcom"})
        quay.take_in(licence())
        assert quay.show("R-1").record.held.columns.vendor == "Broadcom"

    def test_or_the_one_in_the_row(self, quay: Quay) -> None:
        quay.take_in(licence(vendor="Kestrel"))
        assert quay.show("R-1").record.held.columns.vendor == "Kestrel"


class TestProgress:
    def test_long_files_say_how_far_they_are_bad_rows_and_all(self, quay: Quay) -> None:
        rows = [licence(f"R-{n}", covered=n % 7) for n in range(2500)]
        path = write(quay.folder / "long.csv", *rows)
        seen: list[tuple[str, int]] = []
        import_files(quay.desk, [path], progress=lambda what, done: seen.append((what, done)))
        assert seen == [(str(path), 1000), (str(path), 2000), (str(path), 2500)]

    def test_price_lists_too(self, quay: Quay) -> None:
        rows = [price(f"SKU-{n}", "1.00") for n in range(2500)]
        seen: list[int] = []
        path = write(quay.folder / "prices.csv", *rows)
        import_files(quay.desk, [path], progress=lambda _, done: seen.append(done))
        assert seen == [1000, 2000]


def test_only_what_changes_prices_or_rules_makes_values_stale(quay: Quay) -> None:
    def stamp() -> int:
        with quay.desk.store.read() as db:
            return values_stamp(db)

    first = stamp()
    quay.take_in(licence())
    quay.take_in(*CUSTOMERS)
    assert stamp() == first
    quay.take_in(price("SEP-ESS-REN", "40.00", valid_to="2026-12-31"))
    assert stamp() > first


def test_optional_columns_are_optional(quay: Quay) -> None:
    row = without(licence(), "name", "level", "In Use", "Certificate Number")
    assert counts(quay.take_in(row)) == (1, 0, 0, 0)
    assert quay.show("R-1").record.held.columns.details == {"licensed": 10}
