"""Import, due, show, options, quote, quotes, explain: as scripts rely on them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from resellerdesk.core.money import decimal_text, digits
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.quoting_customers import CustomerQuote, quote_customer

from cli.conftest import runner
from cli.typing_in import Typed

CAFE, LATE, KESTREL = "software:2368167839", "software:3039081424", "software:KES-0001"

def is_money(text: Any, currency: str) -> bool:
    """A string with the currency's decimals, and no other form of money."""
    return isinstance(text, str) and bool(
        re.fullmatch(rf"-?\d+\.\d{{{digits(currency)}}}" if digits(currency) else r"-?\d+", text)
    )


class TestImport:
    def test_the_samples_into_a_new_desk(
        self, tmp_path: Path, samples: Path, software_files: list[Path],
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        said = runner(capsys)("--db", tmp_path / "new.db", "import", *software_files, "--json")
        assert (said.status, said.err) == (0, "")
        french = next(item for item in said.json if item["layout"] == "software-certificats")
        assert french == {
            "file": str(samples / "software-certificats.csv"), "layout": "software-certificats",
            "read": 301, "created": 300, "updated": 0, "unchanged": 1, "rejected": [],
            "findings": [],
        }
        assert [item["file"] for item in said.json] == [str(file) for file in software_files]

    def test_rejected_rows_are_status_3_and_counted_as_a_spreadsheet_does(
        self, typed: Typed, tmp_path: Path, samples: Path
    ) -> None:
        lines = (samples / "software-certificats.csv").read_text("cp1252").splitlines()
        bad = [lines[0], lines[1], "", lines[2].replace("C-1017", "C-0"),
               lines[3].replace("09/05/2027", "soon")]
        path = tmp_path / "bad.csv"
        path.write_text("\n".join(bad), "cp1252")
        said = typed("import", path, "--json")
        assert said.status == 3
        [report] = said.json
        assert (report["read"], report["unchanged"]) == (3, 1)
        assert report["rejected"] == [
            {"row": 4, "column": "N° client", "value": "C-0",
             "reason": "is no customer's number, and no account number of Symantec that we know; "
             "import the customer or the alias first"},
            {"row": 5, "column": "Fin", "value": "soon",
             "reason": "is no date such as 31/12/2026"},
        ]
        text = typed("import", path)
        assert text.status == 3
        assert "  row 5, Fin: 'soon' is no date such as 31/12/2026" in text.out.splitlines()

    def test_a_dry_run_changes_nothing(self, tmp_path: Path, samples: Path,
                                       capsys: pytest.CaptureFixture[str]) -> None:
        typed, new = runner(capsys), tmp_path / "new.db"
        said = typed("import", samples / "customers.csv", "--dry-run", "--json", "--db", new)
        assert said.json[0]["created"] == 29
        assert typed("customers", "--json", "--db", new).json == []

    def test_progress_goes_to_standard_error(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = [f"SKU-{n},software,EUR,12,1,1.00,2026-01-01,Acme" for n in range(20_500)]
        rows.insert(5, "BAD,software,EUR,12,1,x,2026-01-01,Acme")
        header = "sku,family,currency,term_months,min_quantity,unit_price,valid_from,vendor"
        path = tmp_path / "prices.csv"
        path.write_text("\n".join([header, *rows]))
        said = runner(capsys)("import", path, "--json", "--db", tmp_path / "new.db")
        assert said.status == 3
        assert said.json[0]["created"] == 20_500
        assert said.err == f"{path}: 10000 rows read\n{path}: 20000 rows read\n"

    def test_a_name_that_is_no_utf_8_is_shown_as_near_as_can_be(
        self, typed: Typed, tmp_path: Path, samples: Path
    ) -> None:
        path = tmp_path / "caf\udce9.csv"
        path.write_bytes((samples / "software-certificats.csv").read_bytes())
        [report] = typed("import", path, "--json").json
        assert report["file"] == f"{tmp_path}/caf\ufffd.csv"


class TestDue:
    def test_each_row_has_its_keys_and_money_with_the_currencys_decimals(
        self, typed: Typed
    ) -> None:
        rows = typed("due", "--within", 400, "--json").json
        assert set(rows[0]) == {
            "ref", "family", "customer_id", "customer", "description", "quantity", "end",
            "days_left", "situation", "state", "phase", "owner", "value", "currency",
        }
        assert all(row["value"] is None or is_money(row["value"], row["currency"]) for row in rows)
        assert {row["currency"] for row in rows} >= {"EUR", "JPY", "GBP"}
        assert [(row["end"], row["ref"]) for row in rows] == sorted(
            (row["end"], row["ref"]) for row in rows
        )
        assert all(date.fromisoformat(row["end"]).isoformat() == row["end"] for row in rows)

    def test_a_row_in_full(self, typed: Typed) -> None:
        [row] = typed("due", "--search", "2368167839", "--json").json
        assert row == {
            "ref": CAFE, "family": "software", "customer_id": "C-1009",
            "customer": "Éditions du Vieux-Port", "description": "Endpoint Protection, Essential",
            "quantity": 50, "end": "2026-11-26", "days_left": 2, "situation": "on_time",
            "state": "due", "phase": "open", "owner": "aiko", "value": "1482.00",
            "currency": "EUR",
        }

    def test_as_a_table_the_columns_stand_under_each_other(self, typed: Typed) -> None:
        said = typed("due", "--within", 60, "--customer", "C-1030", "--family", "software")
        titles, row = said.out.splitlines()
        assert "東京精密機器株式会社" in row
        at = cell_len(titles[: titles.index("What")])
        assert cell_len(row[: row.index("Endpoint")]) == at

    def test_nothing_due_is_an_empty_list_or_a_hint(self, typed: Typed) -> None:
        assert typed("due", "--customer", "C-9", "--json").json == []
        said = typed("due", "--customer", "C-9")
        assert (said.status, said.out) == (0, "")
        assert said.err.startswith("nothing is due; ")

    def test_grace_by_the_vendors_days(self, typed: Typed) -> None:
        def situations(day: str) -> dict[str, str]:
            rows = typed("due", "--as-of", day, "--json").json
            return {row["ref"].removeprefix("software:"): row["situation"] for row in rows}

        assert situations("2016-05-08")["2016000001"] == "in_grace"
        assert situations("2016-05-09")["2016000001"] == "lapsed"
        assert situations("2016-10-02")["2016000004"] == "in_grace"
        assert situations("2016-10-03")["2016000004"] == "lapsed"
        assert situations("2026-11-29")["KES-0001"] == "in_grace"  # its 15th day
        assert situations("2026-11-30")["KES-0001"] == "lapsed"


class TestShowAndOptions:
    def test_show_by_the_reference_alone_or_with_its_family(self, typed: Typed) -> None:
        one, two = typed("show", "KES-0001", "--json"), typed("show", KESTREL, "--json")
        assert one == two
        shown = one.json
        assert (shown["ref"], shown["start"], shown["end"]) == (
            KESTREL, "2025-11-15", "2026-11-14"
        )
        assert (shown["situation"], shown["grace_end"]) == ("in_grace", "2026-11-29")
        assert shown["details"]["certificate"] == "KC000001"
        [event] = shown["history"]
        assert set(event) == {"at", "by", "what"}
        assert event["by"] == "marie"
        assert event["what"].startswith("opened from ")

    def test_options_have_totals_before_tax(self, typed: Typed) -> None:
        first, *_ = found = typed("options", LATE, "--json").json
        assert [item["key"] for item in found] == ["essential-12", "essential-24", "essential-36"]
        assert (first["total"], first["difference"]) == ("178.55", "0.00")
        assert (first["recommended"], first["current"]) == (True, True)
        assert (first["start"], first["end"]) == ("2026-11-24", "2027-11-23")
        assert first["addons"][0] == {
            "key": "premium", "title": "Premium Support", "total": "9500.00"
        }
        assert not any("why" in item for item in found)

    def test_one_without_a_price_has_null_and_says_why(self, typed: Typed) -> None:
        [option] = typed("options", "2016000000", "--json").json
        assert (option["key"], option["total"], option["difference"]) == ("repurchase", None, None)
        assert option["why"].startswith("price on request: SEP-ESS-NEW of Symantec")


class TestQuote:
    def test_in_full(self, typed: Typed) -> None:
        said = typed("quote", CAFE, "--align", "2028-01-02", "--discount", "7.5", "--json")
        quote = said.json
        assert (said.status, said.err) == (0, "")
        [line] = quote.pop("lines")
        assert line | {"how": "", "facts": {}} == {
            "ref": CAFE, "family": "software", "sku": "SEP-ESS-REN",
            "description": "Endpoint Protection, Essential", "kind": "renewal",
            "start": "2026-11-27", "end": "2028-01-02", "days": 402, "quantity": 50,
            "unit_list": "32.64", "discount_percent": "7.5", "unit_net": "30.19",
            "amount": "1509.50", "how": "", "facts": {},
        }
        assert {key: quote[key] for key in (
            "number", "revision", "status", "customer_id", "currency", "as_of", "valid_until",
            "language", "subtotal", "total", "alternatives", "pdf",
        )} == {
            "number": "Q-2026-0001", "revision": 1, "status": "open", "customer_id": "C-1009",
            "currency": "EUR", "as_of": "2026-11-24", "valid_until": "2026-11-26",
            "language": "fr", "subtotal": "1509.50", "total": "1811.40", "alternatives": [],
            "pdf": None,
        }
        assert quote["tax"] == [
            {"label": "TVA 20\u00a0%", "rate": "20", "base": "1509.50",
             "amount": "301.90", "note": ""}
        ]
        [point] = quote["open_points"]
        assert point["ref"] == CAFE

    def test_a_dry_run_has_no_number_and_no_revision(self, typed: Typed) -> None:
        quote = typed("quote", CAFE, "--dry-run", "--json").json
        assert (quote["number"], quote["revision"], quote["pdf"]) == (None, None, None)
        assert typed("quotes", "--json").json == []
        assert typed("show", CAFE, "--json").json["state"] == "due"

    def test_no_field_of_a_line_is_null(self, typed: Typed) -> None:
        words = ("--option", "essential-12+premium+education+consulting+cyber")
        quote = typed("quote", LATE, *words, "--dry-run", "--json").json
        assert {line["kind"] for line in quote["lines"]} == {
            "back_maintenance", "reinstatement_fee", "renewal", "support", "service",
        }
        for line in quote["lines"]:
            assert None not in line.values()
            assert None not in line["facts"].values()
            assert all(is_money(line[key], "EUR") for key in ("unit_list", "unit_net", "amount"))

    def test_margin_is_there_when_asked_for_and_unknown_where_the_cost_is(
        self, typed: Typed
    ) -> None:
        [line] = typed(
            "quote", CAFE, "--align", "2028-01-02", "--discount", "7.5", "--margin", "--dry-run",
            "--json",
        ).json["lines"]
        assert (line["unit_cost"], line["margin"], line["margin_percent"]) == (
            "26.11", "204.00", "13.5"
        )
        plain = typed("quote", CAFE, "--dry-run", "--json").json["lines"][0]
        assert not {"unit_cost", "margin", "margin_percent"} & set(plain)
        [of_2016] = typed(
            "quote", "2016000001", "--as-of", "2016-04-10", "--margin", "--dry-run", "--json"
        ).json["lines"]
        assert (of_2016["unit_cost"], of_2016["margin"], of_2016["margin_percent"]) == (
            None, None, None
        )

    def test_in_yen_there_are_no_decimals(self, typed: Typed) -> None:
        typed("settings", "reseller.vat_number", "")
        typed("settings", "reseller.country", "JP")
        quote = typed(
            "quote", "2016000005", "--as-of", "2016-10-02", "--language", "en", "--json"
        ).json
        assert (quote["subtotal"], quote["total"]) == ("726600", "784728")
        assert quote["tax"] == [
            {"label": "Consumption tax 8 %", "rate": "8", "base": "726600", "amount": "58128",
             "note": ""}
        ]

    def test_words_in_a_row_are_as_good_as_repeated(self, typed: Typed) -> None:
        in_a_row = typed(
            "quote", CAFE, KESTREL, "--quantity", f"{CAFE}=5", "KES-0001=7", "--option",
            "essential-12", f"{KESTREL}=essential-36", "--dry-run", "--json",
        )
        repeated = typed(
            "quote", "--quantity", f"{CAFE}=5", "--quantity", "KES-0001=7", CAFE, "--option",
            "essential-12", "--option", f"{KESTREL}=essential-36", KESTREL, "--dry-run", "--json",
        )
        assert in_a_row.json == repeated.json
        assert [(line["quantity"], line["end"]) for line in in_a_row.json["lines"]] == [
            (5, "2027-11-26"), (7, "2029-11-14"),
        ]

    def test_several_alternatives_in_a_row(self, typed: Typed) -> None:
        quote = typed(
            "quote", CAFE, "--alternative", "essential-24", "essential-36", "--dry-run", "--json"
        ).json
        assert [other["key"] for other in quote["alternatives"]] == [
            "essential-24", "essential-36"
        ]
        for other in quote["alternatives"]:
            assert set(other) >= {"key", "title", "subtotal", "tax", "total", "lines"}

    def test_the_pdf_is_what_quotes_gives_out_again(self, typed: Typed, tmp_path: Path) -> None:
        first, again = tmp_path / "q.pdf", tmp_path / "again.pdf"
        quote = typed("quote", CAFE, "--pdf", first, "--json").json
        assert quote["pdf"] == str(first)
        assert typed("quotes", quote["number"], "--pdf", again, "--json").json["pdf"] == str(again)
        assert first.read_bytes() == again.read_bytes()
        assert first.read_bytes().startswith(b"%PDF-")

    def test_nothing_is_stored_where_the_pdf_cannot_be_written(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        said = typed("quote", CAFE, "--pdf", tmp_path / "missing" / "q.pdf").refusal
        assert "there is no folder" in said
        assert typed("quotes", "--json").json == []
        assert typed("show", CAFE, "--json").json["state"] == "due"

    def test_as_text_every_figure_of_the_json(self, typed: Typed) -> None:
        words = ("quote", LATE, "--option", "essential-12+premium+education", "--discount", "10",
                 "--dry-run")
        text, quote = typed(*words).out, typed(*words, "--json").json
        for line in quote["lines"]:
            assert f"{line['unit_list']}" in text
            assert line["amount"] in text
        assert re.search(r"Subtotal +9490\.70\n", text)
        assert "Valid until 2026-12-24" in text


class TestQuotesOfCustomers:
    def test_one_each_of_what_is_due(self, typed: Typed) -> None:
        said = typed("quote", "--customer", "C-1008", "C-1009", "--within", 30, "--json")
        assert [quote["customer_id"] for quote in said.json] == ["C-1008", "C-1009"]
        assert [quote["number"] for quote in said.json] == ["Q-2026-0001", "Q-2026-0002"]

    def test_a_line_without_a_price_is_left_out_and_told_with_status_3(
        self, typed: Typed
    ) -> None:
        said = typed("quote", "--customer", "C-1008", "--within", 30, "--json")
        assert said.status == 3
        assert "software:2016000000" not in {line["ref"] for line in said.json[0]["lines"]}
        assert said.err.startswith("resellerdesk: software:2016000000 is left out: price on")

    def test_how_far_it_is_is_told_beside_the_answer(self, typed: Typed) -> None:
        said = typed("quote", "--customer", "C-1009", "C-9", "C-1016", "--within", 30, "--json")
        assert [quote["number"] for quote in said.json] == ["Q-2026-0001", "Q-2026-0002"]
        assert [line for line in said.err.splitlines() if " of 3: " in line] == [
            "1 of 3: C-1009: Q-2026-0001", "2 of 3: C-9: no quote", "3 of 3: C-1016: Q-2026-0002",
        ]

    def test_one_whose_pdf_cannot_be_written_stops_no_other(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        (tmp_path / "Q-2026-0001.pdf").mkdir()
        said = typed("quote", "--customer", "C-1009", "C-1016", "--within", 30, "--pdf", tmp_path,
                     "--json")
        assert said.status == 3
        assert [quote["pdf"] for quote in said.json] == [None, str(tmp_path / "Q-2026-0002.pdf")]
        assert "resellerdesk: C-1009: Q-2026-0001 has no PDF: " in said.err

    def test_an_unforeseen_error_at_one_names_it_and_stops_no_other(
        self, typed: Typed, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(desk: Desk, customer: str, *args: Any) -> CustomerQuote:
            if customer == "C-1009":
                raise ZeroDivisionError("by hand")
            return quote_customer(desk, customer, *args)

        monkeypatch.setattr("resellerdesk.cli.quoting.quote_customer", broken)
        said = typed("quote", "--customer", "C-1009", "C-1016", "--within", 30, "--json")
        assert said.status == 3
        assert [quote["customer_id"] for quote in said.json] == ["C-1016"]
        assert "C-1009: no quote: an error in ResellerDesk itself: ZeroDivisionError" in said.err
        assert "Traceback" not in said.err

    def test_wishes_for_one_ref_reach_its_customers_quote(self, typed: Typed) -> None:
        said = typed(
            "quote", "--customer", "C-1016", "C-1009", "--within", 30, "--quantity",
            f"{LATE}=3", f"{CAFE}=7", "--dry-run", "--json",
        )
        lines = [line for quote in said.json for line in quote["lines"]]
        asked = {line["ref"]: line["quantity"] for line in lines if line["kind"] == "renewal"}
        assert (asked[LATE], asked[CAFE]) == (3, 7)

    def test_a_wish_for_a_ref_of_nobody_is_refused_before_any_quote(self, typed: Typed) -> None:
        said = typed("quote", "--customer", "C-1009", "--quantity", "software:nobody=3")
        assert said.status == 2
        assert "software:nobody is none of the REFs" in said.err
        assert typed("quotes", "--json").json == []

    def test_pdfs_go_into_a_folder(self, typed: Typed, tmp_path: Path) -> None:
        said = typed("quote", "--customer", "C-1009", "--within", 30, "--pdf", tmp_path, "--json")
        assert said.json[0]["pdf"] == str(tmp_path / "Q-2026-0001.pdf")
        assert (tmp_path / "Q-2026-0001.pdf").exists()


class TestQuotes:
    @pytest.fixture
    def quoted(self, typed: Typed) -> Typed:
        typed("quote", CAFE)      # valid until 26 November
        typed("quote", LATE)      # valid until 24 December
        return typed

    def test_listed_with_their_status_on_the_day(self, quoted: Typed) -> None:
        listed = quoted("quotes", "--as-of", "2026-11-27", "--json").json
        assert [(q["number"], q["status"], q["valid_until"]) for q in listed] == [
            ("Q-2026-0001", "expired", "2026-11-26"), ("Q-2026-0002", "open", "2026-12-24"),
        ]
        assert quoted("quotes", "Q-2026-0001", "--as-of", "2026-11-27", "--json").json[
            "status"] == "expired"

    @pytest.mark.parametrize(
        ("words", "found"),
        [
            ((), ["Q-2026-0001", "Q-2026-0002"]),
            (("--open", "--as-of", "2026-11-27"), ["Q-2026-0002"]),
            (("--expiring", "2"), ["Q-2026-0001"]),
            (("--expiring", "1"), []),
            (("--expiring", "9999999999"), ["Q-2026-0001", "Q-2026-0002"]),
            (("--customer", "C-1016"), ["Q-2026-0002"]),
            (("--customer", "C-9"), []),
        ],
    )
    def test_only_those_asked_for(
        self, quoted: Typed, words: tuple[str, ...], found: list[str]
    ) -> None:
        assert [q["number"] for q in quoted("quotes", *words, "--json").json] == found

    def test_one_again_is_what_was_made(self, typed: Typed) -> None:
        made = typed("quote", CAFE, "--align", "2028-01-02", "--margin", "--json").json
        again = typed("quotes", "Q-2026-0001", "--margin", "--json").json
        assert {key: again[key] for key in made} == made
        assert typed("quotes", "Q-2026-0001", "--revision", 2).refusal == (
            "there is no quote Q-2026-0001 revision 2; quotes lists them"
        )

    def test_explain_goes_from_the_price_row_to_the_amount(self, typed: Typed) -> None:
        typed("quote", CAFE, "--align", "2028-01-02", "--discount", "7.5")
        [line] = typed("explain", "Q-2026-0001", "--json").json
        assert (line["ref"], line["sku"]) == (CAFE, "SEP-ESS-REN")
        steps = {step["step"]: step["value"] for step in line["derivation"]}
        assert {name: steps[name] for name in ("exact", "unit_list", "unit_net", "amount",
                                               "unit_cost")} == {
            "exact": "199082/61 minor units", "unit_list": "32.64", "unit_net": "30.19",
            "amount": "1509.50", "unit_cost": "26.11",
        }
        assert all(isinstance(step["value"], str) for step in line["derivation"])
        assert "199082/61" in typed("explain", "Q-2026-0001").out


def test_every_printed_figure_recomputes_from_those_beside_it(typed: Typed) -> None:
    """All that is due, by customer: nobody has to trust a total."""
    customers = {row["customer_id"] for row in typed("due", "--json").json}
    quotes = typed("quote", "--customer", *sorted(customers), "--discount", "7.5", "--dry-run",
                   "--json").json
    assert len(quotes) > 20
    for quote in quotes:
        places = 10 ** digits(quote["currency"])

        def minor(text: str, places: int = places) -> int:
            return round(float(text) * places)

        for line in quote["lines"]:
            assert minor(line["unit_net"]) * line["quantity"] == minor(line["amount"])
        subtotal = sum(minor(line["amount"]) for line in quote["lines"])
        tax = sum(minor(item["amount"]) for item in quote["tax"])
        assert decimal_text(subtotal, quote["currency"]) == quote["subtotal"]
        assert decimal_text(subtotal + tax, quote["currency"]) == quote["total"]
