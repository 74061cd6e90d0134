"""The certificate that a server shows: whose plan it is of, and what it fills in there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from resellerdesk.sdk import Cell, Layout, Rejected, Sighting, Source
from resellerdesk.sdk.reading import required

from resellerdesk_ssl.details import Held, OnServer, Plan
from resellerdesk_ssl.fields import same_serial
from resellerdesk_ssl.forms import Check
from resellerdesk_ssl.policy import FAMILY
from resellerdesk_ssl.wording import T

Fits = Callable[[Plan], bool]


class CertificateOnServer(Layout[Plan]):
    """A certificate names no order: its plan is found by the serial number or by the names."""

    key = "certificate"
    family = FAMILY
    source = Source.SERVER
    headers = frozenset({"server", "certificate"})
    reference_column = customer_column = "certificate"

    def row(self, cells: Mapping[str, Cell]) -> Sighting[Plan] | Rejected | None:
        # The library is large, and most runs never read a certificate.
        from resellerdesk_ssl.certificates import Unreadable, read_on_server

        server, pem = required(cells, "server"), required(cells, "certificate")
        try:
            return SeenOnServer(read_on_server(server, pem.encode()))
        except Unreadable:
            return Rejected("certificate", server, T("shows a certificate that cannot be read; "
                                                     "ask the vendor for another"))


@dataclass(frozen=True, slots=True)
class SeenOnServer(Sighting[Plan]):
    """A certificate, and the server that showed it."""

    shown: OnServer

    @property
    def seen(self) -> str:
        return f"{common_name_of(self.shown)}, {self.shown.serial}"

    def among(self, held: Sequence[Held]) -> Sequence[Held]:
        """The plans that fit best: by the serial number, else by the closest of the names."""
        for fits in _closest_first(self.shown):
            if found := [plan for plan in held if fits(plan.details)]:
                return found
        return ()

    def filled(self, held: Held) -> Plan:
        """The same certificate on a further server is nothing new."""
        known = held.details.on_server
        if known is not None and known.pem == self.shown.pem:
            return held.details
        return held.details.model_copy(update={"on_server": self.shown})


def common_name_of(shown: OnServer) -> str:
    """Newer certificates leave the common name to the alternative ones."""
    return shown.name.get("common_name") or next(iter(shown.dns_names), "")


def old_certificate(held: Held, given: Check) -> bytes:
    """The certificate in use as it was given, else as its server showed it; empty without."""
    shown = held.details.on_server
    return given.old or (shown.pem.encode() if shown is not None else b"")


def _closest_first(shown: OnServer) -> Iterator[Fits]:
    main = _plain(common_name_of(shown))
    names = {main, *map(_plain, shown.dns_names)}
    yield lambda plan: any(same_serial(shown.serial, own) for own in _serials(plan))
    yield lambda plan: _plain(plan.common_name) == main
    yield lambda plan: _plain(plan.common_name) in names
    yield lambda plan: _is_covered(plan.common_name, names)
    yield lambda plan: any(_is_covered(name, names) for name in plan.dns_names)


def _serials(plan: Plan) -> Iterator[str]:
    yield plan.serial
    if plan.on_server is not None:
        yield plan.on_server.serial


def _is_covered(name: str, names: set[str]) -> bool:
    """Whether it is among the names, or a wildcard stands for its first label."""
    host = _plain(name)
    _, _, parent = host.partition(".")
    return host in names or (bool(parent) and f"*.{parent}" in names)


def _plain(name: str) -> str:
    """A host name as certificates write it: lower case, other letters as `xn--`."""
    host = name.strip().rstrip(".").lower()
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
