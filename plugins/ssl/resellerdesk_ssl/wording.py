"""Every sentence of the plugin comes from its own catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from resellerdesk.sdk import Text, texts

T = texts("resellerdesk_ssl")


def listed(parts: Sequence[Text]) -> Text:
    """`a, b, c`; there is at least one part."""
    said = parts[0]
    for part in parts[1:]:
        said = T("{said}, {more}", said=said, more=part)
    return said


def one_after_another(reasons: Sequence[Text]) -> Text:
    """Several reasons in one sentence; there is at least one."""
    said = reasons[0]
    for reason in reasons[1:]:
        said = T("{said}; {more}", said=said, more=reason)
    return said
