"""From REFs and wishes to a quote: what it says, and what refuses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from resellerdesk.core.money import decimal_text
from resellerdesk.core.option import parse_choice
from resellerdesk.core.pricing import Line
from resellerdesk.core.quote import Quote
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.situation import Situation
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.settings import set_settings
from resellerdesk.desk.showing import show

from desk.answers.harbour import harbour, harbour_file, machines, strangers
from desk.exports import customer, licence, price
from desk.quay import AS_OF, Quay

__all__ = ["harbour", "harbour_file", "strangers"]

CAFE = "software:2368167839"  # Éditions du Vieux-Port, 50 units until 26 November 2026
LATE = "software:3039081424"  # Käthe Jäger, 5 units until 10 October 2026
KESTREL = "software:KES-0001"  # Éditions du Vieux-Port, 10 units, in grace


def asked(*refs: str, as_of: date = AS_OF, **wishes: Any) -> tuple[QuoteRequest, date]:
    """Wishes as they are typed: `option="essential-24"`, `discount="7.5"`."""
    read: dict[str, Any] = dict(wishes)
    if "option" in read:
        read["option"] = parse_choice(read["option"])
    if "options" in read:
        read["options"] = {ref: parse_choice(key) for ref, key in read["options"].items()}
    if "alternatives" in read:
        read["alternatives"] = tuple(parse_choice(key) for key in read["alternatives"])
    if "discount" in read:
        read["discount"] = Decimal(read["discount"])
    if "discounts" in read:
        read["discounts"] = {ref: Decimal(word) for ref, word in read["discounts"].items()}
    return QuoteRequest(refs, **read), as_of


def priced(desk: Desk, *refs: str, as_of: date = AS_OF, **wishes: Any) -> Quote:
    request, on = asked(*refs, as_of=as_of, **wishes)
    return price_quote(desk, request, on).quote


def refusal(desk: Desk, *refs: str, as_of: date = AS_OF, **wishes: Any) -> str:
    with pytest.raises(Refusal) as caught:
        priced(desk, *refs, as_of=as_of, **wishes)
    line = str(caught.value)
    assert "\n" not in line
    return line


def figures(line: Line, currency: str = "EUR") -> tuple[str, str, str, str]:
    """Kind, list, net and amount, as they are printed."""
    amounts = (line.unit_list, line.unit_net, line.amount)
    unit_list, net, amount = (decimal_text(each, currency) for each in amounts)
    return line.kind, unit_list, net, amount


class TestWorkedFigures:
    """docs/domain.md, section 11: what software alone gives of it."""

    def test_lapsed_with_premium_and_an_education_voucher(self, desk: Desk) -> None:
        quote = priced(desk, LATE, option="essential-12+premium+education", discount="10")
        assert [figures(line) for line in quote.lines] == [
            ("back_maintenance", "3.76", "3.38", "16.90"),
            ("reinstatement_fee", "0.68", "0.68", "3.40"),
            ("renewal", "31.20", "28.08", "140.40"),
            ("support", "9500.00", "8550.00", "8550.00"),
            ("service", "780.00", "780.00", "780.00"),
        ]
        back, fee, renewal, premium, education = quote.lines
        assert back.period.days == 44
        assert back.period == fee.period
        assert (renewal.period.start, renewal.period.end) == (AS_OF, date(2027, 11, 23))
        assert premium.period == renewal.period
        assert (education.period.start, education.period.days) == (AS_OF, 1)
        assert decimal_text(quote.subtotal, "EUR") == "9490.70"
        assert quote.total == quote.subtotal
        [tax] = quote.tax.lines
        assert (tax.rate, tax.amount) == (Decimal(0), 0)
        assert "Reverse charge" in str(tax.note)
        assert quote.validity.until == date(2026, 12, 24)

    def test_aligned_with_a_discount(self, desk: Desk) -> None:
        quote = priced(desk, CAFE, align=date(2028, 1, 2), discount="7.5")
        [line] = quote.lines
        assert figures(line) == ("renewal", "32.64", "30.19", "1509.50")
        assert line.period.days == 402
        assert line.margin == 20400
        assert decimal_text(quote.total, "EUR") == "1811.40"
        assert quote.validity.until == date(2026, 11, 26)

    def test_a_band_is_reached_by_the_quantity_of_the_sku(self, desk: Desk) -> None:
        quote = priced(desk, CAFE, quantity=250, discount="7.5")
        [line] = quote.lines
        assert (line.quantity, figures(line)) == (250, ("renewal", "28.08", "25.97", "6492.50"))
        assert line.margin == 87750

    def test_in_grace_nothing_is_lost(self, desk: Desk) -> None:
        quote = priced(desk, KESTREL)
        [line] = quote.lines
        assert quote.items[0].situation is Situation.IN_GRACE
        assert line.period.start == date(2026, 11, 15)
        assert figures(line) == ("renewal", "120.00", "120.00", "1200.00")
        assert quote.validity.until == date(2026, 11, 29)

    def test_begun_months_count_whole_for_a_vendor_who_counts_so(self, desk: Desk) -> None:
        """15 November 2026 to 20 March 2028 is a year and 5 begun months."""
        quote = priced(desk, KESTREL, align=date(2028, 3, 20))
        assert figures(quote.lines[0]) == ("renewal", "170.00", "170.00", "1700.00")


class TestGraceByDate:
    @pytest.mark.parametrize(
        ("ref", "as_of", "situation"),
        [
            ("2016000000", date(2016, 5, 8), Situation.IN_GRACE),
            ("2016000000", date(2016, 5, 9), Situation.LAPSED),
            ("2016000002", date(2016, 5, 8), Situation.ON_TIME),
            ("2016000002", date(2016, 5, 9), Situation.LAPSED),
            ("2016000004", date(2016, 10, 2), Situation.IN_GRACE),
            ("2016000004", date(2016, 10, 3), Situation.LAPSED),
            ("KES-0001", date(2026, 11, 29), Situation.IN_GRACE),
            ("KES-0001", date(2026, 11, 30), Situation.LAPSED),
        ],
    )
    def test_it_ends_where_and_when_the_vendor_says(
        self, desk: Desk, ref: str, as_of: date, situation: Situation
    ) -> None:
        assert show(desk, ref, as_of).situation is situation
        late = as_of - show(desk, ref, as_of).record.held.columns.period.end
        is_charged = situation is Situation.LAPSED and late.days > 1  # an empty gap is not
        kinds = [line.kind for line in priced(desk, ref, as_of=as_of).lines]
        assert ("back_maintenance" in kinds) is is_charged

    def test_a_reseller_in_japan_charges_the_rate_of_that_day(self, desk: Desk) -> None:
        set_settings(desk, {"reseller.country": "JP", "reseller.vat_number": ""})
        quote = priced(desk, "2016000005", as_of=date(2016, 10, 2))
        [tax] = quote.tax.lines
        assert tax.rate == 8
        assert (quote.subtotal, tax.amount, quote.total) == (726600, 58128, 784728)


class TestWishes:
    def test_for_each_ref_its_own(self, desk: Desk) -> None:
        quote = priced(
            desk, CAFE, KESTREL, option="essential-12", options={KESTREL: "essential-36"},
            quantity=5, quantities={CAFE: 7}, discount="10", discounts={KESTREL: "0"},
        )
        cafe, kestrel = quote.lines
        assert (cafe.quantity, cafe.discount.percent) == (7, Decimal(10))
        assert (kestrel.quantity, kestrel.discount.percent) == (5, Decimal(0))
        assert kestrel.period.end == date(2029, 11, 14)
        assert figures(kestrel) == ("renewal", "324.00", "324.00", "1620.00")

    def test_a_ref_twice_counts_once(self, desk: Desk) -> None:
        assert len(priced(desk, CAFE, "2368167839").lines) == 1

    def test_an_add_on_stands_once_on_a_quote_on_the_first_line_that_asks(
        self, quay: Quay
    ) -> None:
        quay.take_in(price("SVC-EDU", "780.00", term_months=0), name="education.csv")
        quay.take_in(licence("R-1"), licence("R-2"))
        quote = priced(quay.desk, "R-1", "R-2", option="essential-12+education=3")
        assert [(line.ref, line.kind, line.quantity) for line in quote.lines] == [
            ("software:R-1", "renewal", 10), ("software:R-1", "service", 3),
            ("software:R-2", "renewal", 10),
        ]

    def test_units_of_one_sku_reach_a_band_together(self, quay: Quay) -> None:
        quay.take_in(licence("R-1", covered=15), licence("R-2", covered=10))
        assert [line.unit_list for line in priced(quay.desk, "R-1", "R-2").lines] == [2964, 2964]
        assert [line.unit_list for line in priced(quay.desk, "R-1").lines] == [3120]

    def test_an_alternative_is_the_whole_quote_with_another_option(self, desk: Desk) -> None:
        quote = priced(desk, CAFE, KESTREL, alternatives=("essential-36",))
        [other] = quote.alternatives
        assert other.key == "essential-36"
        assert [line.period.days for line in quote.lines] == [365, 365]
        assert [line.period.days for line in other.lines] == [1096, 1096]
        assert other.subtotal == sum(line.amount for line in other.lines)

    def test_auto_aligns_to_the_latest_first_year(self, desk: Desk) -> None:
        quote = priced(desk, CAFE, KESTREL, align="auto")
        assert {line.period.end for line in quote.lines} == {date(2027, 11, 26)}
        assert quote.lines[1].period.start == date(2026, 11, 15)

    def test_who_grants_a_discount_is_written_down(self, desk: Desk) -> None:
        [line] = priced(desk, CAFE, discount="7.5").lines
        assert (line.discount.granted_by, line.discount.named) == ("marie", False)

    @pytest.mark.parametrize(("language", "said"), [("", "fr"), ("de", "de")])
    def test_in_the_customers_language_or_another(
        self, desk: Desk, language: str, said: str
    ) -> None:
        assert priced(desk, CAFE, language=language).language == said


class TestRefusals:
    @pytest.mark.parametrize(
        ("refs", "wishes", "line"),
        [
            (("R-9",), {}, ("R-9 names no entitlement; write family:reference, or the reference "
             "alone (due and customers list them)")),
            ((), {}, "nothing to quote: name at least one REF"),
            ((CAFE, LATE), {}, (f"a quote is for one customer; these are of several: {CAFE} "
             f"(C-1009), {LATE} (C-1016); make one quote each")),
            ((CAFE,), {"option": "essential-48"}, (f"{CAFE} has no option essential-48; "
             "it has essential-12, essential-24, essential-36")),
            ((CAFE,), {"option": "essential-12+gold"}, (f"{CAFE}: option essential-12 has no "
             "add-on +gold; it has +consulting, +cyber, +education, +premium")),
            ((CAFE,), {"alternatives": ("essential-48",)},
             "no line of this quote has an option essential-48"),
            ((CAFE,), {"align": date(2027, 6, 30)}, (f"{CAFE}: aligned to 2027-06-30 its period "
             "would be shorter than 12 months (it starts on 2026-11-27); the earliest date that "
             "works is 2027-11-26")),
            ((CAFE, KESTREL), {"align": "auto", "options": {KESTREL: "essential-36"}},
             (f"{KESTREL}: essential-36 runs 36 months and cannot be aligned; choose an option of "
             "12 months, or quote without aligning")),
            (("software:2016000000",), {}, ("software:2016000000: SEP-ESS-NEW of Symantec has no "
             "one-off price in EUR, program express, quantity 25, on 2026-11-24; import a price "
             "row for it")),
        ],
    )
    def test_each_says_what_would_work(
        self, desk: Desk, refs: tuple[str, ...], wishes: Mapping[str, Any], line: str
    ) -> None:
        assert refusal(desk, *refs, **wishes) == line

    def test_a_missing_price_is_named_with_all_that_was_looked_for(self, quay: Quay) -> None:
        quay.take_in(customer("C-4", "Elsewhere", currency="GBP", country="GB"), name="c.csv")
        quay.take_in(licence(customer="C-4", name="Elsewhere", program="rewards"))
        assert refusal(quay.desk, "R-1") == (
            "software:R-1: SEP-ESS-REN of Symantec has no price for 12 months in GBP, program "
            "rewards, quantity 10, on 2026-11-24; import a price row for it"
        )

    def test_a_reference_of_two_families_wants_its_family(
        self, harbour: Desk, tmp_path: Path
    ) -> None:
        row = "S-15,C-1,☕,Moka 3,8200,2026-01-15 → 2027-01-14,"
        import_files(harbour, [machines(tmp_path, [row])])
        assert refusal(harbour, "S-15") == (
            "S-15 names several: coffee:S-15, software:S-15; write one of these"
        )
        assert priced(harbour, "software:S-15").lines[0].family == "software"


class TestStoring:
    def test_it_gets_the_next_number_and_its_renewals_are_quoted(self, desk: Desk) -> None:
        for n, ref in enumerate((CAFE, KESTREL), 1):
            made = make_quote(desk, *asked(ref))
            assert (made.number, made.revision, made.status) == (f"Q-2026-000{n}", 1, "open")
        assert show(desk, CAFE, AS_OF).record.cycle.state == "quoted"
        assert make_quote(desk, *asked(CAFE, as_of=date(2027, 1, 5))).number == "Q-2027-0001"

    def test_a_dry_run_stores_nothing(self, desk: Desk) -> None:
        before = show(desk, CAFE, AS_OF)
        assert price_quote(desk, *asked(CAFE)).number is None
        assert show(desk, CAFE, AS_OF) == before
        assert make_quote(desk, *asked(CAFE)).number == "Q-2026-0001"

    def test_a_second_open_quote_is_an_open_point_and_no_refusal(self, desk: Desk) -> None:
        make_quote(desk, *asked(CAFE))
        quote = make_quote(desk, *asked(CAFE)).quote
        assert "it also stands on the open quote Q-2026-0001" in [
            str(point.text) for point in quote.open_points
        ]

    def test_what_is_missing_for_an_order_is_said_before(self, desk: Desk) -> None:
        [point] = priced(desk, CAFE).open_points
        assert point.ref == CAFE
        assert "ownership of 2368167839 is not verified" in str(point.text)

    @pytest.mark.parametrize("changed", ["a quote", "an import"])
    def test_what_somebody_changed_since_it_was_read_is_refused_by_name(
        self, quay: Quay, changed: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Between reading and storing a colleague acts: nothing is stored, no number is lost."""
        quay.take_in(licence("R-1"), licence("R-2"))
        colleague = Quay(replace(quay.desk, user="jonas"), quay.folder)
        acts: Mapping[str, Callable[[], object]] = {
            "a quote": lambda: make_quote(colleague.desk, *asked("R-1")),
            "an import": lambda: colleague.take_in(licence("R-1", covered=8), name="june.csv"),
        }
        before = quay.desk.clock
        once = iter([acts[changed]])

        def clock() -> Any:
            """The desk asks the time once a quote is priced, just before it is stored."""
            for act in once:
                act()
            return before()

        with pytest.raises(Refusal) as caught:
            make_quote(replace(quay.desk, clock=clock), *asked("R-2", "R-1"))
        what = {"a quote": "quote", "an import": "changed"}[changed]
        assert str(caught.value) == (
            f"software:R-1: jonas changed it meanwhile ({what}); nothing was stored, look again"
        )
        assert show(quay.desk, "R-2", AS_OF).record.cycle.state == "due"
        assert len(show(quay.desk, "R-2", AS_OF).history) == 1
        made = make_quote(quay.desk, *asked("R-1")).number
        assert made == ("Q-2026-0002" if changed == "a quote" else "Q-2026-0001")
