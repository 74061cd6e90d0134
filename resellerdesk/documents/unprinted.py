"""Which characters a document will show as boxes, because no font prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from resellerdesk.documents.fonts import unprinted


def unprinted_in(of: object) -> list[str]:
    """The characters that no font prints, of all texts in a record, each once."""
    return list(dict.fromkeys(char for text in _texts(of) for char in unprinted(text)))


def _texts(of: object) -> Iterator[str]:
    if isinstance(of, str):
        yield of
    elif is_dataclass(of):
        for field in fields(of):
            yield from _texts(getattr(of, field.name))
    elif isinstance(of, Mapping):
        yield from _texts(list(of.values()))
    elif isinstance(of, Sequence):
        for one in of:
            yield from _texts(one)
