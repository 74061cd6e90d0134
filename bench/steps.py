"""Steps on 400 renewals of one quote against steps on 100: four times the work, not sixteen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from resellerdesk.desk.accepting import Answer, accept
from resellerdesk.desk.importing import import_files
from resellerdesk.desk.opening import open_desk
from resellerdesk.desk.quote_request import QuoteRequest
from resellerdesk.desk.quoting import make_quote
from resellerdesk.desk.stepping import advancing

from bench.exports import PRODUCTS, write_customers, write_export

FEW, MANY = 100, 400
DAY = date(2026, 1, 1)
_PRICES = "vendor,sku,family,currency,term_months,min_quantity,unit_price,valid_from\n" + "".join(
    f"Symantec,{sku.removesuffix('NEW')}REN,software,EUR,12,1,30.00,2026-01-01\n"
    for sku, _ in PRODUCTS
)


def measure(rounds: int) -> None:
    _rounds(4)  # what is loaded once a process
    took = [(_rounds(FEW), _rounds(MANY)) for _ in range(rounds)]
    for name in ("accept", "fulfil"):
        few = median(one[name] for one, _ in took)
        many = median(one[name] for _, one in took)
        ratio = median(b[name] / a[name] for a, b in took)
        print(f"{name} {MANY} renewals of one quote:          {many:6.2f} s")
        print(f"{name} {FEW} renewals of one quote:          {few:6.2f} s")
        print(f"ratio:                                     {ratio:6.2f}    (aim: 5)")


def _rounds(lines: int) -> dict[str, float]:
    """Seconds by what was done with a quote of so many lines."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        desk = open_desk(folder / "desk.db")
        write_customers(folder / "customers.csv", 1)
        write_export(folder / "export.csv", lines, 1)
        (folder / "prices.csv").write_text(_PRICES, "utf-8")
        import_files(desk, [folder / f"{file}.csv" for file in ("customers", "prices", "export")])
        refs = tuple(f"software:{9_000_000_000 + n}" for n in range(lines))
        for ref in refs:
            advancing(desk, "verify", {"renewal_id": ref.partition(":")[2]}, DAY)(ref)
        number = make_quote(desk, QuoteRequest(refs), DAY).number
        fulfil = advancing(desk, "fulfil", {"certificate": "M-1"}, DAY)
        return {
            "accept": _seconds(lambda: accept(desk, Answer(str(number), "PO-1", DAY))),
            "fulfil": _seconds(lambda: [fulfil(ref) for ref in refs]),
        }


def _seconds(do: Callable[[], object]) -> float:
    began = perf_counter()
    do()
    return perf_counter() - began
