"""All that is known of one entitlement, and of one customer."""

from __future__ import annotations

from datetime import date

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.desk.customers import list_customers, show_customer
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.showing import show

from desk.exports import customer, licence
from desk.quay import AS_OF, Quay, findings


def test_an_entitlement_with_what_its_family_says(desk: Desk) -> None:
    shown = show(desk, "3039081424", AS_OF)
    assert shown.record.customer == "Käthe Jäger Logistik AG"
    assert (shown.situation, shown.grace_end) == (Situation.LAPSED, date(2026, 10, 10))
    assert shown.team == "EMEA_renewals@symantec.com"
    assert shown.value is not None
    assert shown.value.amount == 15600
    assert findings(shown) == ["ended on 10 October 2026 and is still marked as in use"]
    assert shown.fault is None


def test_another_vendors_team_and_grace(desk: Desk) -> None:
    shown = show(desk, "software:KES-0001", AS_OF)
    assert (shown.team, shown.grace_end) == ("renewals@kestrel.example", date(2026, 11, 29))


@pytest.mark.parametrize(
    ("ref", "team"),
    [("2016000000", "EMEA_renewals@symantec.com"), ("2016000004", "JP_renewals@symantec.com")],
)
def test_each_region_has_its_team(desk: Desk, ref: str, team: str) -> None:
    assert show(desk, ref, AS_OF).team == team


def test_less_covered_than_licensed_is_a_finding(quay: Quay) -> None:
    quay.take_in(licence(licensed=12, covered=10))
    assert findings(quay.show("R-1")) == ["10 of 12 licensed units are covered; 2 are not"]


def test_a_customer_with_all_that_they_hold_by_end(desk: Desk) -> None:
    shown = show_customer(desk, "C-1009", AS_OF)
    refs = [(record.held.columns.period.end, record.held.ref) for record, _ in shown.holdings]
    assert refs == sorted(refs)
    assert "software:KES-0001" in [ref for _, ref in refs]
    situations = {record.held.ref: situation for record, situation in shown.holdings}
    assert situations["software:KES-0001"] is Situation.IN_GRACE


def test_a_vat_number_that_fails_is_a_finding_until_it_is_mended(quay: Quay) -> None:
    def said() -> list[str]:
        return [str(finding.text) for finding in show_customer(quay.desk, "C-2", AS_OF).findings]

    quay.take_in(customer("C-2", "Groß KG", country="DE", vat_number="DE290010962"), name="c.csv")
    assert said() == ["VAT number DE290010962 of Groß KG fails the check of DE"]
    quay.take_in(customer("C-2", "Groß KG", country="DE", vat_number="DE290010961"), name="c.csv")
    assert said() == []


def test_customers_are_listed_by_number(desk: Desk) -> None:
    numbers = [found.id for found in list_customers(desk)]
    assert numbers == sorted(numbers)
    assert len(numbers) == 29


def test_one_that_there_is_not(desk: Desk) -> None:
    with pytest.raises(Refusal) as caught:
        show_customer(desk, "C-1", AS_OF)
    assert str(caught.value) == "there is no customer C-1; customers lists them"
