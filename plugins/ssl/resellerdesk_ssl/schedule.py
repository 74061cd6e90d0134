"""The certificates that a plan needs, as browsers cap the life of each by its issue date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from resellerdesk.sdk import Bars, Policy, Table

from resellerdesk_ssl.policy import MAX_CERTIFICATE_DAYS
from resellerdesk_ssl.wording import T

SCHEDULE = "schedule"
_DAY = timedelta(days=1)

# From a day on: how long a certificate may last, how old a proof of domain control may be.
_LONGEST = (
    (date(2018, 3, 1), 825),
    (date(2020, 9, 1), 398),
    (date(2026, 3, 15), 200),
    (date(2027, 3, 15), 100),
    (date(2029, 3, 15), 47),
)
_PROOF_REUSE = (
    (date.min, 825),
    (date(2020, 9, 1), 398),
    (date(2026, 3, 15), 200),
    (date(2027, 3, 15), 100),
    (date(2029, 3, 15), 10),
)
_LEAD, _SHORT_LEAD, _SHORT_LIFE = 30, 10, 47


@dataclass(frozen=True, slots=True)
class Certificate:
    """One certificate of a plan, both days included; `domain_proof`: its issue needs a new one."""

    issued: date
    last_day: date
    domain_proof: bool

    @property
    def days(self) -> int:
        return (self.last_day - self.issued).days + 1


def certificates_until(plan_end: date, first: date, policy: Policy) -> Iterator[Certificate]:
    """The certificates from the first issue to the plan's end; none where that is past."""
    issued, proven = first, None
    while issued <= plan_end:
        cap = longest_on(issued, policy)
        last_day = plan_end if cap is None else min(plan_end, issued + timedelta(days=cap - 1))
        proof = proven is None or (issued - proven).days > _in_force(_PROOF_REUSE, issued)
        proven = issued if proof else proven
        yield Certificate(issued, last_day, proof)
        if cap is None or last_day == plan_end:
            return
        issued = max(issued + _DAY, last_day - timedelta(days=_lead(cap)))


def longest_on(day: date, policy: Policy) -> int | None:
    """How many days a certificate issued that day may last: the browsers' cap or the authority's
    own, the smaller; None before there was one."""
    limits = (_in_force(_LONGEST, day), policy.days(MAX_CERTIFICATE_DAYS, 0, day))
    return min((limit for limit in limits if limit), default=None)


def schedule_table(plan_end: date, first: date, policy: Policy, title: str) -> Table:
    """The schedule of a plan; `title` names its certificate."""
    return Table(
        SCHEDULE,
        T("Certificates for {name} until {end}", name=title, end=plan_end),
        (
            ("issued", T("Issued")),
            ("last_day", T("Last day")),
            ("days", T("Days")),
            ("domain_proof", T("New proof of domain control")),
        ),
        tuple(
            (one.issued, one.last_day, one.days, one.domain_proof)
            for one in certificates_until(plan_end, first, policy)
        ),
        bars=Bars("issued", "last_day", mark="domain_proof"),
    )


def _lead(cap: int) -> int:
    """How many days before its last day a certificate is followed by the next. What an authority
    caps below a month leaves two thirds of its life, or the plan would be all issues."""
    return _LEAD if cap > _SHORT_LIFE else min(_SHORT_LEAD, cap // 3)


def _in_force(rows: Sequence[tuple[date, int]], day: date) -> int:
    """The newest limit of that day; 0 before the first."""
    return next((limit for since, limit in reversed(rows) if since <= day), 0)
