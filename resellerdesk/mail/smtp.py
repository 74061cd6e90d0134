"""Handing a message to a mail server: TLS, and a login where the server wants one."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text

SECONDS = 20.0
"""How long a server may take to answer."""


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `security` is `starttls`, `tls` or `none`; without a user there is no login.

    `trusted` is the file of a certificate authority that the machine does not know.
    """

    host: str
    port: int
    security: str
    user: str = ""
    password: str = field(default="", repr=False)
    trusted: str = ""


def deliver(server: Server, sender: str, to: str, message: bytes) -> None:
    """Raises Refusal where the server cannot be reached, is not who it says, wants another login
    or does not take the message; then it was not sent."""
    try:
        with _connected(server) as smtp:
            if server.user:
                smtp.login(server.user, server.password)
            smtp.sendmail(sender, [to], message)
    except smtplib.SMTPRecipientsRefused as error:
        [(code, said)] = error.recipients.values()
        why = T("{to} is refused: {said}", to=to, said=_said(code, said))
        raise _refused(server, why) from None
    except smtplib.SMTPAuthenticationError as error:
        raise _refused(server, T("login {user} is refused: {said}", user=server.user,
                                 said=_said(error.smtp_code, error.smtp_error))) from None
    except smtplib.SMTPNotSupportedError:
        raise _refused(server, T("it offers no {what}; see settings smtp.security and smtp.user",
                                 what="STARTTLS" if server.security == "starttls" else "AUTH")
                       ) from None
    except smtplib.SMTPResponseException as error:
        raise _refused(server, T("it says {said}",
                                 said=_said(error.smtp_code, error.smtp_error))) from None
    except ssl.SSLError as error:
        unsafe = getattr(error, "verify_message", "") or error.reason or str(error)
        raise _refused(server, T("no safe connection: {why}", why=unsafe)) from None
    except (OSError, smtplib.SMTPException) as error:
        failed = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise _refused(server, T("{why}", why=failed)) from None


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context(cafile=server.trusted or None)
    if server.security == "tls":
        with smtplib.SMTP_SSL(server.host, server.port, timeout=SECONDS, context=context) as smtp:
            yield smtp
        return
    with smtplib.SMTP(server.host, server.port, timeout=SECONDS) as smtp:
        if server.security == "starttls":
            smtp.starttls(context=context)
        yield smtp


def _refused(server: Server, why: Text) -> Refusal:
    return Refusal(T("{host}:{port}: {why}; nothing was sent", host=server.host,
                     port=str(server.port), why=why))


def _said(code: int, said: bytes | str) -> str:
    words = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return f"{code} {' '.join(words.split())}"
