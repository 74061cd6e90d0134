"""The certificate of a running server: a plain handshake, a time limit, one line for the rest."""

from __future__ import annotations

import socket

import pytest

from resellerdesk.core.refusal import Refusal
from resellerdesk.files.tls import Server, certificate_of, open_server, parse_server

from files.servers import LENOIR, Serve, closes, greets, hangs, issue, listening, showing


def said_of(named: str, limit: float = 10.0) -> str:
    with pytest.raises(Refusal) as caught:
        open_server(named, limit)
    return str(caught.value)


def test_a_server_yields_one_row() -> None:
    lenoir = issue(LENOIR)
    with showing(lenoir) as server:
        sheet = open_server(server)
    assert list(sheet.rows) == [(1, {"server": server, "certificate": lenoir.certificate})]
    assert set(sheet.headers) == {"server", "certificate"}


@pytest.mark.parametrize(
    ("name", "last"), [("www.lenoir.example", "2020-01-31"), ("*.lenoir.example", "2026-12-17")]
)
def test_a_certificate_that_nobody_should_trust_is_shown_too(name: str, last: str) -> None:
    """It is signed by itself, for another host, and perhaps over."""
    odd = issue({"common_name": name}, first="2019-01-01", last=last)
    with showing(odd) as server:
        assert certificate_of(parse_server(server)) == odd.certificate


def test_the_host_is_asked_for_by_its_name() -> None:
    default, named = issue({"common_name": "default.example"}), issue(LENOIR)
    with showing(default, named) as server:
        port = parse_server(server).port
        assert certificate_of(Server("127.0.0.1", port)) == default.certificate
        assert certificate_of(Server("localhost", port)) == named.certificate


def has_six() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("address", ["127.0.0.1", *(["::1"] if has_six() else [])])
def test_a_server_is_named_by_an_address_of_either_kind(address: str) -> None:
    lenoir = issue(LENOIR)
    with showing(lenoir, address=address) as server:
        assert certificate_of(parse_server(server)) == lenoir.certificate


@pytest.mark.parametrize(
    ("named", "server"),
    [("WWW.Lenoir.example:443", Server("www.lenoir.example", 443)),
     ("192.0.2.7:8443", Server("192.0.2.7", 8443)),
     ("[2001:db8::1]:443", Server("2001:db8::1", 443)),
     ("[fe80::1%eth0]:1", Server("fe80::1%eth0", 1)),
     ("münchen.example:65535", Server("münchen.example", 65535))],
)
def test_how_a_server_is_named(named: str, server: Server) -> None:
    assert parse_server(named) == server
    assert parse_server(str(server)) == server


@pytest.mark.parametrize(
    "named",
    ["", "www.lenoir.example", "www.lenoir.example:", ":443", "https://www.lenoir.example",
     "www.lenoir.example:443/", "www.lenoir.example:0", "www.lenoir.example:65536", "a b:443",
     "2001:db8::1:443", "[2001:db8::1]", "[443]:443", "[]:443", "me@lenoir.example:443",
     "*.lenoir.example:443", "www.lenoir.example:４４３", "\x1b[31mwww:443", "www\n:443"],
)
def test_what_names_no_server_is_refused_without_a_connection(named: str) -> None:
    assert said_of(named) == (
        f"{named} names no server; write HOST:PORT, such as www.example.com:443 or "
        "[2001:db8::1]:443"
    )


@pytest.mark.parametrize("host", ["nowhere.invalid", "a..b", "x" * 64, "x" * 300])
def test_a_host_that_there_is_not(host: str) -> None:
    assert said_of(f"{host}:443") == (
        f"{host}:443: there is no such host; write it as browsers know it"
    )


def test_a_port_at_which_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    assert said_of(f"127.0.0.1:{port}") == (
        f"127.0.0.1:{port}: nobody listens at that port; name the port of the server's TLS, "
        "mostly 443"
    )


@pytest.mark.parametrize(
    ("serve", "why"),
    [(greets, "no TLS is spoken there, or none that we can (wrong version number)"),
     (closes, "the connection was closed during the handshake")],
)
def test_a_server_without_tls(serve: Serve, why: str) -> None:
    with listening(serve) as server:
        assert said_of(server) == f"{server}: {why}; name the port of the server's TLS, mostly 443"


def test_a_server_that_says_nothing() -> None:
    with listening(hangs) as server:
        assert said_of(server, 0.2) == (
            f"{server}: no answer within 0.2 seconds; see whether it can be reached from here"
        )


def test_a_name_that_takes_too_long_to_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The resolver knows no limit of its own."""
    asked, answered = socket.socketpair()
    with asked, answered:
        def never(*given: object, **more: object) -> None:
            asked.recv(1)
            raise socket.gaierror

        monkeypatch.setattr(socket, "getaddrinfo", never)
        assert "no answer within 0.2 seconds" in said_of("www.lenoir.example:443", 0.2)


def test_what_nobody_foresaw_is_raised_where_it_was_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thread would print its trace at whoever sits there."""
    def breaks(*given: object, **more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(socket, "getaddrinfo", breaks)
    with pytest.raises(ZeroDivisionError):
        certificate_of(Server("www.lenoir.example", 443))
