"""One quote of four families, from its figures to four renewals finished and the next ones open."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from cli.mixed import (
    GATEWAY,
    LICENCES,
    MIXED,
    PLAN,
    SUBSCRIPTION,
    UNIT,
    prepared,
    quoted,
    states,
    taken,
)
from cli.typing_in import Typed
from documents.reading import text_of

NUMBER = "Q-2026-0001"


class TestTheQuote:
    """docs/domain.md, section 11: two builds came to these figures independently."""

    def test_its_figures_to_the_cent(self, typed: Typed) -> None:
        quote = quoted(typed)
        keys = ("ref", "start", "end", "days", "quantity", "unit_list", "unit_net", "amount",
                "margin")
        assert [tuple(line[key] for key in keys) for line in quote["lines"]] == [
            (LICENCES, "2026-11-27", "2028-01-02", 402, 50, "32.64", "30.19", "1509.50", "204.00"),
            (SUBSCRIPTION, "2027-01-03", "2028-01-02", 365, 3, "26.90", "24.88", "74.64", "5.25"),
            (UNIT, "2027-02-01", "2027-09-30", 242, 1, "339.13", "313.70", "313.70", "62.74"),
            (PLAN, "2027-02-20", "2028-02-19", 365, 1, "920.00", "851.00", "851.00", "207.00"),
        ]
        assert (quote["subtotal"], quote["total"]) == ("2748.84", "3298.61")
        assert [(tax["rate"], tax["amount"]) for tax in quote["tax"]] == [("20", "549.77")]
        assert quote["valid_until"] == "2026-11-26"

    def test_what_each_line_still_lacks_before_an_order(self, typed: Typed) -> None:
        lacking = {point["ref"]: point["text"] for point in quoted(typed)["open_points"]}
        assert set(lacking) == {LICENCES, UNIT, PLAN}
        refused = typed("accept", NUMBER, "--po", "PO-77").refusal
        assert all(f"{ref}: {text}" in refused for ref, text in lacking.items())
        assert states(typed, *MIXED) == ["quoted"] * 4

    def test_each_family_has_its_own_block_on_paper(self, typed: Typed, tmp_path: Path) -> None:
        quoted(typed, "--language", "en", "--pdf", str(tmp_path / "q.pdf"))
        said = " ".join(text_of((tmp_path / "q.pdf").read_bytes()))
        blocks = {
            "Software maintenance": ["Renewal ID: 2368167839", "Certificate: M56394133"],
            "Cloud subscriptions": ["Subscription ID: dd2cefb8-23c9-4fea-aefa-af664c2fb124"],
            "Hardware support": ["Serial number: 2648127757", "Response: 10 days after receipt"],
            "SSL certificates": ["Order ID: 926834412", "Common name: www.customer-78.example"],
        }
        for title, facts in blocks.items():
            assert title in said
            _, _, said = said.partition(title)
            for fact in facts:
                assert fact in said, fact
        for figure in ("3,298.61", "2,748.84", "549.77"):
            assert figure in said

    def test_which_ends_are_not_aligned_is_said_on_paper(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quoted(typed, "--language", "en", "--pdf", str(tmp_path / "q.pdf"))
        said = " ".join(text_of((tmp_path / "q.pdf").read_bytes()))
        assert "they end together on 2 January 2028" in said
        assert "Model SG900 reaches its end of support life on 30 September 2027" in said
        for reference, end in (("2648127757", "30 September 2027"), ("926834412",
                                                                     "19 February 2028")):
            assert re.search(rf"{reference} (\(line \d\) )?keeps its own end, {end}", said)

    def test_the_certificates_of_the_plan_stand_on_paper(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quoted(typed, "--language", "en", "--pdf", str(tmp_path / "q.pdf"))
        said = " ".join(text_of((tmp_path / "q.pdf").read_bytes()))
        for last in ("11 Jun 2027", "19 Aug 2027", "27 Oct 2027", "4 Jan 2028", "19 Feb 2028"):
            assert last in said, last

    def test_the_unit_s_other_levels_stand_beside_its_own(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quote = quoted(typed, "--language", "en", "--pdf", str(tmp_path / "q.pdf"))
        [levels] = quote["levels"]
        assert levels["refs"] == [UNIT]
        assert {one["key"]: (one["difference"], one["facts"]["response"])
                for one in levels["options"]} == {
            "return-to-factory-12": ("0.00", "10 days after receipt"),
            "standard-plus-12": ("232.74", "replacement sent ahead"),
            "next-business-day-12": ("586.92", "next business day"),
            "four-hour-12": ("1386.33", "4 hours, 24x7"),
        }
        printed = " ".join(text_of((tmp_path / "q.pdf").read_bytes()))
        for words in ("Standard Plus", "replacement sent ahead", "232.74", "next business day",
                      "586.92", "Four Hour 24x7", "4 hours, 24x7", "1,386.33"):
            assert words in printed, words


class TestAccepted:
    @pytest.fixture
    def ordered(self, typed: Typed, tmp_path: Path) -> Typed:
        quoted(typed)
        prepared(typed, tmp_path)
        said = typed("accept", NUMBER, "--po", "PO-77", "--json")
        assert (said.status, said.json["status"]) == (0, "accepted")
        return typed

    def test_as_a_whole_it_is_one_order_with_each_family_s_facts(self, ordered: Typed) -> None:
        [order] = ordered("orders", "--json").json
        assert (order["vendor"], order["purchase_order"], order["quote"], order["status"]) == (
            "Symantec", "PO-77", NUMBER, "new"
        )
        asked = {line["ref"]: line["for_vendor"] for line in order["lines"]}
        assert asked[LICENCES] == {"renewal_id": "2368167839", "certificate": "M56394133"}
        assert asked[SUBSCRIPTION] == {
            "subscription_id": "dd2cefb8-23c9-4fea-aefa-af664c2fb124",
            "domain": "customer-42.example", "auto_renew": False,
        }
        assert asked[UNIT] == {"serial": "2648127757", "model": "SG900", "contract": "HC-268359"}
        request = asked[PLAN].pop("request")
        assert request.startswith("-----BEGIN CERTIFICATE REQUEST-----\n")
        assert asked[PLAN] == {
            "order_id": "926834412", "common_name": "www.customer-78.example",
            "account_type": "Trust Center Enterprise Account", "express": False,
            "auto_renew": False,
        }
        assert states(ordered, *MIXED) == ["ordered"] * 4

    def test_the_order_is_given_out_in_three_forms(self, ordered: Typed, tmp_path: Path) -> None:
        files = {kind: tmp_path / f"order.{kind}" for kind in ("csv", "json", "pdf")}
        for kind, file in files.items():
            assert ordered("orders", "O-2026-0001", "--format", kind, "--out", file).status == 0
        with files["csv"].open(encoding="utf-8-sig", newline="") as written:
            rows = list(csv.DictReader(written))
        assert [(row["ref"], row["quantity"], row["cost"]) for row in rows] == [
            (LICENCES, "50", "1305.50"), (SUBSCRIPTION, "3", "69.39"), (UNIT, "1", "250.96"),
            (PLAN, "1", "644.00"),
        ]
        assert (rows[0]["renewal_id"], rows[2]["serial"], rows[3]["order_id"]) == (
            "2368167839", "2648127757", "926834412"
        )
        assert len(json.loads(files["json"].read_text("utf-8"))["lines"]) == 4
        printed = " ".join(text_of(files["pdf"].read_bytes()))
        for words in ("PO-77", "M56394133", "customer-42.example", "HC-268359", "2,269.85"):
            assert words in printed, words
        assert "given out" in ordered("undo", PLAN).refusal

    def test_undone_as_a_whole(self, ordered: Typed) -> None:
        shown = ordered("undo", UNIT, "--json").json
        assert (shown["state"], shown["order"]) == ("quoted", None)
        assert states(ordered, *MIXED) == ["quoted"] * 4
        assert ordered("quotes", NUMBER, "--json").json["status"] == "open"
        [order] = ordered("orders", "--json").json
        assert order["status"] == "cancelled"
        assert ordered("accept", NUMBER, "--po", "PO-78").status == 0
        assert [o["status"] for o in ordered("orders", "--json").json] == ["cancelled", "new"]

    def test_finished_family_by_family_each_opens_its_next(self, ordered: Typed) -> None:
        assert status_after(ordered, LICENCES, ("fulfil", "certificate=M77")) == "part"
        assert status_after(
            ordered, SUBSCRIPTION, ("invoice", "number=INV-9", "amount=89.57"),
            ("pay", "number=INV-9", "amount=89.57", "date=2027-01-02"), ("settle",), ("renew",),
        ) == "part"
        assert status_after(ordered, UNIT, ("cover", "contract=HC-999")) == "part"
        assert status_after(
            ordered, PLAN, ("validate",), ("issue", "serial=AA01", "last_day=2027-06-11")
        ) == "done"
        shown = {ref: ordered("show", ref, "--json").json for ref in MIXED}
        assert {ref: (one["start"], one["end"], one["state"]) for ref, one in shown.items()} == {
            LICENCES: ("2026-11-27", "2028-01-02", "due"),
            SUBSCRIPTION: ("2027-01-03", "2028-01-02", "due"),
            UNIT: ("2027-02-01", "2027-09-30", "due"),
            PLAN: ("2027-02-20", "2028-02-19", "due"),
        }
        pending = {ref: {found["key"] for found in one["findings"]} for ref, one in shown.items()}
        assert "activation_pending" in pending[LICENCES]
        assert "installation_pending" in pending[PLAN]
        assert shown[UNIT]["details"]["contract"] == "HC-999"
        assert ordered("check").status == 0

    def test_a_finished_one_is_taken_back_alone(self, ordered: Typed) -> None:
        taken(ordered, UNIT, "cover", "contract=HC-999")
        assert ordered("undo", UNIT, "--json").json["state"] == "ordered"
        assert states(ordered, *MIXED) == ["ordered"] * 4


def status_after(typed: Typed, ref: str, *steps: tuple[str, ...]) -> Any:
    """What the order stands at once a renewal took some steps."""
    for step, *values in steps:
        taken(typed, ref, step, *values)
    return typed("orders", "O-2026-0001", "--json").json[0]["status"]


class TestAcceptedInPart:
    def test_lines_whose_prices_stay_are_taken_and_the_others_go_back(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quoted(typed)
        prepared(typed, tmp_path)
        said = typed("accept", NUMBER, "--po", "PO-77", "--only", LICENCES, SUBSCRIPTION)
        assert said.status == 0
        [order] = typed("orders", "--json").json
        assert [line["ref"] for line in order["lines"]] == [LICENCES, SUBSCRIPTION]
        assert states(typed, *MIXED) == ["ordered", "ordered", "due", "due"]
        confirmed = typed("show", UNIT, "--json").json["facts"]["confirmed_on"]
        assert confirmed == "2026-11-24"  # what was recorded meanwhile stays
        again = typed("quote", UNIT, PLAN, "--json").json
        assert again["open_points"] == []
        assert typed("accept", again["number"], "--po", "PO-78").status == 0
        assert states(typed, *MIXED) == ["ordered"] * 4

    def test_where_the_alignment_is_lost_it_is_refused_with_the_new_price(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quoted(typed)
        prepared(typed, tmp_path)
        refused = typed("accept", NUMBER, "--po", "PO-77", "--only", LICENCES, UNIT, PLAN).refusal
        # 50 x 27.42 for a year, the unit's 313.70 and the plan's 851.00, whose end is its own.
        assert "the periods would end on 26 November 2027" in refused
        assert "cost €2,535.70 instead of €2,674.20" in refused
        assert "quote --revise Q-2026-0001" in refused
        assert states(typed, *MIXED) == ["quoted"] * 4
        assert typed("orders", "--json").json == []

    def test_undone_as_a_whole_too(self, typed: Typed, tmp_path: Path) -> None:
        quoted(typed)
        prepared(typed, tmp_path)
        typed("accept", NUMBER, "--po", "PO-77", "--only", UNIT, PLAN)
        typed("undo", PLAN)
        assert states(typed, *MIXED) == ["quoted"] * 4
        assert typed("quotes", NUMBER, "--json").json["status"] == "open"


class TestWithAnotherVendor:
    def test_each_vendor_counts_its_own_way_and_gets_its_own_order(
        self, typed: Typed, tmp_path: Path
    ) -> None:
        quote = quoted(typed, GATEWAY)
        line = next(line for line in quote["lines"] if line["ref"] == GATEWAY)
        # In grace: from the day after its end; a year and two begun months of 120.00 a year.
        assert (line["start"], line["end"], line["unit_list"]) == (
            "2026-11-15", "2028-01-02", "140.00"
        )
        prepared(typed, tmp_path)
        taken(typed, GATEWAY, "verify", "renewal_id=KES-0001")
        assert typed("accept", NUMBER, "--po", "PO-77").status == 0
        orders = typed("orders", "--json").json
        assert {order["vendor"]: [line["ref"] for line in order["lines"]] for order in orders} == {
            "Symantec": list(MIXED), "Kestrel": [GATEWAY],
        }
        assert {order["purchase_order"] for order in orders} == {"PO-77"}
        typed("undo", GATEWAY)
        assert states(typed, *MIXED, GATEWAY) == ["quoted"] * 5
        assert {order["status"] for order in typed("orders", "--json").json} == {"cancelled"}
