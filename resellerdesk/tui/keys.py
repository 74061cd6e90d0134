"""How keys are called on the screen: short, and as keyboards write them."""

from __future__ import annotations

_NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "up": "↑",
    "down": "↓",
}


def key_name(key: str) -> str:
    """`ctrl+q` is `^q`, `question_mark` is `?`; the others are called as they are."""
    if key.startswith("ctrl+"):
        return f"^{key.removeprefix('ctrl+')}"
    return _NAMES.get(key, key)


def key_names(keys: str) -> str:
    """The names of keys that do the same, such as `↓ j`."""
    return " ".join(key_name(key) for key in keys.split(","))
