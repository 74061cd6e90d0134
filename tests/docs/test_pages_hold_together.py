"""Links lead somewhere, and no page speaks of a place that a reader does not have."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs.pages import DOCS, PAGES, ROOT

MARKDOWN = sorted([
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *DOCS.rglob("*.md"), *(ROOT / "plugins").glob("*/README.md"),
])
ELSEWHERE = re.compile(
    "|".join([r"/wor[k]/", r"/tm[p]/", r"\.\./share[d]", r"pyp[i]\.", r"pythonhoste[d]"])
)
"""Written so that it does not find itself."""


def prose(file: Path) -> str:
    """A page without its blocks and code."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", file.read_text("utf-8"), flags=re.DOTALL)


def anchors(file: Path) -> set[str]:
    """The headings of a page as one links to them."""
    text = re.sub(r"^```.*?^```", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("file", MARKDOWN, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(file: Path) -> None:
    dead = []
    for target in re.findall(r"\]\(([^)\s]+)\)", file.read_text("utf-8")):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        goal = (file.parent / path).resolve() if path else file
        if not goal.exists() or (anchor and anchor not in anchors(goal)):
            dead.append(target)
    assert not dead


def test_every_page_is_found_from_the_first_one() -> None:
    linked = set(re.findall(r"\]\((\w+)\.md", (DOCS / "README.md").read_text("utf-8")))
    assert linked == {file.stem for file in DOCS.glob("*.md")} - {"README"}
    assert linked >= set(PAGES)


def test_nothing_that_we_write_speaks_of_a_place_that_others_do_not_have() -> None:
    ours = [
        file for folder in ("resellerdesk", "plugins", "tests", "docs", "bench", "tools")
        for file in (ROOT / folder).rglob("*")
        if file.suffix in {".py", ".md", ".sql", ".toml", ".tcss", ".po", ".csv"}
    ]
    assert len(ours) > 200
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}" for file in [*ours, *MARKDOWN]
        for match in ELSEWHERE.finditer(file.read_text("utf-8", "replace"))
    ]
    assert not found


@pytest.mark.parametrize("name", PAGES)
def test_a_line_of_prose_is_short_enough_to_read(name: str) -> None:
    lines = prose(DOCS / f"{name}.md").splitlines()
    assert not [line for line in lines if len(line) > 130 and not line.startswith("|")]
