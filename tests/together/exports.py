"""A vendor's export with the rows that an example wants."""

from __future__ import annotations

from pathlib import Path

_HEADERS = ("Account Name,Account Number,Country,Program,Segment,Renewal ID,Certificate Number,"
            "SKU,Description,Licensed Qty,Covered Qty,Start Date,End Date,Support Level,In Use,"
            "Vendor")


def licences(folder: Path, *rows: tuple[str, str, str, int]) -> Path:
    """The portal's export: REF, start, end and quantity, all of customer C-1009."""
    lines = [
        f"Éditions du Vieux-Port,C-1009,FR,Express,Small business,{ref.rpartition(':')[2]},M1,"
        f'SEP-ESS-NEW,"Endpoint Protection, Essential",{quantity},{quantity},{start},{end},'
        "Essential,yes,"
        for ref, start, end, quantity in rows
    ]
    path = folder / f"export-{len(list(folder.glob('export-*')))}.csv"
    path.write_text("\n".join([_HEADERS, *lines]) + "\n", "utf-8")
    return path
