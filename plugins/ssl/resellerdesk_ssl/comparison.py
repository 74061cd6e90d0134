"""What a comparison of certificate and request says, in a table and in words."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Table, Text

from resellerdesk_ssl.details import Compared
from resellerdesk_ssl.fields import title_of
from resellerdesk_ssl.wording import T, listed

COMPARISON = "comparison"


def comparison_table(rows: Sequence[Compared]) -> Table:
    """The reseller's own: what was compared, and which differences make another name."""
    return Table(
        COMPARISON,
        T("Old certificate and new request"),
        (
            ("field", T("Field")),
            ("old", T("Old certificate")),
            ("new", T("New request")),
            ("differs", T("Differs")),
            ("renames", T("Changes the name")),
        ),
        tuple((title_of(row.field), row.old, row.new, row.differs, row.renames) for row in rows),
        internal=True,
    )


def named(fields: Sequence[str]) -> Text:
    """Some fields by what people call them; there is at least one."""
    return listed([title_of(field) for field in fields])
