"""Other resellers than that of the sample desk, and customers with a past or with odd names."""

from __future__ import annotations

from stage import Stage

AMERICAN = {
    "reseller.name": "Prairie Software Partners", "reseller.street": "220 N Main St, Suite 400",
    "reseller.postal_code": "61602", "reseller.city": "Peoria, IL", "reseller.country": "US",
    "reseller.vat_number": "", "reseller.contact": "Jordan Reyes",
    "reseller.phone": "+1 309 555 0142", "reseller.email": "renewals@prairie-software.example",
    "reseller.legal_line": "Prairie Software Partners LLC, an Illinois limited liability company",
    "reseller.accent": "#7A2E1D", "reseller.logo": "",
}
AUSTRALIAN = {
    "reseller.name": "Southern Cross Licensing", "reseller.street": "8 Harbour St",
    "reseller.postal_code": "2000", "reseller.city": "Sydney NSW", "reseller.country": "AU",
    "reseller.vat_number": "", "reseller.contact": "Mia Nguyen",
    "reseller.phone": "+61 2 5550 0108", "reseller.email": "renewals@southern-cross.example",
    "reseller.legal_line": "Southern Cross Licensing Pty Ltd, ABN 51 824 753 556",
    "reseller.accent": "#0F5C4A", "reseller.logo": "",
}
NOBODY = dict.fromkeys(
    ("reseller.street", "reseller.postal_code", "reseller.city", "reseller.country",
     "reseller.vat_number", "reseller.legal_line", "reseller.contact", "reseller.phone",
     "reseller.email", "reseller.logo"), "",
) | {"reseller.name": "Lumière & Fils", "reseller.accent": "#FFD23F"}

WORDMARK = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 60">
  <style>.red{fill:#B3001B}.ink{fill:#222831}</style>
  <circle class="red" cx="30" cy="30" r="26"/>
  <path fill="#fff" d="M30 12 L44 30 L30 48 L16 30 Z"/>
  <g class="ink"><rect x="72" y="14" width="8" height="32"/>
  <rect x="72" y="38" width="28" height="8"/>
  <path fill-rule="evenodd" d="M110 46 L124 14 H132 L146 46 H137 L134 39 H122 L119 46 Z
    M125 32 H131 L128 24 Z"/>
  <rect x="156" y="14" width="8" height="32"/><path d="M172 14 H180 L196 34 V14 H204 V46 H196
    L180 26 V46 H172 Z"/><rect x="216" y="14" width="26" height="8"/>
  <rect x="216" y="26" width="22" height="8"/><rect x="216" y="38" width="26" height="8"/>
  <rect x="216" y="14" width="8" height="32"/></g>
</svg>
"""


def japanese(stage: Stage) -> dict[str, str]:
    """A reseller in Tokyo, with a wide logo."""
    return {
        "reseller.name": "株式会社あおぞらシステム", "reseller.street": "港区芝公園4-2-8",
        "reseller.postal_code": "105-0011", "reseller.city": "東京都", "reseller.country": "JP",
        "reseller.vat_number": "", "reseller.contact": "佐藤 美咲",
        "reseller.phone": "03-5550-0123",
        "reseller.email": "koushin@aozora-system.example", "reseller.accent": "#8C1C2B",
        "reseller.legal_line": "株式会社あおぞらシステム　登録番号 T1234567890123",
        "reseller.logo": stage.picture("wordmark.svg", WORDMARK),
    }


LICENCE_COLUMNS = ("Renewal ID,Account Number,SKU,Description,Licensed Qty,Covered Qty,Start Date,"
                   "End Date,Vendor,Certificate Number")
CUSTOMER_COLUMNS = ("customer_id,name,country,currency,program,language,street,postal_code,city,"
                    "payment_days")
PRICE_COLUMNS = ("vendor,sku,family,description,currency,program,term_months,min_quantity,"
                 "unit_price,unit_cost,valid_from,valid_to")


def licence(reference: str, customer: str, product: str, certificate: str, quantity: int = 25,
            end: str = "15-DEC-2026") -> str:
    """A row of a vendor's export; `product` is a SKU and a title."""
    day, month, year = end.split("-")
    start = f"{int(day) + 1}-{month}-{int(year) - 1}"
    return (f"{reference},{customer},{product},{quantity},{quantity},{start},{end},Symantec,"
            f"{certificate}")


def price(sku: str, net: str, cost: str) -> str:
    """What a SKU cost last year."""
    return f"Symantec,{sku},software,{sku},EUR,express,12,1,{net},{cost},2025-01-01,2025-12-31"


MARCHAND = ("C-2001,Horlogerie Marchand SAS,FR,EUR,express,fr,8 rue de la République,25000,"
            "Besançon,30")
LAST_YEARS_PRICES = (price("SEP-ESS-REN", "29.90", "23.90"), price("BE-ESS-REN", "108.00", "86.40"),
                     price("MSG-ESS-REN", "23.10", "18.50"))
LAST_YEARS_LICENCES = tuple(
    licence(f"88001002{n:02d}", "C-2001", product, f"M5011{n:04d}", quantity, "20-DEC-2025")
    for n, (product, quantity) in enumerate((
        ("SEP-ESS-NEW,Endpoint Protection", 250), ("BE-ESS-NEW,Backup Exec", 12),
        ("MSG-ESS-NEW,Mail Security", 250),
    ))
)
LONG_NAME = ("Société d’Exploitation des Établissements Réunis de Commerce, d’Industrie et de "
             "Navigation du Bassin Méditerranéen <b>& Fils</b> [bold]Groupe[/bold] et associés "
             "de Marseille, Toulon, Nice et Bastia ")
ODD_CUSTOMER = (f'C-2002,"{(LONG_NAME * 2)[:300]}",FR,EUR,express,fr,"{"Z" * 90} bâtiment B",'
                "13002,Marseille,30")
ACTING = ("<script>alert(1)</script> {0} %s \\(x\\) \u202etxt.exe\u2066 \x1b[31mred 株式会社 "
          "\U0001f600")
ODD_LICENCES = (
    licence(f"8800200{'7' * 60}", "C-2002", "SEP-ESS-NEW,=cmd|calc", "CERT-" * 40),
    licence("8800200301", "C-2002", "MSG-ESS-NEW,Mail Security", ACTING, 10),
)


def thousand_licences() -> list[str]:
    """A thousand renewal IDs of one customer, of four products."""
    products = ("SEP-ESS-NEW,Endpoint Protection", "MSG-ESS-NEW,Mail Security",
                "BE-ESS-NEW,Backup Exec", "DLP-ESS-NEW,Data Loss Prevention")
    return [
        licence(f"99{n:08d}", "C-2001", products[n % 4], f"M{60_000_000 + n}", n % 40 + 1)
        for n in range(1000)
    ]
