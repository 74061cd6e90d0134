"""The trace of an unforeseen error, kept for those who mend it; a user reads one sentence."""

from __future__ import annotations

import traceback

from resellerdesk.core.text import T, Text
from resellerdesk.desk.own_folder import own_folder

FILE = "last-error.txt"


def unforeseen(error: BaseException) -> Text:
    """What to say of an error that nobody foresaw; its trace is in a file of the user's own."""
    try:
        folder = own_folder()
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / FILE
        path.write_text("".join(traceback.format_exception(error)), "utf-8", "backslashreplace")
    except OSError:
        kept = T("its trace could not be kept")
    else:
        kept = T("its trace is in {path}; please send it to us", path=str(path))
    return T("an error in ResellerDesk itself: {error}; {kept}", error=repr(error), kept=kept)
