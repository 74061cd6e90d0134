"""What a rep should know (docs/domain.md, section 10), and what `show` says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import PolicyRow
from resellerdesk.translation.translate import Translator

from resellerdesk_ssl.details import Progress
from resellerdesk_ssl.family import SslFamily

FAMILY = SslFamily()


def findings(case: Any) -> dict[str, str]:
    return {
        finding.key: Translator("en").text(finding.text)
        for finding in FAMILY.findings(case.held, case.ctx)
    }


@pytest.mark.parametrize("request_", ["same.csr", "organisation-changed.csr"])
def test_a_certificate_named_as_it_was_ordered_has_no_findings(
    on_time: Any, request_: str
) -> None:
    assert findings(on_time) == {}
    assert findings(on_time.checked(request_)) == {}


@pytest.mark.parametrize(
    ("ordered", "text"),
    [({"organization": "Lenoir SA"},
      "Organisation Brasserie Lenoir & Fils instead of Lenoir SA"),
     ({"state": "Rhône"}, "State missing instead of Rhône"),
     ({"common_name": "mail.lenoir.example", "country": "BE"},
      "Common name www.lenoir.example instead of mail.lenoir.example, Country FR instead of BE")],
)
def test_a_certificate_whose_name_differs_from_its_order(
    case: Any, ordered: dict[str, str], text: str
) -> None:
    found = findings(case(**ordered).checked("same.csr"))
    assert found == {
        "name_differs_from_order": f"the certificate's name differs from its order: {text}"
    }


@pytest.mark.parametrize(
    "ordered", [{"organization": ""}, {"organization": "BRASSERIE  lenoir & fils"}]
)
def test_what_the_order_does_not_say_or_writes_in_other_letters_is_no_difference(
    case: Any, ordered: dict[str, str]
) -> None:
    assert findings(case(**ordered).checked("same.csr")) == {}


def test_an_installation_that_is_pending(on_time: Any) -> None:
    found = on_time.at("due", Progress(issued_serial="0A:1B", installation_pending=True))
    assert findings(found) == {
        "installation_pending": "certificate 0A:1B is issued and not yet installed: "
        "record it with the step install"
    }


@pytest.mark.parametrize(
    ("as_of", "state", "found"),
    [("2026-12-17", "scheduled", False), ("2026-12-18", "scheduled", True),
     ("2026-12-18", "validated", False), ("2026-12-18", "due", False)],
)
def test_a_charge_is_confirmed_and_not_presumed(
    case: Any, as_of: str, state: str, found: bool
) -> None:
    assert ("charge_to_confirm" in findings(case(as_of).at(state))) is found


def test_a_charge_is_not_to_be_confirmed_before_the_grace_is_over(
    case: Any, grace: PolicyRow
) -> None:
    assert findings(case("2026-12-18", rules=[grace]).at("scheduled")) == {}


def test_a_charge_that_failed_is_flagged(on_time: Any) -> None:
    assert findings(on_time.at("due", Progress(charge_failed="card expired"))) == {
        "charge_failed": "the charge failed: card expired; renew it by hand"
    }


def test_show_says_what_is_known_of_the_plan(case: Any) -> None:
    shown = case(valid_till=date(2026, 12, 17), serial="07", express=True).shown()
    assert shown["account_type"].message == "Trust Center"
    assert (shown["common_name"], shown["dns_names"], shown["serial"], shown["valid_till"]) == (
        "www.lenoir.example", "lenoir.example www.lenoir.example", "07", date(2026, 12, 17)
    )
    assert (shown["opens"], shown["certificates_held"]) == (date(2026, 9, 18), 1)
    assert (shown["express"], shown["auto_renew"]) == (True, False)
    assert shown["checked_on"].message == "not yet"
    assert "comparison" not in shown


def test_show_has_the_comparison_once_there_is_one(on_time: Any) -> None:
    shown = on_time.checked("name-and-key-changed.csr").shown()
    assert Translator("en").text(shown["name_changed"]) == "Common name, City"
    assert [row[0].message for row in shown["comparison"].rows if row[3]] == [
        "Common name", "City", "Alternative names", "Key"
    ]
    assert on_time.checked("same.csr").shown()["name_changed"].message == "nothing"
