"""Which characters a document will show as boxes, because no font prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from resellerdesk.core.text import T, Text
from resellerdesk.documents.fonts import unprinted

_MOST_NAMED = 8


def unprinted_in(of: object) -> list[str]:
    """The characters that no font prints, of all texts in a record, each once."""
    return list(dict.fromkeys(char for text in _texts(of) for char in unprinted(text)))


def boxes_instead(name: str, of: object) -> Text | None:
    """One line for the rep on the boxes in a document, such as Q-2026-0042; None without any."""
    found = unprinted_in(of)
    if not found:
        return None
    named = ", ".join(f"{char} (U+{ord(char):04X})" for char in found[:_MOST_NAMED])
    more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
    return T("{name}: no font prints {characters}, a box stands for each; of Chinese and Japanese "
             "any TrueType font of this machine that has them would do",
             name=name, characters=named + more)


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
