"""The copy that a customer sent back: whether it is ours, unchanged, and what its fields say.

A copy with a figure that we did not issue is refused; one that cannot be read is kept all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from resellerdesk.core.quote import Numbered
from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.issuing import draw_pdf
from resellerdesk.desk.unchanged import Issued, refuse_other_data, refuse_other_print
from resellerdesk.documents.read_apart import read_apart
from resellerdesk.documents.read_pdf import PdfRead, Unreadable, Why, read_pdf
from resellerdesk.store.issued import find_issued
from resellerdesk.store.quotes import StoredQuote

_WHY: dict[Why, Text] = {
    "no PDF": T("it is no PDF"),
    "encrypted": T("it is encrypted"),
    "damaged": T("it is damaged"),
    "too large": T("there is too much in it"),
    "too slow": T("reading it takes too long"),
}


@dataclass(frozen=True, slots=True)
class Copy:
    """What the fields of a returned copy say, None where nothing could be read from it; and what
    the rep should know of it."""

    fields: dict[str, str] | None
    remark: Text | None


def read_copy(desk: Desk, stored: StoredQuote, file: str, content: bytes) -> Copy:
    """Reads a copy of a quote's revision. Raises Refusal for one of another quote or revision,
    and where a figure in it is not the one that we issued."""
    try:
        read = read_apart(content)
    except Unreadable as unreadable:
        return _unread(file, _WHY[unreadable.why])
    issued = Issued(stored.number, stored.revision, _issued(desk, stored))
    refuse_other_data(desk, issued, file, read)
    if read.fields is not None:
        refuse_other_print(issued, file, read.pages)
        return Copy(read.fields, _remark(file, read))
    if read.data:
        # What was filled in is now part of the page: more figures, but none less.
        refuse_other_print(issued, file, read.pages, only_lacking=True)
    return _unread(file, T("it has no fields (printed, scanned or flattened)"))


def _issued(desk: Desk, stored: StoredQuote) -> PdfRead:
    """The PDF as it went out; drawn anew where none was kept."""
    with desk.store.read() as db:
        kept = find_issued(db, stored.number, stored.revision)
    numbered = Numbered(stored.quote, stored.number, stored.revision, stored.status)
    try:
        return read_pdf(kept or draw_pdf(desk, numbered))
    except Unreadable as unreadable:
        raise Refusal(
            T("the PDF that was issued for {number} cannot be read; check says more",
              number=stored.number)
        ) from unreadable


def _unread(file: str, why: Text) -> Copy:
    return Copy(None, T("{file} could not be read: {why}", file=file, why=why))


def _remark(file: str, read: PdfRead) -> Text | None:
    if not read.remarks:
        return None
    return Text(
        "{file}: somebody wrote or drew on page {pages}; look at it",
        {"file": file, "pages": ", ".join(map(str, read.remarks)), "n": len(read.remarks)},
        plural="{file}: somebody wrote or drew on pages {pages}; look at them", count="n",
    )
