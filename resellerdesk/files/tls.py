"""The certificate of a running server, as a plain TLS handshake shows it.

Whether anybody should trust it is not asked: an expired certificate, a self-signed one or one for
another name is just what somebody wants to see. Nothing is sent but the handshake itself.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import ssl
import threading
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.files.sheet import Sheet

LIMIT_SECONDS = 10.0
"""For looking up the name, connecting and the handshake together."""

COLUMNS = ("server", "certificate")
"""The one row that a server yields: its HOST:PORT, and the certificate as PEM."""

_SERVER = re.compile(
    r"(?:\[(?P<six>[^\s\[\]]+)\]|(?P<host>[^\s:/*@\[\]\x00-\x1f\x7f]+)):(?P<port>\d{1,5})\Z",
    re.ASCII,
)
_LAST_PORT = 65535
# Old and weak servers show their certificate too; only anonymous ones have none.
_CIPHERS = "ALL:!aNULL:@SECLEVEL=0"


@dataclass(frozen=True, slots=True)
class Server:
    """Where a server listens; `host` is a name, or an address of either kind without brackets."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def open_server(named: str, limit: float = LIMIT_SECONDS) -> Sheet:
    """What a server shows as a table of one row. Raises Refusal where it shows no certificate
    within `limit` seconds, or where `named` is no HOST:PORT."""
    server = parse_server(named)
    row = dict(zip(COLUMNS, (str(server), certificate_of(server, limit)), strict=True))
    return Sheet(COLUMNS, [(1, row)], 0)


def parse_server(named: str) -> Server:
    """Reads `www.example.com:443` or `[2001:db8::1]:443`. Raises Refusal for anything else."""
    found = _SERVER.match(named)
    if found is None or not 1 <= int(found["port"]) <= _LAST_PORT or not _is_six(found["six"]):
        raise Refusal(
            T("{named} names no server; write HOST:PORT, such as www.example.com:443 or "
              "[2001:db8::1]:443", named=named)
        )
    return Server(found["six"] or found["host"].lower(), int(found["port"]))


def _is_six(bracketed: str | None) -> bool:
    """Whether brackets hold what they are for; there may be none."""
    try:
        return bracketed is None or bool(ipaddress.IPv6Address(bracketed))
    except ValueError:
        return False


def certificate_of(server: Server, limit: float = LIMIT_SECONDS) -> str:
    """The server's own certificate, as PEM; a chain that it sends along is left aside.

    Raises Refusal where there is no such host, nobody listens, no TLS is spoken, or nothing is
    answered within `limit` seconds.
    """
    answers: SimpleQueue[str | Text | Exception] = SimpleQueue()
    # Looking up a name knows no limit, and a name may have many addresses: what outlasts ours is
    # left behind, and ends by itself.
    threading.Thread(
        target=lambda: answers.put(_asked(server, limit)), name="server-certificate", daemon=True
    ).start()
    try:
        answer = answers.get(timeout=limit)
    except Empty:
        answer = _too_late(limit)
    if isinstance(answer, Exception):
        raise answer
    if isinstance(answer, Text):
        raise Refusal(T("{server}: {why}", server=str(server), why=answer))
    return answer


def _asked(server: Server, limit: float) -> str | Text | Exception:
    """The certificate, or why there is none; what nobody foresaw is for who asked to raise."""
    try:
        with socket.create_connection((server.host, server.port), limit) as plain:
            return _shown(server, plain)
    except TimeoutError:
        return _too_late(limit)
    except (socket.gaierror, UnicodeError):
        return T("there is no such host; write it as browsers know it")
    except ConnectionRefusedError:
        return T("nobody listens at that port; name the port of the server's TLS, mostly 443")
    except (ssl.SSLEOFError, ssl.SSLZeroReturnError, ConnectionError):
        return T("the connection was closed during the handshake; name the port of the server's "
                 "TLS, mostly 443")
    except ssl.SSLError as error:
        return T("no TLS is spoken there, or none that we can ({reason}); name the port of the "
                 "server's TLS, mostly 443", reason=_reason(error))
    except OSError as error:
        return T("cannot be reached: {why}; try again from where it can be",
                 why=error.strerror or str(error))
    except Exception as error:
        return error


def _shown(server: Server, plain: socket.socket) -> str | Text:
    with _context().wrap_socket(plain, server_hostname=server.host) as secure:
        shown = secure.getpeercert(binary_form=True)
    if shown is None:
        return T("the server shows no certificate")
    return ssl.DER_cert_to_PEM_cert(shown)


def _context() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers(_CIPHERS)
    return context


def _too_late(limit: float) -> Text:
    return T("no answer within {seconds} seconds; see whether it can be reached from here",
             seconds=f"{limit:g}")


def _reason(error: ssl.SSLError) -> str:
    return (error.reason or "handshake failed").replace("_", " ").lower()
