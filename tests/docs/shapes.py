"""The short way in which a page writes the shape of a JSON document, and comparing with it.

`{"a", "b": [{"c"}]}` is an object with the keys `a` and `b`, of which `b` is a list of objects. A
key with `?` may be missing; `...` stands for keys that are not the host's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_TOKEN = re.compile(r'\s*("(?P<key>\w+)"|\.\.\.|[\[\]{}:,?])')


@dataclass
class Shape:
    """An object's keys with the shape of what stands under each, or a list of `items`; neither of
    both: a plain value. `seen` collects the keys that were met in a document."""

    keys: dict[str, Shape] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    is_open: bool = False
    is_list: bool = False
    items: Shape | None = None
    seen: set[str] = field(default_factory=set)

    @property
    def is_plain(self) -> bool:
        return not (self.keys or self.is_open or self.is_list)


def parse(text: str) -> Shape:
    tokens = [match[1] for match in _TOKEN.finditer(text)]
    assert "".join(tokens) == re.sub(r"\s", "", text), "the shape has something else in it"
    shape = _read(tokens)
    assert not tokens, f"left over: {tokens}"
    return shape


def _read(tokens: list[str]) -> Shape:
    opening = tokens.pop(0)
    if opening == "[":
        items = None if tokens[0] == "]" else _read(tokens)
        assert tokens.pop(0) == "]"
        return Shape(is_list=True, items=items)
    assert opening == "{"
    shape = Shape()
    while (token := tokens.pop(0)) != "}":
        if token == "...":
            shape.is_open = True
        elif token != ",":
            _read_key(shape, token.strip('"'), tokens)
    return shape


def _read_key(shape: Shape, name: str, tokens: list[str]) -> None:
    if tokens[0] == "?":
        tokens.pop(0)
        shape.optional.add(name)
    if tokens[0] == ":":
        tokens.pop(0)
        shape.keys[name] = _read(tokens)
    else:
        shape.keys[name] = Shape()


def differences(shape: Shape, document: Any, where: str = "") -> Iterator[str]:
    """What a document has that the shape has not, or the other way round."""
    if document is None:
        return
    if isinstance(document, list):
        if not shape.is_list:
            yield f"{where or 'it'} is a list"
        for item in document:
            if shape.items is not None:
                yield from differences(shape.items, item, f"{where}[]")
            elif isinstance(item, dict | list):
                yield f"{where}[] is no plain value"
    elif isinstance(document, dict):
        yield from _of_object(shape, document, where)
    elif not shape.is_plain:
        yield f"{where or 'it'} is a plain value"


def _of_object(shape: Shape, document: dict[str, Any], where: str) -> Iterator[str]:
    shape.seen |= document.keys() & shape.keys.keys()
    for name in shape.keys.keys() - document.keys() - shape.optional:
        yield f"{where}.{name} is on the page and not in the document"
    for name, value in document.items():
        if name in shape.keys:
            yield from differences(shape.keys[name], value, f"{where}.{name}")
        elif not shape.is_open:
            yield f"{where}.{name} is in the document and not on the page"


def never_seen(shape: Shape, where: str = "") -> Iterator[str]:
    """Keys of a shape that no document had."""
    for name, inner in shape.keys.items():
        if name not in shape.seen:
            yield f"{where}.{name}"
        else:
            yield from never_seen(inner, f"{where}.{name}")
    if shape.items is not None:
        yield from never_seen(shape.items, f"{where}[]")
