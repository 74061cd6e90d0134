"""Which ways there are to go on, in each situation (docs/domain.md, sections 4 and 5.5)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Holding, Phase, PolicyRow, Read

from resellerdesk_ssl.details import Plan, Settings
from resellerdesk_ssl.family import SslFamily

PLANS = [
    f"{account}-{months}"
    for account in ("trust-center", "enterprise-account", "managed-pki")
    for months in (12, 24, 36)
]


@pytest.mark.parametrize(
    ("as_of", "start"),
    [pytest.param("2026-09-17", "2026-12-18", id="91 days before: not open yet"),
     pytest.param("2026-09-18", "2026-12-18", id="90 days before: open"),
     pytest.param("2026-12-17", "2026-12-18", id="on its last day")],
)
def test_on_time_a_plan_starts_the_day_after_the_old_end(case: Any, as_of: str, start: str) -> None:
    options = case(as_of).options()
    assert [option.key for option in options] == PLANS
    assert {option.start for option in options} == {date.fromisoformat(start)}
    assert {(o.mode, o.aligns, o.quantity, o.opens) for o in options} == {
        ("renew", False, 1, date(2026, 9, 18))
    }


def test_plans_are_sold_in_whole_years_and_keep_their_own_end(on_time: Any) -> None:
    ends = {key: on_time.option(key).period.end.isoformat() for key in PLANS[:3]}
    assert ends == {
        "trust-center-12": "2027-12-17", "trust-center-24": "2028-12-17",
        "trust-center-36": "2029-12-17",
    }


@pytest.mark.parametrize("end", ["2026-11-23", "2026-10-01", "2020-01-31"])
def test_what_has_ended_leaves_a_new_certificate_from_today(case: Any, end: str) -> None:
    found = case(end=end)
    assert found.ctx.situation == "gone"
    [option] = found.options()
    assert (option.key, option.mode, option.recommended, option.current, option.opens) == (
        "new-12", "new", True, False, None
    )
    assert (option.period.start, option.period.end) == (date(2026, 11, 24), date(2027, 11, 23))
    assert (option.aligns, option.addons, option.unpriced) == (False, (), None)


@pytest.mark.parametrize(("end", "keys"), [("2026-10-25", PLANS), ("2026-10-24", ["new-12"])])
def test_the_end_means_the_end_plus_grace(
    case: Any, grace: PolicyRow, end: str, keys: list[str]
) -> None:
    options = case(end=end, rules=[grace]).options()
    assert [option.key for option in options] == keys
    if keys is PLANS:
        assert options[0].start == date(2026, 10, 26)


def test_a_lapsed_plan_is_not_renewed_either(case: Any) -> None:
    longer = PolicyRow("Symantec", "ssl", "*", "repurchase_after_days", date(2026, 1, 1), "60")
    found = case(end="2026-11-01", rules=[longer])
    assert found.ctx.situation == "lapsed"
    assert [option.key for option in found.options()] == ["new-12"]


@pytest.mark.parametrize("request_file", ["organisation-changed.csr", "name-and-key-changed.csr"])
def test_a_changed_name_leaves_a_new_certificate(on_time: Any, request_file: str) -> None:
    [option] = on_time.checked(request_file).options()
    assert (option.key, option.start) == ("new-12", date(2026, 11, 24))


def test_the_same_name_leaves_the_plans(on_time: Any) -> None:
    assert [option.key for option in on_time.checked("same.csr").options()] == PLANS


def test_every_plan_has_express_and_auto_a_line_each(on_time: Any) -> None:
    for option in on_time.options():
        assert [(addon.key, addon.per_quote) for addon in option.addons] == [
            ("express", False), ("auto", False)
        ]


@pytest.mark.parametrize(
    ("account", "current"),
    [("trust_center", ["trust-center-12"]), ("enterprise_account", ["enterprise-account-12"]),
     ("managed_pki", ["managed-pki-12"]), ("", [])],
)
def test_what_the_customer_has_today_is_its_account_for_12_months(
    case: Any, account: str, current: list[str]
) -> None:
    options = case(account_type=account).options()
    assert [option.key for option in options if option.current] == current


def holding(case: Any, number: int, end: str, phase: Phase = Phase.OPEN) -> Holding[Plan]:
    return Holding(case(end=end, reference=f"7{number:08}").held, phase)


@pytest.mark.parametrize(
    ("others", "recommended"),
    [(0, "trust-center-12"), (3, "trust-center-12"), (4, "enterprise-account-12"),
     (48, "enterprise-account-12"), (49, "managed-pki-12")],
)
def test_the_number_of_certificates_recommends_this_one_included(
    case: Any, others: int, recommended: str
) -> None:
    mine = case()
    held = [holding(case, n, "2027-03-01") for n in range(others)]
    assert mine.among(*held).recommended == recommended
    assert mine.among(*held, Holding(mine.held, Phase.OPEN)).recommended == recommended


@pytest.mark.parametrize(
    ("end", "phase", "counts"),
    [("2026-11-24", Phase.OPEN, True), ("2026-11-23", Phase.OPEN, False),
     ("2027-03-01", Phase.QUOTED, True), ("2027-03-01", Phase.ORDERED, True),
     ("2027-03-01", Phase.LOST, False), ("2027-03-01", Phase.WON, False)],
)
def test_only_open_plans_not_past_their_end_count(
    case: Any, end: str, phase: Phase, counts: bool
) -> None:
    three = [holding(case, n, "2027-03-01") for n in range(3)]
    found = case().among(*three, holding(case, 9, end, phase))
    assert found.recommended == ("enterprise-account-12" if counts else "trust-center-12")


def test_a_plan_in_grace_still_counts(case: Any, grace: PolicyRow) -> None:
    held = [holding(case, n, "2026-11-01") for n in range(4)]
    assert case().among(*held).recommended == "trust-center-12"
    assert case(rules=[grace]).among(*held).recommended == "enterprise-account-12"


def test_the_limits_are_settings(case: Any) -> None:
    two = [holding(case, 1, "2027-03-01")]
    assert case(settings=Settings(enterprise_account_from=2)).among(*two).recommended == (
        "enterprise-account-12"
    )
    assert case(settings=Settings(managed_pki_from=2)).among(*two).recommended == "managed-pki-12"


def test_the_family_asks_for_what_else_the_customer_holds() -> None:
    assert SslFamily.reads == {Read.HOLDINGS}


def test_today_s_account_may_not_be_the_one_recommended(case: Any) -> None:
    found = case(account_type="managed_pki")
    assert (found.recommended, found.option("managed-pki-12").current) == ("trust-center-12", True)


def test_the_trust_center_sells_one_at_a_time(on_time: Any) -> None:
    fixed = {option.key for option in on_time.options() if option.quantity_fixed}
    assert fixed == {"trust-center-12", "trust-center-24", "trust-center-36"}
