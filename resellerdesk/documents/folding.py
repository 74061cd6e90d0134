"""Says once what is said alike of many lines: a quote for a thousand is read by somebody."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from resellerdesk.core.text import StoredValue, T, Text
from resellerdesk.documents.grouping import ranges
from resellerdesk.documents.naming import Numbers, brief, name_in, with_numbers

_MANY = 6
"""From more sentences of one kind on, those that differ in their days alone are one too."""

Kind = tuple[str, str, str]


def folded(texts: Sequence[Text], numbers: Numbers) -> list[Text]:
    """The texts with their lines; those that differ in the name alone as one that names the first
    of them, where there are many of a kind also those that differ in a day."""
    kinds = Counter(_kind(group[0], numbers) for group in _groups(texts, numbers, ()))
    crowded = {kind for kind, count in kinds.items() if count > _MANY and kind[2]}
    return [_as_one(group, numbers) for group in _groups(texts, numbers, crowded)]


def _kind(text: Text, numbers: Numbers) -> Kind:
    """The sentence, and which of its arguments names a line; empty where none does."""
    return text.domain, text.message, name_in(text, numbers)


def _groups(
    texts: Sequence[Text], numbers: Numbers, crowded: Collection[Kind]
) -> list[list[Text]]:
    groups: dict[str, list[Text]] = {}
    for text in texts:
        kind = _kind(text, numbers)
        rest = {
            key: value for key, value in text.args.items()
            if key != kind[2] and not (kind in crowded and isinstance(value, date))
        }
        key = json.dumps([kind, replace(text, args=rest).as_json()], sort_keys=True, default=str)
        groups.setdefault(key, []).append(text)
    return list(groups.values())


def _as_one(group: Sequence[Text], numbers: Numbers) -> Text:
    first = group[0]
    name = name_in(first, numbers)
    names = list(dict.fromkeys(str(text.args[name]) for text in group)) if name else []
    if len(names) < 2:
        return with_numbers(first, numbers)
    lines = sorted({number for one in names for number in numbers.of_name[one]})
    args: dict[str, StoredValue] = {
        **first.args,
        name: T("{name} and {more} more (lines {numbers})", name=brief(names[0]),
                more=len(names) - 1, numbers=ranges(lines)),
    }
    for key, value in first.args.items():
        days = [day for text in group if isinstance(day := text.args[key], date)]
        if isinstance(value, date) and min(days) != max(days):
            args[key] = T("{first} – {last}", first=min(days), last=max(days))
    return replace(first, args=args)
