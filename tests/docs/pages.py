"""The pages under docs/ as the checks of this folder read them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = ("architecture", "cli", "families", "settings", "files", "plugins", "security")

_HEADING = re.compile(r"^(#{1,4}) (.*)$")
_FENCE = re.compile(r"^```(.*)$")


@dataclass(frozen=True)
class Block:
    """A fenced block: what stands behind its fence, where it begins, and what it holds."""

    info: str
    line: int
    text: str


@dataclass(frozen=True)
class Section:
    """What stands under one heading, up to the next of any level."""

    title: str
    level: int
    text: str
    blocks: Sequence[Block]

    def rows(self) -> list[list[str]]:
        """The rows of its tables, without their headings."""
        lines = [line for line in self.text.splitlines() if line.startswith("|")]
        rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
        rules = [n for n, row in enumerate(rows) if set("".join(row)) <= set("-: ")]
        headings = {n - 1 for n in rules}
        return [row for n, row in enumerate(rows) if n not in headings and n not in rules]


def text_of(name: str) -> str:
    """A page as it is written."""
    return (DOCS / f"{name}.md").read_text("utf-8")


def sections(name: str) -> list[Section]:
    """The sections of a page, in order."""
    found: list[tuple[str, int, list[str], list[Block]]] = []
    fence: tuple[str, int, list[str]] | None = None
    for number, line in enumerate(text_of(name).splitlines(), 1):
        if fence is not None:
            if line == "```":
                found[-1][3].append(Block(fence[0], fence[1], "\n".join(fence[2]) + "\n"))
                fence = None
            else:
                fence[2].append(line)
        elif opened := _FENCE.match(line):
            fence = (opened[1], number, [])
        elif heading := _HEADING.match(line):
            found.append((heading[2], len(heading[1]), [], []))
        else:
            found[-1][2].append(line)
    assert fence is None, f"{name}: a block is not closed"
    return [Section(title, level, "\n".join(text), blocks)
            for title, level, text, blocks in found]


def section(name: str, title: str) -> Section:
    """The one section of that title, its code marks aside."""
    [found] = [item for item in sections(name) if item.title.strip("`") == title]
    return found


def blocks(name: str) -> Iterator[Block]:
    """The blocks of a page, in order."""
    for item in sections(name):
        yield from item.blocks


def coded(text: str) -> list[str]:
    """What stands between back-ticks."""
    return re.findall(r"`([^`]+)`", text)
