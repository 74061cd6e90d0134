"""What a picked option charges, and what is said with it (docs/domain.md, sections 4 and 5.5)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from resellerdesk.sdk import Period, PolicyRow, Recurring, Text
from resellerdesk.translation.translate import Translator

ENGLISH = Translator("en")
PLAN = Period(date(2026, 12, 18), date(2027, 12, 17))
NAME = "www.lenoir.example"


def said(texts: Sequence[Text]) -> list[str]:
    return [ENGLISH.text(text) for text in texts]


def test_a_plan_renews_under_its_own_sku(on_time: Any) -> None:
    assert on_time.offer("trust-center-12").charges == (
        Recurring("term", "SSL-SS", 1, PLAN, "renewal", "term"),
    )


def test_add_ons_have_no_price(on_time: Any) -> None:
    charges = on_time.offer("trust-center-12+express+auto").charges
    assert charges == on_time.offer("trust-center-12").charges


def test_a_new_certificate_is_charged_as_new_from_today(ended: Any) -> None:
    assert ended.offer("new-12").charges == (
        Recurring("term", "SSL-SS", 1, Period(date(2026, 11, 24), date(2027, 11, 23)), "new",
                  "term"),
    )


def test_a_renewal_says_how_many_days_it_keeps(on_time: Any) -> None:
    [note, on_schedule] = said(on_time.offer("trust-center-12").notes)
    assert note == (
        f"{NAME}: 24 days of the running plan are kept; the new one starts on 18 December 2026."
    )
    assert "All are included in its price" in on_schedule


def test_on_the_last_day_it_keeps_that_day(case: Any) -> None:
    offer = case("2026-12-17").offer("trust-center-12")
    [note, _] = said(offer.notes)
    assert note == (
        f"{NAME}: 1 day of the running plan is kept; the new one starts on 18 December 2026."
    )


def test_in_grace_it_says_until_when_it_is_renewed(case: Any, grace: PolicyRow) -> None:
    offer = case(end="2026-11-01", rules=[grace]).offer("trust-center-12")
    [note, _] = said(offer.notes)
    assert note == (
        f"{NAME}: the plan ended on 1 November 2026. Ordered by 1 December 2026, it is still "
        "renewed."
    )


def test_the_days_kept_are_those_by_which_it_ends_later_than_a_new_one(on_time: Any) -> None:
    facts = {fact.key: fact.value for fact in on_time.offer("trust-center-12").facts}
    assert facts["days_kept"] == (PLAN.end - date(2027, 11, 23)).days == 24


@pytest.mark.parametrize(
    ("addon", "words"),
    [("express", "no new request is needed while name and key stay valid"),
     ("auto", "the auto-renewal service is recorded with the new plan")],
)
def test_an_add_on_says_what_it_means(on_time: Any, addon: str, words: str) -> None:
    _, note, _ = said(on_time.offer(f"trust-center-12+{addon}").notes)
    assert note == f"{NAME}: {words}."


def test_an_expired_plan_says_that_nothing_is_carried_over(ended: Any) -> None:
    [note, _] = said(ended.offer("new-12").notes)
    assert note == (
        f"{NAME}: the plan ended on 23 November 2026 and cannot be renewed. A new certificate is "
        "bought, and no days are carried over."
    )
    assert "days_kept" not in {fact.key for fact in ended.offer("new-12").facts}


def test_a_changed_name_is_said_field_by_field(on_time: Any) -> None:
    offer = on_time.checked("name-and-key-changed.csr").offer("new-12")
    [note, _] = said(offer.notes)
    assert note == (
        f"{NAME}: the request changes the name (Common name, City). That is no renewal: a new "
        "certificate is bought, and no days are carried over."
    )


def test_a_plan_of_one_certificate_needs_no_schedule_explained(case: Any) -> None:
    offer = case("2018-06-01", end="2018-06-10").offer("trust-center-12")
    assert len(offer.tables[0].rows) == 1
    assert not any("one after another" in note for note in said(offer.notes))


def test_customers_see_order_and_names_and_the_desk_what_was_checked(renamed: Any) -> None:
    facts = renamed.offer("new-12").facts
    assert {fact.key: fact.value for fact in facts if not fact.internal} == {
        "order_id": "990200001", "common_name": NAME,
        "dns_names": "lenoir.example www.lenoir.example",
    }
    assert {fact.key: fact.value for fact in facts if fact.internal} == {
        "checked": True, "name_changed": True
    }


def test_alternative_names_that_there_are_none_are_not_shown(case: Any) -> None:
    facts = case(dns_names=()).offer("trust-center-12").facts
    assert "dns_names" not in {fact.key for fact in facts}


def test_without_renewal_browsers_warn(on_time: Any) -> None:
    first, rule = said(on_time.offer("trust-center-12").lapse)
    assert first == f"The certificate plan of {NAME} ends on 17 December 2026."
    assert rule.startswith("Without a valid certificate, browsers warn visitors of the site.")


def test_in_grace_the_last_day_is_said(case: Any, grace: PolicyRow) -> None:
    first, _ = said(case(end="2026-11-01", rules=[grace]).offer("trust-center-12").lapse)
    assert first == (
        f"The certificate plan of {NAME} ended on 1 November 2026; it can be renewed until "
        "1 December 2026."
    )


def test_what_has_ended_has_nothing_left_to_lapse(ended: Any) -> None:
    assert ended.offer("new-12").lapse == ()
