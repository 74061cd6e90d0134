"""Policy: a vendor's own rules, each from a day on."""

from __future__ import annotations

from collections.abc import Mapping

from resellerdesk.core.policy import EVERYWHERE, HOST_NAMES, PolicyRow, check_value
from resellerdesk.core.text import T
from resellerdesk.files.layouts.columns import VendorOf, family, region, vendor
from resellerdesk.sdk.layout import Cell
from resellerdesk.sdk.reading import Unreadable, is_blank, iso_date, required

KEY = "policy"
HEADERS = frozenset({"family", "region", "name", "effective", "value"})


def read(
    cells: Mapping[str, Cell], vendor_of: VendorOf, names: Mapping[str, frozenset[str]]
) -> PolicyRow | None:
    """One rule. `names` are those that a family knows; other families know the host's."""
    if is_blank(cells):
        return None
    of = family(cells)
    name = required(cells, "name")
    known = names.get(of, HOST_NAMES)
    if name not in known:
        raise Unreadable("name", name, T("is none of {words}", words=", ".join(sorted(known))))
    return PolicyRow(
        vendor=vendor(cells, of, vendor_of),
        family=of,
        region=region(cells, "", frozenset({EVERYWHERE})),
        name=name,
        effective=iso_date(cells, "effective"),
        value=_value(cells, name),
    )


def _value(cells: Mapping[str, Cell], name: str) -> str:
    value = required(cells, "value")
    wanted = check_value(name, value)
    if wanted is not None:
        raise Unreadable("value", value, T("is not {wanted}", wanted=T(wanted)))
    return value
