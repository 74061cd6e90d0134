"""What a layout says of a row that it does not take."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from resellerdesk.sdk.reading import Unreadable


def rejected(read: Callable[[], object]) -> tuple[str, str, str]:
    """Column, value and reason of the cell that rejects the row."""
    with pytest.raises(Unreadable) as caught:
        read()
    found = caught.value.rejected
    args = {
        name: getattr(value, "message", value) for name, value in found.reason.args.items()
    }
    return found.column, found.value, found.reason.message.format_map(args)
