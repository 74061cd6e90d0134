"""The quotes to draw: each language, each family, options, and what strains the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from resellers import (
    AMERICAN,
    AUSTRALIAN,
    CUSTOMER_COLUMNS,
    LAST_YEARS_LICENCES,
    LAST_YEARS_PRICES,
    LICENCE_COLUMNS,
    MARCHAND,
    NOBODY,
    ODD_CUSTOMER,
    ODD_LICENCES,
    PRICE_COLUMNS,
    japanese,
    thousand_licences,
)
from stage import TODAY, Made, Stage, on, quoted, request

from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.quoting import make_quote, price_quote
from resellerdesk.desk.revising import revise
from resellerdesk.desk.stepping import advance

MIXED = ("2368167839", "dd2cefb8-23c9-4fea-aefa-af664c2fb124", "2648127757", "926834412")


@dataclass(frozen=True)
class Scene:
    """A quote to draw; `ends_alone`: its first and last page are enough."""

    name: str
    title: str
    shows: str
    make: Callable[[Stage], Made]
    ends_alone: bool = False


def mixed(stage: Stage) -> Made:
    return quoted(stage.desk(), request(*MIXED, align="auto", discount="7.5"))


def terms_side_by_side(stage: Stage) -> Made:
    asked = request("2368167839", "5617590589", "2648127757", discount="5",
                    alternatives=("essential-24", "essential-36"))
    return quoted(stage.desk(), asked)


def lapsed(stage: Stage) -> Made:
    asked = request("3039081424", option="essential-12+premium+education", discount="10")
    return quoted(stage.desk(), asked)


def tiers(stage: Stage) -> Made:
    return quoted(stage.desk(), request("4200645771", alternatives=(
        "standard-plus-12", "next-business-day-12", "four-hour-12")))


def one_certificate(stage: Stage) -> Made:
    return quoted(stage.desk(), request("990200001"))


def three_years_of_certificates(stage: Stage) -> Made:
    return quoted(stage.desk(), request("990200001", option="trust-center-36"))


def changed_name(stage: Stage) -> Made:
    desk, folder = stage.desk(), files("resellerdesk.demo") / "samples" / "ssl"
    given = {"old": (folder / "old.pem").read_bytes(),
             "request": (folder / "organisation-changed.csr").read_bytes()}
    advance(desk, "990200001", "check", given, TODAY)
    return quoted(desk, request("990200001", option="new-12"))


def british(stage: Stage) -> Made:
    return quoted(stage.desk(), request(
        "6230694040", "5843196832", "9676184959", "4349198608", "2186141131",
        "d58a4962-7025-4176-a867-7e4ea2da43a0", "802098076"))


def in_japanese(stage: Stage) -> Made:
    return quoted(stage.desk(), request(
        "2725448772", "4921184822", "10e217c1-ecaf-469c-a111-00cb808bef0d", "307405360"))


def at_home_in_japan(stage: Stage) -> Made:
    desk = stage.desk(japanese(stage))
    return quoted(desk, request("2607437905", "8aaa9497-0a63-4ecf-aae0-8dc94b425b20",
                                discount="12.5"))


def in_chinese(stage: Stage) -> Made:
    return quoted(stage.desk(), request(
        "4814982847", "ae2045c4-2169-45de-a7d2-a907854c2f92",
        "8fc5654a-3c94-4e0a-a7e1-e87a9333737d", options={"4814982847": "four-hour-12"}))


def american(stage: Stage) -> Made:
    desk = stage.desk(AMERICAN)
    return quoted(desk, request("9215407559", "3685547960", "4316267102", "209623893",
                                align="auto", discount="3"))


def australian(stage: Stage) -> Made:
    desk = stage.desk(AUSTRALIAN)
    return quoted(desk, request("8636821963", "5282553737", "2899133689",
                                "2a79c91c-a50f-42d2-af7a-a247b91148e8"))


def cloud_late(stage: Stage) -> Made:
    return quoted(stage.desk(), request("4de27deb-949a-45a7-afcc-5b6277c67cc2",
                                        "dcf226db-ef13-4de8-ac4e-f44a446c3624"))


def hardware_lapsed(stage: Stage) -> Made:
    return quoted(stage.desk(), request("4242861445", "4372665933"))


def fleet(stage: Stage) -> Made:
    return quoted(stage.desk(), request("2962076792", "4638269908", "2113540529", "4240905412"))


def second_vendor(stage: Stage) -> Made:
    return quoted(stage.desk(), request("KES-0001", "5617590589", align=date(2028, 1, 31)))


def a_year_later(stage: Stage) -> Made:
    """Quoted, accepted and fulfilled a year ago; quoted again today."""
    desk, then = stage.desk(), date(2025, 11, 20)
    before = on(desk, then)
    stage.take_in(before, "customers.csv", [CUSTOMER_COLUMNS, MARCHAND])
    stage.take_in(before, "prices.csv", [PRICE_COLUMNS, *LAST_YEARS_PRICES])
    stage.take_in(before, "licences.csv", [LICENCE_COLUMNS, *LAST_YEARS_LICENCES])
    refs = [row.partition(",")[0] for row in LAST_YEARS_LICENCES]
    number = str(make_quote(before, request(*refs, discount="5"), then).number)
    for ref in refs:
        advance(before, ref, "verify", {"renewal_id": ref}, then)
    accept(before, Answer(number, "BC-2025-118", then))
    for ref in refs:
        advance(before, ref, "fulfil", {"certificate": f"M5022{ref[-4:]}"}, then)
    return quoted(desk, request(*refs, discount="7.5", alternatives=("essential-36",)))


def second_revision(stage: Stage) -> Made:
    desk = stage.desk()
    number = str(make_quote(desk, request("2833950200", "5473925505"), TODAY).number)
    again = request("2833950200", "5473925505", discount="6", quantities={"2833950200": 40})
    return Made(desk, revise(desk, number, again, TODAY).numbered)


def draft(stage: Stage) -> Made:
    desk = stage.desk()
    asked = request("9138393905", "2833950200", alternatives=("essential-24",), language="en")
    return Made(desk, price_quote(desk, asked, TODAY))


def thousand(stage: Stage) -> Made:
    desk, rows = stage.desk(), thousand_licences()
    stage.take_in(desk, "customers.csv", [CUSTOMER_COLUMNS, MARCHAND])
    stage.take_in(desk, "licences.csv", [LICENCE_COLUMNS, *rows])
    return quoted(desk, request(*(row.partition(",")[0] for row in rows)))


def odd_names(stage: Stage) -> Made:
    desk = stage.desk()
    stage.take_in(desk, "customers.csv", [CUSTOMER_COLUMNS, ODD_CUSTOMER])
    stage.take_in(desk, "licences.csv", [LICENCE_COLUMNS, *ODD_LICENCES])
    refs = (row.partition(",")[0] for row in ODD_LICENCES)
    return quoted(desk, request(*refs, alternatives=("essential-36",)))


def hardly_a_reseller(stage: Stage) -> Made:
    return quoted(stage.desk(NOBODY), request("2833950200"))


SCENES = (
    Scene("01-four-families", "Four families, one end",
          "French: software, cloud, hardware and a certificate, aligned; hardware is cut at the "
          "end of its support life, the certificate keeps its own end.", mixed),
    Scene("02-one-two-three-years", "One, two or three years",
          "French: options side by side, by the year, with what each saves.", terms_side_by_side),
    Scene("03-a-year-later", "A year later",
          "French: what was accepted last year stands beside this year’s price.", a_year_later),
    Scene("04-support-levels", "Support levels",
          "French, to Belgium: four levels of support as options; VAT is due by the customer.",
          tiers),
    Scene("05-lapsed", "Lapsed",
          "German: back maintenance and its fee, Premium Support, an education voucher; reverse "
          "charge.", lapsed),
    Scene("06-fleet", "Several units of one model",
          "German: a lapsed unit is inspected; other levels beside each line.", fleet),
    Scene("07-cloud", "Cloud, in time and late",
          "German: days without service, and invoices that are still open.", cloud_late),
    Scene("08-certificate", "One certificate",
          "French: the schedule under the browsers’ caps.", one_certificate),
    Scene("09-three-years-of-certificates", "Three years of certificates",
          "French: from 2029 on a certificate lasts 47 days.", three_years_of_certificates),
    Scene("10-changed-name", "A changed name",
          "French: the request names another organisation, which is no renewal.", changed_name),
    Scene("11-hardware-lapsed", "Hardware, lapsed",
          "French: an inspection before support is taken up again.", hardware_lapsed),
    Scene("12-second-vendor", "Two vendors",
          "French: begun months count as twelfths for one of them; it is in grace.", second_vendor),
    Scene("13-british", "To Britain", "English, pounds: four families, each with its own end.",
          british),
    Scene("14-american", "Within the United States",
          "English, on Letter: no tax line; days with the month in letters.", american),
    Scene("15-australian", "Within Australia", "English: GST.", australian),
    Scene("16-japanese", "Japanese", "Yen: from a French reseller to Tokyo.", in_japanese),
    Scene("17-within-japan", "Within Japan", "Japanese: a wide logo, consumption tax.",
          at_home_in_japan),
    Scene("18-chinese", "Chinese", "Yuan: a level above today’s.", in_chinese),
    Scene("19-second-revision", "A second revision",
          "French: fewer units than are licensed.", second_revision),
    Scene("20-draft", "A draft", "English: no number, and no place to sign.", draft),
    Scene("21-thousand-lines", "A thousand lines", "French: the first page and the last.",
          thousand, ends_alone=True),
    Scene("22-odd-names", "Names that strain the page",
          "French: 300 characters, words without a space, markup, control characters.", odd_names),
    Scene("23-hardly-a-reseller", "Hardly a reseller",
          "French: a profile with a name alone and a light accent; no country, no tax.",
          hardly_a_reseller),
)
