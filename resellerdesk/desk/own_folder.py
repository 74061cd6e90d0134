"""The folder of a user's own: what is being typed, and the trace of the last error."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_state_path


def own_folder() -> Path:
    """`RESELLERDESK_STATE`, else where the system keeps what programs remember for a user."""
    named = os.environ.get("RESELLERDESK_STATE")
    return Path(named) if named else user_state_path("resellerdesk", appauthor=False)
