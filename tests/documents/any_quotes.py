"""Quotes as nobody would make them: any names, amounts, taxes, options, tables and colours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from resellerdesk.core.customer_view import CustomerView, ViewLine
from resellerdesk.core.fact import Bars, Fact, Table
from resellerdesk.core.last_year import LastYear
from resellerdesk.core.late import LateCost
from resellerdesk.core.period import Period
from resellerdesk.core.tax import TaxLine
from resellerdesk.core.text import T, Text
from resellerdesk.core.view_ladder import ViewLadder, ViewRung

from documents.samples import (
    CUSTOMER,
    HARDWARE,
    SELLER,
    SOFTWARE,
    alternative,
    line,
    lines,
    quote,
)

names = st.text(
    st.characters(codec="utf-8") | st.sampled_from("é &<>/ー。（）株式さ贸\u00a0\u202f\u200b"),
    max_size=300,
)
amounts = st.integers(0, 10**12)
differences = st.integers(-(10**12), 10**12)
days = st.dates(date(2024, 1, 1), date(2032, 1, 1))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    start = draw(days)
    return Period(start, start + timedelta(days=draw(st.integers(0, 2000))))


@st.composite
def facts(draw: st.DrawFn) -> tuple[Fact, ...]:
    values = st.one_of(names, st.integers(), days, st.none(), st.booleans())
    return tuple(Fact(f"f{n}", T("Response"), draw(values)) for n in range(draw(st.integers(0, 3))))


@st.composite
def any_line(draw: st.DrawFn, number: int) -> ViewLine:
    family, title = draw(st.sampled_from([SOFTWARE, HARDWARE]))
    return line(
        number, family=family, family_title=title, description=draw(names), sku=draw(names),
        unit_list=draw(amounts), quantity=draw(st.integers(1, 10**6)), period=draw(periods()),
        facts=draw(facts()), discount_percent=Decimal(draw(st.integers(0, 1000))) / 10,
    )


def notes() -> st.SearchStrategy[tuple[Text, ...]]:
    text = st.builds(lambda name: T("{reference} ends on that day.", reference=name),
                     names | st.just("4471882000"))
    return st.lists(text, max_size=8).map(tuple)


@st.composite
def any_table(draw: st.DrawFn) -> Table:
    columns = (("first", T("Issued")), ("last", T("Last day")), ("proof", T("Domain proof")),
               ("about", T("About")))
    spans = draw(st.lists(periods(), max_size=6))
    rows = tuple((one.start, one.end, draw(st.booleans()), draw(names)) for one in spans)
    bars = draw(st.sampled_from([None, Bars("first", "last"), Bars("first", "last", "proof")]))
    return Table("plan", T("Certificates for {name}", name=draw(names)), columns, rows, bars=bars)


@st.composite
def any_ladder(draw: st.DrawFn) -> ViewLadder:
    rungs = [ViewRung("quoted", draw(names), draw(facts()), 0, True, False)]
    rungs += [ViewRung(f"r{n}", draw(names), draw(facts()), draw(differences), False, n == 0)
              for n in range(draw(st.integers(1, 3)))]
    return ViewLadder(("software:4471882000",), tuple(rungs))


def _taxes(draw: st.DrawFn, subtotal: int) -> tuple[TaxLine, ...]:
    return tuple(
        TaxLine(T("VAT {rate} %", rate=Decimal(n)), Decimal(n), subtotal, draw(amounts),
                draw(names))
        for n in range(draw(st.integers(0, 3)))
    )


@st.composite
def any_quote(draw: st.DrawFn) -> CustomerView:
    made = [draw(any_line(n)) for n in range(draw(st.integers(1, 3)))]
    made += lines(draw(st.integers(0, 30)))
    others = [alternative(f"o{n}", draw(names), [draw(any_line(n)), *made[1:]])
              for n in range(draw(st.integers(0, 4)))]
    view = quote(made, currency=draw(st.sampled_from(["EUR", "JPY", "CHF", "TND"])))
    taxes = _taxes(draw, view.subtotal)
    known = LastYear(draw(amounts), draw(amounts), 1, draw(st.booleans()))
    return replace(
        view, taxes=taxes, total=view.subtotal + sum(tax.amount for tax in taxes),
        customer=replace(CUSTOMER, name=draw(names), city=draw(names),
                         country=draw(st.sampled_from(["FR", "US", "JP", "XX", ""]))),
        seller=replace(SELLER, name=draw(names), contact=draw(names),
                       accent=draw(st.sampled_from(["#0B4F79", "#FFE14D", ""]))),
        number=draw(st.sampled_from(["Q-2026-0042", None])),
        notes=draw(notes()), lapse=draw(notes()), alternatives=tuple(others),
        tables=tuple(draw(st.lists(any_table(), max_size=2))),
        ladders=tuple(draw(st.lists(any_ladder(), max_size=2))),
        last_year=draw(st.sampled_from([None, known])),
        late=tuple(LateCost(n, ("software:4471882000",), draw(amounts))
                   for n in range(draw(st.integers(0, 2)))),
    )
