"""What `show` says of a plan besides the common columns; all of it the reseller's own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from resellerdesk.sdk import Fact, Table, Text, Value

from resellerdesk_ssl.accounts import certificates_held, title_of_account
from resellerdesk_ssl.comparison import comparison_table, named
from resellerdesk_ssl.details import Held, Situated
from resellerdesk_ssl.options import opening_day, options_for
from resellerdesk_ssl.schedule import schedule_table
from resellerdesk_ssl.wording import T


def shown_of(held: Held, ctx: Situated) -> Iterator[Fact | Table]:
    details, facts = held.details, ctx.renewal.facts
    yield _own("common_name", T("Common name"), details.common_name)
    yield _own("dns_names", T("Alternative names"), " ".join(details.dns_names))
    yield _own("organization", T("Organisation"), details.organization)
    yield _own("account_type", T("Account type"), title_of_account(details.account_type))
    yield _own("certificates_held", T("Certificates held"), certificates_held(held, ctx))
    yield _own("opens", T("Can be renewed from"), opening_day(held))
    yield _own("valid_till", T("Certificate in use ends on"), details.last_day_in_use)
    yield _own("serial", T("Serial number"), details.serial_in_use)
    if details.on_server is not None:
        yield _own("server", T("Read from server"), details.on_server.server)
        yield _own("issuer", T("Issued by"), details.on_server.issuer)
    yield _own("auto_renew", T("Auto-renewal service"), details.auto_renew)
    yield _own("express", T("Express renewal"), details.express)
    yield _own("checked_on", T("Request checked"), facts.checked_on or T("not yet"))
    if facts.comparison:
        changed = named(facts.renamed) if facts.renamed else T("nothing")
        yield _own("name_changed", T("Changed in the name"), changed)
        yield comparison_table(facts.comparison)
    yield schedule_table(_plan_end(held, ctx), ctx.as_of, ctx.policy, details.common_name)


def _plan_end(held: Held, ctx: Situated) -> date:
    """Until when the plan that was picked runs, else the one that is recommended."""
    if ctx.renewal.picked is not None:
        return ctx.renewal.picked.period.end
    recommended = next(option for option in options_for(held, ctx) if option.recommended)
    return recommended.period.end


def _own(key: str, title: Text, value: Value) -> Fact:
    return Fact(key, title, value, internal=True)
