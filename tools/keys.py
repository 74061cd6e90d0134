"""Writes the tables of docs/keys.md anew from the registry of actions.

    python tools/keys.py --write     into the page; without it they are printed
"""

from __future__ import annotations

import sys
from pathlib import Path

from resellerdesk.tui.actions import PLACES, Action, actions_of
from resellerdesk.tui.keys import key_names

PAGE = Path(__file__).parents[1] / "docs" / "keys.md"
HEAD = ["| key | does | name |", "|---|---|---|"]


def tables() -> str:
    """A section for each place, in the order of the registry."""
    sections = []
    for place, title in PLACES.items():
        rows = [_row(action) for action in actions_of(place)]
        sections.append("\n".join([f"## {title.message}", "", *HEAD, *rows, ""]))
    return "\n".join(sections)


def _row(action: Action) -> str:
    keys = " ".join(f"`{name}`" for name in key_names(action.keys).split())
    return f"| {keys} | {action.label.message} | `{action.name}` |"


def written(page: str) -> str:
    """The page with its tables as they should be; what stands around them stays."""
    first = page.index("## ")
    return page[:first] + tables() + "\n" + page[page.index("## Signs") :]


def main() -> None:
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(written(PAGE.read_text("utf-8")), "utf-8")
    else:
        print(tables())


if __name__ == "__main__":
    main()
