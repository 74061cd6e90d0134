"""What the customer answered: what the rep says of it, and what their signed copy says itself."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from resellerdesk.core.refusal import Refusal
from resellerdesk.core.text import T, Text
from resellerdesk.desk.accepting import Answer
from resellerdesk.desk.desk import Desk
from resellerdesk.desk.open_quotes import open_quote
from resellerdesk.desk.returned_copy import read_copy
from resellerdesk.documents.grouping import letter_of
from resellerdesk.store.quotes import StoredQuote
from resellerdesk.translation.read_date import days_meant

_LONGEST = 200


class SignedFile(NamedTuple):
    """A file as it came back."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Given:
    """What the rep says of the customer's yes; what is left out is taken from the copy."""

    number: str
    purchase_order: str = ""
    on: date | None = None
    only: tuple[str, ...] = ()
    alternative: str = ""
    signed: SignedFile | None = None


def answer_of(desk: Desk, given: Given, as_of: date) -> tuple[Answer, Sequence[Text]]:
    """The answer with what its copy adds, and what to tell the rep of that.

    `alternative` may be the letter of an option as it is printed. Raises Refusal where the copy
    is not one of this quote as it was issued, or says otherwise than the rep.
    """
    with desk.store.read() as db:
        stored = open_quote(db, given.number)
    said = _Said("", {})
    told: list[Text] = []
    if given.signed is not None:
        copy = read_copy(desk, stored, *given.signed)
        told += [copy.remark] if copy.remark is not None else []
        if copy.fields is not None:
            fields = {name: value[:_LONGEST] for name, value in copy.fields.items()}
            said = _Said(given.signed.name, fields)
            told.append(said.in_a_line())
    on, remark = _day(stored, said, given.on, as_of)
    answer = Answer(
        stored.number, _purchase_order(said, given.purchase_order), on, given.only,
        _alternative(stored, said, given), given.signed and given.signed.content,
        said.fields.get("name", ""),
    )
    return answer, [*told, *remark]


class _Said(NamedTuple):
    """What the fields of a copy say; nothing where none could be read."""

    file: str
    fields: Mapping[str, str]

    def in_a_line(self) -> Text:
        titles = {"option": T("option"), "order_number": T("purchase order"), "name": T("name"),
                  "date": T("date")}
        parts = [T("{title} {value}", title=title, value=self.fields[name])
                 for name, title in titles.items() if self.fields.get(name)]
        if not parts:
            return T("{file}: its fields are empty", file=self.file)
        line = parts[0]
        for part in parts[1:]:
            line = T("{line}, {part}", line=line, part=part)
        return T("{file} says: {line}", file=self.file, line=line)


def _purchase_order(said: _Said, given: str) -> str:
    """Refuses a number that the copy has otherwise; how it is spaced and dashed does not count."""
    written = said.fields.get("order_number", "")
    if given and written and _plain(given) != _plain(written):
        raise Refusal(
            T("{file} says purchase order {written}, --po says {given}: leave --po out to take the "
              "copy's, or ask for a copy with the right one", file=said.file, written=written,
              given=given)
        )
    return given or written


def _plain(number: str) -> str:
    return re.sub(r"[\W_]+", "", number).casefold()


def _day(
    stored: StoredQuote, said: _Said, given: date | None, as_of: date
) -> tuple[date, list[Text]]:
    """The day given, else the copy's where it can mean but one day since the quote, else today."""
    written = said.fields.get("date", "")
    if given is not None or not written:
        return given or as_of, []
    meant = {day for day in days_meant(written, stored.quote.language)
             if stored.quote.as_of <= day <= as_of}
    if len(meant) == 1:
        return meant.pop(), []
    return as_of, [T("{file}: {written} is not one day from {start} to {end}; accepted on {end} "
                     "(--on says another)", file=said.file, written=written,
                     start=stored.quote.as_of, end=as_of)]


def _alternative(stored: StoredQuote, said: _Said, given: Given) -> str:
    """The key of the alternative that is taken, empty for the quote as it is listed."""
    keys = {letter_of(0): "", **{
        letter_of(place): other.key for place, other in enumerate(stored.quote.alternatives, 1)
    }}
    wanted = keys.get(given.alternative, given.alternative)
    if not stored.quote.alternatives or not said.file:
        return wanted
    ticked = said.fields.get("option", "")
    if ticked not in keys:
        if not given.alternative:
            raise Refusal(
                T("{file} ticks none of the options {letters}; say which with --alternative "
                  "({first} is the quote as listed)", file=said.file,
                  letters=", ".join(keys), first=letter_of(0))
            )
        return wanted
    if given.alternative and keys[ticked] != wanted:
        raise Refusal(
            T("{file} ticks option {ticked}, --alternative says {given}: leave it out to take the "
              "copy's, or ask for a copy with the right tick", file=said.file, ticked=ticked,
              given=given.alternative)
        )
    return keys[ticked]
