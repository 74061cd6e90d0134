"""Whether a copy says what was issued: its data, its number, and every figure on its pages."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T
from resellerdesk.desk.desk import Desk
from resellerdesk.documents.figures import digits_of, figures_in
from resellerdesk.documents.read_pdf import PdfRead
from resellerdesk.store.quotes import find_quote
from resellerdesk.translation.data_difference import Difference, first_difference

_NUMBER = re.compile(r"\bQ-[0-9]{4}-[0-9]{4,}\b")


@dataclass(frozen=True, slots=True)
class Issued:
    """A quote's revision, and what its PDF says."""

    number: str
    revision: int
    read: PdfRead


def refuse_other_data(desk: Desk, issued: Issued, file: str, copy: PdfRead) -> None:
    """Raises Refusal where the copy is one of another quote or revision, by the data inside it or
    by the number that it prints, or where its data is not what we put in."""
    for data in copy.data:
        said = _parsed(data)
        if said is None:
            raise Refusal(T("{file} is not as it was issued: its data cannot be read; ask for an "
                            "unchanged copy", file=file))
        _refuse_another(issued, file, said)
        for original in issued.read.data:
            found = _difference(_parsed(original), said)
            if found is not None:
                raise Refusal(
                    T("{file} is not as it was issued: its data says {what} {theirs}, {number} "
                      "has {ours}; ask for an unchanged copy", file=file, what=found.what,
                      theirs=found.theirs or T("nothing"), ours=found.ours or T("nothing"),
                      number=issued.number)
                )
    printed = {number for page in copy.pages for number in _NUMBER.findall(page)}
    with desk.store.read() as db:
        others = sorted(number for number in printed if find_quote(db, number) is not None)
    if others and issued.number not in printed:
        raise Refusal(T("{file} is a copy of {other}, not of {number}", file=file,
                        other=others[0], number=issued.number))


def _difference(ours: Any, theirs: Any) -> Difference | None:
    """What differs, also where theirs says more than ours."""
    more = first_difference(theirs, ours)
    turned = None if more is None else Difference(more.what, more.theirs, more.ours)
    return first_difference(ours, theirs) or turned


def _parsed(data: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _refuse_another(issued: Issued, file: str, said: Any) -> None:
    named = said if isinstance(said, dict) else {}
    number, revision = named.get("number"), named.get("revision")
    if number is None and "number" in named:
        raise Refusal(T("{file} is a draft, not {number}", file=file, number=issued.number))
    if isinstance(number, str) and number != issued.number:
        raise Refusal(T("{file} is a copy of {other}, not of {number}", file=file,
                        other=number, number=issued.number))
    if isinstance(revision, int) and revision != issued.revision:
        raise Refusal(
            T("{file} is a copy of revision {other}; {number} stands at revision {revision}: that "
              "one has to be signed", file=file, other=revision, number=issued.number,
              revision=issued.revision)
        )


def refuse_other_print(
    issued: Issued, file: str, pages: Sequence[str], only_lacking: bool = False
) -> None:
    """Raises Refusal naming the first figure that the pages lack, or have besides ours."""
    ours, theirs = list(_figures(issued.read.pages)), list(_figures(pages))
    lacking, extra = _without(ours, theirs), _without(theirs, ours)
    if lacking and extra:
        what = T("it prints {theirs} where {number} has {ours}", theirs=extra,
                 number=issued.number, ours=lacking)
    elif lacking:
        what = T("it does not print {ours}, which {number} has", ours=lacking,
                 number=issued.number)
    elif extra and not only_lacking:
        what = T("it prints {theirs}, which {number} has not", theirs=extra,
                 number=issued.number)
    else:
        return
    raise Refusal(T("{file} is not as it was issued: {what}; ask for an unchanged copy",
                    file=file, what=what))


def _figures(pages: Sequence[str]) -> Iterator[str]:
    for page in pages:
        yield from figures_in(page)


def _without(some: Sequence[str], others: Sequence[str]) -> str:
    """The first of some that others have fewer times; empty where there is none."""
    left = Counter(map(digits_of, others))
    for figure in some:
        left[digits_of(figure)] -= 1
        if left[digits_of(figure)] < 0:
            return figure
    return ""
