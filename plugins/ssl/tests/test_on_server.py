"""A certificate that a server shows: of which plan it is, what it fills in, what is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Rejected
from resellerdesk.translation.translate import Translator

from files.servers import LENOIR, issue
from resellerdesk_ssl.details import OnServer, Progress
from resellerdesk_ssl.on_server import CertificateOnServer, SeenOnServer

LAYOUT = CertificateOnServer()
SERVER = "www.lenoir.example:443"


def seen(name: dict[str, str] = LENOIR, *dns_names: str, **more: Any) -> SeenOnServer:
    """What the layout makes of a certificate that a server shows."""
    row = LAYOUT.row({"server": SERVER, "certificate": issue(name, dns_names, **more).certificate})
    assert isinstance(row, SeenOnServer)
    return row


def found(sighting: SeenOnServer, *cases: Any) -> list[str]:
    return [held.reference for held in sighting.among([case.held for case in cases])]


def said(case: Any) -> dict[str, str]:
    """The findings on a plan, in words."""
    from resellerdesk_ssl.family import SslFamily

    return {finding.key: Translator("en").text(finding.text)
            for finding in SslFamily().findings(case.held, case.ctx)}


def test_all_that_is_kept_of_a_certificate(file: Any) -> None:
    row = LAYOUT.row({"server": SERVER, "certificate": file("old.pem").decode()})
    assert row.shown == OnServer(
        server=SERVER, serial="13:83:B7:FC:46:53:CB:76:CB:43:D0:54:76:21:CB:3C:0B:8C:9F:01",
        valid_from=date(2026, 6, 1), valid_till=date(2026, 12, 17), name=LENOIR,
        dns_names=("lenoir.example", "www.lenoir.example"),
        issuer="CN=Test CA,O=Test CA,L=Lyon,C=FR",
        key=row.shown.key, pem=file("old.pem").decode(),
    )
    assert row.shown.key.startswith("EC secp256r1, SHA-256 ")
    assert row.seen == f"www.lenoir.example, {row.shown.serial}"


def test_what_is_no_certificate_is_a_rejected_row() -> None:
    row = LAYOUT.row({"server": SERVER, "certificate": "-----BEGIN CERTIFICATE-----\nMIIB\n"})
    assert isinstance(row, Rejected)
    assert (row.column, row.value) == ("certificate", SERVER)


@pytest.mark.parametrize("written", ["0A:1B", "0a1b", "A1B", "00:0A:1B", "a1b "])
def test_a_serial_number_finds_its_plan_however_it_is_written(case: Any, written: str) -> None:
    named = case(reference="1")
    numbered = case(reference="2", common_name="other.example", dns_names=(), serial=written)
    assert found(seen(serial=0x0A1B), named, numbered) == ["2"]


def test_a_plan_is_found_by_the_certificate_that_its_server_showed_before(case: Any) -> None:
    before = seen({"common_name": "old.example"}, serial=7)
    plan = case(reference="1", on_server=before.shown)
    assert found(before, plan, case(reference="2", common_name="old.example")) == ["1"]


@pytest.mark.parametrize(
    ("names", "common_names", "reference"),
    [
        (("www.lenoir.example",), ("www.lenoir.example", "lenoir.example"), ["0"]),
        (("WWW.Lenoir.Example",), ("www.lenoir.example.",), ["0"]),
        # The common name counts before the alternative ones, those before a wildcard.
        (("a.example", "b.example"), ("b.example", "a.example"), ["1"]),
        (("*.a.example", "www.a.example"), ("shop.a.example", "www.a.example"), ["1"]),
        (("*.a.example",), ("*.a.example", "www.a.example"), ["0"]),
        (("*.a.example",), ("b.example", "www.a.example"), ["1"]),
        (("*.a.example",), ("a.example", "deep.www.a.example", "example"), []),
        (("www.a.example",), ("*.a.example",), []),
        (("xn--mnchen-3ya.example",), ("münchen.example",), ["0"]),
        (("a.example",), ("a.example", "a.example"), ["0", "1"]),
        (("a.example",), ("b.example",), []),
    ],
)
def test_names_find_the_plan_that_they_fit_best(
    case: Any, names: tuple[str, ...], common_names: tuple[str, ...], reference: list[str]
) -> None:
    plans = [case(reference=str(n), common_name=name, dns_names=())
             for n, name in enumerate(common_names)]
    main, *others = names
    assert found(seen({"common_name": main}, *others), *plans) == reference


def test_a_certificate_without_a_common_name_is_found_by_the_others(case: Any) -> None:
    plans = [case(reference=name, common_name=name) for name in ("a.example", "b.example")]
    assert found(seen({}, "b.example", "www.b.example"), *plans) == ["b.example"]


def test_an_alternative_name_of_the_order_finds_it_last(case: Any) -> None:
    plan = case(common_name="shop.example", dns_names=("www.lenoir.example",))
    assert found(seen(), plan) == ["990200001"]
    assert found(seen(), plan, case(reference="2")) == ["2"]


def test_it_fills_in_the_certificate_and_never_the_plan(on_time: Any) -> None:
    sighting = seen(last="2026-08-01")  # a reissue ends within the plan
    filled = sighting.filled(on_time.held)
    assert filled == on_time.held.details.model_copy(update={"on_server": sighting.shown})
    assert (filled.serial_in_use, filled.last_day_in_use) == ("0A:1B", date(2026, 8, 1))


def test_the_same_certificate_on_a_second_server_is_nothing_new(case: Any) -> None:
    first = seen()
    plan = case(on_server=first.shown.model_copy(update={"server": "other.example:443"}))
    assert first.filled(plan.held) == plan.held.details


def test_what_is_kept_can_be_stored_and_read_back(on_time: Any) -> None:
    filled = seen().filled(on_time.held)
    assert type(filled).model_validate(filled.model_dump(mode="json")) == filled


def test_show_says_what_the_server_shows(case: Any) -> None:
    plan = case(serial="77", valid_till=date(2026, 12, 17), on_server=seen(last="2026-12-01").shown)
    shown = plan.shown()
    assert (shown["serial"], shown["valid_till"], shown["server"]) == (
        "0A:1B", date(2026, 12, 1), SERVER
    )
    assert shown["issuer"].startswith("C=FR") or "Lenoir" in shown["issuer"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (LENOIR | {"organization": "Lenoir SA"},
         "Organisation Lenoir SA instead of Brasserie Lenoir & Fils"),
        (LENOIR | {"common_name": "lenoir.example"},
         "Common name lenoir.example instead of www.lenoir.example"),
    ],
)
def test_a_name_that_differs_from_the_order_is_a_finding(
    case: Any, name: dict[str, str], text: str
) -> None:
    plan = case(on_server=seen(name, "www.lenoir.example").shown)
    assert said(plan) == {
        "name_differs_from_order": f"the certificate's name differs from its order: {text}"
    }


def test_a_certificate_without_a_common_name_carries_its_first_alternative(case: Any) -> None:
    name = {field: value for field, value in LENOIR.items() if field != "common_name"}
    assert said(case(on_server=seen(name, "www.lenoir.example").shown)) == {}


def test_what_the_server_shows_counts_before_what_was_compared(case: Any) -> None:
    plan = case(organization="Lenoir SA", on_server=seen(LENOIR | {"organization": "Lenoir SA"})
                .shown)
    assert said(plan.checked("same.csr")) == {}


def test_a_certificate_that_ended_in_a_running_plan_is_a_finding(case: Any) -> None:
    assert said(case(on_server=seen(last="2026-11-24").shown)) == {}
    assert said(case(on_server=seen(last="2026-11-23").shown)) == {
        "certificate_ended": f"the certificate on {SERVER} ended on 23 November 2026: install the "
                             "newest of the plan, and read the server again"
    }


def test_the_one_before_is_not_judged_while_the_new_one_waits(case: Any) -> None:
    pending = Progress(issued_serial="0A:1B", installation_pending=True)
    old = case(on_server=seen({"common_name": "x.example"}, serial=7).shown).at("due", pending)
    assert said(old) == {
        "installation_pending": "certificate 0A:1B is issued and not yet installed: record it with "
                                "the step install"
    }
    new = case(on_server=seen(serial=0x0A1B).shown).at("due", pending)
    assert said(new) == {
        "installation_pending": f"certificate 0A:1B is on {SERVER}: record it with the step install"
    }


def test_a_server_that_was_read_gives_the_old_certificate_of_a_check(
    case: Any, on_time: Any, file: Any
) -> None:
    refusal = on_time.why_not("check", request=file("same.csr"))
    assert Translator("en").text(refusal) == (
        "old is missing: give the certificate in use, in PEM, or read it from its server first "
        "(import --layout certificate HOST:PORT)"
    )
    row = LAYOUT.row({"server": SERVER, "certificate": file("old.pem").decode()})
    plan = case(on_server=row.shown)
    assert plan.why_not("check", request=file("same.csr")) is None
    assert (plan.effect("check", request=file("organisation-changed.csr")).facts
            == on_time.checked("organisation-changed.csr").ctx.renewal.facts)


def test_a_certificate_that_is_given_counts_before_the_server_s(case: Any, file: Any) -> None:
    plan = case(on_server=seen(LENOIR | {"organization": "Lenoir SA"}).shown)
    effect = plan.effect("check", old=file("old.pem"), request=file("same.csr"))
    assert effect.facts.renamed == ()


@pytest.mark.parametrize(("installed", "kept"), [("a1b", True), ("0A:1C", False)])
def test_once_another_is_installed_what_the_server_showed_is_over(
    case: Any, installed: str, kept: bool
) -> None:
    pending = Progress(issued_serial=installed, installation_pending=True)
    shown = seen(serial=0x0A1B).shown
    effect = case(on_server=shown).at("due", pending).effect("install", serial=installed)
    assert effect.details.on_server == (shown if kept else None)
