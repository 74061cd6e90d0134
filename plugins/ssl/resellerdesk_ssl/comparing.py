"""The old certificate beside the new request, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from resellerdesk_ssl.certificates import Subject
from resellerdesk_ssl.details import Compared
from resellerdesk_ssl.fields import (
    BY_OID,
    DNS_NAMES,
    KEY,
    WRITTEN_BY_THE_AUTHORITY,
    same_words,
)


def compare(old: Subject, new: Subject) -> tuple[Compared, ...]:
    """Every field of either name, then alternative names and key, which make no other name."""
    was, becomes = _separated(old.dns_names), _separated(new.dns_names)
    return (
        *_names_compared(old, new),
        Compared(field=DNS_NAMES, old=was, new=becomes, differs=was != becomes),
        Compared(field=KEY, old=old.key, new=new.key, differs=old.key_bytes != new.key_bytes),
    )


def _names_compared(old: Subject, new: Subject) -> Iterator[Compared]:
    known = [field for field in BY_OID.values() if field in old.name or field in new.name]
    others = sorted({*old.name, *new.name} - set(known))
    for field in (*known, *others):
        was, becomes = old.name.get(field, ""), new.name.get(field, "")
        differs = not same_words(was, becomes)
        added_later = field in WRITTEN_BY_THE_AUTHORITY and not becomes
        yield Compared(
            field=field, old=was, new=becomes, differs=differs,
            renames=differs and not added_later,
        )


def _separated(names: tuple[str, ...]) -> str:
    return " ".join(names)
