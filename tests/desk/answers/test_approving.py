"""Beyond the rep's authority a quote waits for a manager: who may grant what is data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.history import APPROVED, told
from resellerdesk.core.refusal import Refusal
from resellerdesk.desk.approving import approve, role_of
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.ending_quotes import decline, withdraw
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.issuing import issued_pdf
from resellerdesk.desk.listing_quotes import list_quotes
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.revising import revise
from resellerdesk.desk.settings import set_settings

from desk.answers.harbour import (
    BREW1,
    KESTREL,
    LATE,
    MAIL,
    S15,
    TODAY,
    asked,
    by,
    everything,
    history,
    quoted,
    refusal,
    state,
    states,
    status,
    verified,
    yes,
)

POLICY = """\
vendor,family,region,name,effective,value
Symantec,software,*,discount_limit,2026-01-01,10
Symantec,software,*,margin_floor,2026-06-01,15
Kestrel,software,*,discount_limit,2026-01-01,3
Kestrel,software,*,discount_limit,2027-01-01,50
"""


@pytest.fixture
def strict(harbour: Desk, tmp_path: Path) -> Desk:
    """The same desk with limits, from a policy file."""
    path = tmp_path / "policy.csv"
    path.write_text(POLICY)
    assert import_files(harbour, [path])[0].created == 4
    return harbour


def test_within_the_authority_a_quote_is_open(strict: Desk) -> None:
    assert status(strict, quoted(strict, S15, discount="5")) == "open"


@pytest.mark.parametrize(
    ("ref", "wishes"),
    [
        (S15, {"discount": "10.1"}),                       # beyond the limit of 10 %
        (S15, {"discounts": {S15: "10.01"}}),
        (S15, {"discount": "6"}),                          # 29.33 less 24.96: 14.9 %
        (LATE, {}),                                        # its cost is unknown
        (KESTREL, {"discount": "3.5"}),                    # another vendor, another limit
        (S15, {"alternatives": ("essential-24+education",), "discount": "7"}),
    ],
)
def test_beyond_it_the_quote_waits(strict: Desk, ref: str, wishes: dict[str, Any]) -> None:
    number = quoted(strict, ref, **wishes)
    assert status(strict, number) == "waiting"
    assert [head.status for head in list_quotes(strict, "", TODAY)] == ["waiting"]
    assert state(strict, ref) == "quoted"


def test_the_floor_is_kept_by_the_lines_of_an_entitlement_together(strict: Desk) -> None:
    """Premium Support brings what the term lacks."""
    assert status(strict, quoted(strict, S15, option="essential-12+premium", discount="5.5")) == (
        "open"
    )


def test_an_alternative_alone_can_make_it_wait(strict: Desk) -> None:
    """12 months keep the floor; 36 at the same discount do not."""
    with strict.store.write() as db:
        db.execute("update price set unit_cost = 8000 where sku = 'SEP-ESS-REN' "
                   "and term_months = 36")
    assert status(strict, quoted(strict, S15)) == "open"
    assert status(strict, quoted(strict, S15, alternatives=("essential-36",))) == "waiting"


def test_without_a_policy_nothing_waits(strict: Desk) -> None:
    assert status(strict, quoted(strict, BREW1, discount="90")) == "open"


def test_a_rule_counts_from_its_day(strict: Desk) -> None:
    before = quoted(strict, S15, as_of=date(2026, 5, 31), discount="9")
    assert status(strict, before) == "open"
    assert status(strict, quoted(strict, S15, discount="9")) == "waiting"
    assert status(strict, quoted(strict, KESTREL, discount="9")) == "waiting"
    late = quoted(strict, KESTREL, as_of=date(2027, 1, 2), discount="40")
    assert status(strict, late) == "open"


def test_pdf_and_acceptance_are_refused_while_it_waits(strict: Desk) -> None:
    number = quoted(strict, S15, discount="20")
    verified(strict, S15)
    before = everything(strict)
    for refuse in (lambda: issued_pdf(strict, number), lambda: yes(strict, number)):
        with pytest.raises(Refusal) as refused:
            refuse()
        assert "waits for approval" in refusal(refused)
        assert f"approve {number}" in refusal(refused)
    assert everything(strict) == before


def test_a_manager_lets_it_go_out_and_the_history_says_so(strict: Desk) -> None:
    number = quoted(strict, S15, MAIL, discount="20")
    approved = approve(by(strict, "chef"), number)
    assert (approved.number, approved.status, status(strict, number)) == (number, "open", "open")
    for ref in (S15, MAIL):
        entry = history(strict, ref)[-1]
        assert (entry.what, entry.by) == (APPROVED, "chef")
        assert f"{number} approved" in str(told(entry))
    assert issued_pdf(strict, number).startswith(b"%PDF")
    verified(strict, S15, MAIL)
    yes(strict, number)
    assert states(strict, S15, MAIL) == ["ordered", "ordered"]


def test_a_rep_s_own_approval_is_refused(strict: Desk) -> None:
    number = quoted(strict, S15, discount="20")
    before = everything(strict)
    with pytest.raises(Refusal) as refused:
        approve(strict, number)
    assert f"marie may not approve {number}: a manager has to" in refusal(refused)
    assert everything(strict) == before


def test_another_rep_may_not_approve_either(strict: Desk) -> None:
    number = quoted(strict, S15, discount="20")
    with pytest.raises(Refusal) as refused:
        approve(by(strict, "jonas"), number)
    assert "a manager has to (settings role.NAME)" in refusal(refused)


def test_the_role_comes_from_the_settings_of_the_desk(strict: Desk) -> None:
    with strict.store.read() as db:
        assert [role_of(db, who) for who in ("marie", "chef", "nobody")] == [
            "rep", "manager", "rep"
        ]
    set_settings(strict, {"role.jonas": "manager", "role.chef": "rep"})
    number = quoted(strict, S15, discount="20")
    with pytest.raises(Refusal):
        approve(by(strict, "chef"), number)
    approve(by(strict, "jonas"), number)


def test_nobody_approves_their_own_not_even_a_manager(strict: Desk) -> None:
    """Made as a rep, a manager by now."""
    number = quoted(strict, S15, discount="20")
    set_settings(strict, {"role.marie": "manager"})
    with pytest.raises(Refusal) as refused:
        approve(strict, number)
    assert f"marie made {number} and may not approve it: another manager has to" in (
        refusal(refused)
    )
    approve(by(strict, "boss"), number)


def test_a_manager_s_quote_does_not_wait(strict: Desk) -> None:
    assert status(strict, quoted(by(strict, "chef"), S15, discount="50")) == "open"


def test_a_revision_waits_by_who_makes_it_and_what_it_grants(strict: Desk) -> None:
    number = quoted(strict, S15, discount="20")
    approve(by(strict, "chef"), number)
    revise(strict, number, asked(quantity=14), TODAY)
    assert status(strict, number) == "waiting"
    revise(strict, number, asked(discount="5"), TODAY)
    assert status(strict, number) == "open"
    revise(by(strict, "chef"), number, asked(discount="30"), TODAY)
    assert status(strict, number) == "open"


def test_the_newest_revision_s_maker_counts(strict: Desk) -> None:
    number = quoted(by(strict, "chef"), S15, discount="20")
    revise(strict, number, asked(quantity=14), TODAY)
    approve(by(strict, "chef"), number)
    assert status(strict, number) == "open"


@pytest.mark.parametrize("ended", ["approved", "withdrawn", "unknown"])
def test_only_what_waits_is_approved(strict: Desk, ended: str) -> None:
    number = quoted(strict, S15, discount="20")
    if ended == "approved":
        approve(by(strict, "chef"), number)
    elif ended == "withdrawn":
        withdraw(strict, number)
    else:
        number = "Q-2026-0077"
    with pytest.raises(Refusal) as refused:
        approve(by(strict, "boss"), number)
    assert ("there is no quote" if ended == "unknown" else "only a waiting quote") in (
        refusal(refused)
    )


def test_a_waiting_quote_can_be_declined_withdrawn_and_revised(strict: Desk) -> None:
    decline(strict, quoted(strict, S15, discount="20"), "price", "")
    withdraw(strict, quoted(strict, MAIL, discount="20"))
    assert states(strict, S15, MAIL) == ["declined", "due"]


def test_a_waiting_quote_holds_its_renewal_in_the_quoted_phase(strict: Desk) -> None:
    open_one = quoted(strict, MAIL)
    quoted(strict, MAIL, discount="20")
    withdraw(strict, open_one)
    assert state(strict, MAIL) == "quoted"


def test_a_dry_run_says_that_it_would_wait(strict: Desk) -> None:
    assert price_quote(strict, asked(S15, discount="20"), TODAY).status == "waiting"
    assert price_quote(strict, asked(S15, discount="5"), TODAY).status == "open"
    number = quoted(strict, S15)
    with pytest.raises(Refusal):
        make_quote(strict, asked(S15, option="essential-99"), TODAY)
    assert status(strict, number) == "open"
