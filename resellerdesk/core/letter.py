"""The message that a quote is sent with; a reseller may write another (settings, mail.*)."""

from __future__ import annotations

import re

from resellerdesk.core.text import T

FIELDS = ("customer", "number", "total", "until", "reason", "seller", "contact", "phone", "email")
"""What a subject or a body may name in braces."""

_FILLED_LATER = dict.fromkeys(FIELDS, "")

SUBJECT = T("Quote {number} for your renewal", **_FILLED_LATER)

BODY = T("""\
Hello,

please find attached our quote {number} for your renewal: {total} with tax. It can be accepted until {until} ({reason}).

To accept it, fill in and sign the last page and send it back to {email}, or reply to this message with your purchase order.

If you have a question, {contact} is glad to help: {phone}, {email}.

Kind regards
{contact}
{seller}
""", **_FILLED_LATER)  # noqa: E501  # a paragraph is one line: the reader's program breaks it

_FIELD = re.compile(r"\{([^{}]*)\}")


def unknown_field(template: str) -> str | None:
    """The first field of a template that there is not, or a brace that stands alone."""
    for name in _FIELD.findall(template):
        if name not in FIELDS:
            return "{" + str(name) + "}"
    rest = _FIELD.sub("", template)
    return next((brace for brace in "{}" if brace in rest), None)
